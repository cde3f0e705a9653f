// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/base/field_reader.hpp>

namespace anping::official {

inline auto unknown_document() { return fail(ErrorCode::not_found, "official.no_document", "没有这份文书"); }
inline auto not_draft() {
    return fail(ErrorCode::conflict, "official.not_draft",
                "这份文书已经签发或者作废，不能再改；需要更正的，作废后另行制作");
}
inline auto not_issued() { return fail(ErrorCode::conflict, "official.not_issued", "还没有签发，不能送达"); }
inline auto over() { return fail(ErrorCode::conflict, "official.voided", "这份文书已经作废"); }
inline auto not_for_party() {
    return fail(ErrorCode::conflict, "official.not_for_party", "这是内部文书，不向当事人送达");
}
inline auto no_consent() {
    return fail(ErrorCode::conflict, "official.no_consent",
                "受送达人没有同意向其电子送达，请改用其他方式，或先登记其确认书");
}
inline auto nobody_to_reach() {
    return fail(ErrorCode::conflict, "official.no_account", "受送达人不是平台上的机构或者企业，不能电子送达");
}
inline auto nothing_to_confirm() {
    return fail(ErrorCode::conflict, "official.nothing_to_confirm", "没有等待确认的电子送达");
}
inline auto no_form() { return wrong_field("/kind", "kind", "本地规则书中没有这种文书"); }
inline auto no_own_template() {
    return fail(ErrorCode::conflict, "official.no_template", "这种文书没有本部门的表样，用的是平台的");
}
inline auto template_lost() {
    return fail(ErrorCode::unavailable, "official.template_lost", "现在读不到表样文件，请稍后再试");
}
inline auto file_differs() {
    return fail(ErrorCode::unavailable, "official.file_lost",
                "文件不在库中，重新生成的与签发时的摘要不同，请联系管理员");
}
inline auto no_pdf() {
    return fail(ErrorCode::unavailable, "official.no_pdf",
                "服务器上没有安装 LibreOffice，不能生成 PDF；可以下载 DOCX，用 Word 或 WPS 打印");
}
inline auto no_consent_given() { return fail(ErrorCode::conflict, "official.no_consent_given", "没有登记过这项同意"); }

}  // namespace anping::official
