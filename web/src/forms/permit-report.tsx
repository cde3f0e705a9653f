// SPDX-License-Identifier: Apache-2.0
// What the permit desk does with a report an application rests on.
import { Checkbox, Form, Input, Radio } from 'antd';
import { demandCorrection, type ReportUsed, reviewReport, type ReviewResult } from '../api/permit';
import { useChange } from '../parts/change';
import { linesOf, proposedItems, reviewWords } from '../permit-words';
import { Sheet } from './sheet';

interface ReportActProps {
  application: string;
  report: ReportUsed;
  next: boolean;
}

interface Reviewed {
  result: ReviewResult;
  opinion: string;
}

const results = (Object.keys(reviewWords) as ReviewResult[]).map((value) => ({ value, label: reviewWords[value].label }));

export function ReportReviewForm({ application, report, next }: ReportActProps) {
  const [form] = Form.useForm<Reviewed>();
  const change = useChange('报告已审核', (given: Reviewed) => reviewReport(application, { project: report.project, ...given }), { form });
  return (
    <Sheet<Reviewed>
      label={report.result ? '重新审核' : '审核报告'}
      next={next}
      small
      title={`审核报告：${report.project_title}`}
      send="记录审核"
      busy={change.isPending}
      form={form}
      initial={{ result: report.result, opinion: report.opinion }}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <Form.Item name="result" label="审核结果" rules={[{ required: true, message: '请选择' }]}>
        <Radio.Group options={results} />
      </Form.Item>
      <Form.Item name="opinion" label="审核意见" rules={[{ required: true, min: 2, message: '必填，至少 2 个字' }]}>
        <Input.TextArea rows={6} maxLength={4000} />
      </Form.Item>
    </Sheet>
  );
}

interface Demanded {
  found?: string[];
  others?: string;
}

export function DemandForm({ application, report, next }: ReportActProps) {
  const [form] = Form.useForm<Demanded>();
  const proposed = proposedItems(report);
  const items = ({ found = [], others }: Demanded) => [...found, ...linesOf(others)];
  const change = useChange(
    '补正通知已发出',
    (given: Demanded) => demandCorrection(application, { project: report.project, items: items(given) }),
    { done: () => form.resetFields() },
  );
  const send = (given: Demanded, close: () => void) => {
    const asked = items(given);
    const wrong = asked.some((item) => item.length < 2 || item.length > 500) ? '每项 2 至 500 字' : '';
    const problem = asked.length === 0 ? '至少写明一项须补正的内容' : wrong;
    if (problem === '') change.mutate(given, { onSuccess: close });
    else form.setFields([{ name: 'others', errors: [problem] }]);
  };
  return (
    <Sheet<Demanded>
      label="发出补正通知"
      next={next}
      small
      title={`补正通知：${report.institution_name}`}
      send="发出"
      busy={change.isPending}
      form={form}
      initial={{ found: proposed }}
      onSend={send}
    >
      <p className="muted">发给机构，抄送申请人。补正由机构办理，不向申请人增加材料，法定期限照常计算。</p>
      {proposed.length > 0 && (
        <Form.Item name="found" label="平台今天查到的" extra="不需要机构补正的，取消勾选。">
          <Checkbox.Group className="stacked" options={proposed} />
        </Form.Item>
      )}
      <Form.Item name="others" label="其他须补正的内容" extra="一行一项，每项不超过 500 字。">
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </Sheet>
  );
}
