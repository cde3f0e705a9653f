// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/json.hpp>

#include "book_tests.hpp"
#include "compiler.hpp"

namespace anping::rulebook {
namespace {

void count(CheckResult& out, Law const& law) {
    out.books = static_cast<std::int64_t>(law.books().size());
    for (auto const* clause : law.all()) {
        ++out.clauses;
        if (clause->enforced) ++out.enforced;
        if (!clause->citation.binding) ++out.not_binding;
    }
    out.digest = law.digest();
}

}  // namespace

CheckResult check(std::string const& directory) {
    Report report;
    CheckResult out;
    auto const shelf = read_shelf(directory, Tests::read, report);
    auto const collection = collect(shelf, report);
    auto const data = compile(collection, {}, report);
    if (!report.has_errors()) {
        LawSource const source = [&](std::vector<std::string> const& confirmed) {
            if (confirmed.empty()) return Law(data);
            Report unheard;
            std::vector<Confirmation> all;
            all.reserve(confirmed.size());
            for (auto const& clause : confirmed) all.push_back({clause});
            return Law(compile(collection, all, unheard));
        };
        count(out, Law(data));
        auto run = run_tests(shelf, source, report);
        out.cases = run.cases;
        out.failures = std::move(run.failures);
        out.untested = std::move(run.untested);
    }
    out.ok = !report.has_errors() && out.failures.empty();
    out.diagnostics = report.take();
    return out;
}

std::string to_text(Diagnostic const& diagnostic) {
    std::string out = diagnostic.file.empty() ? std::string() : fmt::format("{}:", diagnostic.file);
    if (diagnostic.line > 0) out += fmt::format("{}:{}:", diagnostic.line, diagnostic.column);
    out += fmt::format("{}{}[{}] {}\n", out.empty() ? "" : " ", diagnostic.severity == "error" ? "错误" : "警告",
                       diagnostic.code, diagnostic.message);
    if (!diagnostic.snippet.empty()) out += fmt::format("    {}\n", diagnostic.snippet);
    if (!diagnostic.affects.empty()) out += fmt::format("    影响：{}\n", diagnostic.affects);
    return out;
}

std::string to_text(CheckResult const& result) {
    std::string out;
    for (auto const& diagnostic : result.diagnostics) out += to_text(diagnostic);
    for (auto const& failure : result.failures)
        out += fmt::format("{}:{}: 测试不符：{}\n    {} 应为 {}，实为 {}\n", failure.file, failure.line, failure.says,
                           failure.what, failure.expected, failure.got);
    for (auto const& clause : result.untested) out += fmt::format("未经测试的条款：{}\n", clause);
    if (result.books > 0)
        out += fmt::format("规则书 {} 部，条款 {} 条（已实施 {}，只作提示与提醒 {}），测试 {} 例，不符 {} 例\n",
                           result.books, result.clauses, result.enforced, result.not_binding, result.cases,
                           result.failures.size());
    out += result.ok ? "可以使用\n" : "不可使用：有错误的规则书整体不予采用\n";
    return out;
}

}  // namespace anping::rulebook
