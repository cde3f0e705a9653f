// SPDX-License-Identifier: Apache-2.0
// Results of cases that run in the enforcement system, from a sheet of it. The file is uploaded first, and kept.
#include <fstream>
#include <iterator>

#include <anping/documents/csv.hpp>

#include "rooms.hpp"

namespace anping::cases {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct ResultsGiven {
    Text<1, 64> upload;  // the sender's own
    Text<1, 255> file_name;
};
BOOST_DESCRIBE_STRUCT(ResultsGiven, (), (upload, file_name))

// What is wrong with the sheet as a whole is wrong with the upload.
tl::unexpected<Error> of_upload(Error error) {
    if (error.code == ErrorCode::invalid_input && error.fields.empty())
        error.fields.push_back({"/upload", "sheet", error.text});
    return unexpected<Error>(std::move(error));
}

Result<ResultSheet> sheet_of(Rooms const& rooms, Context const& context, ResultsGiven const& in) {
    auto const sm3 = rooms.service.file_of(context.who, in.upload.value);
    auto const file = sm3 ? rooms.files(*sm3) : std::nullopt;
    if (!file) return wrong_field("/upload", "upload", "没有这个上传，或不是您上传的，或还没有传完");
    if (file->size > vault::kTableBytes) return wrong_field("/upload", "size", "文件超过 8 MB，请分成几份");
    std::ifstream in_file(file->path, std::ios::binary);
    std::string const bytes(std::istreambuf_iterator<char>(in_file), {});
    auto table = bytes.starts_with("PK\x03\x04") ? rooms.tables(bytes) : documents::table_of_csv(bytes);
    if (!table) return of_upload(std::move(table.error()));
    return ResultSheet{std::move(*table), *sm3, in.file_name.value};
}

api::Endpoint blank() {
    return endpoint(Action::case_handle, "GET", "/api/v1/case-results-blank-sheet")
        .summary("导入执法系统案件结果的空白模板，XLSX")
        .returns<http::Response>([](Context const& context) -> Result<http::Response> {
            return api::attachment(blank_results(context.now), api::kXlsx, "blank.xlsx");
        });
}

api::Endpoint preview(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/case-results/sheet-preview")
        .summary("导入执法系统的案件结果（XLSX 或 CSV）：逐行预览，不登记")
        .acts<ResultsGiven, registry::SheetPreview>(
            200, [rooms](Context const& context, ResultsGiven in) -> Result<http::Response> {
                auto const sheet = sheet_of(rooms, context, in);
                if (!sheet) return unexpected<Error>(sheet.error());
                auto lease = rooms.pool.lease();
                auto const shown = rooms.service.preview_results(*lease, context.who, *sheet, context.now);
                if (!shown) return of_upload(shown.error());
                return api::json_response(200, to_json(*shown));
            });
}

api::Endpoint take_in(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/case-results/sheet")
        .summary("导入执法系统的案件结果：登记能登记的行，已有的和有错误的不登记；每条注明来自哪份文件的哪一行")
        .changes<ResultsGiven, registry::SheetDone>(
            200, [rooms](Context const& context, ResultsGiven in) -> Result<ledger::Written> {
                auto sheet = sheet_of(rooms, context, in);
                if (!sheet) return unexpected<Error>(std::move(sheet.error()));
                auto done =
                    rooms.writer.apply(context.change(rooms.service.take_in_results(context.who, std::move(*sheet))));
                if (!done) return of_upload(std::move(done.error()));
                return done;
            });
}

}  // namespace

std::vector<api::Endpoint> result_endpoints(Rooms const& rooms) { return {blank(), preview(rooms), take_in(rooms)}; }

}  // namespace anping::cases
