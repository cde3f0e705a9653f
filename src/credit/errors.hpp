// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/base/field_reader.hpp>

namespace anping::credit {

inline auto unknown_grade() { return fail(ErrorCode::not_found, "credit.no_grade", "没有这次评级"); }
inline auto no_rating() { return fail(ErrorCode::refused, "credit.no_rating", "当地的规则书没有信用评级"); }
inline auto decided_already() { return fail(ErrorCode::conflict, "credit.decided", "这次评级已经确认或撤回"); }

}  // namespace anping::credit
