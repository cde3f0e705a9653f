// SPDX-License-Identifier: Apache-2.0
#include "book_tests.hpp"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <map>
#include <set>

#include "condition.hpp"
#include "shape.hpp"

namespace anping::rulebook {
namespace {

// Which enforced clauses the cases made speak, and which be silent.
struct Heard {
    std::set<std::string> spoke;
    std::set<std::string> silent;
};

class Case {
public:
    Case(Node const& node, Law const& law, TestRun& run, Heard& heard)
        : node_(node), law_(law), run_(run), heard_(heard), act_(*field::parse_date(node.text_of("act"))) {
        place_.region.digits = node.text_of("place");
        if (node.text_of("authority") == "corps") place_.authority = field::Authority::corps;
        if (auto const* facts = node.find("facts")) facts_ = to_json(*facts).as_object();
    }

    void run() {
        each("deadlines", [&](std::string const& name) { return due(name, &Deadline::due); });
        each("opens", [&](std::string const& name) { return due(name, &Deadline::opens); });
        each("clauses", [&](std::string const& name) { return clause(name); });
        each("settings", [&](std::string const& name) { return setting(name); });
        each("gates", [&](std::string const& name) { return gate(name); });
        flags();
    }

private:
    template <class Answer>
    void each(char const* key, Answer answer) {
        auto const* table = node_.find(key);
        if (table == nullptr) return;
        for (auto const& member : table->members) {
            auto const value = to_json(member.value);
            auto const expected = value.is_string() ? std::string(value.get_string()) : json::serialize(value);
            auto const got = answer(member.key);
            if (got != expected) fail(member.where, fmt::format("{}.{}", key, member.key), expected, got);
        }
    }

    void fail(Location const& where, std::string what, std::string expected, std::string got) {
        run_.failures.push_back({where.file->name, where.line, node_.text_of("says"), std::move(what),
                                 std::move(expected), std::move(got)});
    }

    template <class Member>
    std::string due(std::string const& duty, Member member) {
        auto const result = law_.deadline(duty, place_, act_, facts_);
        if (!result) return result.error().key;
        auto const* clause = law_.find(Kind::duty, duty, place_, act_);
        if (clause != nullptr) (result->has_value() ? heard_.spoke : heard_.silent).insert(clause->id);
        if (!result->has_value()) return "none";
        std::optional<field::Date> const date = (**result).*member;
        return date ? to_string(*date) : "none";
    }

    std::string clause(std::string const& name) const {
        auto const dot = name.find('.');
        Kind kind{};
        if (!boost::describe::enum_from_string(name.substr(0, dot).c_str(), kind)) return "unknown_kind";
        auto const* found = law_.find(kind, name.substr(std::min(dot, name.size() - 1) + 1), place_, act_);
        if (found == nullptr) return "none";
        return found->id + (found->citation.binding ? "" : " unbinding");
    }

    std::string setting(std::string const& name) const {
        auto const ref = parse_setting(name);
        auto const value = ref ? law_.setting(ref->kind, ref->name, ref->key, place_, act_) : std::nullopt;
        if (!value) return "none";
        return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
    }

    std::string gate(std::string const& name) {
        auto const flag = law_.gate(name, place_, act_, facts_);
        if (auto const* clause = law_.find(Kind::gate, name, place_, act_))
            (flag ? heard_.spoke : heard_.silent).insert(clause->id);
        return flag ? flag->severity : "open";
    }

    // All flags, no more and no fewer.
    void flags() {
        auto const* expected = node_.find("flags");
        if (expected == nullptr) return;
        auto const subject = node_.text_of("subject");
        std::map<std::string, std::string> got;
        for (auto const& flag : law_.watch(subject.empty() ? "project" : subject, place_, act_, facts_)) {
            got[flag.watch] = flag.severity;
            heard_.spoke.insert(flag.citation.clause);
        }
        for (auto const* clause : law_.in_force(act_)) {
            if (clause->kind != Kind::watch || got.contains(clause->name)) continue;
            auto const* governing = law_.find(Kind::watch, clause->name, place_, act_);
            if (governing == clause) heard_.silent.insert(clause->id);
        }
        for (auto const& member : expected->members) {
            auto const found = got.find(member.key);
            auto const severity = found == got.end() ? std::string("none") : found->second;
            if (severity != member.value.text) fail(member.where, "flags." + member.key, member.value.text, severity);
            if (found != got.end()) got.erase(found);
        }
        for (auto const& [name, severity] : got) fail(expected->where, "flags." + name, "none", severity);
    }

    Node const& node_;
    Law const& law_;
    TestRun& run_;
    Heard& heard_;
    field::Date act_;
    Place place_;
    json::object facts_;
};

std::vector<std::string> texts(Node const* list) {
    std::vector<std::string> out;
    if (list == nullptr) return out;
    for (auto const& item : list->items) out.push_back(item.text);
    return out;
}

bool has_due_date(Clause const& clause) {
    auto const* direction = clause.body.if_contains("direction");
    return clause.body.contains("amount") || (direction != nullptr && *direction == "on");
}

// Every enforced clause must have spoken once, and every condition must have been silent once.
std::vector<std::string> untested(Law const& law, Heard const& heard) {
    std::set<std::string> out;
    for (auto const* clause : law.all()) {
        bool const duty = clause->kind == Kind::duty && has_due_date(*clause);
        bool const condition = clause->kind == Kind::watch || clause->kind == Kind::gate;
        if (!clause->enforced || (!duty && !condition)) continue;
        if (!heard.spoke.contains(clause->id)) out.insert(clause->id);
        if (condition && !heard.silent.contains(clause->id)) out.insert(clause->id);
    }
    return {out.begin(), out.end()};
}

// Facts and expectations are free in their keys, not in their shape.
bool fit(Node const& node, Report& report) {
    if (!check_shape(node, *test_file_shape().find("case")->inner, "规则书的测试", report)) return false;
    for (auto const* key : {"facts", "deadlines", "opens", "clauses", "settings", "gates", "flags"}) {
        auto const* table = node.find(key);
        if (table == nullptr || table->is(Node::Type::table)) continue;
        report.add(Code::wrong_type, table->where, fmt::format("{} 应为表", key), "规则书的测试");
        return false;
    }
    return true;
}

}  // namespace

TestRun run_tests(Shelf const& shelf, LawSource const& source, Report& report) {
    TestRun out;
    Heard heard;
    auto const plain = source({});
    for (auto const& book : shelf.books) {
        for (auto const& document : book.tests) {
            auto const* cases = document.root.find("case");
            if (!check_shape(document.root, Shape{"tests", {{"case", KeyType::any, false, "用例"}}}, "规则书的测试",
                             report))
                continue;
            for (auto const& node : cases == nullptr ? std::vector<Node>{} : cases->items) {
                if (!fit(node, report)) continue;
                auto const confirmed = texts(node.find("confirmed"));
                ++out.cases;
                Case(node, confirmed.empty() ? plain : source(confirmed), out, heard).run();
            }
        }
    }
    out.untested = untested(plain, heard);
    return out;
}

}  // namespace anping::rulebook
