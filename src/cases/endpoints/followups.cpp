// SPDX-License-Identifier: Apache-2.0
#include "rooms.hpp"

namespace anping::cases {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint listings(Rooms const& rooms) {
    return endpoint(Action::case_view, "GET", "/api/v1/listings")
        .summary("严重失信主体名单事项，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<ListingSummary>([rooms](Context const& context) -> Result<api::Page<ListingSummary>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::case_view);
            return api::make_page(rooms.service.listings(*lease, sees, asked->before, asked->fetch()), *asked,
                                  [](ListingSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint listing(Rooms const& rooms) {
    return endpoint(Action::case_view, "GET", "/api/v1/listings/{id}")
        .summary("一个名单事项：告知、申辩、列入、公示、修复、移出及其期限")
        .target(of_followup<ListingTag>(rooms))
        .returns<ListingView>([rooms](Context const& context) -> Result<api::Versioned<ListingView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.service.listing(*lease, {context.capture("id")});
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<ListingView>{std::move(*found), version};
        });
}

api::Endpoint propose(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/listings")
        .summary("告知当事人拟列入严重失信主体名单；须有已送达的处罚决定")
        .changes<ProposeListing, IdAnswer>(201, [rooms](Context const& context, ProposeListing in) {
            return rooms.writer.apply(context.change(rooms.service.propose_listing(context.who, std::move(in))));
        });
}

api::Endpoint record(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/listings/{id}/steps")
        .summary("登记申辩、录入、公示、修复申请、停止公示")
        .target(of_followup<ListingTag>(rooms))
        .changes<RecordListing, IdAnswer>(201, [rooms](Context const& context, RecordListing in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_listing(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint decide(Rooms const& rooms) {
    return endpoint(Action::case_decide, "POST", "/api/v1/listings/{id}/decisions")
        .summary("决定列入、不列入、移出、不予提前移出、恢复列入")
        .target(of_followup<ListingTag>(rooms))
        .changes<RecordListing, IdAnswer>(201, [rooms](Context const& context, RecordListing in) {
            return rooms.writer.apply(
                context.change(rooms.service.decide_listing(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint talks(Rooms const& rooms) {
    return endpoint(Action::case_view, "GET", "/api/v1/talks")
        .summary("警示约谈与通报，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<TalkView>([rooms](Context const& context) -> Result<api::Page<TalkView>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::case_view);
            return api::make_page(rooms.service.talks(*lease, sees, asked->before, asked->fetch()), *asked,
                                  [](TalkView const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint talk(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/talks")
        .summary("登记一次警示约谈或者通报")
        .changes<RecordTalk, IdAnswer>(201, [rooms](Context const& context, RecordTalk in) {
            return rooms.writer.apply(context.change(rooms.service.record_talk(context.who, std::move(in))));
        });
}

api::Endpoint close_talk(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/talks/{id}/closing")
        .summary("约谈、通报的要求已办结")
        .target(of_followup<TalkTag>(rooms))
        .changes<CloseTalk, IdAnswer>(201, [rooms](Context const& context, CloseTalk in) {
            return rooms.writer.apply(context.change(rooms.service.close_talk({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> followup_endpoints(Rooms const& rooms) {
    return {listings(rooms), listing(rooms), propose(rooms), record(rooms),
            decide(rooms),   talks(rooms),   talk(rooms),    close_talk(rooms)};
}

}  // namespace anping::cases
