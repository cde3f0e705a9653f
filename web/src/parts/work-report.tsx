// SPDX-License-Identifier: Apache-2.0
// The institution's report on its work, by the days its contracts were signed.
import { Button, Modal, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { beijingToday } from '../registry-words';
import { DatePicker, day } from './day-picker';

export function WorkReport() {
  const [open, setOpen] = useState(false);
  const today = dayjs(beijingToday());
  const [days, setDays] = useState<[Dayjs, Dayjs]>([today.subtract(6, 'month').add(1, 'day'), today]);
  const asked = new URLSearchParams({ from: day(days[0]), until: day(days[1]) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>工作报表</Button>
      <Modal
        open={open}
        title="导出工作报表"
        onCancel={() => setOpen(false)}
        footer={
          <Space>
            <Button href={`/api/v1/work-report?${asked}&format=docx`} download onClick={() => setOpen(false)}>
              导出 Word 表式
            </Button>
            <Button type="primary" href={`/api/v1/work-report?${asked}`} download onClick={() => setOpen(false)}>
              导出
            </Button>
          </Space>
        }
      >
        <p className="muted">本机构在这段时间签约的项目，按本机构登记地的报表栏目。</p>
        <label htmlFor="work-days">签约时间</label>
        <DatePicker.RangePicker
          id="work-days"
          style={{ width: '100%', marginTop: 8 }}
          value={days}
          allowClear={false}
          onChange={(chosen) => chosen?.[0] && chosen[1] && setDays([chosen[0], chosen[1]])}
        />
      </Modal>
    </>
  );
}
