// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/base/field_reader.hpp>

namespace anping::circulation {

inline auto unknown_matter() { return fail(ErrorCode::not_found, "circulation.no_matter", "没有这件事项"); }
inline auto unknown_slip() { return fail(ErrorCode::not_found, "circulation.no_slip", "没有这份流转单"); }
inline auto unknown_deputy() { return fail(ErrorCode::not_found, "circulation.no_deputy", "没有这项代理"); }
inline auto unknown_criticism() { return fail(ErrorCode::not_found, "circulation.no_criticism", "没有这份通报批评"); }
inline auto not_asked_of_you() {
    return fail(ErrorCode::conflict, "circulation.not_yours", "这份流转单没有等您办理，或者已经办过");
}

inline auto not_yours_to_end() {
    return fail(ErrorCode::conflict, "circulation.not_yours_to_end", "由本人、科（处）长或者负责人结束代理");
}
inline auto ended_already() { return fail(ErrorCode::conflict, "circulation.ended", "这项代理已经结束"); }

}  // namespace anping::circulation
