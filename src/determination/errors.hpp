// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/base/field_reader.hpp>

namespace anping::determination {

inline auto unknown_determination() {
    return fail(ErrorCode::not_found, "determination.not_found", "没有这件报告认定");
}
inline auto unknown_report() { return wrong_field("/report", "report", "本部门辖区内没有这份报告"); }
inline auto over() { return fail(ErrorCode::conflict, "determination.over", "这件认定已有结论"); }
inline auto not_now(std::string text) { return fail(ErrorCode::conflict, "determination.not_now", std::move(text)); }
// What law and evidence ask for is not there.
inline auto not_shown(std::string text, std::string clause) {
    Error error{ErrorCode::refused, "determination.not_shown", std::move(text)};
    error.clauses.push_back(std::move(clause));
    return unexpected<Error>(std::move(error));
}

}  // namespace anping::determination
