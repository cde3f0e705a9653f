// SPDX-License-Identifier: Apache-2.0
// A project's people and instruments, and whether they fill what its scope asks for.
import { Link } from '@tanstack/react-router';
import { Descriptions, Empty, Tag } from 'antd';
import type { Project } from '../api/client';
import { byDuty, type Team } from '../forms/team-given';
import { levelWords } from '../registry-words';
import { time } from '../words';
import { useCatalogueName } from './catalogue';
import { usePeople } from './registry';
import { isBureau, isInstitution, maySeeExperts, useSession } from './session';
import { StaffingTable, StaffingTag } from './staffing';

// On site an instrument has to be calibrated on the first day there.
function InstrumentLine({ one, firstDay }: { one: Team['instruments'][number]; firstDay: string }) {
  const until = one.calibrated_until;
  const past = !until || until < firstDay;
  return (
    <div>
      {one.name}　{until && `检定校准至 ${until}`}{' '}
      {past && <Tag color="red">{until ? '首次现场时已过期' : '未登记检定校准'}</Tag>}
    </div>
  );
}

function Leader({ project, team }: { project: Project; team: Team }) {
  const session = useSession().data;
  const reads = isBureau(session) || isInstitution(session);
  const person = usePeople(reads ? project.institution : '').data?.find((one) => one.id === team.leader);
  return (
    <>
      {team.leader_name}　{person && `${levelWords[person.level]}，`}从事本专业 {team.leader_years} 年
    </>
  );
}

function ExpertLine({ one: { name, specialty, employer, listed } }: { one: Team['experts'][number] }) {
  const reads = maySeeExperts(useSession().data);
  const tag = <Tag color="blue">专家库</Tag>;
  return (
    <div>
      {name}　{specialty}　{employer}{' '}
      {listed && (reads ? <Link to="/experts/$id" params={{ id: listed }}>{tag}</Link> : tag)}
    </div>
  );
}

function lines(content: string[]) {
  return (
    <div>
      {content.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

function Facts({ project, team }: { project: Project; team: Team }) {
  const duty = useCatalogueName('team_duties');
  const { members, experts, supports, instruments, reason } = team;
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      styles={{ label: { width: 108 } }}
      title={`${team.edition > 1 ? `变更项目组（第 ${team.edition - 1} 次）` : '组成项目组'}　${time(team.formed_at)}`}
      items={[
        ...(reason ? [{ key: 'y', label: '变更原因', children: reason }] : []),
        { key: 'l', label: '组长', children: <Leader project={project} team={team} /> },
        ...byDuty(members).map(([code, names]) => ({ key: `d ${code}`, label: duty(code), children: names.join('、') })),
        ...(experts.length
          ? [{ key: 'e', label: '外聘专家', children: <div>{experts.map((one, at) => <ExpertLine key={at} one={one} />)}</div> }]
          : []),
        ...(supports.length ? [{ key: 's', label: '支撑单位', children: lines(supports.map((one) => `${one.name}：${one.work}`)) }] : []),
        ...(instruments.length
          ? [
              {
                key: 'i',
                label: '仪器设备',
                children: (
                  <div>
                    {instruments.map((one) => (
                      <InstrumentLine key={one.instrument} one={one} firstDay={project.site_first_day} />
                    ))}
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

export function TeamPart({ project }: { project: Project }) {
  const { team } = project;
  if (!team) return <Empty description="还没有组成项目组" />;
  return (
    <>
      <Facts project={project} team={team} />
      {team.staffing && (
        <>
          <div className="card-head">
            <h3>
              专业能力配备 <StaffingTag staffing={team.staffing} />
            </h3>
          </div>
          <StaffingTable staffing={team.staffing} label="项目组的专业能力配备" />
        </>
      )}
    </>
  );
}
