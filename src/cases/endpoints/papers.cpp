// SPDX-License-Identifier: Apache-2.0
#include "rooms.hpp"

namespace anping::cases {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint papers(Rooms const& rooms) {
    return endpoint(Action::case_view, "GET", "/api/v1/cases/{id}/papers")
        .summary("案件的各步骤应有哪种文书，有没有签发；在这里制作的文书及其送达，登记为步骤的注明")
        .target(of_case(rooms))
        .returns<PapersView>([rooms](Context const& context) -> Result<PapersView> {
            auto lease = rooms.pool.lease();
            return rooms.service.papers(*lease, {context.capture("id")});
        });
}

}  // namespace

std::vector<api::Endpoint> paper_endpoints(Rooms const& rooms) { return {papers(rooms)}; }

}  // namespace anping::cases
