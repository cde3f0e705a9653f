// SPDX-License-Identifier: Apache-2.0
#include "permits.hpp"

#include <charconv>
#include <map>
#include <set>

#include <anping/db/columns.hpp>

#include "html.hpp"

namespace anping::portal {
namespace {

using licensing::PermitCount;

std::vector<std::string> head(char const* first) {
    return {first, "收到申请", "作出决定", "暂缓上会", "提请负责人决定", "机构未补正仍决定"};
}

std::vector<Html> line(Html first, PermitCount const& count) {
    std::vector<Html> out{std::move(first)};
    for (auto const value : {count.received, count.decided, count.held, count.escalated, count.in_spite_of_hold})
        out.push_back(text(std::to_string(value)));
    return out;
}

void add(PermitCount& to, PermitCount const& more) {
    to.received += more.received;
    to.decided += more.decided;
    to.held += more.held;
    to.escalated += more.escalated;
    to.in_spite_of_hold += more.in_spite_of_hold;
}

std::string address(field::RegionCode const& region, std::int64_t year) {
    return "/permits?region=" + region.digits + "&year=" + std::to_string(year);
}

// Of the whole region, the newest year first.
Html by_year(std::vector<PermitCount> const& counts, field::RegionCode const& region) {
    std::map<std::int64_t, PermitCount, std::greater<>> years;
    for (auto const& one : counts) add(years[one.year], one);
    std::vector<std::vector<Html>> rows;
    rows.reserve(years.size());
    for (auto const& [year, sum] : years) rows.push_back(line(link(address(region, year), std::to_string(year)), sum));
    return wide_table(head("年份"), rows, "还没有许可申请。");
}

Html by_place(std::vector<PermitCount> const& counts, field::RegionCode const& region, std::int64_t year,
              field::Regions const& regions) {
    std::vector<std::vector<Html>> rows;
    for (auto const& one : counts) {
        if (one.year != year) continue;
        bool const parted = one.region != region && !regions.children(one.region).empty();
        auto const* known = regions.find(one.region);
        auto const name = known == nullptr ? one.region.digits : known->name;
        rows.push_back(line(parted ? link(address(one.region, year), name) : text(name), one));
    }
    return wide_table(head("地区"), rows, "这一年没有许可申请。");
}

// The clauses that hold in the places shown, as they are quoted.
Html clauses_of(std::vector<PermitCount> const& counts) {
    std::map<std::string, rulebook::Citation> clauses;
    for (auto const& one : counts)
        if (one.hold) clauses.try_emplace(one.hold->clause, *one.hold);
    Html out;
    for (auto const& [id, clause] : clauses) {
        Html card = element("h3", text(clause.title));
        card += element("p", text(clause.text));
        card +=
            element("p", text(clause.source + (clause.binding ? "" : "；未经核实，只作提示，不暂缓任何事项")), "note");
        card += element("p", link("/law?book=" + clause.book, "条款 " + id));
        out += element("section", card, "card");
    }
    return out.markup.empty() ? element("p", text("这里没有暂缓上会的条款。"), "empty") : out;
}

// The way up, the region itself last.
Html way(field::Regions const& regions, field::RegionCode const& region, std::int64_t year) {
    auto above = regions.ancestry(region);
    Html out;
    for (auto at = above.rbegin(); at != above.rend(); ++at) {
        auto const name = at->digits == "000000" ? std::string("全国") : regions.find(*at)->name;
        if (!out.markup.empty()) out += text(" › ");
        out += *at == region ? element("strong", text(name)) : link(address(*at, year), name);
    }
    return element("p", out);
}

std::int64_t number(std::string const& text, std::int64_t otherwise) {
    std::int64_t out = otherwise;
    auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), out);
    return ec == std::errc() && end == text.data() + text.size() ? out : otherwise;
}

}  // namespace

http::Response permits_page(Sources const& from, http::Request const& request) {
    auto const law = from.law();
    auto const& regions = law->regions();
    field::RegionCode const region{request.query_value("region").value_or("000000")};
    if (regions.find(region) == nullptr) return not_found_page("没有这个行政区划代码。");
    auto lease = from.pool.lease();
    auto const counts = from.licensing.counts(*lease, region);
    auto const this_year = field::beijing_date(from.clock.now()).year();
    auto const year =
        number(request.query_value("year").value_or(""), counts.empty() ? this_year : counts.front().year);
    Html body = way(regions, region, year);
    body += element(
        "p", text("机构没有按时补正的，申请暂不提交办公会议；法定期限不停止、不延长，临近期限时由负责人就事项本身"
                  "作出决定，不因机构的过错给申请人增加条件。"));
    body += element("h2", text("各年"));
    body += by_year(counts, region);
    body += element("h2", text(std::to_string(year) + " 年各地区"));
    body += by_place(counts, region, year, regions);
    body += element("h2", text("暂缓上会的依据"));
    body += clauses_of(counts);
    body += element(
        "p",
        text("收到申请按收到日期计，作出决定按决定日期计，不含申请人撤回的。暂缓上会、提请负责人决定各计一次：已经结束"
             "的计在结束的那一年，还没有结束的计在今年。"),
        "note");
    return page(200, "许可统计", body);
}

}  // namespace anping::portal
