// SPDX-License-Identifier: Apache-2.0
#include "queries_interview.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::cases::queries {
namespace {

using db::sql;

// What an entry that happened to an invitation says.
InvitationActView act_of(std::string const& type, std::string const& body) {
    InvitationActView out;
    auto const data = json::parse(body);
    if (type == InvitationAnswered::kType) {
        auto in = from_trusted_json<InvitationAnswered>(data);
        out.act = in.answer == InvitationAnswer::comes ? InvitationAct::comes : InvitationAct::other_time;
        out.text = in.text.value_or("");
        out.time = in.proposed;
    } else if (type == InvitationTimeSet::kType) {
        auto in = from_trusted_json<InvitationTimeSet>(data);
        out.act = InvitationAct::time_set;
        out.text = std::move(in.text);
        out.time = in.at;
    } else {
        auto in = from_trusted_json<InvitationEnded>(data);
        out.act = in.outcome == InvitationOutcome::held     ? InvitationAct::held
                  : in.outcome == InvitationOutcome::missed ? InvitationAct::missed
                                                            : InvitationAct::called_off;
        out.text = std::move(in.text);
    }
    return out;
}

std::vector<InvitationActView> acts_of(db::Session& session, InvitationId const& id) {
    std::vector<InvitationActView> out;
    session.each<std::string, std::string, Timestamp, std::int64_t>(
        "SELECT type, body, at, entry FROM cases_invitation_act WHERE invitation = :id ORDER BY entry", {id},
        [&](auto type, auto body, auto at, auto entry) {
            auto one = act_of(type, body);
            one.at = at;
            one.entry = entry;
            out.push_back(std::move(one));
        });
    return out;
}

std::vector<InvitationView> views(db::Session& session, std::string const& rest, db::Params const& params,
                                  Timestamp now) {
    std::vector<InvitationView> out;
    // lint: sql - the conditions below, their values bound
    session
        .each<InvitationId, std::string, InvitationStage, Timestamp, std::string, std::optional<TalkId>, std::int64_t>(
            "SELECT t.id, t.body, t.stage, t.at, t.place, t.talk, t.entry FROM cases_invitation t WHERE " + rest,
            params, [&](auto id, auto body, auto stage, auto at, auto place, auto talk, auto entry) {
                auto in = from_trusted_json<TalkInvited>(json::parse(body));
                InvitationView row;
                row.id = std::move(id);
                row.bureau = in.bureau;
                row.bureau_name = in.bureau.text;
                row.institution = in.institution;
                row.institution_name = in.institution.text;
                row.stage = stage;
                row.title = std::move(in.title);
                row.basis = std::move(in.basis);
                row.facts = std::move(in.facts);
                row.of = std::move(in.of);
                row.at = at;
                row.place = std::move(place);
                row.hosts = std::move(in.hosts);
                row.expected = std::move(in.expected);
                row.past = stage <= InvitationStage::asked && at < now;
                row.talk = std::move(talk);
                row.entry = entry;
                out.push_back(std::move(row));
            });
    for (auto& row : out) row.acts = acts_of(session, row.id);
    return out;
}

}  // namespace

std::optional<InvitationState> invitation_state(db::Session& session, InvitationId const& id) {
    auto row = session.one<std::string, Timestamp, InvitationStage>(
        "SELECT body, at, stage FROM cases_invitation WHERE id = :id", {id});
    if (!row) return std::nullopt;
    return InvitationState{id, from_trusted_json<TalkInvited>(json::parse(std::get<0>(*row))), std::get<1>(*row),
                           std::get<2>(*row)};
}

std::optional<access::Target> invitation_target(db::Session& session, InvitationId const& id) {
    auto row = session.one<std::string, field::RegionCode, field::Authority, std::string>(
        "SELECT bureau, region, authority, institution FROM cases_invitation WHERE id = :id", {id});
    if (!row) return std::nullopt;
    access::Target out;
    std::string institution;
    std::tie(out.unit, out.region, out.authority, institution) = std::move(*row);
    out.parties.push_back(std::move(institution));
    return out;
}

std::vector<InvitationView> invitations(db::Session& session, access::Visibility const& sees, Timestamp now,
                                        std::int64_t before, std::int64_t limit) {
    auto seen = sees.where({"t.bureau", {}, {"t.region"}, "t.authority", ""});
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return views(session, seen.text + " AND t.entry < :before ORDER BY t.entry DESC LIMIT :limit", seen.params, now);
}

std::vector<InvitationView> invitations_of(db::Session& session, registry::InstitutionId const& institution,
                                           Timestamp now, std::int64_t limit) {
    return views(session, "t.institution = :institution ORDER BY t.entry DESC LIMIT :limit", {institution, limit}, now);
}

std::vector<OwnTalk> talks_of(db::Session& session, registry::InstitutionId const& institution, std::int64_t limit) {
    std::vector<OwnTalk> out;
    session.each<TalkId, std::string, std::int64_t, std::optional<field::Date>, std::optional<std::string>>(
        "SELECT t.id, t.body, t.entry, t.closed_on, t.outcome FROM cases_talk t JOIN cases_talk_party p ON p.talk = "
        "t.id WHERE p.institution = :institution ORDER BY t.entry DESC LIMIT :limit",
        {institution, limit}, [&](auto id, auto body, auto entry, auto closed, auto outcome) {
            auto in = from_trusted_json<TalkRecorded>(json::parse(body));
            OwnTalk row;
            row.id = std::move(id);
            row.bureau_name = in.bureau.text;
            row.kind = in.kind;
            row.title = std::move(in.title);
            row.basis = std::move(in.basis);
            row.facts = std::move(in.facts);
            row.on = in.on;
            row.demands = std::move(in.demands);
            row.due = in.due;
            row.closed_on = closed;
            row.outcome = std::move(outcome);
            row.entry = entry;
            out.push_back(std::move(row));
        });
    for (auto& row : out) {
        row.remarks = remarks_of(session, row.id);
        std::erase_if(row.remarks, [&](auto const& one) { return one.institution != institution; });
    }
    return out;
}

std::vector<TalkRemarkView> remarks_of(db::Session& session, TalkId const& id) {
    std::vector<TalkRemarkView> out;
    session.each<registry::InstitutionId, std::string, Timestamp, std::int64_t>(
        "SELECT institution, text, at, entry FROM cases_talk_remark WHERE talk = :id ORDER BY entry", {id},
        [&](auto institution, auto text, auto at, auto entry) {
            out.push_back({institution, institution.text, std::move(text), at, entry});
        });
    return out;
}

}  // namespace anping::cases::queries
