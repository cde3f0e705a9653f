// SPDX-License-Identifier: Apache-2.0
// The list of serious dishonesty as the institution and those who deal with it see it.
#include <sstream>

#include "rooms.hpp"

namespace anping::cases {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

std::vector<std::string> parts_of(std::string const& list) {
    constexpr std::size_t kMost = 200;
    std::vector<std::string> out;
    std::istringstream in(list);
    for (std::string one; out.size() < kMost && std::getline(in, one, ',');)
        if (!one.empty()) out.push_back(std::move(one));
    return out;
}

api::Endpoint own(Rooms const& rooms) {
    return endpoint(Action::case_answer, "GET", "/api/v1/own-listings")
        .summary("本机构及其人员的严重失信名单事项：告知、期限、决定、提前移出的条件，最新的在前")
        .returns<ListingView>([rooms](Context const& context) -> Result<api::Page<ListingView>> {
            auto lease = rooms.pool.lease();
            return api::Page<ListingView>{rooms.service.own_listings(*lease, {context.who.unit}), std::nullopt};
        });
}

api::Endpoint file(Rooms const& rooms, Action action, std::string path) {
    return endpoint(action, "GET", std::move(path))
        .summary("名单事项的文书、佐证的文件")
        .query("sm3", "文件的 SM3")
        .target(of_followup<ListingTag>(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            std::string const sm3(context.request.query_value("sm3").value_or(""));
            ListingId const id{context.capture("id")};
            auto lease = rooms.pool.lease();
            return stored_file(rooms, rooms.service.has_file(*lease, id, sm3), sm3, id.text);
        });
}

api::Endpoint answer(Rooms const& rooms) {
    return endpoint(Action::case_answer, "POST", "/api/v1/listings/{id}/defences")
        .summary("拟列入的机构陈述、申辩；逾期的照样收下并注明")
        .target(of_followup<ListingTag>(rooms))
        .changes<AnswerListing, IdAnswer>(201, [rooms](Context const& context, AnswerListing in) {
            return rooms.writer.apply(
                context.change(rooms.service.answer_listing(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint repair(Rooms const& rooms) {
    return endpoint(Action::case_answer, "POST", "/api/v1/listings/{id}/repair-requests")
        .summary("被列入的机构申请提前移出（信用修复）；佐证按条件的代码提交")
        .target(of_followup<ListingTag>(rooms))
        .changes<RequestRepair, IdAnswer>(201, [rooms](Context const& context, RequestRepair in) {
            return rooms.writer.apply(
                context.change(rooms.service.request_repair(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint in_force(Rooms const& rooms) {
    return endpoint(Action::register_view, "GET", "/api/v1/listings-in-force")
        .summary("现在在严重失信主体名单上的，及其管理措施与条款；部门以外只有已公示的")
        .query("institution", "只看这家机构；几家的以逗号分隔，至多 200 家")
        .returns<ListingInForce>([rooms](Context const& context) -> Result<api::Page<ListingInForce>> {
            bool const bureau = context.who.unit_kind == access::UnitKind::bureau;
            auto const institutions = parts_of(context.request.query_value("institution").value_or(""));
            auto lease = rooms.pool.lease();
            return api::Page<ListingInForce>{
                rooms.service.in_force(*lease, institutions, bureau ? Service::Seen::all : Service::Seen::published),
                std::nullopt};
        });
}

}  // namespace

std::vector<api::Endpoint> own_listing_endpoints(Rooms const& rooms) {
    return {own(rooms),
            file(rooms, Action::case_answer, "/api/v1/own-listings/{id}/document-file"),
            file(rooms, Action::case_view, "/api/v1/listings/{id}/document-file"),
            answer(rooms),
            repair(rooms),
            in_force(rooms)};
}

}  // namespace anping::cases
