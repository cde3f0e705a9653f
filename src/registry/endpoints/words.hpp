// SPDX-License-Identifier: Apache-2.0
// What the register's names are called in lists that are exported; the pages say the same (web/src/registry-words.ts).
#pragma once

#include <string>

#include <anping/registry/views.hpp>

namespace anping::registry::words {

inline std::string of(AssessorLevel level) {
    switch (level) {
        case AssessorLevel::level1: return "一级安全评价师";
        case AssessorLevel::level2: return "二级安全评价师";
        case AssessorLevel::level3: return "三级安全评价师";
        case AssessorLevel::none: return "无等级";
    }
    return {};
}

inline std::string of(PersonRemark remark) {
    switch (remark) {
        case PersonRemark::expired: return "证件已过期";
        case PersonRemark::expiring: return "90天内到期";
        case PersonRemark::duplicate_number: return "证书编号重复";
        case PersonRemark::unverified: return "未核验";
        case PersonRemark::not_employed: return "不在职";
    }
    return {};
}

inline std::string of(SupervisionLevel level) {
    switch (level) {
        case SupervisionLevel::province: return "省级";
        case SupervisionLevel::prefecture: return "设区的市（州）级";
        case SupervisionLevel::county: return "县级";
        case SupervisionLevel::town: return "乡镇（街道）";
    }
    return {};
}

// Of what runs out.
inline std::string of_expiry(std::string const& what) {
    if (what == "qualification") return "机构资质证书";
    if (what == "calibration") return "仪器检定校准";
    if (what == "assessor") return "安全评价师证书";
    if (what == "engineer") return "注册安全工程师证书";
    if (what == "title") return "专业技术职称";
    if (what == "degree") return "学历学位";
    return what;
}

}  // namespace anping::registry::words
