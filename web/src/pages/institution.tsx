// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, type Person } from '../api/client';
import { useCatalogueName } from '../parts/catalogue';
import { useChange } from '../parts/change';
import { DatePicker } from '../parts/day-picker';
import { type Column, Rows } from '../parts/rows';
import { useSession } from '../parts/session';

const levels = [
  { value: 'level1', label: '一级安全评价师' },
  { value: 'level2', label: '二级安全评价师' },
  { value: 'level3', label: '三级安全评价师' },
  { value: 'none', label: '无' },
];

const columns: Column<Person>[] = [
  { title: '姓名', render: (row) => row.name },
  { title: '等级', render: (row) => levels.find((one) => one.value === row.level)?.label },
  { title: '专业', render: (row) => row.specialty },
  { title: '证书编号', render: (row) => row.certificate },
  { title: '证书有效期至', render: (row) => row.certificate_until },
];

interface PersonForm {
  name: string;
  level: Person['level'];
  specialty: string;
  certificate?: string;
  certificate_until?: Dayjs;
}

function AddPerson({ institution }: { institution: string }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<PersonForm>();
  const change = useChange(
    '人员已登记',
    async (given: PersonForm) =>
      (
        await api.POST('/api/v1/institutions/{id}/people', {
          params: { path: { id: institution } },
          body: {
            name: given.name,
            level: given.level,
            specialty: given.specialty,
            ...(given.certificate ? { certificate: given.certificate } : {}),
            ...(given.certificate_until ? { certificate_until: given.certificate_until.format('YYYY-MM-DD') } : {}),
          },
        })
      ).data!,
    { form, done: () => setOpen(false) },
  );
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        登记人员
      </Button>
      <Modal
        open={open}
        title="登记人员"
        okText="登记"
        confirmLoading={change.isPending}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" onFinish={(given) => change.mutate(given)} initialValues={{ level: 'level2' }}>
          <Form.Item name="name" label="姓名" rules={[{ required: true, message: '必填' }]}>
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="level" label="等级">
            <Select options={levels} />
          </Form.Item>
          <Form.Item name="specialty" label="专业" rules={[{ required: true, message: '必填' }]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="certificate" label="证书编号">
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="certificate_until" label="证书有效期至">
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

export function InstitutionPage() {
  const session = useSession();
  const id = session.data?.unit ?? '';
  const scopeName = useCatalogueName('scopes');
  const institution = useQuery({
    queryKey: ['institution', id],
    enabled: id !== '',
    queryFn: async () => (await api.GET('/api/v1/institutions/{id}', { params: { path: { id } } })).data!,
  });
  const people = useQuery({
    queryKey: ['people', id],
    enabled: id !== '',
    queryFn: async () => (await api.GET('/api/v1/institutions/{id}/people', { params: { path: { id } } })).data!.items,
  });
  const view = institution.data;
  return (
    <>
      <div className="headline">
        <div>
          <h1>{view?.name ?? '机构'}</h1>
          <p>{view?.credit_code}</p>
        </div>
        {session.data?.role === 'institution_admin' && <AddPerson institution={id} />}
      </div>
      {view && (
        <div className="panel">
          <Descriptions
            column={{ xs: 1, md: 2 }}
            items={[
              { key: 'c', label: '资质证书编号', children: view.qualification.certificate },
              { key: 'v', label: '有效期', children: `${view.qualification.valid_from} 至 ${view.qualification.valid_until}` },
              { key: 'r', label: '登记地', children: view.region_name },
              { key: 'p', label: '电话', children: view.phone },
              { key: 's', label: '业务范围', children: view.qualification.scopes.map(scopeName).join('；') },
            ]}
          />
        </div>
      )}
      <div className="panel">
        <h2>人员</h2>
        <Rows
          label="人员"
          columns={columns}
          rows={people.data ?? []}
          rowKey={(row) => row.id}
          pending={people.isPending}
          empty={people.error ? '没有读到人员，请刷新。' : '还没有登记人员。'}
        />
      </div>
    </>
  );
}
