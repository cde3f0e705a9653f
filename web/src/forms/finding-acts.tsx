// SPDX-License-Identifier: Apache-2.0
// What an institution says to a finding, and what an officer makes of it. Each act says what follows before it is sent.
import { Form, Input, Space } from 'antd';
import type { ReactNode } from 'react';
import { answerFinding, type Decision, decideFinding, type Finding } from '../api/findings';
import { isDecided } from '../findings-words';
import { useChange } from '../parts/change';
import { time } from '../words';
import { Sheet } from './sheet';

interface Given {
  text: string;
}

const required = { required: true, whitespace: true, min: 2, message: '请写明，至少 2 个字' };

export function FindingAnswerForm({ finding }: { finding: Finding }) {
  const [form] = Form.useForm<Given>();
  const { id, state } = finding.summary;
  const asked = finding.acts.filter(({ kind }) => kind === 'asked').at(-1);
  const change = useChange('说明已提交', ({ text }: Given) => answerFinding(id, text.trim()), { form, done: () => form.resetFields() });
  return (
    <Sheet<Given>
      label="作出说明"
      act="answer"
      next={state === 'open' || state === 'asked'}
      send="提交说明"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p className="muted">
        说明记入账本，处理这条线索的部门能看到，不能撤回；可以再次说明。
        {isDecided(state) ? '这条线索已经处理，说明不会自动改变结论。' : ''}
      </p>
      {asked && (
        <>
          <p>
            {asked.unit_name} {time(asked.at)} 的问题：
          </p>
          <blockquote className="typed asked">{asked.text}</blockquote>
        </>
      )}
      <Form.Item name="text" label="说明" extra="写清楚内容从哪里来、是否有依据；需要改正的，改好后提交报告的新版本。" rules={[required]}>
        <Input.TextArea rows={8} maxLength={4000} showCount />
      </Form.Item>
    </Sheet>
  );
}

interface Act {
  outcome: Decision['outcome'];
  label: string;
  done: string;
  field: string;
  follows: ReactNode;
}

const acts: Act[] = [
  {
    outcome: 'asked',
    label: '要求说明',
    done: '已要求机构说明',
    field: '要求说明什么',
    follows: '机构会在这条线索里看到您的问题，并作出说明。这一步不是结论，可以多次要求。',
  },
  {
    outcome: 'accepted',
    label: '采纳为证据',
    done: '已采纳为证据',
    field: '采纳的理由',
    follows:
      '采纳后，线索和它的文本、摘要作为监管证据留存，机构能看到结论和理由，不再要求说明。采纳不等于认定违法，是否违法、如何处理，按法定程序另行决定。以后有新情况，可以改为排除。',
  },
  {
    outcome: 'dismissed',
    label: '排除',
    done: '已排除',
    field: '排除的理由',
    follows: '排除后，这条线索了结，机构能看到结论和理由；它计入这类线索的误报，用来改进核查。以后有新情况，可以改为采纳。',
  },
];

function DecisionForm({ finding, act }: { finding: Finding; act: Act }) {
  const [form] = Form.useForm<Given>();
  const { id, state } = finding.summary;
  const change = useChange(act.done, ({ text }: Given) => decideFinding(id, { outcome: act.outcome, reason: text.trim() }), {
    form,
    done: () => form.resetFields(),
  });
  return (
    <Sheet<Given>
      label={act.label}
      title={`${act.label}：${finding.summary.detector_name}`}
      next={act.outcome === 'asked' ? state === 'open' : false}
      send={`确认${act.label}`}
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <p>{act.follows}</p>
      <Form.Item name="text" label={act.field} rules={[required]}>
        <Input.TextArea rows={6} maxLength={2000} showCount />
      </Form.Item>
    </Sheet>
  );
}

// A decision may be changed for the other one; it is not taken twice, and after it nothing is asked.
export function FindingDecisions({ finding }: { finding: Finding }) {
  const { state } = finding.summary;
  const open = acts.filter(({ outcome }) => outcome !== state || outcome === 'asked').filter(({ outcome }) => outcome !== 'asked' || !isDecided(state));
  return (
    <Space wrap>
      {open.map((act) => (
        <DecisionForm key={act.outcome} finding={finding} act={act} />
      ))}
    </Space>
  );
}
