// SPDX-License-Identifier: Apache-2.0
// What whom may know of a called-up report.
#include <algorithm>

#include <anping/base/json_text.hpp>
#include <anping/inspection/call_up_service.hpp>

#include "errors.hpp"
#include "queries_call_ups.hpp"

namespace anping::inspection {
namespace {

using queries::Eyes;

// Of these the price can be read, which is not a reviewer's to know.
bool tells_price(practice::Exhibit const& file) {
    return file.kind.value == "contract_scan" || file.kind.value == "invoice";
}

void gather(std::vector<std::string*>& names, CallUpSummary& row) {
    for (auto* name : {&row.bureau_name, &row.institution_name, &row.enterprise_name}) names.push_back(name);
}

// Whoever is not of a bureau learns who reviews without what the bureau notes of them.
void keep_notes(CallUpView& view) {
    view.why.reset();
    view.called_by.reset();
    if (view.conclusion) view.conclusion->by.reset();
    view.summary.reviewers = view.summary.given = 0;
    std::erase_if(view.reviewers, [](ReviewerView const& one) { return one.relieved && !one.given; });
    for (auto& one : view.reviewers) {
        one.doubts.clear();
        if (one.relieved) one.relieved = "";  // whose opinion stays is named, why they are out is not
        if (!one.mine) one.asked_again.reset();
    }
}

// An expert knows the others and what they said once all opinions are in, the own among them.
void keep_from_expert(CallUpView& view) {
    keep_notes(view);
    view.project.reset();
    auto const own = std::ranges::find_if(view.reviewers, &ReviewerView::mine);
    auto const number = own == view.reviewers.end() ? 0 : own->number;
    bool const known =
        std::ranges::any_of(view.opinions, [&](ReviewView const& one) { return one.reviewer == number && one.known; });
    std::erase_if(view.opinions,
                  [&](ReviewView const& one) { return one.reviewer != number && (!known || !one.known); });
    if (!known) std::erase_if(view.reviewers, [](ReviewerView const& one) { return !one.mine; });
}

void keep_from_institution(CallUpView& view) {
    keep_notes(view);
    if (view.conclusion) return;
    view.reviewers.clear();
    view.opinions.clear();
}

void keep_back(CallUpView& view, Eyes eyes) {
    switch (eyes) {
        case Eyes::bureau: std::erase_if(view.opinions, [](ReviewView const& one) { return !one.known; }); return;
        case Eyes::institution: keep_from_institution(view); return;
        case Eyes::expert: keep_from_expert(view); return;
    }
}

}  // namespace

Result<access::Target> CallUps::target(db::Session& session, CallUpId const& id, access::Principal const& who) const {
    auto out = queries::target(session, id, who);
    if (!out) return unknown_call_up();
    return std::move(*out);
}

std::vector<CallUpSummary> CallUps::call_ups(db::Session& session, access::Visibility const& sees,
                                             access::Principal const& who, CallUpFilter const& filter,
                                             std::int64_t before, std::int64_t limit) const {
    auto const today = field::beijing_date(with_.clock.now());
    auto out = queries::call_ups(session, sees, who, filter, today, before, limit);
    std::vector<std::string*> names;
    for (auto& row : out) {
        gather(names, row);
        if (queries::eyes_of(who) != Eyes::bureau) row.reviewers = row.given = 0;
    }
    with_.directory.put_names(session, names);
    return out;
}

void CallUps::put_names(db::Session& session, CallUpView& view) const {
    std::vector<std::string*> names;
    gather(names, view.summary);
    for (auto& one : view.reviewers) names.push_back(&one.name);
    for (auto& act : view.history) names.push_back(&act.unit_name);
    with_.directory.put_names(session, names);
    auto const called = [&](std::optional<std::string>& account) {
        if (!account) return;
        auto const found = with_.colleagues.find(session, {*account});
        account = found ? found->who.display_name : std::string("已删除");
    };
    called(view.called_by);
    if (view.conclusion) called(view.conclusion->by);
}

std::vector<practice::Exhibit> CallUps::archive_of(db::Session& session, ReportCalledUp const& called) const {
    std::vector<practice::Exhibit> out;
    auto const project = with_.reports.project(session, called.project);
    if (!project) return out;
    for (auto const& report : project->reports)
        if (report.id == called.asked.report) out.push_back(report.file);
    for (auto const& one : project->evidence) {
        auto file = from_trusted_json<practice::Exhibit>(json::parse(one.exhibit.text));
        if (!tells_price(file)) out.push_back(std::move(file));
    }
    return out;
}

Result<CallUpView> CallUps::call_up(db::Session& session, CallUpId const& id, access::Principal const& who) const {
    auto const state = queries::call_up_state(session, id);
    if (!state) return unknown_call_up();
    auto out = queries::call_up(session, *state, who, field::beijing_date(with_.clock.now())).value();
    auto const eyes = queries::eyes_of(who);
    keep_back(out, eyes);
    if (eyes == Eyes::expert && !state->over()) out.archive = archive_of(session, state->called);
    put_names(session, out);
    return out;
}

std::optional<practice::Exhibit> CallUps::file(db::Session& session, CallUpId const& id, std::string const& sm3,
                                               access::Principal const& who) const {
    auto const state = queries::call_up_state(session, id);
    bool const expert = queries::eyes_of(who) == Eyes::expert;
    if (!state || (expert && state->over())) return std::nullopt;
    if (auto found = queries::file(session, id.text, sm3); found || !expert) return found;
    for (auto& file : archive_of(session, state->called))
        if (file.blob.sm3 == sm3) return std::move(file);
    return std::nullopt;
}

AgreementView CallUps::agreement(db::Session& session, access::Visibility const& sees, access::Principal const& who,
                                 CallUpFilter const& filter) const {
    queries::PairsSeen seen;
    if (queries::eyes_of(who) == Eyes::bureau)
        seen = queries::pairs_seen(session, sees, who, filter, field::beijing_date(with_.clock.now()));
    AgreementView out{seen.call_ups, {}};
    for (auto const fault : kFaults) out.kinds.push_back({fault, agreement_of(seen.pairs[fault])});
    return out;
}

std::vector<ReviewerAccount> CallUps::accounts(db::Session& session) const {
    std::vector<ReviewerAccount> out;
    for (auto& one : with_.colleagues.of_role(session, access::Role::expert))
        out.push_back({std::move(one.who.account), std::move(one.who.display_name), std::move(one.who.unit)});
    std::vector<std::string*> names;
    for (auto& one : out) names.push_back(&one.unit_name);
    with_.directory.put_names(session, names);
    return out;
}

}  // namespace anping::inspection
