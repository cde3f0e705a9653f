// SPDX-License-Identifier: Apache-2.0
// The officer's own desk: what waits, whom it can go to, who keeps it meanwhile; and the oversight of all desks.
#include "desk.hpp"

namespace anping::circulation {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

constexpr std::int64_t kLimit = 200;

struct DeputyAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(DeputyAnswer, (), (id))

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::circulation_desk, "GET", "/api/v1/slips")
        .summary("等我办理的流转单，最紧迫的在前")
        .query("box", "sent：我交出去的，最新的在前")
        .returns<SlipView>([rooms](Context const& context) -> Result<api::Page<SlipView>> {
            bool const sent = context.request.query_value("box").value_or("") == "sent";
            auto lease = rooms.pool.lease();
            return api::Page<SlipView>{sent ? rooms.service.sent(*lease, context.who, kLimit)
                                            : rooms.service.waiting(*lease, context.who, kLimit),
                                       std::nullopt};
        });
}

api::Endpoint offices(Rooms const& rooms) {
    return endpoint(Action::circulation_desk, "GET", "/api/v1/offices")
        .summary("可以交给谁：本部门的同事，上级和下级部门")
        .returns<OfficeView>([rooms](Context const& context) -> Result<api::Page<OfficeView>> {
            auto lease = rooms.pool.lease();
            return api::Page<OfficeView>{rooms.service.offices(*lease, context.who), std::nullopt};
        });
}

api::Endpoint deputies(Rooms const& rooms) {
    return endpoint(Action::circulation_desk, "GET", "/api/v1/deputies")
        .summary("本部门的代理，最新的在前")
        .returns<DeputyView>([rooms](Context const& context) -> Result<api::Page<DeputyView>> {
            auto lease = rooms.pool.lease();
            return api::Page<DeputyView>{rooms.service.deputies(*lease, context.who), std::nullopt};
        });
}

api::Endpoint name_deputy(Rooms const& rooms) {
    return endpoint(Action::circulation_desk, "POST", "/api/v1/deputies")
        .summary("指定代理：从哪天到哪天，由谁代理")
        .changes<NameDeputy, DeputyAnswer>(201, [rooms](Context const& context, NameDeputy in) {
            return rooms.writer.apply(context.change(rooms.service.name_deputy(context.who, std::move(in))));
        });
}

api::Endpoint end_deputy(Rooms const& rooms) {
    return endpoint(Action::circulation_desk, "POST", "/api/v1/deputies/{id}/ending")
        .summary("提前结束代理")
        .target([rooms](Context const& context) -> Result<access::Target> {
            auto lease = rooms.pool.lease();
            return rooms.service.target(*lease, DeputyId{context.capture("id")});
        })
        .changes<EndDeputy, DeputyAnswer>(201, [rooms](Context const& context, EndDeputy in) {
            return rooms.writer.apply(
                context.change(rooms.service.end_deputy(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint oversight(Rooms const& rooms) {
    return endpoint(Action::circulation_oversee, "GET", "/api/v1/oversight")
        .summary("督办：事项在谁手里，本部门和下级部门逾期的，各地机构逾期的件数")
        .returns<OversightView>([rooms](Context const& context) -> Result<OversightView> {
            auto lease = rooms.pool.lease();
            return rooms.service.oversight(*lease, context.who);
        });
}

}  // namespace

std::vector<api::Endpoint> desk_endpoints(Rooms const& rooms) {
    return {list(rooms), offices(rooms), deputies(rooms), name_deputy(rooms), end_deputy(rooms), oversight(rooms)};
}

}  // namespace anping::circulation
