// SPDX-License-Identifier: Apache-2.0
// The wording of this module's outcomes, once.
#pragma once

#include <string>

#include <anping/base/result.hpp>

namespace anping::access::errors {

inline auto not_signed_in() { return fail(ErrorCode::unauthenticated, "access.not_signed_in", "请先登录。"); }
inline auto forbidden() { return fail(ErrorCode::forbidden, "access.forbidden", "您的岗位没有这项权限。"); }
// Also for what exists and may not be known to exist.
inline auto not_found() { return fail(ErrorCode::not_found, "access.not_found", "没有找到，或者您无权查看。"); }

// One text for an unknown name, a wrong password and a disabled account.
inline auto bad_credentials() {
    return fail(ErrorCode::unauthenticated, "access.bad_credentials", "用户名、密码或动态口令不正确。");
}
inline auto code_needed() { return fail(ErrorCode::unauthenticated, "access.code_needed", "请输入动态口令。"); }
inline auto locked(std::int64_t seconds) {
    auto const wait = seconds > 90 ? std::to_string((seconds + 59) / 60) + "分钟" : std::to_string(seconds) + "秒";
    auto out = fail(ErrorCode::too_many, "access.locked", "尝试次数过多，请" + wait + "后再试。");
    out.value().retry_after = seconds;
    return out;
}
inline auto busy() { return fail(ErrorCode::unavailable, "access.busy", "同时登录的人较多，请稍后再试。"); }

inline tl::unexpected<Error> field(std::string pointer, std::string rule, std::string text) {
    Error error{ErrorCode::invalid_input, "access.invalid", "填写的内容有误。"};
    error.fields.push_back({std::move(pointer), std::move(rule), std::move(text)});
    return tl::unexpected<Error>(std::move(error));
}
inline auto login_taken() { return fail(ErrorCode::conflict, "access.login_taken", "这个用户名已被使用。"); }
inline auto role_not_given() {
    return fail(ErrorCode::forbidden, "access.role_not_given", "您不能开设这种岗位或单位的账号。");
}
inline auto already_disabled() { return fail(ErrorCode::conflict, "access.already_disabled", "该账号已停用。"); }
inline auto not_locked() { return fail(ErrorCode::conflict, "access.not_locked", "该账号没有被锁定。"); }
inline auto own_account() { return fail(ErrorCode::conflict, "access.own_account", "不能停用自己正在使用的账号。"); }
inline auto own_reset() {
    return fail(ErrorCode::conflict, "access.own_reset", "自己的密码和动态口令在“我的账号”里修改。");
}
inline auto operator_resets() {
    return fail(ErrorCode::forbidden, "access.operator_resets", "平台管理人员的账号由运维人员在服务器上重设。");
}
inline auto no_signing_key() { return fail(ErrorCode::conflict, "access.no_signing_key", "您没有签名密钥。"); }
inline auto totp_state(bool enabled) {
    return enabled ? fail(ErrorCode::conflict, "access.totp_enabled", "动态口令已经启用。")
                   : fail(ErrorCode::conflict, "access.totp_absent", "还没有登记动态口令。");
}

}  // namespace anping::access::errors
