// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { invitationStageWords, isOpen } from './interview-words';

describe('an invitation', () => {
  it('is open until it was held, missed or called off', () => {
    const open = (Object.keys(invitationStageWords) as (keyof typeof invitationStageWords)[]).filter((stage) => isOpen({ stage }));
    expect(open).toEqual(['invited', 'confirmed', 'asked']);
  });
});
