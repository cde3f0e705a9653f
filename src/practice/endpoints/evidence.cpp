// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include <anping/api/stored_file.hpp>
#include <anping/practice/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

// The file of this project with this digest: evidence or an edition of the report.
std::optional<Exhibit> find(ProjectView const& project, std::string const& sm3) {
    for (auto const& evidence : project.evidence)
        if (auto exhibit = evidence.exhibit.value(); exhibit.blob.sm3 == sm3) return exhibit;
    for (auto const& report : project.reports)
        if (report.file.blob.sm3 == sm3) return report.file;
    return std::nullopt;
}

Result<Exhibit> exhibit(Rooms const& rooms, Context const& context) {
    auto lease = rooms.pool.lease();
    auto const project = rooms.service.project(*lease, {context.capture("id")});
    if (!project) return unexpected<Error>(project.error());
    auto found = find(*project, context.capture("sm3"));
    if (!found) return unknown_exhibit();
    return std::move(*found);
}

api::Endpoint download(Rooms const& rooms) {
    return endpoint(Action::evidence_view, "GET", "/api/v1/projects/{id}/files/{sm3}")
        .summary("下载材料原件")
        .target(family::of_project(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const found = exhibit(rooms, context);
            if (!found) return unexpected<Error>(found.error());
            auto const path = rooms.vault.path_of(found->blob.sm3);
            if (!path) return unknown_exhibit();
            return api::stored_file(*path, static_cast<std::uint64_t>(found->blob.size), found->blob.reading.media_type,
                                    found->file_name);
        });
}

api::Endpoint preview(Rooms const& rooms) {
    return endpoint(Action::evidence_view, "GET", "/api/v1/projects/{id}/files/{sm3}/preview")
        .summary("材料的一页，PNG")
        .query("page", "页码，从 1 开始")
        .target(family::of_project(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const found = exhibit(rooms, context);
            if (!found) return unexpected<Error>(found.error());
            int page = 1;
            auto const text = context.request.query_value("page").value_or("1");
            std::from_chars(text.data(), text.data() + text.size(), page);
            auto png = rooms.vault.preview(found->blob.sm3, std::max(page, 1));
            if (!png) return unexpected<Error>(std::move(png.error()));
            http::Response response;
            response.body = std::move(*png);
            return std::move(response).with("Content-Type", "image/png").with("Cache-Control", "private, max-age=3600");
        });
}

}  // namespace

std::vector<api::Endpoint> families::evidence(Rooms const& rooms) { return {download(rooms), preview(rooms)}; }

}  // namespace anping::practice
