// SPDX-License-Identifier: Apache-2.0
// A contract becomes a project. What it would flag is shown before it is recorded; it is recorded all the same.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Form, type FormInstance } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { api } from '../../api/client';
import { enterpriseOf } from '../../api/registry';
import { useChange } from '../../parts/change';
import { showProblem } from '../../parts/problem';
import { useSession } from '../../parts/session';
import { beijingToday } from '../../registry-words';
import { bodyOf, draftOf, draftText, type Given } from './draft';
import { ContractFields, ProjectFields, RiskFields, SiteFields } from './fields';
import { type Judgement, Preview } from './preview';

function fresh(): Partial<Given> {
  const today = dayjs(beijingToday());
  return {
    service_type: 'current',
    branch: '',
    analysed: true,
    risk: { made_on: today } as Given['risk'],
    contract: { signed_on: today } as Given['contract'],
  };
}

// Most sites are where the enterprise is; what was chosen already stays.
function useEnterprisePlace(form: FormInstance<Given>) {
  const enterprise = Form.useWatch('enterprise', form) as string | undefined;
  const found = useQuery({
    queryKey: ['enterprise', enterprise],
    enabled: enterprise !== undefined,
    queryFn: () => enterpriseOf(enterprise!),
  });
  const region = found.data?.region;
  useEffect(() => {
    if (region && !form.getFieldValue('region')) form.setFieldValue('region', region);
  }, [region, form]);
}

// Kept in this tab for this person until it is sent.
function useDraft(account: string) {
  const key = `new-project ${account}`;
  const [kept] = useState(() => draftOf(sessionStorage.getItem(key)));
  return {
    kept,
    keep: (given: Given) => sessionStorage.setItem(key, draftText(given)),
    drop: () => sessionStorage.removeItem(key),
  };
}

function DraftNote({ onClear }: { onClear: () => void }) {
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title="已恢复上次没有提交的内容；文件请重新选择。"
      action={
        <Button size="small" onClick={onClear}>
          清空重填
        </Button>
      }
    />
  );
}

function NewProject({ onClear }: { onClear: () => void }) {
  const app = App.useApp();
  const session = useSession().data;
  const navigate = useNavigate();
  const [form] = Form.useForm<Given>();
  const [judgement, setJudgement] = useState<Judgement>();
  const draft = useDraft(session?.account ?? '');
  const unit = session?.unit ?? '';
  useEnterprisePlace(form);
  const preview = async (given: Given) => {
    try {
      setJudgement((await api.POST('/api/v1/projects/preview', { body: bodyOf(given, []) })).data!);
    } catch (problem) {
      showProblem(app, problem, form);
    }
  };
  const change = useChange(
    '项目已建立',
    async (acknowledged: string[]) =>
      (await api.POST('/api/v1/projects', { body: bodyOf(form.getFieldsValue(true) as Given, acknowledged) })).data!,
    {
      form,
      done: (written) => {
        draft.drop();
        void navigate({ to: '/projects/$id', params: { id: (written as { result: { id: string } }).result.id } });
      },
    },
  );
  const clear = () => {
    draft.drop();
    onClear();
  };
  return (
    <div style={{ maxWidth: 800 }}>
      <div className="headline">
        <div>
          <h1>新建项目</h1>
          <p>填写合同要点；提交前会先说明将有哪些标记和期限。填写中的内容保存在这个浏览器窗口里。</p>
        </div>
      </div>
      {draft.kept && <DraftNote onClear={clear} />}
      <Form
        form={form}
        layout="vertical"
        scrollToFirstError
        onFinish={preview}
        onValuesChange={(_, given) => draft.keep(given)}
        initialValues={{ ...fresh(), ...draft.kept }}
      >
        <ProjectFields unit={unit} />
        <RiskFields />
        <ContractFields unit={unit} />
        <SiteFields unit={unit} />
        <Button type="primary" htmlType="submit">
          下一步：核对标记和期限
        </Button>
      </Form>
      <Preview judgement={judgement} busy={change.isPending} onBack={() => setJudgement(undefined)} onSend={(known) => change.mutate(known)} />
    </div>
  );
}

// Begun anew, with nothing kept, when the draft is thrown away.
export function NewProjectPage() {
  const [begun, setBegun] = useState(0);
  return <NewProject key={begun} onClear={() => setBegun(begun + 1)} />;
}
