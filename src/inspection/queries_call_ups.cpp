// SPDX-License-Identifier: Apache-2.0
#include "queries_call_ups.hpp"

#include <algorithm>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::inspection::queries {
namespace {

using Day = std::optional<field::Date>;
using MaybeText = std::optional<std::string>;

template <class T>
T read(std::string const& body) {
    return from_trusted_json<T>(json::parse(body));
}

// A condition with its values, in order of appearance.
struct Where {
    std::string text;
    db::Params params;
};

// A reviewer sees by the account, not by its unit.
Where seen_by(access::Visibility const& sees, access::Principal const& who) {
    if (eyes_of(who) != Eyes::expert) {
        auto seen = sees.where({"bureau", {"institution"}, {"region"}, "authority", ""});
        return {std::move(seen.text), std::move(seen.params)};
    }
    auto seen = sees.where({"",
                            {"EXISTS (SELECT 1 FROM inspection_call_up_reviewer r WHERE r.call_up = "
                             "inspection_call_up.id AND r.relieved IS NULL AND {r.unit})"},
                            {},
                            "",
                            ""});
    seen.params.emplace_back(who.account);
    return {seen.text +
                " AND EXISTS (SELECT 1 FROM inspection_call_up_reviewer r WHERE r.call_up = inspection_call_up.id AND "
                "r.relieved IS NULL AND r.account = :account)",
            std::move(seen.params)};
}

void narrow(Where& where, CallUpFilter const& filter, field::Date today) {
    auto const equals = [&](char const* condition, std::string const& value) {
        where.text += condition;
        where.params.emplace_back(value);
    };
    if (filter.institution) equals(" AND institution = :institution", filter.institution->text);
    if (filter.bureau) equals(" AND bureau = :of_bureau", filter.bureau->text);
    if (filter.report) equals(" AND report = :report", filter.report->text);
    if (filter.campaign) equals(" AND campaign = :campaign", *filter.campaign);
    if (filter.state == CallUpState::overdue)
        equals(" AND handed = 0 AND stage NOT IN ('concluded', 'withdrawn') AND due < :today", field::to_string(today));
    else if (filter.state) equals(" AND stage = :stage", boost::describe::enum_to_string(*filter.state, ""));
}

std::vector<CallUpSummary> summaries(db::Session& session, Where const& where, access::AccountId const& me,
                                     field::Date today) {
    std::vector<CallUpSummary> out;
    db::Params params{me};
    params.insert(params.end(), where.params.begin(), where.params.end());
    // lint: sql - the conditions given, their values bound
    session.each<CallUpId, std::string, MaybeText, CallUpStage, Timestamp, Day, std::int64_t, std::int64_t,
                 std::int64_t, MaybeText, std::int64_t, std::int64_t>(
        "SELECT id, body, campaign, stage, called_at, due, handed, reviewers, given, conclusion, (SELECT count(*) FROM "
        "inspection_call_up_reviewer r WHERE r.call_up = inspection_call_up.id AND r.account = :me AND r.relieved IS "
        "NULL AND (r.given = 0 OR r.asked_again IS NOT NULL)), entry FROM inspection_call_up WHERE " +
            where.text,
        params,
        [&](auto id, auto body, auto campaign, auto stage, auto at, auto due, auto handed, auto reviewers, auto given,
            auto conclusion, auto owed, auto entry) {
            auto in = read<ReportCalledUp>(body);
            CallUpSummary row{std::move(id), std::move(in.asked.report), std::move(in.title), in.edition};
            row.bureau_name = in.bureau.text;
            row.institution_name = in.institution.text;
            row.enterprise_name = in.enterprise.text;
            row.bureau = std::move(in.bureau);
            row.institution = std::move(in.institution);
            row.enterprise = std::move(in.enterprise);
            row.campaign = std::move(campaign);
            row.stage = stage;
            row.called_at = at;
            row.due = due;
            row.handed = handed;
            bool const over = stage == CallUpStage::concluded || stage == CallUpStage::withdrawn;
            row.overdue = !over && handed == 0 && due && *due < today;
            row.reviewers = reviewers;
            row.given = given;
            row.waits_for_me = owed > 0 && !over;
            if (conclusion) {
                auto concluded = read<CallUpConcluded>(*conclusion);
                row.found = std::move(concluded.conclusion.found);
                row.against_all = std::move(concluded.against_all);
            }
            row.entry = entry;
            out.push_back(std::move(row));
        });
    return out;
}

void put_material(db::Session& session, CallUpView& out) {
    session.each<Timestamp, std::string>(
        "SELECT at, body FROM inspection_call_up_material WHERE call_up = :id ORDER BY entry", {out.summary.id},
        [&](auto at, auto body) {
            auto in = read<MaterialHandedIn>(body);
            bool const late = out.summary.due && *out.summary.due < field::beijing_date(at);
            out.handed.push_back({std::move(in.note.value), std::move(in.files), at, late});
        });
}

void put_reviewers(db::Session& session, CallUpView& out, access::AccountId const& me) {
    session.each<std::int64_t, registry::ExpertId, access::AccountId, std::string, std::int64_t, MaybeText, MaybeText,
                 bool>(
        "SELECT number, expert, account, doubts, given, asked_again, relieved, recused FROM "
        "inspection_call_up_reviewer WHERE call_up = :id ORDER BY number",
        {out.summary.id},
        [&](auto number, auto expert, auto account, auto doubts, auto given, auto again, auto relieved, auto recused) {
            ReviewerView view{number, expert, expert.text, read<std::vector<Doubt>>(doubts), given > 0};
            view.asked_again = std::move(again);
            view.relieved = std::move(relieved);
            view.recused = recused;
            view.mine = account == me && !view.relieved;
            out.reviewers.push_back(std::move(view));
        });
    session.each<std::int64_t, std::int64_t, Timestamp, std::string, bool>(
        "SELECT reviewer, round, at, body, known FROM inspection_call_up_opinion WHERE call_up = :id ORDER BY "
        "reviewer, round",
        {out.summary.id}, [&](auto reviewer, auto round, auto at, auto body, auto known) {
            out.opinions.push_back({reviewer, round, read<GiveOpinion>(body).answers, at, known});
        });
}

void put_end(db::Session& session, CallUpView& out) {
    auto row = session.one<std::string, MaybeText, MaybeText, std::optional<Timestamp>, MaybeText, std::int64_t>(
        "SELECT called_by, conclusion, concluded_by, concluded_at, withdrawn, version FROM inspection_call_up WHERE id "
        "= :id",
        {out.summary.id});
    auto& [called_by, conclusion, by, at, withdrawn, version] = *row;
    out.called_by = std::move(called_by);
    out.withdrawn = std::move(withdrawn);
    out.version = version;
    if (!conclusion) return;
    auto in = read<CallUpConcluded>(*conclusion);
    ConclusionView view{std::move(in.conclusion.found),
                        std::move(in.conclusion.reason.value),
                        {},
                        std::move(in.differences),
                        std::move(in.against_all),
                        at.value_or(Timestamp{}),
                        std::move(by)};
    if (in.conclusion.differing) view.differing = std::move(in.conclusion.differing->value);
    out.conclusion = std::move(view);
}

void add_pair(PairsSeen& to, std::vector<FaultAnswer> const& first, std::vector<FaultAnswer> const& second) {
    ++to.call_ups;
    for (auto const fault : kFaults) {
        auto const one = std::ranges::find(first, fault, &FaultAnswer::fault);
        auto const other = std::ranges::find(second, fault, &FaultAnswer::fault);
        ++to.pairs[fault][static_cast<std::size_t>(one->verdict)][static_cast<std::size_t>(other->verdict)];
    }
}

}  // namespace

