// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "screen_result.hpp"

namespace anping::app {
namespace {

constexpr char const* kHead =
    "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><meta name=\"viewport\" "
    "content=\"width=device-width\">"
    "<style>body{font:16px/1.7 system-ui,sans-serif;max-width:1200px;margin:2em auto;padding:0 1em;color:#1a1a1a}"
    ".bar{display:flex;height:1.4em;border-radius:4px;overflow:hidden;margin:.6em 0}"
    ".own{background:#cfd8dc}.shared{background:#c62828}.carried{background:#ef9a3c}.quoted{background:#90a4ae}"
    ".tables{background:#e3e7e9}.two{display:grid;grid-template-columns:1fr 1fr;gap:1em;border-top:1px solid #ccc;"
    "padding:.6em 0;break-inside:avoid}mark{background:#ffd9d6;color:inherit}small{color:#555}table{border-collapse:"
    "collapse;width:100%}td,th{border-bottom:1px solid #ddd;padding:.3em .6em;text-align:left}"
    ".text{white-space:pre-wrap;overflow-wrap:anywhere}.text .grey{color:#6b7280;background:#eef0f2}"
    ".text mark{background:#ffd9d6}"
    "@media(max-width:700px){.two{grid-template-columns:1fr}}</style>";

std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '&') out += "&amp;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

// Where each code point begins, and the end.
std::vector<std::size_t> beginnings(std::string_view utf8) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < utf8.size(); ++i)
        if ((static_cast<unsigned char>(utf8[i]) & 0xC0u) != 0x80) out.push_back(i);
    out.push_back(utf8.size());
    return out;
}

// From one code point to before another, with a little of what stands around it.
std::string excerpt(std::string_view utf8, std::vector<std::size_t> const& at, std::uint64_t from, std::uint64_t to) {
    constexpr std::uint64_t kAround = 30;
    std::uint64_t const last = at.size() - 1;
    from = std::min(from, last);
    to = std::clamp(to, from, last);
    auto const cut = [&](std::uint64_t a, std::uint64_t b) { return escaped(utf8.substr(at[a], at[b] - at[a])); };
    return cut(from - std::min(from, kAround), from) + "<mark>" + cut(from, to) + "</mark>" +
           cut(to, std::min(last, to + kAround));
}

std::int64_t number(json::object const& in, char const* name) { return in.at(name).to_number<std::int64_t>(); }
std::string text(json::object const& in, char const* name) { return std::string(in.at(name).as_string()); }

std::string kind_in_words(std::string_view kind) {
    if (kind == "established") return "确证";
    return kind == "suspected" ? "疑似" : "线索";
}

std::string bar(json::object const& result) {
    std::string out = "<div class=\"bar\">";
    for (auto const* const part : {"shared", "carried", "own", "quoted", "tables"})
        out += fmt::format("<span class=\"{}\" style=\"flex:{}\"></span>", part, number(result, part));
    return out + "</div>" +
           fmt::format(
               "<p>比较 {} 字：与他人相同 {}，本机构以前的 {}，自己的 {}，引用 {}，表格和名称 {}；看不见的 {}</p>",
               number(result, "chars"), number(result, "shared"), number(result, "carried"), number(result, "own"),
               number(result, "quoted"), number(result, "tables"), number(result, "hidden"));
}

std::pair<std::uint64_t, std::uint64_t> place_of(json::object const& in, char const* side) {
    auto const& ends = in.at(side).as_array();
    return {ends.at(0).to_number<std::uint64_t>(), ends.at(1).to_number<std::uint64_t>()};
}

// "《安全生产法》第20条，2021年9月1日起施行".
std::string reason_of(json::object const& quotation) {
    auto out = "《" + text(quotation, "law") + "》";
    auto const& articles = quotation.at("articles").as_array();
    for (std::size_t i = 0; i < articles.size(); ++i) out += (i > 0 ? "、" : "") + std::string(articles[i].as_string());
    return out + "，" + text(quotation, "edition");
}

std::string quotations_of(json::object const& result, std::string_view own, std::vector<std::size_t> const& at) {
    auto const& all = result.at("quotations").as_array();
    if (all.empty()) return {};
    auto out = fmt::format("<h2>引用 <small>{} 处，不计入相同</small></h2>", all.size());
    for (auto const& value : all) {
        auto const& one = value.as_object();
        auto const [from, to] = place_of(one, "a");
        out +=
            fmt::format("<div class=\"two\"><div>{}</div><div>{}，一致 {:.0f}%</div></div>", excerpt(own, at, from, to),
                        escaped(reason_of(one)), 100 * one.at("identity").to_number<double>());
    }
    return out;
}

