// SPDX-License-Identifier: Apache-2.0
// From an accident or a major hazard back to the reports about the plant that should have named it.
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { tracesOf, type Trace } from '../api/findings';
import { EnterprisePicker } from '../forms/enterprise';
import { DatePicker, day } from '../parts/day-picker';
import { ScreeningLink } from '../parts/findings';
import { useFilters } from '../parts/filters';
import { type Column, Rows } from '../parts/rows';
import { time } from '../words';

interface Given {
  enterprise: string;
  before: Dayjs;
  words?: string;
}

const required = [{ required: true, message: '必填' }];

function named(row: Trace) {
  if (!row.readable) return <Tag>没有读到文本</Tag>;
  return row.times > 0 ? <Tag color="green">写到 {row.times} 处</Tag> : <Tag color="red">没有写到</Tag>;
}

const columns: Column<Trace>[] = [
  { title: '报告', render: (row) => <ScreeningLink report={row.report}>{row.title}</ScreeningLink> },
  { title: '机构', width: 220, render: (row) => row.institution_name },
  { title: '提交', width: 130, render: (row) => time(row.filed_at) },
  { title: '是否写到', width: 120, render: named },
  { title: '写到的地方', render: (row) => (row.around ? <span className="typed">…{row.around}…</span> : '') },
];

export function TracesPage() {
  const [filters, go] = useFilters();
  const [form] = Form.useForm<Given>();
  const { enterprise, before, words } = filters;
  const asked = enterprise !== undefined && before !== undefined;
  const list = useQuery({ queryKey: ['traces', enterprise, before, words], queryFn: () => tracesOf(enterprise!, before!, words), enabled: asked });
  return (
    <>
      <div className="headline">
        <div>
          <h1>事故追溯</h1>
          <p>从事故、重大隐患或者重大危险源，追溯到这家企业此前的报告：该写到的，有没有写到。没有写到，可以在报告里记一条线索，或者办认定、立案。</p>
        </div>
      </div>
      <div className="panel">
        <Form<Given>
          form={form}
          layout="vertical"
          initialValues={{ enterprise, before: before ? dayjs(before) : undefined, words }}
          onFinish={(given) => go({ enterprise: given.enterprise, before: day(given.before), words: given.words?.trim() || undefined })}
        >
          <Form.Item name="enterprise" label="企业" rules={required}>
            <EnterprisePicker />
          </Form.Item>
          <Form.Item name="before" label="事故或者发现的日期" extra="只看这一天以前提交的报告。" rules={required}>
            <DatePicker style={{ width: 200 }} />
          </Form.Item>
          <Form.Item name="words" label="报告里应当写到的词" extra="如“液氯储罐”“硝化”。不填，只列出报告。">
            <Input maxLength={40} style={{ maxWidth: 320 }} />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            追溯
          </Button>
        </Form>
      </div>
      {asked && (
        <div className="panel">
          <Rows
            label="此前的报告"
            columns={words ? columns : columns.slice(0, 3)}
            rows={list.data ?? []}
            rowKey={(row) => row.report}
            pending={list.isPending}
            empty={list.error ? '没有读到报告，请刷新。' : '这家企业此前没有您能查看的报告。'}
            least={860}
          />
        </div>
      )}
    </>
  );
}
