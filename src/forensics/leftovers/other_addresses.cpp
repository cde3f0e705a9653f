// SPDX-License-Identifier: Apache-2.0
#include "leftovers/other_addresses.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "leftovers/parties.hpp"

namespace anping::forensics {
namespace {

constexpr View kTells[] = {U"厂址",     U"注册地址", U"生产地址", U"企业地址", U"公司地址", U"项目地址",
                           U"建设地址", U"建设地点", U"经营地址", U"住所",     U"企业位于", U"公司位于",
                           U"项目位于", U"厂区位于", U"工厂位于", U"坐落于"};
constexpr View kRoads[] = {U"路", U"街", U"大道", U"巷", U"工业园", U"园区", U"开发区", U"村", U"镇", U"乡"};
constexpr std::size_t kLongest = 45;
constexpr std::size_t kShortestWithin = 3;
constexpr double kSame = 0.4;  // of the pairs of characters

// What of an address says where in its county, without the house's number.
std::u32string within(View address) {
    auto const division = address.find_last_of(U"县市区旗");
    auto rest = std::u32string(address.substr(division + 1));  // npos + 1 is 0
    std::erase_if(rest, [](char32_t one) { return is_digit(one) || one == U'号'; });
    return rest.size() >= kShortestWithin ? rest : std::u32string(address);
}

// What follows up to the next mark; empty where it is no address.
Place address_after(Report const& report, std::uint32_t at) {
    auto const& text = report.text;
    auto const begin = at;
    while (at < text.size() && is_among(text[at], U":为于\t ")) ++at;
    bool const told = at > begin || (at > 0 && text[at - 1] == U'于');
    if (!told) return {};
    auto const rest = View(text).substr(at, kLongest);
    auto const size = rest.find_first_of(U",。;\n\t(《、");
    Place const out{at, at + static_cast<std::uint32_t>(std::min(size, rest.size()))};
    auto const address = report.at(out);
    bool const whole =
        address.size() >= 6 && contains_any(address, kRoads) && address.find_first_of(U"县市区号村镇乡") != View::npos;
    return whole && is_hanzi(address.front()) ? out : Place{};
}

}  // namespace

std::vector<Finding> other_addresses(Report const& report, Known const& known) {
    auto const own = bare_names(known.addresses);
    std::vector<Finding> out;
    if (own.empty()) return out;
    for (auto const& word : places_of_any(report.text, kTells)) {
        auto const place = address_after(report, word.to);
        if (place.to == place.from || is_of_case(report, word.from)) continue;
        auto const address = bare(report.at(place));
        bool const ours = std::ranges::any_of(own, [&](auto const& one) {
            return contains(one, address) || pairs_in(within(one), within(address)) >= kSame ||
                   pairs_in(within(address), within(one)) >= kSame;
        });
        if (ours) continue;
        auto const text = to_utf8(report.at(place));
        out.push_back(finding("leftovers.other_address", Strength::lead,
                              fmt::format("报告所写地址“{}”与已知的企业、项目地址不符。", text),
                              {report.original(place)},
                              {{"address", text}, {"known_address", known.addresses.front()}}));
    }
    return out;
}

}  // namespace anping::forensics
