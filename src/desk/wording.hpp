// SPDX-License-Identifier: Apache-2.0
// What the code's names are called on the page.
#pragma once

#include <string>
#include <string_view>

namespace anping::desk {

inline std::string duty_name(std::string_view duty) {
    if (duty == "contract_upload") return "上传合同扫描件";
    if (duty == "prior_notice") return "提交从业告知";
    if (duty == "survey_upload") return "上传现场勘验材料";
    if (duty == "deliverables") return "提交报告";
    if (duty == "report_disclosure") return "公开报告";
    return std::string(duty);
}

}  // namespace anping::desk
