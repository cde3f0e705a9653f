// SPDX-License-Identifier: Apache-2.0
import type { EndInvitation, Invitation, InvitationAct } from './api/interviews';

export const invitationStageWords: Record<Invitation['stage'], { label: string; color: string }> = {
  invited: { label: '待机构确认', color: 'blue' },
  confirmed: { label: '已确认到场', color: 'green' },
  asked: { label: '请求改期', color: 'orange' },
  held: { label: '已约谈', color: 'default' },
  missed: { label: '机构未到', color: 'red' },
  called_off: { label: '已取消', color: 'default' },
};

export const invitationActWords: Record<InvitationAct, string> = {
  comes: '机构确认到场',
  other_time: '机构请求改期',
  time_set: '部门答复时间',
  held: '已约谈',
  missed: '机构未到',
  called_off: '取消',
};

export const outcomeWords: Record<EndInvitation['outcome'], string> = { held: '已约谈', missed: '机构未到', called_off: '取消约谈' };

/** Neither side has ended it. */
export const isOpen = ({ stage }: Pick<Invitation, 'stage'>) => stage === 'invited' || stage === 'confirmed' || stage === 'asked';
