// SPDX-License-Identifier: Apache-2.0
// What a bureau takes away of the notices it received: receipts to print, its ledger as a table.
import { Button, Checkbox, Modal, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { beijingToday } from '../registry-words';
import { DatePicker, day } from './day-picker';

const kAtOnce = 100; // as many as the server prints into one file

export function receiptsAddress(ids: string[]): string {
  return `/api/v1/notices/receipts?${new URLSearchParams({ ids: ids.join(',') })}`;
}

interface SelectionProps {
  shown: string[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

export function ReceiptSelection({ shown, chosen, onChange }: SelectionProps) {
  const all = shown.slice(0, kAtOnce);
  const complete = all.length > 0 && all.every((id) => chosen.includes(id));
  const tooMany = chosen.length > kAtOnce;
  return (
    <Space wrap>
      <Checkbox
        checked={complete}
        indeterminate={!complete && chosen.length > 0}
        disabled={all.length === 0}
        onChange={(event) => onChange(event.target.checked ? all : [])}
      >
        全选
      </Checkbox>
      <Button disabled={chosen.length === 0 || tooMany} href={receiptsAddress(chosen)} download>
        打印回执{chosen.length > 0 && `（${chosen.length} 件）`}
      </Button>
      {tooMany && <span className="late">一次至多打印 {kAtOnce} 件</span>}
    </Space>
  );
}

export function LedgerExport() {
  const [open, setOpen] = useState(false);
  const today = dayjs(beijingToday());
  const [days, setDays] = useState<[Dayjs, Dayjs]>([today.startOf('month'), today]);
  const asked = new URLSearchParams({ from: day(days[0]), until: day(days[1]) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>导出台账</Button>
      <Modal
        open={open}
        title="导出从业告知台账"
        onCancel={() => setOpen(false)}
        footer={
          <Space>
            <Button href={`/api/v1/notices/ledger?${asked}&format=docx`} download onClick={() => setOpen(false)}>
              导出 Word 表式
            </Button>
            <Button type="primary" href={`/api/v1/notices/ledger?${asked}`} download onClick={() => setOpen(false)}>
              导出
            </Button>
          </Space>
        }
      >
        <p className="muted">本部门在这段时间收到的告知，按收到日期排列，含网上提交和录入的。</p>
        <label htmlFor="ledger-days">收到日期</label>
        <DatePicker.RangePicker
          id="ledger-days"
          style={{ width: '100%', marginTop: 8 }}
          value={days}
          allowClear={false}
          onChange={(chosen) => chosen?.[0] && chosen[1] && setDays([chosen[0], chosen[1]])}
        />
      </Modal>
    </>
  );
}
