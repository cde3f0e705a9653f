// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/base/field_reader.hpp>

namespace anping::practice {

inline auto unknown_project() { return fail(ErrorCode::not_found, "practice.no_project", "没有这个项目"); }
inline auto not_an_institution() {
    return fail(ErrorCode::forbidden, "practice.no_institution", "只有登记的机构可以建立项目");
}
inline auto unknown_notice() { return fail(ErrorCode::not_found, "practice.no_notice", "没有这份告知"); }
inline auto no_notice_yet() { return fail(ErrorCode::conflict, "practice.no_notice_yet", "这个项目还没有告知"); }
inline auto nothing_to_export() {
    return fail(ErrorCode::conflict, "practice.nothing_to_export", "报告公开并由签名的树头覆盖后，才能导出归档文件");
}
inline auto unknown_exhibit() { return fail(ErrorCode::not_found, "practice.no_exhibit", "这个项目没有这份材料"); }
inline auto no_report() { return fail(ErrorCode::conflict, "practice.no_report", "还没有提交报告"); }
inline auto project_archived() { return fail(ErrorCode::conflict, "practice.archived", "项目已归档，不再变更"); }
inline auto report_moved_on() {
    return fail(ErrorCode::conflict, "practice.report_moved_on", "报告已有新的版本，请先阅读新版本");
}
inline auto not_your_step() {
    return fail(ErrorCode::forbidden, "practice.not_your_step", "这一级审核由对应岗位的人确认");
}
inline auto already_signed() {
    return fail(ErrorCode::conflict, "practice.already_signed", "这一级审核已经确认过本版本");
}
inline auto already_published() { return fail(ErrorCode::conflict, "practice.already_published", "本版本已经公开过"); }
inline auto not_disclosed() {
    return fail(ErrorCode::conflict, "practice.not_disclosed", "还没有登记报告在机构网站的公开网址");
}
inline auto no_copy() { return fail(ErrorCode::not_found, "practice.no_copy", "没有公开的副本"); }
inline auto no_copy_yet() { return fail(ErrorCode::conflict, "practice.no_copy_yet", "没有公开副本"); }
inline auto disclosure_moved_on() {
    return fail(ErrorCode::conflict, "practice.disclosure_moved_on", "公开网址已变更，请按新的网址核对");
}
inline auto no_server_checks() {
    return fail(ErrorCode::conflict, "practice.no_server_checks", "本平台没有启用对外核对，请由人员查看后登记");
}
inline auto checked_just_now() {
    return fail(ErrorCode::conflict, "practice.checked_just_now", "刚刚核对过，请稍后再试");
}
inline auto no_own_template() {
    return fail(ErrorCode::conflict, "practice.no_own_template", "这种表没有自己的表样，用的就是平台的表样");
}
inline auto template_lost() {
    return fail(ErrorCode::unavailable, "practice.template_lost", "现在读不到表样文件，请稍后再试，或重新上传表样");
}
inline auto unknown_hosting() { return fail(ErrorCode::not_found, "practice.no_hosting", "没有这项托管"); }
inline auto hosted_already() { return fail(ErrorCode::conflict, "practice.hosted", "这段时间已经登记托管这家企业"); }
inline auto hosting_over() { return fail(ErrorCode::conflict, "practice.hosting_over", "这项托管已经结束"); }
inline auto classified_unsaid() {
    return fail(ErrorCode::refused, "practice.classified_unsaid",
                "上传前须确认文件不含涉密内容：本平台不处理国家秘密，涉密材料请通过保密渠道报送");
}
inline auto not_published() { return fail(ErrorCode::conflict, "practice.not_published", "报告公开后才能归档"); }

// The institution's own process control holds a report; the clause is the one that says so.
inline auto held(std::string key, std::string text, std::string clause) {
    Error error{ErrorCode::refused, std::move(key), std::move(text)};
    if (!clause.empty()) error.clauses.push_back(std::move(clause));
    return unexpected<Error>(std::move(error));
}

}  // namespace anping::practice
