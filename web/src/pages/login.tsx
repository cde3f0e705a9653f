// SPDX-License-Identifier: Apache-2.0
// Signing in: name and password, then the code for those who asked for one.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, Problem } from '../api/client';
import { useFilters } from '../parts/filters';
import { fetchSession, sessionKey } from '../parts/session';

interface Credentials {
  login: string;
  password: string;
  code?: string;
}

// What comes next is fetched while the password is being checked.
function fetchAhead(): void {
  void import('../parts/shell');
  void import('./home');
}

function wording(refusal: unknown, second: boolean): string {
  if (!(refusal instanceof Problem)) return '没有连上服务器，请检查网络后再试。';
  if (second && refusal.key === 'access.bad_credentials')
    return '动态口令不正确，或者已经用过。每个口令只能用一次，请等下一个；并核对手机时间是否准确。';
  return refusal.message;
}

function useSignIn() {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [second, setSecond] = useState(false);
  const [{ next }] = useFilters();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const enter = async (given: Credentials) => {
    setBusy(true);
    setProblem('');
    fetchAhead();
    try {
      await api.POST('/api/v1/session', { body: given });
      queries.clear();
      await queries.fetchQuery({ queryKey: sessionKey, queryFn: fetchSession });
      const [path, search] = (next?.startsWith('/') ? next : '/').split('?');
      await navigate({ to: path as '/', search: Object.fromEntries(new URLSearchParams(search)) });
    } catch (refusal) {
      if (refusal instanceof Problem && refusal.key === 'access.code_needed') setSecond(true);
      else setProblem(wording(refusal, second));
    } finally {
      setBusy(false);
    }
  };
  const back = () => {
    setSecond(false);
    setProblem('');
  };
  return { problem, busy, second, returning: next !== undefined, enter, back };
}

function CodeStep({ back }: { back: () => void }) {
  return (
    <>
      <p>密码正确。请打开手机上的验证器，输入安评这一项的 6 位数字。</p>
      <Form.Item name="code" label="动态口令" rules={[{ required: true, pattern: /^\d{6}$/, message: '请输入 6 位数字' }]}>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
      </Form.Item>
      <p>
        <Button type="link" style={{ padding: 0 }} onClick={back}>
          换一个账号
        </Button>
      </p>
    </>
  );
}

export function LoginPage() {
  const [form] = Form.useForm<Credentials>();
  const { problem, busy, second, returning, enter, back } = useSignIn();
  const again = () => {
    form.resetFields(['password', 'code']);
    back();
  };
  return (
    <main className="page">
      <div className="panel login">
        <h1>安评工作台</h1>
        {problem && <Alert type="error" title={problem} style={{ marginBottom: 16 }} showIcon />}
        {!problem && returning && !second && (
          <Alert type="info" title="请登录；登录后回到刚才的页面。" style={{ marginBottom: 16 }} showIcon />
        )}
        <Form form={form} layout="vertical" onFinish={(given) => void enter({ ...form.getFieldsValue(true), ...given })} requiredMark={false}>
          <div hidden={second}>
            <Form.Item name="login" label="账号" rules={[{ required: true, message: '请输入账号' }]}>
              <Input autoComplete="username" autoFocus />
            </Form.Item>
            <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
              <Input.Password autoComplete="current-password" />
            </Form.Item>
          </div>
          {second && <CodeStep back={again} />}
          <Button type="primary" htmlType="submit" block loading={busy}>
            登录
          </Button>
        </Form>
        <p className="muted" style={{ textAlign: 'center', margin: '16px 0 0' }}>
          查询机构、查验报告不需要登录：<a href="/">公开查询</a>
        </p>
      </div>
    </main>
  );
}
