// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "families.hpp"
#include "family.hpp"

namespace anping::inspection {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

auto of_inspection(Rooms const& rooms) { return family::whose<InspectionId>(rooms); }

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::inspection_view, "GET", "/api/v1/inspections")
        .summary("检查，最新的在前；被检查单位只看到已经告知的")
        .query("stage", "planned 待批准，approved 已批准，begun 进行中，closed 已结束，called_off 已取消")
        .query("institution", "机构编号")
        .query("bureau", "部门编号")
        .query("refused", "1：只看拒绝检查的")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<InspectionSummary>([rooms](Context const& context) -> Result<api::Page<InspectionSummary>> {
            auto const page = api::page_of_entries(context.request);
            if (!page) return unexpected<Error>(page.error());
            api::Asked asked(context.request);
            InspectionFilter filter;
            filter.stage = asked.word<Stage>("stage");
            if (auto id = asked.text("institution")) filter.institution = registry::InstitutionId{*id};
            if (auto id = asked.text("bureau")) filter.bureau = registry::BureauId{*id};
            filter.refused = asked.text("refused") == "1";
            if (asked.error()) return unexpected<Error>(*asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::inspection_view);
            return api::make_page(rooms.service.inspections(*lease, sees, filter, page->before, page->fetch()), *page,
                                  [](InspectionSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::inspection_view, "GET", "/api/v1/inspections/{id}")
        .summary("一次检查：任务、执法人员、检查表、问题、签字、说明")
        .target(of_inspection(rooms))
        .returns<InspectionView>([rooms](Context const& context) -> Result<api::Versioned<InspectionView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.service.inspection(*lease, {context.capture("id")}, context.who);
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<InspectionView>{std::move(*found), version};
        });
}

api::Endpoint file(Rooms const& rooms) {
    return endpoint(Action::inspection_view, "GET", "/api/v1/inspections/{id}/files/{sm3}")
        .summary("检查中的一个文件，原件")
        .target(of_inspection(rooms))
        .returns<http::Response>([rooms](Context const& context) { return family::file(rooms, context); });
}

Result<std::vector<Subject>> subjects_of(std::string const& text) {
    std::vector<Subject> out;
    std::size_t from = 0;
    while (from < text.size()) {
        auto const comma = std::min(text.find(',', from), text.size());
        Subject subject{};
        if (!boost::describe::enum_from_string(text.substr(from, comma - from).c_str(), subject))
            return wrong_field("/subjects", "choice",
                               "应为 qualification、process、report、site、enterprise，以逗号分开");
        if (std::ranges::find(out, subject) == out.end()) out.push_back(subject);
        from = comma + 1;
    }
    return out;
}

api::Endpoint checklist(Rooms const& rooms) {
    return endpoint(Action::inspection_handle, "GET", "/api/v1/inspection-checklist")
        .summary("今天检查会问哪些事项")
        .query("setting", "daily、enforcement、permit、accident")
        .query("subjects", "检查内容，以逗号分开")
        .returns<ListedItem>([rooms](Context const& context) -> Result<api::Page<ListedItem>> {
            api::Asked asked(context.request);
            auto const setting = asked.word<Setting>("setting").value_or(Setting::daily);
            if (asked.error()) return unexpected<Error>(*asked.error());
            auto const subjects = subjects_of(asked.text("subjects").value_or(""));
            if (!subjects) return unexpected<Error>(subjects.error());
            return api::Page<ListedItem>{rooms.service.checklist(context.who, setting, *subjects), std::nullopt};
        });
}

api::Endpoint outcomes(Rooms const& rooms) {
    return endpoint(Action::inspection_view, "GET", "/api/v1/inspection-outcomes")
        .summary("每次责令整改前后，检查发现不符合的比例及其区间（千分数，95%）")
        .query("institution", "机构编号")
        .returns<OutcomeView>([rooms](Context const& context) -> Result<api::Page<OutcomeView>> {
            api::Asked asked(context.request);
            registry::InstitutionId const institution{asked.text("institution").value_or("")};
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::inspection_view);
            auto const ordered = context.policy.visibility(context.who, Action::rectification_view);
            return api::Page<OutcomeView>{rooms.service.outcomes(*lease, sees, ordered, institution), std::nullopt};
        });
}

// Why somebody was chosen is the bureaus' to know.
api::Endpoint shares(Rooms const& rooms) {
    return endpoint(Action::inspection_handle, "GET", "/api/v1/inspection-shares")
        .summary("本部门和下级部门开展的检查，按来源（随机抽取、计划、交办等）和场景各有多少")
        .query("from", "从哪天起，默认今年一月一日")
        .query("to", "到哪天，默认今天")
        .returns<BureauShares>([rooms](Context const& context) -> Result<api::Page<BureauShares>> {
            auto const days = api::year_so_far(context.request, context.now);
            if (!days) return unexpected<Error>(days.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::inspection_view);
            return api::Page<BureauShares>{rooms.service.shares(*lease, sees, days->from, days->to), std::nullopt};
        });
}

api::Endpoint plan(Rooms const& rooms) {
    return endpoint(Action::inspection_handle, "POST", "/api/v1/inspections")
        .summary("拟定一次检查")
        .changes<PlanInspection, IdAnswer>(201, [rooms](Context const& context, PlanInspection in) {
            return rooms.writer.apply(context.change(rooms.service.plan(context.who, std::move(in))));
        });
}

api::Endpoint approve(Rooms const& rooms) {
    return endpoint(Action::inspection_approve, "POST", "/api/v1/inspections/{id}/approval")
        .summary("批准检查；紧急先行检查的，补报批准")
        .target(of_inspection(rooms))
        .changes<ApproveInspection, IdAnswer>(201, [rooms](Context const& context, ApproveInspection in) {
            return rooms.writer.apply(context.change(rooms.service.approve({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint call_off(Rooms const& rooms) {
    return endpoint(Action::inspection_handle, "POST", "/api/v1/inspections/{id}/calling-off")
        .summary("不批准，或者取消还没有开始的检查，写明理由")
        .target(of_inspection(rooms))
        .changes<CallOffInspection, IdAnswer>(201, [rooms](Context const& context, CallOffInspection in) {
            return rooms.writer.apply(context.change(rooms.service.call_off({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::inspections(Rooms const& rooms) {
    return {list(rooms),   view(rooms), file(rooms),    checklist(rooms), outcomes(rooms),
            shares(rooms), plan(rooms), approve(rooms), call_off(rooms)};
}

}  // namespace anping::inspection
