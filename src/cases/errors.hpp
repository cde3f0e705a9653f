// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/base/field_reader.hpp>

namespace anping::cases {

inline auto unknown_case() { return fail(ErrorCode::not_found, "cases.no_case", "没有这个案件"); }
inline auto not_now(std::string text) { return fail(ErrorCode::conflict, "cases.not_now", std::move(text)); }
// The bureau's own act, without what the law asks before it.
inline auto not_before(std::string key, std::string text) {
    return fail(ErrorCode::conflict, "cases." + std::move(key), std::move(text));
}

}  // namespace anping::cases
