// SPDX-License-Identifier: Apache-2.0
// One's own signing key: made with a passphrase nobody else knows, shown, ended.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Descriptions, Form, Input, Modal, Space, Tag } from 'antd';
import { useState } from 'react';
import { api, type Get } from '../api/client';
import { makeKey } from '../signing';
import { time } from '../words';
import { useChange } from './change';
import { useSession } from './session';

type Present = NonNullable<Get<'/api/v1/session/signing-key'>['present']>;

export function useSigningKey() {
  return useQuery({
    queryKey: ['signing-key'],
    queryFn: async () => (await api.GET('/api/v1/session/signing-key')).data!.present ?? null,
  });
}

// As people read it aloud.
export const spoken = (key: string) => key.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');

interface Given {
  passphrase: string;
  again: string;
}

const rules = [
  { required: true, message: '请设置签名口令' },
  { min: 10, message: '至少 10 个字，可以是一句话' },
];

function MakeForm({ onEnd }: { onEnd: () => void }) {
  const [form] = Form.useForm<Given>();
  const account = useSession().data?.account ?? '';
  const change = useChange(
    '签名密钥已登记',
    async ({ passphrase }: Given) =>
      (await api.POST('/api/v1/session/signing-key', { body: await makeKey(account, passphrase) })).data!,
    { form, done: onEnd },
  );
  return (
    <Modal
      open
      title="设置签名密钥"
      okText="生成并登记"
      confirmLoading={change.isPending}
      onOk={() => void form.validateFields().then((given) => change.mutate(given), () => undefined)}
      onCancel={onEnd}
    >
      <p>密钥在您的浏览器里生成，用下面的口令加密后才离开这台电脑。平台和管理员都打不开，也不能替您签名。</p>
      <Alert
        type="warning"
        showIcon
        title="口令不能找回。忘记了就停用这把密钥，再设一把新的；以前的确认仍然有效。请不要与登录密码相同。"
        style={{ marginBottom: 16 }}
      />
      {/* Not a form element of its own: this stands inside others. */}
      <Form form={form} layout="vertical" component={false} requiredMark={false}>
        <Form.Item name="passphrase" label="签名口令" rules={rules}>
          <Input.Password autoComplete="new-password" autoFocus />
        </Form.Item>
        <Form.Item
          name="again"
          label="再输入一次签名口令"
          dependencies={['passphrase']}
          rules={[
            { required: true, message: '请再输入一次' },
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === getFieldValue('passphrase') ? Promise.resolve() : Promise.reject(new Error('两次输入的不一样')),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

export function MakeSigningKey({ label, primary }: { label: string; primary?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <MakeForm onEnd={() => setOpen(false)} />}
    </>
  );
}

function Revoke() {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const change = useChange(
    '签名密钥已停用',
    async ({ reason }: { reason: string }) =>
      (await api.POST('/api/v1/session/signing-key/revocation', { body: { reason } })).data!,
    { form, done: () => setOpen(false) },
  );
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        停用
      </Button>
      <Modal
        open={open}
        title="停用签名密钥"
        okText="停用"
        okButtonProps={{ danger: true }}
        confirmLoading={change.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
      >
        <p>停用后这把密钥不能再签名；已经作出的确认仍然有效，账本里记着停用的时间和原因。</p>
        <Form form={form} layout="vertical" onFinish={(given) => change.mutate(given)}>
          <Form.Item name="reason" label="停用的原因" rules={[{ required: true, min: 2, message: '请写明原因' }]}>
            <Input maxLength={200} placeholder="如：忘记口令、口令可能泄露" />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

function Shown({ present }: { present: Present }) {
  return (
    <>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'k', label: '密钥编号', children: <code title={present.key}>{spoken(present.key)}</code> },
          {
            key: 't',
            label: '登记时间',
            children: (
              <>
                {time(present.made_at)} {present.after_reset && <Tag color="orange">建于登录被他人重设之后</Tag>}
              </>
            ),
          },
        ]}
      />
      <Space>
        <MakeSigningKey label="更换密钥" />
        <Revoke />
      </Space>
    </>
  );
}

export function SigningKeyPart() {
  const own = useSigningKey();
  if (own.error) return <p>没有读到签名密钥，请刷新。</p>;
  if (own.isPending) return null;
  return (
    <>
      <p>
        审核报告时，用您自己的 SM2 密钥对报告的摘要和您的意见签名，称为系统确认。只有使用电子认证机构证书的才称为电子签名，这里不是。
      </p>
      {own.data ? <Shown present={own.data} /> : <MakeSigningKey label="设置签名密钥" primary />}
    </>
  );
}
