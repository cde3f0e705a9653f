// SPDX-License-Identifier: Apache-2.0
// Opening an account. The first password is made here, shown once, and must be changed by whoever gets it.
import { Alert, App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, type Body, type Session } from '../api/client';
import { useChange } from '../parts/change';
import { firstPassword } from '../parts/first-secret';
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

function Handover({ login, password, onClose }: { login: string; password: string; onClose: () => void }) {
  const app = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(`账号：${login}\n初始密码：${password}`).then(
      () => app.message.success('已复制'),
      () => app.message.warning('浏览器不允许复制，请手工抄写'),
    );
  return (
    <Modal
      open
      title="账号已开设，请把初始密码交给本人"
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={[
        <Button key="copy" onClick={() => void copy()}>
          复制账号和密码
        </Button>,
        <Button key="done" type="primary" onClick={onClose}>
          已经交给本人
        </Button>,
      ]}
    >
      <p>
        账号 <span className="secret">{login}</span>
      </p>
      <p>
        初始密码 <span className="secret">{password}</span>
      </p>
      <Alert type="warning" showIcon title="密码只显示这一次，关闭后平台上谁也看不到。" style={{ marginBottom: 12 }} />
      <ol style={{ paddingLeft: 20, margin: 0 }}>
        <li>当面或打电话告诉本人，不要发在微信群里。</li>
        <li>本人第一次登录时必须改成自己的密码，初始密码随即作废。</li>
        <li>没有交到就关闭了的，停用这个账号，用另一个账号名再开一个。</li>
      </ol>
    </Modal>
  );
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
      {made && <Handover {...made} onClose={() => setMade(undefined)} />}
    </>
  );
}
