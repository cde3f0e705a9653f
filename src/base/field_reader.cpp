// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json.hpp>
#include <optional>
#include <stdexcept>
#include <utility>

#include <anping/base/field_reader.hpp>

namespace anping {
namespace {

// RFC 6901: "~" and "/" inside a member's name.
std::string escaped(std::string_view member) {
    std::string out;
    for (char c : member) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// A Chinese keyboard's space, which leaves a field as empty as any other.
constexpr std::string_view kWideSpace = "\u3000";

Error wrong(std::vector<FieldError> problems) {
    auto text = "填写的内容有 " + std::to_string(problems.size()) + " 处需要修改";
    return {ErrorCode::invalid_input, "input.invalid", std::move(text), std::move(problems)};
}

std::string_view trimmed(std::string_view text) noexcept {
    for (;;) {
        if (!text.empty() && is_space(text.front())) text.remove_prefix(1);
        else if (!text.empty() && is_space(text.back())) text.remove_suffix(1);
        else if (text.starts_with(kWideSpace)) text.remove_prefix(kWideSpace.size());
        else if (text.ends_with(kWideSpace)) text.remove_suffix(kWideSpace.size());
        else return text;
    }
}

// Values built in the program, not parsed, may hold small numbers as unsigned.
std::optional<std::int64_t> integer_in(boost::json::value const& value) noexcept {
    if (value.is_int64()) return value.get_int64();
    if (value.is_uint64() && std::in_range<std::int64_t>(value.get_uint64()))
        return static_cast<std::int64_t>(value.get_uint64());
    return std::nullopt;
}

std::size_t code_points(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool has_control(std::string_view text) noexcept {
    return std::ranges::any_of(text, [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && !is_space(c)) || byte == 0x7F;
    });
}

}  // namespace

FieldReader::Scope FieldReader::enter(std::string_view member) {
    auto const length = pointer_.size();
    pointer_ += '/';
    pointer_ += escaped(member);
    return {*this, length};
}

FieldReader::Scope FieldReader::enter(std::size_t element) {
    auto const length = pointer_.size();
    pointer_ += '/' + std::to_string(element);
    return {*this, length};
}

std::string FieldReader::string(boost::json::value const& value, std::size_t min, std::size_t max) {
    if (!value.is_string()) {
        problem("string", "应为文字");
        return {};
    }
    auto const text = trimmed(value.get_string());
    auto const length = code_points(text);
    if (has_control(text)) problem("control_characters", "不能包含控制字符");
    if (length < min) {
        if (min == 1) problem("required", "必填");
        else problem("min_length", "至少 " + std::to_string(min) + " 个字");
    }
    if (length > max) problem("max_length", "最多 " + std::to_string(max) + " 个字");
    return std::string(text);
}

std::int64_t FieldReader::integer(boost::json::value const& value) {
    if (auto const number = integer_in(value)) return *number;
    problem("integer", "应为整数");
    return 0;
}

std::int64_t FieldReader::integer(boost::json::value const& value, std::int64_t min, std::int64_t max) {
    auto const number = integer(value);
    if (integer_in(value) && (number < min || number > max))
        problem("range", "应在 " + std::to_string(min) + " 到 " + std::to_string(max) + " 之间");
    return number;
}

bool FieldReader::boolean(boost::json::value const& value) {
    if (value.is_bool()) return value.get_bool();
    problem("boolean", "应为是或否");
    return false;
}

boost::json::object const* FieldReader::object(boost::json::value const& value) {
    if (auto const* object = value.if_object()) return object;
    problem("object", "应为一组字段");
    return nullptr;
}

boost::json::array const* FieldReader::array(boost::json::value const& value, std::size_t max) {
    auto const* array = value.if_array();
    if (array == nullptr) {
        problem("array", "应为列表");
        return nullptr;
    }
    if (array->size() > max) {
        problem("max_items", "最多 " + std::to_string(max) + " 项");
        return nullptr;
    }
    return array;
}

void FieldReader::problem(std::string rule, std::string text) {
    problems_.push_back({pointer_, std::move(rule), std::move(text)});
}

void FieldReader::required() { problem("required", "必填"); }

void FieldReader::unknown_choice(std::vector<std::string> const& choices) {
    std::string text = "只能是：";
    for (std::size_t i = 0; i < choices.size(); ++i) text += (i == 0 ? "" : "、") + choices[i];
    problem("choice", std::move(text));
}

void FieldReader::refuse_others(boost::json::object const& object, std::vector<std::string_view> const& known) {
    for (auto const& member : object) {
        std::string_view const name = member.key();
        if (std::ranges::find(known, name) != known.end()) continue;
        auto scope = enter(name);
        problem("unknown", "没有这个字段");
    }
}

Error FieldReader::error() const { return wrong(problems_); }

tl::unexpected<Error> wrong_field(std::string pointer, std::string rule, std::string text) {
    return tl::unexpected<Error>(wrong({{std::move(pointer), std::move(rule), std::move(text)}}));
}

void throw_untrusted(FieldReader const& reader) {
    auto const& first = reader.problems().front();
    throw std::runtime_error("stored JSON is not readable: " + first.pointer + " " + first.rule);
}

}  // namespace anping
