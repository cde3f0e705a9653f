// SPDX-License-Identifier: Apache-2.0
// A person's own password. The rules are the server's (src/access/secrets.cpp); the length is said before it is sent.
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, Problem, type Receipt, type Session, setCsrfToken } from '../api/client';
import { showProblem } from '../parts/problem';
import { tellReceipt } from '../parts/receipt';
import { sessionKey } from '../parts/session';

interface Given {
  current: string;
  wanted: string;
  again: string;
}

interface PasswordFormProps {
  send: string;
  currentLabel?: string;
}

export function PasswordForm({ send, currentLabel = '原密码' }: PasswordFormProps) {
  const app = App.useApp();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [form] = Form.useForm<Given>();
  const change = async ({ current, wanted }: Given) => {
    setBusy(true);
    try {
      const { data } = await api.POST('/api/v1/session/password', { body: { current, wanted } });
      const written = data as unknown as { result: Session; receipt?: Receipt };
      setCsrfToken(written.result.csrf_token);
      form.resetFields();
      tellReceipt(app, '密码已修改，其他设备上的登录已失效', written.receipt);
      queries.setQueryData(sessionKey, written.result);
      await queries.invalidateQueries();
    } catch (refusal) {
      if (refusal instanceof Problem && refusal.key === 'access.bad_credentials')
        form.setFields([{ name: 'current', errors: [`${currentLabel}不正确`] }]);
      else showProblem(app, refusal, form);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form form={form} layout="vertical" onFinish={(given) => void change(given)} requiredMark={false} style={{ maxWidth: 360 }}>
      <Form.Item name="current" label={currentLabel} rules={[{ required: true, message: `请输入${currentLabel}` }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="wanted"
        label="新密码"
        extra="至少 10 个字符，不能包含账号名。可以用一句只有自己知道的话。"
        rules={[{ required: true, min: 10, message: '至少 10 个字符' }]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输入一次新密码"
        dependencies={['wanted']}
        rules={[
          { required: true, message: '请再输入一次' },
          {
            validator: (_, again: string) =>
              !again || again === form.getFieldValue('wanted') ? Promise.resolve() : Promise.reject(new Error('两次输入的不一样')),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {send}
      </Button>
    </Form>
  );
}
