// SPDX-License-Identifier: Apache-2.0
#include <anping/base/json.hpp>

#include "rooms.hpp"

namespace anping::cases {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::case_view, "GET", "/api/v1/cases")
        .summary("处罚案件，最新的在前")
        .query("stage", "open：办理中；decided：已决定；closed：已结案")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<CaseSummary>([rooms](Context const& context) -> Result<api::Page<CaseSummary>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            api::Asked narrowed(context.request);
            auto const stage = narrowed.word<CaseStage>("stage");
            if (narrowed.error()) return unexpected<Error>(*narrowed.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::case_view);
            return api::make_page(rooms.service.cases(*lease, sees, stage, asked->before, asked->fetch()), *asked,
                                  [](CaseSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::case_view, "GET", "/api/v1/cases/{id}")
        .summary("一个案件：来源、当事人、各步骤及其期限、决定、采信其报告的许可")
        .target(of_case(rooms))
        .returns<CaseView>([rooms](Context const& context) -> Result<api::Versioned<CaseView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.service.view(*lease, {context.capture("id")});
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<CaseView>{std::move(*found), version};
        });
}

api::Endpoint file(Rooms const& rooms) {
    return endpoint(Action::case_view, "GET", "/api/v1/cases/{id}/document-file")
        .summary("案件文书的文件")
        .query("sm3", "文件的 SM3")
        .target(of_case(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const sm3 = context.request.query_value("sm3").value_or("");
            auto lease = rooms.pool.lease();
            bool const own = rooms.service.has_file(*lease, {context.capture("id")}, std::string(sm3));
            auto const found = own ? rooms.files(std::string(sm3)) : std::nullopt;
            if (!found) return wrong_field("/sm3", "file", "本案没有这个文件");
            http::Response response;
            response.file = http::FileBody{found->path, static_cast<std::uint64_t>(found->size)};
            return std::move(response)
                .with("Content-Type", found->media_type)
                .with("Content-Disposition", "attachment; filename=" + context.capture("id"))
                .with("Content-Security-Policy", "sandbox; default-src 'none'")
                .with("Cache-Control", "private, no-store");
        });
}

api::Endpoint bundle(Rooms const& rooms) {
    return endpoint(Action::case_view, "GET", "/api/v1/cases/{id}/bundle")
        .summary("案件材料包：全部步骤、文书摘要，及其在账本中的条目与叶值，可以逐条验证；推送、移送时使用")
        .target(of_case(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto const found = rooms.service.bundle(*lease, {context.capture("id")});
            if (!found) return unexpected<Error>(found.error());
            return api::attachment(canonical(*found), "application/json", context.capture("id") + ".json");
        });
}

api::Endpoint open(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/cases")
        .summary("立案")
        .changes<OpenCase, IdAnswer>(201, [rooms](Context const& context, OpenCase in) {
            return rooms.writer.apply(context.change(rooms.service.open(context.who, std::move(in))));
        });
}

api::Endpoint mode(Rooms const& rooms) {
    return endpoint(Action::case_view, "GET", "/api/v1/case-mode")
        .summary("本部门的案件在哪里办理：here 在这里，external 在执法系统")
        .returns<ModeView>([rooms](Context const& context) -> Result<ModeView> {
            auto lease = rooms.pool.lease();
            return rooms.service.mode(*lease, {context.who.unit});
        });
}

api::Endpoint set_mode(Rooms const& rooms) {
    return endpoint(Action::case_decide, "POST", "/api/v1/case-mode")
        .summary("确定本部门以后的案件在哪里办理；已立的案件不变")
        .changes<SetMode, IdAnswer>(201, [rooms](Context const& context, SetMode in) {
            return rooms.writer.apply(context.change(rooms.service.set_mode(context.who, std::move(in))));
        });
}

api::Endpoint counts(Rooms const& rooms) {
    return endpoint(Action::register_view, "GET", "/api/v1/case-counts")
        .summary("各部门的案件数，以及部门自己逾期的法定期限数")
        .returns<CaseCount>([rooms](Context const&) -> Result<api::Page<CaseCount>> {
            auto lease = rooms.pool.lease();
            return api::Page<CaseCount>{rooms.service.counts(*lease), std::nullopt};
        });
}

}  // namespace

std::vector<api::Endpoint> case_endpoints(Rooms const& rooms) {
    return {list(rooms), view(rooms), file(rooms),     bundle(rooms),
            open(rooms), mode(rooms), set_mode(rooms), counts(rooms)};
}

std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool, FindFile files) {
    Rooms const rooms{service, writer, pool, std::move(files)};
    auto out = case_endpoints(rooms);
    for (auto& one : step_endpoints(rooms)) out.push_back(std::move(one));
    for (auto& one : decision_endpoints(rooms)) out.push_back(std::move(one));
    for (auto& one : followup_endpoints(rooms)) out.push_back(std::move(one));
    for (auto& one : typical_endpoints(rooms)) out.push_back(std::move(one));
    return out;
}

}  // namespace anping::cases
