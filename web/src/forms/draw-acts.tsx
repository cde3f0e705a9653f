// SPDX-License-Identifier: Apache-2.0
// What is done to a draw. A share is made here and leaves this browser only when it is revealed.
import { Button, Form, Input, Modal, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { beginRevealing, commitShare, type Draw, enterNumber, holdDraw, publishDraw, revealShare, voidDraw } from '../api/draw';
import { useChange } from '../parts/change';
import { Sheet } from './sheet';

type Participant = Draw['participants'][number];

const rule = () => import('../draw/draw');
const newShare = () => Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
const placeOf = (draw: Draw, one: Participant) => `anping.draw-share.${draw.summary.id}.${one.number}`;

export function Commit({ draw, one }: { draw: Draw; one: Participant }) {
  const [share, setShare] = useState('');
  const change = useChange(`${one.by} 的承诺已登记`, async (own: string) => {
    const { commitment } = await rule();
    localStorage.setItem(placeOf(draw, one), own);
    return commitShare(draw.summary.id, one.number, commitment(draw.summary.id, one.by, own));
  });
  return (
    <>
      <Button size="small" onClick={() => setShare(newShare())}>
        承诺
      </Button>
      <Modal
        title={`${one.by}：份额`}
        open={share !== ''}
        okText="登记承诺"
        cancelText="取消"
        confirmLoading={change.isPending}
        onCancel={() => setShare('')}
        onOk={() => change.mutate(share, { onSettled: () => setShare('') })}
      >
        <p>本方的份额如下，请抄下或拍照，揭示之前不要给别人看。只有它的摘要会登记。</p>
        <p>
          <code className="digest">{share}</code>
        </p>
        <p className="muted">份额也留在这台设备的浏览器里，揭示时自动填入。</p>
      </Modal>
    </>
  );
}

export function Reveal({ draw, one }: { draw: Draw; one: Participant }) {
  const [open, setOpen] = useState(false);
  const [share, setShare] = useState(() => localStorage.getItem(placeOf(draw, one)) ?? '');
  const change = useChange(`${one.by} 已揭示`, () => revealShare(draw.summary.id, one.number, share.trim()));
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        揭示
      </Button>
      <Modal
        title={`${one.by}：揭示份额`}
        open={open}
        okText="揭示"
        cancelText="取消"
        okButtonProps={{ disabled: !/^[0-9a-f]{64}$/.test(share.trim()) }}
        confirmLoading={change.isPending}
        onCancel={() => setOpen(false)}
        onOk={() => change.mutate(undefined, { onSuccess: () => setOpen(false) })}
      >
        <p>份额须与事先的承诺相符，一经揭示即公开。</p>
        <Input.TextArea rows={2} value={share} onChange={(typed) => setShare(typed.target.value)} aria-label="份额" placeholder="64 位十六进制" />
      </Modal>
    </>
  );
}

export function BeginRevealing({ draw }: { draw: Draw }) {
  const change = useChange('开始揭示', () => beginRevealing(draw.summary.id));
  return (
    <Popconfirm title="开始揭示以后不再接受承诺" okText="开始" cancelText="取消" onConfirm={() => change.mutate(undefined)}>
      <Button type="primary" loading={change.isPending}>
        开始揭示
      </Button>
    </Popconfirm>
  );
}

export function HoldEveryday({ draw }: { draw: Draw }) {
  const [share] = useState(newShare); // one, however often it has to be sent: a share lost on the way is not another try
  const change = useChange('已抽取', () => holdDraw(draw.summary.id, share));
  return (
    <Popconfirm title="抽取一次完成，不能重来" okText="抽取" cancelText="取消" onConfirm={() => change.mutate(undefined)}>
      <Button type="primary" loading={change.isPending}>
        抽取
      </Button>
    </Popconfirm>
  );
}

export function HoldWithoutNumber({ draw }: { draw: Draw }) {
  const change = useChange('已抽取', () => holdDraw(draw.summary.id));
  return (
    <Button type="primary" loading={change.isPending} onClick={() => change.mutate(undefined)}>
      抽取
    </Button>
  );
}

export function Publish({ draw }: { draw: Draw }) {
  const change = useChange('结果已公布', () => publishDraw(draw.summary.id));
  return (
    <Popconfirm
      title="向社会公布结果"
      description="公布以后，谁都能看到抽中了谁、下载验算页。不预先告知的检查，请在检查以后公布。"
      okText="公布"
      cancelText="取消"
      onConfirm={() => change.mutate(undefined)}
    >
      <Button loading={change.isPending}>公布结果</Button>
    </Popconfirm>
  );
}

export function NumberForm({ draw }: { draw: Draw }) {
  const [form] = Form.useForm<{ number: string }>();
  const change = useChange('号码已录入', ({ number }: { number: string }) => enterNumber(draw.summary.id, number), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Form form={form} layout="inline" onFinish={(given) => change.mutate(given)}>
      <Form.Item name="number" label="公开号码" rules={[{ required: true, message: '必填' }]}>
        <Input maxLength={100} placeholder="照公布的写法，如 03 08 11 15 22 30 + 04" style={{ width: 300 }} />
      </Form.Item>
      <Button htmlType="submit" type="primary" loading={change.isPending}>
        录入
      </Button>
    </Form>
  );
}

export function VoidForm({ draw }: { draw: Draw }) {
  const [form] = Form.useForm<{ reason: string }>();
  const change = useChange('抽取已作废', ({ reason }: { reason: string }) => voidDraw(draw.summary.id, reason), { form });
  return (
    <Sheet<{ reason: string }>
      label="作废"
      title={`作废：${draw.summary.title}`}
      send="作废"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Space orientation="vertical" style={{ width: '100%' }}>
        <p>方案和作废的理由都会保留；要重抽请另立方案。</p>
        <Form.Item name="reason" label="理由" rules={[{ required: true, min: 2, message: '必填，至少 2 个字' }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Space>
    </Sheet>
  );
}
