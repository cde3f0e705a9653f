// SPDX-License-Identifier: Apache-2.0
// What is done to a draw. A share is made here and leaves this browser only when it is revealed.
import { Button, Form, Input, Modal, Popconfirm, Segmented, Space } from 'antd';
import { useState } from 'react';
import { beginRevealing, commitShare, type Draw, enterNumber, holdDraw, publishDraw, revealShare, voidDraw } from '../api/draw';
import { newShare } from '../draw/share';
import { useChange } from '../parts/change';
import { Sheet } from './sheet';

type Participant = Draw['participants'][number];

const rule = () => import('../draw/draw');
const placeOf = (draw: Draw, one: Participant) => `anping.draw-share.${draw.summary.id}.${one.number}`;

const digits = /^[0-9a-f]{64}$/;

// A share that was made elsewhere never comes here before it is revealed: its commitment does.
export function Commit({ draw, one }: { draw: Draw; one: Participant }) {
  const [share, setShare] = useState('');
  const [brought, setBrought] = useState<string>();
  const own = brought === undefined;
  const close = () => {
    setShare('');
    setBrought(undefined);
  };
  const change = useChange(`${one.by} 的承诺已登记`, async () => {
    if (!own) return commitShare(draw.summary.id, one.number, brought.trim().toLowerCase());
    const { commitment } = await rule();
    localStorage.setItem(placeOf(draw, one), share);
    return commitShare(draw.summary.id, one.number, commitment(draw.summary.id, one.by, share));
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
        okButtonProps={{ disabled: !own && !digits.test(brought.trim().toLowerCase()) }}
        confirmLoading={change.isPending}
        onCancel={close}
        onOk={() => change.mutate(undefined, { onSuccess: close })}
      >
        <Segmented
          value={own ? 'here' : 'brought'}
          onChange={(chosen) => setBrought(chosen === 'here' ? undefined : '')}
          options={[
            { value: 'here', label: '在这台设备上生成' },
            { value: 'brought', label: '在本方自己的设备上生成' },
          ]}
        />
        {own ? (
          <>
            <p>本方的份额如下，请抄下或拍照，揭示之前不要给别人看。只有它的摘要会登记。</p>
            <p>
              <code className="digest">{share}</code>
            </p>
            <p className="muted">份额也留在这台设备的浏览器里，揭示时自动填入。</p>
          </>
        ) : (
          <>
            <p>
              本方在自己的设备上打开<a href="/draws/share">份额页</a>（不用账号，可以断网），填抽取编号 <strong>{draw.summary.id}</strong> 和参与方 <strong>{one.by}</strong>，把得到的承诺填在这里；份额自己保管。
            </p>
            <Input.TextArea rows={2} value={brought} onChange={(typed) => setBrought(typed.target.value)} aria-label="承诺" placeholder="64 位十六进制" />
          </>
        )}
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
        okButtonProps={{ disabled: !digits.test(share.trim()) }}
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
