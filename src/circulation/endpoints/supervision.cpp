// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>
#include <anping/circulation/endpoints.hpp>

namespace anping::circulation {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct Rooms {
    Supervision const& supervision;
    ledger::Writer& writer;
    db::Pool& pool;
};

struct SupervisionAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(SupervisionAnswer, (), (id))

template <class Id>
auto whose(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.supervision.target(*lease, Id{context.capture("id")});
    };
}

api::Endpoint standing(Rooms const& rooms) {
    return endpoint(Action::circulation_oversee, "GET", "/api/v1/county-standing")
        .summary("直接下级部门逾期的事项、逾期的整改、机构逾期和覆盖情况，最慢的在前")
        .returns<CountyStanding>([rooms](Context const& context) -> Result<api::Page<CountyStanding>> {
            auto lease = rooms.pool.lease();
            return api::Page<CountyStanding>{rooms.supervision.standing(*lease, context.who), std::nullopt};
        });
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::supervision_view, "GET", "/api/v1/supervision-groups")
        .summary("督导组，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<GroupSummary>([rooms](Context const& context) -> Result<api::Page<GroupSummary>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::supervision_view);
            return api::make_page(rooms.supervision.groups(*lease, sees, asked->before, asked->fetch()), *asked,
                                  [](GroupSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::supervision_view, "GET", "/api/v1/supervision-groups/{id}")
        .summary("一个督导组：成员、部门、重点跟进和督导记录；下级部门只看到与本部门有关的")
        .target(whose<GroupId>(rooms))
        .returns<GroupView>([rooms](Context const& context) -> Result<api::Versioned<GroupView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.supervision.group(*lease, {context.capture("id")}, context.who);
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<GroupView>{std::move(*found), version};
        });
}

api::Endpoint start(Rooms const& rooms) {
    return endpoint(Action::supervision_handle, "POST", "/api/v1/supervision-groups")
        .summary("设立督导组：成员、派往的下级部门、起止日期")
        .changes<StartGroup, SupervisionAnswer>(201, [rooms](Context const& context, StartGroup in) {
            return rooms.writer.apply(context.change(rooms.supervision.start(context.who, std::move(in))));
        });
}

api::Endpoint visit(Rooms const& rooms) {
    return endpoint(Action::supervision_handle, "POST", "/api/v1/supervision-groups/{id}/visits")
        .summary("督导组成员记录一次督导和发现的情况")
        .target(whose<GroupId>(rooms))
        .changes<VisitCounty, SupervisionAnswer>(201, [rooms](Context const& context, VisitCounty in) {
            return rooms.writer.apply(
                context.change(rooms.supervision.visit(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint place(Rooms const& rooms) {
    return endpoint(Action::supervision_handle, "POST", "/api/v1/supervision-groups/{id}/follow-ups")
        .summary("对一个下级部门重点跟进：理由、要求逐项答复的事项、期限")
        .target(whose<GroupId>(rooms))
        .changes<PlaceFollowUp, SupervisionAnswer>(201, [rooms](Context const& context, PlaceFollowUp in) {
            return rooms.writer.apply(context.change(rooms.supervision.place({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint answer(Rooms const& rooms) {
    return endpoint(Action::supervision_answer, "POST", "/api/v1/follow-ups/{id}/answers")
        .summary("被重点跟进的部门答复其中一项；再次答复的，以后一次为准")
        .target(whose<FollowUpId>(rooms))
        .changes<AnswerFollowUp, SupervisionAnswer>(201, [rooms](Context const& context, AnswerFollowUp in) {
            return rooms.writer.apply(context.change(rooms.supervision.answer({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint end(Rooms const& rooms) {
    return endpoint(Action::supervision_handle, "POST", "/api/v1/follow-ups/{id}/ending")
        .summary("结束重点跟进，写明结果")
        .target(whose<FollowUpId>(rooms))
        .changes<EndFollowUp, SupervisionAnswer>(201, [rooms](Context const& context, EndFollowUp in) {
            return rooms.writer.apply(context.change(rooms.supervision.end({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> supervision_endpoints(Supervision const& supervision, ledger::Writer& writer,
                                                 db::Pool& pool) {
    Rooms const rooms{supervision, writer, pool};
    return {standing(rooms), list(rooms),  view(rooms),   start(rooms),
            visit(rooms),    place(rooms), answer(rooms), end(rooms)};
}

}  // namespace anping::circulation
