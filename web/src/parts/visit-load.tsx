// SPDX-License-Identifier: Apache-2.0
// Before a further visit is planned: how often somebody was visited this year, and what the one-visit rule asks.
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { api } from '../api/client';
import { type VisitLoad, visitLoad } from '../api/planning';
import { daysWords } from '../inspection-words';
import { loadWords } from '../planning-words';
import { LooksList } from './looks';
import { Why } from './why';

interface Whom {
  checked?: 'institution' | 'enterprise' | null;
  institution?: string | null;
  enterprise?: string | null;
  project?: string | null;
}

// A project stands for whoever carries it out, or whom it is for.
async function loadOf({ checked, institution, enterprise, project }: Whom): Promise<VisitLoad | null> {
  const chosen = checked === 'enterprise' ? enterprise : institution;
  const of = chosen || !project ? undefined : (await api.GET('/api/v1/projects/{id}', { params: { path: { id: project } } })).data!;
  const id = chosen ?? (checked === 'enterprise' ? of?.enterprise : of?.institution);
  if (!id) return null;
  return visitLoad(checked === 'enterprise' ? { enterprise: id } : { institution: id });
}

export function VisitReminder({ whom }: { whom: Whom }) {
  const { data: load, error } = useQuery({ queryKey: ['visit-load', whom], queryFn: () => loadOf(whom) });
  if (error) return <Alert type="warning" showIcon style={{ marginBottom: 16 }} title="没有读到今年已经检查的次数，是否超过频次上限请另行核对" />;
  if (!load || (load.by.length === 0 && load.ahead.length === 0)) return null;
  return (
    <Alert
      type={load.reached ? 'warning' : 'info'}
      showIcon
      style={{ marginBottom: 16 }}
      title={
        <>
          {loadWords(load)}
          {load.one_visit && <Why citation={load.one_visit} />}
          {load.caps && <Why citation={load.caps} />}
        </>
      }
      description={
        <>
          {load.by.length > 0 && <LooksList by={load.by} />}
          {load.ahead.map((one) => (
            <div key={one.reference}>
              待办：{daysWords(one.from, one.until)}　{one.reference}
            </div>
          ))}
        </>
      }
    />
  );
}
