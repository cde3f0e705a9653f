// SPDX-License-Identifier: Apache-2.0
#include "leftovers/other_credit_codes.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <anping/field/identifiers.hpp>

#include "leftovers/parties.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kSize = 18;

bool is_of_code(char32_t one) { return is_digit(one) || is_letter(one); }

}  // namespace

std::vector<Finding> other_credit_codes(Report const& report, Known const& known) {
    std::vector<Finding> out;
    if (known.credit_codes.empty()) return out;
    std::map<std::string, std::vector<Place>> found;
    for (std::uint32_t from = 0; from < report.text.size();) {
        auto to = from;
        while (to < report.text.size() && is_of_code(report.text[to])) ++to;
        auto const code = to - from == kSize ? field::parse_credit_code(to_utf8(report.at({from, to}))) : std::nullopt;
        if (code && std::ranges::find(known.credit_codes, code->text) == known.credit_codes.end() &&
            !is_of_case(report, from))
            found[code->text].push_back(report.original({from, to}));
        from = to + 1;
    }
    for (auto& [code, where] : found)
        out.push_back(finding("leftovers.credit_code", Strength::suspected,
                              fmt::format("报告中的统一社会信用代码{}不是被评价企业和评价机构的。", code), where,
                              {{"credit_code", code}}));
    return out;
}

}  // namespace anping::forensics
