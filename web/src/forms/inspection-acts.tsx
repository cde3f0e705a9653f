// SPDX-License-Identifier: Apache-2.0
// What is done to an inspection besides filling its check-list.
import { Alert, Form, Input, Popconfirm, Button, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import {
  acknowledgeResult,
  approveInspection,
  beginVisit,
  callOffInspection,
  closeInspection,
  type Inspection,
  makeStatement,
  recordRefusal,
  signResult,
  withdrawProblem,
} from '../api/inspection';
import { useChange } from '../parts/change';
import { ClausePicker } from '../parts/clause-picker';
import { DatePicker, day } from '../parts/day-picker';
import { Files, type SentFile } from '../parts/files';
import { OfficersPicker } from '../parts/officers';
import { maySendPictures, useSession } from '../parts/session';
import { Chooser, RoomNote } from '../parts/unsent/chooser';
import type { Chosen } from '../parts/unsent/keep';
import { useKeep } from '../parts/unsent/use-unsent';
import { beijingToday } from '../registry-words';
import { Sheet } from './sheet';

const required = [{ required: true, message: '必填' }];
const said = [{ required: true, min: 2, message: '必填，至少 2 个字' }];
const idOf = ({ summary }: Inspection) => summary.id;

// An officer without the right to send files writes only.
function Pictures({ label }: { label: string }) {
  const session = useSession().data;
  if (!maySendPictures(session)) return null;
  return (
    <Form.Item name="files" label={label}>
      <Files kind="other" label="拍照或选择文件" />
    </Form.Item>
  );
}

interface Words {
  words: string;
}

interface WordsProps {
  label: string;
  title: string;
  send: string;
  field: string;
  next?: boolean;
  small?: boolean;
  optional?: boolean;
  note?: string;
  warning?: string | undefined;
  done: string;
  act: (words: string) => ReturnType<typeof approveInspection>;
}

function WordsForm({ label, title, send, field, next = false, small = false, optional = false, note, warning, done, act }: WordsProps) {
  const [form] = Form.useForm<Words>();
  const change = useChange(done, ({ words }: Words) => act((words ?? '').trim()), { form, done: () => form.resetFields() });
  return (
    <Sheet<Words> label={label} title={title} next={next} small={small} send={send} busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      {warning && <Alert type="warning" showIcon title={warning} style={{ marginBottom: 16 }} />}
      {note && <p className="muted">{note}</p>}
      <Form.Item name="words" label={field} rules={optional ? [] : said}>
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
    </Sheet>
  );
}

export const Approve = ({ of }: { of: Inspection }) => (
  <WordsForm label={of.summary.stage === 'begun' ? '补报批准' : '批准'} title="批准检查" send="批准" field="意见" optional next note={of.summary.announced ? '批准后，被检查单位可以看到这次检查。' : '这次检查不预先通知被检查单位。'} done="检查已批准" act={(words) => approveInspection(idOf(of), words || undefined)} />
);
export const CallOff = ({ of }: { of: Inspection }) => (
  <WordsForm label="不批准或取消" title="取消检查" send="取消检查" field="理由" done="检查已取消" act={(words) => callOffInspection(idOf(of), words)} />
);
export const Close = ({ of, unsent }: { of: Inspection; unsent: number }) => (
  <WordsForm label="结束检查" title="结束检查" send="结束" field="结论" next warning={unsent > 0 ? `这台设备上还有 ${unsent} 件问题、照片没有发送；检查结束后不能再记入` : undefined} note="结束后不再更改；有问题的，可以据此责令限期整改。" done="检查已结束" act={(words) => closeInspection(idOf(of), words)} />
);
export const WithdrawProblem = ({ of, number }: { of: Inspection; number: number }) => (
  <WordsForm label="撤销" title={`撤销问题 ${number}`} send="撤销" small field="理由" done="问题已撤销" act={(words) => withdrawProblem(idOf(of), number, words)} />
);

interface Visit {
  on: Dayjs;
  place: string;
  officers: string[];
  urgent_reason?: string;
}

export function Begin({ of }: { of: Inspection }) {
  const [form] = Form.useForm<Visit>();
  const approved = of.summary.approved;
  const change = useChange('检查已开始', ({ on, urgent_reason, ...given }: Visit) => beginVisit(idOf(of), { ...given, on: day(on), experts: of.experts.map((one) => one.expert), ...(urgent_reason ? { urgent_reason } : {}) }), { form });
  return (
    <Sheet<Visit>
      label={approved ? '开始检查' : '紧急先行检查'}
      next={approved}
      send="开始"
      busy={change.isPending}
      form={form}
      initial={{ on: dayjs(beijingToday()), place: of.place, officers: of.officers.map((one) => one.officer) }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">执法人员到场、出示执法证件以后填写。检查表从此固定，被检查单位可以看到这次检查。</p>
      <Form.Item name="on" label="检查日期" rules={required}>
        <DatePicker maxDate={dayjs(beijingToday())} inputReadOnly />
      </Form.Item>
      <Form.Item name="place" label="地点" rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="officers" label="到场的执法人员" rules={required} extra={`须有 ${of.officers_needed} 名执法证件当日有效的执法人员`}>
        <OfficersPicker />
      </Form.Item>
      {!approved && (
        <Form.Item name="urgent_reason" label="紧急的理由" rules={said} extra="还没有批准；先行检查的要及时补报批准">
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
    </Sheet>
  );
}

interface Problem {
  item?: string;
  fact: string;
  clause: string;
  files?: Chosen[];
}

interface FoundProblemProps {
  of: Inspection;
  item?: string;
  words?: string | undefined; // of the answer, sent or not
  small?: boolean;
}

// Kept on the device before it is sent: on site there may be no network.
export function FoundProblem({ of, item, words, small = false }: FoundProblemProps) {
  const [form] = Form.useForm<Problem>();
  const chosen = Form.useWatch('item', form) as string | undefined;
  const pictures = maySendPictures(useSession().data);
  const { keep, busy } = useKeep(idOf(of));
  const listed = of.checklist.map((one) => one.listed);
  const first = listed.find((one) => one.item === (chosen ?? item))?.clauses ?? [];
  const send = ({ item: of_item, fact, clause, files }: Problem, close: () => void) =>
    keep({ to: 'problems', ...(of_item ? { item: of_item } : {}), fact, clause }, files ?? [], () => {
      close();
      form.resetFields();
    });
  return (
    <Sheet<Problem>
      label="记录问题"
      small={small}
      send="记录"
      busy={busy}
      form={form}
      initial={{ ...(item ? { item } : {}), ...(words?.trim() ? { fact: words.trim() } : {}), ...(first[0] ? { clause: first[0] } : {}) }}
      onSend={(given, close) => void send(given, close)}
    >
      <RoomNote />
      <p className="muted">问题是执法人员查实的事实，写清时间、地点、对象和数量；是否违法由案件程序认定。没有网络时先留在这台设备上，联网后自动发送。</p>
      <Form.Item name="item" label="检查事项">
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={listed.map((one) => ({ value: one.item, label: one.name }))} placeholder="不属于检查表的不选" />
      </Form.Item>
      <Form.Item name="fact" label="事实" rules={said}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <Form.Item name="clause" label="依据的条款" rules={required}>
        <ClausePicker first={first} />
      </Form.Item>
      {pictures && (
        <Form.Item name="files" label="证据">
          <Chooser />
        </Form.Item>
      )}
    </Sheet>
  );
}

interface Refused {
  how: string;
  files?: SentFile[];
}

export function Refusal({ of }: { of: Inspection }) {
  const [form] = Form.useForm<Refused>();
  const change = useChange('拒绝检查已记录', ({ how, files }: Refused) => recordRefusal(idOf(of), { how, files: files ?? [] }), { form });
  return (
    <Sheet<Refused> label="记录拒绝检查" send="记录" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="how" label="怎样拒绝" rules={said} extra="时间、地点、谁（职务）、说了什么、做了什么；执法人员怎样表明身份和说明来意">
        <Input.TextArea rows={5} maxLength={2000} />
      </Form.Item>
      <Pictures label="影像" />
    </Sheet>
  );
}

export function SignAsMyself({ of, officer }: { of: Inspection; officer: string }) {
  const change = useChange('已签字', () => signResult(idOf(of), { signer: 'officer', officer, way: 'account', files: [] }));
  return (
    <Popconfirm title="确认检查记录属实，并签字" okText="签字" cancelText="取消" onConfirm={() => change.mutate(undefined)}>
      <Button type="primary" loading={change.isPending}>
        签字
      </Button>
    </Popconfirm>
  );
}

interface Paper {
  who: string;
  way: 'paper' | 'refused';
  words?: string;
  files?: SentFile[];
}

export function SignedOnPaper({ of }: { of: Inspection }) {
  const [form] = Form.useForm<Paper>();
  const who = Form.useWatch('who', form) as string | undefined;
  const way = Form.useWatch('way', form) as string | undefined;
  const change = useChange(
    '签字情况已记录',
    ({ who: signer, way: how, words, files }: Paper) =>
      signResult(idOf(of), {
        ...(signer === 'checked' ? { signer: 'checked' as const } : { signer: 'officer' as const, officer: signer }),
        way: signer === 'checked' ? how : 'paper',
        ...(words ? { words } : {}),
        files: files ?? [],
      }),
    { form, done: () => form.resetFields() },
  );
  const waiting = of.officers.filter((one) => !one.signed_by).map((one) => ({ value: one.officer, label: `执法人员 ${one.name}` }));
  const options = [...waiting, ...(of.acknowledged ? [] : [{ value: 'checked', label: '被检查单位' }])];
  if (options.length === 0) return null;
  return (
    <Sheet<Paper> label="记录纸上签字或拒签" send="记录" busy={change.isPending} form={form} initial={{ way: 'paper' }} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="who" label="谁" rules={required}>
        <Radio.Group options={options} />
      </Form.Item>
      {who === 'checked' && (
        <Form.Item name="way" label="怎样">
          <Radio.Group
            options={[
              { value: 'paper', label: '在纸上签字' },
              { value: 'refused', label: '拒签' },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item name="words" label={way === 'refused' && who === 'checked' ? '拒签的情况' : '说明'} rules={way === 'refused' && who === 'checked' ? said : []}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Pictures label="签字页" />
    </Sheet>
  );
}

export const Acknowledge = ({ of }: { of: Inspection }) => (
  <WordsForm label="确认检查结果" title="确认检查结果" send="确认" field="意见" optional next note="确认收到并核对了检查记录；对问题有不同意见的，可以在问题下面作出说明。" done="检查结果已确认" act={(words) => acknowledgeResult(idOf(of), words || undefined)} />
);

interface Stated {
  words: string;
  files?: SentFile[];
}

export function State({ of, problem }: { of: Inspection; problem: number }) {
  const [form] = Form.useForm<Stated>();
  const change = useChange('说明已提交', ({ words, files }: Stated) => makeStatement(idOf(of), { problem, words, files: files ?? [] }), { form, done: () => form.resetFields() });
  return (
    <Sheet<Stated> label="作出说明" small title={`对问题 ${problem} 的说明`} send="提交" busy={change.isPending} form={form} onSend={(given, close) => change.mutate(given, { onSuccess: close })}>
      <Form.Item name="words" label="说明" rules={said}>
        <Input.TextArea rows={6} maxLength={4000} />
      </Form.Item>
      <Form.Item name="files" label="证明材料">
        <Files kind="document" />
      </Form.Item>
    </Sheet>
  );
}
