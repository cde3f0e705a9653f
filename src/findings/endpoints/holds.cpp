// SPDX-License-Identifier: Apache-2.0
#include "desk.hpp"

namespace anping::findings {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

template <class Id>
auto of(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, Id{context.capture("id")});
    };
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::finding_decide, "GET", "/api/v1/projects/{id}/finding-holds")
        .summary("项目的线索暂不告知机构的记录，最新的在前")
        .target(of<practice::ProjectId>(rooms))
        .returns<HoldView>([rooms](Context const& context) -> Result<api::Page<HoldView>> {
            auto lease = rooms.pool.lease();
            return api::Page<HoldView>{rooms.service.holds(*lease, {context.capture("id")}), std::nullopt};
        });
}

api::Endpoint hold(Rooms const& rooms) {
    return endpoint(Action::finding_hold, "POST", "/api/v1/projects/{id}/finding-holds")
        .summary("项目的线索暂不告知机构：理由和截止日；归档、到期即告知")
        .target(of<practice::ProjectId>(rooms))
        .changes<HoldBack, ChangeAnswer>(201, [rooms](Context const& context, HoldBack in) {
            return rooms.writer.apply(context.change(rooms.service.hold_back({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint hold_of(Rooms const& rooms) {
    return endpoint(Action::finding_hold, "POST", "/api/v1/findings/{id}/holds")
        .summary("暂不告知机构：线索所在项目的全部线索；资质保持的线索，则为该机构资质保持的全部线索")
        .target(of<FindingId>(rooms))
        .changes<HoldBack, ChangeAnswer>(201, [rooms](Context const& context, HoldBack in) {
            return rooms.writer.apply(
                context.change(rooms.service.hold_back_with({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint end(Rooms const& rooms) {
    return endpoint(Action::finding_hold, "POST", "/api/v1/finding-holds/{id}/end")
        .summary("提前告知机构")
        .target(of<HoldId>(rooms))
        .changes<EndHold, ChangeAnswer>(201, [rooms](Context const& context, EndHold in) {
            return rooms.writer.apply(context.change(Service::end_hold({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> hold_endpoints(Rooms const& rooms) {
    return {list(rooms), hold(rooms), hold_of(rooms), end(rooms)};
}

}  // namespace anping::findings
