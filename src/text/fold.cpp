// SPDX-License-Identifier: Apache-2.0
#include <anping/text/fold.hpp>

#include <algorithm>

#include "fold_table.hpp"

namespace anping::text {
namespace {

constexpr char32_t kNone = 0xffffffff;

struct Read {
    char32_t code;
    std::size_t bytes;
};

bool follows(unsigned char byte) { return (byte & 0xc0) == 0x80; }

// One code point of two to four bytes, or one byte that is none.
Read read_long(unsigned char const* at, std::size_t left) {
    Read const none{kNone, 1};
    auto const first = at[0];
    auto const bits = [&](std::size_t i) { return static_cast<char32_t>(at[i] & 0x3f); };
    if (first >= 0xe0 && first < 0xf0) {
        if (left < 3 || !follows(at[1]) || !follows(at[2])) return none;
        auto const code = static_cast<char32_t>(first & 0x0f) << 12 | bits(1) << 6 | bits(2);
        return code < 0x800 || (code >= 0xd800 && code < 0xe000) ? none : Read{code, 3};
    }
    if (first >= 0xc2 && first < 0xe0) {
        if (left < 2 || !follows(at[1])) return none;
        return {static_cast<char32_t>(first & 0x1f) << 6 | bits(1), 2};
    }
    if (first >= 0xf0 && first < 0xf5) {
        if (left < 4 || !follows(at[1]) || !follows(at[2]) || !follows(at[3])) return none;
        auto const code = static_cast<char32_t>(first & 0x07) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3);
        return code < 0x10000 || code > 0x10ffff ? none : Read{code, 4};
    }
    return none;
}

char16_t folded_beyond(char32_t code) {
    auto const* const end = kBeyond + kBeyondSize;
    auto const* const found =
        std::lower_bound(kBeyond, end, code, [](Beyond const& one, char32_t wanted) { return one.code < wanted; });
    if (found != end && found->code == code) return found->folded;
    return static_cast<char16_t>(kPrivate + code % kPrivateSize);
}

// Where the characters go: there is room for one of every byte that is left.
class Writer {
public:
    Writer(Folded& out, std::size_t bytes) : out_(out) { grow(bytes); }
    void put(char16_t one, std::uint32_t point) {
        text_[size_] = one;
        origin_[size_] = point;
        size_ += one == u'0' && size_ > 0 && text_[size_ - 1] == u'0' ? 0 : 1;
    }
    void put_longer(std::u16string_view several, std::uint32_t point, std::size_t bytes_left) {
        if (size_ + several.size() + bytes_left > out_.text.size()) grow(size_ + several.size() + bytes_left);
        for (auto const one : several) put(one, point);
    }
    void finish() { grow(size_); }

private:
    void grow(std::size_t size) {
        out_.text.resize(size);
        out_.origin.resize(size);
        text_ = out_.text.data();
        origin_ = out_.origin.data();
    }
    Folded& out_;
    char16_t* text_ = nullptr;
    std::uint32_t* origin_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace

void fold(std::string_view utf8, Folded& out) {
    Writer to(out, utf8.size());
    auto const* at = reinterpret_cast<unsigned char const*>(utf8.data());
    auto const* const end = at + utf8.size();
    std::uint32_t point = 0;
    for (; at < end; ++point) {
        auto const one = *at < 0x80 ? Read{*at, 1} : read_long(at, static_cast<std::size_t>(end - at));
        at += one.bytes;
        if (one.code > 0xffff) {
            if (one.code != kNone) to.put(folded_beyond(one.code), point);
            continue;
        }
        auto const folded = kFolded[one.code];
        if (folded >= kFirstLonger && folded < kPastLonger)
            to.put_longer(kLonger[folded - kFirstLonger], point, static_cast<std::size_t>(end - at));
        else if (folded != 0) to.put(folded, point);
    }
    to.finish();
    out.points = point;
}

Folded fold(std::string_view utf8) {
    Folded out;
    fold(utf8, out);
    return out;
}

}  // namespace anping::text
