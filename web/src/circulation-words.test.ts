// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Office, SlipLine } from './api/circulation';
import { answersTo, lineStanding, officeGroups, officeKey, recipientOf, whoIs } from './circulation-words';

const line = { number: 1, bureau: 'B-652301', bureau_name: '昌吉市应急管理局', officer_name: '', answered_by: '', answered_for: '', mine: false, deputy_for: '' } as SlipLine;

describe('the desk', () => {
  it('names officers of other bureaus with their bureau', () => {
    expect(whoIs('李经办', '昌吉市应急管理局', true)).toBe('李经办');
    expect(whoIs('李经办', '昌吉市应急管理局', false)).toBe('李经办（昌吉市应急管理局）');
    expect(whoIs('', '昌吉市应急管理局', true)).toBe('昌吉市应急管理局');
  });

  it('says whether what was asked was received and answered', () => {
    expect(lineStanding(line).label).toBe('未签收');
    expect(lineStanding({ ...line, received_at: '2026-03-02T09:00:00+08:00' }).label).toBe('已签收，在办');
    expect(lineStanding({ ...line, outcome: 'opinion' }).label).toBe('有意见');
  });

  it('offers the answers that fit what was asked', () => {
    expect(answersTo('cosign')).toEqual(['agreed', 'opinion', 'returned']);
    expect(answersTo('returned')).toEqual(['finished']);
  });

  it('keeps who is chosen in one word', () => {
    expect(recipientOf(officeKey({ bureau: 'B-1', officer: 'acc-2' }))).toEqual({ bureau: 'B-1', officer: 'acc-2' });
    expect(recipientOf(officeKey({ bureau: 'B-1' }))).toEqual({ bureau: 'B-1' });
  });

  it('lists colleagues before other bureaus and leaves out what there is none of', () => {
    const offices = [
      { bureau: 'B-2', bureau_name: '上级', officer_name: '' },
      { bureau: 'B-1', bureau_name: '本部门', officer: 'acc-2', officer_name: '李经办', role: 'clerk' },
    ] as Office[];
    expect(officeGroups(offices, () => '经办人').map((group) => group.options[0]!.label)).toEqual(['李经办　经办人', '上级']);
    expect(officeGroups([offices[0]!], () => '').length).toBe(1);
  });
});
