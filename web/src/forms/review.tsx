// SPDX-License-Identifier: Apache-2.0
import { Alert, Form, Input } from 'antd';
import type { Project } from '../api/client';
import { type ReviewStep, signReview } from '../api/review';
import { useChange } from '../parts/change';
import { useProcessRule } from '../parts/process-rule';
import { useSession } from '../parts/session';
import { MakeSigningKey, spoken, useSigningKey } from '../parts/signing-key';
import { openOpinions } from '../review-steps';
import { confirm } from '../signing';
import { stepWords } from '../words';
import { ReportRead } from './report-read';
import { Sheet } from './sheet';

interface Given {
  opinion: string;
  passphrase?: string;
}

// Asked of who signs with a key of their own; whoever has none makes one here.
function OwnKey({ own, needed }: { own: ReturnType<typeof useSigningKey>; needed: boolean }) {
  if (own.data)
    return (
      <Form.Item
        name="passphrase"
        label="签名口令"
        rules={needed ? [{ required: true, message: '请输入签名口令' }] : []}
        extra={`用密钥 ${spoken(own.data.key)} 签名${needed ? '' : '；不填则只作登录确认'}。口令只在这台电脑上使用。`}
      >
        <Input.Password autoComplete="off" />
      </Form.Item>
    );
  if (own.isPending || !needed) return null;
  return (
    <Alert
      type="info"
      showIcon
      title="本机构的过程控制要求用本人的签名密钥确认，您还没有设置。"
      action={<MakeSigningKey label="设置签名密钥" primary />}
    />
  );
}

export function ReviewForm({ project, step }: { project: Project; step: ReviewStep }) {
  const [form] = Form.useForm<Given>();
  const report = project.reports[0]!;
  const open = openOpinions(project, step);
  const session = useSession().data;
  const own = useSigningKey();
  const rule = useProcessRule();
  const needed = rule.data?.own_key ?? true;
  const change = useChange(
    '审核已确认',
    async ({ opinion, passphrase }: Given) => {
      const confirmed = { step, report_sm3: report.file.blob.sm3, opinion };
      if (!own.data || !passphrase) return signReview(project.id, confirmed);
      const of = { ...confirmed, project: project.id, report: report.id, account: session?.account ?? '' };
      return signReview(project.id, { ...confirmed, signature: await confirm(own.data, passphrase, of) });
    },
    { form, done: () => form.resetFields() },
  );
  return (
    <Sheet<Given>
      label={stepWords[step] ?? '审核'}
      next
      send="确认审核"
      busy={change.isPending}
      held={open > 0 || (needed && !own.data)}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {open > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={`还不能确认：这一级提出的意见有 ${open} 条没有答复，由项目组逐条答复后再确认。`}
        />
      )}
      <ReportRead project={project} what="确认" />
      <Form.Item name="opinion" label="审核意见" rules={[{ required: true, message: '必填' }]}>
        <Input.TextArea rows={5} maxLength={2000} />
      </Form.Item>
      <OwnKey own={own} needed={needed} />
    </Sheet>
  );
}