std::string findings_of(json::object const& result, std::string_view own, std::vector<std::size_t> const& at) {
    std::string out;
    for (auto const& value : result.at("findings").as_array()) {
        auto const& one = value.as_object();
        if (!text(one, "detector").starts_with("quotations.")) continue;
        std::string places;
        for (auto const& where : one.at("where").as_array())
            places += "<div>" +
                      excerpt(own, at, where.at(0).to_number<std::uint64_t>(), where.at(1).to_number<std::uint64_t>()) +
                      "</div>";
        out += fmt::format("<div class=\"two\"><div>{}</div><div>{} <small>{}</small></div></div>", places,
                           escaped(text(one, "words")), kind_in_words(text(one, "severity")));
    }
    return out.empty() ? out : "<h2>引用中的问题</h2>" + out;
}

// A stretch of the text that is shown in another way.
struct Coat {
    std::uint64_t from, to;
    std::string open, close;
};

// The whole text: what stands in a source marked, what is quoted grey. Of two that overlap the first begins.
std::string whole_text(json::object const& result, std::string_view own, std::vector<std::size_t> const& at) {
    std::vector<Coat> coats;
    for (auto const& source : result.at("sources").as_array())
        for (auto const& passage : source.at("passages").as_array()) {
            auto const [from, to] = place_of(passage.as_object(), "a");
            coats.push_back({from, to, "<mark>", "</mark>"});
        }
    for (auto const& quotation : result.at("quotations").as_array()) {
        auto const& one = quotation.as_object();
        auto const [from, to] = place_of(one, "a");
        coats.push_back(
            {from, to, fmt::format("<span class=\"grey\" title=\"引用{}\">", escaped(reason_of(one))), "</span>"});
    }
    std::ranges::stable_sort(coats, {}, &Coat::from);
    std::uint64_t const last = at.size() - 1;
    auto const cut = [&](std::uint64_t a, std::uint64_t b) { return escaped(own.substr(at[a], at[b] - at[a])); };
    std::string out =
        "<h2>全文 <small>红底：与来源相同；灰字：引用，指向它可以看到出处</small></h2><div class=\"text\">";
    std::uint64_t done = 0;
    for (auto const& coat : coats) {
        auto const from = std::clamp(coat.from, done, last);
        auto const to = std::clamp(coat.to, from, last);
        out += cut(done, from);
        if (to > from) out += coat.open + cut(from, to) + coat.close;
        done = to;
    }
    return out + cut(done, last) + "</div>";
}

}  // namespace

std::string page_of(json::object const& result, std::string_view own, Originals& originals,
                    forensics::Screening const& screening) {
    auto const at = beginnings(own);
    auto out = kHead + fmt::format("<title>{0}</title><h1>{0}</h1><p><small>SHA-256 {1}</small></p>{2}",
                                   escaped(text(result, "file")), text(result, "sha256"), bar(result));
    auto const& sources = result.at("sources").as_array();
    for (std::size_t i = 0; i < sources.size(); ++i) {
        auto const& source = sources[i].as_object();
        auto const original = originals.of(screening.sources[i].doc);
        auto const there = beginnings(original->text);
        out += fmt::format("<h2>{} <small>相同 {} 字</small></h2>", escaped(text(source, "file")),
                           number(source, "shared"));
        for (auto const& one : source.at("passages").as_array()) {
            auto const& passage = one.as_object();
            auto const place = [&](char const* side, int end) {
                return passage.at(side).as_array().at(static_cast<std::size_t>(end)).to_number<std::uint64_t>();
            };
            out +=
                fmt::format("<div class=\"two\"><div>{}</div><div>{}</div><small>{} 字，相同 {:.0f}%，{}</small></div>",
                            excerpt(own, at, place("a", 0), place("a", 1)),
                            original->text.empty() ? "（来源文件已不在原处）"
                                                   : excerpt(original->text, there, place("b", 0), place("b", 1)),
                            number(passage, "chars"), 100 * passage.at("identity").to_number<double>(),
                            kind_in_words(text(passage, "kind")));
        }
    }
    return out + findings_of(result, own, at) + quotations_of(result, own, at) + whole_text(result, own, at);
}

std::string index_of(std::vector<json::object> const& results, std::vector<std::string> const& pages) {
    std::vector<std::size_t> order(results.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) {
        return results[i].contains("shared") ? number(results[i], "shared") : -1;
    });
    auto out = kHead + std::string("<title>查重</title><h1>查重</h1><table><tr><th>文件<th>字数<th>与他人相同<th>来源");
    for (auto const i : order) {
        auto const& one = results[i];
        if (one.contains("error"))
            out +=
                fmt::format("<tr><td>{}<td colspan=\"3\">{}", escaped(text(one, "file")), escaped(text(one, "error")));
        else
            out += fmt::format("<tr><td><a href=\"{}\">{}</a><td>{}<td>{}<td>{}", pages[i], escaped(text(one, "file")),
                               number(one, "chars"), number(one, "shared"), one.at("sources").as_array().size());
    }
    return out + "</table>";
}

}  // namespace anping::app
