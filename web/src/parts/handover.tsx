// SPDX-License-Identifier: Apache-2.0
// A password another person is to get, shown once.
import { Alert, App, Button, Modal } from 'antd';

interface HandoverProps {
  title: string;
  login: string;
  password: string;
  lost: string; // what to do when it did not arrive
  onClose: () => void;
}

export function Handover({ title, login, password, lost, onClose }: HandoverProps) {
  const app = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(`账号：${login}\n密码：${password}`).then(
      () => app.message.success('已复制'),
      () => app.message.warning('浏览器不允许复制，请手工抄写'),
    );
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={[
        <Button key="copy" onClick={() => void copy()}>
          复制账号和密码
        </Button>,
        <Button key="done" type="primary" onClick={onClose}>
          已经交给本人
        </Button>,
      ]}
    >
      <p>
        账号 <span className="secret">{login}</span>
      </p>
      <p>
        密码 <span className="secret">{password}</span>
      </p>
      <Alert type="warning" showIcon title="密码只显示这一次，关闭后平台上谁也看不到。" style={{ marginBottom: 12 }} />
      <ol style={{ paddingLeft: 20, margin: 0 }}>
        <li>当面或打电话告诉本人，不要发在微信群里。</li>
        <li>本人登录时必须改成自己的密码，这个密码随即作废。</li>
        <li>{lost}</li>
      </ol>
    </Modal>
  );
}
