// SPDX-License-Identifier: Apache-2.0
// A contract becomes a project. What it would flag is shown before it is recorded; it is recorded all the same.
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Form, Input, InputNumber, Modal, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, type Body, type Computed } from '../api/client';
import { EnterprisePicker } from '../forms/enterprise';
import { PersonPicker } from '../forms/people';
import { useCatalogue } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { DatePicker } from '../parts/day-picker';
import { Files, type SentFile } from '../parts/files';
import { showProblem } from '../parts/problem';
import { RegionPicker } from '../parts/region';
import { useSession } from '../parts/session';
import { Why } from '../parts/why';
import { dutyWords, flagText } from '../words';

type OpenProject = Body<'/api/v1/projects'>;
type Judgement = Computed<'/api/v1/projects/preview'>;

interface Given {
  title: string;
  enterprise: string;
  region: string;
  site: string;
  scope: string;
  statutory_kind: string;
  service_type: string;
  leader: string;
  site_first_day: Dayjs;
  contract: { number: string; signed_on: Dayjs; ends_on: Dayjs; price: number };
  files?: SentFile[];
}

const day = (date: Dayjs) => date.format('YYYY-MM-DD');

function bodyOf(given: Given, acknowledged: string[]): OpenProject {
  return {
    ...given,
    authority: 'government',
    statutory: given.statutory_kind !== 'none',
    site_first_day: day(given.site_first_day),
    contract: {
      number: given.contract.number,
      signed_on: day(given.contract.signed_on),
      ends_on: day(given.contract.ends_on),
      price: Math.round(given.contract.price * 1_000_000),
    },
    files: given.files ?? [],
    acknowledged,
  } as OpenProject;
}

function Preview({ judgement }: { judgement: Judgement }) {
  return (
    <>
      {judgement.flags.map((flag) => (
        <Alert
          key={flag.watch}
          type={flag.severity === 'info' ? 'info' : 'warning'}
          showIcon
          style={{ marginBottom: 8 }}
          title={flagText(flag.severity, flag.text)}
          action={<Why citation={flag.citation} facts={flag.facts} clears={flag.clears} />}
        />
      ))}
      {judgement.deadlines.map((deadline) => (
        <p key={deadline.duty}>
          {dutyWords[deadline.duty] ?? deadline.duty}：{deadline.due}{' '}
          <Why citation={deadline.citation} facts={deadline.facts} count={deadline.count} />
        </p>
      ))}
    </>
  );
}

export function NewProjectPage() {
  const app = App.useApp();
  const session = useSession();
  const navigate = useNavigate();
  const [form] = Form.useForm<Given>();
  const [judgement, setJudgement] = useState<Judgement>();
  const unit = session.data?.unit ?? '';
  const scopes = useCatalogue('scopes');
  const kinds = useCatalogue('statutory_kinds');
  const services = useCatalogue('service_types');
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
      done: (written) =>
        void navigate({ to: '/projects/$id', params: { id: (written as { result: { id: string } }).result.id } }),
    },
  );
  const required = [{ required: true, message: '必填' }];
  return (
    <>
      <div className="headline">
        <div>
          <h1>新建项目</h1>
          <p>填写合同要点；提交前会先说明将有哪些标记和期限。</p>
        </div>
      </div>
      <div className="panel" style={{ maxWidth: 760 }}>
        <Form form={form} layout="vertical" onFinish={preview} initialValues={{ service_type: 'current' }}>
          <Form.Item name="title" label="项目名称" rules={required}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="enterprise" label="委托企业" rules={required}>
            <EnterprisePicker />
          </Form.Item>
          <Form.Item name="region" label="项目所在县（市、区）" rules={required}>
            <RegionPicker />
          </Form.Item>
          <Form.Item name="site" label="现场地点" rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="scope" label="业务范围" rules={required}>
            <Select options={scopes} />
          </Form.Item>
          <Form.Item name="statutory_kind" label="法定项目种类" rules={required}>
            <Select options={[...kinds, { value: 'none', label: '非法定项目' }]} />
          </Form.Item>
          <Form.Item name="service_type" label="服务类型" rules={required}>
            <Select options={services} />
          </Form.Item>
          <Form.Item name="leader" label="项目组组长" rules={required}>
            <PersonPicker institution={unit} />
          </Form.Item>
          <Space size="large" wrap>
            <Form.Item name={['contract', 'number']} label="合同编号" rules={required}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name={['contract', 'price']} label="合同价款（万元）" rules={required}>
              <InputNumber min={0} precision={2} style={{ width: 160 }} />
            </Form.Item>
          </Space>
          <Space size="large" wrap>
            <Form.Item name={['contract', 'signed_on']} label="签订日" rules={required}>
              <DatePicker maxDate={dayjs()} />
            </Form.Item>
            <Form.Item name={['contract', 'ends_on']} label="合同截止日" rules={required}>
              <DatePicker />
            </Form.Item>
            <Form.Item name="site_first_day" label="计划首次现场" rules={required}>
              <DatePicker />
            </Form.Item>
          </Space>
          <Form.Item name="files" label="合同扫描件与票据">
            <Files kind="contract_scan" />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            下一步：核对标记和期限
          </Button>
        </Form>
      </div>
      <Modal
        open={judgement !== undefined}
        title="提交前请核对"
        okText={judgement?.flags.length ? '已知晓，仍然提交' : '提交'}
        cancelText="返回修改"
        confirmLoading={change.isPending}
        onCancel={() => setJudgement(undefined)}
        onOk={() => change.mutate((judgement?.flags ?? []).map((flag) => flag.watch))}
        width={640}
      >
        {judgement && <Preview judgement={judgement} />}
        <p className="muted">有标记的项目同样会被接收；标记、依据和您已知晓一并记入账本。</p>
      </Modal>
    </>
  );
}
