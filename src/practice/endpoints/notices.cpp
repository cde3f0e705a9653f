// SPDX-License-Identifier: Apache-2.0
// What an institution files of a notice, and what a clerk enters for one that came on paper.
#include <anping/practice/endpoints.hpp>

#include "families.hpp"
#include "family.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint file(Rooms const& rooms) {
    return endpoint(Action::notice_file, "POST", "/api/v1/projects/{id}/notices")
        .summary("从业告知：同时送达省级和项目所在县")
        .target(family::of_project(rooms))
        .changes<FileNotice, Answer>(201, [rooms](Context const& context, FileNotice in) {
            return rooms.writer.apply(
                context.change(rooms.service.file_notice({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint amend(Rooms const& rooms) {
    return endpoint(Action::notice_file, "POST", "/api/v1/projects/{id}/amendments")
        .summary("更正从业告知：写明原因；实质变更另须重新告知")
        .target(family::of_project(rooms))
        .changes<AmendNotice, Answer>(201, [rooms](Context const& context, AmendNotice in) {
            return rooms.writer.apply(
                context.change(rooms.service.amend_notice({context.capture("id")}, std::move(in))));
        });
}

// Whose matter it is: of the project named, or of the place described.
Result<void> may_enter(Rooms const& rooms, Context const& context, EnterNotice const& in) {
    access::Target target;
    if (in.project) {
        auto lease = rooms.pool.lease();
        auto found = rooms.service.target(*lease, *in.project);
        if (!found) return unexpected<Error>(std::move(found.error()));
        target = std::move(*found);
    } else if (in.described) {
        target.region = in.described->region;
        target.authority = in.described->authority;
    }
    return context.policy.decide(context.who, Action::notice_enter, target);
}

api::Endpoint enter(Rooms const& rooms) {
    return endpoint(Action::notice_enter, "POST", "/api/v1/notices")
        .summary("录入纸质、电话等方式收到的从业告知，以实际收到之日为准")
        .changes<EnterNotice, Answer>(201, [rooms](Context const& context, EnterNotice in) -> Result<ledger::Written> {
            if (auto may = may_enter(rooms, context, in); !may) return unexpected<Error>(std::move(may.error()));
            return rooms.writer.apply(context.change(rooms.service.enter_notice(context.who, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::notices(Rooms const& rooms) { return {file(rooms), amend(rooms), enter(rooms)}; }

}  // namespace anping::practice
