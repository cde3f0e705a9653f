// SPDX-License-Identifier: Apache-2.0
// The institution answers a correction; the permit desk finds it done.
import { Form, Input } from 'antd';
import { answerCorrection, closeCorrection, type Correction } from '../api/permit';
import { useChange } from '../parts/change';
import { Sheet } from './sheet';

interface CorrectionActProps {
  application: string;
  correction: Correction;
  first: boolean; // of those that wait for whom the form is for
}

interface Said {
  text: string;
}

const said = [{ required: true, min: 2, message: '必填，至少 2 个字' }];

export function AnswerForm({ application, correction: { number, answer }, first }: CorrectionActProps) {
  const [form] = Form.useForm<Said>();
  const change = useChange('补正已答复', ({ text }: Said) => answerCorrection(application, { number, answer: text }), { form });
  return (
    <Sheet<Said>
      label={answer ? '更新答复' : '答复补正'}
      next={!answer}
      act={first ? 'answer_correction' : undefined}
      small
      title={`答复第 ${number} 份补正通知`}
      send="答复"
      busy={change.isPending}
      form={form}
      initial={{ text: answer }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">材料在项目页面上传、告知在项目页面提交，这里写明逐项怎样补正。由部门核对后办结。</p>
      <Form.Item name="text" label="补正情况" rules={said}>
        <Input.TextArea rows={6} maxLength={2000} />
      </Form.Item>
    </Sheet>
  );
}

export function CloseForm({ application, correction: { number, answer }, first }: CorrectionActProps) {
  const [form] = Form.useForm<Said>();
  const change = useChange('补正已办结', ({ text }: Said) => closeCorrection(application, { number, note: text }), { form });
  return (
    <Sheet<Said>
      label="补正完成"
      next={answer !== undefined}
      act={first ? 'correction_answered' : undefined}
      small
      title={`第 ${number} 份补正通知：补正完成`}
      send="确认完成"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {!answer && <p className="late">机构还没有答复。</p>}
      <Form.Item name="text" label="核对情况" rules={said}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </Sheet>
  );
}
