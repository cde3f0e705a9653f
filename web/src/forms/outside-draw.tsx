// SPDX-License-Identifier: Apache-2.0
// A draw that was held on another platform is recorded from its file: a workbook, or what such a platform exports.
import { InboxOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Form, Input, Space, Tag, Upload } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { outsidePreview, recordOutsideDraw, type RecordOutsideDraw } from '../api/draw';
import { base64Of } from '../api/sheets';
import { type OutsideFile, type OutsideRow, readExchange, rowsSize } from '../outside-draw';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { showProblem } from '../parts/problem';
import { type Column, Rows } from '../parts/rows';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const kLargest = 8 * 1024 * 1024;

interface Read {
  rows: OutsideRow[];
  problems: string[];
  source: { file_name: string; sm3: string };
  known?: OutsideFile; // what else the file says
}

async function readFile(file: File): Promise<Read> {
  if (file.size > kLargest) throw new Error('文件超过 8 MB');
  if (file.name.toLowerCase().endsWith('.json')) {
    const text = await file.text();
    const known = readExchange(text);
    if (!known) throw new Error('不是抽取的交换文件，或者其中没有结果');
    const { announcement } = await import('../draw/draw'); // SM3 of a text
    return { rows: known.rows, problems: [], source: { file_name: file.name, sm3: announcement(text) }, known };
  }
  const read = await outsidePreview(await base64Of(file));
  return { rows: read.rows.map((one) => one.row), problems: read.problems, source: { file_name: file.name, sm3: read.sm3 } };
}

const columns: Column<OutsideRow>[] = [
  { title: '机构', render: (row) => row.name },
  { title: '统一社会信用代码', width: 190, render: (row) => row.credit_code ?? '—' },
  { title: '结果', width: 150, render: (row) => <>{row.drawn && <Tag color="green">抽中</Tag>}{row.note}</> },
];

function Shown({ read }: { read: Read }) {
  return (
    <>
      <Alert
        type={read.problems.length > 0 ? 'warning' : 'info'}
        showIcon
        title={`${read.source.file_name}：${rowsSize(read.rows)}`}
        description={read.problems.length > 0 ? `没有读入：${read.problems.join('；')}` : '照文件登记，不能增减；文件请自行保存。'}
        style={{ marginBottom: 12 }}
      />
      <Rows label="文件里的名单" columns={columns} rows={read.rows.slice(0, 50)} rowKey={(row) => `${row.name} ${row.credit_code ?? ''}`} empty="文件里没有名单。" least={500} />
      {read.rows.length > 50 && <p className="muted">只显示前 50 家，登记的是全部。</p>}
    </>
  );
}

interface Given {
  title: string;
  basis: string;
  platform: string;
  number: string;
  drawn_on: Dayjs;
}

export function OutsideDrawForm() {
  const app = App.useApp();
  const [form] = Form.useForm<Given>();
  const [read, setRead] = useState<Read>();
  const navigate = useNavigate();
  const reading = useMutation({
    mutationFn: readFile,
    onSuccess: (found) => {
      setRead(found);
      if (found.known) form.setFieldsValue({ ...found.known, drawn_on: dayjs(found.known.drawn_on) });
    },
    onError: (problem) => showProblem(app, problem),
  });
  const change = useChange('已登记', (given: RecordOutsideDraw) => recordOutsideDraw(given), {
    form,
    done: (written) => void navigate({ to: '/outside-draws/$id', params: { id: written.result.id } }),
  });
  return (
    <Sheet<Given>
      label="登记外部平台的抽取"
      send="登记"
      busy={change.isPending}
      held={!read || read.rows.length === 0}
      form={form}
      onSend={({ title, basis, platform, number, drawn_on: on }, close) =>
        change.mutate({ title, basis, platform, number, drawn_on: day(on), rows: read!.rows, source: read!.source }, { onSuccess: close })}
    >
      <p className="muted">在自治区等其他平台抽取的，把它给出的名单和结果登记在这里，照样安排检查。种子不在本平台，这里不能验算。</p>
      <Space wrap style={{ marginBottom: 12 }}>
        <Button href="/api/v1/outside-draw-blank-sheet" download="外部抽取-模板.xlsx">
          下载空白模板
        </Button>
      </Space>
      <Upload.Dragger
        accept=".xlsx,.json"
        showUploadList={false}
        disabled={reading.isPending}
        height={read ? 56 : 120}
        beforeUpload={(file) => {
          reading.mutate(file);
          return false;
        }}
        style={{ marginBottom: 12 }}
      >
        <InboxOutlined /> {reading.isPending ? '正在读取…' : read ? '换一份文件' : '把名单和结果（.xlsx，或交换文件 .json）拖到这里，或点这里选择'}
      </Upload.Dragger>
      {read && <Shown read={read} />}
      <Form.Item name="title" label="名称" rules={required}>
        <Input maxLength={200} placeholder="如：自治区 2026 年第四季度双随机抽查" />
      </Form.Item>
      <Form.Item name="platform" label="平台" rules={required}>
        <Input maxLength={100} placeholder="如：自治区“双随机、一公开”监管平台" />
      </Form.Item>
      <Space size="large" wrap>
        <Form.Item name="number" label="该平台的编号" rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="drawn_on" label="抽取日期" rules={required}>
          <DatePicker maxDate={beijingNow()} />
        </Form.Item>
      </Space>
      <Form.Item name="basis" label="依据" rules={required}>
        <Input maxLength={300} placeholder="如：年度抽查计划及文号" />
      </Form.Item>
    </Sheet>
  );
}
