// SPDX-License-Identifier: Apache-2.0
// A legal officer vouches for a clause, or no longer does: what follows is shown before it is asked.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Spin } from 'antd';
import { useState } from 'react';
import { Problem } from '../api/client';
import { type Clause, confirmClause, type Confirmation, previewLaw, withdrawConfirmation } from '../api/law';
import { useRegionName } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { DiagnosticList, isError, MovedList } from '../parts/law-preview';

function WhatFollows({ clause, onReady }: { clause: Clause; onReady: (ready: boolean) => void }) {
  const region = useRegionName(clause.holds_in);
  const preview = useQuery({
    queryKey: ['law-preview', clause.id, clause.digest],
    queryFn: async () => {
      const found = await previewLaw([], [clause.id]);
      onReady(found.ok);
      return found;
    },
    staleTime: 0,
    gcTime: 0,
  });
  if (preview.isPending) return <Spin description="正在试算会变动哪些期限…" style={{ width: '100%', padding: 24 }} />;
  if (preview.error) {
    const said = preview.error instanceof Problem ? preview.error.message : '没有连上服务器';
    return (
      <Alert
        type="error"
        showIcon
        title={`没有试算成功，暂不能确认：${said}`}
        action={<Button onClick={() => void preview.refetch()}>重试</Button>}
      />
    );
  }
  const { ok, diagnostics, moved } = preview.data;
  if (!ok) return <DiagnosticList diagnostics={diagnostics.filter(isError)} />;
  return (
    <>
      <p>
        确认后，这条款在<strong>{region}</strong>由“只作提示”变为<strong>可以作为认定依据</strong>；
        {moved.length > 0 ? `${moved.length} 项未完成的期限会变动：` : '现有未完成的期限都不变。'}
      </p>
      {moved.length > 0 && <MovedList moved={moved} />}
    </>
  );
}

export function ConfirmClause({ clause }: { clause: Clause }) {
  const [open, setOpen] = useState(false);
  const [ready, setReady] = useState(false);
  const [form] = Form.useForm<{ basis: string }>();
  const change = useChange('条款已确认', ({ basis }: { basis: string }) => confirmClause(clause, basis), {
    form,
    done: () => setOpen(false),
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        确认条款
      </Button>
      <Modal
        open={open}
        width={760}
        title={`确认条款：${clause.id}　${clause.citation.title}`}
        okText="已经核对，确认"
        okButtonProps={{ disabled: !ready }}
        confirmLoading={change.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <blockquote style={{ margin: '0 0 12px', paddingLeft: 12, borderLeft: '3px solid #d9dee4' }}>
          {clause.citation.text}
          <div className="muted">{clause.citation.source}</div>
        </blockquote>
        <WhatFollows clause={clause} onReady={setReady} />
        <Form form={form} layout="vertical" onFinish={(given) => change.mutate(given)} style={{ marginTop: 16 }}>
          <Form.Item
            name="basis"
            label="核对依据"
            extra="写明对照的官方文本、条号、公布或施行日期、在哪里看到的。会公开显示在这条款下，并以您的名义记入账本。"
            rules={[{ required: true, min: 4, message: '请写明对照了哪一份官方文本的哪一条' }]}
          >
            <Input.TextArea
              rows={3}
              maxLength={1000}
              placeholder="例：《安全评价检测检验机构管理办法》（应急管理部令第1号）第二十一条，2019年5月1日起施行，应急管理部网站公布文本"
            />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

export function WithdrawConfirmation({ clause, confirmation }: { clause: Clause; confirmation: Confirmation }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const change = useChange('确认已撤回', ({ reason }: { reason: string }) => withdrawConfirmation(clause.id, reason), {
    form,
    done: () => setOpen(false),
  });
  return (
    <>
      <Button danger size="small" onClick={() => setOpen(true)}>
        撤回确认
      </Button>
      <Modal
        open={open}
        title={`撤回确认：${clause.id}　${clause.citation.title}`}
        okText="撤回"
        okButtonProps={{ danger: true }}
        confirmLoading={change.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p>
          撤回后，这条款在{confirmation.region_name}恢复为只作提示，从现在起不再作为认定依据；以前依据它作出的认定不自动改变。原来的确认仍留在账本中。
        </p>
        <Form form={form} layout="vertical" onFinish={(given) => change.mutate(given)}>
          <Form.Item name="reason" label="原因" rules={[{ required: true, min: 4, message: '请写明为什么撤回' }]}>
            <Input.TextArea rows={3} maxLength={1000} placeholder="例：原文已于某日修改；核对时看错了条号" />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
