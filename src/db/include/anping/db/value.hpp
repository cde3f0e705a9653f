// SPDX-License-Identifier: Apache-2.0
// What crosses the border to SQL: 64-bit integers, UTF-8 text, NULL. Nothing else is portable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include <anping/base/id.hpp>
#include <anping/base/time.hpp>

namespace anping::db {

// A bound parameter. Implicit from everything that has one SQL form.
class Value {
public:
    // NOLINTBEGIN(google-explicit-constructor): parameters are written as they are
    Value(std::nullptr_t) {}
    Value(bool b) : held_(std::int64_t{b}) {}
    Value(int i) : held_(std::int64_t{i}) {}
    Value(std::int64_t i) : held_(i) {}
    Value(std::uint64_t i) : held_(static_cast<std::int64_t>(i)) {}
    Value(char const* text) : held_(std::string(text)) {}
    Value(std::string_view text) : held_(std::string(text)) {}
    Value(std::string text) : held_(std::move(text)) {}
    Value(Timestamp at) : held_(at.micros) {}
    template <class Tag>
    Value(Id<Tag> const& id) : held_(id.text) {}
    template <class T>
    Value(std::optional<T> const& maybe) {
        if (maybe) held_ = Value(*maybe).held_;
    }
    // NOLINTEND(google-explicit-constructor)

    bool is_null() const noexcept { return std::holds_alternative<std::monostate>(held_); }
    std::int64_t const* integer() const noexcept { return std::get_if<std::int64_t>(&held_); }
    std::string const* text() const noexcept { return std::get_if<std::string>(&held_); }
    std::string* text() noexcept { return std::get_if<std::string>(&held_); }

private:
    std::variant<std::monostate, std::int64_t, std::string> held_;
};

using Params = std::vector<Value>;

enum class ColumnType { integer, text };

[[noreturn]] void throw_unexpected_null();

inline std::int64_t required_integer(Value const& value) {
    if (auto const* integer = value.integer()) return *integer;
    throw_unexpected_null();
}
inline std::string required_text(Value&& value) {
    if (auto* text = value.text()) return std::move(*text);
    throw_unexpected_null();
}

// How a column becomes a T. `std::optional<T>` for columns that may be NULL; NULL elsewhere is a fault.
template <class T>
struct Column;
template <>
struct Column<std::int64_t> {
    static constexpr ColumnType type = ColumnType::integer;
    static std::int64_t read(Value&& value) { return required_integer(value); }
};
template <>
struct Column<bool> {
    static constexpr ColumnType type = ColumnType::integer;
    static bool read(Value&& value) { return required_integer(value) != 0; }
};
template <>
struct Column<std::string> {
    static constexpr ColumnType type = ColumnType::text;
    static std::string read(Value&& value) { return required_text(std::move(value)); }
};
template <>
struct Column<Timestamp> {
    static constexpr ColumnType type = ColumnType::integer;
    static Timestamp read(Value&& value) { return {required_integer(value)}; }
};
template <class Tag>
struct Column<Id<Tag>> {
    static constexpr ColumnType type = ColumnType::text;
    static Id<Tag> read(Value&& value) { return {required_text(std::move(value))}; }
};
template <class T>
struct Column<std::optional<T>> {
    static constexpr ColumnType type = Column<T>::type;
    static std::optional<T> read(Value&& value) {
        if (value.is_null()) return std::nullopt;
        return Column<T>::read(std::move(value));
    }
};

}  // namespace anping::db
