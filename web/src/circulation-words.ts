// SPDX-License-Identifier: Apache-2.0
// What the desk's names are called on the page.
import type { Office, Outcome, Recipient, Slip, SlipKind, SlipLine } from './api/circulation';

export const slipWords: Record<SlipKind, { label: string; color: string }> = {
  transfer: { label: '转办', color: 'blue' },
  cosign: { label: '会签', color: 'purple' },
  instruction: { label: '批示', color: 'volcano' },
  returned: { label: '退回', color: 'orange' },
};

export const outcomeWords: Record<Outcome, { label: string; color: string }> = {
  passed_on: { label: '已转出', color: 'default' },
  returned: { label: '已退回', color: 'orange' },
  finished: { label: '已办结', color: 'green' },
  agreed: { label: '同意', color: 'green' },
  opinion: { label: '有意见', color: 'orange' },
};

export const matterWords = { notice: '从业告知', application: '许可申请', project: '项目', institution: '机构', penalty_case: '案件', rectification: '整改', key_listing: '重点监督检查对象' };

// An officer by name, with the bureau where it is another's; a bureau as a whole by its own.
export function whoIs(officer: string, bureau: string, own: boolean): string {
  if (officer === '') return bureau;
  return own ? officer : `${officer}（${bureau}）`;
}

export function lineStanding(line: SlipLine): { label: string; color: string } {
  if (line.outcome) return outcomeWords[line.outcome];
  return line.received_at ? { label: '已签收，在办', color: 'blue' } : { label: '未签收', color: 'default' };
}

// "代理李经办"
export function standingIn(name: string | undefined): string {
  return name ? `代理${name}` : '';
}

// The answers that fit what was asked; passing on is an act of its own.
export function answersTo(kind: SlipKind): Outcome[] {
  if (kind === 'cosign') return ['agreed', 'opinion', 'returned'];
  return kind === 'returned' ? ['finished'] : ['finished', 'returned'];
}

export const isOpen = (slip: Slip) => slip.lines.some((line) => !line.outcome);

// One word a recipient, to choose among: an officer's account stands behind the bureau's id.
export const officeKey = ({ bureau, officer }: Recipient) => (officer ? `${bureau} ${officer}` : bureau);
export function recipientOf(key: string): Recipient {
  const [bureau, officer] = key.split(' ');
  return officer ? { bureau: bureau!, officer } : { bureau: bureau! };
}

interface Group {
  label: string;
  options: { value: string; label: string }[];
}

// Colleagues first, then bureaus above and below.
export function officeGroups(offices: Office[], role: (code: string) => string): Group[] {
  const people = offices.filter((one) => one.officer);
  const bureaus = offices.filter((one) => !one.officer);
  const groups = [
    { label: '本部门', options: people.map((one) => ({ value: officeKey(one), label: `${one.officer_name}　${role(one.role ?? '')}` })) },
    { label: '上级和下级部门', options: bureaus.map((one) => ({ value: officeKey(one), label: one.bureau_name })) },
  ];
  return groups.filter((group) => group.options.length > 0);
}
