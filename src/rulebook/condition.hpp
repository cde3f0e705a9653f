// SPDX-License-Identifier: Apache-2.0
// The small language of books: comparisons of facts with values, facts or settings, joined by all, any and not; and
// texts with facts in braces. Data, not code: no arithmetic, no loops, nothing to call.
#pragma once

#include <boost/json/object.hpp>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "node.hpp"
#include "vocabulary.hpp"

namespace anping::rulebook {

// A parameter of another clause: "duty.prior_notice.amount".
struct SettingRef {
    Kind kind = Kind::duty;
    std::string name;
    std::string key;
};
using Settings = std::function<std::optional<json::value>(SettingRef const&)>;

struct Operand {
    enum class Type { literal, fact, setting };
    Type type = Type::literal;
    json::value literal;
    std::string fact;
    SettingRef setting;
};

struct Condition {
    enum class Op {
        all,
        any,
        negate,
        present,
        absent,
        is,
        is_not,
        before,
        on_or_before,
        after,
        on_or_after,
        less_than,
        at_most,
        more_than,
        at_least
    };
    Op op = Op::all;
    std::vector<Condition> parts;  // of all, any, negate
    Operand left;
    Operand right;
};

// Text in pieces: literal, fact, literal, ...
struct Message {
    std::vector<Operand> pieces;
};

// Where a setting is used, checked once all books are compiled.
struct SettingUse {
    SettingRef setting;
    Location where;
    std::string affects;
};

// What the stages of compiling share.
struct CompileContext {
    Report& report;
    std::string affects;
    std::vector<SettingUse>& uses;
};

std::optional<SettingRef> parse_setting(std::string_view text);
Condition compile_condition(Node const& node, CompileContext& context);
Message compile_message(Node const& node, CompileContext& context);

// Absent facts, and facts of another type than compared, make a comparison neither true nor false; a condition holds
// only when it is certainly true, so what is not known never accuses, under `not` either.
bool holds(Condition const& condition, json::object const& facts, Settings const& settings);
std::string render(Message const& message, json::object const& facts, Settings const& settings);

void collect_facts(Condition const& condition, std::set<std::string>& into);
void collect_facts(Message const& message, std::set<std::string>& into);
// The facts named, as far as they are there.
json::object used(std::set<std::string> const& names, json::object const& facts);

std::string for_people(json::value const* value);
std::string describe(Condition const& condition);  // "现场已开始 = 是 且 已从业告知 = 否"

}  // namespace anping::rulebook
