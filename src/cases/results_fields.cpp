// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "results.hpp"
#include "step_order.hpp"

namespace anping::cases {
namespace {

using enum StepKind;
using Choices = std::vector<std::pair<std::string, std::string>>;

// What asks for more than a row says is recorded in the case itself.
constexpr StepKind kByHand[] = {extension, hearing_announced, instalments, police_approved, police_sent, referred};

Choices kinds() {
    Choices out;
    for (auto const kind : step_kinds())
        if (std::ranges::find(kByHand, kind) == std::end(kByHand))
            out.emplace_back(std::string(words(kind)), boost::describe::enum_to_string(kind, "?"));
    return out;
}

Choices penalties() {
    return {{"警告", "warning unit"},
            {"没收违法所得", "confiscate unit"},
            {"罚款（单位）", "fine unit"},
            {"罚款", "fine unit"},
            {"罚款（责任人员）", "fine persons"},
            {"责令停业整顿", "suspend_business unit"},
            {"吊销资质", "revoke unit"},
            {"吊销资格（人员）", "revoke persons"},
            {"五年内不得从事（单位）", "ban unit"},
            {"五年内不得从事（人员）", "ban persons"},
            {"终身禁入（单位）", "ban_life unit"},
            {"终身禁入（人员）", "ban_life persons"},
            {"责令停止", "stop unit"},
            {"责令改正", "order_correct unit"},
            {"撤销资质", "cancel unit"},
            {"限期内不得再次申请", "no_application unit"}};
}

}  // namespace

std::vector<documents::Field> result_fields() {
    using documents::FieldKind;
    return {{.pointer = "/of",
             .title = "案号",
             .kind = FieldKind::code,
             .hint = "本平台的案号，如 AJ-00000012；没有的，按执法系统案号找"},
            {.pointer = "/external_number", .title = "执法系统案号"},
            {.pointer = "/kind", .title = "事项", .kind = FieldKind::choice, .required = true, .choices = kinds()},
            {.pointer = "/on", .title = "日期", .kind = FieldKind::date, .required = true},
            {.pointer = "/form", .title = "文书种类", .hint = "执法文书目录中的编号，如 A34"},
            {.pointer = "/number", .title = "文号", .hint = "处罚决定必填；同一决定有几项处罚的，每项一行、文号相同"},
            {.pointer = "/penalty", .title = "处罚种类", .kind = FieldKind::choice, .choices = penalties()},
            {.pointer = "/who", .title = "被处罚人", .hint = "处罚个人的必填；单位不填的，是本案第一个当事单位"},
            {.pointer = "/amount", .title = "金额（元）", .kind = FieldKind::code},
            {.pointer = "/text", .title = "结果", .hint = "决定的理由，或者步骤的内容"}};
}

std::optional<field::Money> money_of(std::string text) {
    constexpr std::size_t kDigits = 10;  // of whole yuan
    for (std::string_view const one : {",", "，", "元", "￥", "¥", " "})
        for (auto at = text.find(one); at != std::string::npos; at = text.find(one)) text.erase(at, one.size());
    auto const point = text.find('.');
    auto const whole = text.substr(0, point);
    auto part = point == std::string::npos ? std::string() : text.substr(point + 1);
    if (whole.empty() || whole.size() > kDigits || part.size() > 2) return std::nullopt;
    part.resize(2, '0');
    auto const digits = whole + part;
    if (!std::ranges::all_of(digits, [](unsigned char one) { return std::isdigit(one) != 0; })) return std::nullopt;
    return field::Money{std::stoll(digits)};
}

std::string blank_results(Timestamp now) {
    return documents::blank_table("案件结果", result_fields(),
                                  {"在执法系统办理的案件：每个步骤、每项处罚一行。再次导入时，已有的不重复登记。",
                                   "延期、听证会通知、批准分期、批准移送、移送有管辖权的部门，在案件里登记。"},
                                  now);
}

}  // namespace anping::cases
