// SPDX-License-Identifier: Apache-2.0
// Warning interviews and circulated notices.
import { Form, Input, Radio, Result, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/client';
import { closeTalk, recordTalk, type RecordTalk, type Talk, talksFrom } from '../api/cases';
import { type GivenOfficer, Officers, required, withoutEmpty, written } from '../forms/case-lines';
import { InviteForm } from '../forms/interviews';
import { Sheet } from '../forms/sheet';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { LedgerEntry } from '../parts/findings';
import { Invitations } from '../parts/invitations';
import { Many } from '../parts/many';
import { More, usePages } from '../parts/pages';
import { useInstitution } from '../parts/registry';
import { type Column, Rows } from '../parts/rows';
import { isBureau, mayHandleCases, useSession } from '../parts/session';

const kindWords: Record<Talk['kind'], string> = { interview: '警示约谈', notice: '通报' };

interface Given {
  kind: RecordTalk['kind'];
  title: string;
  institutions: string[];
  basis: string;
  facts: string;
  on: Dayjs;
  demands?: string;
  due?: Dayjs;
  officers?: GivenOfficer[];
}

function Institutions({ id, value, onChange }: { id?: string; value?: string[]; onChange?: (chosen: string[]) => void }) {
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['institutions', text],
    queryFn: async () => (await api.GET('/api/v1/institutions', { params: { query: { q: text } } })).data!.items,
  });
  const [first] = value ?? [];
  const known = useInstitution(first ?? '').data;
  const options = (found.data ?? []).map((one) => ({ value: one.id, label: one.name }));
  return (
    <Many
      id={id}
      value={value}
      onChange={onChange}
      showSearch={{ onSearch: setText, filterOption: false }}
      placeholder="机构名称的一部分"
      options={known && !options.some((one) => one.value === known.id) ? [{ value: known.id, label: known.name }, ...options] : options}
    />
  );
}

// Of whom, where another page led here with it: /talks?act=talk&institution=J-1&basis=…
function TalkForm() {
  const [form] = Form.useForm<Given>();
  const { institution, basis } = useSearch({ strict: false }) as { institution?: string; basis?: string };
  const change = useChange('已登记', (given: Given) =>
    recordTalk({
      kind: given.kind,
      title: given.title,
      institutions: given.institutions.map((one) => one),
      basis: given.basis,
      facts: given.facts,
      on: day(given.on),
      demands: given.demands || undefined,
      due: given.due ? day(given.due) : undefined,
      officers: withoutEmpty(given.officers),
      documents: [],
    }), { form, done: () => form.resetFields() });
  return (
    <Sheet<Given>
      label="登记约谈、通报"
      next
      act="talk"
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ kind: 'interview', on: beijingNow(), ...(institution ? { institutions: [institution] } : {}), ...(basis ? { basis } : {}), officers: [{}, {}] as GivenOfficer[] }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">约谈和通报不是处罚：督促整改的期限由部门确定，责令整改须有所引条款。</p>
      <Form.Item name="kind" label="种类" rules={required}>
        <Radio.Group options={Object.entries(kindWords).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="title" label="名称" rules={written}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="institutions" label="机构" rules={required}>
        <Institutions />
      </Form.Item>
      <Form.Item name="basis" label="依据" rules={written}>
        <Input maxLength={300} placeholder="如：自治区工作措施第三条（信用等级不合格）" />
      </Form.Item>
      <Form.Item name="facts" label="事由" rules={written}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="on" label="日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="demands" label="要求（可不填）">
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="due" label="整改期限（可不填）">
        <DatePicker />
      </Form.Item>
      <Officers />
    </Sheet>
  );
}

function CloseForm({ talk }: { talk: Talk }) {
  const [form] = Form.useForm<{ on: Dayjs; outcome: string }>();
  const change = useChange('已办结', (given: { on: Dayjs; outcome: string }) => closeTalk(talk.id, { on: day(given.on), outcome: given.outcome }), { form });
  return (
    <Sheet<{ on: Dayjs; outcome: string }> label="办结" small send="办结" busy={change.isPending} form={form} initial={{ on: beijingNow() }} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="on" label="日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="outcome" label="结果" rules={written}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </Sheet>
  );
}

export function TalksPage() {
  const session = useSession().data;
  const list = usePages(['talks'], talksFrom);
  if (session && !isBureau(session)) return <Result status="403" title="约谈、通报由应急管理部门办理" />;
  const columns: Column<Talk>[] = [
    {
      title: '约谈、通报',
      render: (row) => (
        <>
          <strong>{row.title}</strong>
          <div className="muted">
            {kindWords[row.kind]}　{row.id}
          </div>
          <LedgerEntry entry={row.entry} />
        </>
      ),
    },
    { title: '机构', width: 200, render: (row) => row.institution_names.join('、') },
    {
      title: '事由与要求',
      render: (row) => (
        <>
          <div>依据：{row.basis}</div>
          <span className="typed">{row.facts}</span>
          {row.demands && <div>要求：{row.demands}</div>}
          {row.remarks.map((one) => (
            <div key={one.entry} className="muted">
              {one.institution_name}的意见：{one.text}
            </div>
          ))}
        </>
      ),
    },
    { title: '日期', width: 120, render: (row) => row.on },
    {
      title: '办理结果',
      width: 200,
      render: (row) =>
        row.closed_on ? (
          <>
            <Tag color="green">已办结</Tag>
            <div className="muted">{row.outcome}</div>
          </>
        ) : (
          <>
            {row.due && `限 ${row.due}`} {session?.unit === row.bureau && mayHandleCases(session) && <CloseForm talk={row} />}
          </>
        ),
    },
  ];
  return (
    <>
      <div className="headline">
        <div>
          <h1>约谈与通报</h1>
          <p>警示约谈、通报的事由、依据、要求和结果。</p>
        </div>
        {mayHandleCases(session) && (
          <div className="no-print">
            <InviteForm /> <TalkForm />
          </div>
        )}
      </div>
      <Invitations />
      <div className="panel">
        <Rows label="约谈与通报" columns={columns} rows={list.rows} rowKey={(row) => row.id} pending={list.isPending} empty={list.error ? '没有读到，请刷新。' : '还没有约谈或者通报。'} least={900} />
        <More list={list} />
      </div>
    </>
  );
}
