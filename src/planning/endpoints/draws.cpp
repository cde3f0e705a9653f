// SPDX-License-Identifier: Apache-2.0
#include <anping/api/answer.hpp>
#include <anping/api/asked.hpp>
#include <anping/api/paging.hpp>
#include <anping/base/json.hpp>
#include <anping/planning/endpoints.hpp>
#include <anping/planning/replay_page.hpp>

#include "../exchange_sheet.hpp"
#include "family.hpp"
#include "workbook.hpp"

namespace anping::planning {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

struct Rooms {
    Service const& service;
    ledger::Writer& writer;
    db::Pool& pool;
    ReplayPage page;
    TableReader tables;
};

auto of_draw(Rooms const& rooms) { return family::whose<DrawId>(rooms.service, rooms.pool); }

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::draw_view, "GET", "/api/v1/draws")
        .summary("双随机抽取，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<DrawSummary>([rooms](Context const& context) -> Result<api::Page<DrawSummary>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::draw_view);
            return api::make_page(rooms.service.draws(*lease, sees, asked->before, asked->fetch()), *asked,
                                  [](DrawSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::draw_view, "GET", "/api/v1/draws/{id}")
        .summary("一次抽取：名单、排除理由、各方的承诺与份额、结果")
        .target(of_draw(rooms))
        .returns<DrawView>([rooms](Context const& context) -> Result<api::Versioned<DrawView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.service.draw(*lease, {context.capture("id")}, context.who);
            if (!found) return unexpected<Error>(std::move(found.error()));
            found->yours_to_hold = found->yours_to_hold && context.policy.ever(Action::draw_handle, context.who.role);
            auto const version = found->version;
            return api::Versioned<DrawView>{std::move(*found), version};
        });
}

// Whole in one file, with the draw in it.
api::Endpoint replay_page(Rooms const& rooms) {
    return endpoint(Action::draw_view, "GET", "/api/v1/draws/{id}/replay-page")
        .summary("验算页：一个不联网的网页文件，内含名单、份额、结果，打开即重算；抽取之前没有结果")
        .target(of_draw(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto paper = rooms.service.paper(*lease, {context.capture("id")});
            return planning::replay_page(rooms.page(), paper ? std::optional(std::move(*paper)) : std::nullopt,
                                         context.capture("id"));
        });
}

api::Endpoint exchange(Rooms const& rooms) {
    return endpoint(Action::draw_view, "GET", "/api/v1/draws/{id}/exchange")
        .summary("与其他平台交换：名单、排除、签数、摘要，抽取以后还有份额、种子、结果，JSON")
        .target(of_draw(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto const found = rooms.service.exchange(*lease, {context.capture("id")});
            if (!found) return unexpected<Error>(found.error());
            return api::attachment(canonical(to_json(*found)), "application/json; charset=utf-8",
                                   context.capture("id") + ".json");
        });
}

api::Endpoint exchange_sheet(Rooms const& rooms) {
    return endpoint(Action::draw_view, "GET", "/api/v1/draws/{id}/exchange-sheet")
        .summary("与其他平台交换的名单和结果，XLSX")
        .target(of_draw(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto const found = rooms.service.exchange(*lease, {context.capture("id")});
            if (!found) return unexpected<Error>(found.error());
            return api::attachment(documents::xlsx(exchange_sheets(*found), context.now), api::kXlsx,
                                   context.capture("id") + ".xlsx");
        });
}

api::Endpoint candidates(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "GET", "/api/v1/draw-candidates")
        .summary("今天立方案，名单上会有哪些机构，各建议几签、依哪一条")
        .query("scope", "local：在本地登记的机构；served：某日以来在本地有项目的机构；bureaus：下级应急管理部门")
        .query("since", "served 从哪天起")
        .returns<CandidateView>([rooms](Context const& context) -> Result<api::Page<CandidateView>> {
            api::Asked asked(context.request);
            auto const scope = asked.word<DrawScope>("scope").value_or(DrawScope::local);
            auto const since = asked.day("since");
            if (asked.error()) return unexpected<Error>(*asked.error());
            auto lease = rooms.pool.lease();
            auto const today = field::beijing_date(context.now);
            return api::Page<CandidateView>{rooms.service.candidates(*lease, context.who, scope, since, today),
                                            std::nullopt};
        });
}

// A workbook is read once, with the column that was chosen; without one its columns are told.
api::Endpoint strata(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/draws/strata-preview")
        .summary("今天的名单照一项分层：各层几家，按比例、最大余数法建议各抽几家；不登记")
        .body_limit(family::kWorkbook)
        .acts<AskStrata, StrataPreview>(200, [rooms](Context const& context, AskStrata in) -> Result<http::Response> {
            Service::SheetGiven sheet;
            if (in.content) {
                auto read = family::read_workbook(rooms.tables, {*in.content});
                if (!read) return unexpected<Error>(std::move(read.error()));
                sheet = {std::move(read->table), std::move(read->sm3)};
            }
            auto lease = rooms.pool.lease();
            auto const shown = rooms.service.strata(*lease, context.who, in, sheet, field::beijing_date(context.now));
            if (!shown) return unexpected<Error>(shown.error());
            return api::json_response(200, to_json(*shown));
        });
}

