// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/json.hpp>

#include <anping/rulebook/tools.hpp>

#include "law_data.hpp"

namespace anping::rulebook {
namespace {

std::string day(std::optional<field::Date> const& date) { return date ? to_string(*date) : "未载明"; }

std::string head(Law const& law, Clause const& clause) {
    auto const& c = clause.citation;
    std::string out = fmt::format("{} {}（{}{}{}）\n", c.clause, c.title, label(clause.kind),
                                  clause.name.empty() ? "" : " ", clause.name);
    out += fmt::format("  内容：{}\n  出处：{}\n", c.text, c.source);
    out +=
        fmt::format("  确定程度：{}；{}\n", label(c.mark), c.binding ? "有约束力" : "只作提示与提醒，待法规人员确认");
    out += fmt::format("  施行：{} 起{}\n", day(c.in_force_from),
                       c.in_force_until ? fmt::format("，{} 起不再适用", to_string(*c.in_force_until)) : "");
    out += fmt::format("  实施：{}\n", clause.enforced ? "程序按本条计算" : "尚未由程序实施");
    for (auto const& [title, text] : {std::pair("合法性说明", clause.legality),
                                      std::pair("缺原文时采用", clause.fallback), std::pair("填写之处", clause.edit)})
        if (!text.empty()) out += fmt::format("  {}：{}\n", title, text);
    for (auto const& book : law.books())
        if (book.code == clause.book)
            out += fmt::format("  规则书：{}（{}），{}:{}\n", book.code, book.name, clause.file, clause.line);
    return out;
}

std::string facts_line(json::object const& facts) {
    std::string out;
    for (auto const& [name, value] : facts) {
        auto const* fact = find_fact(name);
        out += fmt::format("{}{} = {}", out.empty() ? "" : "，", fact == nullptr ? std::string_view(name) : fact->label,
                           for_people(&value));
    }
    return out.empty() ? "（无）" : out;
}

std::string of_flag(Flag const& flag) {
    return fmt::format("  结论：[{}] {}\n  怎样消除：{}\n  所用事实：{}\n", flag.severity, flag.text, flag.clears,
                       facts_line(flag.facts));
}

class Explanation {
public:
    Explanation(Law const& law, Law::Data const& data, Place const& place, field::Date act, json::object const& facts)
        : law_(law), data_(data), place_(place), act_(act), facts_(facts) {}

    std::string of(Clause const& clause) const {
        auto out = head(law_, clause);
        auto const* governing = clause.name.empty() ? nullptr : law_.find(clause.kind, clause.name, place_, act_);
        if (clause.name.empty()) return out;
        if (governing == nullptr) return out + fmt::format("  {} 在 {}：没有条款适用\n", to_string(act_), where());
        if (governing->id != clause.id)
            return out + fmt::format("  {} 在 {}：适用的是 {}（{}）\n", to_string(act_), where(), governing->id,
                                     governing->citation.title);
        out += fmt::format("  {} 在 {}：适用本条\n", to_string(act_), where());
        if (clause.kind == Kind::duty) out += duty(clause);
        if (clause.kind == Kind::watch || clause.kind == Kind::gate) out += condition(clause);
        return out;
    }

private:
    std::string where() const {
        auto const name = law_.regions().full_name(place_.region);
        return name.empty() ? place_.region.digits : name;
    }

    std::string duty(Clause const& clause) const {
        auto const due = law_.deadline(clause.name, place_, act_, facts_);
        if (!due) return fmt::format("  期限：无法计算，{}\n", due.error().text);
        if (!*due) {
            auto const& term = *data_.find(Kind::duty, clause.name, place_, act_)->term;
            if (!term.amount && term.direction != Direction::on) return "  期限：条款没有写明数字，只提醒\n";
            return fmt::format("  期限：缺少事实 {}（{}）\n", term.from, find_fact(term.from)->label);
        }
        auto const& deadline = **due;
        return fmt::format("  期限：{}（{}）\n  所用事实：{}\n  日历：{}\n", to_string(deadline.due), deadline.count,
                           facts_line(deadline.facts), deadline.calendar);
    }

    std::string condition(Clause const& clause) const {
        auto const& compiled = *data_.find(clause.kind, clause.name, place_, act_);
        auto out = fmt::format("  条件：{}\n", describe(*compiled.when));
        if (clause.kind == Kind::gate) {
            auto const flag = law_.gate(clause.name, place_, act_, facts_);
            return out + (flag ? of_flag(*flag) : "  结论：放行\n");
        }
        for (auto const& flag : law_.watch(compiled.subject, place_, act_, facts_))
            if (flag.watch == clause.name) return out + of_flag(flag);
        std::set<std::string> names;
        collect_facts(*compiled.when, names);
        return out + fmt::format("  结论：条件不成立，不提示\n  所用事实：{}\n", facts_line(used(names, facts_)));
    }

    Law const& law_;
    Law::Data const& data_;
    Place const& place_;
    field::Date act_;
    json::object const& facts_;
};

}  // namespace

Result<std::string> explain(Law const& law, std::string_view clause_or_name, Place const& place, field::Date act,
                            json::object const& facts) {
    Explanation const explanation(law, law.data(), place, act, facts);
    auto const* clause = law.by_id(clause_or_name, act);
    if (clause == nullptr) clause = law.by_id(clause_or_name);
    if (clause != nullptr) return explanation.of(*clause);
    std::string out;
    for (auto const& [key, candidates] : law.data().by_name) {
        if (key.second != clause_or_name) continue;
        auto const* governing = law.find(key.first, key.second, place, act);
        out += governing != nullptr ? explanation.of(*governing) : explanation.of(candidates.front()->clause);
    }
    if (!out.empty()) return out;
    return fail(ErrorCode::not_found, "rulebook.no_such_clause",
                fmt::format("没有编号或名称为 {} 的条款", clause_or_name));
}

}  // namespace anping::rulebook
