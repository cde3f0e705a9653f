// SPDX-License-Identifier: Apache-2.0
#include "condition.hpp"

#include <fmt/format.h>

#include <array>
#include <boost/json.hpp>

#include <anping/field/date.hpp>

namespace anping::rulebook {
namespace {

using Op = Condition::Op;

struct OpName {
    std::string_view word;
    Op op;
    std::string_view label;
    std::optional<FactType> operand;  // nothing: any type
};

constexpr std::array<OpName, 12> kOps{{
    {"is", Op::is, "为", std::nullopt},
    {"is_not", Op::is_not, "不为", std::nullopt},
    {"before", Op::before, "早于", FactType::date},
    {"on_or_before", Op::on_or_before, "不晚于", FactType::date},
    {"after", Op::after, "晚于", FactType::date},
    {"on_or_after", Op::on_or_after, "不早于", FactType::date},
    {"less_than", Op::less_than, "少于", FactType::integer},
    {"at_most", Op::at_most, "至多", FactType::integer},
    {"more_than", Op::more_than, "多于", FactType::integer},
    {"at_least", Op::at_least, "至少", FactType::integer},
    {"present", Op::present, "已有", FactType::boolean},
    {"absent", Op::absent, "没有", FactType::boolean},
}};

OpName const* find_op(std::string_view word) noexcept {
    auto const* const found = std::ranges::find(kOps, word, &OpName::word);
    return found == kOps.end() ? nullptr : found;
}

std::vector<std::string_view> fact_names() {
    std::vector<std::string_view> out;
    for (auto const& fact : facts()) out.push_back(fact.name);
    return out;
}

class Compiler {
public:
    explicit Compiler(CompileContext& context) : context_(context) {}

    Condition condition(Node const& node) {
        for (auto const word : {"all", "any", "not"})
            if (auto const* parts = node.find(word)) return joined(node, word, *parts);
        return comparison(node);
    }

    Operand named_fact(std::string const& name, Location const& where) {
        Operand out;
        out.type = Operand::Type::fact;
        out.fact = name;
        if (find_fact(name) == nullptr)
            problem(Code::unknown_fact, where, fmt::format("没有 {} 这个事实{}", name, suggestion(name, fact_names())));
        return out;
    }

    Operand named_setting(std::string const& text, Location const& where) {
        Operand out;
        out.type = Operand::Type::setting;
        auto const setting = parse_setting(text);
        if (!setting) {
            problem(Code::unknown_setting, where, fmt::format("参数应写作 种类.名称.项：{}", text));
            return out;
        }
        out.setting = *setting;
        context_.uses.push_back({*setting, where, context_.affects});
        return out;
    }

    void problem(Code code, Location const& where, std::string message) {
        context_.report.add(code, where, std::move(message), context_.affects);
    }

private:
    Condition joined(Node const& node, std::string_view word, Node const& parts) {
        Condition out;
        out.op = word == "all" ? Op::all : word == "any" ? Op::any : Op::negate;
        auto const wanted = out.op == Op::negate ? Node::Type::table : Node::Type::list;
        if (node.members.size() != 1 || !parts.is(wanted)) {
            problem(Code::bad_condition, node.where,
                    fmt::format("{} 单独成一层，其值为{}", word, out.op == Op::negate ? "一个条件" : "条件的列表"));
            return out;
        }
        if (out.op == Op::negate) out.parts.push_back(condition(parts));
        if (out.op != Op::negate && parts.items.empty())
            problem(Code::bad_condition, parts.where, fmt::format("{} 的列表是空的", word));
        for (auto const& part : parts.items) {
            if (part.is(Node::Type::table)) out.parts.push_back(condition(part));
            else problem(Code::bad_condition, part.where, "条件应为 { fact = …, is = … } 形式的表");
        }
        return out;
    }

    Condition comparison(Node const& node) {
        Condition out;
        bool has_left = false;
        bool has_op = false;
        for (auto const& member : node.members) {
            auto const* op = find_op(member.key);
            bool const left = member.key == "fact" || member.key == "setting";
            if ((left && has_left) || (op != nullptr && has_op) || (!left && op == nullptr) ||
                (left && !member.value.is(Node::Type::text))) {
                problem(Code::bad_condition, member.where, fmt::format("条件中不能有 {}", member.key));
                return out;
            }
            if (left) out.left = operand(member.key, member.value);
            has_left = has_left || left;
            has_op = has_op || op != nullptr;
        }
        if (!has_left || !has_op) {
            problem(Code::bad_condition, node.where, "一个条件写一个 fact（或 setting）和一个比较");
            return out;
        }
        for (auto const& member : node.members)
            if (auto const* op = find_op(member.key)) compare(out, *op, member);
        return out;
    }

