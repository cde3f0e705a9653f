// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include <anping/db/columns.hpp>
#include <anping/practice/events.hpp>
#include <anping/practice/projection.hpp>

#include "schema.hpp"

namespace anping::practice {
namespace {

using db::sql;

template <class T>
std::string body(T const& value) {
    return canonical(to_json(value));
}

template <class T>
db::Value maybe_body(std::optional<T> const& value) {
    return value ? db::Value(body(*value)) : db::Value(nullptr);
}

// What every event of a project leaves behind besides its own rows.
struct Act {
    db::Session& session;
    ledger::Entry const& entry;
    std::string const& project() const { return entry.event.subject; }

    void timeline(std::string const& text, Judgement const* judgement) const {
        std::set<std::string> clauses;
        if (judgement != nullptr) {
            for (auto const& deadline : judgement->deadlines) clauses.insert(deadline.citation.clause);
            for (auto const& flag : judgement->flags) clauses.insert(flag.citation.clause);
        }
        std::vector<db::Params> citations;
        citations.reserve(clauses.size());
        for (auto const& clause : clauses) citations.push_back({clause, entry.seq, project()});
        session.bulk_insert("practice_citation", {"clause", "entry", "project"}, citations);
        session.exec(
            "INSERT INTO practice_timeline (project, entry, at, type, role, unit, text, clauses) VALUES (:project, "
            ":entry, :at, :type, :role, :unit, :text, :clauses)",
            {project(), entry.seq, entry.at, entry.event.type, entry.actor.role, entry.actor.unit, text,
             canonical(to_json(std::vector(clauses.begin(), clauses.end())))});
    }
    void touch(Stage stage) const {
        session.exec(
            "UPDATE practice_project SET stage = :stage, changed_at = :at, version = version + 1 WHERE id = :id",
            {sql(stage), entry.at, project()});
    }
    // Keeps a project at the furthest stage it has reached.
    void reach(Stage stage) const {
        auto const now = session.scalar<Stage>("SELECT stage FROM practice_project WHERE id = :id", {project()});
        touch(std::max(now, stage));
    }
    // What the event adds to the facts.
    void note(Noted const& noted) const {
        auto const before =
            session.scalar<std::string>("SELECT noted FROM practice_project WHERE id = :id", {project()});
        auto all = json::parse(before).get_object();
        for (auto const& [name, value] : noted) all[name] = value;
        session.exec("UPDATE practice_project SET noted = :noted WHERE id = :id", {canonical(all), project()});
    }
    void meet(char const* duty) const { meet(duty, field::beijing_date(entry.at)); }
    void meet(char const* duty, field::Date on) const {
        session.exec(
            "UPDATE practice_deadline SET met_on = :day WHERE project = :project AND duty = :duty AND met_on IS NULL",
            {sql(on), project(), duty});
    }
    void set_deadlines(Judgement const& judgement) const {
        // One that can no longer be counted does not stay as it was counted before.
        for (auto const& duty : judgement.undecided)
            session.exec("DELETE FROM practice_deadline WHERE project = :project AND duty = :duty AND met_on IS NULL",
                         {project(), duty});
        for (auto const& deadline : judgement.deadlines)
            session.exec(
                "INSERT INTO practice_deadline (project, duty, due, body, met_on) VALUES (:project, :duty, :due, "
                ":body, NULL) ON CONFLICT (project, duty) DO UPDATE SET due = excluded.due, body = excluded.body",
                {project(), deadline.duty, sql(deadline.due), body(deadline)});
    }
    // The judgement names every flag that stands: new ones are raised, those no longer named are cleared.
    void set_flags(Judgement const& judgement) const {
        std::set<std::string> standing;
        for (auto const& row : session.query<std::string>(
                 "SELECT watch FROM practice_flag WHERE project = :project AND cleared_at IS NULL", {project()}))
            standing.insert(std::get<0>(row));
        for (auto const& flag : judgement.flags) {
            if (standing.erase(flag.watch) > 0) continue;
            session.exec(
                "INSERT INTO practice_flag (project, watch, raised_seq, body, raised_at, cleared_at) VALUES "
                "(:project, :watch, :seq, :body, :at, NULL)",
                {project(), flag.watch, entry.seq, body(flag), entry.at});
        }
        for (auto const& watch : standing)
            session.exec(
                "UPDATE practice_flag SET cleared_at = :at WHERE project = :project AND watch = :watch AND "
                "cleared_at IS NULL",
                {entry.at, project(), watch});
    }
    void judge(Judgement const& judgement) const {
        if (judgement.law.empty()) return;
        set_deadlines(judgement);
        set_flags(judgement);
    }
};

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
    act.judge(in.judgement);
    act.timeline("签订合同，建立项目", &in.judgement);
}

void evidence(Act const& act) {
    auto const in = ledger::data_of<EvidenceAttached>(act.entry);
    act.session.exec(
        "INSERT INTO practice_evidence (id, project, survey, kind, sm3, body, received_at, entry) VALUES (:id, "
        ":project, :survey, :kind, :sm3, :body, :at, :entry)",
        {in.evidence, act.project(), in.survey, in.exhibit.kind.value, in.exhibit.blob.sm3, body(in.exhibit),
         act.entry.at, act.entry.seq});
    auto const& kind = in.exhibit.kind.value;
    bool const scan = in.of_institution && kind == "contract_scan";
    bool const invoice = in.of_institution && kind == "invoice";
    bool const photo =
        in.of_institution && !scan && !invoice && in.exhibit.blob.reading.media_type.starts_with("image/");
    act.session.exec(
        "UPDATE practice_project SET contract_scans = contract_scans + :scan, invoices = invoices + :invoice, "
        "photos = photos + :photo, exhibits = exhibits + 1 WHERE id = :id",
        {scan, invoice, photo, act.project()});
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
    act.session.exec("UPDATE practice_project SET leader = :leader WHERE id = :id", {in.leader, act.project()});
    act.note(in.noted);
    act.reach(Stage::contracted);
    act.judge(in.judgement);
    act.timeline(in.edition == 1 ? "组成项目组" : fmt::format("变更项目组（第 {} 次）", in.edition - 1), &in.judgement);
}

// What stands in the notice's row, whoever recorded it.
struct NoticeRow {
    NoticeId const& notice;
    field::Date first_day;
    field::Date last_day;
    std::vector<registry::PersonId> members;
    ledger::Commitment const& contact;
    ledger::Commitment const& phone;
    std::optional<Text<1, 500>> const& reason;
    Channel channel = Channel::online;
    field::Date received_on;
    db::Value entered_by = nullptr;
    db::Value people = nullptr;
};

void insert(Act const& act, NoticeRow const& row, std::vector<Addressee> const& addressees) {
    act.session.exec(
        "INSERT INTO practice_notice (id, project, filed_at, entry, site_first_day, site_last_day, members, contact, "
        "phone, reason, channel, received_on, entered_by, people) VALUES (:id, :project, :at, :entry, :first, :last, "
        ":members, :contact, :phone, :reason, :channel, :received, :entered, :people)",
        {row.notice, act.project(), act.entry.at, act.entry.seq, sql(row.first_day), sql(row.last_day),
         body(row.members), row.contact.ref, row.phone.ref,
         row.reason ? db::Value(row.reason->value) : db::Value(nullptr), sql(row.channel), sql(row.received_on),
         row.entered_by, row.people});
    std::vector<db::Params> rows;
    rows.reserve(addressees.size());
    for (auto const& to : addressees)
        rows.push_back({row.notice, to.bureau, to.region.digits, to.receipt_number, act.entry.seq});
    act.session.bulk_insert("practice_addressee", {"notice", "bureau", "region", "receipt_number", "entry"}, rows);
    auto const day = sql(row.received_on);
    act.session.exec(
        "UPDATE practice_project SET notice_filed_on = CASE WHEN notice_filed_on IS NULL OR notice_filed_on > :day "
        "THEN :day_again ELSE notice_filed_on END, site_first_day = :first WHERE id = :id",
        {day, day, sql(row.first_day), act.project()});
    act.note({{"notice.renewal_due", false}});
}

void noticed(Act const& act) {
    auto const in = ledger::data_of<NoticeFiled>(act.entry);
    auto const& it = in.content;
    insert(act,
           {in.notice, it.site_first_day, it.site_last_day, it.members, it.contact, it.phone, it.reason,
            Channel::online, in.filed_on},
           in.addressees);
    act.judge(in.judgement);
    act.meet("prior_notice", in.filed_on);
    act.reach(Stage::notified);
    act.timeline(fmt::format("从业告知，首次现场 {}", field::to_string(it.site_first_day)), &in.judgement);
}

void project_noticed(Act const& act) {
    auto const in = ledger::data_of<ProjectNoticed>(act.entry);
    auto const& it = in.project;
    act.session.exec(
        "INSERT INTO practice_project (id, institution, enterprise, title, region, authority, site, scope, statutory, "
        "statutory_kind, service_type, leader, site_first_day, scope_covered, qualification_valid, stage, "
        "contract_scans, invoices, surveys, photos, leader_on_site, exhibits, price, noted, opened_at, changed_at, "
        "version) VALUES (:id, :institution, :enterprise, :title, :region, :authority, :site, :scope, :statutory, "
        ":kind, :service, '', :first, :covered, :valid, :stage, 0, 0, 0, 0, 0, 0, 0, '{}', :opened, :changed, 1)",
        {act.project(), it.institution, it.enterprise, it.title.value, it.region.digits, sql(it.authority),
         it.site.value, it.scope.code, it.statutory, it.statutory_kind.value, it.service_type.value,
         sql(in.site_first_day), in.scope_covered, in.qualification_valid, sql(Stage::contracted), act.entry.at,
         act.entry.at});
    act.timeline("依收到的告知建立项目", nullptr);
}

void notice_entered(Act const& act) {
    auto const in = ledger::data_of<NoticeEntered>(act.entry);
    insert(act,
           {in.notice,
            in.site_first_day,
            in.site_last_day,
            {},
            in.contact,
            in.phone,
            in.reason,
            in.channel,
            in.received_on,
            in.bureau,
            in.people.ref},
           in.addressees);
    act.judge(in.judgement);
    act.meet("prior_notice", in.received_on);
    act.reach(Stage::notified);
    act.timeline(fmt::format("录入 {} 收到的告知，首次现场 {}", field::to_string(in.received_on),
                             field::to_string(in.site_first_day)),
                 &in.judgement);
}

void notice_amended(Act const& act) {
    auto const in = ledger::data_of<NoticeAmended>(act.entry);
    auto kept = in;
    kept.judgement = {};
    act.session.exec("INSERT INTO practice_amendment (notice, entry, at, body) VALUES (:notice, :entry, :at, :body)",
                     {in.notice, act.entry.seq, act.entry.at, body(kept)});
    auto const text = [](auto const& commitment) {
        return commitment ? db::Value(commitment->ref) : db::Value(nullptr);
    };
    act.session.exec(
        "UPDATE practice_notice SET site_first_day = COALESCE(:first, site_first_day), site_last_day = "
        "COALESCE(:last, site_last_day), members = COALESCE(:members, members), contact = COALESCE(:contact, contact), "
        "phone = COALESCE(:phone, phone) WHERE id = :id",
        {sql(in.site_first_day), sql(in.site_last_day), maybe_body(in.members), text(in.contact), text(in.phone),
         in.notice});
    if (in.site_first_day)
        act.session.exec("UPDATE practice_project SET site_first_day = :first WHERE id = :id",
                         {sql(*in.site_first_day), act.project()});
    act.note(in.noted);
    act.reach(Stage::notified);
    act.judge(in.judgement);
    act.timeline("更正从业告知：" + in.reason.value, &in.judgement);
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

void notice_opened(Act const& act) {
    auto const in = ledger::data_of<NoticeOpened>(act.entry);
    act.session.exec(
        "UPDATE practice_addressee SET opened_at = :at WHERE notice = :notice AND bureau = :bureau AND opened_at IS "
        "NULL",
        {act.entry.at, in.notice, in.bureau});
    act.timeline("已查看从业告知", nullptr);
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
    act.judge(in.judgement);
    act.reach(Stage::surveyed);
    act.timeline("现场勘验：" + in.place.value, &in.judgement);
}

void reported(Act const& act) {
    auto const in = ledger::data_of<ReportFiled>(act.entry);
    auto kept = in;
    kept.judgement = {};
    auto const& blob = in.file.blob;
    act.session.exec(
        "INSERT INTO practice_report (id, project, edition, body, sm3, sha256, size, filer, filed_at, filed_on, entry) "
        "VALUES (:id, :project, :edition, :body, :sm3, :sha256, :size, :filer, :at, :day, :entry)",
        {in.report, act.project(), in.edition, body(kept), blob.sm3, blob.sha256, blob.size, act.entry.actor.account,
         act.entry.at, sql(field::beijing_date(act.entry.at)), act.entry.seq});
    act.judge(in.judgement);
    act.meet("deliverables");
    act.touch(Stage::reported);
    act.timeline(fmt::format("提交报告第 {} 版：{}", in.edition, in.title.value), &in.judgement);
}

std::string step_name(ReviewStep step) {
    switch (step) {
        case ReviewStep::internal_review: return "内部审核";
        case ReviewStep::technical_lead: return "技术负责人审核";
        case ReviewStep::process_lead: return "过程控制负责人审核";
    }
    return {};
}

void reviewed(Act const& act) {
    auto const in = ledger::data_of<ReviewSigned>(act.entry);
    act.session.exec(
        "INSERT INTO practice_review (report, step, account, opinion, signed_at, entry) VALUES (:report, :step, "
        ":account, :opinion, :at, :entry)",
        {in.report, sql(in.step), act.entry.actor.account, in.opinion.value, act.entry.at, act.entry.seq});
    act.reach(Stage::reviewed);
    act.timeline(step_name(in.step) + "：确认", nullptr);
}

void published(Act const& act) {
    auto const in = ledger::data_of<ReportPublished>(act.entry);
    act.session.exec(
        "UPDATE practice_report SET number = :number, published_at = :at, published_entry = :entry WHERE id = :id",
        {in.number, act.entry.at, act.entry.seq, in.report});
    act.judge(in.judgement);
    act.reach(Stage::published);
    act.timeline("报告公开，编号 " + in.number, &in.judgement);
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
                                 {ReportFiled::kType, reported},
                                 {ReviewSigned::kType, reviewed},
                                 {ReportPublished::kType, published},
                                 {ProjectArchived::kType, archived}};

class PracticeProjection final : public ledger::Projection {
public:
    std::string name() const override { return "practice"; }
    std::string stamp() const override { return "3"; }
    std::string schema() const override { return kSchema; }
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
