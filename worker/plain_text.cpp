// SPDX-License-Identifier: Apache-2.0
#include "plain_text.hpp"

#include <iconv.h>

#include <stdexcept>

#include "answer.hpp"

namespace anping::worker {
namespace {

std::string converted(std::string bytes, char const* encoding) {
    auto* const converter = ::iconv_open("UTF-8", encoding);
    // NOLINTNEXTLINE(performance-no-int-to-ptr): how iconv says that it cannot
    if (converter == reinterpret_cast<iconv_t>(-1)) throw std::runtime_error("no converter");
    std::string out(bytes.size() * 2 + 16, '\0');
    auto* in = bytes.data();
    auto in_left = bytes.size();
    auto* to = out.data();
    auto to_left = out.size();
    while (in_left > 0 && to_left > 3) {
        if (::iconv(converter, &in, &in_left, &to, &to_left) != static_cast<std::size_t>(-1) || to_left <= 3) break;
        for (char const c : {'\xEF', '\xBF', '\xBD'}) *to++ = c;
        to_left -= 3;
        ++in;
        --in_left;
    }
    ::iconv_close(converter);
    out.resize(out.size() - to_left);
    return out;
}

}  // namespace

std::string plain_text_of(Input const& input, std::size_t limit) {
    auto bytes = read_at(input, 0, limit);
    std::string text;
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) text = converted(std::move(bytes), "UTF-16");
    else if (is_utf8(bytes, true)) text = std::move(bytes);
    else text = converted(std::move(bytes), "GB18030");
    if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
    if (text.size() > limit) text.resize(limit);
    while (!text.empty() && !is_utf8(text, false)) text.pop_back();  // cut within a character
    return text;
}

}  // namespace anping::worker
