// SPDX-License-Identifier: Apache-2.0
// Who does the work, with what. Formed again when it changes, with the reason.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber } from 'antd';
import { api, type Project } from '../api/client';
import type { Expert } from '../api/expert';
import { useCatalogue } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { useExpert } from '../parts/expert';
import { Many } from '../parts/many';
import { useInstruments } from '../parts/registry';
import { ExpertPicker } from './expert-picker';
import { PeoplePicker, PersonPicker } from './people';
import { Sheet } from './sheet';
import { SpecialtyInput } from './specialty';
import { bodyOf, type Given, givenOf } from './team-given';

const required = [{ required: true, message: '必填' }];

interface LinesProps {
  name: string;
  label: string;
  add: string;
  fields: (line: number) => React.ReactNode;
}

// Any number of lines of the same fields.
function Lines({ name, label, add, fields }: LinesProps) {
  return (
    <Form.List name={name}>
      {(lines, acts) => (
        <Form.Item label={label}>
          {lines.map((line) => (
            <div key={line.key} className="line">
              {fields(line.name)}
              <Button icon={<DeleteOutlined />} type="text" aria-label="移除这一行" onClick={() => acts.remove(line.name)} />
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => acts.add()}>
            {add}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  );
}

// Typed, or as the register of experts has one; under another name it is not that one any more.
function ExpertFields({ line, institution }: { line: number; institution: string }) {
  const form = Form.useFormInstance<Given>();
  const listed = useExpert(Form.useWatch<string | undefined>(['experts', line, 'listed'], form)).data;
  const set = (name: 'listed' | 'name' | 'specialty' | 'employer', value?: string) =>
    form.setFieldValue(['experts', line, name], value);
  const take = ({ name, fields, employer }: Expert) => {
    set('name', name);
    set('specialty', fields[0]);
    set('employer', employer);
  };
  return (
    <>
      <Form.Item name={[line, 'listed']} style={{ flexBasis: 'calc(100% - 40px)' }}>
        <ExpertPicker label="从专家库选" onFound={take} />
      </Form.Item>
      <Form.Item name={[line, 'name']} rules={required}>
        <Input maxLength={50} placeholder="姓名" aria-label="专家姓名" onChange={() => set('listed')} />
      </Form.Item>
      <Form.Item name={[line, 'specialty']} rules={required}>
        <SpecialtyInput institution={institution} first={listed?.fields} placeholder="专业" label="专家专业" />
      </Form.Item>
      <Form.Item name={[line, 'employer']} rules={required}>
        <Input maxLength={100} placeholder="工作单位" aria-label="专家工作单位" />
      </Form.Item>
    </>
  );
}

function SupportFields({ line }: { line: number }) {
  return (
    <>
      <Form.Item name={[line, 'name']} rules={required}>
        <Input maxLength={100} placeholder="单位名称" aria-label="支撑单位名称" />
      </Form.Item>
      <Form.Item name={[line, 'work']} rules={required}>
        <Input maxLength={500} placeholder="承担的工作" aria-label="支撑单位承担的工作" />
      </Form.Item>
    </>
  );
}

function InstrumentPicker({ institution, ...field }: { institution: string; id?: string; value?: string[]; onChange?: (ids: string[]) => void }) {
  const instruments = useInstruments(institution).data ?? [];
  const options = instruments.map(({ id, name, serial, calibration }) => ({
    value: id,
    label: `${name} ${serial}（${calibration ? `检定校准至 ${calibration.until}` : '未登记检定校准'}）`,
  }));
  return <Many {...field} optionFilterProp="label" options={options} />;
}

function People({ institution }: { institution: string }) {
  const duties = useCatalogue('team_duties');
  return (
    <>
      <Form.Item name="leader" label="组长" rules={required}>
        <PersonPicker institution={institution} />
      </Form.Item>
      <Form.Item name="leader_years" label="组长从事本专业年数" rules={required}>
        <InputNumber min={0} max={60} precision={0} />
      </Form.Item>
      {duties.map((duty) => (
        <Form.Item key={duty.value} name={['duties', duty.value]} label={`${duty.label}人员`}>
          <PeoplePicker institution={institution} />
        </Form.Item>
      ))}
    </>
  );
}

export function TeamForm({ project, next }: { project: Project; next: boolean }) {
  const [form] = Form.useForm<Given>();
  const { institution, team } = project;
  const change = useChange(
    team ? '项目组已变更' : '项目组已组成',
    async (given: Given) =>
      (await api.POST('/api/v1/projects/{id}/team', { params: { path: { id: project.id } }, body: bodyOf(given) })).data!,
    { form },
  );
  return (
    <Sheet<Given>
      label={team ? '变更项目组' : '组成项目组'}
      next={next}
      send={team ? '变更' : '组成'}
      busy={change.isPending}
      form={form}
      initial={givenOf(project)}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {team && (
        <Form.Item name="reason" label="变更原因" rules={[{ required: true, message: '变更项目组须写明原因' }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      <People institution={institution} />
      <Lines name="experts" label="外聘专家" add="添加专家" fields={(line) => <ExpertFields line={line} institution={institution} />} />
      <Lines name="supports" label="支撑单位" add="添加支撑单位" fields={(line) => <SupportFields line={line} />} />
      <Form.Item name="instruments" label="使用的仪器设备">
        <InstrumentPicker institution={institution} />
      </Form.Item>
    </Sheet>
  );
}
