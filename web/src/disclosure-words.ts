// SPDX-License-Identifier: Apache-2.0
// What stands at the address of a report on its institution's own site, in words.
import type { DisclosedReport, DisclosureCheck, Sight } from './api/disclosure';
import type { Tagged } from './registry-words';

export const asWords: Record<DisclosedReport['as'], string> = {
  original: '报告原文（与提交的文件相同）',
  redacted: '遮盖部分内容后的报告',
  page: '介绍报告的网页',
};

export const lookerWords: Record<DisclosureCheck['by'], string> = {
  server: '平台核对',
  officer: '监管人员查看',
  institution: '机构自行查看',
};

const problems: Partial<Record<Sight, string>> = {
  unreachable: '打不开',
  address: '转到了不能打开的网址',
  name: '域名解析不到',
  blocked: '网址指向内部网络或不允许的端口，没有打开',
  refused: '网站没有响应',
  timeout: '超过时限没有打开',
  tls: '网站的安全证书不可信',
  redirects: '转了太多次',
  too_large: '内容过大，没有读完',
  broken: '网站的应答不完整',
};

// Other bytes are only wrong where the file itself was to stand.
export function sightWords({ sight, status }: Pick<DisclosureCheck, 'sight' | 'status'>, as: DisclosedReport['as']): Tagged {
  if (sight === 'same') return { label: '能打开，内容一致', color: 'green' };
  if (sight === 'different') return as === 'original' ? { label: '能打开，内容不同', color: 'orange' } : { label: '能打开', color: 'green' };
  if (sight === 'status') return { label: `网站答复 ${status}`, color: 'orange' };
  return { label: problems[sight] ?? '未能打开', color: 'orange' };
}
