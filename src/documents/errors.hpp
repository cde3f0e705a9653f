// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/base/result.hpp>

namespace anping::documents {

inline auto not_a_template() {
    return fail(ErrorCode::invalid_input, "documents.not_docx", "模板不是 DOCX 文件，或文件已损坏");
}
inline auto template_too_large() {
    return fail(ErrorCode::too_large, "documents.template_too_large", "模板展开后过大，请精简后重新上传");
}
inline auto filled_too_large() {
    return fail(ErrorCode::too_large, "documents.filled_too_large", "按此模板填写的文档过大，请减少重复行");
}
inline auto unsafe_template() {
    return fail(ErrorCode::invalid_input, "documents.template_unsafe",
                "模板中含有不允许的内容，请用 Word 或 WPS 另存为新的 DOCX 文件");
}
inline auto locked_template() {
    return fail(ErrorCode::invalid_input, "documents.template_locked", "模板设有密码，请取消密码后重新上传");
}
inline auto template_with_macros() {
    return fail(ErrorCode::invalid_input, "documents.template_macros", "模板含有宏，请另存为不含宏的 DOCX 文件");
}
inline auto template_loads(std::string const& target) {
    return fail(
        ErrorCode::invalid_input, "documents.template_loads",
        "模板要从外部载入内容（" + target + "），打开它的人会被连到别处；请断开链接、把内容放进文件本身后重新上传");
}
inline auto template_embeds(std::string const& part) {
    return fail(ErrorCode::invalid_input, "documents.template_embeds",
                "模板中嵌有对象或控件（" + part + "），请删除后重新上传");
}
inline auto template_field(std::string const& field) {
    return fail(ErrorCode::invalid_input, "documents.template_field",
                "模板中的域“" + field + "”会读取其他文件或运行程序，请删除后重新上传");
}
inline auto mark_outside_row(std::string const& mark) {
    return fail(ErrorCode::invalid_input, "documents.template_mark", "模板中的“" + mark + "”应写在表格的一行之内");
}
// Of a table that is taken in.
inline auto missing_columns(std::string const& titles) {
    return fail(ErrorCode::invalid_input, "documents.intake",
                "工作簿的第一张表缺少栏目：" + titles + "；请用空白模板填写");
}
inline auto too_many_rows(std::size_t most) {
    return fail(ErrorCode::too_large, "documents.intake", "一次至多导入 " + std::to_string(most) + " 行，请分成几份");
}
inline auto not_csv(std::string const& why) {
    return fail(ErrorCode::invalid_input, "documents.csv", "CSV 文件不能读：" + why + "；可以另存为 .xlsx 再导入");
}
inline auto digits_lost() {
    return fail(ErrorCode::invalid_input, "documents.digits",
                "数字超过 15 位，Excel 没有保留末几位；请把这一格设为文本格式后重新填写");
}
inline auto mark_without_partner(std::string const& mark) {
    return fail(ErrorCode::invalid_input, "documents.template_mark",
                "模板中的“" + mark + "”在表格的同一行内没有与之对应的标记");
}

}  // namespace anping::documents
