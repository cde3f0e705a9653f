// SPDX-License-Identifier: Apache-2.0
#include <anping/desk/desk.hpp>

namespace anping::desk {

using access::Action;
using api::Context;
using api::endpoint;

std::vector<api::Endpoint> endpoints(Desk const& desk, db::Pool& pool) {
    return {endpoint(Action::todo_list, "GET", "/api/v1/todos")
                .summary("等我处理的事项，最紧迫的在前")
                .returns<Todo>([&desk, &pool](Context const& context) -> Result<api::Page<Todo>> {
                    auto lease = pool.lease();
                    return api::Page<Todo>{desk.todos(*lease, context.who, context.policy), std::nullopt};
                }),
            endpoint(Action::search, "GET", "/api/v1/search")
                .summary("按名称查找项目和机构")
                .query("q", "名称的一部分，至少两个字")
                .returns<Found>([&desk, &pool](Context const& context) -> Result<api::Page<Found>> {
                    auto const text = context.request.query_value("q").value_or("");
                    if (text.size() < 2) return api::Page<Found>{};
                    auto lease = pool.lease();
                    return api::Page<Found>{desk.search(*lease, context.who, context.policy, text), std::nullopt};
                })};
}

}  // namespace anping::desk
