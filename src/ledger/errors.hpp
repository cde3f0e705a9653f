// SPDX-License-Identifier: Apache-2.0
// What this module says when it cannot: once each.
#pragma once

#include <string>
#include <utility>

#include <anping/base/result.hpp>

namespace anping::ledger::errors {

inline Error unavailable(std::string internal) {
    return {ErrorCode::unavailable, "ledger.unavailable", "账本暂时无法写入，本次操作没有生效，请稍后重试。", {}, {},
            std::move(internal)};
}
inline Error queue_full() {
    return {ErrorCode::unavailable, "ledger.queue_full", "系统繁忙，本次操作没有生效，请稍后重试。"};
}
inline Error key_reused() {
    return {ErrorCode::conflict, "ledger.key_reused", "同一个请求编号已经用于另一个不同的请求。"};
}
inline Error no_entry() { return {ErrorCode::not_found, "ledger.no_entry", "账本中没有这条记录。"}; }
inline Error no_head() {
    return {ErrorCode::not_found, "ledger.no_head", "这条记录尚未被签名的账本首部覆盖，请稍后再查。"};
}
inline Error bad_sizes() {
    return {ErrorCode::invalid_input, "ledger.bad_sizes", "两个大小应满足 1 ≤ 旧 ≤ 新 ≤ 已签名的大小。"};
}
inline Error bad_note(std::string internal) {
    return {ErrorCode::invalid_input, "ledger.bad_note", "账本首部的格式或签名不正确。", {}, {}, std::move(internal)};
}
inline Error bad_key(std::string internal) {
    return {ErrorCode::internal, "ledger.bad_key", "账本密钥文件无法读取。", {}, {}, std::move(internal)};
}
inline Error refuses_to_sign(std::string why) {
    return {ErrorCode::conflict, "ledger.refuses_to_sign", "签名程序拒绝签名：" + why, {}, {}, why};
}
inline Error archive_too_large() {
    return {ErrorCode::too_large, "ledger.archive_too_large", "归档包超过 4 GiB，请分批导出。"};
}
inline Error archive_empty() {
    return {ErrorCode::not_found, "ledger.archive_empty", "所选对象在账本中没有已签名的记录。"};
}
inline Error archive_evidence(std::string name) {
    return {ErrorCode::internal, "ledger.archive_evidence", "证据文件缺失或与账本记录不符：" + name};
}
inline Error bad_archive(std::string why) { return {ErrorCode::invalid_input, "ledger.bad_archive", std::move(why)}; }

}  // namespace anping::ledger::errors
