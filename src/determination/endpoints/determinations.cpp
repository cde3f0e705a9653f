// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>
#include <anping/determination/endpoints.hpp>

namespace anping::determination {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct Rooms {
    Service const& service;
    ledger::Writer& writer;
    db::Pool& pool;
};

struct IdAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id))

auto of_one(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, {context.capture("id")});
    };
}

// A change of one determination, by what was asked.
template <class In>
api::Endpoint change(Rooms const& rooms, Action action, char const* path, char const* summary,
                     Decision (Service::*decide)(DeterminationId, In) const) {
    return endpoint(action, "POST", std::string("/api/v1/determinations/{id}/") + path)
        .summary(summary)
        .target(of_one(rooms))
        .template changes<In, IdAnswer>(201, [rooms, decide](Context const& context, In in) {
            return rooms.writer.apply(
                context.change((rooms.service.*decide)(DeterminationId{context.capture("id")}, std::move(in))));
        });
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::determination_view, "GET", "/api/v1/determinations")
        .summary("报告认定：失实、虚假、重大疏漏，最新的在前；机构看到已告知的")
        .query("report", "只看这份报告")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<DeterminationSummary>([rooms](Context const& context) -> Result<api::Page<DeterminationSummary>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::determination_view);
            auto const report = context.request.query_value("report").value_or("");
            return api::make_page(
                rooms.service.determinations(*lease, sees, report, asked->before, asked->fetch()), *asked,
                [](DeterminationSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::determination_view, "GET", "/api/v1/determinations/{id}")
        .summary("一件报告认定：逐项的要件和证据、专家意见、机构的说明、结论，以及还差什么")
        .target(of_one(rooms))
        .returns<DeterminationView>([rooms](Context const& context) -> Result<api::Versioned<DeterminationView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.service.determination(*lease, {context.capture("id")});
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<DeterminationView>{std::move(*found), version};
        });
}

api::Endpoint situations(Rooms const& rooms) {
    return endpoint(Action::determination_handle, "GET", "/api/v1/determination-situations")
        .summary("对这份报告可以引用的情形和要件：全国的和当地的并列")
        .query("report", "哪一份报告")
        .returns<Situation>([rooms](Context const& context) -> Result<api::Page<Situation>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.service.situations(*lease, context.who,
                                                  {std::string(context.request.query_value("report").value_or(""))});
            if (!found) return unexpected<Error>(std::move(found.error()));
            return api::Page<Situation>{std::move(*found), std::nullopt};
        });
}

api::Endpoint open(Rooms const& rooms) {
    return endpoint(Action::determination_handle, "POST", "/api/v1/determinations")
        .summary("提请认定一份报告：引用一种情形，写明为什么是这一种")
        .changes<OpenDetermination, IdAnswer>(201, [rooms](Context const& context, OpenDetermination in) {
            return rooms.writer.apply(context.change(rooms.service.open(context.who, std::move(in))));
        });
}

api::Endpoint tell(Rooms const& rooms) {
    return endpoint(Action::determination_handle, "POST", "/api/v1/determinations/{id}/telling")
        .summary("把情形和证据告知机构，听取说明")
        .target(of_one(rooms))
        .changes<api::Nothing, IdAnswer>(201, [rooms](Context const& context, api::Nothing) {
            return rooms.writer.apply(context.change(rooms.service.tell({context.capture("id")})));
        });
}

}  // namespace

std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool) {
    Rooms const rooms{service, writer, pool};
    return {list(rooms),
            view(rooms),
            situations(rooms),
            open(rooms),
            change(rooms, Action::determination_handle, "elements", "判断一个要件，附证据", &Service::judge),
            change(rooms, Action::determination_handle, "opinions", "附上专家的书面意见", &Service::attach),
            tell(rooms),
            change(rooms, Action::determination_answer, "answers", "机构的说明", &Service::answer),
            change(rooms, Action::determination_decide, "decision", "作出结论：逐项成立才能认定", &Service::decide),
            change(rooms, Action::determination_decide, "annulment", "撤销已作出的认定，写明理由", &Service::annul)};
}

}  // namespace anping::determination
