// SPDX-License-Identifier: Apache-2.0
// A team as it is filled in, duty by duty, and as the API takes it, member by member.
import type { Body, Project } from '../api/client';

export type FormTeam = Body<'/api/v1/projects/{id}/team'>;
export type Team = NonNullable<Project['team']>;

export interface Given {
  leader: string;
  leader_years: number;
  duties: Record<string, string[] | undefined>; // duty -> people
  experts?: FormTeam['experts'];
  supports?: FormTeam['supports'];
  instruments?: string[];
  reason?: string;
}

export function bodyOf(given: Given): FormTeam {
  const members = Object.entries(given.duties).flatMap(([duty, people]) => (people ?? []).map((person) => ({ person, duty })));
  return {
    leader: given.leader,
    leader_years: given.leader_years,
    members,
    experts: given.experts ?? [],
    supports: given.supports ?? [],
    instruments: given.instruments ?? [],
    ...(given.reason ? { reason: given.reason } : {}),
  };
}

// What the form begins with: the last team, or the leader named in the contract.
export function givenOf(project: Pick<Project, 'leader' | 'team'>): Partial<Given> {
  const { team } = project;
  if (!team) return { ...(project.leader ? { leader: project.leader } : {}), duties: {} };
  const duties: Record<string, string[]> = {};
  for (const { duty, person } of team.members) (duties[duty] ??= []).push(person);
  return {
    leader: team.leader,
    leader_years: team.leader_years,
    duties,
    experts: team.experts,
    supports: team.supports,
    instruments: team.instruments.map((one) => one.instrument),
  };
}

// "现场勘验" -> who does it, in the order they were named.
export function byDuty(members: Team['members']): [string, string[]][] {
  const lines = new Map<string, string[]>();
  for (const { duty, name } of members) lines.set(duty, [...(lines.get(duty) ?? []), name]);
  return [...lines];
}
