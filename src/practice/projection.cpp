// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/practice/hosting.hpp>
#include <anping/practice/projection.hpp>

#include "contract_text.hpp"
#include "projection_act.hpp"
#include "schema.hpp"

namespace anping::practice {
namespace {

void opened(Act const& act) {
    auto const in = ledger::data_of<ProjectOpened>(act.entry);
    act.session.exec(
        "INSERT INTO practice_project (id, institution, enterprise, title, region, authority, site, scope, statutory, "
        "statutory_kind, service_type, contract, signed_on, ends_on, leader, site_first_day, scope_covered, "
        "qualification_valid, stage, contract_scans, invoices, surveys, photos, leader_on_site, exhibits, price, "
        "branch, "
        "staffing, risk, terms, noted, opened_at, changed_at, version) VALUES (:id, :institution, :enterprise, :title, "
        ":region, :authority, :site, :scope, "
        ":statutory, :kind, :service, :contract, :signed, :ends, :leader, :first, :covered, :valid, :stage, 0, 0, 0, "
        "0, 0, 0, :price, :branch, :staffing, :risk, :terms, :noted, :opened, :changed, 1)",
        {act.project(),
         in.institution,
         in.enterprise,
         in.title.value,
         in.region.digits,
         sql(in.authority),
         in.site.value,
         in.scope.code,
         in.statutory,
         in.statutory_kind.value,
         in.service_type.value,
         body(in.contract),
         sql(in.contract.signed_on),
         sql(in.contract.ends_on),
         in.leader,
         sql(in.site_first_day),
         in.scope_covered,
         in.qualification_valid,
         sql(Stage::contracted),
         in.contract.price.fen,
         in.branch,
         maybe_body(in.staffing),
         maybe_body(in.risk),
         maybe_body(in.terms),
         canonical(in.noted.value_or(Noted{})),
         act.entry.at,
         act.entry.at});
    project_titles().put(act.session, act.project(), in.title.value);
    act.judge(in.judgement);
    act.timeline("签订合同，建立项目", &in.judgement);
}

// Which kinds there are, once each.
void note_kind(Act const& act, std::string const& kind) {
    auto all = act.noted();
    auto& kinds = all["evidence.kinds"];
    if (!kinds.is_array()) kinds = json::array{};
    if (std::ranges::find(kinds.get_array(), json::value(kind)) != kinds.get_array().end()) return;
    kinds.get_array().emplace_back(kind);
    act.note({{"evidence.kinds", kinds}});
}

void evidence(Act const& act) {
    auto const in = ledger::data_of<EvidenceAttached>(act.entry);
    act.session.exec(
        "INSERT INTO practice_evidence (id, project, survey, kind, sm3, body, received_at, entry) VALUES (:id, "
        ":project, :survey, :kind, :sm3, :body, :at, :entry)",
        {in.evidence, act.project(), in.survey, in.exhibit.kind.value, in.exhibit.blob.sm3, body(in.exhibit),
         act.entry.at, act.entry.seq});
    auto const& kind = in.exhibit.kind.value;
    bool const scan = in.of_institution && kind == kContractScan;
    bool const invoice = in.of_institution && kind == "invoice";
    bool const photo =
        in.of_institution && !scan && !invoice && in.exhibit.blob.reading.media_type.starts_with("image/");
    act.session.exec(
        "UPDATE practice_project SET contract_scans = contract_scans + :scan, invoices = invoices + :invoice, "
        "photos = photos + :photo, exhibits = exhibits + 1 WHERE id = :id",
        {scan, invoice, photo, act.project()});
    if (in.of_institution) note_kind(act, kind);
    if (scan && in.exhibit.permit_phrases) act.note(noted_of_phrases(in.exhibit));
    act.reach(Stage::contracted);
    act.judge(in.judgement);
    if (in.survey) act.meet("survey_upload");
    if (scan) {
        act.meet("contract_upload");
        act.session.exec(
            "UPDATE practice_project SET contract_uploaded_on = :day WHERE id = :id AND contract_uploaded_on IS NULL",
            {sql(field::beijing_date(act.entry.at)), act.project()});
    }
    act.timeline("上传材料：" + in.exhibit.file_name, &in.judgement);
}

void team_formed(Act const& act) {
    auto const in = ledger::data_of<TeamFormed>(act.entry);
    auto kept = in;
    kept.judgement = {};
    act.session.exec(
        "INSERT INTO practice_team (project, edition, body, formed_at, entry) VALUES (:project, :edition, :body, :at, "
        ":entry)",
        {act.project(), in.edition, body(kept), act.entry.at, act.entry.seq});
    act.session.exec("UPDATE practice_project SET leader = :leader, teams = teams + 1 WHERE id = :id",
                     {in.leader, act.project()});
    act.note(in.noted);
    act.reach(Stage::contracted);
    act.judge(in.judgement);
    act.timeline(in.edition == 1 ? "组成项目组" : fmt::format("变更项目组（第 {} 次）", in.edition - 1), &in.judgement);
}

void contract_recorded(Act const& act) {
    auto const in = ledger::data_of<ContractRecorded>(act.entry);
    act.session.exec(
        "UPDATE practice_project SET contract = :contract, signed_on = :signed, ends_on = :ends, leader = :leader, "
        "qualification_valid = :valid, price = :price, branch = :branch, staffing = :staffing, risk = :risk, terms = "
        ":terms WHERE id = :id",
        {body(in.contract), sql(in.contract.signed_on), sql(in.contract.ends_on), in.leader, in.qualification_valid,
         in.contract.price.fen, in.branch, maybe_body(in.staffing), maybe_body(in.risk), maybe_body(in.terms),
         act.project()});
    act.note(in.noted);
    act.reach(Stage::contracted);
    act.judge(in.judgement);
    act.timeline(in.reason ? "变更合同：" + in.reason->value : "登记合同", &in.judgement);
}

void surveyed(Act const& act) {
    auto const in = ledger::data_of<SurveyRecorded>(act.entry);
    auto kept = in;
    kept.judgement = {};
    act.session.exec(
        "INSERT INTO practice_survey (id, project, body, received_at, entry) VALUES (:id, :project, :body, :at, "
        ":entry)",
        {in.survey, act.project(), body(kept), act.entry.at, act.entry.seq});
    auto const first = sql(field::beijing_date(in.started_at));
    auto const last = sql(field::beijing_date(in.ended_at));
    act.session.exec(
        "UPDATE practice_project SET surveys = surveys + 1, "
        "first_day = CASE WHEN first_day IS NULL OR first_day > :first THEN :first_again ELSE first_day END, "
        "last_day = CASE WHEN last_day IS NULL OR last_day < :last THEN :last_again ELSE last_day END, "
        "leader_on_site = CASE WHEN :leader = 1 THEN 1 ELSE leader_on_site END, "
        "reason_code = COALESCE(:reason, reason_code) WHERE id = :id",
        {first, first, last, last, in.leader_on_site,
         in.reason_code ? db::Value(in.reason_code->value) : db::Value(nullptr), act.project()});
    if (in.noted) act.note(*in.noted);
    act.judge(in.judgement);
    act.reach(Stage::surveyed);
    act.timeline("现场勘验：" + in.place.value, &in.judgement);
}

void archived(Act const& act) {
    act.touch(Stage::archived);
    act.timeline("项目归档", nullptr);
}

struct Handler {
    char const* type;
    void (*apply)(Act const&);
};
constexpr Handler kHandlers[] = {{ProjectOpened::kType, opened},
                                 {ProjectNoticed::kType, project_noticed},
                                 {ContractRecorded::kType, contract_recorded},
                                 {TeamFormed::kType, team_formed},
                                 {EvidenceAttached::kType, evidence},
                                 {NoticeFiled::kType, noticed},
                                 {NoticeEntered::kType, notice_entered},
                                 {NoticeAmended::kType, notice_amended},
                                 {NoticeOpened::kType, notice_opened},
                                 {SurveyRecorded::kType, surveyed},
                                 {ViewsExchanged::kType, views_exchanged},
                                 {MeasuresProposed::kType, measures_proposed},
                                 {MeasuresAnswered::kType, measures_answered},
                                 {MeasuresRechecked::kType, measures_rechecked},
                                 {SiteConfirmed::kType, site_confirmed},
                                 {ReportConfirmed::kType, report_confirmed},
                                 {SpotChecked::kType, spot_checked},
                                 {ReportFiled::kType, reported},
                                 {ReviewSigned::kType, reviewed},
                                 {ProcessRuleSet::kType, process_rule_set},
                                 {PaperTemplateSet::kType, paper_template_set},
                                 {PaperTemplateWithdrawn::kType, paper_template_withdrawn},
                                 {OpinionsGiven::kType, opinions_given},
                                 {OpinionsAnswered::kType, opinions_answered},
                                 {ReportWithdrawn::kType, withdrawn},
                                 {ReportPublished::kType, published},
                                 {DisclosureRecorded::kType, disclosure_recorded},
                                 {DisclosureWithdrawn::kType, disclosure_withdrawn},
                                 {DisclosureChecked::kType, disclosure_checked},
                                 {ReportReliedOn::kType, report_relied_on},
                                 {CopyPublished::kType, copy_published},
                                 {CopyWithdrawn::kType, copy_withdrawn},
                                 {ProjectArchived::kType, archived},
                                 {HostingDeclared::kType, hosting_declared},
                                 {HostingVisited::kType, hosting_visited},
                                 {HostingEnded::kType, hosting_ended}};

class PracticeProjection final : public ledger::Projection {
public:
    std::string name() const override { return "practice"; }
    std::string stamp() const override { return "13"; }
    std::string schema() const override { return practice::schema(); }
    std::vector<ledger::Table> tables() const override { return schema_tables(); }

    void apply(db::Session& session, ledger::Entry const& entry) override {
        Act const act{session, entry};
        auto const& type = entry.event.type;
        for (auto const& handler : kHandlers)
            if (type == handler.type) handler.apply(act);
    }
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<PracticeProjection>(); }

}  // namespace anping::practice
