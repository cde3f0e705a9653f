// SPDX-License-Identifier: Apache-2.0
// The frame of every page of the desk: navigation by office, search, who is signed in, and the password question.
import {
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  ClockCircleOutlined,
  EnvironmentOutlined,
  FolderOpenOutlined,
  HomeOutlined,
} from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Layout, Menu, Modal, Result, Spin, Typography } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api, onReauthenticate, onSignedOut, Problem, setCsrfToken } from '../api/client';
import { roleWords } from '../words';
import { SearchBox } from './search';
import { isBureau, isInstitution, sessionKey, useSession } from './session';

function useNavigation(session: Parameters<typeof isBureau>[0]) {
  const items = [
    { key: '/', icon: <HomeOutlined />, label: <Link to="/">我的待办</Link> },
    { key: '/projects', icon: <FolderOpenOutlined />, label: <Link to="/projects">项目</Link> },
  ];
  if (isBureau(session)) {
    items.push(
      { key: '/notices', icon: <AuditOutlined />, label: <Link to="/notices">从业告知</Link> },
      { key: '/on-site', icon: <EnvironmentOutlined />, label: <Link to="/on-site">今日在场</Link> },
    );
  }
  items.push({ key: '/deadlines', icon: <ClockCircleOutlined />, label: <Link to="/deadlines">期限</Link> });
  if (isInstitution(session))
    items.push({ key: '/institution', icon: <BankOutlined />, label: <Link to="/institution">机构与人员</Link> });
  items.push({ key: '/law', icon: <BookOutlined />, label: <Link to="/law">执行依据</Link> });
  return items;
}

// Asks for the password; the promise says whether it was given.
function PasswordQuestion() {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState('');
  const answer = useRef<(given: boolean) => void>(() => undefined);
  const [form] = Form.useForm<{ password: string }>();
  useEffect(() => {
    onReauthenticate(() => {
      setProblem('');
      setOpen(true);
      return new Promise((resolve) => (answer.current = resolve));
    });
  }, []);
  const close = (given: boolean) => {
    setOpen(false);
    form.resetFields();
    answer.current(given);
  };
  const confirm = async () => {
    const { password } = await form.validateFields();
    try {
      const { data } = await api.POST('/api/v1/session/reauthentication', { body: { password } });
      setCsrfToken((data as { csrf_token?: string }).csrf_token ?? '');
      close(true);
    } catch (refusal) {
      setProblem(refusal instanceof Problem ? refusal.message : '没有连上服务器');
    }
  };
  return (
    <Modal open={open} title="请再次输入密码" okText="确认" onOk={confirm} onCancel={() => close(false)} forceRender>
      <p className="muted">这是以您本人名义作出的确认，会连同您的账号一起记入账本。</p>
      <Form form={form} onFinish={confirm}>
        <Form.Item name="password" rules={[{ required: true, message: '请输入密码' }]} validateStatus={problem ? 'error' : ''} help={problem || undefined}>
          <Input.Password autoComplete="current-password" aria-label="密码" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

export function Shell() {
  const session = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const items = useNavigation(session.data);
  const signedOut = session.error instanceof Problem && session.error.status === 401;
  useEffect(() => onSignedOut(() => void navigate({ to: '/login' })), [navigate]);
  useEffect(() => {
    if (signedOut) void navigate({ to: '/login' });
  }, [signedOut, navigate]);
  if (session.isPending || signedOut) return <Spin fullscreen />;
  if (session.error) return <Result status="500" title="没有连上服务器" extra={<Button onClick={() => session.refetch()}>重试</Button>} />;
  const leave = async () => {
    await api.DELETE('/api/v1/session');
    queries.removeQueries({ queryKey: sessionKey });
    queries.clear();
    await navigate({ to: '/login' });
  };
  const here = items.map((item) => item.key).filter((key) => (key === '/' ? pathname === '/' : pathname.startsWith(key)));
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Sider breakpoint="lg" collapsedWidth={56} width={200}>
        <a href="/" className="brand">
          安评<small>机构监督管理</small>
        </a>
        <nav aria-label="主导航">
          <Menu theme="dark" mode="inline" selectedKeys={here} items={items} />
        </nav>
      </Layout.Sider>
      <Layout>
        <Layout.Header style={{ background: '#fff', padding: '0 24px', display: 'flex', gap: 16, alignItems: 'center', lineHeight: 'normal' }}>
          <SearchBox />
          <span style={{ marginLeft: 'auto' }}>
            <Typography.Text strong>{session.data?.display_name}</Typography.Text>{' '}
            <Typography.Text type="secondary">{roleWords[session.data?.role ?? ''] ?? ''}</Typography.Text>
          </span>
          <Button onClick={leave}>退出</Button>
        </Layout.Header>
        <Layout.Content>
          <main className="page">
            <Outlet />
          </main>
        </Layout.Content>
      </Layout>
      <PasswordQuestion />
    </Layout>
  );
}
