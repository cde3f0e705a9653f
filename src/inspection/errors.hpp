// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/base/field_reader.hpp>

namespace anping::inspection {

inline auto unknown_inspection() { return fail(ErrorCode::not_found, "inspection.unknown", "没有这次检查"); }
inline auto unknown_order() { return fail(ErrorCode::not_found, "inspection.no_order", "没有这份整改文书"); }
inline auto unknown_call_up() { return fail(ErrorCode::not_found, "inspection.no_call_up", "没有这次报告调阅"); }
inline auto unknown_report() { return wrong_field("/report", "report", "本部门辖区内没有这份报告"); }
inline auto unknown_file() { return fail(ErrorCode::not_found, "inspection.no_file", "没有这个文件"); }
inline auto not_now(std::string text) { return fail(ErrorCode::conflict, "inspection.not_now", std::move(text)); }
inline auto over() { return not_now("这次检查已经结束，不再变更"); }
inline auto not_begun() { return not_now("检查还没有开始：执法人员到场以后才能记录"); }
inline auto not_approved() { return not_now("检查还没有批准；情况紧急、先行检查的，写明理由，及时补报批准"); }
inline auto order_over() { return not_now("整改已经了结，不再变更"); }
inline auto call_up_over() { return not_now("这次调阅已经了结，不再变更"); }
inline auto unknown_clause(std::string pointer) {
    return wrong_field(std::move(pointer), "clause", "规则书里没有这一条，或者它在本地、当日不适用");
}
inline auto unconfirmed_clause(std::string pointer) {
    return wrong_field(std::move(pointer), "binding",
                       "所引条款的原文还没有经法规人员确认，不能据以责令整改；可以先确认条款，或者发督促函");
}

}  // namespace anping::inspection
