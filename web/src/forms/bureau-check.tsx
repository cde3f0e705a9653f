// SPDX-License-Identifier: Apache-2.0
// What came of looking at a bureau that was drawn. The file stays with the bureau: its name and SM3 are recorded.
import { App, Button, Form, Input, Select, Space, Upload } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { type Draw, type RecordBureauCheck, recordBureauCheck } from '../api/draw';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { Sheet } from './sheet';

const required = [{ required: true, min: 2, message: '必填，至少 2 个字' }];
const kLargest = 50 * 1024 * 1024;

interface Given {
  bureau: string;
  on: Dayjs;
  looked_at: string;
  finding: string;
  notice?: string;
}

async function sourceOf(file: File): Promise<RecordBureauCheck['file']> {
  const { fileDigest } = await import('../draw/draw');
  return { file_name: file.name, sm3: fileDigest(new Uint8Array(await file.arrayBuffer())) };
}

export interface Chosen { id: string; name: string; reserve: boolean }

export function BureauCheckForm({ draw, of }: { draw: Draw; of: Chosen[] }) {
  const app = App.useApp();
  const [form] = Form.useForm<Given>();
  const [file, setFile] = useState<RecordBureauCheck['file']>();
  const change = useChange(
    '抽查结果已登记',
    ({ bureau, on, looked_at, finding, notice }: Given) =>
      recordBureauCheck(draw.summary.id, { bureau, on: day(on), looked_at, finding, notice: notice || undefined, file: file ?? undefined }),
    { form, done: () => { form.resetFields(); setFile(undefined); } },
  );
  return (
    <Sheet<Given> label="登记抽查结果" send="登记" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="bureau" label="部门" rules={[{ required: true, message: '必填' }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={of.map((one) => ({ value: one.id, label: one.reserve ? `${one.name}（递补）` : one.name }))} />
      </Form.Item>
      <Form.Item name="on" label="抽查日期" rules={[{ required: true, message: '必填' }]}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="looked_at" label="看了什么" rules={required}>
        <Input.TextArea rows={2} maxLength={500} placeholder="如：专项整治方案、台账，抽看两家机构的检查记录" />
      </Form.Item>
      <Form.Item name="finding" label="发现了什么" rules={required}>
        <Input.TextArea rows={5} maxLength={4000} placeholder="没有问题的也写明" />
      </Form.Item>
      <Form.Item name="notice" label="通报文号" extra="整改不力、发了通报的，写通报的文号。">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item label="记录文件" extra="文件由本部门保存，这里登记文件名和 SM3 摘要。">
        <Space wrap>
          <Upload
            showUploadList={false}
            beforeUpload={(chosen) => {
              if (chosen.size > kLargest) app.message.error('文件超过 50 MB');
              else void sourceOf(chosen).then(setFile);
              return false;
            }}
          >
            <Button>{file ? '换一份文件' : '选择文件'}</Button>
          </Upload>
          {file && <span className="muted">{file.file_name}</span>}
        </Space>
      </Form.Item>
    </Sheet>
  );
}
