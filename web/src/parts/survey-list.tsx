// SPDX-License-Identifier: Apache-2.0
// Surveys as they were recorded, each with its check-list.
import { Button, Descriptions, Empty, Tag } from 'antd';
import type { Project } from '../api/client';
import type { Checklist, Survey } from '../api/site';
import { paperAddress, recordsOf } from '../api/templates';
import { findingCounts, findingWords } from '../site-words';
import { time } from '../words';
import { ActFiles, filesOfSurvey } from './act-files';
import { useCatalogueName } from './catalogue';

const colours = { meets: 'green', fails: 'red', not_applicable: 'default' };

// What fails is read first; the rest opens.
function ChecklistResult({ checklist: { name, answers } }: { checklist: Checklist }) {
  const item = useCatalogueName(name);
  const list = useCatalogueName('checklists');
  const line = (one: Checklist['answers'][number]) => (
    <div key={one.item}>
      <Tag color={colours[one.finding]}>{findingWords[one.finding]}</Tag>
      {item(one.item)}
      {one.note && <span className="muted">：{one.note}</span>}
    </div>
  );
  const fails = answers.filter((one) => one.finding === 'fails');
  const rest = answers.filter((one) => one.finding !== 'fails');
  return (
    <div>
      <div>
        安全检查表·{list(name)}：{findingCounts(answers)}
      </div>
      {fails.map(line)}
      {rest.length > 0 && (
        <details>
          <summary>其余 {rest.length} 项</summary>
          {rest.map(line)}
        </details>
      )}
    </div>
  );
}

function position({ latitude, longitude, reason_code }: Survey, reason: (code: string) => string): string {
  if (latitude) return `${latitude}, ${longitude}（WGS-84）`;
  return reason_code ? `无（${reason(reason_code)}）` : '无';
}

// Of this survey; a project tested has raw records instead.
function SurveyRecord({ project, survey }: { project: Project; survey: Survey }) {
  const [record] = recordsOf(project).filter((one) => one.kind === 'survey_record' || one.kind === 'raw_record');
  if (!record) return null;
  return (
    <Button size="small" href={paperAddress(project.id, record.kind, { survey: survey.id })} download>
      下载{record.title}
    </Button>
  );
}

function SurveyFacts({ project, survey }: { project: Project; survey: Survey }) {
  const files = filesOfSurvey(project, survey.id);
  const reason = useCatalogueName('reason_codes');
  const way = useCatalogueName('evidence_ways');
  return (
    <Descriptions
      style={{ marginBottom: 16 }}
      size="small"
      bordered
      column={1}
      styles={{ label: { width: 108 } }}
      title={`${survey.place}　${time(survey.started_at)} 至 ${time(survey.ended_at)}`}
      extra={<SurveyRecord project={project} survey={survey} />}
      items={[
        {
          key: 'm',
          label: '到场人员',
          children: (
            <div>
              {survey.member_names.join('、')}{' '}
              <Tag color={survey.leader_on_site ? 'green' : 'orange'}>{survey.leader_on_site ? '组长到场' : '组长未到场'}</Tag>
            </div>
          ),
        },
        { key: 'e', label: '企业人员', children: survey.enterprise_people },
        { key: 'w', label: '留痕方式', children: survey.way ? way(survey.way) : '没有写明' },
        { key: 'p', label: '签到位置', children: position(survey, reason) },
        { key: 'f', label: '勘验情况', children: <span className="typed">{survey.findings}</span> },
        ...(survey.checklist ? [{ key: 'c', label: '安全检查表', children: <ChecklistResult checklist={survey.checklist} /> }] : []),
        ...(files.length > 0 ? [{ key: 'files', label: `材料（${files.length}）`, children: <ActFiles project={project.id} files={files} /> }] : []),
        { key: 't', label: '服务器收到', children: time(survey.received_at) },
      ]}
    />
  );
}

export function SurveyList({ project }: { project: Project }) {
  if (project.surveys.length === 0) return <Empty description="还没有现场勘验记录" />;
  return (
    <>
      {project.surveys.map((survey) => (
        <SurveyFacts key={survey.id} project={project} survey={survey} />
      ))}
    </>
  );
}
