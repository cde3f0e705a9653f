// SPDX-License-Identifier: Apache-2.0
// What measures ask of the procedure: the hearing right by kind or by amount, and what goes with it.
#include <fmt/format.h>

#include <algorithm>

#include <anping/cases/penalty.hpp>

namespace anping::cases {
namespace {

using rulebook::Kind;

Required hearing(std::vector<Chosen> const& measures, rulebook::Law const& law, rulebook::Place const& place,
                 field::Date day) {
    Required out;
    out.what = "hearing";
    auto const* kinds = law.find(Kind::catalogue, "hearing_measures", place, day);
    for (auto const& one : measures) {
        auto const* item = kinds == nullptr ? nullptr : rulebook::catalogue_item(&kinds->body, one.code);
        if (item == nullptr) continue;
        out.due = true;
        out.binding = kinds->citation.binding;
        out.clause = kinds->citation;
        out.why = fmt::format("拟作出的处罚中有{}，应当告知听证权利", std::string(item->at("name").as_string()));
        return out;
    }
    auto const* amounts = law.find(Kind::catalogue, "hearing_amounts", place, day);
    for (auto const& one : measures) {
        bool const money = one.code == "fine" || one.code == "confiscate";
        auto const* item = amounts == nullptr || !money ? nullptr : rulebook::catalogue_item(&amounts->body, one.on);
        auto const* limit = item == nullptr ? nullptr : item->if_contains("value");
        if (limit == nullptr || !one.amount || one.amount->fen < limit->as_int64() * 100) continue;
        out.due = true;
        out.binding = amounts->citation.binding;
        out.clause = amounts->citation;
        out.why =
            fmt::format("{}{} 达到较大数额（{}元以上）{}", one.on == "unit" ? "对单位" : "对个人", yuan(*one.amount),
                        limit->as_int64(), out.binding ? "，应当告知听证权利" : "；数额未经确认，建议一并告知听证权利");
        return out;
    }
    out.why = "没有应当告知听证权利的处罚";
    return out;
}

Required beside(char const* what, char const* name, char const* says, Required const& hearing, rulebook::Law const& law,
                rulebook::Place const& place, field::Date day) {
    Required out;
    out.what = what;
    auto const* clause = law.find(Kind::procedure, name, place, day);
    if (clause == nullptr) return out;
    out.due = hearing.due;
    out.binding = hearing.binding && clause->citation.binding;
    out.clause = clause->citation;
    out.why = hearing.due
                  ? fmt::format("{}：应当告知听证权利的处罚{}", says, out.binding ? "" : "；对应关系未经确认，只作提醒")
                  : std::string("不属于应当告知听证权利的处罚");
    return out;
}

}  // namespace

std::vector<Required> required_for(std::vector<Chosen> const& measures, rulebook::Law const& law,
                                   rulebook::Place const& place, field::Date day) {
    auto const first = hearing(measures, law, place, day);
    return {first, beside("legal_review", "legal_review", "法制审核", first, law, place, day),
            beside("discussion", "collective_discussion", "集体讨论", first, law, place, day)};
}

}  // namespace anping::cases
