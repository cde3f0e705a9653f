// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <anping/rulebook/catalogue.hpp>

#include "errors.hpp"

namespace anping::credit {
namespace {

constexpr std::int64_t kFirstYear = 2000;
constexpr char const* kRefused = "不参加评定";

rulebook::Clause const* grades_of(rulebook::Law const& law, rulebook::Place const& place, field::Date today) {
    return law.find(rulebook::Kind::grade, "credit_grade", place, today);
}

}  // namespace

std::vector<GradeChoice> choices(rulebook::Law const& law, rulebook::Place const& place, field::Date today) {
    std::vector<GradeChoice> out;
    auto const* clause = grades_of(law, place, today);
    if (clause == nullptr) return out;
    for (auto& [code, name] : rulebook::catalogue_names(&clause->body))
        out.push_back({std::move(code), std::move(name)});
    return out;
}

Result<ledger::Event> enter(EnterGrade const& in, GradeId const& id, access::Principal const& who, field::Date today,
                            rulebook::Law const& law) {
    rulebook::Place const place{who.region, who.authority};
    auto const* clause = grades_of(law, place, today);
    if (clause == nullptr) return no_rating();
    auto const this_year = std::int64_t{today.year()};
    if (in.year < kFirstYear || in.year > this_year)
        return wrong_field("/year", "range", fmt::format("评定年度应在 {} 到 {} 之间", kFirstYear, this_year));
    if (in.rated_on > today) return wrong_field("/rated_on", "future", "评定日期不能晚于今天");
    auto const unit = who.unit_kind == access::UnitKind::rater ? who.unit : std::string();
    GradeEntered event{who.region, who.authority, unit, in, kRefused, clause->citation};
    if (in.standing == Standing::refused) {
        if (in.grade) return wrong_field("/grade", "refused", "不参加评定的，没有等级");
        return ledger::event(id.text, event);
    }
    auto const known = choices(law, place, today);
    auto const found = std::ranges::find(known, in.grade ? in.grade->value : "", &GradeChoice::code);
    if (found == known.end()) return wrong_field("/grade", "choice", "请在当地规则书的等级中选择");
    event.grade_name = found->name;
    return ledger::event(id.text, event);
}

Result<ledger::Event> confirm(State const& state) {
    if (state.stage != GradeStage::entered) return decided_already();
    return ledger::event(state.id.text, GradeConfirmed{});
}

Result<ledger::Event> withdraw(WithdrawGrade const& in, State const& state) {
    if (state.stage == GradeStage::withdrawn) return decided_already();
    return ledger::event(state.id.text, GradeWithdrawn{in.reason});
}

}  // namespace anping::credit
