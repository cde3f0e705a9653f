// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, Problem } from '../api/client';
import { fetchSession, sessionKey } from '../parts/session';

interface Credentials {
  login: string;
  password: string;
  code?: string;
}

export function LoginPage() {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const needsCode = problem?.key === 'access.code_needed';
  const enter = async (given: Credentials) => {
    setBusy(true);
    try {
      await api.POST('/api/v1/session', { body: given });
      queries.clear();
      await queries.fetchQuery({ queryKey: sessionKey, queryFn: fetchSession });
      await navigate({ to: '/' });
    } catch (refusal) {
      setProblem(refusal instanceof Problem ? refusal : new Problem(0, '', '', '没有连上服务器', [], [], ''));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="page">
      <div className="panel login">
        <h1>安评工作台</h1>
        {problem && <Alert type="error" title={problem.message} style={{ marginBottom: 16 }} showIcon />}
        <Form layout="vertical" onFinish={enter} requiredMark={false}>
          <Form.Item name="login" label="账号" rules={[{ required: true, message: '请输入账号' }]}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {needsCode && (
            <Form.Item name="code" label="动态码" rules={[{ required: true, message: '请输入动态码' }]}>
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" block loading={busy}>
            登录
          </Button>
        </Form>
        <p className="muted" style={{ textAlign: 'center', marginBottom: 0 }}>
          查询机构、查验报告不需要登录：<a href="/">公开查询</a>
        </p>
      </div>
    </main>
  );
}
