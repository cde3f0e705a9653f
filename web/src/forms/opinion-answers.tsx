// SPDX-License-Identifier: Apache-2.0
// What the authors answer to the reviewers' opinions, one by one.
import { App, Form, Input } from 'antd';
import type { Project } from '../api/client';
import { answerOpinions, type Opinion } from '../api/review';
import { useChange } from '../parts/change';
import { stepWords } from '../words';
import { Sheet } from './sheet';

interface Given {
  answers?: Record<string, string | undefined>;
}

// Those that were written; an opinion left empty is answered another time.
function answersOf({ answers = {} }: Given) {
  return Object.entries(answers)
    .map(([number, answer]) => ({ number: Number(number), answer: (answer ?? '').trim() }))
    .filter(({ answer }) => answer !== '');
}

export function OpinionAnswersForm({ project, opinions }: { project: Project; opinions: Opinion[] }) {
  const app = App.useApp();
  const [form] = Form.useForm<Given>();
  const change = useChange('审核意见已答复', (given: Given) => answerOpinions(project.id, { answers: answersOf(given) }), {
    form,
    done: () => form.resetFields(),
  });
  const send = (given: Given, close: () => void) => {
    if (answersOf(given).length === 0) void app.message.warning('至少答复一条');
    else change.mutate(given, { onSuccess: close });
  };
  return (
    <Sheet<Given> label="答复意见" next small send="提交答复" busy={change.isPending} form={form} onSend={send}>
      <p className="muted">逐条答复；需要修改报告的，改好后提交新版本。暂不答复的不填。</p>
      {opinions.map((one) => (
        <section key={one.number} className="panel" aria-label={`第 ${one.number} 条`}>
          <p className="muted">
            第 {one.number} 条　{stepWords[one.step] ?? '审核'}
          </p>
          <p className="typed">{one.text}</p>
          <Form.Item name={['answers', String(one.number)]} rules={[{ min: 2, message: '至少 2 个字' }]} style={{ marginBottom: 0 }}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} aria-label={`第 ${one.number} 条的答复`} placeholder="答复" />
          </Form.Item>
        </section>
      ))}
    </Sheet>
  );
}
