// SPDX-License-Identifier: Apache-2.0
// Asks who is there before an act in their own name.
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, Problem, setCsrfToken, type Session } from '../api/client';

interface Given {
  password: string;
  code?: string;
}

interface PasswordQuestionProps {
  totp: boolean;
  onAnswer: (given: boolean) => void;
}

function reason(refusal: unknown, totp: boolean): string {
  if (!(refusal instanceof Problem)) return '没有连上服务器，请再试一次';
  if (refusal.key !== 'access.bad_credentials') return refusal.message;
  return totp ? '密码或动态口令不正确；每个动态口令只能用一次，可以等下一个再试' : '密码不正确';
}

export function PasswordQuestion({ totp, onAnswer }: PasswordQuestionProps) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [form] = Form.useForm<Given>();
  const confirm = async ({ password, code }: Given) => {
    setBusy(true);
    try {
      const { data } = await api.POST('/api/v1/session/reauthentication', { body: { password, ...(code ? { code } : {}) } });
      setCsrfToken((data as unknown as Session).csrf_token);
      onAnswer(true);
    } catch (refusal) {
      setProblem(reason(refusal, totp));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title="请确认是您本人"
      okText="确认"
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={() => onAnswer(false)}
    >
      <p className="muted">接下来的操作以您本人名义作出，会连同您的账号一起记入账本。五分钟内不再询问。</p>
      <Form form={form} layout="vertical" onFinish={(given) => void confirm(given)} requiredMark={false}>
        <Form.Item
          name="password"
          label="密码"
          rules={[{ required: true, message: '请输入密码' }]}
          {...(problem ? { validateStatus: 'error', help: problem } : {})}
        >
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        {totp && (
          <Form.Item name="code" label="动态口令" rules={[{ pattern: /^\d{6}$/, required: true, message: '请输入 6 位数字' }]}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
          </Form.Item>
        )}
        <button type="submit" hidden />
      </Form>
    </Modal>
  );
}
