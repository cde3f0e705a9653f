// SPDX-License-Identifier: Apache-2.0
// What the endpoints of this module share.
#pragma once

#include <anping/api/paging.hpp>
#include <anping/registry/endpoints.hpp>

namespace anping::registry::family {

inline constexpr int kExpiryAhead = 90;  // days of the list of what runs out

struct IdAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id))

// Whose the institution in the path is, and whom its work concerns.
inline auto of_institution(Rooms const& rooms) {
    return [rooms](api::Context const& context) { return rooms.target(context.capture("id"), context.who.unit); };
}

// What was entered of whoever the path names, the newest first.
inline Result<api::Page<HistoryItem>> history(Rooms const& rooms, api::Context const& context) {
    auto const asked = api::page_of_entries(context.request);
    if (!asked) return unexpected<Error>(asked.error());
    auto lease = rooms.pool.lease();
    return api::make_page(rooms.service.history(*lease, context.capture("id"), asked->before, asked->fetch()), *asked,
                          [](HistoryItem const& item) { return std::vector{std::to_string(item.entry)}; });
}

// The pool is the asker's bureau's.
inline Result<void> may_keep_experts(api::Context const& context) {
    access::Target where;
    where.region = context.who.region;
    where.authority = context.who.authority;
    return context.policy.decide(context.who, access::Action::expert_keep, where);
}

// What a list of experts is asked for: q and state.
Result<ExpertFilter> expert_filter(http::Request const& request);

// A page of a list by id that is searched by a text.
template <class View, class Search>
Result<api::Page<View>> page(api::Context const& context, Search const& search) {
    auto const asked = api::page_request(context.request, 1);
    if (!asked) return unexpected<Error>(asked.error());
    auto const text = context.request.query_value("q").value_or("");
    auto const after = asked->after.empty() ? std::string() : asked->after.front();
    return api::make_page(search(text, after, asked->fetch()), *asked,
                          [](View const& view) { return std::vector{view.id.text}; });
}

}  // namespace anping::registry::family
