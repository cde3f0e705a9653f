// SPDX-License-Identifier: Apache-2.0
#include "slots.hpp"

namespace corpus {

Text number_with_point(Rng& rng) {
    Text out = decimal(rng.chance(0.3) ? rng.between(1, 9) : rng.between(10, rng.chance(0.3) ? 9999 : 300));
    if (rng.chance(0.4)) out.append(U".").append(decimal(rng.between(1, 99)));
    return out;
}

Text date(Rng& rng) {
    return decimal(rng.between(2012, 2026)) + U"年" + decimal(rng.between(1, 12)) + U"月" +
           decimal(rng.between(1, 28)) + U"日";
}

Text filled(View text, Enterprise const& enterprise, View institution, Rng& rng) {
    Text out;
    out.reserve(text.size() + 64);
    for (char32_t const c : text) {
        switch (c) {
            case kFullName: out += enterprise.full; break;
            case kBriefName: out += enterprise.brief; break;
            case kPlace: out += enterprise.place; break;
            case kFirm: out += institution; break;
            case kNumber: out += number_with_point(rng); break;
            case kDate: out += date(rng); break;
            case kPerson: out += person(rng); break;
            default: out.push_back(c);
        }
    }
    return out;
}

Text printed(View text) {
    static constexpr View kPrinted[] = {U"{企业名称}", U"{企业简称}", U"{数值}",    U"{日期}",
                                        U"{姓名}",     U"{地点}",     U"{机构名称}"};
    Text out;
    for (char32_t const c : text) {
        if (c >= kFullName && c <= kFirm) {
            out += kPrinted[c - kFullName];
        } else {
            out.push_back(c);
        }
    }
    return out;
}

}  // namespace corpus
