// SPDX-License-Identifier: Apache-2.0
#include "rooms.hpp"

namespace anping::cases {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

constexpr std::int64_t kShown = 200;

auto of_typical(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, TypicalId{context.capture("id")});
    };
}

api::Endpoint draft(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/cases/{id}/typical-cases")
        .summary("从案件写出公开的案例：典型案例须已结案、已公示；严重案件须已公示；不写个人姓名")
        .target(of_case(rooms))
        .changes<DraftTypical, IdAnswer>(201, [rooms](Context const& context, DraftTypical in) {
            return rooms.writer.apply(
                context.change(rooms.service.draft_typical(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint decide(Rooms const& rooms) {
    return endpoint(Action::case_decide, "POST", "/api/v1/typical-cases/{id}/decision")
        .summary("负责人决定发布或者不发布案例")
        .target(of_typical(rooms))
        .changes<DecideTypical, IdAnswer>(201, [rooms](Context const& context, DecideTypical in) {
            return rooms.writer.apply(context.change(Service::decide_typical({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint withdraw(Rooms const& rooms) {
    return endpoint(Action::case_decide, "POST", "/api/v1/typical-cases/{id}/withdrawal")
        .summary("撤回已发布的案例，写明理由")
        .target(of_typical(rooms))
        .changes<WithdrawTypical, IdAnswer>(201, [rooms](Context const& context, WithdrawTypical in) {
            return rooms.writer.apply(
                context.change(Service::withdraw_typical({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::case_view, "GET", "/api/v1/typical-cases")
        .summary("本部门和下级部门写的案例，最新的在前；所依据的决定撤销的注明")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<TypicalView>([rooms](Context const& context) -> Result<api::Page<TypicalView>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::case_view);
            return api::make_page(rooms.service.typicals(*lease, sees, asked->before, asked->fetch()), *asked,
                                  [](TypicalView const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint published(Rooms const& rooms) {
    return endpoint(Action::published_case_view, "GET", "/api/v1/published-cases")
        .summary("公开的典型案例和严重案件，最新的在前，至多 200 件")
        .query("kind", "typical 典型案例，serious 严重案件")
        .query("topic", "行为的代码")
        .query("q", "文本里的词")
        .returns<PublishedCase>([rooms](Context const& context) -> Result<api::Page<PublishedCase>> {
            api::Asked asked(context.request);
            PublishedFilter filter;
            filter.kind = asked.word<TypicalKind>("kind");
            filter.topic = asked.text("topic").value_or("");
            filter.words = asked.text("q").value_or("");
            if (asked.error()) return unexpected<Error>(*asked.error());
            auto lease = rooms.pool.lease();
            return api::Page<PublishedCase>{rooms.service.published_cases(*lease, filter, kShown), std::nullopt};
        });
}

}  // namespace

std::vector<api::Endpoint> typical_endpoints(Rooms const& rooms) {
    return {draft(rooms), decide(rooms), withdraw(rooms), list(rooms), published(rooms)};
}

}  // namespace anping::cases
