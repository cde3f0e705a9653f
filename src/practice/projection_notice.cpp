// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "projection_act.hpp"

namespace anping::practice {
namespace {

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

}  // namespace

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
        "phone = COALESCE(:phone, phone), amended = amended + 1 WHERE id = :id",
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

void notice_opened(Act const& act) {
    auto const in = ledger::data_of<NoticeOpened>(act.entry);
    act.session.exec(
        "UPDATE practice_addressee SET opened_at = :at WHERE notice = :notice AND bureau = :bureau AND opened_at IS "
        "NULL",
        {act.entry.at, in.notice, in.bureau});
    act.timeline("已查看从业告知", nullptr);
}

}  // namespace anping::practice
