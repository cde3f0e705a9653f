// SPDX-License-Identifier: Apache-2.0
#include "leftovers/articles.hpp"

#include <algorithm>

#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kLongestNumber = 8;  // "一千二百六十"

std::optional<int> number_of(View text) {
    if (auto const number = number_at(text, 0); number && number->place.to == text.size() && number->decimals == 0)
        return static_cast<int>(number->value);
    return count_of(text);
}

}  // namespace

std::optional<CitedArticle> article_at(View text, std::size_t at) {
    if (at >= text.size() || text[at] != U'第') return std::nullopt;
    auto const end = text.find(U'条', at);
    if (end == View::npos || end - at > kLongestNumber) return std::nullopt;
    auto const number = number_of(trimmed(text.substr(at + 1, end - at - 1)));
    if (!number) return std::nullopt;
    CitedArticle out{{*number, 0}, end + 1};
    if (end + 2 < text.size() && text[end + 1] == U'之')
        if (auto const inserted = count_of(text.substr(end + 2, 1))) out = {{*number, *inserted}, end + 3};
    return out;
}

std::vector<LawLibrary::Article> articles_in(View text) {
    std::vector<LawLibrary::Article> out;
    for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find(U'\n', from), text.size());
        auto const line = text.substr(from, std::min<std::size_t>(end - from, 24));
        if (auto const first = line.find_first_not_of(U" \t　*#"); first != View::npos)
            if (auto const one = article_at(line, first))
                out.push_back({one->number, static_cast<std::uint32_t>(from)});
        from = end + 1;
    }
    return out;
}

}  // namespace anping::forensics
