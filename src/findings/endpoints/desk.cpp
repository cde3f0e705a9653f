// SPDX-License-Identifier: Apache-2.0
#include "desk.hpp"

#include <anping/api/paging.hpp>

#include "../finding_filter.hpp"

namespace anping::findings {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

auto of_finding(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        FindingId const id{context.capture("id")};
        if (auto const may = rooms.service.may_know(*lease, context.who, id); !may)
            return unexpected<Error>(may.error());
        return rooms.service.target(*lease, id);
    };
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::finding_view, "GET", "/api/v1/findings")
        .summary("报告核查的线索，最新的在前")
        .queries(finding_filter_fields())
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<FindingSummary>([rooms](Context const& context) -> Result<api::Page<FindingSummary>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto const filter = finding_filter(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::finding_view);
            auto const told = rooms.service.for_whom(context.who, *filter);
            return api::make_page(rooms.service.findings(*lease, sees, told, asked->before, asked->fetch()), *asked,
                                  [](FindingSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

struct CountView {
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(CountView, (), (count))

api::Endpoint count(Rooms const& rooms) {
    return endpoint(Action::finding_view, "GET", "/api/v1/finding-count")
        .summary("符合条件的线索数")
        .queries(finding_filter_fields())
        .returns<CountView>([rooms](Context const& context) -> Result<CountView> {
            auto const filter = finding_filter(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::finding_view);
            return CountView{rooms.service.count(*lease, sees, rooms.service.for_whom(context.who, *filter))};
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::finding_view, "GET", "/api/v1/findings/{id}")
        .summary("一条线索：依据、来源、条款、机构的说明和处理")
        .target(of_finding(rooms))
        .returns<FindingView>([rooms](Context const& context) -> Result<api::Versioned<FindingView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.service.finding(*lease, context.who, {context.capture("id")});
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<FindingView>{std::move(*found), version};
        });
}

api::Endpoint picture(Rooms const& rooms) {
    return endpoint(Action::finding_view, "GET", "/api/v1/findings/{id}/pictures/{sm3}")
        .summary("线索所依据的一张照片")
        .target(of_finding(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto const found = rooms.service.picture(*lease, {context.capture("id")}, context.capture("sm3"));
            if (!found) return unexpected<Error>(found.error());
            http::Response response;
            response.file = http::FileBody{found->path, static_cast<std::uint64_t>(found->size)};
            return std::move(response)
                .with("Content-Type", found->media_type)
                .with("Content-Security-Policy", "sandbox; default-src 'none'")
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "private, no-store");
        });
}

api::Endpoint enter(Rooms const& rooms) {
    return endpoint(Action::finding_decide, "POST", "/api/v1/reports/{id}/findings")
        .summary("就一份报告记下举报、检查或者监测得来的线索")
        .target([rooms](Context const& context) -> Result<access::Target> {
            auto lease = rooms.pool.lease();
            return rooms.service.target(*lease, practice::ReportId{context.capture("id")});
        })
        .changes<EnterFinding, ChangeAnswer>(201, [rooms](Context const& context, EnterFinding in) {
            return rooms.writer.apply(context.change(rooms.service.enter({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint answer(Rooms const& rooms) {
    return endpoint(Action::finding_answer, "POST", "/api/v1/findings/{id}/answers")
        .summary("机构对线索作出说明")
        .target(of_finding(rooms))
        .changes<AnswerFinding, ChangeAnswer>(201, [rooms](Context const& context, AnswerFinding in) {
            return rooms.writer.apply(context.change(rooms.service.answer({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint decide(Rooms const& rooms) {
    return endpoint(Action::finding_decide, "POST", "/api/v1/findings/{id}/decisions")
        .summary("处理线索：要求说明、采纳为证据，或者写明理由排除")
        .target(of_finding(rooms))
        .changes<DecideFinding, ChangeAnswer>(201, [rooms](Context const& context, DecideFinding in) {
            return rooms.writer.apply(context.change(rooms.service.decide({context.capture("id")}, std::move(in))));
        });
}

// The passage of this finding that begins there.
struct JudgePassage {
    std::int64_t at = 0;
    Judged as = Judged::common;
    Text<2, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(JudgePassage, (), (at, as, reason))

api::Endpoint judge(Rooms const& rooms) {
    return endpoint(Action::family_judge, "POST", "/api/v1/findings/{id}/families")
        .summary("认定共同段落：合法通用、本机构公开模板，或者违规照抄；以后的报告沿用")
        .target(of_finding(rooms))
        .changes<JudgePassage, ChangeAnswer>(201, [rooms](Context const& context, JudgePassage in) {
            JudgeFamily command{{context.capture("id")}, in.at, in.as, std::move(in.reason)};
            return rooms.writer.apply(context.change(rooms.service.judge(std::move(command))));
        });
}

api::Endpoint families(Rooms const& rooms) {
    return endpoint(Action::family_view, "GET", "/api/v1/families")
        .summary("认定过的共同段落，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<FamilyView>([rooms](Context const& context) -> Result<api::Page<FamilyView>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            return api::make_page(rooms.service.families(*lease, asked->before, asked->fetch()), *asked,
                                  [](FamilyView const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint records(Rooms const& rooms) {
    return endpoint(Action::finding_view, "GET", "/api/v1/finding-records")
        .summary("各类线索提出、采纳和排除的次数")
        .returns<Record>([rooms](Context const& context) -> Result<api::Page<Record>> {
            auto lease = rooms.pool.lease();
            return api::Page<Record>{rooms.service.records(*lease, context.who), std::nullopt};
        });
}

}  // namespace

std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool) {
    Rooms const rooms{service, writer, pool};
    std::vector<api::Endpoint> out{list(rooms),   count(rooms),  view(rooms),  picture(rooms),  enter(rooms),
                                   answer(rooms), decide(rooms), judge(rooms), families(rooms), records(rooms)};
    for (auto more : {screening_endpoints, hold_endpoints})
        for (auto& one : more(rooms)) out.push_back(std::move(one));
    return out;
}

}  // namespace anping::findings
