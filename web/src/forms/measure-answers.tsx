// SPDX-License-Identifier: Apache-2.0
// The enterprise's word on each measure: adopted and since when done, or not and why.
import { App, Form, Input, Radio } from 'antd';
import dayjs from 'dayjs';
import type { Project } from '../api/client';
import { answerMeasures, type Measure } from '../api/site';
import { useChange } from '../parts/change';
import { DatePicker } from '../parts/day-picker';
import { Files, type SentFile } from '../parts/files';
import { beijingToday } from '../registry-words';
import { MeasureCard } from './measure-card';
import { type AnswerLine, answersOf } from './measure-lines';
import { Sheet } from './sheet';

interface Given {
  answers?: Record<string, AnswerLine>;
  files?: SentFile[];
}

function AnswerFields({ measure }: { measure: Measure }) {
  const at = ['answers', String(measure.number)];
  const adopted = Form.useWatch([...at, 'adopted']) as boolean | undefined;
  const of = (what: string) => `第 ${measure.number} 条的${what}`;
  return (
    <MeasureCard measure={measure}>
      <Form.Item name={[...at, 'adopted']} style={{ marginBottom: 8 }}>
        <Radio.Group
          aria-label={of('答复')}
          options={[
            { value: true, label: '采纳' },
            { value: false, label: '不采纳' },
          ]}
        />
      </Form.Item>
      {adopted && (
        <Form.Item name={[...at, 'done_on']} style={{ marginBottom: 8 }}>
          <DatePicker maxDate={dayjs(beijingToday())} placeholder="完成日期，没有完成的不填" aria-label={of('完成日期')} style={{ width: '100%' }} />
        </Form.Item>
      )}
      {adopted !== undefined && (
        <Form.Item name={[...at, 'note']} rules={[{ required: !adopted, message: '不采纳的须说明理由' }]} style={{ marginBottom: 0 }}>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={1000}
            aria-label={of('说明')}
            placeholder={adopted ? '完成情况，或没有完成的计划' : '不采纳的理由'}
          />
        </Form.Item>
      )}
    </MeasureCard>
  );
}

interface AnswersFormProps {
  project: Project;
  measures: Measure[]; // not settled yet
  next?: boolean;
}

export function AnswersForm({ project, measures, next }: AnswersFormProps) {
  const app = App.useApp();
  const [form] = Form.useForm<Given>();
  const change = useChange(
    '答复已提交',
    ({ answers, files }: Given) => answerMeasures(project.id, { answers: answersOf(answers), files: files ?? [] }),
    { form, done: () => form.resetFields() },
  );
  const send = (given: Given, close: () => void) => {
    if (answersOf(given.answers).length === 0) void app.message.warning('至少答复一条');
    else change.mutate(given, { onSuccess: close });
  };
  return (
    <Sheet<Given>
      label="答复措施建议"
      next={next}
      act="answer_measures"
      small
      send="提交答复"
      busy={change.isPending}
      form={form}
      onSend={send}
    >
      <p className="muted">逐条选择；暂不答复的不选。完成以后再次答复，填写完成日期。</p>
      {measures.map((one) => (
        <AnswerFields key={one.number} measure={one} />
      ))}
      <Form.Item name="files" label="整改证明（照片、票据、检测报告等）">
        <Files kind="rectification" />
      </Form.Item>
    </Sheet>
  );
}
