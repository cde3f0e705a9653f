// SPDX-License-Identifier: Apache-2.0
#include "penalties.hpp"

#include "html.hpp"

namespace anping::portal {
namespace {

constexpr std::int64_t kShown = 200;

std::string joined(std::vector<std::string> const& words) {
    std::string out;
    for (auto const& one : words) out += (out.empty() ? "" : "；") + one;
    return out;
}

Html decisions(std::vector<cases::DecisionRow> const& of) {
    std::vector<std::vector<Html>> rows;
    rows.reserve(of.size());
    for (auto const& one : of)
        rows.push_back({text(one.institution_name.empty() ? one.title : one.institution_name), text(one.document),
                        text(joined(one.conduct_names)), text(joined(one.penalties)), text(one.bureau_name),
                        text(to_string(one.decided_on) + (one.annulled_on ? "（已撤销或者变更）" : ""))});
    return wide_table({"当事人", "决定书文号", "认定的行为", "处罚", "决定机关", "决定日期"}, rows,
                      "没有公示的处罚决定。");
}

Html listed(std::vector<cases::ListingSummary> const& of) {
    std::vector<std::vector<Html>> rows;
    rows.reserve(of.size());
    for (auto const& one : of)
        rows.push_back({text(one.institution_name + (one.person.empty() ? "" : "　" + one.person)),
                        text(one.bureau_name), text(one.listed_on ? to_string(*one.listed_on) : ""),
                        text(one.ends_on ? to_string(*one.ends_on) : "")});
    return wide_table({"主体", "列入机关", "列入日期", "管理期限至"}, rows, "没有公示的严重失信主体。");
}

Html counts(std::vector<cases::CaseCount> const& of) {
    std::vector<std::vector<Html>> rows;
    rows.reserve(of.size());
    for (auto const& one : of) {
        std::vector<Html> row{text(one.bureau_name)};
        for (auto const value : {one.cases, one.decided, one.published, one.overdue, one.kept_late})
            row.push_back(text(std::to_string(value)));
        rows.push_back(std::move(row));
    }
    return wide_table({"部门", "立案", "作出决定", "正在公示", "部门逾期未办的期限", "部门曾经逾期的期限"}, rows,
                      "还没有案件。");
}

}  // namespace

http::Response penalties_page(Sources const& from, http::Request const&) {
    auto lease = from.pool.lease();
    Html body = element("h2", text("公示的处罚决定"));
    body += decisions(from.cases.published(*lease, kShown));
    body +=
        element("p", text("决定作出后七个工作日内公示；被撤销、变更的三个工作日内撤回。责任人员不写姓名。"), "note");
    body += element("h2", text("严重失信主体名单"));
    body += listed(from.cases.listed(*lease, kShown));
    body += element("h2", text("各部门自己的办案期限"));
    body += counts(from.cases.counts(*lease));
    body += element("p", text("立案后九十日内决定、七个工作日内送达和公示等期限，部门自己逾期的同样公开。"), "note");
    return page(200, "处罚公示", body);
}

}  // namespace anping::portal
