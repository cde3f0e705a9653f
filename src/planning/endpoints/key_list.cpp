// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>
#include <anping/planning/endpoints.hpp>

#include "family.hpp"

namespace anping::planning {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

struct Rooms {
    KeyList const& list;
    ledger::Writer& writer;
    db::Pool& pool;
};

struct LookAnswer {
    std::int64_t proposed = 0;
};
BOOST_DESCRIBE_STRUCT(LookAnswer, (), (proposed))

auto of_listing(Rooms const& rooms) { return family::whose<ListingId>(rooms.list, rooms.pool); }

// A change of one listing, by what was asked.
template <class In>
api::Endpoint change(Rooms const& rooms, Action action, char const* path, char const* summary,
                     Decision (KeyList::*decide)(ListingId, In) const) {
    return endpoint(action, "POST", std::string("/api/v1/key-list/{id}/") + path)
        .summary(summary)
        .target(of_listing(rooms))
        .template changes<In, IdAnswer>(201, [rooms, decide](Context const& context, In in) {
            return rooms.writer.apply(
                context.change((rooms.list.*decide)(ListingId{context.capture("id")}, std::move(in))));
        });
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::key_list_view, "GET", "/api/v1/key-list")
        .summary("重点监督检查对象：提议、列入、异议、移出，最新的在前；机构看到已列入的本机构")
        .query("institution", "只看这家机构")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<ListingSummary>([rooms](Context const& context) -> Result<api::Page<ListingSummary>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::key_list_view);
            auto const institution = context.request.query_value("institution").value_or("");
            return api::make_page(rooms.list.listings(*lease, sees, institution, asked->before, asked->fetch()), *asked,
                                  [](ListingSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::key_list_view, "GET", "/api/v1/key-list/{id}")
        .summary("一个重点监督检查对象：情形、条款、事实、确认的理由、异议和答复")
        .target(of_listing(rooms))
        .returns<ListingView>([rooms](Context const& context) -> Result<api::Versioned<ListingView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.list.listing(*lease, {context.capture("id")});
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<ListingView>{std::move(*found), version};
        });
}

api::Endpoint look(Rooms const& rooms) {
    return endpoint(Action::key_list_propose, "POST", "/api/v1/key-list/looks")
        .summary("按评级、处理决定和价格结论核对本地机构，符合情形而未提议过的，逐一提议")
        .changes<api::Nothing, LookAnswer>(201, [rooms](Context const& context, api::Nothing) {
            return rooms.writer.apply(context.change(rooms.list.look(context.who)));
        });
}

api::Endpoint propose(Rooms const& rooms) {
    return endpoint(Action::key_list_propose, "POST", "/api/v1/key-list")
        .summary("提议列入：事故、低价竞争、举报查实，写明事实和依据的材料")
        .changes<ProposeListing, IdAnswer>(201, [rooms](Context const& context, ProposeListing in) {
            return rooms.writer.apply(context.change(rooms.list.propose(context.who, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> key_list_endpoints(KeyList const& service, ledger::Writer& writer, db::Pool& pool) {
    Rooms const rooms{service, writer, pool};
    return {list(rooms),
            view(rooms),
            look(rooms),
            propose(rooms),
            change(rooms, Action::key_list_decide, "confirmation", "确认列入，写明理由；机构由此知道，可以提出异议",
                   &KeyList::confirm),
            change(rooms, Action::key_list_decide, "declining", "不予列入，写明理由", &KeyList::decline),
            change(rooms, Action::key_list_object, "objections", "机构提出异议", &KeyList::object),
            change(rooms, Action::key_list_decide, "answers", "答复异议；成立的，移出", &KeyList::answer),
            change(rooms, Action::key_list_decide, "removal", "提前移出，写明理由", &KeyList::remove)};
}

}  // namespace anping::planning
