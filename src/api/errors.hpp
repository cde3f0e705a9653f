// SPDX-License-Identifier: Apache-2.0
// The wording of this module's outcomes, once.
#pragma once

#include <string>

#include <anping/base/result.hpp>

namespace anping::api::errors {

inline auto not_json() {
    return fail(ErrorCode::invalid_input, "api.not_json", "请求内容必须是 JSON（Content-Type: application/json）。");
}
inline auto cross_site() {
    return fail(ErrorCode::forbidden, "api.cross_site", "请求不是从本系统的页面发出的，已拒绝。");
}
inline auto bad_token() { return fail(ErrorCode::forbidden, "api.csrf_token", "页面已过期，请刷新后重试。"); }
inline auto reauthenticate() {
    return fail(ErrorCode::reauthenticate, "api.reauthenticate", "这一步需要再次输入密码确认是您本人。");
}
inline auto change_password_first() {
    return fail(ErrorCode::forbidden, "api.change_password_first", "首次登录请先修改密码。");
}
inline auto if_match_missing() {
    return fail(ErrorCode::precondition_failed, "api.if_match_missing",
                "修改前必须说明您看到的是哪个版本（If-Match）。");
}
inline auto if_match_malformed() {
    return fail(ErrorCode::precondition_failed, "api.if_match_malformed", "If-Match 不是本系统给出的版本号。");
}
inline auto bad_idempotency_key() {
    return fail(ErrorCode::invalid_input, "api.idempotency_key", "Idempotency-Key 须为1至128个可见 ASCII 字符。");
}
inline auto bad_cursor() { return fail(ErrorCode::invalid_input, "api.cursor", "翻页标记无效，请从第一页开始。"); }
inline auto bad_limit() { return fail(ErrorCode::invalid_input, "api.limit", "每页条数须为1至200。"); }
inline auto busy() { return fail(ErrorCode::unavailable, "api.busy", "系统繁忙，请稍后再试。"); }
inline auto fault() { return fail(ErrorCode::internal, "api.fault", "系统出现故障，已记录，请稍后再试。"); }

}  // namespace anping::api::errors
