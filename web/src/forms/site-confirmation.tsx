// SPDX-License-Identifier: Apache-2.0
// The enterprise confirms who was on its site and that what it handed over is true.
import { Descriptions, Form, Input, Radio } from 'antd';
import type { Project } from '../api/client';
import { confirmSite, type NewSiteConfirmation } from '../api/site';
import { useChange } from '../parts/change';
import { Files, type SentFile } from '../parts/files';
import { time } from '../words';
import { Sheet } from './sheet';

type Given = Omit<NewSiteConfirmation, 'files'> & { files?: SentFile[] };

const required = [{ required: true, message: '必填' }];

// Whom to compare: those of the team, and those the institution recorded as there.
function WhoWasThere({ project: { team, surveys } }: { project: Project }) {
  const members = [...new Set([...(team ? [team.leader_name] : []), ...(team?.members ?? []).map((one) => one.name)])];
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      style={{ marginBottom: 16 }}
      styles={{ label: { width: 92 } }}
      items={[
        { key: 't', label: '项目组', children: members.join('、') || '没有登记' },
        ...surveys.map((one) => ({ key: one.id, label: '机构记录', children: `${time(one.started_at)}，${one.place}：${one.member_names.join('、')}` })),
      ]}
    />
  );
}

function Answers() {
  const match = Form.useWatch('people_match') as boolean | undefined;
  return (
    <>
      <Form.Item name="people_match" label="到现场的人员与项目组成员是否一致" rules={required}>
        <Radio.Group
          options={[
            { value: true, label: '一致' },
            { value: false, label: '不一致' },
          ]}
        />
      </Form.Item>
      {match === false && (
        <Form.Item name="difference" label="不一致之处" rules={[{ required: true, min: 2, message: '请写明' }]}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      )}
      <Form.Item name="data_true" label="本企业提供的资料是否真实、完整并已盖章" rules={required}>
        <Radio.Group
          options={[
            { value: true, label: '真实、完整并已盖章' },
            { value: false, label: '还没有做到' },
          ]}
        />
      </Form.Item>
    </>
  );
}

function bodyOf({ people_match, difference, data_true, delegate, delegate_office, note, files }: Given): NewSiteConfirmation {
  return {
    people_match,
    data_true,
    delegate,
    delegate_office,
    ...(!people_match && difference ? { difference } : {}),
    ...(note ? { note } : {}),
    files: files ?? [],
  };
}

export function SiteConfirmationForm({ project, next }: { project: Project; next?: boolean }) {
  const [form] = Form.useForm<Given>();
  const change = useChange('现场已确认', (given: Given) => confirmSite(project.id, bodyOf(given)), { form, done: () => form.resetFields() });
  return (
    <Sheet<Given>
      label="确认现场"
      next={next}
      act="confirm_site"
      small
      send="确认"
      busy={change.isPending}
      form={form}
      onSend={(given, close) => change.mutate(given, { onSuccess: close })}
    >
      <WhoWasThere project={project} />
      <Answers />
      <Form.Item name="delegate" label="本企业委派的专人" rules={required}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="delegate_office" label="专人的职务" rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="files" label="提供给机构的资料（盖章）">
        <Files kind="enterprise_data" />
      </Form.Item>
    </Sheet>
  );
}
