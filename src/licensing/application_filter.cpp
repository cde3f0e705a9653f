// SPDX-License-Identifier: Apache-2.0
#include <anping/api/asked.hpp>
#include <anping/licensing/views.hpp>

namespace anping::licensing {

std::vector<std::pair<char const*, char const*>> const& application_filter_fields() {
    static std::vector<std::pair<char const*, char const*>> const fields{
        {"q", "申请事项、申请人、编号的一部分"},
        {"project", "只看依据这个项目的报告的申请"},
        {"region", "六位地区代码：该地区及其下级"},
        {"state", "open 未决定，decided 已决定，held 暂缓上会，escalated 提级决定"},
        {"received_from", "收到日期起"},
        {"received_until", "收到日期止"}};
    return fields;
}

Result<ApplicationFilter> application_filter(http::Request const& request) {
    api::Asked asked(request);
    ApplicationFilter out;
    out.text = asked.text("q").value_or("");
    if (auto project = asked.text("project")) out.project = practice::ProjectId{*project};
    out.region = asked.region("region");
    out.state = asked.word<ApplicationState>("state");
    out.received_from = asked.day("received_from");
    out.received_until = asked.day("received_until");
    if (asked.error()) return unexpected<Error>(*asked.error());
    return out;
}

std::string address_of(ApplicationFilter const& filter) {
    std::string out;
    auto const say = [&](char const* name, std::string const& value) {
        out += (out.empty() ? "" : "&") + std::string(name) + "=" + value;
    };
    if (filter.region) say("region", filter.region->digits);
    if (filter.state) say("state", boost::describe::enum_to_string(*filter.state, ""));
    if (filter.received_from) say("received_from", to_string(*filter.received_from));
    if (filter.received_until) say("received_until", to_string(*filter.received_until));
    return out;
}

}  // namespace anping::licensing
