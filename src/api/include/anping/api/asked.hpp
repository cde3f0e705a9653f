// SPDX-License-Identifier: Apache-2.0
// What a list is narrowed by, as an address says it.
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include <anping/base/field_reader.hpp>
#include <anping/field/date.hpp>
#include <anping/field/region.hpp>
#include <anping/http/message.hpp>

namespace anping::api {

// What an address says, one field after another; the first that says nothing sensible is remembered.
class Asked {
public:
    explicit Asked(http::Request const& request) : request_(request) {}

    std::optional<std::string> text(char const* name) {
        auto value = request_.query_value(name);
        if (!value || value->empty()) return std::nullopt;
        return std::string(*value);
    }
    std::optional<field::Date> day(char const* name) {
        auto const given = text(name);
        if (!given) return std::nullopt;
        auto const date = field::parse_date(*given);
        if (!date) return wrong(name, "date", "应为日期，例如 2026-03-02"), std::nullopt;
        return date;
    }
    std::optional<field::RegionCode> region(char const* name) {
        auto const given = text(name);
        if (!given) return std::nullopt;
        bool const digits = std::ranges::all_of(*given, [](char c) { return c >= '0' && c <= '9'; });
        if (given->size() != 6 || !digits) return wrong(name, "region", "应为六位地区代码"), std::nullopt;
        return field::RegionCode{*given};
    }
    template <class E>
    std::optional<E> word(char const* name) {
        auto const given = text(name);
        if (!given) return std::nullopt;
        E out{};
        if (!boost::describe::enum_from_string(given->c_str(), out))
            return wrong(name, "choice", "不是列表可以按它筛选的值"), std::nullopt;
        return out;
    }
    std::optional<Error> const& error() const { return error_; }

private:
    void wrong(char const* name, char const* rule, char const* message) {
        if (!error_) error_ = wrong_field(std::string("/") + name, rule, message).value();
    }

    http::Request const& request_;
    std::optional<Error> error_;
};

struct Days {
    field::Date from;
    field::Date to;
};

// The days `from` to `to`; where the address does not say, from the first of January on to this day.
inline Result<Days> year_so_far(http::Request const& request, Timestamp now) {
    Asked asked(request);
    auto const today = field::beijing_date(now);
    Days const out{asked.day("from").value_or(*field::Date::of(today.year(), 1, 1)), asked.day("to").value_or(today)};
    if (asked.error()) return unexpected<Error>(*asked.error());
    if (out.to < out.from) return wrong_field("/to", "order", "截止日期不能早于起始日期");
    return out;
}

}  // namespace anping::api
