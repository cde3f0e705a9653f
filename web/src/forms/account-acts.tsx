// SPDX-License-Identifier: Apache-2.0
// What this person may do with another's account.
import { Button, Form, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { type Account, api, type Session } from '../api/client';
import { useChange } from '../parts/change';
import { firstPassword } from '../parts/first-secret';
import { Handover } from '../parts/handover';
import { lockedNow, officeChoices, type Role } from '../parts/offices';
import { mayCreateAccounts, mayDisableAccounts, mayResetAccounts, mayUnlockAccounts } from '../parts/session';

type Act = 'role' | 'reset' | 'disable' | 'unlock';

const texts: Record<Act, { button: string; title: string; follows: string; done: string }> = {
  role: {
    button: '调整岗位',
    title: '调整岗位',
    follows: '调整后立即生效，本人要重新登录；以前以原岗位作出的操作不变。',
    done: '岗位已调整',
  },
  reset: {
    button: '重设密码',
    title: '重设密码',
    follows: '忘记密码或丢失手机时用：立即退出登录，动态口令和锁定一并解除，给出一个只能用来登录一次并改掉的密码。请先确认是本人在要求，重设会记入账本。',
    done: '密码已重设',
  },
  disable: {
    button: '停用',
    title: '停用账号',
    follows: '立即退出登录，以后不能再登录；已经作出的操作和签名仍然有效。停用后不能再启用，需要时另开账号。',
    done: '账号已停用',
  },
  unlock: {
    button: '解锁',
    title: '解除锁定',
    follows: '多次输错密码的账号会锁定一段时间，防止有人试密码。解除前请确认是本人在登录。',
    done: '已解除锁定',
  },
};

interface Given {
  reason?: string;
  role?: Role;
  password?: string;
}

async function carryOut(act: Act, id: string, given: Given) {
  const path = { params: { path: { id } } };
  if (act === 'role') return (await api.PUT('/api/v1/accounts/{id}/role', { ...path, body: { role: given.role! } })).data!;
  const body = { reason: given.reason! };
  if (act === 'reset') return (await api.POST('/api/v1/accounts/{id}/reset', { ...path, body: { ...body, password: given.password! } })).data!;
  if (act === 'disable') return (await api.POST('/api/v1/accounts/{id}/disablement', { ...path, body })).data!;
  return (await api.POST('/api/v1/accounts/{id}/unlocking', { ...path, body })).data!;
}

function Question({ act, account, onClose }: { act: Act; account: Account; onClose: () => void }) {
  const [form] = Form.useForm<Given>();
  const [password] = useState(firstPassword);
  const [given, setGiven] = useState(false);
  const text = texts[act];
  const done = () => (act === 'reset' ? setGiven(true) : onClose());
  const change = useChange(text.done, (asked: Given) => carryOut(act, account.id, { ...asked, password }), { form, done });
  if (given)
    return (
      <Handover
        title="密码已重设，请交给本人"
        login={account.login}
        password={password}
        lost="没有交到就关闭了的，再重设一次。"
        onClose={onClose}
      />
    );
  return (
    <Modal
      open
      title={`${text.title}：${account.display_name}（${account.login}）`}
      okText={text.button}
      okButtonProps={{ danger: act === 'disable' }}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{text.follows}</p>
      <Form form={form} layout="vertical" onFinish={(asked) => change.mutate(asked)} initialValues={{ role: account.role }}>
        {act === 'role' ? (
          <Form.Item name="role" label="岗位" rules={[{ required: true }]}>
            <Select options={officeChoices(account.unit_kind)} />
          </Form.Item>
        ) : (
          <Form.Item name="reason" label="原因" rules={[{ required: true, min: 2, message: '请写明原因，会记入账本' }]}>
            <Input.TextArea rows={3} maxLength={200} showCount placeholder="不要写与此事无关的个人信息" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

export function AccountActs({ account, session }: { account: Account; session: Session }) {
  const [act, setAct] = useState<Act>();
  const own = account.id === session.account;
  const acts: Act[] = [];
  if (account.disabled) return null;
  if (mayCreateAccounts(session) && !own && officeChoices(account.unit_kind).length > 1) acts.push('role');
  if (mayUnlockAccounts(session) && lockedNow(account, Date.now())) acts.push('unlock');
  if (mayResetAccounts(session) && !own && account.unit_kind !== 'platform') acts.push('reset');
  if (mayDisableAccounts(session) && !own) acts.push('disable');
  if (acts.length === 0) return null;
  return (
    <>
      <Space wrap size="small">
        {acts.map((one) => (
          <Button key={one} size="small" danger={one === 'disable'} type={one === 'unlock' ? 'primary' : 'default'} onClick={() => setAct(one)}>
            {texts[one].button}
          </Button>
        ))}
      </Space>
      {act && <Question act={act} account={account} onClose={() => setAct(undefined)} />}
    </>
  );
}
