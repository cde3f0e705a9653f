// SPDX-License-Identifier: Apache-2.0
// Instruments, and each time a laboratory calibrated one.
import { Form, Input, Radio, Select, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { addCalibration, addInstrument, type Instrument } from '../api/registry';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { useBranches } from '../parts/registry';
import { Sheet } from './sheet';

interface Calibration {
  certificate: string;
  laboratory: string;
  on: Dayjs;
  until: Dayjs;
}

const required = [{ required: true, message: '必填' }];
const sent = ({ on, until, ...given }: Calibration) => ({ ...given, on: day(on), until: day(until) });

function CalibrationFields() {
  return (
    <>
      <Form.Item name={['calibration', 'certificate']} label="检定校准证书编号" rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={['calibration', 'laboratory']} label="检定校准单位" rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Space size="large" wrap>
        <Form.Item name={['calibration', 'on']} label="检定校准日" rules={required}>
          <DatePicker maxDate={beijingNow()} />
        </Form.Item>
        <Form.Item name={['calibration', 'until']} label="有效期至" rules={required}>
          <DatePicker />
        </Form.Item>
      </Space>
    </>
  );
}

interface Given {
  name: string;
  model: string;
  serial: string;
  branch: string;
  calibrated: boolean;
  calibration?: Calibration;
}

export function InstrumentForm({ institution }: { institution: string }) {
  const [form] = Form.useForm<Given>();
  const calibrated = Form.useWatch('calibrated', form) ?? true;
  const branches = useBranches(institution).data ?? [];
  const change = useChange(
    '仪器设备已登记',
    ({ name, model, serial, branch, calibration }: Given) =>
      addInstrument(institution, {
        name,
        model,
        serial,
        ...(branch ? { branch } : {}),
        ...(calibration ? { calibration: sent(calibration) } : {}),
      }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label="登记仪器设备"
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ branch: '', calibrated: true }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="name" label="名称" rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="model" label="型号" rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="serial" label="出厂编号" rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="branch" label="所在单位">
        <Select options={[{ value: '', label: '机构本部' }, ...branches.map((one) => ({ value: one.id, label: one.name }))]} />
      </Form.Item>
      <Form.Item name="calibrated" label="检定校准">
        <Radio.Group
          options={[
            { value: true, label: '已检定校准' },
            { value: false, label: '尚未检定校准' },
          ]}
        />
      </Form.Item>
      {calibrated && <CalibrationFields />}
    </Sheet>
  );
}

export function CalibrationForm({ institution, instrument }: { institution: string; instrument: Instrument }) {
  const [form] = Form.useForm<{ calibration: Calibration }>();
  const change = useChange(
    '检定校准已登记',
    ({ calibration }: { calibration: Calibration }) =>
      addCalibration(institution, { instrument: instrument.id, calibration: sent(calibration) }),
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<{ calibration: Calibration }>
      label="登记检定校准"
      title={`登记检定校准：${instrument.name}`}
      small
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ calibration: { laboratory: instrument.calibration?.laboratory ?? '' } as Calibration }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <CalibrationFields />
    </Sheet>
  );
}
