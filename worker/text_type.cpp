// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cctype>

#include "answer.hpp"
#include "media_type.hpp"

namespace anping::worker {
namespace {

using namespace std::string_view_literals;

// What browsers take for HTML wherever it stands first (https://mimesniff.spec.whatwg.org).
constexpr std::array kHtml = {
    "<!doctype html"sv, "<html"sv, "<head"sv,  "<script"sv, "<iframe"sv, "<h1"sv,   "<div"sv, "<font"sv,
    "<table"sv,         "<a"sv,    "<style"sv, "<title"sv,  "<b"sv,      "<body"sv, "<br"sv,  "<p"sv,
    "<meta"sv};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view skip_space(std::string_view text) {
    while (!text.empty() && " \t\r\n\f"sv.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    return text;
}

bool starts_with_any_case(std::string_view text, std::string_view lowered) {
    return text.size() >= lowered.size() &&
           std::equal(lowered.begin(), lowered.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

bool is_html(std::string_view text) {
    while (text.starts_with("<!--")) {
        auto const end = text.find("-->");
        if (end == std::string_view::npos) return true;
        text = skip_space(text.substr(end + 3));
    }
    return std::any_of(kHtml.begin(), kHtml.end(), [&](std::string_view tag) {
        return starts_with_any_case(text, tag) &&
               (text.size() == tag.size() || " \t\r\n\f>"sv.find(text[tag.size()]) != std::string_view::npos);
    });
}

// The name of the first element, past declarations, comments and a document type.
std::string_view root_of(std::string_view text) {
    for (;;) {
        text = skip_space(text);
        if (!text.starts_with('<')) return {};
        bool const comment = text.starts_with("<!--");
        if (!comment && !text.starts_with("<?") && !text.starts_with("<!")) break;
        auto const end = text.find(comment ? "-->"sv : ">"sv);
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + (comment ? 3 : 1));
    }
    text.remove_prefix(1);
    return text.substr(0, text.find_first_of(" \t\r\n/>"));
}

bool is_name(std::string_view text) {
    return !text.empty() && (std::isalpha(static_cast<unsigned char>(text[0])) != 0 || text[0] == '_' || text[0] < 0);
}

bool is_json(std::string_view text, bool cut) {
    if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
    boost::json::stream_parser parser;
    boost::json::error_code problem;
    parser.write(text.data(), text.size(), problem);
    if (!problem && !cut) parser.finish(problem);
    return !problem;
}

bool has_controls(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && "\t\r\n\f\x1b"sv.find(c) == std::string_view::npos;
    });
}

bool is_gb18030(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) continue;
        if (lead == 0x80 || lead == 0xff) return false;
        if (++i == text.size()) return true;
        auto const next = static_cast<unsigned char>(text[i]);
        bool const four = next >= 0x30 && next <= 0x39;
        if (!four && (next < 0x40 || next == 0x7f || next == 0xff)) return false;
        if (four) i += 2;
    }
    return true;
}

}  // namespace

std::string text_type_of(Input const& input) {
    std::string_view text = input.head;
    bool const cut = input.size > static_cast<std::int64_t>(text.size());
    if (text.empty()) return "application/octet-stream";
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return "text/plain";
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    if (has_controls(text)) return "application/octet-stream";
    auto const body = skip_space(text);
    if (is_html(body)) return "text/html";
    auto const root = root_of(body);
    if (root == "svg" || root.ends_with(":svg")) return "image/svg+xml";
    if (starts_with_any_case(root, "html")) return "text/html";
    if (body.starts_with("<?xml") || body.starts_with("<!DOCTYPE") || is_name(root)) return "application/xml";
    if (is_json(body, cut)) return "application/json";
    return is_utf8(text, cut) || is_gb18030(text) ? "text/plain" : "application/octet-stream";
}

}  // namespace anping::worker
