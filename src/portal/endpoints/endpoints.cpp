// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include <anping/ledger/keys.hpp>
#include <anping/ledger/receipts.hpp>
#include <anping/portal/portal.hpp>

#include "../wording.hpp"

namespace anping::portal {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct ReportCheck {
    std::string state;  // "filed", "superseded", "withdrawn" or "unknown"
    std::vector<practice::PublishedReport> reports;
};
BOOST_DESCRIBE_STRUCT(ReportCheck, (), (state, reports))

struct CatalogueItem {
    std::string code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(CatalogueItem, (), (code, name))

struct CatalogueView {
    std::string name;
    field::Date date;
    rulebook::Citation citation;
    std::vector<CatalogueItem> items;
};
BOOST_DESCRIBE_STRUCT(CatalogueView, (), (name, date, citation, items))

struct RegionView {
    field::RegionCode code;
    std::string name;
    field::RegionLevel level = field::RegionLevel::county;
    bool has_children = false;
};
BOOST_DESCRIBE_STRUCT(RegionView, (), (code, name, level, has_children))

std::int64_t number(std::string const& text, std::int64_t otherwise) {
    std::int64_t out = otherwise;
    auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), out);
    return ec == std::errc() && end == text.data() + text.size() ? out : otherwise;
}

api::Endpoint check_report(Sources const& from) {
    return endpoint(Action::report_check, "GET", "/api/v1/report-check")
        .summary("按公开编号或文件摘要查验报告")
        .query("q", "公开编号，或 SM3 / SHA-256 摘要（64 位十六进制）")
        .returns<ReportCheck>([from](Context const& context) -> Result<ReportCheck> {
            auto lease = from.pool.lease();
            ReportCheck out{"unknown", from.practice.published(*lease, context.request.query_value("q").value_or(""))};
            if (!out.reports.empty()) out.state = out.reports.back().state;
            return out;
        });
}

api::Endpoint heads(Sources const& from) {
    return endpoint(Action::head_view, "GET", "/api/v1/heads")
        .summary("签名的树头，最新的在前")
        .returns<ledger::HeadView>([from](Context const&) -> Result<api::Page<ledger::HeadView>> {
            return api::Page<ledger::HeadView>{ledger::newest_heads(from.directory, 100), std::nullopt};
        });
}

api::Endpoint receipt(Sources const& from) {
    return endpoint(Action::receipt_view, "GET", "/api/v1/receipts/{entry}")
        .summary("条目到最新签名树头的证明")
        .returns<ledger::SignedReceipt>([from](Context const& context) {
            auto lease = from.pool.lease();
            return ledger::receipt_of(*lease, from.directory, number(context.capture("entry"), -1));
        });
}

api::Endpoint consistency(Sources const& from) {
    return endpoint(Action::head_view, "GET", "/api/v1/consistency")
        .summary("两个树头之间的一致性证明")
        .query("from", "旧的大小")
        .query("to", "新的大小，不超过最新签名树头")
        .returns<ledger::ConsistencyView>([from](Context const& context) {
            auto const old_size = number(context.request.query_value("from").value_or(""), -1);
            auto const size = number(context.request.query_value("to").value_or(""), -1);
            auto lease = from.pool.lease();
            return ledger::consistency(*lease, from.directory, old_size, size);
        });
}

// Of the day asked for, or today.
Result<field::Date> act_day(Sources const& from, Context const& context) {
    auto const asked = context.request.query_value("date");
    if (!asked) return field::beijing_date(from.clock.now());
    if (auto const date = field::parse_date(*asked)) return *date;
    return fail(ErrorCode::invalid_input, "portal.date", "日期应写为 2026-11-20");
}

api::Endpoint catalogue(Sources const& from) {
    return endpoint(Action::rulebook_view, "GET", "/api/v1/catalogues/{name}")
        .summary("一个地方在某日适用的名录：业务范围、法定项目种类、服务类型、材料种类、原因代码")
        .query("region", "行政区划代码；不填为全国")
        .query("authority", "government 或 corps；不填为 government")
        .query("date", "行为发生之日；不填为今天")
        .returns<CatalogueView>([from](Context const& context) -> Result<CatalogueView> {
            auto const day = act_day(from, context);
            if (!day) return unexpected<Error>(day.error());
            rulebook::Place place{{context.request.query_value("region").value_or("000000")}};
            boost::describe::enum_from_string(context.request.query_value("authority").value_or("government").c_str(),
                                              place.authority);
            auto const law = from.law();
            auto const& name = context.capture("name");
            auto const* clause = law->find(rulebook::Kind::catalogue, name, place, *day);
            if (clause == nullptr) return fail(ErrorCode::not_found, "portal.no_catalogue", "没有这个名录");
            CatalogueView out{name, *day, clause->citation, {}};
            auto const* items = clause->body.if_contains("items");
            if (items == nullptr || !items->is_array()) return out;
            for (auto const& item : items->get_array()) {
                std::string const code(item.at("code").as_string());
                out.items.push_back({code, catalogue_name(&clause->body, code)});
            }
            return out;
        });
}

api::Endpoint regions(Sources const& from) {
    return endpoint(Action::rulebook_view, "GET", "/api/v1/regions")
        .summary("行政区划的下一级")
        .query("parent", "上级的代码；不填为全国")
        .returns<RegionView>([from](Context const& context) -> Result<api::Page<RegionView>> {
            auto const law = from.law();
            auto const& known = law->regions();
            field::RegionCode const parent{context.request.query_value("parent").value_or("000000")};
            if (known.find(parent) == nullptr)
                return fail(ErrorCode::not_found, "portal.no_region", "没有这个行政区划代码");
            api::Page<RegionView> out;
            for (auto const* child : known.children(parent))
                out.items.push_back({child->code, child->name, child->level, !known.children(child->code).empty()});
            return out;
        });
}

}  // namespace

std::vector<api::Endpoint> endpoints(Sources const& sources) {
    return {check_report(sources), heads(sources),     receipt(sources),
            consistency(sources),  catalogue(sources), regions(sources)};
}

}  // namespace anping::portal
