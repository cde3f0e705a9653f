// SPDX-License-Identifier: Apache-2.0
// What somebody who was asked says: done, agreed, an opinion, given back.
import { Button, Form, Input } from 'antd';
import { answerSlip, type Outcome, receiveSlip, type Slip, type SlipLine } from '../api/circulation';
import { answersTo, standingIn } from '../circulation-words';
import { useChange } from '../parts/change';
import { CirculateForm } from './circulate';
import { Sheet } from './sheet';

interface AnswerProps {
  slip: Slip;
  line: SlipLine;
}

const answers: Record<Exclude<Outcome, 'passed_on'>, { label: string; send: string; text: string; done: string }> = {
  finished: { label: '办结', send: '办结', text: '办理结果', done: '已办结' },
  returned: { label: '退回', send: '退回', text: '退回的理由', done: '已退回' },
  agreed: { label: '同意', send: '同意', text: '意见（可不填）', done: '已会签' },
  opinion: { label: '提出意见', send: '提出', text: '意见', done: '已会签' },
};

function Answer({ slip, line, outcome }: AnswerProps & { outcome: Exclude<Outcome, 'passed_on'> }) {
  const [form] = Form.useForm<{ text?: string }>();
  const words = answers[outcome];
  const send = ({ text }: { text?: string }) => answerSlip(slip.id, { outcome, number: line.number, ...(text ? { text } : {}) });
  const change = useChange(words.done, send, { form });
  return (
    <Sheet<{ text?: string }>
      label={words.label}
      next={outcome === 'finished' || outcome === 'agreed'}
      small
      send={words.send}
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {line.deputy_for && <p className="muted">以“{standingIn(line.deputy_for)}”的名义记录。</p>}
      {outcome === 'returned' && <p className="muted">退回给交办的人，由他办结或者另行转办。</p>}
      <Form.Item name="text" label={words.text} rules={outcome === 'agreed' ? [] : [{ required: true, message: '必填' }]}>
        <Input.TextArea rows={5} maxLength={2000} />
      </Form.Item>
    </Sheet>
  );
}

function Receive({ slip, line }: AnswerProps) {
  const change = useChange('已签收', () => receiveSlip(slip.id, { number: line.number }));
  return (
    <Button size="small" loading={change.isPending} onClick={() => change.mutate(undefined)}>
      签收
    </Button>
  );
}

export function SlipActs({ slip, line }: AnswerProps) {
  return (
    <>
      {!line.received_at && <Receive slip={slip} line={line} />}
      {answersTo(slip.kind).map((outcome) => outcome !== 'passed_on' && <Answer key={outcome} slip={slip} line={line} outcome={outcome} />)}
      {slip.kind !== 'cosign' && (
        <CirculateForm kind="transfer" label="转交他人" small follows={slip.id} matters={[{ kind: slip.matter.kind, id: slip.matter.id }]} />
      )}
    </>
  );
}