api::Endpoint seeds(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "GET", "/api/v1/draw-seeds")
        .summary("本部门公布的种子摘要，最新的在前")
        .returns<SeedView>([rooms](Context const& context) -> Result<api::Page<SeedView>> {
            auto lease = rooms.pool.lease();
            return api::Page<SeedView>{rooms.service.seeds(*lease, {context.who.unit}), std::nullopt};
        });
}

api::Endpoint announce(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/draw-seeds")
        .summary("公布一个种子的摘要，供以后的日常抽取使用")
        .changes<api::Nothing, IdAnswer>(201, [rooms](Context const& context, api::Nothing) {
            return rooms.writer.apply(context.change(rooms.service.announce_seed(context.who)));
        });
}

api::Endpoint plan(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/draws")
        .summary("立抽取方案：名单、排除理由、权重、分层与数量、派出人员，立定即公布")
        .body_limit(family::kWorkbook)
        .changes<PlanDraw, IdAnswer>(201, [rooms](Context const& context, PlanDraw in) {
            return rooms.writer.apply(context.change(rooms.service.plan(context.who, std::move(in))));
        });
}

api::Endpoint commit(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/draws/{id}/commitments")
        .summary("一方的承诺")
        .target(of_draw(rooms))
        .changes<CommitShare, IdAnswer>(201, [rooms](Context const& context, CommitShare in) {
            return rooms.writer.apply(context.change(rooms.service.commit({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint begin_revealing(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/draws/{id}/revealing")
        .summary("开始揭示，此后不再接受承诺")
        .target(of_draw(rooms))
        .changes<api::Nothing, IdAnswer>(201, [rooms](Context const& context, api::Nothing) {
            return rooms.writer.apply(context.change(rooms.service.begin_revealing({context.capture("id")})));
        });
}

api::Endpoint reveal(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/draws/{id}/shares")
        .summary("揭示一方的份额，须与其承诺相符")
        .target(of_draw(rooms))
        .changes<RevealShare, IdAnswer>(201, [rooms](Context const& context, RevealShare in) {
            return rooms.writer.apply(context.change(rooms.service.reveal({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint enter_number(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/draws/{id}/numbers")
        .summary("录入公开号码；第二人录入相同的号码，即行抽取")
        .target(of_draw(rooms))
        .changes<EnterNumber, IdAnswer>(201, [rooms](Context const& context, EnterNumber in) {
            return rooms.writer.apply(
                context.change(rooms.service.enter_number(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint hold(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/draws/{id}/holding")
        .summary("抽取：日常抽取由立方案以外的另一人点击；没有公开号码的公开抽取，各方都揭示以后")
        .target(of_draw(rooms))
        .changes<HoldDraw, IdAnswer>(201, [rooms](Context const& context, HoldDraw in) {
            return rooms.writer.apply(
                context.change(rooms.service.hold(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint publish(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/draws/{id}/publication")
        .summary("向社会公布结果；不预先告知的检查，在检查以后公布")
        .target(of_draw(rooms))
        .changes<api::Nothing, IdAnswer>(201, [rooms](Context const& context, api::Nothing) {
            return rooms.writer.apply(context.change(rooms.service.publish({context.capture("id")})));
        });
}

api::Endpoint record_check(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/draws/{id}/bureau-checks")
        .summary("登记对抽中部门的抽查：日期、看了什么、发现了什么，有通报的写文号")
        .target(of_draw(rooms))
        .changes<RecordBureauCheck, IdAnswer>(201, [rooms](Context const& context, RecordBureauCheck in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_check({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint give_up(Rooms const& rooms) {
    return endpoint(Action::draw_handle, "POST", "/api/v1/draws/{id}/voiding")
        .summary("作废，写明理由；方案与作废都保留")
        .target(of_draw(rooms))
        .changes<VoidDraw, IdAnswer>(201, [rooms](Context const& context, VoidDraw in) {
            return rooms.writer.apply(context.change(rooms.service.give_up({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool, ReplayPage page,
                                     TableReader tables) {
    Rooms const rooms{service, writer, pool, std::move(page), std::move(tables)};
    return {list(rooms),           view(rooms),         replay_page(rooms), exchange(rooms),
            exchange_sheet(rooms), candidates(rooms),   strata(rooms),      seeds(rooms),
            announce(rooms),       plan(rooms),         commit(rooms),      begin_revealing(rooms),
            reveal(rooms),         enter_number(rooms), hold(rooms),        publish(rooms),
            record_check(rooms),   give_up(rooms)};
}

}  // namespace anping::planning
