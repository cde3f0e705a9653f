// SPDX-License-Identifier: Apache-2.0
// Every edition of the report: what it says, who confirmed it, what was asked of it, whether it is public.
import { Descriptions, Empty, Tag } from 'antd';
import type { Project } from '../api/client';
import { stepWords, time } from '../words';
import { Opinions } from './opinions';
import { ReportCallUps } from './report-call-ups';
import { ReportScreening } from './report-screening';
import { PreviewButton } from './project-parts';
import { QrPicture } from './qr-picture';
import { maySeeFindings, useSession } from './session';
import { spoken } from './signing-key';

type Report = Project['reports'][number];

// Printed on the cover: whoever holds the paper can look up the number and compare the file.
function PublicNumber({ number, withdrawn }: { number: string; withdrawn: boolean }) {
  const path = `/reports?q=${encodeURIComponent(number)}`;
  return (
    <div>
      <a href={path} target="_blank" rel="noreferrer">
        {number}
      </a>{' '}
      {withdrawn && <Tag color="red">已撤回</Tag>}
      {!withdrawn && (
        <div>
          <QrPicture text={`${location.origin}${path}`} label={`二维码：公开查验 ${number}`} side={132} />
          <div className="muted">可印在报告封面，扫码查验。</div>
        </div>
      )}
    </div>
  );
}

function publicFacts({ number, published_at, withdrawn }: Report) {
  if (number === undefined) return [];
  return [
    { key: 'n', label: '公开编号', children: <PublicNumber number={number} withdrawn={withdrawn !== undefined} /> },
    { key: 'p', label: '公开', children: time(published_at) },
    ...(withdrawn === undefined ? [] : [{ key: 'w', label: '撤回原因', children: <span className="typed">{withdrawn}</span> }]),
  ];
}

// How it was confirmed, and with which key.
function Confirmed({ review }: { review: Report['reviews'][number] }) {
  return (
    <>
      {time(review.signed_at)} 系统确认：{review.opinion}{' '}
      {review.key === undefined ? (
        <Tag>登录确认，未用签名密钥</Tag>
      ) : (
        <Tag color="green" title={review.key}>
          签名密钥 {spoken(review.key)}
        </Tag>
      )}
      {review.after_reset && <Tag color="orange">密钥建于登录被他人重设之后</Tag>}
    </>
  );
}

function ReportFacts({ project, report }: { project: Project; report: Report }) {
  const session = useSession().data;
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      title={`${report.title}（第 ${report.edition} 版）`}
      extra={<PreviewButton project={project.id} exhibit={report.file} />}
      items={[
        { key: 'c', label: '结论', children: <span style={{ whiteSpace: 'pre-wrap' }}>{report.conclusion}</span> },
        { key: 'a', label: '编制人', children: report.author_names.join('、') },
        { key: 't', label: '提交', children: time(report.filed_at) },
        { key: 's', label: 'SM3', children: <span className="digest">{report.file.blob.sm3}</span> },
        ...report.reviews.map((review) => ({
          key: review.step,
          label: stepWords[review.step] ?? '审核',
          children: <Confirmed review={review} />,
        })),
        ...publicFacts(report),
        ...(maySeeFindings(session)
          ? [
              { key: 'screening', label: '查重', children: <ReportScreening report={report.id} /> },
              { key: 'call-ups', label: '调阅', children: <ReportCallUps report={report.id} /> },
            ]
          : []),
      ]}
    />
  );
}

export function ReportList({ project }: { project: Project }) {
  if (project.reports.length === 0) return <Empty description="还没有提交报告" />;
  return (
    <>
      {project.reports.map((report) => (
        <div key={report.id} style={{ marginBottom: 24 }}>
          <ReportFacts project={project} report={report} />
          <Opinions project={project} report={report} />
        </div>
      ))}
    </>
  );
}
