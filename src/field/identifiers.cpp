// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include <anping/field/identifiers.hpp>

namespace anping::field {
namespace {

// GB 32100: without I, O, S, V and Z, which are misread.
constexpr std::string_view kCreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::array kCreditWeights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
constexpr std::array kOrganisationWeights{3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::array kIdentityWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::string_view kIdentityChecks = "10X98765432";
// GB/T 2260; 81 to 83 also begin the numbers of residents from Hong Kong, Macao and Taiwan.
constexpr std::string_view kProvinces =
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83";

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool credit_check_right(std::string_view code) noexcept {
    int sum = 0;
    for (std::size_t i = 0; i < kCreditWeights.size(); ++i)
        sum += static_cast<int>(kCreditAlphabet.find(code[i])) * kCreditWeights[i];
    return code[17] == kCreditAlphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

// GB 11714: the organisation code is characters 9 to 17, the last of them its check digit.
bool organisation_check_right(std::string_view code) noexcept {
    int sum = 0;
    for (std::size_t i = 0; i < kOrganisationWeights.size(); ++i)
        sum += (is_digit(code[i]) ? code[i] - '0' : code[i] - 'A' + 10) * kOrganisationWeights[i];
    return code[8] == "0X987654321"[sum % 11];
}

std::string problem_of(std::string_view code) {
    if (code.size() != 18) return "统一社会信用代码应为 18 位";
    if (code.find_first_not_of(kCreditAlphabet) != std::string_view::npos)
        return "统一社会信用代码只含数字和大写字母，不含 I、O、S、V、Z";
    if (!std::ranges::all_of(code.substr(2, 6), is_digit))
        return "统一社会信用代码第 3 至 8 位是登记机关的行政区划代码，应为数字";
    return "统一社会信用代码校验位不符，请核对有无输错或颠倒";
}

}  // namespace

std::optional<CreditCode> parse_credit_code(std::string_view text) {
    if (text.size() != 18 || text.find_first_not_of(kCreditAlphabet) != std::string_view::npos) return std::nullopt;
    if (!std::ranges::all_of(text.substr(2, 6), is_digit)) return std::nullopt;
    if (!credit_check_right(text) || !organisation_check_right(text.substr(8))) return std::nullopt;
    return CreditCode{std::string(text)};
}

std::optional<IdentityNumber> parse_identity_number(std::string_view text, Date today) {
    if (text.size() != 18 || !std::ranges::all_of(text.substr(0, 17), is_digit)) return std::nullopt;
    auto const province = kProvinces.find(text.substr(0, 2));
    if (province == std::string_view::npos || province % 3 != 0) return std::nullopt;
    auto const birth = parse_date(std::string(text.substr(6, 4)) + '-' + std::string(text.substr(10, 2)) + '-' +
                                  std::string(text.substr(12, 2)));
    if (!birth || *birth > today) return std::nullopt;
    int sum = 0;
    for (std::size_t i = 0; i < kIdentityWeights.size(); ++i) sum += (text[i] - '0') * kIdentityWeights[i];
    char const check = text[17] == 'x' ? 'X' : text[17];
    if (check != kIdentityChecks[static_cast<std::size_t>(sum % 11)]) return std::nullopt;
    return IdentityNumber{std::string(text.substr(0, 17)) + check};
}

std::string masked(IdentityNumber const& number) {
    if (number.text.size() != 18) return std::string(number.text.size(), '*');
    return number.text.substr(0, 3) + std::string(11, '*') + number.text.substr(14);
}

}  // namespace anping::field

namespace anping {

field::CreditCode Codec<field::CreditCode>::read(boost::json::value const& value, FieldReader& in) {
    auto const text = in.string(value, 1, 40);
    if (text.empty()) return {};
    if (auto code = field::parse_credit_code(text)) return *std::move(code);
    in.problem("credit_code", field::problem_of(text));
    return {};
}

}  // namespace anping
