// SPDX-License-Identifier: Apache-2.0
// What the program's names are called on the page.
export const stageWords: Record<string, string> = {
  contracted: '已签合同',
  notified: '已告知',
  surveyed: '已勘验',
  reported: '已提交报告',
  reviewed: '审核中',
  published: '已公开',
  archived: '已归档',
};
export const stageOrder = Object.keys(stageWords);

export const dutyWords: Record<string, string> = {
  contract_upload: '上传合同扫描件',
  prior_notice: '提交从业告知',
  survey_upload: '上传现场勘验材料',
  deliverables: '提交报告',
  report_disclosure: '公开报告',
};

export const stepWords: Record<string, string> = {
  internal_review: '内部审核',
  technical_lead: '技术负责人审核',
  process_lead: '过程控制负责人审核',
  check: '校核',
  review: '审核',
  approval: '授权签字人批准',
};

export const roleWords: Record<string, string> = {
  institution_admin: '机构管理员',
  project_leader: '项目组组长',
  assessor: '安全评价师',
  internal_reviewer: '内部审核人',
  technical_lead: '技术负责人',
  process_lead: '过程控制负责人',
  authorised_signatory: '授权签字人',
  enterprise: '企业',
  clerk: '经办人',
  section_head: '科（处）长',
  leader: '负责人',
  permit_officer: '许可经办',
  legal_officer: '法制',
  discipline_officer: '纪检',
  rater: '评定机构',
  expert: '专家',
  association: '协会',
  administrator: '系统管理员',
  security_officer: '安全管理员',
  auditor: '审计员',
  operator: '系统运行',
  system: '平台',
};

export const markWords: Record<string, string> = {
  seen: '已见原文',
  secondary: '转引',
  recalled: '凭记忆，待核实',
  design: '产品设计',
  unconfirmed: '待核实',
  missing: '原文缺失',
};

export const clauseKindWords: Record<string, string> = {
  duty: '义务与期限',
  gate: '审核要求',
  watch: '标记',
  conduct: '行为',
  score: '计分',
  grade: '等级',
  procedure: '程序',
  form: '表单',
  campaign: '专项行动',
  catalogue: '目录',
  calendar: '日历',
};

export const channelWords = { online: '网上', paper: '纸质', telephone: '电话', fax: '传真', email: '电子邮件' };

export const severityWords: Record<string, string> = { info: '提示', remind: '待补正', finding: '线索' };

export const evidenceWords: Record<string, string> = {
  gate: '大门、标志性建筑',
  landmark: '厂区与周边环境',
  people: '双方人员',
  equipment: '主要装置设备',
  safety_facility: '安全设施',
  document: '原始文件资料',
  survey_record: '现场勘验记录',
  contract_scan: '合同扫描件',
  invoice: '票据',
  report: '报告',
  other: '其他',
};

// Beijing time, whatever the browser's zone: the server writes +08:00 and that is what is shown.
export function time(at: string | undefined): string {
  return at === undefined ? '' : at.slice(0, 16).replace('T', ' ');
}

export function yuan(fen: number): string {
  return `${(fen / 1_000_000).toFixed(2)} 万元`;
}

interface Standing {
  samples: number;
  samples_asked: number;
  percentile?: number;
  area: string;
}

// Among too few like it a price stands nowhere.
export function priceStanding({ samples, samples_asked: asked, percentile, area }: Standing): string {
  return percentile === undefined ? `样本不足（${samples}/${asked}）` : `高于同类 ${percentile}% 的项目（${area}）`;
}

export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

// "剩 3 个工作日", "今天到期", "超期 2 个工作日"
export function daysLeft(days: number | undefined): string {
  if (days === undefined) return '';
  if (days === 0) return '今天到期';
  return days > 0 ? `剩 ${days} 个工作日` : `超期 ${-days} 个工作日`;
}

// A flag's text with its severity in front, unless the clause's own wording says it already.
export function flagText(severity: string, text: string): string {
  const word = severityWords[severity] ?? '';
  return word === '' || text.startsWith(word) ? text : `${word}：${text}`;
}
