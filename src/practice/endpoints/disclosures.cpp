// SPDX-License-Identifier: Apache-2.0
// The report on the institution's own site: the address, and whether it stands there.
#include <algorithm>
#include <chrono>

#include <anping/practice/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"

namespace anping::practice {
namespace {

using namespace std::chrono_literals;
using access::Action;
using api::Context;
using api::endpoint;

// Within what a request may take.
constexpr auto kPatience = 40s;
constexpr std::chrono::microseconds kBetweenLooks = 10s;

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::project_view, "GET", "/api/v1/projects/{id}/disclosure")
        .summary("报告在机构网站的公开网址、变更和核对记录")
        .target(family::of_project(rooms))
        .returns<DisclosureView>([rooms](Context const& context) -> Result<DisclosureView> {
            auto lease = rooms.pool.lease();
            auto out = rooms.service.disclosure(*lease, {context.capture("id")});
            out.server_looks = static_cast<bool>(rooms.look);
            return out;
        });
}

api::Endpoint record(Rooms const& rooms) {
    return endpoint(Action::disclosure_record, "POST", "/api/v1/projects/{id}/disclosure")
        .summary("登记或者变更报告在机构网站的公开网址")
        .target(family::of_project(rooms))
        .changes<RecordDisclosure, Answer>(201, [rooms](Context const& context, RecordDisclosure in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_disclosure({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint withdraw(Rooms const& rooms) {
    return endpoint(Action::disclosure_record, "POST", "/api/v1/projects/{id}/disclosure-withdrawal")
        .summary("撤下公开网址，写明原因")
        .target(family::of_project(rooms))
        .changes<WithdrawDisclosure, Answer>(201, [rooms](Context const& context, WithdrawDisclosure in) {
            return rooms.writer.apply(
                context.change(rooms.service.withdraw_disclosure({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint sighting(Rooms const& rooms) {
    return endpoint(Action::disclosure_check, "POST", "/api/v1/projects/{id}/disclosure-sightings")
        .summary("人员查看公开网址后登记：内容一致、内容不同或打不开")
        .target(family::of_project(rooms))
        .changes<RecordSighting, Answer>(201, [rooms](Context const& context, RecordSighting in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_sighting(context.who, {context.capture("id")}, std::move(in))));
        });
}

Result<ledger::Written> look(Rooms const& rooms, Context const& context) {
    if (!rooms.look) return no_server_checks();
    ProjectId const id{context.capture("id")};
    auto const asked = [&] {
        auto lease = rooms.pool.lease();
        return rooms.service.disclosure_to_check(*lease, id);
    }();
    if (!asked) return unexpected<Error>(asked.error());
    if (asked->checked_at && context.now.micros - asked->checked_at->micros < kBetweenLooks.count())
        return checked_just_now();
    auto found = rooms.look({asked->url, size_limit(*asked), kPatience});
    if (!found) return unexpected<Error>(std::move(found.error()));
    return rooms.writer.apply(
        context.change(rooms.service.record_check(id, asked->url, std::move(*found), context.now)));
}

api::Endpoint check(Rooms const& rooms) {
    return endpoint(Action::disclosure_check, "POST", "/api/v1/projects/{id}/disclosure-checks")
        .summary("由平台打开公开网址核对：能否打开，内容摘要与提交的报告是否相同")
        .target(family::of_project(rooms))
        .changes<api::Nothing, Answer>(201,
                                       [rooms](Context const& context, api::Nothing) { return look(rooms, context); });
}

}  // namespace

std::vector<api::Endpoint> families::disclosures(Rooms const& rooms) {
    return {view(rooms), record(rooms), withdraw(rooms), sighting(rooms), check(rooms)};
}

}  // namespace anping::practice
