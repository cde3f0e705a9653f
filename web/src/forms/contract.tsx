// SPDX-License-Identifier: Apache-2.0
// The contract of a project that a notice told of first, or one that was changed: with the reason from the second time.
import { Form, Input } from 'antd';
import dayjs from 'dayjs';
import { api, type Project } from '../api/client';
import { type Given as Drafted, signedOf } from '../pages/new-project/draft';
import { ContractFields, RiskFields } from '../pages/new-project/fields';
import { useChange } from '../parts/change';
import { PersonPicker } from './people';
import { Sheet } from './sheet';

type Given = Pick<Drafted, 'analysed' | 'risk' | 'branch' | 'contract' | 'terms' | 'files' | 'leader'> & { reason?: string };

function givenOf({ contract, risk, terms, branch, leader }: Project): Partial<Given> {
  if (!contract) return { branch: '', analysed: true };
  const { number, price, signed_on, ends_on } = contract;
  return {
    leader,
    branch: branch ?? '',
    contract: { number, price: price / 1_000_000, signed_on: dayjs(signed_on), ends_on: dayjs(ends_on) },
    analysed: risk !== undefined,
    ...(risk ? { risk: { ...risk, made_on: dayjs(risk.made_on) } } : {}),
    ...(terms ? { terms } : {}),
  };
}

export function ContractForm({ project, next, small }: { project: Project; next?: boolean; small?: boolean }) {
  const [form] = Form.useForm<Given>();
  const { institution, contract } = project;
  const what = contract ? '变更合同' : '登记合同';
  const change = useChange(
    contract ? '合同已变更' : '合同已登记',
    async ({ reason, ...given }: Given) =>
      (
        await api.POST('/api/v1/projects/{id}/contract', {
          params: { path: { id: project.id } },
          body: { ...signedOf(given), ...(reason ? { reason } : {}) },
        })
      ).data!,
    { form },
  );
  return (
    <Sheet<Given>
      label={what}
      next={next}
      small={small}
      send={contract ? '变更' : '登记'}
      busy={change.isPending}
      form={form}
      initial={givenOf(project)}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      {contract && (
        <Form.Item name="reason" label="变更原因" rules={[{ required: true, message: '变更合同须写明原因' }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      <Form.Item name="leader" label="项目组组长" rules={[{ required: true, message: '必填' }]}>
        <PersonPicker institution={institution} />
      </Form.Item>
      <RiskFields />
      <ContractFields unit={institution} />
    </Sheet>
  );
}
