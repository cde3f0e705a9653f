// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>
#include <anping/registry/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"

namespace anping::registry {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

api::Endpoint search_institutions(Rooms const& rooms) {
    return endpoint(Action::register_view, "GET", "/api/v1/institutions")
        .summary("机构名录：按名称、统一社会信用代码或资质证书编号查找")
        .query("q", "名称的一部分，或完整的代码、证书编号")
        .query("cursor", "上一页给出的 next")
        .returns<InstitutionView>([rooms](Context const& context) {
            auto lease = rooms.pool.lease();
            return family::page<InstitutionView>(context, [&](auto const& text, auto const& after, std::int64_t limit) {
                return rooms.service.institutions(*lease, text, after, limit);
            });
        });
}

api::Endpoint register_institution(Rooms const& rooms) {
    return endpoint(Action::institution_register, "POST", "/api/v1/institutions")
        .summary("登记机构及其资质")
        .changes<RegisterInstitution, IdAnswer>(
            201, [rooms](Context const& context, auto in) -> Result<ledger::Written> {
                if (auto const may = rooms.service.may_register_institutions(context.who); !may)
                    return unexpected<Error>(may.error());
                return rooms.writer.apply(context.change(rooms.service.register_institution(std::move(in))));
            });
}

api::Endpoint note_institution(Rooms const& rooms) {
    return endpoint(Action::institution_note, "POST", "/api/v1/institutions/noted")
        .summary("依纸质材料记录一家尚未登记的机构；以后由资质认可机关登记")
        .changes<NoteInstitution, IdAnswer>(201, [rooms](Context const& context, NoteInstitution in) {
            return rooms.writer.apply(context.change(rooms.service.note_institution(std::move(in))));
        });
}

api::Endpoint view_institution(Rooms const& rooms) {
    return endpoint(Action::institution_view, "GET", "/api/v1/institutions/{id}")
        .summary("机构")
        .target(family::of_institution(rooms))
        .returns<InstitutionView>([rooms](Context const& context) -> Result<api::Versioned<InstitutionView>> {
            auto lease = rooms.pool.lease();
            auto view = rooms.service.institution(*lease, {context.capture("id")});
            if (!view) return unknown_institution();
            auto const version = view->version;
            return api::Versioned<InstitutionView>{std::move(*view), version};
        });
}

api::Endpoint change_contact(Rooms const& rooms) {
    return endpoint(Action::institution_edit, "PUT", "/api/v1/institutions/{id}/contact")
        .summary("更新机构地址、网站、电话")
        .target(family::of_institution(rooms))
        .changes<ChangeContact, IdAnswer>(200, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(
                context.change(rooms.service.change_contact({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint list_branches(Rooms const& rooms) {
    return endpoint(Action::institution_view, "GET", "/api/v1/institutions/{id}/branches")
        .summary("分支机构")
        .target(family::of_institution(rooms))
        .returns<BranchView>([rooms](Context const& context) -> Result<api::Page<BranchView>> {
            auto lease = rooms.pool.lease();
            return api::Page<BranchView>{
                rooms.service.branches(*lease, {context.capture("id")}, field::beijing_date(context.now)),
                std::nullopt};
        });
}

api::Endpoint register_branch(Rooms const& rooms) {
    return endpoint(Action::institution_edit, "POST", "/api/v1/institutions/{id}/branches")
        .summary("登记分支机构")
        .target(family::of_institution(rooms))
        .changes<RegisterBranch, IdAnswer>(201, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(
                context.change(rooms.service.register_branch({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint list_instruments(Rooms const& rooms) {
    return endpoint(Action::institution_view, "GET", "/api/v1/institutions/{id}/instruments")
        .summary("仪器设备及其检定校准")
        .target(family::of_institution(rooms))
        .returns<InstrumentView>([rooms](Context const& context) -> Result<api::Page<InstrumentView>> {
            auto lease = rooms.pool.lease();
            return api::Page<InstrumentView>{rooms.service.instruments(*lease, InstitutionId{context.capture("id")}),
                                             std::nullopt};
        });
}

api::Endpoint register_instrument(Rooms const& rooms) {
    return endpoint(Action::institution_edit, "POST", "/api/v1/institutions/{id}/instruments")
        .summary("登记仪器设备")
        .target(family::of_institution(rooms))
        .changes<RegisterInstrument, IdAnswer>(201, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(
                context.change(rooms.service.register_instrument({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint record_calibration(Rooms const& rooms) {
    return endpoint(Action::institution_edit, "POST", "/api/v1/institutions/{id}/calibrations")
        .summary("登记仪器设备的一次检定校准")
        .target(family::of_institution(rooms))
        .changes<RecordCalibration, IdAnswer>(201, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_calibration({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint holding(Rooms const& rooms) {
    return endpoint(Action::institution_view, "GET", "/api/v1/institutions/{id}/holding")
        .summary("资质保持：各项条件今天是否满足，不满足的从哪一天开始")
        .target(family::of_institution(rooms))
        .returns<Holding>([rooms](Context const& context) -> Result<Holding> {
            auto lease = rooms.pool.lease();
            auto out = rooms.service.holding(*lease, {context.capture("id")}, field::beijing_date(context.now));
            if (!out) return unknown_institution();
            return std::move(*out);
        });
}

api::Endpoint history(Rooms const& rooms) {
    return endpoint(Action::institution_view, "GET", "/api/v1/institutions/{id}/history")
        .summary("登记内容的变更：何时登记，自何时起成立，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .target(family::of_institution(rooms))
        .returns<HistoryItem>([rooms](Context const& context) { return family::history(rooms, context); });
}

api::Endpoint expiries(Rooms const& rooms) {
    return endpoint(Action::expiry_list, "GET", "/api/v1/expiries")
        .summary("到期清单：90 天内到期和 30 天内已到期的资质、证件、检定校准")
        .returns<ExpiryView>([rooms](Context const& context) -> Result<api::Page<ExpiryView>> {
            constexpr std::int64_t kLimit = 500;
            auto const today = field::beijing_date(context.now);
            auto lease = rooms.pool.lease();
            return api::Page<ExpiryView>{
                rooms.service.expiries(*lease, context.policy.visibility(context.who, Action::expiry_list), today,
                                       today + family::kExpiryAhead, kLimit),
                std::nullopt};
        });
}

}  // namespace

std::vector<api::Endpoint> families::institutions(Rooms const& rooms) {
    return {note_institution(rooms),
            search_institutions(rooms),
            register_institution(rooms),
            view_institution(rooms),
            change_contact(rooms),
            list_branches(rooms),
            register_branch(rooms),
            list_instruments(rooms),
            register_instrument(rooms),
            record_calibration(rooms),
            holding(rooms),
            history(rooms),
            expiries(rooms)};
}

}  // namespace anping::registry
