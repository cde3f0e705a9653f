// SPDX-License-Identifier: Apache-2.0
// Where an enterprise is, as it is typed: one corner a line, latitude first.
import type { Enterprise } from '../api/registry';

type Site = Enterprise['site'];

const corner = /^(-?\d{1,2}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d+)?)$/;

export function siteText(site: Site): string {
  return site.map(({ latitude, longitude }) => `${latitude}, ${longitude}`).join('\n');
}

// What is wrong is said in words instead.
export function siteOf(text: string): Site | string {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const site: Site = [];
  for (const line of lines) {
    const [, latitude, longitude] = corner.exec(line) ?? [];
    if (latitude === undefined || longitude === undefined) return `“${line}”应为“纬度, 经度”，例如 44.011600, 87.304200`;
    if (Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180) return `“${line}”不是地球上的位置，纬度在前`;
    site.push({ latitude, longitude });
  }
  if (site.length === 2) return '应为一个点，或围成边界的 3 个以上的点';
  return site;
}
