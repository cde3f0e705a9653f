// SPDX-License-Identifier: Apache-2.0
// Before the first file of a session is sent, its sender says that nothing sent here is classified.
import type { useAppProps } from 'antd/es/app/context';

const kSaid = 'anping.unclassified';

export function confirmUnclassified({ modal }: useAppProps, account: string | undefined): Promise<boolean> {
  const who = account ?? '';
  if (sessionStorage.getItem(kSaid) === who) return Promise.resolve(true);
  return new Promise((resolve) => {
    modal.confirm({
      title: '上传的文件不含涉密内容？',
      content: '本平台不处理国家秘密。本次登录期间上传的文件都按此确认，并随每个文件记录。涉密材料请通过保密渠道报送。',
      okText: '确认，不含涉密内容',
      cancelText: '不上传',
      onOk: () => {
        sessionStorage.setItem(kSaid, who);
        resolve(true);
      },
      onCancel: () => resolve(false),
    });
  });
}
