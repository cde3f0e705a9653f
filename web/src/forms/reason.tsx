// SPDX-License-Identifier: Apache-2.0
// An act that asks for nothing but its reason.
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Receipt } from '../api/client';
import { useChange } from '../parts/change';
import { Sheet } from './sheet';

interface Given {
  text: string;
}
interface Props {
  label: string;
  send: string;
  done: string; // told with the receipt
  field?: string;
  follows?: ReactNode; // what comes of it
  next?: boolean;
  small?: boolean;
  act?: string;
  title?: string;
  max?: number;
  make: (text: string) => Promise<{ receipt?: Receipt | null }>;
}

export function ReasonForm({ label, send, done, field = '理由', follows, next, small, act, title, max = 1000, make }: Props) {
  const [form] = Form.useForm<Given>();
  const change = useChange(done, ({ text }: Given) => make(text.trim()), { form, done: () => form.resetFields() });
  return (
    <Sheet<Given>
      label={label}
      send={send}
      busy={change.isPending}
      form={form}
      {...(next ? { next } : {})}
      {...(small ? { small } : {})}
      {...(act ? { act } : {})}
      {...(title ? { title } : {})}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {follows && <p className="muted">{follows}</p>}
      <Form.Item name="text" label={field} rules={[{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }]}>
        <Input.TextArea rows={6} maxLength={max} showCount />
      </Form.Item>
    </Sheet>
  );
}
