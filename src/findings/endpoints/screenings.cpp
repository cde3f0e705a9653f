// SPDX-License-Identifier: Apache-2.0
#include <anping/api/asked.hpp>

#include "desk.hpp"

namespace anping::findings {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using practice::ReportId;

auto of_report(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, ReportId{context.capture("id")});
    };
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::finding_view, "GET", "/api/v1/reports/{id}/screening")
        .summary("一份报告的查重：进度、数字、来源、段落、线索")
        .query("passages", "no：不带段落")
        .target(of_report(rooms))
        .returns<ScreeningView>([rooms](Context const& context) -> Result<ScreeningView> {
            auto const passages = api::Asked(context.request).text("passages");
            if (passages && *passages != "no") return wrong_field("/passages", "enum", "只能是 no");
            auto lease = rooms.pool.lease();
            auto const parts = passages ? Service::Parts::without_passages : Service::Parts::all;
            return rooms.service.screening(*lease, context.who, {context.capture("id")}, parts);
        });
}

api::Endpoint ask(Rooms const& rooms) {
    return endpoint(Action::screening_ask, "POST", "/api/v1/reports/{id}/screening")
        .summary("要求重新查重")
        .target(of_report(rooms))
        .changes<AskScreening, ChangeAnswer>(201, [rooms](Context const& context, AskScreening in) {
            return rooms.writer.apply(
                context.change(rooms.service.ask_screening({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint reading(Rooms const& rooms) {
    return endpoint(Action::finding_view, "GET", "/api/v1/reports/{id}/reading")
        .summary("报告的文本，按页")
        .target(of_report(rooms))
        .returns<ReadingView>([rooms](Context const& context) -> Result<ReadingView> {
            auto lease = rooms.pool.lease();
            return rooms.service.reading(*lease, context.who, {context.capture("id")});
        });
}

api::Endpoint source_reading(Rooms const& rooms) {
    return endpoint(Action::finding_view, "GET", "/api/v1/reports/{id}/sources/{source}/reading")
        .summary("来源的文本；其他机构的报告，机构只能看相同的段落")
        .target(of_report(rooms))
        .returns<ReadingView>([rooms](Context const& context) -> Result<ReadingView> {
            auto lease = rooms.pool.lease();
            return rooms.service.source_reading(*lease, context.who, {context.capture("id")},
                                                {context.capture("source")});
        });
}

api::Endpoint clusters(Rooms const& rooms) {
    return endpoint(Action::family_view, "GET", "/api/v1/clusters")
        .summary("哪些报告之间有多少相同文字")
        .query("least", "至少多少字，默认 500")
        .returns<ClusterView>([rooms](Context const& context) -> Result<ClusterView> {
            constexpr std::int64_t kLeast = 500;
            api::Asked asked(context.request);
            auto const given = asked.text("least");
            std::int64_t least = kLeast;
            if (given && given->size() <= 7 && given->find_first_not_of("0123456789") == std::string::npos)
                least = std::stoll(*given);
            else if (given) return wrong_field("/least", "integer", "应为不大的整数");
            auto lease = rooms.pool.lease();
            return rooms.service.clusters(*lease, context.policy.visibility(context.who, Action::finding_view), least);
        });
}

Result<MentionQuestion> question(http::Request const& request) {
    api::Asked asked(request);
    MentionQuestion out;
    auto const enterprise = asked.text("enterprise");
    auto const before = asked.day("before");
    if (asked.error()) return unexpected<Error>(*asked.error());
    if (!enterprise) return wrong_field("/enterprise", "required", "请写明是哪家企业");
    if (!before) return wrong_field("/before", "required", "请写明事故或者发现隐患的日期");
    out.enterprise = {*enterprise};
    out.before = *before;
    out.words = asked.text("words").value_or("");
    if (out.words.size() > 120) return wrong_field("/words", "length", "至多 40 个字");
    return out;
}

api::Endpoint traces(Rooms const& rooms) {
    return endpoint(Action::finding_decide, "GET", "/api/v1/report-traces")
        .summary("从事故或者重大隐患追溯：这家企业此前的报告里，有没有写到它")
        .query("enterprise", "企业")
        .query("before", "事故或者发现隐患的日期；只看此前提交的报告")
        .query("words", "报告里应当写到的词，至多 40 个字")
        .returns<Mention>([rooms](Context const& context) -> Result<api::Page<Mention>> {
            auto const asked = question(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            return api::Page<Mention>{rooms.service.mentions(*lease, context.who, *asked), std::nullopt};
        });
}

}  // namespace

std::vector<api::Endpoint> screening_endpoints(Rooms const& rooms) {
    return {view(rooms), ask(rooms), reading(rooms), source_reading(rooms), clusters(rooms), traces(rooms)};
}

}  // namespace anping::findings
