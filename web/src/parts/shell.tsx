// SPDX-License-Identifier: Apache-2.0
// The frame of every page of the desk: navigation by office, search, who is signed in, and the password question.
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { Fragment, lazy, Suspense, useEffect, useState } from 'react';
import { api, onReauthenticate, onSignedOut, Problem } from '../api/client';
import { roleWords } from '../words';
import { navigationOf } from './navigation';
import { PageLoading } from './page-states';
import { SearchBox } from './search';
import { mayInspect, useSession } from './session';

const PasswordQuestion = lazy(async () => ({ default: (await import('./password-question')).PasswordQuestion }));
// Without it nothing but what it says is missing: a page is not stopped by it.
const UnsentBar = lazy(() => import('./unsent/bar').then(({ UnsentBar: bar }) => ({ default: bar })).catch(() => ({ default: () => null })));
const FirstPassword = lazy(async () => ({ default: (await import('../pages/first-password')).FirstPassword }));

// Holds the question while an act waits for its answer.
function Reauthentication({ totp }: { totp: boolean }) {
  const [asked, setAsked] = useState<{ answer: (given: boolean) => void }>();
  useEffect(() => onReauthenticate(() => new Promise((answer) => setAsked({ answer }))), []);
  if (!asked) return null;
  const close = (given: boolean) => {
    setAsked(undefined);
    asked.answer(given);
  };
  return (
    <Suspense fallback={<Spin fullscreen />}>
      <PasswordQuestion totp={totp} onAnswer={close} />
    </Suspense>
  );
}

// To the sign-in page, and back here afterwards. Once: this frame still stands while that page is being fetched.
function useLeaveWhenSignedOut(signedOut: boolean) {
  const router = useRouter();
  useEffect(() => {
    const leave = () => {
      const { pathname, searchStr } = router.state.location;
      if (pathname === '/login') return;
      const next = pathname === '/' ? undefined : pathname + searchStr;
      void router.navigate({ to: '/login', search: { next }, replace: true });
    };
    onSignedOut(leave);
    if (signedOut) leave();
  }, [signedOut, router]);
}

function Unreached({ retry }: { retry: () => void }) {
  return (
    <div className="page-state" role="alert">
      <h1>没有连上服务器</h1>
      <p>请检查网络；已经提交的内容不受影响。</p>
      <Button type="primary" onClick={retry}>
        重试
      </Button>
    </div>
  );
}

export function Shell() {
  const session = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signedOut = session.error instanceof Problem && session.error.status === 401;
  useLeaveWhenSignedOut(signedOut);
  if (session.isPending || signedOut) return <PageLoading />;
  if (!session.data) return <Unreached retry={() => void session.refetch()} />;
  const me = session.data;
  const leave = async () => {
    await api.DELETE('/api/v1/session');
    queries.clear();
    await navigate({ to: '/login' });
  };
  if (me.must_change_password)
    return (
      <Suspense fallback={<PageLoading />}>
        <FirstPassword session={me} onLeave={leave} />
      </Suspense>
    );
  return (
    <div className="desk">
      <div className="side">
        <a href="/" className="brand">
          安评<small>机构监督管理</small>
        </a>
        <nav aria-label="主导航">
          {navigationOf(me).map(({ to, icon, label, heading }) => (
            <Fragment key={to}>
              {heading && <span className="part">{heading}</span>}
              <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                <span aria-hidden="true">{icon}</span>
                <span>{label}</span>
              </Link>
            </Fragment>
          ))}
        </nav>
      </div>
      <div className="body">
        <header className="top">
          <SearchBox />
          <Link to="/me" className="who" title="我的账号：修改密码、动态口令">
            <strong>{me.display_name}</strong> <span className="muted">{roleWords[me.role] ?? ''}</span>
          </Link>
          <Button onClick={() => void leave()}>退出</Button>
        </header>
        <main className="page">
          {mayInspect(me) && (
            <Suspense fallback={null}>
              <UnsentBar account={me.account} />
            </Suspense>
          )}
          <Outlet />
        </main>
      </div>
      <Reauthentication totp={me.totp} />
    </div>
  );
}
