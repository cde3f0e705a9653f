// SPDX-License-Identifier: Apache-2.0
// A redacted copy on the portal, by the institution's choice.
#include <anping/practice/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint publish(Rooms const& rooms) {
    return endpoint(Action::disclosure_record, "POST", "/api/v1/projects/{id}/copy")
        .summary("在公开查询页面公开遮盖后的报告副本，逐处写明遮盖了什么")
        .target(family::of_project(rooms))
        .changes<PublishCopy, Answer>(201, [rooms](Context const& context, PublishCopy in) {
            return rooms.writer.apply(
                context.change(rooms.service.publish_copy(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint withdraw(Rooms const& rooms) {
    return endpoint(Action::disclosure_record, "POST", "/api/v1/projects/{id}/copy-withdrawal")
        .summary("撤下报告副本，写明原因")
        .target(family::of_project(rooms))
        .changes<WithdrawCopy, Answer>(201, [rooms](Context const& context, WithdrawCopy in) {
            return rooms.writer.apply(
                context.change(rooms.service.withdraw_copy({context.capture("id")}, std::move(in))));
        });
}

// Whoever may see the original may see what was covered of it.
api::Endpoint redactions(Rooms const& rooms) {
    return endpoint(Action::evidence_view, "GET", "/api/v1/projects/{id}/redactions")
        .summary("副本中遮盖各处的承诺、盐值和内容，用于证明遮盖了什么")
        .target(family::of_project(rooms))
        .returns<CoveredOpening>([rooms](Context const& context) -> Result<api::Page<CoveredOpening>> {
            auto lease = rooms.pool.lease();
            return api::Page<CoveredOpening>{rooms.service.redactions(*lease, {context.capture("id")}), std::nullopt};
        });
}

api::Endpoint download(Rooms const& rooms) {
    return endpoint(Action::report_check, "GET", "/api/v1/report-copies/{number}")
        .summary("机构选择公开的、遮盖后的报告副本")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto const copy = rooms.service.copy(*lease, context.capture("number"));
            auto const path = copy ? rooms.vault.path_of(copy->file.blob.sm3) : std::nullopt;
            if (!path) return no_copy();
            http::Response response;
            response.file = http::FileBody{*path, static_cast<std::uint64_t>(copy->file.blob.size)};
            return std::move(response)
                .with("Content-Type", copy->file.blob.reading.media_type)
                .with("Content-Disposition", "attachment; filename=\"copy-" + copy->report.text + "\"")
                .with("Content-Security-Policy", "sandbox; default-src 'none'")
                .with("Cache-Control", "no-cache");
        });
}

}  // namespace

std::vector<api::Endpoint> families::copies(Rooms const& rooms) {
    return {publish(rooms), withdraw(rooms), redactions(rooms), download(rooms)};
}

}  // namespace anping::practice
