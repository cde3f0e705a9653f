// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { ListingInForce } from '../api/listings';
import { effectsAt, termOf } from './serious-dishonesty';

const listing = {
  listed_on: '2026-02-10',
  ends_on: '2029-02-10',
  effects: [
    { code: 'publicity', name: '公示', text: '', mark: 'recalled', places: ['supervision', 'choosing'] },
    { code: 'permit_pause', name: '暂停项目审批', text: '', mark: 'seen', places: ['licensing'] },
  ],
} as unknown as ListingInForce;

describe('a listing in force', () => {
  it('shows each place its own effects with their certainty', () => {
    expect(effectsAt(listing, 'licensing')).toContain('暂停项目审批（');
    expect(effectsAt(listing, 'choosing')).toBe('公示（凭记忆，待核实）');
  });

  it('says since when and until when', () => {
    expect(termOf(listing)).toBe('2026-02-10 列入，至 2029-02-10');
    expect(termOf({ ...listing, ends_on: undefined } as unknown as ListingInForce)).toBe('2026-02-10 列入');
  });
});
