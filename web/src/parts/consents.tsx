// SPDX-License-Identifier: Apache-2.0
// Consent to electronic delivery: a party's own word, or a bureau's record of its signed paper.
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Popconfirm, Tag } from 'antd';
import { type Addressee, type Consent, deliveryConsents, giveConsent, withdrawConsent } from '../api/document';
import { AddresseeFields } from '../forms/document-fields';
import { Scans } from '../forms/document-acts';
import { Sheet } from '../forms/sheet';
import { time } from '../words';
import { useChange } from './change';
import { type Column, Rows } from './rows';
import { isBureau, useSession } from './session';

function Withdraw({ of, bureau }: { of: Consent; bureau: boolean }) {
  const change = useChange('同意已撤回', () => withdrawConsent(bureau ? { party: of.party } : { bureau: of.bureau }));
  return (
    <Popconfirm title="撤回电子送达的同意？" description="以后改用其他方式送达；已经送达的不变。" okText="撤回" cancelText="取消" onConfirm={() => change.mutate(undefined)}>
      <Button size="small" loading={change.isPending}>
        撤回
      </Button>
    </Popconfirm>
  );
}

interface Given {
  addressee: Addressee;
  scan: string[];
}

function RecordConsent() {
  const [form] = Form.useForm<Given>();
  const change = useChange('电子送达的同意已登记', ({ addressee, scan }: Given) => giveConsent({ party: addressee, scan: scan[0]! }), { form });
  return (
    <Sheet<Given>
      label="登记确认书"
      title="登记电子送达确认书"
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ addressee: { kind: 'institution' } as Addressee }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <AddresseeFields registered />
      <Form.Item name="scan" label="受送达人签名或者盖章的确认书" rules={[{ required: true, message: '请附确认书' }]}>
        <Scans label="选择扫描件" />
      </Form.Item>
    </Sheet>
  );
}

export function GiveConsentButton({ bureau, name }: { bureau: string; name: string }) {
  const change = useChange('已同意电子送达', () => giveConsent({ bureau }));
  return (
    <Popconfirm title={`同意${name}电子送达？`} description="以后该部门的文书可以在平台上送达，到达之日即为送达之日。" okText="同意" cancelText="取消" onConfirm={() => change.mutate(undefined)}>
      <Button loading={change.isPending}>同意电子送达</Button>
    </Popconfirm>
  );
}

export function Consents() {
  const bureau = isBureau(useSession().data);
  const list = useQuery({ queryKey: ['delivery-consents'], queryFn: deliveryConsents });
  const columns: Column<Consent>[] = [
    bureau ? { title: '受送达人', render: (row) => row.party_name } : { title: '部门', render: (row) => row.bureau_name },
    { title: '怎样同意', render: (row) => (row.by_bureau ? `书面确认书：${row.paper?.file_name ?? ''}` : '本单位在平台上同意') },
    { title: '时间', width: 160, render: (row) => time(row.given_at) },
    {
      title: '',
      width: 150,
      render: (row) => (row.withdrawn_at ? <Tag>已撤回 {time(row.withdrawn_at)}</Tag> : <Withdraw of={row} bureau={bureau} />),
    },
  ];
  return (
    <div className="panel">
      <div className="card-head">
        <h2>电子送达的同意</h2>
        {bureau && <RecordConsent />}
      </div>
      <Rows
        label="电子送达的同意"
        columns={columns}
        rows={list.data ?? []}
        rowKey={(row) => String(row.entry)}
        pending={list.isPending}
        empty={bureau ? '还没有单位同意电子送达。' : '还没有同意过；在收到的文书页上可以同意。'}
        least={640}
      />
    </div>
  );
}
