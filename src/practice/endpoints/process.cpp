// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/endpoints.hpp>

#include "families.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::process_rule_view, "GET", "/api/v1/process-rule")
        .summary("本机构过程控制对审核的要求：不同的人、用本人的签名密钥")
        .returns<ProcessRule>([rooms](Context const& context) -> Result<ProcessRule> {
            auto lease = rooms.pool.lease();
            return rooms.service.process_rule(*lease, {context.who.unit});
        });
}

api::Endpoint set(Rooms const& rooms) {
    return endpoint(Action::process_rule_set, "PUT", "/api/v1/process-rule")
        .summary("改变本机构过程控制对审核的要求，写明理由")
        .reauthenticated()
        .changes<SetProcessRule, Answer>(200, [rooms](Context const& context, SetProcessRule const& in) {
            return rooms.writer.apply(context.change(Service::set_process_rule({context.who.unit}, in)));
        });
}

}  // namespace

std::vector<api::Endpoint> families::process(Rooms const& rooms) { return {view(rooms), set(rooms)}; }

}  // namespace anping::practice
