// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/json.hpp>
#include <map>

#include <anping/rulebook/tools.hpp>

namespace anping::rulebook {
namespace {

struct Answer {
    std::optional<field::Date> due;
    std::string clause;
    std::string count;
};

Answer answer(Law const& law, OpenDeadline const& open) {
    Answer out;
    if (auto const* clause = law.find(Kind::duty, open.duty, open.place, open.act)) out.clause = clause->id;
    auto const due = law.deadline(open.duty, open.place, open.act, open.facts);
    if (!due) {
        out.count = due.error().text;
    } else if (*due) {
        out.due = (*due)->due;
        out.count = (*due)->count;
    } else {
        out.count = out.clause.empty() ? "没有条款适用" : "没有期限";
    }
    return out;
}

std::vector<std::string> differences(Clause const& a, Clause const& b) {
    std::vector<std::string> out;
    auto const note = [&](bool same, char const* what) {
        if (!same) out.emplace_back(what);
    };
    note(a.kind == b.kind && a.name == b.name, "name");
    note(a.citation.title == b.citation.title, "title");
    note(a.citation.text == b.citation.text, "text");
    note(a.citation.source == b.citation.source, "source");
    note(a.citation.mark == b.citation.mark, "mark");
    note(a.citation.binding == b.citation.binding, "binding");
    note(a.citation.in_force_from == b.citation.in_force_from && a.citation.in_force_until == b.citation.in_force_until,
         "in_force");
    note(a.legality == b.legality && a.fallback == b.fallback, "notes");
    note(a.body == b.body, "body");
    return out;
}

using Versions = std::map<std::pair<std::string, std::optional<field::Date>>, Clause const*>;

Versions versions(Law const& law) {
    Versions out;
    for (auto const* clause : law.all()) out[{clause->id, clause->citation.in_force_from}] = clause;
    return out;
}

}  // namespace

std::vector<MovedDeadline> diff(Law const& before, Law const& after, std::vector<OpenDeadline> const& open) {
    std::vector<MovedDeadline> out;
    for (auto const& one : open) {
        auto const was = answer(before, one);
        auto const is = answer(after, one);
        if (was.due == is.due) continue;
        out.push_back(
            {one.subject, one.title, one.duty, was.due, is.due, was.clause, is.clause, was.count + " → " + is.count});
    }
    return out;
}

std::vector<ClauseChange> changes(Law const& before, Law const& after) {
    std::vector<ClauseChange> out;
    auto const was = versions(before);
    auto const is = versions(after);
    for (auto const& [key, clause] : is) {
        auto const found = was.find(key);
        if (found == was.end()) out.push_back({key.first, "added", {}});
        else if (auto what = differences(*found->second, *clause); !what.empty())
            out.push_back({key.first, "changed", std::move(what)});
    }
    for (auto const& [key, clause] : was)
        if (!is.contains(key)) out.push_back({clause->id, "removed", {}});
    return out;
}

std::string to_text(std::vector<ClauseChange> const& changed, std::vector<MovedDeadline> const& moved) {
    std::string out;
    for (auto const& change : changed)
        out += fmt::format("{} {}{}\n", change.clause,
                           change.change == "added"     ? "新增"
                           : change.change == "removed" ? "删除"
                                                        : "改变：",
                           fmt::join(change.what, "、"));
    auto const day = [](std::optional<field::Date> const& date) {
        return date ? to_string(*date) : std::string("无期限");
    };
    for (auto const& one : moved)
        out += fmt::format("{} {}：{} → {}（{}）\n", one.subject, one.duty, day(one.before), day(one.after), one.why);
    out += fmt::format("条款变化 {} 处，未了期限变动 {} 个\n", changed.size(), moved.size());
    return out;
}

}  // namespace anping::rulebook
