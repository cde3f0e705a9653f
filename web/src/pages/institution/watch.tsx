// SPDX-License-Identifier: Apache-2.0
// How the institution was rated, what it was punished for, and whether it is watched more closely.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { type DecisionRow, decisionsOf } from '../../api/cases';
import { keyListFrom } from '../../api/planning';
import { More, usePages } from '../../parts/pages';
import { type Column, Rows } from '../../parts/rows';
import { isBureau, useSession } from '../../parts/session';
import { GradeRows } from '../grades';
import { listingColumns } from '../key-list';

function standing({ annulled_on: annulled, delivered_on: delivered }: DecisionRow) {
  if (annulled) return <Tag>{annulled} 撤销、变更或者确认违法</Tag>;
  return delivered ? <Tag color="red">{delivered} 送达</Tag> : <Tag>还没有送达</Tag>;
}

const decisionColumns = (officer: boolean): Column<DecisionRow>[] => [
  {
    title: '决定书',
    width: 220,
    render: (row) => (
      <>
        {officer ? (
          <Link to="/cases/$id" params={{ id: row.id }}>
            {row.document}
          </Link>
        ) : (
          row.document
        )}
        <div className="muted">
          {row.decided_on}　{row.bureau_name}
        </div>
      </>
    ),
  },
  { title: '行为', render: (row) => row.conduct_names.join('；') },
  { title: '处罚', render: (row) => row.penalties.map((one, at) => <div key={at}>{one}</div>) },
  { title: '效力', width: 170, render: standing },
];

function Decisions({ institution }: { institution: string }) {
  const session = useSession().data;
  const may = isBureau(session) || session?.unit === institution;
  const found = useQuery({ queryKey: ['decisions', institution], queryFn: () => decisionsOf(institution), enabled: may });
  if (!may) return null;
  return (
    <>
      <h3>处罚决定</h3>
      <Rows
        label="处罚决定"
        columns={decisionColumns(isBureau(session))}
        rows={found.data ?? []}
        rowKey={(row) => row.id}
        pending={found.isPending}
        empty={found.error ? '没有读到处罚决定，请刷新。' : '没有受过处罚。'}
        least={800}
      />
    </>
  );
}

export function Watch({ institution }: { institution: string }) {
  const list = usePages(['key-list', institution], (from) => keyListFrom(from, institution));
  return (
    <>
      <h3>信用评级</h3>
      <GradeRows institution={institution} />
      <Decisions institution={institution} />
      <h3>重点监督检查对象</h3>
      <Rows
        label="重点监督检查对象"
        columns={listingColumns}
        rows={list.rows}
        rowKey={(row) => row.id}
        pending={list.isPending}
        empty={list.error ? '没有读到名单，请刷新。' : '没有列入过。'}
        least={800}
      />
      <More list={list} />
    </>
  );
}
