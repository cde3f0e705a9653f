// SPDX-License-Identifier: Apache-2.0
// Enterprises an institution hosts, and the experts' visits to them.
#include <anping/api/paging.hpp>
#include <anping/api/stored_file.hpp>
#include <anping/practice/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct HostingAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(HostingAnswer, (), (id))

auto of_hosting(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.hostings.target(*lease, {context.capture("id")});
    };
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::hosting_view, "GET", "/api/v1/hostings")
        .summary("安全托管的企业和本年专家检查的次数，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<HostingSummary>([rooms](Context const& context) -> Result<api::Page<HostingSummary>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::hosting_view);
            return api::make_page(rooms.hostings.hostings(*lease, sees, asked->before, asked->fetch()), *asked,
                                  [](HostingSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::hosting_view, "GET", "/api/v1/hostings/{id}")
        .summary("一家托管企业：托管期、专家检查和签字的记录")
        .target(of_hosting(rooms))
        .returns<HostingView>([rooms](Context const& context) -> Result<api::Versioned<HostingView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.hostings.hosting(*lease, {context.capture("id")});
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<HostingView>{std::move(*found), version};
        });
}

api::Endpoint file(Rooms const& rooms) {
    return endpoint(Action::hosting_view, "GET", "/api/v1/hostings/{id}/files/{sm3}")
        .summary("专家签字的一份记录，原件")
        .target(of_hosting(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto const found = rooms.hostings.record(*lease, {context.capture("id")}, context.capture("sm3"));
            auto const path = found ? rooms.vault.path_of(found->blob.sm3) : std::nullopt;
            if (!path) return unknown_exhibit();
            return api::stored_file(*path, static_cast<std::uint64_t>(found->blob.size), found->blob.reading.media_type,
                                    found->file_name);
        });
}

api::Endpoint coverage(Rooms const& rooms) {
    return endpoint(Action::hosting_coverage, "GET", "/api/v1/hosting-coverage")
        .summary("各机构本年托管的企业有多少已经按次数请专家检查；只供了解，不产生检查任务")
        .returns<HostingCoverage>([rooms](Context const& context) -> Result<HostingCoverage> {
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::hosting_coverage);
            return rooms.hostings.coverage(*lease, sees, context.who);
        });
}

api::Endpoint declare(Rooms const& rooms) {
    return endpoint(Action::hosting_keep, "POST", "/api/v1/hostings")
        .summary("机构登记托管的一家企业：重点或者一般，托管期")
        .changes<DeclareHosting, HostingAnswer>(201, [rooms](Context const& context, DeclareHosting in) {
            return rooms.writer.apply(context.change(rooms.hostings.declare(context.who, std::move(in))));
        });
}

api::Endpoint visit(Rooms const& rooms) {
    return endpoint(Action::hosting_keep, "POST", "/api/v1/hostings/{id}/visits")
        .summary("登记一次专家检查：专家、日期、签字的记录、交付企业的日期")
        .target(of_hosting(rooms))
        .changes<RecordHostingVisit, HostingAnswer>(201, [rooms](Context const& context, RecordHostingVisit in) {
            return rooms.writer.apply(
                context.change(rooms.hostings.visit(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint end(Rooms const& rooms) {
    return endpoint(Action::hosting_keep, "POST", "/api/v1/hostings/{id}/ending")
        .summary("提前结束托管，写明原因")
        .target(of_hosting(rooms))
        .changes<EndHosting, HostingAnswer>(201, [rooms](Context const& context, EndHosting in) {
            return rooms.writer.apply(context.change(rooms.hostings.end({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::hostings(Rooms const& rooms) {
    return {list(rooms), view(rooms), file(rooms), coverage(rooms), declare(rooms), visit(rooms), end(rooms)};
}

}  // namespace anping::practice