Eyes eyes_of(access::Principal const& who) {
    if (who.role == access::Role::expert) return Eyes::expert;
    return who.unit_kind == access::UnitKind::bureau ? Eyes::bureau : Eyes::institution;
}

std::optional<CallUpKnown> call_up_state(db::Session& session, CallUpId const& id) {
    auto row = session.one<std::string, CallUpStage>("SELECT body, stage FROM inspection_call_up WHERE id = :id", {id});
    if (!row) return std::nullopt;
    CallUpKnown out{id, read<ReportCalledUp>(std::get<0>(*row)), std::get<1>(*row)};
    session.each<std::int64_t, registry::ExpertId, access::AccountId, MaybeText, MaybeText, bool>(
        "SELECT number, expert, account, relieved, asked_again, recused FROM inspection_call_up_reviewer WHERE call_up "
        "= :id ORDER BY number",
        {id}, [&](auto number, auto expert, auto account, auto relieved, auto again, auto recused) {
            out.reviewers.push_back({number,
                                     {std::move(expert), std::move(account)},
                                     relieved.has_value(),
                                     again.has_value(),
                                     {},
                                     recused});
        });
    session.each<std::int64_t, std::string>(
        "SELECT reviewer, body FROM inspection_call_up_opinion WHERE call_up = :id ORDER BY reviewer, round", {id},
        [&](auto reviewer, auto body) {
            auto const found = std::ranges::find(out.reviewers, reviewer, &KnownReviewer::number);
            if (found != out.reviewers.end()) found->opinions.push_back(read<GiveOpinion>(body));
        });
    return out;
}

