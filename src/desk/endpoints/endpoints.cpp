// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>
#include <anping/desk/desk.hpp>

#include "statistics.hpp"

namespace anping::desk {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint audit(Desk const& desk, db::Pool& pool) {
    return endpoint(Action::audit_view, "GET", "/api/v1/audit/entries")
        .summary("账本条目：何时、何岗位、何种行为、对象；不含内容，最新的在前")
        .query("type", "行为的种类，如 practice.notice_filed；不填为全部")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页条数，1至200")
        .returns<AuditEntry>([&desk, &pool](Context const& context) -> Result<api::Page<AuditEntry>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto const type = context.request.query_value("type").value_or("");
            auto lease = pool.lease();
            return api::make_page(desk.audit(*lease, type, asked->before, asked->fetch()), *asked,
                                  [](AuditEntry const& row) { return std::vector{std::to_string(row.index)}; });
        });
}

}  // namespace

std::vector<api::Endpoint> endpoints(Desk const& desk, db::Pool& pool) {
    std::vector<api::Endpoint> out{
        audit(desk, pool),
        endpoint(Action::todo_list, "GET", "/api/v1/todos")
            .summary("等我处理的事项，最紧迫的在前")
            .returns<Todo>([&desk, &pool](Context const& context) -> Result<api::Page<Todo>> {
                auto lease = pool.lease();
                return api::Page<Todo>{desk.todos(*lease, context.who, context.policy), std::nullopt};
            }),
        endpoint(Action::search, "GET", "/api/v1/search")
            .summary("查找：项目、告知回执、报告编号、许可申请、机构、企业、人员（全名）、仪器编号")
            .query("q", "名称、编号的一部分，或完整的统一社会信用代码、姓名；至少两个字")
            .returns<Found>([&desk, &pool](Context const& context) -> Result<api::Page<Found>> {
                auto const text = context.request.query_value("q").value_or("");
                if (text.size() < 2) return api::Page<Found>{};
                auto lease = pool.lease();
                return api::Page<Found>{desk.search(*lease, context.who, context.policy, text), std::nullopt};
            })};
    for (auto& one : statistics_endpoints(desk, pool)) out.push_back(std::move(one));
    return out;
}

}  // namespace anping::desk
