// SPDX-License-Identifier: Apache-2.0
#include "vocabulary.hpp"

#include <algorithm>
#include <array>

namespace anping::rulebook {

namespace {

constexpr std::array kFacts{
    Fact{"today", FactType::date, "今天"},
    Fact{"statutory", FactType::boolean, "法定项目"},
    Fact{"service.type", FactType::text, "服务类型"},
    Fact{"scope.code", FactType::text, "业务范围"},
    Fact{"scope.name", FactType::text, "业务范围名称"},
    Fact{"scope.covered", FactType::boolean, "业务范围在资质之内"},
    Fact{"qualification.valid", FactType::boolean, "资质有效"},
    Fact{"unit.branch", FactType::boolean, "由分支机构承担"},
    Fact{"unit.staffing_missing", FactType::integer, "专业能力配备差的人数"},
    Fact{"unit.staffing_gap", FactType::text, "专业能力配备差什么"},
    Fact{"risk.made_on", FactType::date, "合同前风险分析"},
    Fact{"contract.signed_on", FactType::date, "合同签订"},
    Fact{"contract.ends_on", FactType::date, "合同截止"},
    Fact{"contract.uploaded_on", FactType::date, "合同上传"},
    Fact{"contract.scans", FactType::integer, "合同扫描件数"},
    Fact{"contract.invoices", FactType::integer, "票据数"},
    Fact{"contract.stages", FactType::integer, "合同所含“三同时”阶段数"},
    Fact{"contract.permit_tied", FactType::boolean, "约定以取得许可为条件"},
    Fact{"contract.permit_phrases", FactType::integer, "合同文本中以许可为条件的语句数"},
    Fact{"contract.permit_phrase", FactType::text, "合同文本中以许可为条件的语句"},
    Fact{"notice.filed", FactType::boolean, "已从业告知"},
    Fact{"notice.filed_on", FactType::date, "从业告知"},
    Fact{"notice.working_days_before", FactType::integer, "告知早于首次现场的工作日数"},
    Fact{"notice.renewal_due", FactType::boolean, "须重新告知"},
    Fact{"notice.renewal_why", FactType::text, "为何须重新告知"},
    Fact{"site.first_day", FactType::date, "首次现场"},
    Fact{"site.started", FactType::boolean, "已开始现场工作"},
    Fact{"site.last_day", FactType::date, "现场结束"},
    Fact{"site.reason_code", FactType::text, "无定位影像的原因"},
    Fact{"team.leader_on_site", FactType::boolean, "组长到场"},
    Fact{"team.size", FactType::integer, "项目组人数"},
    Fact{"team.formed_on", FactType::date, "组成项目组"},
    Fact{"team.leader_level", FactType::integer, "组长评价师等级"},
    Fact{"team.leader_years", FactType::integer, "组长本行业年限"},
    Fact{"team.staffing_missing", FactType::integer, "项目组专业配备差的人数"},
    Fact{"team.staffing_gap", FactType::text, "项目组专业配备差什么"},
    Fact{"team.instruments_overdue", FactType::integer, "现场之日检定校准过期的仪器数"},
    Fact{"survey.records", FactType::integer, "现场勘验记录数"},
    Fact{"survey.photos", FactType::integer, "现场影像数"},
    Fact{"survey.outsiders", FactType::integer, "到场人员中不属项目组的人数"},
    Fact{"survey.categories_missing", FactType::integer, "影像缺少的类别数"},
    Fact{"survey.categories_gap", FactType::text, "影像缺少的类别"},
    Fact{"survey.checklist", FactType::boolean, "已填安全检查表"},
    Fact{"survey.raw_data", FactType::boolean, "已有检测检验原始数据"},
    Fact{"exchange.held", FactType::boolean, "已与委托方交换意见"},
    Fact{"measures.open", FactType::integer, "未了结的措施建议数"},
    Fact{"enterprise.site_confirmed", FactType::boolean, "企业已确认现场"},
    Fact{"enterprise.people_match", FactType::boolean, "企业确认人员一致"},
    Fact{"enterprise.report_matches", FactType::boolean, "企业核对报告一致"},
    Fact{"report.filed", FactType::boolean, "报告已提交"},
    Fact{"report.filed_on", FactType::date, "报告提交"},
    Fact{"report.withdrawn", FactType::boolean, "报告已撤回"},
    Fact{"report.published", FactType::boolean, "报告已公开"},
    Fact{"disclosure.recorded", FactType::boolean, "已登记机构网站公开网址"},
    Fact{"disclosure.failed_days", FactType::integer, "公开网址连续未核对到的天数"},
    Fact{"review.signed", FactType::boolean, "审核已签字"},
    Fact{"correction.demanded_on", FactType::date, "发出补正通知"},
    Fact{"correction.open", FactType::integer, "未了结的补正通知数"},
    Fact{"correction.overdue", FactType::integer, "逾期未补正的通知数"},
    Fact{"permit.applied_on", FactType::date, "企业提交许可申请"},
    Fact{"institution.changed_on", FactType::date, "机构信息变更"},
    Fact{"institution.listed_on", FactType::date, "名单公告"},
    Fact{"period.ends_on", FactType::date, "报告期届满"},
    Fact{"application.received_on", FactType::date, "收到申请材料"},
    Fact{"application.accepted_on", FactType::date, "受理"},
    Fact{"decision.made_on", FactType::date, "作出决定"},
    Fact{"certificate.expires_on", FactType::date, "资质届满"},
    Fact{"information.created_on", FactType::date, "政府信息形成"},
    Fact{"case.opened_on", FactType::date, "立案"},
    Fact{"penalty.decided_on", FactType::date, "作出处罚决定"},
    Fact{"penalty.delivered_on", FactType::date, "收到处罚决定"},
    Fact{"hearing.told_on", FactType::date, "听证告知"},
    Fact{"hearing.held_on", FactType::date, "听证举行"},
    Fact{"decision.known_on", FactType::date, "知道行政行为"},
    Fact{"demand.delivered_on", FactType::date, "催告书送达"},
    Fact{"remedy.ended_on", FactType::date, "救济期限届满"},
    Fact{"evidence.registered_on", FactType::date, "先行登记保存"},
    Fact{"transfer.reported_on", FactType::date, "移送报告"},
    Fact{"decision.changed_on", FactType::date, "决定撤销或变更"},
    Fact{"listing.decided_on", FactType::date, "列入决定"},
    Fact{"document.announced_on", FactType::date, "发出公告"},
    Fact{"bureau.due", FactType::date, "部门自己的期限"},
    Fact{"bureau.days_overdue", FactType::integer, "部门逾期的工作日数"},
    Fact{"determination.told_on", FactType::date, "把认定的证据和情形告知机构"},
    Fact{"key_list.proposed_on", FactType::date, "提议列入重点监督检查对象"},
    Fact{"key_list.listed_on", FactType::date, "列入重点监督检查对象"},
    Fact{"key_list.objected_on", FactType::date, "对列入提出异议"},
    Fact{"order.issued_on", FactType::date, "责令整改"},
    Fact{"proof.given_on", FactType::date, "收到整改证明"},
    Fact{"assessment.last_on", FactType::date, "上次评价"},
    Fact{"conduct.ended_on", FactType::date, "违法行为终了"},
    Fact{"review.received_on", FactType::date, "收到复议决定"},
    Fact{"listing.requested_on", FactType::date, "收到提前移出申请"},
    Fact{"listing.removed_on", FactType::date, "移出名单"},
};

constexpr std::array kNames{
    KnownName{Kind::duty, "contract_upload", true},
    KnownName{Kind::duty, "prior_notice", true},
    KnownName{Kind::duty, "survey_upload", true},
    KnownName{Kind::duty, "deliverables", true},
    KnownName{Kind::duty, "info_update", false},
    KnownName{Kind::duty, "half_year_report", false},
    KnownName{Kind::duty, "dormant", false},
    KnownName{Kind::duty, "report_disclosure", true},
    KnownName{Kind::duty, "licence_acceptance", false},
    KnownName{Kind::duty, "licence_decision", true},
    KnownName{Kind::duty, "permit_correction", true},
    KnownName{Kind::duty, "rectification", true},
    KnownName{Kind::duty, "rectification_recheck", true},
    KnownName{Kind::duty, "licence_issue", false},
    KnownName{Kind::duty, "licence_renewal", false},
    KnownName{Kind::duty, "qualification_change", false},
    KnownName{Kind::duty, "penalty_exposure", true},
    KnownName{Kind::duty, "information_disclosure", false},
    KnownName{Kind::duty, "case_decision", true},
    KnownName{Kind::duty, "decision_service", true},
    KnownName{Kind::duty, "hearing_request", true},
    KnownName{Kind::duty, "hearing_announcement", true},
    KnownName{Kind::duty, "fine_payment", true},
    KnownName{Kind::duty, "reconsideration", true},
    KnownName{Kind::duty, "litigation", true},
    KnownName{Kind::duty, "enforcement_demand", true},
    KnownName{Kind::duty, "enforcement_request", true},
    KnownName{Kind::duty, "evidence_handling", true},
    KnownName{Kind::duty, "crime_transfer", true},
    KnownName{Kind::duty, "disclosure_withdrawal", true},
    KnownName{Kind::duty, "dishonesty_entry", true},
    KnownName{Kind::duty, "dishonesty_publicity", true},
    KnownName{Kind::duty, "chemical_assessment_cycle", false},
    KnownName{Kind::duty, "determination_answer", true},
    KnownName{Kind::duty, "key_list_confirm", true},
    KnownName{Kind::duty, "key_list_expiry", true},
    KnownName{Kind::duty, "key_list_answer", true},
    KnownName{Kind::duty, "penalty_limitation", true},
    KnownName{Kind::duty, "penalty_limitation_harm", true},
    KnownName{Kind::duty, "litigation_after_review", true},
    KnownName{Kind::duty, "dishonesty_end", true},
    KnownName{Kind::duty, "dishonesty_early", true},
    KnownName{Kind::duty, "dishonesty_request", true},
    KnownName{Kind::duty, "dishonesty_update", true},
    KnownName{Kind::duty, "dishonesty_stop", true},
    KnownName{Kind::conduct, "penalty_*", true},
    KnownName{Kind::catalogue, "penalty_conducts", true},
    KnownName{Kind::catalogue, "hearing_measures", true},
    KnownName{Kind::catalogue, "hearing_amounts", true},
    KnownName{Kind::catalogue, "discretion_factors", true},
    KnownName{Kind::catalogue, "crime_triggers", true},
    KnownName{Kind::catalogue, "dishonesty_situations", true},
    KnownName{Kind::procedure, "two_officers", true},
    KnownName{Kind::procedure, "penalty_notice", true},
    KnownName{Kind::procedure, "legal_review", true},
    KnownName{Kind::procedure, "collective_discussion", true},
    KnownName{Kind::procedure, "one_matter", false},
    KnownName{Kind::procedure, "lighter_law", true},
    KnownName{Kind::procedure, "crime_transfer_hours", true},
    KnownName{Kind::procedure, "surcharge", true},
    KnownName{Kind::duty, "announced_service", true},
    KnownName{Kind::watch, "scope_exceeded", true},
    KnownName{Kind::watch, "qualification_invalid", true},
    KnownName{Kind::watch, "staffing_short", true},
    KnownName{Kind::watch, "branch_staffing_short", true},
    KnownName{Kind::watch, "risk_analysis_missing", true},
    KnownName{Kind::watch, "risk_analysis_late", true},
    KnownName{Kind::watch, "permit_tied", true},
    KnownName{Kind::watch, "permit_phrase", true},
    KnownName{Kind::watch, "stages_bundled", true},
    KnownName{Kind::watch, "team_missing", true},
    KnownName{Kind::watch, "leader_unqualified", true},
    KnownName{Kind::watch, "team_staffing_short", true},
    KnownName{Kind::watch, "instrument_overdue", true},
    KnownName{Kind::watch, "invoice_missing", true},
    KnownName{Kind::watch, "contract_scan_missing", true},
    KnownName{Kind::watch, "notice_missing", true},
    KnownName{Kind::watch, "notice_late", true},
    KnownName{Kind::watch, "notice_timing", true},
    KnownName{Kind::watch, "notice_renewal", true},
    KnownName{Kind::watch, "leader_absent", true},
    KnownName{Kind::watch, "survey_record_missing", true},
    KnownName{Kind::watch, "survey_photos_missing", true},
    KnownName{Kind::watch, "survey_outsiders", true},
    KnownName{Kind::watch, "survey_categories", true},
    KnownName{Kind::watch, "exchange_missing", true},
    KnownName{Kind::watch, "enterprise_unconfirmed", true},
    KnownName{Kind::watch, "people_differ", true},
    KnownName{Kind::watch, "report_differs", true},
    KnownName{Kind::watch, "measures_open", true},
    KnownName{Kind::watch, "raw_data_missing", true},
    KnownName{Kind::watch, "order_contract", true},
    KnownName{Kind::watch, "order_report", true},
    KnownName{Kind::watch, "review_incomplete", true},
    KnownName{Kind::watch, "own_overdue", true},
    KnownName{Kind::watch, "own_overdue_above", true},
    KnownName{Kind::watch, "disclosure_missing", true},
    KnownName{Kind::watch, "disclosure_lost", true},
    KnownName{Kind::gate, "report_publication", true},
    KnownName{Kind::gate, "permit_agenda", true},
    KnownName{Kind::catalogue, "document_kinds", true},
    KnownName{Kind::catalogue, "scopes", true},
    KnownName{Kind::catalogue, "statutory_kinds", true},
    KnownName{Kind::catalogue, "service_types", true},
    KnownName{Kind::catalogue, "evidence_kinds", true},
    KnownName{Kind::catalogue, "reason_codes", true},
    KnownName{Kind::catalogue, "qualification_conditions", true},
    KnownName{Kind::catalogue, "verification_platforms", true},
    KnownName{Kind::catalogue, "industries", true},
    KnownName{Kind::catalogue, "permit_kinds", true},
    KnownName{Kind::catalogue, "construction_stages", true},
    KnownName{Kind::catalogue, "permit_phrases", true},
    KnownName{Kind::catalogue, "team_duties", true},
    KnownName{Kind::catalogue, "notice_material", true},
    KnownName{Kind::catalogue, "evidence_ways", true},
    KnownName{Kind::catalogue, "survey_categories", true},
    KnownName{Kind::catalogue, "archive_contents", true},
    KnownName{Kind::catalogue, "redaction_parts", true},
    KnownName{Kind::catalogue, "key_list_grades", true},
    KnownName{Kind::catalogue, "inspection_frequency", true},
    KnownName{Kind::catalogue, "inspection_caps", true},
    KnownName{Kind::catalogue, "detectors", true},
    KnownName{Kind::catalogue, "detector_settings", true},
    KnownName{Kind::catalogue, "report_chapters_*", true},
    KnownName{Kind::catalogue, "standards_in_force", true},
    KnownName{Kind::catalogue, "source_standards", true},
    KnownName{Kind::catalogue, "criteria_lists", true},
    KnownName{Kind::catalogue, "criteria_*", true},
    KnownName{Kind::catalogue, "spacing_rules", true},
    KnownName{Kind::catalogue, "hearsay_share", true},
    KnownName{Kind::catalogue, "checklists", true},
    KnownName{Kind::catalogue, "checklist_*", true},
    KnownName{Kind::catalogue, "inspection_items_*", true},
    KnownName{Kind::form, "prior_notice", true},
    KnownName{Kind::form, "notice_ledger", true},
    KnownName{Kind::form, "work_report", true},
    KnownName{Kind::form, "project_list", true},
    KnownName{Kind::form, "document_*", true},
    KnownName{Kind::catalogue, "penalty_items", false},
    KnownName{Kind::catalogue, "untrue_situations", true},
    KnownName{Kind::catalogue, "false_situations", true},
    KnownName{Kind::catalogue, "omission_situations", true},
    KnownName{Kind::catalogue, "local_false_situations", true},
    KnownName{Kind::grade, "credit_grade", true},
    KnownName{Kind::score, "credit_score", false},
    KnownName{Kind::score, "growth_value", false},
    KnownName{Kind::procedure, "licensing", false},
    KnownName{Kind::procedure, "report_review", false},
    KnownName{Kind::procedure, "key_list", true},
    KnownName{Kind::procedure, "level_assignment", true},
    KnownName{Kind::procedure, "yearly_coverage", true},
    KnownName{Kind::procedure, "inspection_proportion", true},
    KnownName{Kind::procedure, "hosting_visits", true},
    KnownName{Kind::procedure, "inspection", true},
    KnownName{Kind::procedure, "one_visit", true},
    KnownName{Kind::campaign, "full_coverage", true},
    KnownName{Kind::procedure, "price_comparison", true},
    KnownName{Kind::procedure, "permit_escalation", true},
    KnownName{Kind::procedure, "disclosure_check", true},
    KnownName{Kind::calendar, "holidays", true},
    KnownName{Kind::calendar, "regional_holidays", true},
};

}  // namespace

std::span<Fact const> facts() noexcept { return kFacts; }

Fact const* find_fact(std::string_view name) noexcept {
    auto const* const found = std::ranges::find(kFacts, name, &Fact::name);
    return found == kFacts.end() ? nullptr : found;
}

std::span<KnownName const> known_names() noexcept { return kNames; }

KnownName const* find_name(Kind kind, std::string_view name) noexcept {
    auto const* const found =
        std::ranges::find_if(kNames, [&](KnownName const& known) { return known.kind == kind && known.means(name); });
    return found == kNames.end() ? nullptr : found;
}

std::string_view label(Kind kind) noexcept {
    switch (kind) {
        case Kind::duty: return "义务";
        case Kind::gate: return "关口";
        case Kind::watch: return "提示";
        case Kind::conduct: return "行为";
        case Kind::score: return "评分";
        case Kind::grade: return "等级";
        case Kind::procedure: return "程序";
        case Kind::form: return "表式";
        case Kind::campaign: return "专项";
        case Kind::catalogue: return "目录";
        case Kind::calendar: return "日历";
    }
    return "";
}

std::string_view label(Mark mark) noexcept {
    switch (mark) {
        case Mark::seen: return "见原文";
        case Mark::secondary: return "据转述";
        case Mark::recalled: return "凭记忆，待核";
        case Mark::design: return "产品设计";
        case Mark::unconfirmed: return "未确认";
        case Mark::missing: return "缺原文";
    }
    return "";
}

}  // namespace anping::rulebook
