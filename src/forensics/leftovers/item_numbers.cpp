// SPDX-License-Identifier: Apache-2.0
#include "leftovers/item_numbers.hpp"

#include <algorithm>

#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kHighest = 200;  // no list of items is longer
constexpr View kHanziNumber = U"一二三四五六七八九十百零〇";
constexpr View kCounters = U"条项款";
constexpr View kParts = U"、,和及与 ";
constexpr View kTo = U"~〜-至到";

class Scanner {
public:
    Scanner(View text, std::uint32_t at) : text_(text), at_(at) {}

    std::uint32_t at() const { return at_; }
    bool take(char32_t one) { return take_any(View(&one, 1)); }
    bool take_any(View letters) {
        if (at_ >= text_.size() || !is_among(text_[at_], letters)) return false;
        ++at_;
        return true;
    }
    // "6", "(六)", "⑥".
    std::optional<std::size_t> number() {
        auto const from = at_;
        if (at_ < text_.size() && text_[at_] >= U'①' && text_[at_] <= U'⑳') return text_[at_++] - U'①' + 1;
        bool const bracketed = take(U'(');
        auto const out = bare_number();
        if (out && (!bracketed || take(U')'))) return out;
        at_ = from;
        return std::nullopt;
    }
    // "第6项", "6"; of "第6项" with its counter.
    std::optional<std::size_t> item(bool& counted) {
        auto const from = at_;
        take(U'第');
        auto const out = number();
        if (!out) at_ = from;
        else counted = take_any(kCounters);
        return out;
    }

private:
    std::optional<std::size_t> bare_number() {
        auto const from = at_;
        while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
        auto const digits = text_.substr(from, at_ - from);
        std::size_t out = 0;
        if (!digits.empty()) {
            if (digits.size() > 3 || (at_ + 1 < text_.size() && text_[at_] == U'.' && is_digit(text_[at_ + 1])))
                return std::nullopt;
            for (auto const one : digits) out = out * 10 + (one - U'0');
        } else {
            while (at_ < text_.size() && is_among(text_[at_], kHanziNumber)) ++at_;
            auto const count = count_of(text_.substr(from, at_ - from));
            out = count ? static_cast<std::size_t>(*count) : 0;
        }
        return out >= 1 && out <= kHighest ? std::optional(out) : std::nullopt;
    }

    View text_;
    std::uint32_t at_;
};

bool is_part_of_number(View text, std::uint32_t at) {
    return at > 0 && text[at] != U'第' &&
           (is_digit(text[at - 1]) || is_letter(text[at - 1]) || is_among(text[at - 1], U".-~第(") ||
            is_among(text[at - 1], kHanziNumber));
}

bool is_of_list(View words) { return words.empty() || words.ends_with(U"标准") || words.ends_with(U"隐患"); }

}  // namespace

std::optional<ItemNumbers> item_numbers_at(View text, std::uint32_t at) {
    if (is_part_of_number(text, at)) return std::nullopt;
    Scanner scan(text, at);
    ItemNumbers out;
    for (std::size_t items = 0;; ++items) {
        auto const from = scan.item(out.counted);
        if (!from) break;
        out.place = {at, scan.at()};
        auto last = *from;
        if (auto ahead = scan; ahead.take_any(kTo))
            if (auto const to = ahead.item(out.counted); to && *to > *from) {
                scan = ahead;
                out.place.to = scan.at();
                last = *to;
            }
        for (auto i = *from; i <= last; ++i) out.numbers.insert(i);
        out.many |= items > 0 || last > *from;
        if (!scan.take_any(kParts)) break;
    }
    return out.numbers.empty() ? std::nullopt : std::optional(std::move(out));
}

std::optional<ItemNumbers> item_numbers_alone(View cell) {
    cell = trimmed(cell);
    if (auto const from = cell.find(U'第'); from != View::npos && from > 0) {
        if (!is_of_list(cell.substr(0, from))) return std::nullopt;
        cell = cell.substr(from);
    }
    auto out = item_numbers_at(cell, 0);
    if (!out) return std::nullopt;
    auto const rest = cell.substr(out->place.to);
    bool const is_all = rest.find_first_not_of(U".、:") == View::npos || rest == U"情形" || rest == U"所列情形";
    return is_all ? std::move(out) : std::nullopt;
}

std::vector<ItemNumbers> item_numbers_in(View sentence) {
    std::vector<ItemNumbers> out;
    bool within = false;  // a place that goes on in what follows
    for (std::uint32_t at = 0; at < sentence.size(); ++at) {
        bool const ordinal = sentence[at] == U'第';
        auto one = item_numbers_at(sentence, at);
        if (!one) continue;
        at = one->place.to - 1;
        bool const goes_on = one->place.to < sentence.size() && sentence[one->place.to] == U'第';
        if (one->counted && (ordinal || one->many) && !within && !goes_on) out.push_back(std::move(*one));
        within = goes_on;
    }
    return out;
}

}  // namespace anping::forensics
