// SPDX-License-Identifier: Apache-2.0
// Reports from before the platform: a list of them taken in from a workbook, and that one of them was looked at.
import { InboxOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Radio, Upload } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { checkEarlierReport, type CheckEarlierReport, type EarlierPreview, earlierPreview, recordEarlierReports } from '../api/planning';
import { base64Of } from '../api/sheets';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { showProblem } from '../parts/problem';
import { type Column, Rows } from '../parts/rows';
import { coverageWords } from '../planning-words';
import { Sheet } from './sheet';

const kLargest = 8 * 1024 * 1024;
const required = [{ required: true, message: '必填' }];
const written = [{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }];
const kinds = (['desk', 'site', 'joint', 'other'] as const).map((value) => ({ value, label: coverageWords[value] }));

type Row = EarlierPreview['rows'][number];
interface Read extends EarlierPreview {
  file_name: string;
}

const columns: Column<Row>[] = [
  { title: '报告', render: (row) => <>{row.title}<div className="muted">{row.number}</div></> },
  { title: '机构和企业', render: (row) => <>{row.institution_name}<div className="muted">{row.enterprise_name}</div></> },
  { title: '日期', width: 110, render: (row) => row.made_on },
];

async function readFile(file: File): Promise<Read> {
  if (file.size > kLargest) throw new Error('工作簿超过 8 MB，请分成几份');
  return { ...(await earlierPreview(await base64Of(file))), file_name: file.name };
}

export function EarlierReportsForm() {
  const app = App.useApp();
  const [form] = Form.useForm<object>();
  const [read, setRead] = useState<Read>();
  const reading = useMutation({ mutationFn: readFile, onSuccess: setRead, onError: (problem) => showProblem(app, problem) });
  const change = useChange('已登记', ({ rows, file_name, sm3 }: Read) => recordEarlierReports({ rows, source: { file_name, sm3 } }), {
    done: () => setRead(undefined),
  });
  return (
    <Sheet<object>
      label="登记以前的报告"
      send={read ? `登记 ${read.rows.length} 份` : '登记'}
      small
      busy={change.isPending}
      held={!read || read.rows.length === 0}
      form={form}
      onSend={(_, close) => change.mutate(read!, { onSuccess: close })}
    >
      <p className="muted">平台上线以前完成的法定评价报告，每份一行。那时没有留下的告知、勘验等痕迹不用补，也不作为问题。</p>
      <p>
        <Button href="/api/v1/earlier-report-blank-sheet" download="以前的报告-模板.xlsx">
          下载空白模板
        </Button>
      </p>
      <Upload.Dragger
        accept=".xlsx"
        showUploadList={false}
        disabled={reading.isPending}
        height={read ? 56 : 120}
        beforeUpload={(file) => {
          reading.mutate(file);
          return false;
        }}
        style={{ marginBottom: 12 }}
      >
        <InboxOutlined /> {reading.isPending ? '正在读取…' : read ? '换一份工作簿' : '把填好的 Excel 工作簿（.xlsx）拖到这里，或点这里选择'}
      </Upload.Dragger>
      {read && read.problems.length > 0 && <Alert type="warning" showIcon title={`没有读入：${read.problems.join('；')}`} style={{ marginBottom: 12 }} />}
      {read && <Rows label="工作簿里的报告" columns={columns} rows={read.rows.slice(0, 50)} rowKey={(row) => `${row.institution_name} ${row.title} ${row.number ?? ''}`} empty="工作簿里没有填写任何一行。" least={560} />}
    </Sheet>
  );
}

interface GivenCheck {
  kind: CheckEarlierReport['kind'];
  on: Dayjs;
  reference: string;
}

export function EarlierCheckForm({ id, title }: { id: string; title: string }) {
  const [form] = Form.useForm<GivenCheck>();
  const change = useChange('已登记', ({ kind, on, reference }: GivenCheck) => checkEarlierReport(id, { kind, on: day(on), reference: reference.trim() }), { form });
  return (
    <Sheet<GivenCheck>
      label="登记已查"
      title={`登记已查：${title}`}
      send="登记"
      small
      busy={change.isPending}
      form={form}
      initial={{ kind: 'desk', on: beijingNow() }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="kind" label="方式" rules={required}>
        <Radio.Group options={kinds} />
      </Form.Item>
      <Form.Item name="on" label="日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="reference" label="查了什么，结果怎样" rules={written}>
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
    </Sheet>
  );
}
