// SPDX-License-Identifier: Apache-2.0
// Tables of people, instruments, enterprises and experts taken in from a workbook.
#include <anping/crypto/digest.hpp>
#include <anping/registry/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"

namespace anping::registry {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

// A workbook as it was chosen, in base64.
struct SheetGiven {
    Text<1, 12'000'000> content;
};
BOOST_DESCRIBE_STRUCT(SheetGiven, (), (content))

constexpr std::uint64_t kBody = 12u << 20;

// One kind of table: where it is, and who may take it in.
struct Kind {
    SheetKind kind;
    Action action;
    char const* path;
    char const* blank_path;  // never one that may be a thing's own
    char const* blank;
    char const* preview;
    char const* take_in;
};

EnterpriseGate gate_of(Context const& context) {
    auto const asks = [&context](Action action) {
        return [&context, action](RegisterEnterprise const& in) -> Result<void> {
            access::Target where;
            where.region = in.region;
            where.authority = in.authority;
            return context.policy.decide(context.who, action, where);
        };
    };
    return {asks(Action::enterprise_register), asks(Action::enterprise_edit)};
}

bool is_an_institutions(Kind const& kind) {
    return kind.kind == SheetKind::people || kind.kind == SheetKind::instruments;
}

InstitutionId institution_in(Kind const& kind, Context const& context) {
    if (!is_an_institutions(kind)) return {};
    return {context.capture("id")};
}

Result<SheetQuestion> question_of(Rooms const& rooms, Kind const& kind, Context const& context, SheetGiven const& in) {
    if (kind.kind == SheetKind::experts)
        if (auto const may = family::may_keep_experts(context); !may) return unexpected<Error>(may.error());
    auto const bytes = crypto::from_base64(in.content.value);
    if (!bytes) return wrong_field("/content", "base64", "应为工作簿的 base64 编码");
    auto table = rooms.tables(*bytes);
    if (!table) return unexpected<Error>(std::move(table.error()));
    return SheetQuestion{kind.kind,
                         institution_in(kind, context),
                         {context.who.region, context.who.authority},
                         std::move(*table),
                         gate_of(context)};
}

api::Builder whose(Rooms const& rooms, Kind const& kind, api::Builder builder) {
    if (!is_an_institutions(kind)) return builder;
    return std::move(builder).target(family::of_institution(rooms));
}

api::Endpoint blank(Rooms const& rooms, Kind const& kind) {
    auto builder = endpoint(kind.action, "GET", kind.blank_path).summary(kind.blank);
    return whose(rooms, kind, std::move(builder))
        .returns<http::Response>([rooms, kind](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            return api::attachment(
                rooms.service.blank_sheet(*lease, kind.kind, institution_in(kind, context), context.now), api::kXlsx,
                "blank.xlsx");
        });
}

api::Endpoint preview(Rooms const& rooms, Kind const& kind) {
    auto builder = endpoint(kind.action, "POST", std::string(kind.path) + "/sheet-preview")
                       .summary(kind.preview)
                       .body_limit(kBody);
    return whose(rooms, kind, std::move(builder))
        .acts<SheetGiven, SheetPreview>(200, [rooms, kind](Context const& context, auto in) -> Result<http::Response> {
            auto const question = question_of(rooms, kind, context, in);
            if (!question) return unexpected<Error>(question.error());
            auto lease = rooms.pool.lease();
            auto shown = rooms.service.preview_sheet(*lease, *question, context.now);
            if (!shown) return unexpected<Error>(shown.error());
            return api::json_response(200, to_json(*shown));
        });
}

api::Endpoint take_in(Rooms const& rooms, Kind const& kind) {
    auto builder =
        endpoint(kind.action, "POST", std::string(kind.path) + "/sheet").summary(kind.take_in).body_limit(kBody);
    return whose(rooms, kind, std::move(builder))
        .changes<SheetGiven, SheetDone>(200, [rooms, kind](Context const& context, auto in) -> Result<ledger::Written> {
            auto question = question_of(rooms, kind, context, in);
            if (!question) return unexpected<Error>(std::move(question.error()));
            return rooms.writer.apply(context.change(rooms.service.take_in_sheet(std::move(*question))));
        });
}

constexpr Kind kKinds[] = {
    {SheetKind::people, Action::person_edit, "/api/v1/institutions/{id}/people",
     "/api/v1/institutions/{id}/people/blank-sheet", "导入人员的空白模板，XLSX", "导入人员：逐行预览，不登记",
     "导入人员：登记能登记的行，已有的和有错误的不登记"},
    {SheetKind::instruments, Action::institution_edit, "/api/v1/institutions/{id}/instruments",
     "/api/v1/institutions/{id}/instruments/blank-sheet", "导入仪器设备的空白模板，XLSX",
     "导入仪器设备：逐行预览，不登记", "导入仪器设备：登记能登记的行，已有的和有错误的不登记"},
    {SheetKind::enterprises, Action::enterprise_register, "/api/v1/enterprises", "/api/v1/enterprise-blank-sheet",
     "导入企业的空白模板，XLSX", "导入企业：逐行预览，不登记", "导入企业：登记能登记的行，已有的和有错误的不登记"},
    {SheetKind::experts, Action::expert_keep, "/api/v1/experts", "/api/v1/expert-blank-sheet",
     "导入专家的空白模板，XLSX", "导入专家：逐行预览，不入库", "导入专家：列入本部门专家库，已有的和有错误的不入库"},
};

}  // namespace

std::vector<api::Endpoint> families::sheets(Rooms const& rooms) {
    std::vector<api::Endpoint> out;
    for (auto const& kind : kKinds)
        for (auto const make : {blank, preview, take_in}) out.push_back(make(rooms, kind));
    return out;
}

}  // namespace anping::registry
