// SPDX-License-Identifier: Apache-2.0
#include "contract_text.hpp"

#include <fmt/ranges.h>

namespace anping::practice {
namespace {

// Without white space, the ideographic one too: a PDF breaks lines, and a clerk spaces out, anywhere.
std::string packed(std::string_view text) {
    static constexpr std::string_view kWide = "\u3000";
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, kWide.size()) == kWide) i += kWide.size() - 1;
        else if (static_cast<unsigned char>(text[i]) > ' ') out += text[i];
    }
    return out;
}

}  // namespace

std::vector<std::string> phrases_found(std::string_view text, json::object const& catalogue) {
    std::vector<std::string> out;
    auto const whole = packed(text);
    auto const* items = catalogue.if_contains("items");
    if (items == nullptr || !items->is_array()) return out;
    for (auto const& item : items->get_array()) {
        auto name = std::string(item.at("name").as_string());
        if (whole.find(packed(name)) != std::string::npos) out.push_back(std::move(name));
    }
    return out;
}

Noted noted_of_phrases(Exhibit const& exhibit) {
    if (!exhibit.permit_phrases) return {};
    auto const& phrases = *exhibit.permit_phrases;
    return {{"contract.permit_phrases", static_cast<std::int64_t>(phrases.size())},
            {"contract.permit_phrase", fmt::format("{}", fmt::join(phrases, "”“"))}};
}

}  // namespace anping::practice
