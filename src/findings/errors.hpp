// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/base/field_reader.hpp>

namespace anping::findings {

inline auto unknown_finding() { return fail(ErrorCode::not_found, "findings.no_finding", "没有这条线索"); }
inline auto unknown_report() { return fail(ErrorCode::not_found, "findings.no_report", "没有这份报告"); }
inline auto reading_gone() {
    return fail(ErrorCode::unavailable, "findings.gone", "查重时读到的文本在库中已不可取，可以要求重新查重");
}
inline auto unknown_source() { return fail(ErrorCode::conflict, "findings.no_source", "这份报告没有查出这个来源"); }
inline auto not_screened() {
    return fail(ErrorCode::conflict, "findings.not_screened", "这份报告还没有查重，完成后再看");
}
inline auto unknown_picture() {
    return fail(ErrorCode::not_found, "findings.no_picture", "这条线索没有这张照片，或照片已不可取");
}
inline auto decided_already() {
    return fail(ErrorCode::conflict, "findings.decided", "这条线索已经采纳或者排除，不能再要求说明");
}
inline auto cured_already() {
    return fail(ErrorCode::conflict, "findings.cured", "这条线索所指的情形已经消除，可以采纳或者排除，不再要求说明");
}
inline auto unknown_institution() { return fail(ErrorCode::not_found, "findings.no_institution", "没有这家机构"); }
inline auto nothing_new() { return fail(ErrorCode::conflict, "findings.nothing_new", "资质保持的情形没有变化"); }
inline auto alarms_held_already() {
    return fail(ErrorCode::conflict, "findings.held_already", "这家机构资质保持的线索已经暂不告知");
}
inline auto same_decision() { return fail(ErrorCode::conflict, "findings.same", "这条线索已经是这个结论"); }
inline auto held_still() {
    return fail(ErrorCode::conflict, "findings.held", "这条线索暂不告知机构：要求说明或者采纳之前，先告知机构");
}
inline auto held_already() { return fail(ErrorCode::conflict, "findings.held_already", "这个项目的线索已经暂不告知"); }
inline auto sealed_already() {
    return fail(ErrorCode::conflict, "findings.sealed", "项目已经归档，暂不告知没有意义：档案不能再改");
}
inline auto wrong_hold(std::int64_t longest) {
    return wrong_field("/until", "range", "截止日应在今天起 " + std::to_string(longest) + " 日以内");
}
inline auto unknown_hold() { return fail(ErrorCode::not_found, "findings.no_hold", "没有这次暂不告知"); }
inline auto hold_over() { return fail(ErrorCode::conflict, "findings.hold_over", "这次暂不告知已经结束"); }
inline auto no_passage() {
    return fail(ErrorCode::conflict, "findings.no_passage", "这条线索没有从这里开始的段落，不能认定");
}

inline auto disk_failed(std::string const& file) {
    return fail(ErrorCode::unavailable, "findings.disk", file + ": cannot be written");
}

}  // namespace anping::findings
