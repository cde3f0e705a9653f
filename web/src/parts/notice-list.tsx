// SPDX-License-Identifier: Apache-2.0
// A project's notices: what each told, who received it, what was put right afterwards, its papers.
import { Button, Descriptions, Empty, Space, Tag } from 'antd';
import type { Notice, Project } from '../api/client';
import { paperAddress } from '../api/templates';
import { AmendmentForm } from '../forms/amendment';
import { CirculateForm } from '../forms/circulate';
import { channelWords, time } from '../words';
import { isBureau, leadsProject, useSession } from './session';
import { SiteDays } from './site-days';

type Amendment = Notice['amendments'][number];

// Whom to call is shown as it is now: an earlier contact or telephone is nobody's to read any more.
function changed({
  site_first_day: first,
  site_last_day: last,
  member_names: names,
  contact_changed: contact,
  phone_changed: phone,
}: Amendment): string {
  const parts = [
    ...(first || last ? [`现场日期改为 ${[first, last].filter(Boolean).join(' 至 ')}`] : []),
    ...(names.length > 0 ? [`现场人员改为 ${names.join('、')}`] : []),
  ];
  if (contact) parts.push('更换联系人');
  if (phone) parts.push('更换电话');
  return parts.join('；');
}

function AmendmentLine({ amendment }: { amendment: Amendment }) {
  return (
    <div>
      {changed(amendment)} {amendment.material && <Tag color="orange">须重新告知</Tag>}
      <div className="muted">
        原因：{amendment.reason}　{time(amendment.at)}
      </div>
    </div>
  );
}

function Addressees({ notice }: { notice: Notice }) {
  return (
    <div>
      {notice.addressees.map(({ addressee, bureau_name, opened_at }) => (
        <div key={addressee.bureau}>
          {bureau_name}　
          <a className="whole" href={paperAddress(notice.project, 'notice_receipt', { notice: notice.id, bureau: addressee.bureau })} download>
            回执 {addressee.receipt_number}
          </a>
          {'　'}
          <a className="whole" href={paperAddress(notice.project, 'notice_form', { notice: notice.id, bureau: addressee.bureau })} download>
            告知书
          </a>{' '}
          <Tag color={opened_at ? 'green' : 'default'}>{opened_at ? `${time(opened_at)} 查看` : '已收到，未查看'}</Tag>
        </div>
      ))}
    </div>
  );
}

function facts(notice: Notice) {
  const { content, member_names, channel, entered_by, filed_at, amendments } = notice;
  return [
    { key: 'w', label: '告知方式', children: channelWords[channel] },
    ...(entered_by ? [{ key: 'b', label: '录入', children: `${entered_by}　${time(filed_at)}` }] : []),
    { key: 'd', label: '现场日期', children: <SiteDays notice={notice} /> },
    { key: 'm', label: '现场人员', children: member_names.join('、') },
    { key: 'c', label: '联系人', children: `${content.contact}　${content.phone}` },
    ...(content.reason ? [{ key: 'r', label: '说明', children: content.reason }] : []),
    { key: 't', label: '送达', children: <Addressees notice={notice} /> },
    ...amendments.map((one) => ({ key: `a ${one.entry}`, label: '更正', children: <AmendmentLine amendment={one} /> })),
  ];
}

function received({ channel, filed_at, received_on }: Notice): string {
  return channel === 'online' ? `${time(filed_at)} 提交` : `${received_on} 收到`;
}

export function NoticeList({ project }: { project: Project }) {
  const session = useSession().data;
  const own = project.institution === session?.unit && leadsProject(session) && project.stage !== 'archived';
  if (project.notices.length === 0) return <Empty description="还没有告知" />;
  return (
    <>
      {project.notices.map((notice) => (
        <section key={notice.id} style={{ marginBottom: 24 }}>
          <div className="card-head">
            <h3>
              {notice.id}　{received(notice)}
            </h3>
            <Space wrap className="no-print">
              {isBureau(session) && <CirculateForm kind="transfer" small matters={[{ kind: 'notice', id: notice.id }]} />}
              {own && <AmendmentForm key={notice.amendments.length} project={project} notice={notice} />}
              <Button size="small" href={`/api/v1/projects/${project.id}/notice-form?${new URLSearchParams({ notice: notice.id })}`} download>
                下载告知书及回执
              </Button>
            </Space>
          </div>
          <Descriptions size="small" bordered column={1} styles={{ label: { width: 92 } }} items={facts(notice)} />
        </section>
      ))}
    </>
  );
}
