// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"
#include "rules_draws.hpp"

namespace anping::planning {
namespace {

constexpr std::int64_t kMostEach = 50;

Result<draw::Pool> officers_of(PlanDraw const& in, Grounds const& with) {
    draw::Pool out{{kOfficersPool}, in.officers_each, 0, {}, {}};
    for (std::size_t i = 0; i < in.officers.size(); ++i) {
        auto const found = std::ranges::find(with.officers, in.officers[i], &registry::OfficerView::id);
        if (found == with.officers.end())
            return wrong_field(fmt::format("/officers/{}", i), "officer", "不是本部门登记的执法人员");
        if (!found->valid)
            return wrong_field(fmt::format("/officers/{}", i), "certificate", "执法证不在有效期内，或已离岗");
        out.members.push_back({{found->facts.certificate.value}, {found->name}});
        for (auto const& interest : found->facts.interests.value_or(std::vector<Text<1, 100>>{}))
            for (auto const& one : with.listed)
                if (one.name == interest.value)
                    out.recusals.push_back({{found->facts.certificate.value},
                                            {one.institution.text},
                                            {"曾任职于该机构，持有其股份，或有近亲属在该机构"}});
    }
    return out;
}

// Of a bureau people leave out the province and prefecture its name begins with.
bool is_named(std::string const& said, std::string const& unit, bool bureau) {
    constexpr std::string_view kAnyBureau = "应急管理局";
    return said == unit || (bureau && said.size() > kAnyBureau.size() && unit.ends_with(said));
}

std::string why_not(ExpertKnown const& expert, std::string const& unit, bool bureau) {
    auto const is_it = [&](std::string const& said) { return is_named(said, unit, bureau); };
    if (is_it(expert.employer)) return "任职于该机构";
    if (std::ranges::any_of(expert.employers_before, is_it)) return "曾任职于该机构";
    if (std::ranges::any_of(expert.interests, is_it)) return "持有该机构股份或与其有业务往来";
    return expert.of_an_institution ? "任职于评价检测检验机构" : "";
}

Result<draw::Pool> experts_of(PlanDraw const& in, Grounds const& with) {
    draw::Pool out{{kExpertsPool}, in.experts_each, 0, {}, {}};
    for (std::size_t i = 0; i < in.experts.size(); ++i) {
        auto const found = std::ranges::find(with.experts, in.experts[i], &ExpertKnown::id);
        if (found == with.experts.end())
            return wrong_field(fmt::format("/experts/{}", i), "expert", "专家库里没有这位专家，或已退出");
        out.members.push_back({{found->id.text}, {found->name}});
        for (auto const& one : with.listed)
            if (auto reason = why_not(*found, one.name, in.scope == DrawScope::bureaus); !reason.empty())
                out.recusals.push_back({{found->id.text}, {one.institution.text}, {std::move(reason)}});
    }
    return out;
}

// The same people are not sent to the same institution twice running.
void recuse_pairs(draw::Pool& pool, Grounds const& with) {
    for (auto const& pair : with.pairs) {
        bool const there =
            std::ranges::any_of(pool.members, [&](auto const& one) { return one.id.value == pair.member; });
        bool const listed =
            std::ranges::any_of(with.listed, [&](auto const& one) { return one.institution.text == pair.candidate; });
        bool const known = std::ranges::any_of(pool.recusals, [&](auto const& one) {
            return one.member.value == pair.member && one.candidate.value == pair.candidate;
        });
        if (there && listed && !known)
            pool.recusals.push_back({{pair.member}, {pair.candidate}, {"上一次抽取也派往该机构"}});
    }
}

}  // namespace

Result<std::vector<draw::Pool>> pools_of(PlanDraw const& in, Grounds const& with) {
    if (!in.officers.empty() && (in.officers_each < 1 || in.officers_each > kMostEach))
        return wrong_field("/officers_each", "range", fmt::format("每家派出人数应在 1 到 {} 之间", kMostEach));
    if (!in.experts.empty() && (in.experts_each < 1 || in.experts_each > kMostEach))
        return wrong_field("/experts_each", "range", fmt::format("每家派出人数应在 1 到 {} 之间", kMostEach));
    std::vector<draw::Pool> out;
    for (auto const& make : {officers_of, experts_of}) {
        auto pool = make(in, with);
        if (!pool) return unexpected<Error>(std::move(pool.error()));
        if (pool->members.empty()) continue;
        recuse_pairs(*pool, with);
        out.push_back(std::move(*pool));
    }
    return out;
}

}  // namespace anping::planning
