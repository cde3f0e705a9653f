// SPDX-License-Identifier: Apache-2.0
// Opening an account. The first password is made here, shown once, and must be changed by whoever gets it.
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, type Body, type Session } from '../api/client';
import { useChange } from '../parts/change';
import { firstPassword } from '../parts/first-secret';
import { Handover } from '../parts/handover';
import { bureauUnit, officeChoices, unitKindsFor, unitWords } from '../parts/offices';
import { Sheet } from './sheet';
import { type Unit, UnitFields } from './unit';

type Wanted = Body<'/api/v1/accounts'>;

interface Given {
  unit_kind: string;
  role: string;
  display_name: string;
  login: string;
  institution?: Unit;
  unit?: string;
  region?: string;
  authority?: string;
}

function bodyOf(given: Given, session: Session, password: string): Wanted {
  const { login, display_name, role, unit_kind } = given;
  const person = { login: login.trim(), display_name: display_name.trim(), password, role, unit_kind };
  let place: { unit: string; region?: string; authority?: string };
  if (session.role !== 'administrator') place = { unit: session.unit, region: session.region, authority: session.authority };
  else if (unit_kind === 'institution') place = { unit: given.institution!.id, region: given.institution!.region };
  else if (unit_kind === 'bureau') {
    const authority = given.authority ?? 'government';
    place = { unit: bureauUnit(given.region!, authority), region: given.region!, authority };
  } else place = { unit: given.unit!.trim(), ...(given.region ? { region: given.region } : {}) };
  return { ...person, ...place } as Wanted;
}

export function NewAccount({ session }: { session: Session }) {
  const [form] = Form.useForm<Given>();
  const [made, setMade] = useState<{ login: string; password: string }>();
  const kinds = unitKindsFor(session);
  const kind = Form.useWatch('unit_kind', form) ?? kinds[0]!;
  const change = useChange(
    '账号已开设',
    async (given: Given) => {
      const body = bodyOf(given, session, firstPassword());
      const { data } = await api.POST('/api/v1/accounts', { body });
      setMade({ login: body.login, password: body.password });
      return data!;
    },
    { form, done: () => form.resetFields() },
  );
  return (
    <>
      <Sheet<Given>
        label="开设账号"
        next
        send="开设"
        busy={change.isPending}
        form={form}
        initial={{ unit_kind: kinds[0]!, authority: 'government' }}
        onSend={(given, close) => change.mutate(given, { onSuccess: close })}
      >
        <p className="muted" style={{ marginTop: 0 }}>一人一个账号，一个账号一个岗位；兼任两个岗位的人开两个账号。</p>
        <Form.Item name="unit_kind" label="单位类别" hidden={kinds.length === 1}>
          <Select
            options={kinds.map((one) => ({ value: one, label: unitWords[one] }))}
            onChange={() => form.resetFields(['role', 'institution', 'unit', 'region'])}
          />
        </Form.Item>
        {session.role === 'administrator' && <UnitFields kind={kind} />}
        <Form.Item name="role" label="岗位" rules={[{ required: true, message: '请选择岗位' }]}>
          <Select options={officeChoices(kind)} />
        </Form.Item>
        <Form.Item name="display_name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]} extra="签名、回执和时间线上显示的名字，用真名。">
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item
          name="login"
          label="账号名"
          extra="登录时输入。3 至 40 个字母、数字或 . - _ @，不分大小写，开设后不能改。"
          rules={[{ required: true, pattern: /^\s*[A-Za-z0-9._@-]{3,40}\s*$/, message: '3 至 40 个字母、数字或 . - _ @' }]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </Sheet>
      {made && (
        <Handover
          title="账号已开设，请把初始密码交给本人"
          {...made}
          lost="没有交到就关闭了的，由机构管理员或安全管理员重设密码。"
          onClose={() => setMade(undefined)}
        />
      )}
    </>
  );
}
