// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Project } from '../api/client';
import { filesOfAct, filesOfSurvey } from './act-files';

const at = '2026-03-24T09:00:00+08:00';
const file = (entry: number, received_at = at, survey?: string) => ({ id: `E-${entry}`, entry, received_at, ...(survey ? { survey } : {}) });
const project = (...evidence: object[]) => ({ evidence }) as unknown as Project;
const ids = (files: { id: string }[]) => files.map((one) => one.id);

describe('files of an act', () => {
  it('are those whose entries follow its own, received with it', () => {
    expect(ids(filesOfAct(project(file(11), file(12), file(14)), 10, at))).toEqual(['E-11', 'E-12']);
  });
  it('are none when the next entry is of another moment or of a survey', () => {
    expect(filesOfAct(project(file(11, '2026-03-24T10:00:00+08:00')), 10, at)).toEqual([]);
    expect(filesOfAct(project(file(11, at, 'S-1')), 10, at)).toEqual([]);
    expect(filesOfAct(project(), 10, at)).toEqual([]);
  });
  it('of a survey name it', () => {
    expect(ids(filesOfSurvey(project(file(5, at, 'S-1'), file(6, at, 'S-2'), file(7)), 'S-1'))).toEqual(['E-5']);
  });
});
