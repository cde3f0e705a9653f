// SPDX-License-Identifier: Apache-2.0
#include "typical.hpp"

#include "html.hpp"

namespace anping::portal {
namespace {

constexpr std::int64_t kShown = 200;
constexpr char const* kAnnulled = "（所依据的处罚决定已被撤销或者变更）";

Html list_of(std::vector<cases::PublishedCase> const& of, char const* empty) {
    std::vector<std::vector<Html>> rows;
    rows.reserve(of.size());
    for (auto const& one : of)
        rows.push_back({link("/typical-cases/" + one.id.text, one.title), text(one.topic_name), text(one.bureau_name),
                        text(to_string(one.published_on) + (one.annulled ? kAnnulled : ""))});
    return wide_table({"案例", "行为", "部门", "发布日期"}, rows, empty);
}

// Codes are letters, digits and underscores of the books; whatever else was asked for is no topic.
Html topics_of(std::vector<std::pair<std::string, std::string>> const& topics) {
    Html items = element("li", link("/typical-cases", "全部"));
    for (auto const& [code, name] : topics) items += element("li", link("/typical-cases?topic=" + code, name));
    return element("ul", items);
}

}  // namespace

http::Response typical_page(Sources const& from, http::Request const& request) {
    cases::PublishedFilter filter;
    filter.topic = request.query_value("topic").value_or("");
    filter.words = request.query_value("q").value_or("");
    auto lease = from.pool.lease();
    Html body = search_form("/typical-cases", "查找案例", filter.words, "案例里的词");
    auto const topics = from.cases.published_topics(*lease);
    if (!topics.empty()) {
        body += element("h2", text("按行为查看"));
        body += topics_of(topics);
    }
    filter.kind = cases::TypicalKind::typical;
    body += element("h2", text("典型案例"));
    body += list_of(from.cases.published_cases(*lease, filter, kShown), "没有符合条件的典型案例。");
    filter.kind = cases::TypicalKind::serious;
    body += element("h2", text("严重案件"));
    body += list_of(from.cases.published_cases(*lease, filter, kShown), "没有符合条件的严重案件。");
    body += element("p", text("案例由办案部门编写、负责人批准，不写个人姓名；决定撤销的，写明理由撤回。"), "note");
    return page(200, "典型案例", body);
}

http::Response typical_case_page(Sources const& from, http::Request const& request) {
    auto lease = from.pool.lease();
    auto const found = from.cases.published_case(*lease, {request.capture("id")});
    if (!found) return not_found_page("没有这个案例，或者已经撤回。");
    Html body;
    if (found->annulled) body += element("p", text(kAnnulled), "unknown");
    body += facts({{"编号", text(found->id.text)},
                   {"种类", text(found->kind == cases::TypicalKind::serious ? "严重案件" : "典型案例")},
                   {"行为", link("/typical-cases?topic=" + found->topic, found->topic_name)},
                   {"部门", text(found->bureau_name)},
                   {"发布日期", text(to_string(found->published_on))},
                   {"账本条目", link("/ledger?entry=" + std::to_string(found->entry), std::to_string(found->entry))}});
    body += element("h2", text("案情"));
    body += element("p", text(found->facts));
    body += element("h2", text("适用条款"));
    body += element("p", text(found->clause));
    body += element("h2", text("警示"));
    body += element("p", text(found->lesson));
    return page(200, found->title, body);
}

}  // namespace anping::portal
