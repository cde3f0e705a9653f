// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>

#include <anping/base/field_reader.hpp>

namespace anping::planning {

inline auto unknown_draw() { return fail(ErrorCode::not_found, "planning.no_draw", "没有这次抽取"); }
inline auto not_held() { return fail(ErrorCode::conflict, "planning.not_held", "还没有抽取，没有可以公布的结果"); }
inline auto unknown_outside_draw() {
    return fail(ErrorCode::not_found, "planning.no_outside_draw", "没有登记过这次外部平台的抽取");
}
inline auto over() {
    return fail(ErrorCode::conflict, "planning.over", "这次抽取已经结束，不再变更；要重抽请另立方案");
}
inline auto no_seed() {
    return fail(ErrorCode::conflict, "planning.no_seed", "没有事先公布而未用过的种子摘要，请先公布，再定名单");
}
inline auto lost_secret() {
    return fail(
        ErrorCode::conflict, "planning.lost_secret",
        "平台保管的种子已经丢失，或者与事先公布的摘要不符，抽出的结果无法重放；请将这次抽取作废，另行公布种子摘要，"
        "再立新的方案，并告知平台管理员");
}
inline auto unknown_listing() { return fail(ErrorCode::not_found, "planning.no_listing", "没有这一重点监督检查对象"); }
inline auto no_key_list() {
    return fail(ErrorCode::refused, "planning.no_key_list", "当地的规则书没有重点监督检查对象");
}
inline auto nothing_new() {
    return fail(ErrorCode::conflict, "planning.nothing_new", "核对完毕：没有新的符合情形的机构");
}
inline auto unknown_year_plan() { return fail(ErrorCode::not_found, "planning.no_year_plan", "没有这份年度检查计划"); }
inline auto unknown_bureau_below() { return fail(ErrorCode::not_found, "planning.no_bureau", "没有这个下级部门"); }
inline auto unknown_earlier_report() {
    return fail(ErrorCode::not_found, "planning.no_earlier_report", "没有登记过这份报告");
}
inline auto unknown_project() { return fail(ErrorCode::not_found, "planning.no_project", "没有这个项目"); }
inline auto no_price_comparison() {
    return fail(ErrorCode::refused, "planning.no_price_comparison", "当地的规则书没有价格比较");
}
inline auto few_samples(std::int64_t samples, std::int64_t asked) {
    return fail(ErrorCode::refused, "planning.few_samples",
                fmt::format("同类项目只有 {} 个，不足 {} 个，不比较价款，也不作结论", samples, asked));
}
inline auto not_low(std::int64_t percentile) {
    return fail(ErrorCode::conflict, "planning.price_not_low",
                fmt::format("价款高于 {}% 的同类项目，不属于偏低，不需要结论", percentile));
}
inline auto not_now(std::string text) { return fail(ErrorCode::conflict, "planning.not_now", std::move(text)); }

}  // namespace anping::planning
