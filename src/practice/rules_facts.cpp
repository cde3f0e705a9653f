// SPDX-License-Identifier: Apache-2.0
// What is known of a project as the books name it, and what the law makes of it.
#include "rules_shared.hpp"

namespace anping::practice {
namespace {

constexpr char const* kTesting = "testing";  // of the catalogue "service_types"

bool reviewed(State const& state, rulebook::Law const& law, field::Date today) {
    return std::ranges::all_of(review_steps(law, state.place(), today, state.service_type),
                               [&](ReviewStep step) { return state.has_signed(step); });
}

// The categories a survey's pictures should show, and which are not there yet.
void note_categories(json::object& out, State const& state, rulebook::Law const& law, field::Date today) {
    auto const* wanted = law.catalogue("survey_categories", state.place(), today);
    if (wanted == nullptr || state.surveys == 0) return;
    auto const* kinds = out.if_contains("evidence.kinds");
    std::string gap;
    std::int64_t missing = 0;
    for (auto const& item : wanted->at("items").get_array()) {
        auto const* there = kinds == nullptr ? nullptr : kinds->if_array();
        if (there != nullptr && std::ranges::find(*there, item.at("code")) != there->end()) continue;
        ++missing;
        gap += (gap.empty() ? "" : "、") + std::string(item.at("name").as_string());
    }
    out["survey.categories_missing"] = missing;
    out["survey.categories_gap"] = gap;
}

}  // namespace

std::vector<ReviewStep> review_steps(rulebook::Law const& law, rulebook::Place const& place, field::Date act,
                                     std::string const& service_type) {
    auto const* const key = service_type == kTesting ? "testing_steps" : "steps";
    auto const setting = law.setting(rulebook::Kind::gate, "report_publication", key, place, act);
    std::vector<ReviewStep> out;
    if (setting && setting->is_array()) {
        for (auto const& name : setting->get_array()) {
            ReviewStep step{};
            if (name.is_string() && boost::describe::enum_from_string(name.get_string().c_str(), step))
                out.push_back(step);
        }
    }
    if (out.empty()) out.push_back(service_type == kTesting ? ReviewStep::check : ReviewStep::internal_review);
    return out;
}

bool known(rulebook::Law const& law, State const& state, char const* catalogue, std::string const& code,
           field::Date act) {
    return rulebook::catalogue_item(law.catalogue(catalogue, state.place(), act), code) != nullptr;
}

void note_staffing(Noted& noted, std::string const& whose, registry::Staffing const& staffing) {
    std::string text;
    for (auto const& gap : staffing.gaps) text += (text.empty() ? "" : "；") + gap.text;
    noted[whose + ".staffing_missing"] = staffing.missing();
    noted[whose + ".staffing_gap"] = text;
}

json::object facts(State const& state, rulebook::Law const& law, field::Date today) {
    json::object out = state.noted;
    out["today"] = day(today);
    out["statutory"] = state.statutory;
    out["scope.code"] = state.scope;
    if (auto const* scope = rulebook::catalogue_item(law.catalogue("scopes", state.place(), today), state.scope))
        out["scope.name"] = scope->at("name");
    out["scope.covered"] = state.scope_covered;
    out["qualification.valid"] = state.qualification_valid;
    if (state.signed_on) out["contract.signed_on"] = day(*state.signed_on);
    if (state.ends_on) out["contract.ends_on"] = day(*state.ends_on);
    out["contract.scans"] = state.contract_scans;
    out["contract.invoices"] = state.invoices;
    out["notice.filed"] = state.notice_filed_on.has_value();
    out["site.started"] = state.surveys > 0;
    out["site.first_day"] = day(state.first_day.value_or(state.planned_first_day));
    out["survey.records"] = state.surveys;
    out["survey.photos"] = state.photos;
    out["report.filed"] = state.edition > 0;
    out["report.published"] = state.published;
    out["service.type"] = state.service_type;
    out["report.withdrawn"] = state.withdrawn;
    out["review.signed"] = reviewed(state, law, today);
    out["disclosure.recorded"] = state.disclosed();
    if (state.disclosed()) out["disclosure.failed_days"] = state.disclosure->failed_days;
    auto const* kinds = out.if_contains("evidence.kinds");
    auto const* list = kinds == nullptr ? nullptr : kinds->if_array();
    out["survey.raw_data"] = list != nullptr && std::ranges::find(*list, json::value("raw_data")) != list->end();
    if (state.contract_uploaded_on) out["contract.uploaded_on"] = day(*state.contract_uploaded_on);
    if (state.last_day) out["site.last_day"] = day(*state.last_day);
    if (state.reason_code) out["site.reason_code"] = *state.reason_code;
    if (state.surveys > 0) out["team.leader_on_site"] = state.leader_on_site;
    if (state.report_filed_on) out["report.filed_on"] = day(*state.report_filed_on);
    note_categories(out, state, law, today);
    if (state.notice_filed_on) {
        out["notice.filed_on"] = day(*state.notice_filed_on);
        auto const first = state.first_day.value_or(state.planned_first_day);
        auto const before = law.calendar(state.place()).working_days_between(*state.notice_filed_on, first);
        if (before) out["notice.working_days_before"] = *before;
    }
    return out;
}

Judgement judge(State const& state, Circumstances const& with, std::vector<std::string> const& duties) {
    Judgement out;
    out.law = with.law.digest();
    auto const known_facts = facts(state, with.law, with.today);
    for (auto const& duty : duties) {
        auto deadline = with.law.deadline(duty, state.place(), with.today, known_facts);
        if (!deadline) out.undecided.push_back(duty);
        else if (*deadline) out.deadlines.push_back(std::move(**deadline));
    }
    out.flags = with.law.watch("project", state.place(), with.today, known_facts);
    return out;
}

}  // namespace anping::practice
