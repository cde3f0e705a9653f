// SPDX-License-Identifier: Apache-2.0
#include "rules_bureau_checks.hpp"

#include <algorithm>

#include "errors.hpp"

namespace anping::planning {
namespace {

bool is_chosen(std::vector<draw::StratumDrawn> const& outcome, std::string const& id) {
    return std::ranges::any_of(outcome, [&](draw::StratumDrawn const& stratum) {
        return std::ranges::any_of(stratum.drawn, [&](auto const& one) { return one.candidate.value == id; }) ||
               std::ranges::any_of(stratum.reserve, [&](auto const& one) { return one.value == id; });
    });
}

}  // namespace

std::vector<registry::InstitutionId> bureaus_below(field::Regions const& regions, access::Principal const& who) {
    std::vector<registry::InstitutionId> out;
    for (auto const& one : regions.all())
        if (one.code != who.region && regions.contains(who.region, one.code) &&
            regions.has_authority(one.code, who.authority))
            out.push_back({registry::bureau_of(one.code, who.authority).text});
    return out;
}

std::string by_level(field::Regions const& regions, registry::BureauId const& bureau) {
    auto const* place = regions.find(registry::region_of(bureau));
    if (place == nullptr) return "层级不详";
    switch (place->level) {
        case field::RegionLevel::nation: break;
        case field::RegionLevel::province: return "省级应急管理部门";
        case field::RegionLevel::prefecture: return "市级应急管理部门";
        case field::RegionLevel::county: return "县级应急管理部门";
    }
    return "国家应急管理部门";
}

Result<ledger::Event> record_check(RecordBureauCheck const& in, State const& state,
                                   std::vector<draw::StratumDrawn> const& outcome, field::Date today) {
    if (state.plan.scope != DrawScope::bureaus) return not_now("抽中的是机构，请从这里安排检查");
    if (state.stage != DrawStage::held) return not_held();
    if (!is_chosen(outcome, in.bureau.text)) return wrong_field("/bureau", "drawn", "这次抽取没有抽中这个部门");
    if (in.on > today) return wrong_field("/on", "future", "不能晚于今天");
    if (in.file && !crypto::digest_from_hex(in.file->sm3.value))
        return wrong_field("/file/sm3", "hex", "应为 64 位小写十六进制");
    return ledger::event(state.id.text, BureauCheckRecorded{in});
}

}  // namespace anping::planning
