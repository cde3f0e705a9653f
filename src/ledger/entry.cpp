// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json.hpp>
#include <stdexcept>

#include <anping/crypto/merkle.hpp>
#include <anping/ledger/entry.hpp>

#include "body.hpp"

namespace anping::ledger {
namespace {

// Types and subjects need no escape in JSON: the end of a body is read without a parser.
bool is_plain(std::string_view text, std::size_t max) {
    return !text.empty() && text.size() <= max && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
               c == '.' || c == ':' || c == '/';
    });
}

void member(std::string& out, std::string_view name, std::string_view text) {
    out += '"';
    out += name;
    out += "\":";
    out += canonical(json::value(text));
}

std::string body_of(Entry const& entry) {
    std::string out;
    out.reserve(512);
    out += "{\"actor\":{";
    member(out, "account", entry.actor.account);
    out += ',';
    member(out, "region", entry.actor.region);
    out += ',';
    member(out, "role", entry.actor.role);
    out += ',';
    member(out, "unit", entry.actor.unit);
    out += "},\"at\":\"" + to_string(entry.at) + "\",\"data\":";
    out += canonical(json::value(entry.event.data));
    out += ",\"prev\":\"" + crypto::to_hex(entry.prev) + "\",\"seq\":" + std::to_string(entry.seq);
    out += ",\"subject\":\"" + entry.event.subject + "\",\"type\":\"" + entry.event.type +
           "\",\"v\":" + std::to_string(entry.event.v) + "}";
    return out;
}

std::string text_of(json::object const& object, char const* name) { return std::string(object.at(name).as_string()); }

Entry entry_of(json::object const& object) {
    Entry entry;
    auto const& actor = object.at("actor").as_object();
    entry.actor = {text_of(actor, "account"), text_of(actor, "role"), text_of(actor, "unit"), text_of(actor, "region")};
    auto const at = parse_timestamp(text_of(object, "at"));
    auto const prev = crypto::digest_from_hex(text_of(object, "prev"));
    if (!at || !prev) throw std::runtime_error("no time or no previous leaf");
    entry.at = *at;
    entry.prev = *prev;
    entry.seq = object.at("seq").as_int64();
    entry.event = {text_of(object, "type"), object.at("v").as_int64(), text_of(object, "subject"),
                   object.at("data").as_object()};
    return entry;
}

// Cuts `end` off the end of `text`.
bool drop(std::string_view& text, std::string_view end) noexcept {
    if (!text.ends_with(end)) return false;
    text.remove_suffix(end.size());
    return true;
}

bool drop_number(std::string_view& text, std::int64_t& value) noexcept {
    std::size_t digits = 0;
    while (digits < text.size() && text[text.size() - 1 - digits] >= '0' && text[text.size() - 1 - digits] <= '9')
        ++digits;
    if (digits == 0 || digits > 18) return false;
    value = 0;
    for (char c : text.substr(text.size() - digits)) value = value * 10 + (c - '0');
    bool const leading_zero = digits > 1 && text[text.size() - digits] == '0';
    text.remove_suffix(digits);
    return !leading_zero;
}

bool drop_plain(std::string_view& text, std::string_view& value) noexcept {
    auto const quote = text.rfind('"');
    if (quote == std::string_view::npos) return false;
    value = text.substr(quote + 1);
    text.remove_suffix(text.size() - quote);
    return true;
}

}  // namespace

void seal_entry(Entry& entry, crypto::HashAlgorithm algorithm) {
    if (!is_plain(entry.event.type, 100) || !is_plain(entry.event.subject, 200) || entry.event.v < 1 || entry.seq < 0)
        throw std::invalid_argument("not an entry: type \"" + entry.event.type + "\", subject \"" +
                                    entry.event.subject + "\"");
    entry.body = body_of(entry);
    entry.leaf = crypto::leaf_hash(algorithm, entry.body);
}

Entry parse_entry(std::string body, crypto::HashAlgorithm algorithm) {
    Entry entry;
    try {
        auto value = parse_json(body);
        if (!value) throw std::runtime_error(value.error().text);
        entry = entry_of(value->as_object());
        seal_entry(entry, algorithm);
    } catch (std::exception const& e) { throw std::runtime_error(std::string("not an entry: ") + e.what()); }
    if (entry.body != body) throw std::runtime_error("not an entry: not in canonical form");
    return entry;
}

std::optional<BodyTail> read_tail(std::string_view body) noexcept {
    BodyTail tail;
    std::int64_t version = 0;
    bool const ends = drop(body, "}") && drop_number(body, version) && drop(body, "\",\"v\":") &&
                      drop_plain(body, tail.type) && drop(body, "\",\"type\":") && drop_plain(body, tail.subject) &&
                      drop(body, ",\"subject\":") && drop_number(body, tail.seq) && drop(body, "\",\"seq\":");
    if (!ends || body.size() < 64) return std::nullopt;
    tail.prev = body.substr(body.size() - 64);
    body.remove_suffix(64);
    if (!drop(body, ",\"prev\":\"")) return std::nullopt;
    return tail;
}

std::optional<std::string_view> read_time(std::string_view body) noexcept {
    static constexpr std::string_view kBefore = "\"},\"at\":\"";
    auto const place = body.find(kBefore);
    if (place == std::string_view::npos || body.size() < place + kBefore.size() + 32) return std::nullopt;
    return body.substr(place + kBefore.size(), 32);
}

}  // namespace anping::ledger
