// SPDX-License-Identifier: Apache-2.0
// A person's own account: who they are here, their password, their second factor, where they are signed in.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Descriptions, Popconfirm } from 'antd';
import { api, type Session } from '../api/client';
import { PasswordForm } from '../forms/password';
import { Deputies } from '../parts/deputies';
import { showProblem } from '../parts/problem';
import { isBureau, isInstitution, useSession } from '../parts/session';
import { SigningKeyPart } from '../parts/signing-key';
import { Templates } from '../parts/templates';
import { Totp } from '../parts/totp';
import { roleWords, time } from '../words';

function Elsewhere() {
  const app = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    try {
      await api.DELETE('/api/v1/session', { params: { query: { everywhere: 'true' } } });
      queries.clear();
      await navigate({ to: '/login' });
    } catch (problem) {
      showProblem(app, problem);
    }
  };
  return (
    <>
      <p>在公用电脑上忘了退出，或者怀疑别人在用您的账号：退出所有设备，包括这一台，再修改密码。</p>
      <Popconfirm title="退出所有设备？" description="没有提交的内容会丢失。" okText="全部退出" onConfirm={() => void leave()}>
        <Button danger>退出所有设备</Button>
      </Popconfirm>
    </>
  );
}

function About({ me }: { me: Session }) {
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'n', label: '姓名', children: me.display_name },
        { key: 'r', label: '岗位', children: roleWords[me.role] ?? me.role },
        { key: 'u', label: '单位编号', children: me.unit },
        ...(me.region ? [{ key: 'g', label: '地区代码', children: me.region }] : []),
        { key: 'e', label: '本次登录', children: `不操作的话到 ${time(me.ends_at)} 自动退出` },
      ]}
    />
  );
}

export function MePage() {
  const session = useSession();
  if (!session.data) return null;
  return (
    <>
      <div className="headline">
        <div>
          <h1>我的账号</h1>
          <p>您在平台上的每一次操作都以这个账号记入账本，请不要借给别人用。</p>
        </div>
      </div>
      <div className="panel">
        <About me={session.data} />
      </div>
      {isBureau(session.data) && <Deputies />}
      {isBureau(session.data) && (
        <div className="panel">
          <Templates title="本部门的告知文书表样" note="机构和本部门下载的从业告知书、收讫回执按本部门的表样填写；没有的用平台的表式。成批打印的回执也一样。" />
        </div>
      )}
      <div className="panel">
        <h2>动态口令</h2>
        <Totp session={session.data} />
      </div>
      {isInstitution(session.data) && (
        <div className="panel">
          <h2>签名密钥</h2>
          <SigningKeyPart />
        </div>
      )}
      <div className="panel">
        <h2>修改密码</h2>
        <PasswordForm send="修改密码" />
      </div>
      <div className="panel">
        <h2>登录的设备</h2>
        <Elsewhere />
      </div>
    </>
  );
}
