// SPDX-License-Identifier: Apache-2.0
// An order to put right what an inspection found, or a letter that urges and cites nothing.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Radio, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Inspection } from '../api/inspection';
import { issueOrder, type IssueOrder } from '../api/rectification';
import { orderWords } from '../inspection-words';
import { useChange } from '../parts/change';
import { ClausePicker } from '../parts/clause-picker';
import { DatePicker, day } from '../parts/day-picker';
import { beijingToday, choices } from '../registry-words';
import { EnterprisePicker } from './enterprise';
import { InstitutionPicker } from './institution';
import { Sheet } from './sheet';

interface GivenItem {
  problem?: number;
  fact: string;
  clause?: string;
  demand: string;
  due?: Dayjs | null;
  responsible?: string;
}
interface Given {
  kind: IssueOrder['kind'];
  checked: IssueOrder['checked'];
  institution?: string;
  enterprise?: string;
  number?: string;
  campaign?: string;
  issued_on: Dayjs;
  items: GivenItem[];
}

const required = [{ required: true, message: '必填' }];
const said = [{ required: true, min: 2, message: '必填，至少 2 个字' }];

function bodyOf({ issued_on, items, number, campaign, checked, institution, enterprise, kind }: Given, inspection?: string): IssueOrder {
  return {
    kind,
    checked: checked ?? 'institution',
    ...(inspection ? { inspection } : {}),
    ...(institution ? { institution } : {}),
    ...(enterprise ? { enterprise } : {}),
    ...(number ? { number } : {}),
    ...(campaign ? { campaign } : {}),
    issued_on: day(issued_on),
    items: items.map(({ problem, fact, clause, demand, due, responsible }) => ({
      fact,
      demand,
      ...(problem ? { problem } : {}),
      ...(clause ? { clause } : {}),
      ...(due ? { due: day(due) } : {}),
      ...(responsible ? { responsible } : {}),
    })),
  };
}

function Item({ at, letter, problems }: { at: number; letter: boolean; problems: { value: number; label: string }[] }) {
  return (
    <>
      {problems.length > 0 && (
        <Form.Item name={[at, 'problem']} label="检查发现的问题">
          <Select allowClear options={problems} placeholder="不是检查发现的不选" />
        </Form.Item>
      )}
      <Form.Item name={[at, 'fact']} label="问题" rules={said}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name={[at, 'clause']} label="依据的条款" extra={letter ? '督促函可以不引条款。' : '责令整改须引用经核实的条款；选了检查发现的问题的，可以不填。'}>
        <ClausePicker binding={!letter} />
      </Form.Item>
      <Form.Item name={[at, 'demand']} label="整改要求" rules={said}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      <Space size="large" wrap align="start">
        <Form.Item name={[at, 'due']} label="期限" extra="不填的按规则书计算">
          <DatePicker />
        </Form.Item>
        <Form.Item name={[at, 'responsible']} label="责任人（姓名或职务）">
          <Input maxLength={60} />
        </Form.Item>
      </Space>
    </>
  );
}

function Items({ letter, problems }: { letter: boolean; problems: { value: number; label: string }[] }) {
  return (
    <Form.List name="items">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <section key={field.key} className="panel" aria-label={`第 ${field.name + 1} 项`}>
              <h3>
                第 {field.name + 1} 项{' '}
                {fields.length > 1 && <Button type="text" icon={<DeleteOutlined />} aria-label={`去掉第 ${field.name + 1} 项`} onClick={() => remove(field.name)} />}
              </h3>
              <Item at={field.name} letter={letter} problems={problems} />
            </section>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
            增加一项
          </Button>
        </>
      )}
    </Form.List>
  );
}

function Whom() {
  const checked = Form.useWatch('checked') as string | undefined;
  return (
    <>
      <Form.Item name="checked" label="整改单位">
        <Radio.Group
          options={[
            { value: 'institution', label: '评价检测机构' },
            { value: 'enterprise', label: '企业' },
          ]}
        />
      </Form.Item>
      <Form.Item name={checked === 'enterprise' ? 'enterprise' : 'institution'} label={checked === 'enterprise' ? '企业' : '机构'} rules={required}>
        {checked === 'enterprise' ? <EnterprisePicker /> : <InstitutionPicker />}
      </Form.Item>
    </>
  );
}

export function OrderForm({ inspection }: { inspection?: Inspection }) {
  const [form] = Form.useForm<Given>();
  const navigate = useNavigate();
  // A letter to one another page led here with: /rectifications?act=letter&to=J-1
  const { act, to } = useSearch({ strict: false }) as { act?: string; to?: string };
  const letter = !inspection && act === 'letter';
  const kind = Form.useWatch('kind', form) as Given['kind'] | undefined;
  const found = inspection?.problems.filter((one) => !one.withdrawn) ?? [];
  const change = useChange('整改文书已发出', (given: Given) => issueOrder(bodyOf(given, inspection?.summary.id)), {
    form,
    done: (written) => void navigate({ to: '/rectifications/$id', params: { id: (written as { result: { id: string } }).result.id } }),
  });
  return (
    <Sheet<Given>
      label={inspection ? '责令整改' : '发出整改文书'}
      next={inspection?.summary.stage !== 'begun'}
      {...(inspection ? {} : { act: 'letter' })}
      title="责令限期整改或督促函"
      send="发出"
      busy={change.isPending}
      form={form}
      initial={{
        kind: letter ? 'letter' : 'order',
        checked: 'institution',
        ...(letter && to ? { institution: to } : {}),
        issued_on: dayjs(beijingToday()),
        items: found.length > 0 ? found.map((one) => ({ problem: one.number, fact: one.fact, demand: '' })) : [{ fact: '', demand: '' }],
      }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="kind" label="种类">
        <Radio.Group options={choices(orderWords)} />
      </Form.Item>
      {!inspection && <Whom />}
      <Space size="large" wrap align="start">
        <Form.Item name="issued_on" label="发出日期" rules={required}>
          <DatePicker maxDate={dayjs(beijingToday())} />
        </Form.Item>
        <Form.Item name="number" label="文号">
          <Input maxLength={60} placeholder="（昌）应急责改〔2026〕1号" />
        </Form.Item>
        <Form.Item name="campaign" label="专项">
          <Input maxLength={100} placeholder="属于专项整治的填写名称" />
        </Form.Item>
      </Space>
      <Items letter={kind === 'letter'} problems={found.map((one) => ({ value: one.number, label: `问题 ${one.number}：${one.fact}` }))} />
    </Sheet>
  );
}
