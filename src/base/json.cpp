// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <stdexcept>
#include <unordered_set>
#include <utility>
#include <vector>

#include <anping/base/json.hpp>

namespace anping {
namespace {

constexpr std::size_t kMaxDepth = 32;
// A browser reads numbers as doubles: beyond this it would verify another number than the one hashed.
constexpr std::int64_t kMaxInteger = 9'007'199'254'740'991;

template <class Integer>
constexpr bool is_exact(Integer number) noexcept {
    return std::cmp_greater_equal(number, -kMaxInteger) && std::cmp_less_equal(number, kMaxInteger);
}

// Boost.JSON keeps the last of two equal keys and turns big integers into doubles; this handler looks over its
// shoulder and stops at either, before any value is built.
struct StrictHandler {
    static constexpr std::size_t max_object_size = 10'000;
    static constexpr std::size_t max_array_size = 100'000;
    static constexpr std::size_t max_key_size = 1'000;
    static constexpr std::size_t max_string_size = 8'000'000;
    using Ec = boost::system::error_code;

    std::vector<std::unordered_set<std::string>> keys;
    std::string key;
    char const* refused = nullptr;

    bool refuse(char const* why, Ec& ec) {
        refused = why;
        ec = json::error::syntax;
        return false;
    }
    static bool has_nul(std::string_view text) { return text.find('\0') != std::string_view::npos; }

    bool on_document_begin(Ec&) { return true; }
    bool on_document_end(Ec&) { return true; }
    bool on_object_begin(Ec&) {
        keys.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, Ec&) {
        keys.pop_back();
        return true;
    }
    bool on_array_begin(Ec&) { return true; }
    bool on_array_end(std::size_t, Ec&) { return true; }
    bool on_key_part(std::string_view part, std::size_t, Ec&) {
        key += part;
        return true;
    }
    bool on_key(std::string_view part, std::size_t, Ec& ec) {
        key += part;
        if (has_nul(key)) return refuse("NUL 字符", ec);
        if (!keys.back().insert(std::move(key)).second) return refuse("同名字段重复", ec);
        key.clear();
        return true;
    }
    bool on_string_part(std::string_view part, std::size_t, Ec& ec) { return !has_nul(part) || refuse("NUL 字符", ec); }
    bool on_string(std::string_view part, std::size_t, Ec& ec) { return !has_nul(part) || refuse("NUL 字符", ec); }
    bool on_number_part(std::string_view, Ec&) { return true; }
    bool on_int64(std::int64_t number, std::string_view, Ec& ec) {
        return is_exact(number) || refuse("数字超出范围", ec);
    }
    bool on_uint64(std::uint64_t, std::string_view, Ec& ec) { return refuse("数字超出范围", ec); }
    bool on_double(double, std::string_view, Ec& ec) { return refuse("只接受整数", ec); }
    bool on_bool(bool, Ec&) { return true; }
    bool on_null(Ec&) { return true; }
    bool on_comment_part(std::string_view, Ec&) { return true; }
    bool on_comment(std::string_view, Ec&) { return true; }
};

// RFC 8785 3.2.3 sorts by UTF-16 code units, which differs from UTF-8 order only above U+FFFF.
std::u16string utf16(std::string_view text) {
    std::u16string out;
    for (std::size_t i = 0; i < text.size();) {
        auto const lead = static_cast<unsigned char>(text[i]);
        std::size_t const length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        if (point < 0x10000) {
            out += static_cast<char16_t>(point);
        } else {
            out += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
            out += static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FF));
        }
        i += length;
    }
    return out;
}

void write_string(std::string& out, std::string_view text) {
    static constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    for (char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\b': out += "\\b"; break;
            case '\f': out += "\\f"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += "\\u00";
                    out += kHex[static_cast<unsigned char>(c) >> 4];
                    out += kHex[c & 0xF];
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

template <class Integer>
void write_integer(std::string& out, Integer number) {
    if (!is_exact(number)) throw std::invalid_argument("canonical JSON holds no integer beyond 2^53 - 1");
    out += std::to_string(number);
}

void write_value(std::string& out, json::value const& value);

void write_object(std::string& out, json::object const& object) {
    std::vector<std::pair<std::u16string, json::key_value_pair const*>> members;
    members.reserve(object.size());
    for (auto const& member : object) members.emplace_back(utf16(member.key()), &member);
    std::ranges::sort(members, {}, [](auto const& m) -> std::u16string const& { return m.first; });
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i != 0) out += ',';
        write_string(out, members[i].second->key());
        out += ':';
        write_value(out, members[i].second->value());
    }
    out += '}';
}

void write_value(std::string& out, json::value const& value) {
    switch (value.kind()) {
        case json::kind::null: out += "null"; return;
        case json::kind::bool_: out += value.get_bool() ? "true" : "false"; return;
        case json::kind::int64: write_integer(out, value.get_int64()); return;
        case json::kind::uint64: write_integer(out, value.get_uint64()); return;
        case json::kind::double_: throw std::invalid_argument("canonical JSON holds no floating-point numbers");
        case json::kind::string: write_string(out, value.get_string()); return;
        case json::kind::object: write_object(out, value.get_object()); return;
        case json::kind::array: break;
    }
    out += '[';
    auto const& array = value.get_array();
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (i != 0) out += ',';
        write_value(out, array[i]);
    }
    out += ']';
}

}  // namespace

Result<json::value> parse_json(std::string_view text) {
    json::parse_options options;
    options.max_depth = kMaxDepth;
    json::basic_parser<StrictHandler> strict(options);
    boost::system::error_code ec;
    auto const read = strict.write_some(false, text.data(), text.size(), ec);
    if (ec || read != text.size()) {
        char const* const why = strict.handler().refused;
        auto const what = why != nullptr ? std::string(why) : "第 " + std::to_string(read) + " 字节处无法解析";
        return fail(ErrorCode::invalid_input, "input.json", "内容不是有效的 JSON：" + what);
    }
    auto value = json::parse(text, ec, {}, options);
    if (ec) return fail(ErrorCode::invalid_input, "input.json", "内容不是有效的 JSON");
    return value;
}

std::string canonical(json::value const& value) {
    std::string out;
    write_value(out, value);
    return out;
}

}  // namespace anping
