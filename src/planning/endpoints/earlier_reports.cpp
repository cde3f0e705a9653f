// SPDX-License-Identifier: Apache-2.0
#include <anping/api/answer.hpp>

#include "../rules_earlier_reports.hpp"
#include "family.hpp"
#include "workbook.hpp"

namespace anping::planning {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

struct Rooms {
    EarlierReports const& reports;
    ledger::Writer& writer;
    db::Pool& pool;
    TableReader tables;
};

auto of_report(Rooms const& rooms) { return family::whose<EarlierReportId>(rooms.reports, rooms.pool); }

api::Endpoint blank() {
    return endpoint(Action::year_plan_write, "GET", "/api/v1/earlier-report-blank-sheet")
        .summary("登记平台上线以前的报告的空白名单，XLSX")
        .returns<http::Response>([](Context const& context) -> Result<http::Response> {
            return api::attachment(
                documents::blank_table("平台上线以前的报告", earlier_fields(),
                                       {"每份法定评价报告一行。那时没有留下的痕迹不用补，也不作为问题。"}, context.now),
                api::kXlsx, "blank.xlsx");
        });
}

api::Endpoint preview(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "POST", "/api/v1/earlier-reports/sheet-preview")
        .summary("读一份工作簿里的报告名单：逐行预览，不登记")
        .body_limit(family::kWorkbook)
        .acts<family::WorkbookGiven, EarlierReportsPreview>(
            200, [rooms](Context const&, auto in) -> Result<http::Response> {
                auto const read = family::read_workbook(rooms.tables, in);
                if (!read) return unexpected<Error>(read.error());
                auto const shown = EarlierReports::preview(read->table, read->sm3);
                if (!shown) return unexpected<Error>(shown.error());
                return api::json_response(200, to_json(*shown));
            });
}

api::Endpoint record(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "POST", "/api/v1/earlier-reports")
        .summary("登记平台上线以前的报告，每份作为专项名单上的一行")
        .body_limit(family::kWorkbook)
        .changes<RecordEarlierReports, IdAnswer>(201, [rooms](Context const& context, RecordEarlierReports in) {
            return rooms.writer.apply(context.change(rooms.reports.record(context.who, std::move(in))));
        });
}

api::Endpoint check(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "POST", "/api/v1/earlier-reports/{id}/checks")
        .summary("登记一份以前的报告已经查过：方式、日期、查了什么")
        .target(of_report(rooms))
        .changes<CheckEarlierReport, IdAnswer>(201, [rooms](Context const& context, CheckEarlierReport in) {
            return rooms.writer.apply(
                context.change(rooms.reports.check(context.who, {context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> earlier_report_endpoints(EarlierReports const& reports, ledger::Writer& writer,
                                                    db::Pool& pool, TableReader tables) {
    Rooms const rooms{reports, writer, pool, std::move(tables)};
    return {blank(), preview(rooms), record(rooms), check(rooms)};
}

}  // namespace anping::planning
