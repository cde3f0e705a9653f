// SPDX-License-Identifier: Apache-2.0
// Conditions and messages applied to facts.
#include <boost/json.hpp>

#include <fmt/format.h>

#include <anping/field/date.hpp>

#include "condition.hpp"

namespace anping::rulebook {
namespace {

using Op = Condition::Op;

enum class Truth { no, unknown, yes };

class Facts {
public:
    Facts(json::object const& facts, Settings const& settings) : facts_(facts), settings_(settings) {}

    std::optional<json::value> value(Operand const& operand) const {
        if (operand.type == Operand::Type::literal) return operand.literal;
        if (operand.type == Operand::Type::setting) return settings_(operand.setting);
        auto const* fact = facts_.if_contains(operand.fact);
        if (fact == nullptr || fact->is_null()) return std::nullopt;
        return *fact;
    }

private:
    json::object const& facts_;
    Settings const& settings_;
};

std::optional<std::int64_t> number(json::value const& value) {
    if (value.is_int64()) return value.get_int64();
    if (value.is_uint64() && value.get_uint64() <= INT64_MAX) return static_cast<std::int64_t>(value.get_uint64());
    return std::nullopt;
}

std::optional<field::Date> date(json::value const& value) {
    return value.is_string() ? field::parse_date(std::string_view(value.get_string())) : std::nullopt;
}

Truth truth(bool value) { return value ? Truth::yes : Truth::no; }

Truth equal(json::value const& left, json::value const& right) {
    if (auto const a = number(left), b = number(right); a && b) return truth(*a == *b);
    if (left.kind() != right.kind()) return Truth::unknown;
    return truth(left == right);
}

template <class T>
Truth ordered(Op op, std::optional<T> const& left, std::optional<T> const& right) {
    if (!left || !right) return Truth::unknown;
    switch (op) {
        case Op::before:
        case Op::less_than: return truth(*left < *right);
        case Op::on_or_before:
        case Op::at_most: return truth(*left <= *right);
        case Op::after:
        case Op::more_than: return truth(*left > *right);
        default: return truth(*left >= *right);
    }
}

Truth inverse(Truth value) {
    if (value == Truth::unknown) return value;
    return truth(value == Truth::no);
}

Truth evaluate(Condition const& condition, Facts const& facts) {
    if (condition.op == Op::negate) return inverse(evaluate(condition.parts.front(), facts));
    if (condition.op == Op::all || condition.op == Op::any) {
        auto const decides = condition.op == Op::all ? Truth::no : Truth::yes;
        auto result = inverse(decides);
        for (auto const& part : condition.parts) {
            auto const value = evaluate(part, facts);
            if (value == decides) return decides;
            if (value == Truth::unknown) result = Truth::unknown;
        }
        return result;
    }
    auto const left = facts.value(condition.left);
    if (condition.op == Op::present || condition.op == Op::absent)
        return truth(left.has_value() == (condition.op == Op::present));
    auto const right = facts.value(condition.right);
    if (!left || !right) return Truth::unknown;
    switch (condition.op) {
        case Op::is: return equal(*left, *right);
        case Op::is_not: return inverse(equal(*left, *right));
        case Op::before:
        case Op::on_or_before:
        case Op::after:
        case Op::on_or_after: return ordered(condition.op, date(*left), date(*right));
        default: return ordered(condition.op, number(*left), number(*right));
    }
}

}  // namespace

bool holds(Condition const& condition, json::object const& facts, Settings const& settings) {
    return evaluate(condition, Facts(facts, settings)) == Truth::yes;
}

std::string for_people(json::value const* value) {
    if (value == nullptr || value->is_null()) return "（未填）";
    if (value->is_bool()) return value->get_bool() ? "是" : "否";
    if (value->is_string()) return std::string(value->get_string());
    return json::serialize(*value);
}

std::string render(Message const& message, json::object const& facts, Settings const& settings) {
    Facts const source(facts, settings);
    std::string out;
    for (auto const& piece : message.pieces) {
        auto const value = source.value(piece);
        out += for_people(value ? &*value : nullptr);
    }
    return out;
}

void collect_facts(Condition const& condition, std::set<std::string>& into) {
    for (auto const& part : condition.parts) collect_facts(part, into);
    if (condition.left.type == Operand::Type::fact) into.insert(condition.left.fact);
    if (condition.right.type == Operand::Type::fact) into.insert(condition.right.fact);
}

void collect_facts(Message const& message, std::set<std::string>& into) {
    for (auto const& piece : message.pieces)
        if (piece.type == Operand::Type::fact) into.insert(piece.fact);
}

json::object used(std::set<std::string> const& names, json::object const& facts) {
    json::object out;
    for (auto const& name : names)
        if (auto const* value = facts.if_contains(name)) out.emplace(name, *value);
    return out;
}

}  // namespace anping::rulebook
