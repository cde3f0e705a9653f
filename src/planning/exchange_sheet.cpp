// SPDX-License-Identifier: Apache-2.0
#include "exchange_sheet.hpp"

#include <algorithm>
#include <map>

#include <anping/documents/list.hpp>

namespace anping::planning {
namespace {

using documents::Cell;
using documents::ColumnKind;

struct Line {
    std::string id;
    std::string name;
    std::string credit_code;
    std::string stratum = {};
    std::int64_t weight = 0;
    std::string words;  // why left out; drawn or in reserve
    std::string sent;
};
using Known = std::map<std::string, ExchangeIdentity const*>;

Line line_of(Known const& known, std::string const& id, std::string words) {
    auto const found = known.find(id);
    Line out;
    out.id = id;
    out.words = std::move(words);
    if (found == known.end()) return out;
    out.name = found->second->name;
    out.credit_code = found->second->credit_code;
    return out;
}

std::vector<documents::ListColumn<Line>> columns(std::vector<documents::ListColumn<Line>> more) {
    std::vector<documents::ListColumn<Line>> out{
        {"编号", {}, [](Line const& v) -> Cell { return v.id; }, 18},
        {"机构名称", {}, [](Line const& v) -> Cell { return v.name; }, 40},
        {"统一社会信用代码", {}, [](Line const& v) -> Cell { return v.credit_code; }, 24}};
    for (auto& one : more) out.push_back(std::move(one));
    return out;
}

documents::ListColumn<Line> of_stratum() {
    return {"分层", {}, [](Line const& v) -> Cell { return v.stratum; }, 20};
}

std::string name_in(draw::Pool const& pool, std::string const& member) {
    for (auto const& one : pool.members)
        if (one.id.value == member) return one.name.value;
    return member;
}

std::string sent_to(draw::Plan const& plan, draw::Drawn const& drawn) {
    std::string out;
    for (auto const& sent : drawn.sent)
        for (auto const& pool : plan.pools) {
            if (pool.id.value != sent.pool.value) continue;
            for (auto const& member : sent.members) out += (out.empty() ? "" : "、") + name_in(pool, member.value);
        }
    return out;
}

std::vector<Line> result_of(DrawExchange const& draw, Known const& known) {
    std::vector<Line> out;
    for (auto const& stratum : draw.held->outcome) {
        for (auto const& one : stratum.drawn) {
            out.push_back(line_of(known, one.candidate.value, "抽中"));
            out.back().stratum = stratum.stratum.value;
            out.back().sent = sent_to(draw.plan, one);
        }
        for (auto const& one : stratum.reserve) {
            out.push_back(line_of(known, one.value, "递补"));
            out.back().stratum = stratum.stratum.value;
        }
    }
    return out;
}

documents::Sheet list_sheet(DrawExchange const& draw, Known const& known) {
    std::vector<Line> lines;
    for (auto const& one : draw.plan.candidates) {
        lines.push_back(line_of(known, one.id.value, ""));
        lines.back().weight = one.weight;
        lines.back().stratum = one.stratum.value;
    }
    auto out = documents::list_sheet(
        "名单", "家",
        columns({of_stratum(), {"签数", ColumnKind::integer, [](Line const& v) -> Cell { return v.weight; }}}), lines);
    out.notes = {draw.title + "（" + draw.number.text + "）　" + draw.bureau_name, "依据：" + draw.basis,
                 "名单摘要（SM3）：" + draw.plan_digest};
    return out;
}

struct StratumLine {
    draw::Stratum stratum;
    std::int64_t listed = 0;
};

documents::Sheet strata_sheet(draw::Plan const& plan) {
    std::vector<StratumLine> lines;
    for (auto const& stratum : plan.strata)
        lines.push_back({stratum, std::ranges::count_if(plan.candidates, [&](auto const& one) {
                             return one.stratum.value == stratum.id.value;
                         })});
    return documents::list_sheet<StratumLine>(
        "分层", "层",
        {{"分层", {}, [](auto const& v) -> Cell { return v.stratum.id.value; }, 30},
         {"名单", ColumnKind::integer, [](auto const& v) -> Cell { return v.listed; }},
         {"抽取", ColumnKind::integer, [](auto const& v) -> Cell { return v.stratum.take; }},
         {"递补", ColumnKind::integer, [](auto const& v) -> Cell { return v.stratum.reserve; }}},
        lines);
}

}  // namespace

std::vector<documents::Sheet> exchange_sheets(DrawExchange const& draw) {
    Known known;
    for (auto const& one : draw.identities) known.emplace(one.institution.text, &one);
    std::vector<documents::Sheet> out{list_sheet(draw, known)};
    if (draw.plan.strata.size() > 1) out.push_back(strata_sheet(draw.plan));
    std::vector<Line> left_out;
    for (auto const& one : draw.plan.left_out) left_out.push_back(line_of(known, one.id.value, one.reason.value));
    out.push_back(documents::list_sheet(
        "排除", "家", columns({{"理由", {}, [](Line const& v) -> Cell { return v.words; }, 40}}), left_out));
    if (!draw.held) return out;
    auto const lines = result_of(draw, known);
    out.push_back(documents::list_sheet("结果", "家",
                                        columns({of_stratum(),
                                                 {"结果", {}, [](Line const& v) -> Cell { return v.words; }},
                                                 {"派出人员", {}, [](Line const& v) -> Cell { return v.sent; }, 30}}),
                                        lines));
    out.back().notes = {"种子：" + draw.held->seed, "规则：" + draw.held->rule};
    return out;
}

}  // namespace anping::planning
