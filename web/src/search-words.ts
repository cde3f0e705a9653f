// SPDX-License-Identifier: Apache-2.0
export const foundWords: Record<string, string> = {
  project: '项目',
  notice: '告知回执',
  report: '报告',
  application: '许可申请',
  institution: '机构',
  enterprise: '企业',
  person: '人员',
  instrument: '仪器设备',
};

// Results by kind, each with its place among all of them.
export function groupsOf<Item extends { kind: string }>(items: Item[]): { kind: string; rows: (Item & { at: number })[] }[] {
  const kinds = [...new Set(items.map((item) => item.kind))];
  return kinds.map((kind) => ({ kind, rows: items.map((item, at) => ({ ...item, at })).filter((item) => item.kind === kind) }));
}
