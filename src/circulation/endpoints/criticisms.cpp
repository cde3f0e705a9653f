// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>

#include "desk.hpp"

namespace anping::circulation {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct CriticismAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(CriticismAnswer, (), (id))

auto of_criticism(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, CriticismId{context.capture("id")});
    };
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::criticism_view, "GET", "/api/v1/criticisms")
        .summary("通报批评：本部门作出的、被通报的，和下级部门之间的，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<CriticismView>([rooms](Context const& context) -> Result<api::Page<CriticismView>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::criticism_view);
            return api::make_page(rooms.service.criticisms(*lease, sees, asked->before, asked->fetch()), *asked,
                                  [](CriticismView const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::criticism_view, "GET", "/api/v1/criticisms/{id}")
        .summary("一份通报批评：事由、逾期的整改和期限、答复、上报")
        .target(of_criticism(rooms))
        .returns<CriticismView>([rooms](Context const& context) -> Result<CriticismView> {
            auto lease = rooms.pool.lease();
            return rooms.service.criticism(*lease, {context.capture("id")});
        });
}

api::Endpoint grounds(Rooms const& rooms) {
    return endpoint(Action::criticism_issue, "GET", "/api/v1/criticism-grounds")
        .summary("下级部门今天逾期的整改和自己的期限，供通报批评引用")
        .query("bureau", "下级部门的编号")
        .returns<Ground>([rooms](Context const& context) -> Result<api::Page<Ground>> {
            auto lease = rooms.pool.lease();
            auto out = rooms.service.grounds(*lease, context.who,
                                             registry::BureauId{context.request.query_value("bureau").value_or("")});
            if (!out) return unexpected<Error>(std::move(out.error()));
            return api::Page<Ground>{std::move(*out), std::nullopt};
        });
}

api::Endpoint criticise(Rooms const& rooms) {
    return endpoint(Action::criticism_issue, "POST", "/api/v1/criticisms")
        .summary("通报批评下级部门：整改不力，或者自己的期限逾期")
        .changes<Criticise, CriticismAnswer>(201, [rooms](Context const& context, Criticise in) {
            return rooms.writer.apply(context.change(rooms.service.criticise(context.who, std::move(in))));
        });
}

api::Endpoint answer(Rooms const& rooms) {
    return endpoint(Action::criticism_answer, "POST", "/api/v1/criticisms/{id}/answers")
        .summary("被通报的部门答复整改情况")
        .target(of_criticism(rooms))
        .changes<AnswerCriticism, CriticismAnswer>(201, [rooms](Context const& context, AnswerCriticism in) {
            return rooms.writer.apply(
                context.change(Service::answer(CriticismId{context.capture("id")}, std::move(in))));
        });
}

api::Endpoint report(Rooms const& rooms) {
    return endpoint(Action::criticism_issue, "POST", "/api/v1/criticisms/{id}/reports")
        .summary("登记已上报国家主管部门：日期和文号")
        .target(of_criticism(rooms))
        .changes<ReportCriticism, CriticismAnswer>(201, [rooms](Context const& context, ReportCriticism in) {
            return rooms.writer.apply(
                context.change(Service::report(CriticismId{context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> criticism_endpoints(Rooms const& rooms) {
    return {list(rooms), view(rooms), grounds(rooms), criticise(rooms), answer(rooms), report(rooms)};
}

}  // namespace anping::circulation
