// SPDX-License-Identifier: Apache-2.0
#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"

namespace anping::registry {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

Result<OfficerView> read(Rooms const& rooms, Context const& context) {
    auto lease = rooms.pool.lease();
    auto view = rooms.service.officer(*lease, {context.capture("id")}, field::beijing_date(context.now));
    if (!view) return unknown_officer();
    return std::move(*view);
}

auto of_officer(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto const view = read(rooms, context);
        if (!view) return unexpected<Error>(view.error());
        access::Target target;
        target.unit = view->bureau.text;
        return target;
    };
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::officer_view, "GET", "/api/v1/officers")
        .summary("本部门的执法人员与执法证件")
        .returns<OfficerView>([rooms](Context const& context) -> Result<api::Page<OfficerView>> {
            auto lease = rooms.pool.lease();
            return api::Page<OfficerView>{
                rooms.service.officers_of(*lease, {context.who.unit}, field::beijing_date(context.now)), std::nullopt};
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::officer_view, "GET", "/api/v1/officers/{id}")
        .summary("一名执法人员")
        .target(of_officer(rooms))
        .returns<OfficerView>([rooms](Context const& context) -> Result<api::Versioned<OfficerView>> {
            auto found = read(rooms, context);
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<OfficerView>{std::move(*found), version};
        });
}

api::Endpoint history(Rooms const& rooms) {
    return endpoint(Action::officer_view, "GET", "/api/v1/officers/{id}/history")
        .summary("登记与更新，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .target(of_officer(rooms))
        .returns<HistoryItem>([rooms](Context const& context) { return family::history(rooms, context); });
}

api::Endpoint add(Rooms const& rooms) {
    return endpoint(Action::officer_keep, "POST", "/api/v1/officers")
        .summary("登记本部门的一名执法人员")
        .changes<AddOfficer, IdAnswer>(201, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(context.change(rooms.service.add_officer(context.who, std::move(in))));
        });
}

api::Endpoint change(Rooms const& rooms) {
    return endpoint(Action::officer_keep, "POST", "/api/v1/officers/{id}/changes")
        .summary("更新执法证件、账号，或者登记离岗")
        .target(of_officer(rooms))
        .changes<ChangeOfficer, IdAnswer>(201, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(
                context.change(rooms.service.change_officer({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::officers(Rooms const& rooms) {
    return {list(rooms), view(rooms), history(rooms), add(rooms), change(rooms)};
}

}  // namespace anping::registry
