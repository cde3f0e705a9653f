// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>
#include <anping/practice/endpoints.hpp>

#include "families.hpp"
#include "family.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

access::Target whose(ProjectView const& project) {
    access::Target target;
    target.unit = project.institution.text;
    target.parties = {project.enterprise.text};
    target.region = project.region;
    target.authority = project.authority;
    return target;
}

api::Endpoint preview(Rooms const& rooms) {
    return endpoint(Action::project_open, "POST", "/api/v1/projects/preview")
        .summary("签订前提示：这份合同会有哪些标记和期限（不记录）")
        .acts<OpenProject, Judgement>(200, [rooms](Context const& context, OpenProject in) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto const phrases = rooms.service.phrases_in(context.who, in.files, {in.region, in.authority});
            auto judgement = rooms.service.preview(*lease, context.who, in, phrases);
            if (!judgement) return unexpected<Error>(std::move(judgement.error()));
            return api::json_response(200, to_json(*judgement));
        });
}

api::Endpoint open(Rooms const& rooms) {
    return endpoint(Action::project_open, "POST", "/api/v1/projects")
        .summary("签订合同，建立项目")
        .changes<OpenProject, Answer>(201, [rooms](Context const& context, OpenProject in) {
            auto const phrases = rooms.service.phrases_in(context.who, in.files, {in.region, in.authority});
            return rooms.writer.apply(context.change(rooms.service.open_project(context.who, std::move(in), phrases)));
        });
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::project_list, "GET", "/api/v1/projects")
        .summary("项目列表，最新的在前")
        .queries(project_filter_fields())
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<ProjectSummary>([rooms](Context const& context) -> Result<api::Page<ProjectSummary>> {
            auto const asked = api::page_request(context.request, 1);
            if (!asked) return unexpected<Error>(asked.error());
            auto const filter = project_filter(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::project_list);
            auto const after = asked->after.empty() ? std::string() : asked->after.front();
            return api::make_page(rooms.service.projects(*lease, sees, *filter, after, asked->fetch()), *asked,
                                  [](ProjectSummary const& row) { return std::vector{row.id.text}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::project_view, "GET", "/api/v1/projects/{id}")
        .summary("项目")
        .returns<ProjectView>(
            [rooms](Context const& context) -> Result<api::Versioned<ProjectView>> {
                auto lease = rooms.pool.lease();
                auto project = rooms.service.project(*lease, {context.capture("id")});
                if (!project) return unexpected<Error>(std::move(project.error()));
                family::keep_price(context.who, *project);
                auto const version = project->version;
                return api::Versioned<ProjectView>{std::move(*project), version};
            },
            whose);
}

api::Endpoint timeline(Rooms const& rooms) {
    return endpoint(Action::project_view, "GET", "/api/v1/projects/{id}/timeline")
        .summary("项目时间线：每一次操作对应的账本条目")
        .target(family::of_project(rooms))
        .returns<TimelineItem>([rooms](Context const& context) -> Result<api::Page<TimelineItem>> {
            auto lease = rooms.pool.lease();
            return api::Page<TimelineItem>{rooms.service.timeline(*lease, {context.capture("id")}), std::nullopt};
        });
}

api::Endpoint staffing(Rooms const& rooms) {
    return endpoint(Action::project_view, "GET", "/api/v1/projects/{id}/staffing")
        .summary("签订时的专业能力配备：承担单位的哪些人担任哪个专业；没有配备要求的为空")
        .target(family::of_project(rooms))
        .returns<registry::Staffing>([rooms](Context const& context) -> Result<api::Page<registry::Staffing>> {
            auto lease = rooms.pool.lease();
            return api::Page<registry::Staffing>{rooms.service.staffing(*lease, {context.capture("id")}), std::nullopt};
        });
}

api::Endpoint price(Rooms const& rooms) {
    return endpoint(Action::price_view, "GET", "/api/v1/projects/{id}/price")
        .summary("价款在同类项目中的位置；样本不足时不显示")
        .target(family::of_project(rooms))
        .returns<PriceComparison>([rooms](Context const& context) -> Result<PriceComparison> {
            auto lease = rooms.pool.lease();
            return rooms.service.price(*lease, {context.capture("id")});
        });
}

api::Endpoint form_team(Rooms const& rooms) {
    return endpoint(Action::team_form, "POST", "/api/v1/projects/{id}/team")
        .summary("组成或变更项目组：组长、成员、外聘专家、支撑单位、仪器")
        .target(family::of_project(rooms))
        .changes<FormTeam, Answer>(201, [rooms](Context const& context, FormTeam in) {
            return rooms.writer.apply(context.change(rooms.service.form_team({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint record_survey(Rooms const& rooms) {
    return endpoint(Action::survey_record, "POST", "/api/v1/projects/{id}/surveys")
        .summary("现场勘验记录")
        .target(family::of_project(rooms))
        .changes<RecordSurvey, Answer>(201, [rooms](Context const& context, RecordSurvey in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_survey(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint attach(Rooms const& rooms) {
    return endpoint(Action::evidence_upload, "POST", "/api/v1/projects/{id}/evidence")
        .summary("归入材料：合同、票据、影像、原始记录")
        .target(family::of_project(rooms))
        .changes<AttachEvidence, Answer>(201, [rooms](Context const& context, AttachEvidence in) {
            ProjectId const id{context.capture("id")};
            auto const phrases = rooms.service.phrases_in(*rooms.pool.lease(), context.who, in.files, id);
            return rooms.writer.apply(
                context.change(rooms.service.attach_evidence(context.who, id, std::move(in), phrases)));
        });
}

api::Endpoint record_contract(Rooms const& rooms) {
    return endpoint(Action::contract_file, "POST", "/api/v1/projects/{id}/contract")
        .summary("登记合同（项目由收到的告知建立的），或变更合同（写明原因）")
        .target(family::of_project(rooms))
        .changes<RecordContract, Answer>(201, [rooms](Context const& context, RecordContract in) {
            ProjectId const id{context.capture("id")};
            auto const phrases = rooms.service.phrases_in(*rooms.pool.lease(), context.who, in.files, id);
            return rooms.writer.apply(
                context.change(rooms.service.record_contract(context.who, id, std::move(in), phrases)));
        });
}

api::Endpoint file_contract(Rooms const& rooms) {
    return endpoint(Action::contract_file, "POST", "/api/v1/projects/{id}/contract-files")
        .summary("上传合同扫描件和票据")
        .target(family::of_project(rooms))
        .changes<AttachEvidence, Answer>(201, [rooms](Context const& context, AttachEvidence in) {
            ProjectId const id{context.capture("id")};
            auto const phrases = rooms.service.phrases_in(*rooms.pool.lease(), context.who, in.files, id);
            return rooms.writer.apply(
                context.change(rooms.service.attach_contract_files(context.who, id, std::move(in), phrases)));
        });
}

api::Endpoint archive(Rooms const& rooms) {
    return endpoint(Action::project_archive, "POST", "/api/v1/projects/{id}/archive")
        .summary("归档")
        .target(family::of_project(rooms))
        .changes<api::Nothing, Answer>(201, [rooms](Context const& context, api::Nothing) {
            return rooms.writer.apply(context.change(rooms.service.archive_project({context.capture("id")})));
        });
}

}  // namespace

std::vector<api::Endpoint> families::projects(Rooms const& rooms) {
    return {preview(rooms),       open(rooms),     list(rooms),          view(rooms),
            timeline(rooms),      staffing(rooms), price(rooms),         form_team(rooms),
            record_survey(rooms), attach(rooms),   file_contract(rooms), record_contract(rooms),
            archive(rooms)};
}

}  // namespace anping::practice
