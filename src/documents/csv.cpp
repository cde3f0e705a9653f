// SPDX-License-Identifier: Apache-2.0
#include <iconv.h>

#include <algorithm>
#include <optional>

#include <anping/documents/csv.hpp>

#include "errors.hpp"
#include "text.hpp"

namespace anping::documents {
namespace {

constexpr std::size_t kColumns = 100;

std::optional<std::string> from_gb18030(std::string bytes) {
    auto* const converter = ::iconv_open("UTF-8", "GB18030");
    // NOLINTNEXTLINE(performance-no-int-to-ptr): how iconv says that it cannot
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string out(bytes.size() * 2 + 4, '\0');
    auto* in = bytes.data();
    auto in_left = bytes.size();
    auto* to = out.data();
    auto to_left = out.size();
    auto const failed = ::iconv(converter, &in, &in_left, &to, &to_left) == static_cast<std::size_t>(-1);
    ::iconv_close(converter);
    if (failed) return std::nullopt;
    out.resize(out.size() - to_left);
    return out;
}

std::optional<std::string> text_of(std::string_view bytes) {
    constexpr std::string_view kMark = "\xef\xbb\xbf";
    if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
    if (bytes.find('\0') != std::string_view::npos) return std::nullopt;
    if (is_utf8(bytes)) return std::string(bytes);
    return from_gb18030(std::string(bytes));
}

char divider_in(std::string_view text) {
    auto const first = text.substr(0, text.find('\n'));
    auto const count = [&](char one) { return std::ranges::count(first, one); };
    if (count(',') > 0) return ',';
    return count('\t') >= count(';') ? '\t' : ';';
}

// One value, with `text` behind it: at a divider, at the end of a line, or at the end of everything.
Result<std::string> value(std::string_view& text, char divider) {
    if (!text.starts_with('"')) {
        auto const end = std::min({text.find(divider), text.find('\n'), text.size()});
        std::string out(text.substr(0, end));
        text.remove_prefix(end);
        if (out.ends_with('\r')) out.pop_back();
        return out;
    }
    std::string out;
    for (text.remove_prefix(1);;) {
        auto const quote = text.find('"');
        if (quote == std::string_view::npos) return not_csv("引号没有配对");
        out += text.substr(0, quote);
        text.remove_prefix(quote + 1);
        if (!text.starts_with('"')) break;
        out += '"';
        text.remove_prefix(1);
    }
    if (text.starts_with("\r\n")) text.remove_prefix(1);
    if (!text.empty() && text.front() != divider && text.front() != '\n') return not_csv("引号后面还有内容");
    return out;
}

void drop_blank(vault::Table::Row& row) {
    while (!row.cells.empty() && row.cells.back().text.empty()) row.cells.pop_back();
}

}  // namespace

Result<vault::Table> table_of_csv(std::string_view bytes) {
    auto const whole = text_of(bytes);
    if (!whole) return not_csv("不是 UTF-8 或者 GB18030 编码的文本");
    std::string_view text = *whole;
    auto const divider = divider_in(text);
    vault::Table out;
    for (std::int64_t number = 1; !text.empty(); ++number) {
        vault::Table::Row row{number, {}};
        for (;;) {
            auto one = value(text, divider);
            if (!one) return unexpected<Error>(std::move(one.error()));
            row.cells.push_back({std::move(*one), false});
            if (row.cells.size() > kColumns) return not_csv("栏目过多");
            if (!text.starts_with(divider)) break;
            text.remove_prefix(1);
        }
        if (!text.empty()) text.remove_prefix(1);
        drop_blank(row);
        if (!row.cells.empty()) out.rows.push_back(std::move(row));
    }
    return out;
}

}  // namespace anping::documents
