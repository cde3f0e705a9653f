// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/base/json.hpp>
#include <anping/draw/draw.hpp>

namespace anping::draw {

Paper paper(Plan plan, Inputs inputs) {
    Paper out{kRule, in_order(std::move(plan)), {}, std::move(inputs), {}, {}};
    out.plan_digest = crypto::to_hex(digest(out.plan));
    auto const drawn_by = seed(out.plan, out.inputs);
    out.seed = crypto::to_hex(drawn_by);
    out.outcome = outcome(out.plan, drawn_by);
    return out;
}

std::vector<std::string> replay(Paper const& paper) {
    if (paper.rule != kRule) return {"抽取规则不是 " + std::string(kRule) + "：" + paper.rule};
    if (auto const fine = check(paper.plan); !fine) return {"方案有误：" + fine.error().text};
    std::vector<std::string> out;
    if (crypto::to_hex(digest(paper.plan)) != paper.plan_digest) out.emplace_back("名单与事先公布的摘要不符");
    for (auto const& one : paper.inputs.participants)
        if (one.share && commitment(paper.plan.draw.value, one.by.value, *one.share) != one.commitment)
            out.push_back(fmt::format("{} 揭示的份额与其承诺不符", one.by.value));
    for (auto const& one : paper.inputs.participants)
        if (one.share && one.announced && announcement(*one.share) != *one.announced)
            out.push_back(fmt::format("{} 的份额与预先公布的摘要不符", one.by.value));
    auto const drawn_by = seed(paper.plan, paper.inputs);
    if (crypto::to_hex(drawn_by) != paper.seed) out.emplace_back("种子不是由份额、账本首部和公开号码得出的");
    if (canonical(to_json(outcome(paper.plan, drawn_by))) != canonical(to_json(paper.outcome)))
        out.emplace_back("结果不是由名单和种子得出的");
    return out;
}

}  // namespace anping::draw
