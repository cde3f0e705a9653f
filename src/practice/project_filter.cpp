// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/project_filter.hpp>

#include <anping/api/asked.hpp>

namespace anping::practice {
std::vector<std::pair<char const*, char const*>> const& project_filter_fields() {
    static std::vector<std::pair<char const*, char const*>> const fields{
        {"q", "名称的一部分"},
        {"region", "六位地区代码：该地区及其下级"},
        {"stage", "阶段：contracted、notified、surveyed、reported、reviewed、published、archived"},
        {"kind", "法定项目种类的代码；none 为非法定项目"},
        {"institution", "机构"},
        {"clause", "有未消除的标记引用这个条款，如 XJ-13a"},
        {"notice", "从业告知：received 已收到，late 迟告知，missing 逾期未告知"},
        {"done", "surveyed 已现场勘验，published 报告已公开"},
        {"signed_from", "合同签订日期起"},
        {"signed_until", "合同签订日期止"},
        {"noticed_from", "收到告知日期起"},
        {"noticed_until", "收到告知日期止"}};
    return fields;
}

Result<ProjectFilter> project_filter(http::Request const& request) {
    api::Asked asked(request);
    ProjectFilter out;
    out.text = asked.text("q").value_or("");
    out.region = asked.region("region");
    out.stage = asked.word<Stage>("stage");
    out.kind = asked.text("kind");
    if (auto institution = asked.text("institution")) out.institution = registry::InstitutionId{*institution};
    out.clause = asked.text("clause");
    out.notice = asked.word<NoticeStanding>("notice");
    out.done = asked.word<Done>("done");
    out.signed_from = asked.day("signed_from");
    out.signed_until = asked.day("signed_until");
    out.noticed_from = asked.day("noticed_from");
    out.noticed_until = asked.day("noticed_until");
    if (asked.error()) return unexpected<Error>(*asked.error());
    return out;
}

std::string address_of(ProjectFilter const& filter) {
    std::string out;
    auto const say = [&](char const* name, std::string const& value) {
        out += (out.empty() ? "" : "&") + std::string(name) + "=" + value;
    };
    auto const word = [](auto value) { return boost::describe::enum_to_string(value, ""); };
    if (filter.region) say("region", filter.region->digits);
    if (filter.stage) say("stage", word(*filter.stage));
    if (filter.kind) say("kind", *filter.kind);
    if (filter.institution) say("institution", filter.institution->text);
    if (filter.clause) say("clause", *filter.clause);
    if (filter.notice) say("notice", word(*filter.notice));
    if (filter.done) say("done", word(*filter.done));
    if (filter.signed_from) say("signed_from", to_string(*filter.signed_from));
    if (filter.signed_until) say("signed_until", to_string(*filter.signed_until));
    if (filter.noticed_from) say("noticed_from", to_string(*filter.noticed_from));
    if (filter.noticed_until) say("noticed_until", to_string(*filter.noticed_until));
    return out;
}

}  // namespace anping::practice
