// SPDX-License-Identifier: Apache-2.0
// What the facts a clause looks at are called on the page (practice::facts, licensing::rules).
export const factWords: Record<string, string> = {
  today: '今天',
  statutory: '法定项目',
  'scope.code': '业务范围',
  'scope.name': '业务范围',
  'scope.covered': '在资质认可范围内',
  'qualification.valid': '签订日资质有效',
  'unit.branch': '由分支机构承担',
  'unit.staffing_missing': '承担单位缺少人数',
  'unit.staffing_gap': '承担单位缺少的专业',
  'risk.made_on': '风险分析日期',
  'contract.signed_on': '合同签订日',
  'contract.ends_on': '合同截止日',
  'contract.scans': '合同扫描件',
  'contract.invoices': '票据',
  'contract.uploaded_on': '合同上传日',
  'contract.stages': '涉及“三同时”阶段数',
  'contract.permit_tied': '约定以取得许可为条件',
  'contract.permit_phrases': '含“以取得许可为条件”用语数',
  'contract.permit_phrase': '以取得许可为条件的用语',
  'team.formed_on': '项目组组成日',
  'team.size': '项目组人数',
  'team.leader_level': '组长等级',
  'team.leader_years': '组长从业年数',
  'team.leader_on_site': '组长到场',
  'team.instruments_overdue': '过期仪器台数',
  'team.staffing_missing': '项目组缺少人数',
  'team.staffing_gap': '项目组缺少的专业',
  'notice.filed': '已提交从业告知',
  'notice.filed_on': '从业告知日',
  'notice.working_days_before': '告知早于首次现场的工作日',
  'notice.renewal_due': '须重新告知',
  'notice.renewal_why': '须重新告知的变更',
  'site.started': '已开始现场工作',
  'site.first_day': '首次现场',
  'site.last_day': '最后现场',
  'site.reason_code': '没有位置或照片的原因',
  'survey.records': '现场勘验记录',
  'survey.photos': '现场照片',
  'survey.outsiders': '不属于项目组的到场人数',
  'survey.categories_missing': '缺少的影像类别数',
  'survey.categories_gap': '缺少的影像类别',
  'survey.checklist': '附有安全检查表',
  'exchange.held': '已与委托方交换意见',
  'measures.open': '未了结的措施建议',
  'enterprise.site_confirmed': '企业已确认现场',
  'enterprise.people_match': '企业确认人员一致',
  'enterprise.report_matches': '企业确认报告一致',
  'report.filed': '已提交报告',
  'report.filed_on': '报告提交日',
  'report.published': '报告已公开',
  'disclosure.recorded': '已登记机构网站公开网址',
  'disclosure.failed_days': '公开网址连续未核对到的天数',
  'review.signed': '审核已全部确认',
  'permit.applied_on': '企业提交许可申请日',
  'application.accepted_on': '受理日',
  'correction.demanded_on': '补正通知日',
  'correction.open': '未完成的补正通知',
  'correction.overdue': '逾期未完成的补正通知',
  'bureau.due': '部门的期限',
  'bureau.days_overdue': '逾期的工作日数',
};

// assessor levels count down; what is below all of them is 9 (practice::level_of)
const levels: Record<string, string> = { 1: '一级', 2: '二级', 3: '三级', 9: '无等级' };

export function factValue(name: string, value: unknown, scope: (code: string) => string, reason: (code: string) => string): string {
  if (value === true) return '是';
  if (value === false) return '否';
  const text = String(value);
  if (name === 'scope.code') return scope(text);
  if (name === 'site.reason_code') return reason(text);
  if (name === 'team.leader_level') return levels[text] ?? text;
  return text === '' ? '无' : text;
}
