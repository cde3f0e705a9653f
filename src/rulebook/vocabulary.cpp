// SPDX-License-Identifier: Apache-2.0
#include "vocabulary.hpp"

#include <algorithm>

namespace anping::rulebook {

std::vector<Fact> const& facts() noexcept {
    using enum FactType;
    static std::vector<Fact> const all{
        {"today", date, "今天"},
        {"statutory", boolean, "法定项目"},
        {"scope.code", text, "业务范围"},
        {"scope.covered", boolean, "业务范围在资质之内"},
        {"qualification.valid", boolean, "资质有效"},
        {"contract.signed_on", date, "合同签订"},
        {"contract.ends_on", date, "合同截止"},
        {"contract.uploaded_on", date, "合同上传"},
        {"contract.scans", integer, "合同扫描件数"},
        {"contract.invoices", integer, "票据数"},
        {"notice.filed", boolean, "已从业告知"},
        {"notice.filed_on", date, "从业告知"},
        {"notice.working_days_before", integer, "告知早于首次现场的工作日数"},
        {"site.first_day", date, "首次现场"},
        {"site.started", boolean, "已开始现场工作"},
        {"site.last_day", date, "现场结束"},
        {"site.reason_code", text, "无定位影像的原因"},
        {"team.leader_on_site", boolean, "组长到场"},
        {"team.size", integer, "项目组人数"},
        {"survey.records", integer, "现场勘验记录数"},
        {"survey.photos", integer, "现场影像数"},
        {"report.filed", boolean, "报告已提交"},
        {"report.filed_on", date, "报告提交"},
        {"report.published", boolean, "报告已公开"},
        {"review.signed", boolean, "审核已签字"},
        {"permit.applied_on", date, "企业提交许可申请"},
        {"institution.changed_on", date, "机构信息变更"},
        {"institution.listed_on", date, "名单公告"},
        {"period.ends_on", date, "报告期届满"},
        {"application.received_on", date, "收到申请材料"},
        {"application.accepted_on", date, "受理"},
        {"decision.made_on", date, "作出决定"},
        {"certificate.expires_on", date, "资质届满"},
        {"information.created_on", date, "政府信息形成"},
        {"case.opened_on", date, "立案"},
        {"penalty.decided_on", date, "作出处罚决定"},
        {"penalty.delivered_on", date, "收到处罚决定"},
        {"hearing.told_on", date, "听证告知"},
        {"hearing.held_on", date, "听证举行"},
        {"decision.known_on", date, "知道行政行为"},
        {"demand.delivered_on", date, "催告书送达"},
        {"remedy.ended_on", date, "救济期限届满"},
        {"evidence.registered_on", date, "先行登记保存"},
        {"transfer.reported_on", date, "移送报告"},
        {"decision.changed_on", date, "决定撤销或变更"},
        {"listing.decided_on", date, "列入决定"},
        {"assessment.last_on", date, "上次评价"},
    };
    return all;
}

Fact const* find_fact(std::string_view name) noexcept {
    auto const found = std::ranges::find(facts(), name, &Fact::name);
    return found == facts().end() ? nullptr : &*found;
}

std::vector<KnownName> const& known_names() noexcept {
    using enum Kind;
    static std::vector<KnownName> const all{
        {duty, "contract_upload", true},
        {duty, "prior_notice", true},
        {duty, "survey_upload", true},
        {duty, "deliverables", true},
        {duty, "info_update", true},
        {duty, "half_year_report", true},
        {duty, "dormant", true},
        {duty, "report_disclosure", true},
        {duty, "licence_acceptance", false},
        {duty, "licence_decision", false},
        {duty, "licence_issue", false},
        {duty, "licence_renewal", false},
        {duty, "qualification_change", false},
        {duty, "penalty_exposure", false},
        {duty, "information_disclosure", false},
        {duty, "case_decision", false},
        {duty, "decision_service", false},
        {duty, "hearing_request", false},
        {duty, "hearing_announcement", false},
        {duty, "fine_payment", false},
        {duty, "reconsideration", false},
        {duty, "litigation", false},
        {duty, "enforcement_demand", false},
        {duty, "enforcement_request", false},
        {duty, "evidence_handling", false},
        {duty, "crime_transfer", false},
        {duty, "disclosure_withdrawal", false},
        {duty, "dishonesty_entry", false},
        {duty, "dishonesty_publicity", false},
        {duty, "chemical_assessment_cycle", false},
        {watch, "scope_exceeded", true},
        {watch, "qualification_invalid", true},
        {watch, "invoice_missing", true},
        {watch, "contract_scan_missing", true},
        {watch, "notice_missing", true},
        {watch, "notice_late", true},
        {watch, "notice_timing", true},
        {watch, "leader_absent", true},
        {watch, "survey_record_missing", true},
        {watch, "survey_photos_missing", true},
        {watch, "review_incomplete", true},
        {gate, "report_publication", true},
        {catalogue, "scopes", true},
        {catalogue, "statutory_kinds", true},
        {catalogue, "service_types", true},
        {catalogue, "evidence_kinds", true},
        {catalogue, "reason_codes", true},
        {catalogue, "qualification_conditions", false},
        {catalogue, "penalty_items", false},
        {catalogue, "untrue_situations", false},
        {catalogue, "false_situations", false},
        {grade, "credit_grade", false},
        {score, "credit_score", false},
        {score, "growth_value", false},
        {procedure, "licensing", false},
        {procedure, "report_review", false},
        {Kind::calendar, "holidays", true},
        {Kind::calendar, "regional_holidays", true},
    };
    return all;
}

KnownName const* find_name(Kind kind, std::string_view name) noexcept {
    auto const found = std::ranges::find_if(
        known_names(), [&](KnownName const& known) { return known.kind == kind && known.name == name; });
    return found == known_names().end() ? nullptr : &*found;
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
