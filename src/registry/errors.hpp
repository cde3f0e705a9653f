// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/base/field_reader.hpp>

namespace anping::registry {

inline auto unknown_institution() { return fail(ErrorCode::not_found, "registry.no_institution", "没有这家机构"); }
inline auto unknown_enterprise() { return fail(ErrorCode::not_found, "registry.no_enterprise", "没有这家企业"); }
inline auto unknown_expert() { return fail(ErrorCode::not_found, "registry.no_expert", "没有这位专家"); }
inline auto unknown_officer() { return fail(ErrorCode::not_found, "registry.no_officer", "没有这名执法人员"); }
inline auto expert_struck() { return fail(ErrorCode::conflict, "registry.expert_struck", "该专家已经出库"); }
inline auto not_recognising() {
    return fail(ErrorCode::forbidden, "registry.not_recognising", "机构由省级应急管理部门登记");
}
inline auto credit_code_taken() {
    return fail(ErrorCode::conflict, "registry.credit_code_taken", "该统一社会信用代码已登记");
}
inline auto unknown_region() { return wrong_field("/region", "region", "应为现行有效的六位行政区划代码"); }
inline auto not_a_certificate() { return wrong_field("/qualification/valid_until", "order", "截止日不能早于起始日"); }

}  // namespace anping::registry
