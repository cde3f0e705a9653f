// SPDX-License-Identifier: Apache-2.0
// Whoever signs in with a password another person gave them chooses their own before anything else is shown.
import { Button } from 'antd';
import type { Session } from '../api/client';
import { PasswordForm } from '../forms/password';

interface FirstPasswordProps {
  session: Session;
  onLeave: () => Promise<void>;
}

export function FirstPassword({ session, onLeave }: FirstPasswordProps) {
  return (
    <main className="page">
      <div className="panel login" style={{ marginTop: '8vh' }}>
        <h1>请先设置自己的密码</h1>
        <p>
          {session.display_name}，您现在用的是别人给您的密码。改成只有您知道的密码后，即可开始使用；您的审核、签收等操作都以这个密码确认。
        </p>
        <PasswordForm send="保存并进入" currentLabel="别人给的密码" />
        <p style={{ textAlign: 'right', marginBottom: 0 }}>
          <Button type="link" onClick={() => void onLeave()}>
            以后再改，先退出
          </Button>
        </p>
      </div>
    </main>
  );
}
