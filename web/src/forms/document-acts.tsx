// SPDX-License-Identifier: Apache-2.0
// What is done with a document: issued, delivered, confirmed, made void.
import { Alert, App, Button, Form, Input, InputNumber, Popconfirm, Progress, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { confirmDelivery, type Delivery, deliverDocument, issueDocument, type OfficialDocument, printDocument, voidDocument } from '../api/document';
import { upload } from '../api/upload';
import { lackingWords, wayWords } from '../document-words';
import { useChange } from '../parts/change';
import { beijingNow, day, DatePicker } from '../parts/day-picker';
import { showProblem } from '../parts/problem';
import { useSession } from '../parts/session';
import { confirmUnclassified } from '../parts/unclassified';
import { Sheet } from './sheet';

export function IssueButton({ document }: { document: OfficialDocument }) {
  const [first, setFirst] = useState<number | null>(null);
  const change = useChange('文书已签发', () => issueDocument(document.row.id, first ?? undefined));
  const numbered = document.form.word !== '';
  return (
    <Popconfirm
      title={numbered ? '签发并给文号？' : '签发？'}
      description={
        <>
          <div>签发后内容不能再改，文件的摘要记入账本。</div>
          {numbered && (
            <label>
              本年度此前有纸质文书的，第一份从第几号起：
              <InputNumber min={1} max={99999} precision={0} value={first} onChange={setFirst} placeholder="依次接续" aria-label="起始号" size="small" />
            </label>
          )}
        </>
      }
      okText="签发"
      cancelText="取消"
      onConfirm={() => change.mutate(undefined)}
    >
      <Button type="primary" loading={change.isPending}>
        签发
      </Button>
    </Popconfirm>
  );
}

interface Despite {
  first?: number | null;
  reason: string;
}

// Before the step of its case that such a document comes after: said first, and for a reason that stays in sight.
export function IssueDespiteForm({ document }: { document: OfficialDocument }) {
  const [form] = Form.useForm<Despite>();
  const change = useChange('文书已签发', ({ first, reason }: Despite) => issueDocument(document.row.id, first ?? undefined, reason), { form });
  return (
    <Sheet<Despite>
      label="签发"
      next
      title={`签发 ${document.row.name}`}
      send="仍要签发"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 16 }}
        title={`${lackingWords(document.lacking)}。`}
        description="通常先在案件中登记这一步骤，再签发这种文书。仍要签发的，写明理由；理由记入账本，在文书、案件和文书清单中一直标明，上级部门可以看到。"
      />
      <Form.Item name="reason" label="理由" rules={[{ required: true, min: 2, message: '必填，至少 2 个字' }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      {document.form.word !== '' && (
        <Form.Item name="first" label="本年度此前有纸质文书的，第一份从第几号起（可不填）">
          <InputNumber min={1} max={99999} precision={0} placeholder="依次接续" />
        </Form.Item>
      )}
    </Sheet>
  );
}

export function PrintButton({ document }: { document: OfficialDocument }) {
  const change = useChange('PDF 已生成', () => printDocument(document.row.id));
  return (
    <Button loading={change.isPending} onClick={() => change.mutate(undefined)}>
      生成 PDF
    </Button>
  );
}

export function ConfirmButton({ id }: { id: string }) {
  const change = useChange('已确认收到', () => confirmDelivery(id));
  return (
    <Button type="primary" loading={change.isPending} onClick={() => change.mutate(undefined)}>
      确认收到
    </Button>
  );
}

// Ids of uploads are the field's value.
export function Scans({ onChange, label = '添加扫描件、照片' }: { value?: string[]; onChange?: (uploads: string[]) => void; label?: string }) {
  const app = App.useApp();
  const session = useSession().data;
  const picker = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<{ name: string; part: number; upload?: string }[]>([]);
  const latest = useRef(files);
  const put = (next: typeof files) => {
    latest.current = next;
    setFiles(next);
    onChange?.(next.flatMap((one) => one.upload ?? []));
  };
  const send = async (chosen: File[]) => {
    if (chosen.length === 0 || !(await confirmUnclassified(app, session?.account))) return;
    for (const file of chosen) {
      const at = latest.current.length;
      const patch = (part: Partial<(typeof files)[number]>) => put(latest.current.map((one, index) => (index === at ? { ...one, ...part } : one)));
      put([...latest.current, { name: file.name, part: 0 }]);
      try {
        patch({ upload: await upload(file, (part) => patch({ part })), part: 1 });
      } catch (problem) {
        showProblem(app, problem);
      }
    }
  };
  return (
    <div>
      {files.map((file, at) => (
        <div key={at} className="file">
          <span className="file-name">{file.name}</span>
          <Progress style={{ width: 110 }} size="small" percent={Math.round(file.part * 100)} status={file.upload ? 'success' : 'active'} />
        </div>
      ))}
      <input
        ref={picker}
        type="file"
        multiple
        style={{ display: 'none' }}
        onChange={(event) => {
          void send(Array.from(event.target.files ?? [])).finally(() => {
            if (picker.current) picker.current.value = '';
          });
        }}
      />
      <Button onClick={() => picker.current?.click()}>{label}</Button>
    </div>
  );
}

interface Given {
  way: Delivery['way'];
  on: Dayjs;
  receiver?: string;
  place?: string;
  note?: string;
  scans?: string[];
}

const notes: Record<Delivery['way'], string> = {
  direct: '由受送达人在回执上签名或者盖章；回执可以先下载打印。',
  left: '受送达人拒收的，请附照片、录像或者见证人签名的扫描件，并写明情况。',
  electronic: '由平台即时发出，受送达人登录后可以看到并确认；以到达平台之日为送达日期。',
  post: '请在说明中写邮件编号，附回执。',
  announcement: '自发出公告之日起，经过法律规定的期限视为送达；以后的期限从那一天起算。',
};

function ways({ consent, addressee, form }: OfficialDocument) {
  const reachable = consent && addressee.kind !== 'other' && form.to === 'party';
  return (Object.keys(wayWords) as Delivery['way'][]).map((value) => ({
    value,
    label: value === 'electronic' && !reachable ? `${wayWords[value]}（受送达人没有同意）` : wayWords[value],
    disabled: value === 'electronic' && !reachable,
  }));
}

function DeliveryFields({ document }: { document: OfficialDocument }) {
  const way = Form.useWatch<Given['way']>('way') ?? 'direct';
  const paper = way !== 'electronic';
  return (
    <>
      <Form.Item name="way" label="送达方式">
        <Select options={ways(document)} />
      </Form.Item>
      <Alert type="info" showIcon style={{ marginBottom: 16 }} title={notes[way]} />
      <Form.Item name="on" label={way === 'announcement' ? '公告日期' : '送达日期'} rules={[{ required: true, message: '必填' }]}>
        <DatePicker maxDate={beijingNow()} disabled={!paper} />
      </Form.Item>
      {paper && (
        <>
          <Form.Item name="receiver" label={way === 'left' ? '见证人' : '签收人'}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="place" label="送达地点">
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="scans" label="回执">
            <Scans />
          </Form.Item>
        </>
      )}
      <Form.Item name="note" label="说明">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}

export function DeliverForm({ document }: { document: OfficialDocument }) {
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '送达已登记',
    ({ on, receiver = '', place = '', note = '', scans = [], way }: Given) =>
      deliverDocument(document.row.id, { way, on: day(way === 'electronic' ? beijingNow() : on), receiver, place, note, scans }),
    { form },
  );
  return (
    <Sheet<Given>
      label="登记送达"
      next={document.row.stage === 'issued'}
      title={`送达 ${document.row.name}`}
      send="登记"
      busy={change.isPending}
      form={form}
      initial={{ way: document.consent ? 'electronic' : 'direct', on: beijingNow() }}
      onSend={(values, close) => change.mutate(values, { onSuccess: close })}
    >
      <DeliveryFields document={document} />
    </Sheet>
  );
}

export function VoidDocumentForm({ document }: { document: OfficialDocument }) {
  const [form] = Form.useForm<{ reason: string }>();
  const change = useChange('文书已作废', ({ reason }: { reason: string }) => voidDocument(document.row.id, reason), { form });
  return (
    <Sheet<{ reason: string }>
      label="作废"
      title={`作废 ${document.row.name}`}
      send="作废"
      busy={change.isPending}
      form={form}
      onSend={(values, close) => change.mutate(values, { onSuccess: close })}
    >
      <p>作废后文号保留，不再使用；扫码查验会显示已经作废。需要更正的，作废后另行制作。</p>
      <Form.Item name="reason" label="理由" rules={[{ required: true, min: 2, message: '必填，至少 2 个字' }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </Sheet>
  );
}
