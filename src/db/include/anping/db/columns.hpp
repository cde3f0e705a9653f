// SPDX-License-Identifier: Apache-2.0
// How values of the field and described enums stand in columns: as their text. For modules that name `field`.
#pragma once

#include <stdexcept>

#include <anping/db/value.hpp>
#include <anping/field/date.hpp>
#include <anping/field/region.hpp>

namespace anping::db {

inline Value sql(field::Date date) { return to_string(date); }
inline Value sql(std::optional<field::Date> const& date) { return date ? Value(to_string(*date)) : Value(nullptr); }
template <class E>
    requires boost::describe::has_describe_enumerators<E>::value
Value sql(E value) {
    return boost::describe::enum_to_string(value, "?");
}

template <>
struct Column<field::Date> {
    static constexpr ColumnType type = ColumnType::text;
    static field::Date read(Value&& value) {
        auto const text = required_text(std::move(value));
        auto const date = field::parse_date(text);
        if (!date) throw std::runtime_error("not a date in the database: " + text);
        return *date;
    }
};

template <>
struct Column<field::RegionCode> {
    static constexpr ColumnType type = ColumnType::text;
    static field::RegionCode read(Value&& value) { return {required_text(std::move(value))}; }
};

template <class E>
    requires boost::describe::has_describe_enumerators<E>::value
struct Column<E> {
    static constexpr ColumnType type = ColumnType::text;
    static E read(Value&& value) {
        auto const text = required_text(std::move(value));
        E out{};
        if (!boost::describe::enum_from_string(text.c_str(), out))
            throw std::runtime_error("not a known word in the database: " + text);
        return out;
    }
};

}  // namespace anping::db
