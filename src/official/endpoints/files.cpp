// SPDX-License-Identifier: Apache-2.0
// Files of documents, one by one and many at once.
#include <algorithm>
#include <limits>

#include <anping/api/asked.hpp>
#include <anping/base/field_reader.hpp>

#include "families.hpp"

namespace anping::official {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

constexpr char const* kPdf = "application/pdf";

// RFC 5987: any name, safely.
std::string encoded(std::string const& name) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (char const c : name) {
        bool const plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
                           c == '-' || c == '_';
        if (plain) {
            out += c;
            continue;
        }
        out += '%';
        out += kHex[static_cast<unsigned char>(c) >> 4];
        out += kHex[c & 0xF];
    }
    return out;
}

api::Endpoint file(Rooms const& rooms) {
    return endpoint(Action::document_view, "GET", "/api/v1/documents/{id}/file")
        .summary("文书的文件：签发的原样，草稿按现在的内容并注明是草稿")
        .query("as", "docx（不填即是）或 pdf")
        .target(of_document(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            api::Asked asked(context.request);
            auto const kind = asked.word<FileKind>("as").value_or(FileKind::docx);
            if (asked.error()) return unexpected<Error>(*asked.error());
            auto lease = rooms.pool.lease();
            auto file = rooms.service.file(*lease, {context.capture("id")}, kind);
            if (!file) return unexpected<Error>(std::move(file.error()));
            bool const pdf = kind == FileKind::pdf;
            return named(std::move(file->bytes), pdf ? kPdf : api::kDocx, file->name + (pdf ? ".pdf" : ".docx"));
        });
}

api::Endpoint receipt(Rooms const& rooms) {
    return endpoint(Action::document_view, "GET", "/api/v1/documents/{id}/receipt")
        .summary("这份文书的送达回执，DOCX，留有签名的位置")
        .target(of_document(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto file = rooms.service.receipt(*lease, {context.capture("id")});
            if (!file) return unexpected<Error>(std::move(file.error()));
            return named(std::move(file->bytes), api::kDocx, file->name + ".docx");
        });
}

api::Endpoint scan(Rooms const& rooms) {
    return endpoint(Action::document_view, "GET", "/api/v1/documents/{id}/scans/{sm3}")
        .summary("送达回执的扫描件或者照片")
        .target(of_document(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto const found = rooms.service.scan(*lease, {context.capture("id")}, context.capture("sm3"));
            if (!found) return unexpected<Error>(found.error());
            auto const path = rooms.vault.path_of(found->file.sm3);
            auto const blob = rooms.vault.blob(found->file.sm3);
            if (!path || !blob) return fail(ErrorCode::not_found, "official.no_scan", "没有这个文件");
            http::Response response;
            response.file = http::FileBody{*path, static_cast<std::uint64_t>(found->file.size)};
            return std::move(response)
                .with("Content-Type", blob->reading.media_type)
                .with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(found->file_name))
                .with("Content-Security-Policy", "sandbox; default-src 'none'")
                .with("Cache-Control", "private, no-store");
        });
}

Result<std::vector<std::string>> ids_of(Context const& context) {
    std::vector<std::string> out;
    auto const text = std::string(context.request.query_value("ids").value_or(""));
    for (std::size_t at = 0; at < text.size();) {
        auto const comma = std::min(text.find(',', at), text.size());
        if (comma > at) out.push_back(text.substr(at, comma - at));
        at = comma + 1;
    }
    if (out.empty()) return wrong_field("/ids", "required", "请选择文书");
    if (out.size() > kMostInBatch)
        return wrong_field("/ids", "many", "一次至多 " + std::to_string(kMostInBatch) + " 份");
    return out;
}

// Those of them the asker may see, the newest first.
api::Endpoint batch(Rooms const& rooms) {
    return endpoint(Action::document_view, "GET", "/api/v1/document-batch")
        .summary("选中的文书打成一个 ZIP：DOCX，有 PDF 的附 PDF")
        .query("ids", "编号，以逗号分开")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto ids = ids_of(context);
            if (!ids) return unexpected<Error>(std::move(ids.error()));
            DocumentFilter filter;
            filter.ids = std::move(*ids);
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::document_view);
            auto const rows = rooms.service.documents(*lease, sees, filter, std::numeric_limits<std::int64_t>::max(),
                                                      static_cast<std::int64_t>(kMostInBatch));
            if (rows.empty()) return unexpected<Error>(access::not_found());
            auto file = rooms.service.batch(*lease, rows);
            if (!file) return unexpected<Error>(std::move(file.error()));
            return named(std::move(file->bytes), "application/zip", "执法文书.zip");
        });
}

}  // namespace

http::Response named(std::string bytes, char const* media_type, std::string const& name) {
    http::Response response;
    response.body = std::move(bytes);
    return std::move(response)
        .with("Content-Type", media_type)
        .with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name))
        .with("Cache-Control", "private, no-store");
}

std::vector<api::Endpoint> families::files(Rooms const& rooms) {
    return {file(rooms), receipt(rooms), scan(rooms), batch(rooms)};
}

}  // namespace anping::official
