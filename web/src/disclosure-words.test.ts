// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { sightWords } from './disclosure-words';

test('other bytes are wrong only where the file itself was to stand', () => {
  expect(sightWords({ sight: 'different', status: 200 }, 'original').color).toBe('orange');
  expect(sightWords({ sight: 'different', status: 200 }, 'redacted').color).toBe('green');
  expect(sightWords({ sight: 'different', status: 200 }, 'page').label).toBe('能打开');
});

test('what a site answered is told with its number', () => {
  expect(sightWords({ sight: 'status', status: 404 }, 'page').label).toBe('网站答复 404');
  expect(sightWords({ sight: 'tls', status: 0 }, 'original').label).toContain('证书');
});