    void compare(Condition& out, OpName const& op, Member const& member) {
        out.op = op.op;
        if (op.op == Op::present || op.op == Op::absent) {
            if (!member.value.is(Node::Type::boolean) || member.value.number == 0)
                problem(Code::bad_condition, member.where, fmt::format("{} 只能为 true", op.word));
            return;
        }
        if (member.value.is(Node::Type::table)) {
            auto const& members = member.value.members;
            bool const one = members.size() == 1 && (members[0].key == "fact" || members[0].key == "setting") &&
                             members[0].value.is(Node::Type::text);
            if (one) out.right = operand(members[0].key, members[0].value);
            else problem(Code::bad_condition, member.where, "比较的另一方为值、{ fact = … } 或 { setting = … }");
        } else {
            out.right.literal = to_json(member.value);
        }
        check_types(out, op, member.value.where);
    }

    Operand operand(std::string const& key, Node const& value) {
        return key == "fact" ? named_fact(value.text, value.where) : named_setting(value.text, value.where);
    }

    // Of a setting nothing is known here.
    static std::optional<FactType> type_of(Operand const& operand) {
        if (operand.type == Operand::Type::setting) return std::nullopt;
        if (operand.type == Operand::Type::fact) {
            auto const* fact = find_fact(operand.fact);
            return fact == nullptr ? std::nullopt : std::optional(fact->type);
        }
        if (operand.literal.is_bool()) return FactType::boolean;
        if (operand.literal.is_int64()) return FactType::integer;
        if (!operand.literal.is_string()) return std::nullopt;
        return field::parse_date(std::string_view(operand.literal.get_string())) ? FactType::date : FactType::text;
    }

    void check_types(Condition const& condition, OpName const& op, Location const& where) {
        auto const left = type_of(condition.left);
        auto const right = type_of(condition.right);
        bool wrong = op.operand && ((left && *left != *op.operand) || (right && *right != *op.operand));
        wrong = wrong || (left && right && *left != *right);
        wrong = wrong || (condition.right.type == Operand::Type::literal && !right);
        if (wrong)
            problem(Code::type_mismatch, where,
                    fmt::format("{} 两边的类型不合：事实与比较的值应同为日期、整数、是否或文字", op.word));
    }

    CompileContext& context_;
};

}  // namespace

std::optional<SettingRef> parse_setting(std::string_view text) {
    auto const first = text.find('.');
    auto const last = text.rfind('.');
    if (first == std::string_view::npos || first == last) return std::nullopt;
    SettingRef out{Kind::duty, std::string(text.substr(first + 1, last - first - 1)),
                   std::string(text.substr(last + 1))};
    if (!boost::describe::enum_from_string(std::string(text.substr(0, first)).c_str(), out.kind)) return std::nullopt;
    return out;
}

Condition compile_condition(Node const& node, CompileContext& context) { return Compiler(context).condition(node); }

Message compile_message(Node const& node, CompileContext& context) {
    Compiler compiler(context);
    Message out;
    std::string_view rest = node.text;
    while (!rest.empty()) {
        auto const open = rest.find_first_of("{}");
        if (open != 0) {
            Operand piece;
            piece.literal = json::value(rest.substr(0, open));
            out.pieces.push_back(std::move(piece));
        }
        if (open == std::string_view::npos) break;
        auto const close = rest.find('}', open);
        if (rest[open] == '}' || close == std::string_view::npos) {
            compiler.problem(Code::bad_message, node.where, "花括号不成对；{ } 只用来写事实或参数");
            break;
        }
        std::string const name(rest.substr(open + 1, close - open - 1));
        out.pieces.push_back(find_fact(name) == nullptr && parse_setting(name)
                                 ? compiler.named_setting(name, node.where)
                                 : compiler.named_fact(name, node.where));
        rest.remove_prefix(close + 1);
    }
    return out;
}

std::string describe(Condition const& condition) {
    auto const operand = [](Operand const& side) -> std::string {
        if (side.type == Operand::Type::literal) return for_people(&side.literal);
        if (side.type == Operand::Type::setting)
            return fmt::format("参数 {}.{}.{}", boost::describe::enum_to_string(side.setting.kind, ""),
                               side.setting.name, side.setting.key);
        auto const* fact = find_fact(side.fact);
        return fact == nullptr ? side.fact : std::string(fact->label);
    };
    if (condition.op == Op::negate) return "并非（" + describe(condition.parts.front()) + "）";
    if (condition.op == Op::all || condition.op == Op::any) {
        std::vector<std::string> parts;
        for (auto const& part : condition.parts) {
            bool const nested = part.op == Op::all || part.op == Op::any;
            parts.push_back(nested ? "（" + describe(part) + "）" : describe(part));
        }
        return fmt::format("{}", fmt::join(parts, condition.op == Op::all ? " 且 " : " 或 "));
    }
    for (auto const& op : kOps) {
        if (op.op != condition.op) continue;
        if (op.op == Op::present || op.op == Op::absent) return fmt::format("{} {}", op.label, operand(condition.left));
        return fmt::format("{} {} {}", operand(condition.left), op.label, operand(condition.right));
    }
    return {};
}

}  // namespace anping::rulebook
