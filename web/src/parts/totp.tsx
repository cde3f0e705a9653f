// SPDX-License-Identifier: Apache-2.0
// The second factor: off, being set up (the secret is shown once), on.
import { Alert, App, Button, Form, Input, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { api, type Session } from '../api/client';
import { useChange } from './change';
import { showProblem } from './problem';
import { QrPicture } from './qr-picture';

interface Seed {
  secret: string;
  uri: string;
}

export function fours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

function Setup({ seed, onEnd }: { seed: Seed; onEnd: () => void }) {
  const [form] = Form.useForm<{ code: string }>();
  const change = useChange(
    '动态口令已启用，下次登录时要输入',
    async ({ code }: { code: string }) => (await api.POST('/api/v1/session/totp/confirmation', { body: { code } })).data!,
    { form, done: onEnd },
  );
  return (
    <Space wrap size="large" align="start">
      <QrPicture text={seed.uri} label="二维码：动态口令的密钥" />
      <div style={{ maxWidth: 420 }}>
        <p style={{ marginTop: 0 }}>1. 用手机上的验证器应用扫描二维码；扫不了的，在应用里选“手动输入”，填下面的密钥。</p>
        <p className="secret" data-testid="totp-secret">
          {fours(seed.secret)}
        </p>
        <p className="muted">
          密钥只显示这一次。正在用手机看这个页面的，可以<a href={seed.uri}>直接在验证器中打开</a>。
        </p>
        <p>2. 把应用显示的 6 位数字填在这里，证明已经装好：</p>
        <Form form={form} layout="vertical" onFinish={(given) => change.mutate(given)} requiredMark={false}>
          <Form.Item name="code" label="动态口令" rules={[{ required: true, pattern: /^\d{6}$/, message: '请输入 6 位数字' }]}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} style={{ width: 160 }} />
          </Form.Item>
          <Space>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              启用
            </Button>
            <Button onClick={onEnd}>不启用了</Button>
          </Space>
        </Form>
      </div>
    </Space>
  );
}

function TurnOff() {
  const change = useChange('动态口令已停用', async () => (await api.DELETE('/api/v1/session/totp')).data! as object);
  return (
    <Popconfirm
      title="停用动态口令？"
      description="停用后，知道您密码的人就能以您的名义登录。"
      okText="停用"
      okButtonProps={{ danger: true }}
      onConfirm={() => change.mutate(undefined)}
    >
      <Button danger loading={change.isPending}>
        停用
      </Button>
    </Popconfirm>
  );
}

export function Totp({ session }: { session: Session }) {
  const app = App.useApp();
  const [seed, setSeed] = useState<Seed>();
  const begin = async () => {
    try {
      setSeed((await api.POST('/api/v1/session/totp')).data as unknown as Seed);
    } catch (problem) {
      showProblem(app, problem);
    }
  };
  if (session.totp)
    return (
      <>
        <Alert type="success" showIcon title="已启用：登录和确认本人时，除密码外还要输入手机上的 6 位数字。" style={{ marginBottom: 12 }} />
        <p className="muted">换手机：先在这里停用，再用新手机重新启用。</p>
        <TurnOff />
      </>
    );
  if (seed) return <Setup seed={seed} onEnd={() => setSeed(undefined)} />;
  return (
    <>
      <p>
        没有启用。启用后，登录除密码外还要输入手机验证器应用里每 30 秒一换的 6 位数字；密码泄露了，别人也登录不了。不需要短信，手机不联网也能用。
      </p>
      <Button type="primary" onClick={() => void begin()}>
        启用动态口令
      </Button>
    </>
  );
}
