// SPDX-License-Identifier: Apache-2.0
// One file with everything of a project, checked without this server, as large as the evidence is.
#include <filesystem>

#include <anping/ledger/archive.hpp>
#include <anping/ledger/receipts.hpp>
#include <anping/practice/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

Result<http::Response> export_archive(Rooms const& rooms, Context const& context) {
    ProjectId const id{context.capture("id")};
    auto lease = rooms.pool.lease();
    // What no signed head covers yet proves nothing: it goes into a later export.
    auto const head = ledger::latest_head(rooms.directory);
    auto const files = rooms.service.files(*lease, id, head ? head->size : 0);
    if (!files) return unexpected<Error>(files.error());
    if (!files->published) return nothing_to_export();

    ledger::ArchiveRequest request;
    request.subjects = {id.text};
    if (auto const contents = rooms.service.archive_list(*lease, id)) request.note = *contents;
    for (auto const& sm3 : files->sm3)
        if (auto const path = rooms.vault.path_of(sm3)) request.evidence.push_back({sm3, *path});
    auto const file = ledger::export_archive(*lease, rooms.directory, request, id.text);
    if (!file) return unexpected<Error>(file.error());

    http::Response response;
    response.file = http::FileBody{*file, std::filesystem::file_size(*file)};
    return std::move(response)
        .with("Content-Type", "application/zip")
        .with("Content-Disposition", "attachment; filename=\"" + id.text + ".zip\"")
        .with("Cache-Control", "private, no-store");
}

}  // namespace

std::vector<api::Endpoint> families::archives(Rooms const& rooms) {
    return {endpoint(Action::project_view, "GET", "/api/v1/projects/{id}/archive-contents")
                .summary("归档内容：依过程次序应有的各项，有、待补正、未到或不适用；先后次序的异常")
                .target(family::of_project(rooms))
                .returns<ArchiveContents>([rooms](Context const& context) {
                    auto lease = rooms.pool.lease();
                    return rooms.service.archive(*lease, {context.capture("id")});
                }),
            endpoint(Action::archive_export, "GET", "/api/v1/projects/{id}/archive-file")
                .summary("导出归档文件：条目、证明、签名树头和材料，离线可验")
                .target(family::of_project(rooms))
                .returns<http::Response>([rooms](Context const& context) { return export_archive(rooms, context); })};
}

}  // namespace anping::practice
