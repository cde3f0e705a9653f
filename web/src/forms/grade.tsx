// SPDX-License-Identifier: Apache-2.0
// A grade of an institution's credit, as the rater gave it or as it was published.
import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { type EnterGrade, enterGrade, gradeChoices } from '../api/planning';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { InstitutionLookup } from './institution-lookup';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const written = [{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }];

type Given = Omit<EnterGrade, 'rated_on'> & { rated_on: Dayjs };

export function GradeForm() {
  const [form] = Form.useForm<Given>();
  const standing = Form.useWatch('standing', form) ?? 'graded';
  const choices = useQuery({ queryKey: ['grade-choices'], queryFn: gradeChoices });
  const change = useChange('评级已录入，确认后生效', ({ rated_on: on, grade, ...given }: Given) =>
    enterGrade({ ...given, grade: given.standing === 'graded' ? grade : undefined, rated_on: day(on) }), { form, done: () => form.resetFields() });
  return (
    <Sheet<Given>
      label="录入评级"
      send="录入"
      busy={change.isPending}
      form={form}
      initial={{ standing: 'graded', year: beijingNow().year() - 1 }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">录入以后，机构立即看到；经评定地区的应急管理部门确认，才生效并公开。评级不收机构的费用。</p>
      <Form.Item name="institution" label="机构" rules={required}>
        <InstitutionLookup />
      </Form.Item>
      <Form.Item name="year" label="评定年度" rules={required}>
        <InputNumber min={2000} max={beijingNow().year()} precision={0} />
      </Form.Item>
      <Form.Item name="standing" label="是否参加">
        <Radio.Group
          options={[
            { value: 'graded', label: '参加评定' },
            { value: 'refused', label: '不参加评定' },
          ]}
        />
      </Form.Item>
      {standing === 'graded' && (
        <Form.Item name="grade" label="等级" rules={required}>
          <Select options={(choices.data ?? []).map((one) => ({ value: one.code, label: one.name }))} />
        </Form.Item>
      )}
      <Form.Item name="rater" label="评定机构" rules={written}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="rated_on" label="评定日期" rules={required}>
        <DatePicker maxDate={beijingNow()} />
      </Form.Item>
      <Form.Item name="basis" label="依据" extra="评分的指标和结果，或者公布评定结果的文件。" rules={written}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="conflicts" label="与机构的利害关系" extra="评定机构的声明；没有的，写“无”。" rules={required}>
        <Input maxLength={300} />
      </Form.Item>
    </Sheet>
  );
}
