// SPDX-License-Identifier: Apache-2.0
#include "diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace anping::rulebook {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

std::string SourceFile::line(int number) const {
    std::size_t begin = 0;
    for (int i = 1; i < number; ++i) {
        auto const end = text.find('\n', begin);
        if (end == std::string::npos) return {};
        begin = end + 1;
    }
    auto out = text.substr(begin, text.find('\n', begin) - begin);
    if (!out.empty() && out.back() == '\r') out.pop_back();
    return out;
}

bool is_warning(Code code) noexcept { return code >= Code::new_watch; }

void Report::add(Code code, Location const& where, std::string message, std::string affects) {
    Diagnostic out;
    out.severity = is_warning(code) ? "warning" : "error";
    out.code = boost::describe::enum_to_string(code, "");
    if (where.file != nullptr) {
        out.file = where.file->name;
        out.snippet = where.line > 0 ? where.file->line(where.line) : std::string();
    }
    out.line = where.line;
    out.column = where.column;
    out.message = std::move(message);
    out.affects = std::move(affects);
    if (!is_warning(code)) ++errors_;
    diagnostics_.push_back(std::move(out));
}

std::vector<Diagnostic> Report::take() {
    std::ranges::stable_sort(diagnostics_, {}, [](Diagnostic const& d) { return std::tie(d.file, d.line, d.column); });
    return std::move(diagnostics_);
}

std::string suggestion(std::string_view written, std::vector<std::string_view> const& choices) {
    std::string_view best;
    std::size_t best_distance = std::max<std::size_t>(2, written.size() / 3) + 1;
    for (auto const choice : choices) {
        auto const distance = edit_distance(written, choice);
        if (distance >= best_distance) continue;
        best = choice;
        best_distance = distance;
    }
    return best.empty() ? std::string() : fmt::format("，是否想写 {}？", best);
}

}  // namespace anping::rulebook
