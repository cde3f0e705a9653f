// SPDX-License-Identifier: Apache-2.0
#include <anping/api/answer.hpp>
#include <anping/api/paging.hpp>

#include "../rules_outside_draws.hpp"
#include "family.hpp"
#include "workbook.hpp"

namespace anping::planning {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

struct Rooms {
    OutsideDraws const& draws;
    ledger::Writer& writer;
    db::Pool& pool;
    TableReader tables;
};

auto of_draw(Rooms const& rooms) { return family::whose<OutsideDrawId>(rooms.draws, rooms.pool); }

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::draw_view, "GET", "/api/v1/outside-draws")
        .summary("在省级等其他平台抽取、登记在此的，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<OutsideDrawSummary>([rooms](Context const& context) -> Result<api::Page<OutsideDrawSummary>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::draw_view);
            return api::make_page(rooms.draws.draws(*lease, sees, asked->before, asked->fetch()), *asked,
                                  [](OutsideDrawSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::draw_view, "GET", "/api/v1/outside-draws/{id}")
        .summary("一次在其他平台的抽取：编号、日期、名单、结果，都照给出的；在此不能验算")
        .target(of_draw(rooms))
        .returns<OutsideDrawView>([rooms](Context const& context) -> Result<api::Versioned<OutsideDrawView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.draws.draw(*lease, {context.capture("id")});
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<OutsideDrawView>{std::move(*found), version};
        });
}

api::Endpoint blank(Rooms const&) {
    return endpoint(Action::draw_handle, "GET", "/api/v1/outside-draw-blank-sheet")
        .summary("登记外部平台抽取的空白名单，XLSX")
        .returns<http::Response>([](Context const& context) -> Result<http::Response> {
            return api::attachment(documents::blank_table("外部平台的抽取名单", outside_fields(),
                                                          {"名单上的机构每家一行，抽中的写“是”。"}, context.now),
                                   api::kXlsx, "blank.xlsx");
        });
}

api::Endpoint preview(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/outside-draws/sheet-preview")
        .summary("读一份工作簿里的名单和结果：逐行预览，不登记")
        .body_limit(family::kWorkbook)
        .acts<family::WorkbookGiven, OutsidePreview>(200, [rooms](Context const&, auto in) -> Result<http::Response> {
            auto const read = family::read_workbook(rooms.tables, in);
            if (!read) return unexpected<Error>(read.error());
            auto lease = rooms.pool.lease();
            auto shown = rooms.draws.preview(*lease, read->table, read->sm3);
            if (!shown) return unexpected<Error>(std::move(shown.error()));
            return api::json_response(200, to_json(*shown));
        });
}

api::Endpoint record(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/outside-draws")
        .summary("登记一次在其他平台的抽取：平台、编号、日期、名单和结果")
        .body_limit(family::kWorkbook)
        .changes<RecordOutsideDraw, IdAnswer>(201, [rooms](Context const& context, RecordOutsideDraw in) {
            return rooms.writer.apply(context.change(rooms.draws.record(context.who, std::move(in))));
        });
}

api::Endpoint withdraw(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/outside-draws/{id}/withdrawal")
        .summary("撤回一次登记，写明理由；登记与撤回都保留")
        .target(of_draw(rooms))
        .changes<WithdrawOutsideDraw, IdAnswer>(201, [rooms](Context const& context, WithdrawOutsideDraw in) {
            return rooms.writer.apply(context.change(rooms.draws.withdraw({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> outside_draw_endpoints(OutsideDraws const& draws, ledger::Writer& writer, db::Pool& pool,
                                                  TableReader tables) {
    Rooms const rooms{draws, writer, pool, std::move(tables)};
    return {list(rooms), view(rooms), blank(rooms), preview(rooms), record(rooms), withdraw(rooms)};
}

}  // namespace anping::planning
