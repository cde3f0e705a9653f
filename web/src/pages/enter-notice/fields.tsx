// SPDX-License-Identifier: Apache-2.0
// In the order of the paper: how and when it came, whose project, who goes on site when.
import { Form, Input, Radio, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { api } from '../../api/client';
import { EnterprisePicker } from '../../forms/enterprise';
import { InstitutionPicker } from '../../forms/institution';
import { Lookup } from '../../forms/lookup';
import { type Choice, useCatalogue } from '../../parts/catalogue';
import { DatePicker } from '../../parts/day-picker';
import { Files } from '../../parts/files';
import { RegionPicker } from '../../parts/region';
import { maySeeEnterprises, useSession } from '../../parts/session';
import { beijingToday, choices } from '../../registry-words';
import { channelWords } from '../../words';

const required = [{ required: true, message: '必填' }];
const { online: _, ...onPaper } = channelWords;

export function ReceivedFields() {
  return (
    <section className="panel" aria-label="收到">
      <h2>收到</h2>
      <Space size="large" wrap align="start">
        <Form.Item name="received_on" label="收到日期" rules={required} extra="实际收到的那一天，期限按这一天计算">
          <DatePicker maxDate={dayjs(beijingToday())} />
        </Form.Item>
        <Form.Item name="channel" label="告知方式">
          <Radio.Group options={choices(onPaper)} />
        </Form.Item>
      </Space>
    </section>
  );
}

async function findProjects(q: string): Promise<Choice[]> {
  const { items } = (await api.GET('/api/v1/projects', { params: { query: { q } } })).data!;
  return items.map((one) => ({ value: one.id, label: `${one.title}（${one.institution_name}）` }));
}

function KnownProject() {
  return (
    <Form.Item name="project" label="项目" rules={required}>
      <Lookup what="projects" find={findProjects} placeholder="项目名称的一部分" />
    </Form.Item>
  );
}

function DescribedProject() {
  const scopes = useCatalogue('scopes');
  const kinds = useCatalogue('statutory_kinds');
  const services = useCatalogue('service_types');
  return (
    <>
      <Form.Item name={['described', 'institution']} label="机构" rules={required}>
        <InstitutionPicker />
      </Form.Item>
      <Form.Item name={['described', 'enterprise']} label="委托企业" rules={required}>
        <EnterprisePicker />
      </Form.Item>
      <Form.Item name={['described', 'title']} label="项目名称" rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['described', 'region']} label="项目所在县（市、区）" rules={required}>
        <RegionPicker />
      </Form.Item>
      <Form.Item name={['described', 'site']} label="现场地点" rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={['described', 'scope']} label="业务范围" rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={scopes} />
      </Form.Item>
      <Form.Item name={['described', 'statutory_kind']} label="法定项目种类" rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={[...kinds, { value: 'none', label: '非法定项目' }]} />
      </Form.Item>
      <Form.Item name={['described', 'service_type']} label="服务类型" rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={services} />
      </Form.Item>
    </>
  );
}

// Only a clerk may look enterprises up and enter them; a section head takes a project that is here.
export function ProjectFields() {
  const describes = maySeeEnterprises(useSession().data);
  const known = Form.useWatch('known') as boolean | undefined;
  return (
    <section className="panel" aria-label="告知的项目">
      <h2>告知的项目</h2>
      <Form.Item name="known" hidden={!describes}>
        <Radio.Group
          options={[
            { value: false, label: '平台上还没有的项目' },
            { value: true, label: '平台上已有的项目' },
          ]}
        />
      </Form.Item>
      {!describes && <p className="muted">在平台上已有的项目中选择；还没有的项目由经办人录入。</p>}
      {known === true && <KnownProject />}
      {known === false && <DescribedProject />}
    </section>
  );
}

export function ContentFields() {
  return (
    <section className="panel" aria-label="告知内容">
      <h2>告知内容</h2>
      <Form.Item name="days" label="现场日期" rules={required}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="people" label="现场人员" rules={required} extra="照告知书抄写姓名，用顿号隔开">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
      </Form.Item>
      <Space size="large" wrap align="start">
        <Form.Item name="contact" label="联系人" rules={required}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="phone" label="联系电话" rules={required}>
          <Input maxLength={30} />
        </Form.Item>
      </Space>
      <Form.Item name="reason" label="情况说明（紧急、变更日期等）">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
      </Form.Item>
      <Form.Item name="files" label="告知书扫描件">
        <Files kind="notice_scan" />
      </Form.Item>
    </section>
  );
}
