// SPDX-License-Identifier: Apache-2.0
// On every page of who inspects: sends what is kept when a connection is there, and says while something is not sent.
import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useEffect } from 'react';
import { tellReceipt } from '../receipt';
import { queue, useUnsent } from './use-unsent';

const kAgain = 30_000; // a weak connection comes back without the browser saying so

function useSending(account: string): void {
  const app = App.useApp();
  const queries = useQueryClient();
  useEffect(() => {
    queue.told = {
      sent: (act, receipt) => {
        tellReceipt(app, act.said.to === 'problems' ? '问题已记录' : '证据已归入', receipt);
        void queries.invalidateQueries();
      },
      refused: (_, text) => {
        app.message.error(`没有记入：${text}`, 8);
        void queries.invalidateQueries();
      },
    };
    const send = () => {
      if (navigator.onLine && queue.snapshot().acts.some((one) => !one.refused)) void queue.send();
    };
    const leaves = (event: BeforeUnloadEvent) => {
      if (queue.snapshot().acts.some((one) => one.fleeting)) event.preventDefault();
    };
    void queue.open(account).then(send);
    window.addEventListener('online', send);
    window.addEventListener('beforeunload', leaves);
    const timer = setInterval(send, kAgain);
    return () => {
      window.removeEventListener('online', send);
      window.removeEventListener('beforeunload', leaves);
      clearInterval(timer);
      queue.told = undefined;
      void queue.open('');
    };
  }, [account, app, queries]);
}

export function UnsentBar({ account }: { account: string }) {
  useSending(account);
  const { acts, sending } = useUnsent();
  if (acts.length === 0) return null;
  const refused = acts.filter((one) => one.refused).length;
  return (
    <Alert
      className="no-print"
      type={refused > 0 ? 'error' : 'warning'}
      showIcon
      style={{ marginBottom: 16 }}
      title={`现场记录的问题、照片有 ${acts.length} 件没有发送，留在这台设备上${refused > 0 ? `，其中 ${refused} 件没有被记入` : ''}`}
      description={[...new Set(acts.map((one) => one.inspection))].map((id) => (
        <Link key={id} to="/inspections/$id" params={{ id }}>
          {id}{' '}
        </Link>
      ))}
      action={
        refused < acts.length && (
          <Button size="small" loading={sending !== undefined} onClick={() => void queue.send()}>
            全部发送
          </Button>
        )
      }
    />
  );
}
