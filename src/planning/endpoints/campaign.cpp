// SPDX-License-Identifier: Apache-2.0
#include <anping/api/asked.hpp>
#include <anping/api/paging.hpp>
#include <anping/planning/endpoints.hpp>

namespace anping::planning {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct Rooms {
    Campaign const& campaign;
    db::Pool& pool;
};

std::vector<std::pair<char const*, char const*>> const kDays{
    {"since", "从哪天起，默认依当地规则书，没有的为今年一月一日"}, {"to", "到哪天，默认今天"}};
std::vector<std::pair<char const*, char const*>> const kPage{{"shown", "all：全部；open：未覆盖；covered：已覆盖"},
                                                             {"cursor", "上一页给出的 next"},
                                                             {"limit", "每页行数，1 到 200"}};

Result<CampaignAsked> asked_of(Rooms const& rooms, Context const& context) {
    api::Asked asked(context.request);
    auto const today = field::beijing_date(context.now);
    auto const since = asked.day("since");
    CampaignAsked out{since ? *since : rooms.campaign.since(context.who, today), asked.day("to").value_or(today),
                      asked.word<Shown>("shown").value_or(Shown::all)};
    if (asked.error()) return unexpected<Error>(*asked.error());
    if (out.to < out.since) return wrong_field("/to", "order", "截止日期不能早于起始日期");
    return out;
}

// A page of rows; `read(session, what was asked, after, how many)`, `key` of a row.
template <class Row, class Read, class Key>
auto page_of(Rooms const& rooms, Read read, Key key) {
    return [rooms, read, key](Context const& context) -> Result<api::Page<Row>> {
        auto const asked = asked_of(rooms, context);
        if (!asked) return unexpected<Error>(asked.error());
        auto const page = api::page_request(context.request, 1);
        if (!page) return unexpected<Error>(page.error());
        auto lease = rooms.pool.lease();
        auto const after = page->after.empty() ? std::string() : page->after.front();
        return api::make_page((rooms.campaign.*read)(*lease, context.who, *asked, after, page->fetch()), *page,
                              [key](Row const& row) { return std::vector{(row.*key).text}; });
    };
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "GET", "/api/v1/campaign-coverage")
        .summary("专项全覆盖：本地登记的机构、某日以来在本地的法定项目，各有多少、覆盖了多少、用什么方式")
        .queries(kDays)
        .returns<CampaignView>([rooms](Context const& context) -> Result<CampaignView> {
            auto const asked = asked_of(rooms, context);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            return rooms.campaign.campaign(*lease, context.who, *asked);
        });
}

api::Endpoint institutions(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "GET", "/api/v1/campaign-institutions")
        .summary("专项全覆盖的机构")
        .queries(kDays)
        .queries(kPage)
        .returns<CampaignInstitution>(
            page_of<CampaignInstitution>(rooms, &Campaign::institutions, &CampaignInstitution::institution));
}

api::Endpoint projects(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "GET", "/api/v1/campaign-projects")
        .summary("专项全覆盖的法定项目，最新的在前；平台上线以前的只作为一行，缺少痕迹不作为问题")
        .queries(kDays)
        .queries(kPage)
        .returns<CampaignProject>(page_of<CampaignProject>(rooms, &Campaign::projects, &CampaignProject::project));
}

api::Endpoint earlier(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "GET", "/api/v1/campaign-earlier-reports")
        .summary("专项全覆盖的、平台上线以前的报告：各作为一行，谁查过")
        .queries(kDays)
        .queries(kPage)
        .returns<EarlierReportRow>(page_of<EarlierReportRow>(rooms, &Campaign::earlier, &EarlierReportRow::id));
}

}  // namespace

std::vector<api::Endpoint> campaign_endpoints(Campaign const& campaign, db::Pool& pool) {
    Rooms const rooms{campaign, pool};
    return {view(rooms), institutions(rooms), projects(rooms), earlier(rooms)};
}

}  // namespace anping::planning
