// SPDX-License-Identifier: Apache-2.0
#include "rooms.hpp"

namespace anping::cases {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint decide(Rooms const& rooms) {
    return endpoint(Action::case_decide, "POST", "/api/v1/cases/{id}/decision")
        .summary("作出处罚决定：没有依法告知、听证的不得作出，条款未经确认的不得据以计价")
        .target(of_case(rooms))
        .changes<MakeDecision, IdAnswer>(201, [rooms](Context const& context, MakeDecision in) {
            return rooms.writer.apply(
                context.change(rooms.service.decide(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint compute(Rooms const& rooms) {
    return endpoint(Action::case_view, "POST", "/api/v1/penalty-computations")
        .summary("按事实计算处罚的种类与幅度，写明条款与算式；不保存")
        .acts<PenaltyFacts, Computation>(200,
                                         [rooms](Context const& context, PenaltyFacts in) -> Result<http::Response> {
                                             auto const out = rooms.service.compute(context.who, in);
                                             if (!out) return unexpected<Error>(out.error());
                                             return api::json_response(200, to_json(*out));
                                         });
}

api::Endpoint of_institution(Rooms const& rooms) {
    return endpoint(Action::decision_view, "GET", "/api/v1/institutions/{id}/decisions")
        .summary("信用档案：对一家机构的处罚决定，最新的在前；撤销的注明")
        .query("from", "决定日期不早于")
        .query("to", "决定日期不晚于")
        .target([rooms](Context const& context) -> Result<access::Target> {
            auto lease = rooms.pool.lease();
            return rooms.service.target(*lease, registry::InstitutionId{context.capture("id")});
        })
        .returns<DecisionRow>([rooms](Context const& context) -> Result<api::Page<DecisionRow>> {
            api::Asked asked(context.request);
            auto const from = asked.day("from");
            auto const to = asked.day("to");
            if (asked.error()) return unexpected<Error>(*asked.error());
            auto lease = rooms.pool.lease();
            return api::Page<DecisionRow>{rooms.service.decisions_of(*lease, {context.capture("id")}, from, to),
                                          std::nullopt};
        });
}

}  // namespace

std::vector<api::Endpoint> decision_endpoints(Rooms const& rooms) {
    return {decide(rooms), compute(rooms), of_institution(rooms)};
}

}  // namespace anping::cases
