// SPDX-License-Identifier: Apache-2.0
#include <anping/base/field_reader.hpp>
#include <anping/registry/endpoints.hpp>

#include "families.hpp"
#include "family.hpp"

namespace anping::registry {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

api::Endpoint list_people(Rooms const& rooms) {
    return endpoint(Action::person_view, "GET", "/api/v1/institutions/{id}/people")
        .summary("机构人员：专业、合同、证件情况")
        .target(family::of_institution(rooms))
        .returns<StaffView>([rooms](Context const& context) -> Result<api::Page<StaffView>> {
            auto lease = rooms.pool.lease();
            return api::Page<StaffView>{
                rooms.service.staff(*lease, {context.capture("id")}, field::beijing_date(context.now)), std::nullopt};
        });
}

api::Endpoint add_person(Rooms const& rooms) {
    return endpoint(Action::person_edit, "POST", "/api/v1/institutions/{id}/people")
        .summary("登记机构人员")
        .target(family::of_institution(rooms))
        .changes<AddPerson, IdAnswer>(201, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(context.change(rooms.service.add_person({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint list_credentials(Rooms const& rooms) {
    return endpoint(Action::person_view, "GET", "/api/v1/institutions/{id}/credentials")
        .summary("机构人员的证件及核验记录")
        .target(family::of_institution(rooms))
        .returns<CredentialView>([rooms](Context const& context) -> Result<api::Page<CredentialView>> {
            auto lease = rooms.pool.lease();
            return api::Page<CredentialView>{
                rooms.service.credentials(*lease, {context.capture("id")}, field::beijing_date(context.now)),
                std::nullopt};
        });
}

api::Endpoint record_credential(Rooms const& rooms) {
    return endpoint(Action::person_edit, "POST", "/api/v1/institutions/{id}/credentials")
        .summary("登记或更正人员的一份证件")
        .target(family::of_institution(rooms))
        .changes<RecordCredential, IdAnswer>(201, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_credential({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint record_verification(Rooms const& rooms) {
    return endpoint(Action::credential_verify, "POST", "/api/v1/institutions/{id}/verifications")
        .summary("记录一次证件核验：查询平台、结果、日期")
        .target(family::of_institution(rooms))
        .changes<RecordVerification, IdAnswer>(201, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_verification({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint record_employment(Rooms const& rooms) {
    return endpoint(Action::person_edit, "POST", "/api/v1/institutions/{id}/employments")
        .summary("登记人员的劳动合同或劳务合同；同一起始日再次登记即为更正或终止")
        .target(family::of_institution(rooms))
        .changes<RecordEmployment, IdAnswer>(201, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_employment({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint staffing(Rooms const& rooms) {
    return endpoint(Action::person_view, "GET", "/api/v1/institutions/{id}/staffing")
        .summary("各业务范围的专业能力配备：谁担任什么，差什么")
        .query("branch", "分支机构编号；不填为全机构")
        .query("day", "哪一天；不填为今天")
        .target(family::of_institution(rooms))
        .returns<Staffing>([rooms](Context const& context) -> Result<api::Page<Staffing>> {
            auto const asked = context.request.query_value("day");
            auto const day = asked ? field::parse_date(*asked) : std::optional(field::beijing_date(context.now));
            if (!day) return wrong_field("/day", "date", "应为日期，例如 2026-03-02");
            std::optional<BranchId> branch;
            if (auto const named = context.request.query_value("branch")) branch = BranchId{std::string(*named)};
            auto lease = rooms.pool.lease();
            return api::Page<Staffing>{rooms.service.staffings(*lease, {context.capture("id")}, branch, *day),
                                       std::nullopt};
        });
}

}  // namespace

std::vector<api::Endpoint> families::people(Rooms const& rooms) {
    return {list_people(rooms),         add_person(rooms),        list_credentials(rooms), record_credential(rooms),
            record_verification(rooms), record_employment(rooms), staffing(rooms)};
}

}  // namespace anping::registry
