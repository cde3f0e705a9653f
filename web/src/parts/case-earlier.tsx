// SPDX-License-Identifier: Apache-2.0
// Earlier penalties of the institution beside this case: are the facts others? Only a yes counts towards the police.
import { Link } from '@tanstack/react-router';
import { Form, Input, Radio, Tag } from 'antd';
import { type Case, type EarlierDecision, judgeEarlier } from '../api/cases';
import { written } from '../forms/case-lines';
import { Sheet } from '../forms/sheet';
import { useChange } from './change';
import { LedgerEntry } from './findings';
import { type Column, Rows } from './rows';

interface Given {
  different: boolean;
  reason: string;
}

function JudgeForm({ view, one }: { view: Case; one: EarlierDecision }) {
  const [form] = Form.useForm<Given>();
  const change = useChange('已记录', (given: Given) => judgeEarlier(view.summary.id, { earlier: one.id, ...given }), { form });
  return (
    <Sheet<Given>
      label={one.different === undefined ? '是不是不同事实' : '重新回答'}
      small
      title={`${one.document} 与本案`}
      send="记录"
      busy={change.isPending}
      form={form}
      initial={{ ...(one.different === undefined ? {} : { different: one.different }), reason: one.reason ?? '' }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <h3>此前的决定</h3>
      <p className="typed">{one.facts}</p>
      <h3>本案</h3>
      <p className="typed">{view.text}</p>
      <Form.Item name="different" label="两者是不同的事实吗" rules={[{ required: true, message: '请选择' }]}>
        <Radio.Group
          options={[
            { value: true, label: '是，不同事实' },
            { value: false, label: '否，同一事实' },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={written}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </Sheet>
  );
}

function Answer({ of }: { of: EarlierDecision }) {
  if (of.different === undefined)
    return (
      <div>
        <Tag color="orange">还没有回答，不计</Tag>
      </div>
    );
  return (
    <div className="stacked">
      <div>
        <Tag color={of.different ? 'red' : 'default'}>{of.different ? '不同事实，计入' : '同一事实，不计'}</Tag>
      </div>
      <div>{of.reason}</div>
      {of.entry !== undefined && <LedgerEntry entry={of.entry} />}
    </div>
  );
}

export function EarlierDecisions({ view, may }: { view: Case; may: boolean }) {
  if (view.earlier_decisions.length === 0) return null;
  const columns: Column<EarlierDecision>[] = [
    {
      title: '此前的决定',
      width: 240,
      render: (row) => (
        <>
          <Link to="/cases/$id" params={{ id: row.id }}>
            {row.document}
          </Link>
          <div className="muted">
            {row.decided_on}　{row.bureau_name}
          </div>
        </>
      ),
    },
    {
      title: '行为',
      width: 200,
      render: (row) => (
        <>
          {row.conduct_names.join('；')}
          {row.acted_on && <div className="muted">终了 {row.acted_on}</div>}
        </>
      ),
    },
    { title: '事实', render: (row) => <span className="typed">{row.facts}</span> },
    {
      title: '与本案是不同事实吗',
      width: 230,
      render: (row) => (
        <div className="stacked">
          <Answer of={row} />
          {may && (
            <div>
              <JudgeForm key={String(row.entry)} view={view} one={row} />
            </div>
          )}
        </div>
      ),
    },
  ];
  return (
    <div className="panel">
      <h2>此前的处罚决定</h2>
      <p className="muted">行为终了前的规定期间内，这家机构因虚假报告受到的处罚。不同事实的才计入移送公安机关的次数：现计 {view.earlier} 次。</p>
      <Rows label="此前的处罚决定" columns={columns} rows={view.earlier_decisions} rowKey={(row) => row.id} empty="没有。" least={900} />
    </div>
  );
}
