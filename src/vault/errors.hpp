// SPDX-License-Identifier: Apache-2.0
// The wording of what the vault refuses.
#pragma once

#include <string>

#include <anping/base/result.hpp>

namespace anping::vault::errors {

inline auto too_large() { return fail(ErrorCode::too_large, "vault.too_large", "文件太大，或超出了申报的长度"); }
inline auto bad_length() { return fail(ErrorCode::invalid_input, "vault.length", "文件长度应为不小于零的字节数"); }
inline auto bad_file_name() {
    return fail(ErrorCode::invalid_input, "vault.file_name", "文件名应为 1 至 255 个字符，不含控制字符");
}
inline auto quota() { return fail(ErrorCode::too_many, "vault.quota", "未传完的文件太多，请先传完或等待过期清理"); }
inline auto unknown_upload() { return fail(ErrorCode::not_found, "vault.unknown_upload", "没有这个上传"); }
inline auto offset(std::int64_t expected) {
    return fail(ErrorCode::conflict, "vault.offset", "续传位置不符，应从第 " + std::to_string(expected) + " 字节开始");
}
inline auto busy() { return fail(ErrorCode::conflict, "vault.busy", "这个上传正在另一个连接上进行，请稍后续传"); }
// Why a workbook is not read, as the worker says it.
inline auto no_table(std::string const& problem) {
    auto const text = [&]() -> std::string {
        if (problem == "too_large") return "工作簿太大：至多 3000 行、100 列，一格至多 1300 个字";
        if (problem == "encrypted") return "工作簿设有密码，请去掉密码后再导入";
        if (problem == "unsafe") return "工作簿含有不安全的内容，请把数据粘贴到空白模板里再导入";
        if (problem == "timeout") return "工作簿太复杂，没有读完；请把数据粘贴到空白模板里再导入";
        return "不是能读取的 Excel 工作簿；请另存为“Excel 工作簿（.xlsx）”再导入";
    };
    Error error{ErrorCode::invalid_input, "vault.no_table", text()};
    error.internal = problem;
    return unexpected<Error>(std::move(error));
}
// "none": it says nothing; "other": not a kind that is read; "no_converter": an old kind, and no LibreOffice here.
inline auto no_text(std::string const& problem) {
    auto const text = [&]() -> std::string {
        if (problem == "damaged") return "文件已损坏，没有读到文字";
        if (problem == "too_large") return "文件太大，没有读到文字";
        if (problem == "unsafe") return "文件含有不安全的内容，没有读取";
        if (problem == "encrypted") return "文件设有密码，没有读取；请去掉密码";
        if (problem == "timeout") return "文件太复杂，没有读完";
        if (problem == "other") return "不是能读取文字的文件：可读 PDF、DOCX、OFD、DOC、WPS、文本和图片";
        if (problem == "no_converter")
            return "DOC、WPS 等旧格式要由 LibreOffice 转换，这台服务器没有安装；请另存为 DOCX 或 PDF";
        return "没有读到文件中的文字";
    };
    Error error{ErrorCode::invalid_input, "vault.no_text", text()};
    error.internal = problem;
    return unexpected<Error>(std::move(error));
}
inline auto no_preview() { return fail(ErrorCode::not_found, "vault.no_preview", "这个文件没有可显示的预览"); }
inline auto unavailable(std::string internal) {
    Error error{ErrorCode::unavailable, "vault.unavailable", "文件暂时无法保存，已收到的部分没有丢失，请稍后续传"};
    error.internal = std::move(internal);
    return unexpected<Error>(std::move(error));
}

}  // namespace anping::vault::errors
