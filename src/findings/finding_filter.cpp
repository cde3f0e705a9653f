// SPDX-License-Identifier: Apache-2.0
#include "finding_filter.hpp"

#include <anping/api/asked.hpp>

namespace anping::findings {

std::vector<std::pair<char const*, char const*>> const& finding_filter_fields() {
    static std::vector<std::pair<char const*, char const*>> const fields{
        {"state", "open 未处理，asked 等机构说明，answered 已说明，accepted 已采纳，dismissed 已排除，cured 已消除"},
        {"detector", "只看这一类线索"},
        {"strength", "lead 线索，suspected 疑似，established 确证"},
        {"project", "只看这个项目"},
        {"report", "只看这份报告"},
        {"institution", "只看这家机构"},
        {"region", "六位地区代码：该地区及其下级"}};
    return fields;
}

Result<FindingFilter> finding_filter(http::Request const& request) {
    api::Asked asked(request);
    FindingFilter out;
    out.state = asked.word<FindingState>("state");
    out.detector = asked.text("detector");
    out.strength = asked.word<forensics::Strength>("strength");
    if (auto project = asked.text("project")) out.project = practice::ProjectId{*project};
    if (auto report = asked.text("report")) out.report = practice::ReportId{*report};
    if (auto institution = asked.text("institution")) out.institution = registry::InstitutionId{*institution};
    out.region = asked.region("region");
    if (asked.error()) return unexpected<Error>(*asked.error());
    return out;
}

}  // namespace anping::findings