std::optional<access::Target> target(db::Session& session, CallUpId const& id, access::Principal const& who) {
    auto row = session.one<std::string, field::RegionCode, field::Authority, std::string>(
        "SELECT bureau, region, authority, institution FROM inspection_call_up WHERE id = :id", {id});
    if (!row) return std::nullopt;
    access::Target out;
    std::string institution;
    std::tie(out.unit, out.region, out.authority, institution) = std::move(*row);
    out.parties.push_back(std::move(institution));
    if (eyes_of(who) != Eyes::expert) return out;
    out.unit.clear();
    out.parties.clear();
    auto const seats = session.scalar<std::int64_t>(
        "SELECT count(*) FROM inspection_call_up_reviewer WHERE call_up = :id AND account = :account AND relieved IS "
        "NULL",
        {id, who.account});
    if (seats > 0) out.parties.push_back(who.unit);
    return out;
}

std::vector<CallUpSummary> call_ups(db::Session& session, access::Visibility const& sees, access::Principal const& who,
                                    CallUpFilter const& filter, field::Date today, std::int64_t before,
                                    std::int64_t limit) {
    auto where = seen_by(sees, who);
    narrow(where, filter, today);
    where.text += " AND entry < :before ORDER BY entry DESC LIMIT :limit";
    where.params.emplace_back(before);
    where.params.emplace_back(limit);
    return summaries(session, where, who.account, today);
}

std::optional<CallUpView> call_up(db::Session& session, CallUpKnown const& state, access::Principal const& who,
                                  field::Date today) {
    auto rows = summaries(session, {"id = :id", {state.id}}, who.account, today);
    if (rows.empty()) return std::nullopt;
    CallUpView out;
    out.summary = std::move(rows.front());
    out.project = state.called.project;
    out.why = state.called.asked.why.value;
    if (state.called.asked.wanted) out.wanted = state.called.asked.wanted->what.value;
    put_material(session, out);
    put_reviewers(session, out, who.account);
    put_end(session, out);
    out.history = history(session, state.id.text, eyes_of(who) != Eyes::bureau);
    return out;
}

bool has_reviewed(db::Session& session, registry::BureauId const& bureau, registry::InstitutionId const& institution,
                  registry::ExpertId const& expert) {
    return session.scalar<std::int64_t>(
               "SELECT count(*) FROM inspection_call_up_reviewer r JOIN inspection_call_up c ON c.id = r.call_up WHERE "
               "r.expert = :expert AND r.given > 0 AND c.bureau = :bureau AND c.institution = :institution",
               {expert, bureau, institution}) > 0;
}

PairsSeen pairs_seen(db::Session& session, access::Visibility const& sees, access::Principal const& who,
                     CallUpFilter const& filter, field::Date today) {
    auto where = seen_by(sees, who);
    narrow(where, filter, today);
    PairsSeen out;
    std::string of;
    std::vector<std::vector<FaultAnswer>> said;
    // lint: sql - the policy's own condition and the filter's, their values bound
    session.each<std::string, std::string>(
        "SELECT o.call_up, o.body FROM inspection_call_up_opinion o WHERE o.round = 1 AND o.known = 1 AND NOT "
        "EXISTS (SELECT 1 FROM inspection_call_up_reviewer r WHERE r.call_up = o.call_up AND r.number = o.reviewer AND "
        "r.recused = 1) AND o.call_up IN (SELECT id FROM inspection_call_up WHERE " +
            where.text + ") ORDER BY o.call_up, o.reviewer",
        where.params, [&](auto call_up, auto body) {
            if (call_up != of) said.clear();
            of = std::move(call_up);
            said.push_back(read<GiveOpinion>(body).answers);
            if (said.size() == 2) add_pair(out, said[0], said[1]);
        });
    return out;
}

}  // namespace anping::inspection::queries
