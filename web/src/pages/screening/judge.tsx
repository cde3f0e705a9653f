// SPDX-License-Identifier: Apache-2.0
// A passage judged once, for every later report: by the finding that names it.
import { Alert, Form, Input, Radio, Space } from 'antd';
import { type FindingRow, judgePassage, type Judged, type Passage } from '../../api/findings';
import { judgedMeans, judgedWords } from '../../findings-words';
import { Sheet } from '../../forms/sheet';
import { useChange } from '../../parts/change';

interface Given {
  as: Judged;
  reason: string;
}

// The newest finding about this source: only a passage a finding names can be judged.
const findingAbout = (findings: FindingRow[], source: string) =>
  findings.filter((one) => one.detector === 'copied_passages' && one.source === source).sort((a, b) => b.entry - a.entry)[0];

function Fields({ finding, text }: { finding: FindingRow | undefined; text: string }) {
  return (
    <>
      {!finding && (
        <Alert type="info" showIcon style={{ marginBottom: 12 }} title="这个来源没有线索，不能认定" description="沿用本机构较早的报告、或者相同的字数太少，平台不提线索。" />
      )}
      <p className="muted">认定记入账本，长期有效，以后提交的报告都按它处理；已经提出的线索不变，仍须逐条处理。</p>
      <blockquote className="typed judged-text">{text}</blockquote>
      <Form.Item name="as" label="这段文字是" rules={[{ required: true, message: '请选择' }]}>
        <Radio.Group>
          <Space orientation="vertical">
            {(Object.keys(judgedWords) as Judged[]).map((as) => (
              <Radio key={as} value={as}>
                {judgedWords[as].label}
                <div className="muted">{judgedMeans[as]}</div>
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' }]}>
        <Input.TextArea rows={5} maxLength={2000} showCount />
      </Form.Item>
    </>
  );
}

export function JudgeForm({ findings, source, passage, text }: { findings: FindingRow[]; source: string; passage: Passage; text: string }) {
  const [form] = Form.useForm<Given>();
  const finding = findingAbout(findings, source);
  const judge = ({ as, reason }: Given) => judgePassage(finding!.id, { at: passage.a_from, as, reason: reason.trim() });
  const change = useChange('共同段落已认定', judge, { form, done: () => form.resetFields() });
  return (
    <Sheet<Given>
      label="认定这段"
      title="认定共同段落"
      small
      send="确认认定"
      busy={change.isPending}
      held={!finding}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Fields finding={finding} text={text} />
    </Sheet>
  );
}
