// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/base/result.hpp>

namespace anping::legal {

inline auto unknown_clause() { return fail(ErrorCode::not_found, "legal.no_clause", "没有这个条款"); }
inline auto unknown_file() { return fail(ErrorCode::not_found, "legal.no_file", "没有这个规则书文件"); }
inline auto changed_since() {
    return fail(ErrorCode::conflict, "legal.clause_changed", "条款已不是您看到的内容，请重新核对后再确认");
}
inline auto text_missing() {
    return fail(ErrorCode::conflict, "legal.text_missing", "条款缺原文，无从核对；请先在规则书中补入原文");
}
inline auto binds_already() {
    return fail(ErrorCode::conflict, "legal.binds_already", "条款的来源已核实，不需要再确认");
}
inline auto confirmed_already() {
    return fail(ErrorCode::conflict, "legal.confirmed_already", "本地区已确认过该条款的现行内容");
}
inline auto not_confirmed() { return fail(ErrorCode::conflict, "legal.not_confirmed", "本地区没有对该条款的确认"); }

}  // namespace anping::legal
