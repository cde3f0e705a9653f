// SPDX-License-Identifier: Apache-2.0
// A case in one file, checked without this server, as large as its evidence is.
#include <filesystem>

#include <anping/ledger/archive.hpp>
#include <anping/ledger/receipts.hpp>

#include "rooms.hpp"

namespace anping::cases {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

Result<http::Response> export_bundle(Rooms const& rooms, Context const& context) {
    CaseId const id{context.capture("id")};
    auto lease = rooms.pool.lease();
    auto const head = ledger::latest_head(rooms.directory);
    if (!head) return unexpected<Error>(head.error());
    auto bundle = rooms.service.bundle(*lease, id, head->size);
    if (!bundle) return unexpected<Error>(bundle.error());
    ledger::ArchiveRequest request;
    request.subjects = std::move(bundle->subjects);
    request.openings = std::move(bundle->openings);
    request.note = std::move(bundle->index);
    for (auto const& sm3 : bundle->files) {
        if (auto const found = rooms.files(sm3)) request.evidence.push_back({sm3, found->path});
        else request.note += "\n没有找到文件 " + sm3 + "：条目里有它的摘要，包内没有它的内容。\n";
    }
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

std::vector<api::Endpoint> bundle_endpoints(Rooms const& rooms) {
    return {
        endpoint(Action::case_view, "GET", "/api/v1/cases/{id}/bundle")
            .summary("案件材料包：全部条目及其证明、签名树头、文书和证据的文件、可读的目录，离线可验；推送、移送时使用")
            .target(of_case(rooms))
            .returns<http::Response>([rooms](Context const& context) { return export_bundle(rooms, context); })};
}

}  // namespace anping::cases
