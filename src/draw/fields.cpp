// SPDX-License-Identifier: Apache-2.0
#include <anping/draw/plan.hpp>

#include <algorithm>
#include <set>
#include <tuple>

#include <anping/base/json.hpp>

namespace anping::draw {
namespace {

using Known = std::set<std::string, std::less<>>;

void say(FieldReader& in, char const* key, std::string text) { in.problem(key, std::move(text)); }

// Whether it was new; where not, the problem is told.
bool once(Known& known, Key const& id, FieldReader& in) {
    auto field = in.enter("id");
    if (known.insert(id.value).second) return true;
    say(in, "twice", "编号重复");
    return false;
}

void in_range(std::int64_t value, std::int64_t least, std::int64_t most, char const* name, FieldReader& in) {
    auto field = in.enter(name);
    if (value < least || value > most)
        say(in, "range", "应在 " + std::to_string(least) + " 到 " + std::to_string(most) + " 之间");
}

void check_strata(Plan const& plan, Known& strata, FieldReader& in) {
    auto scope = in.enter("strata");
    if (plan.strata.empty()) say(in, "required", "至少写明一层及抽取的数量");
    for (std::size_t i = 0; i < plan.strata.size(); ++i) {
        auto item = in.enter(i);
        once(strata, plan.strata[i].id, in);
        in_range(plan.strata[i].take, 0, static_cast<std::int64_t>(kMostListed), "take", in);
        in_range(plan.strata[i].reserve, 0, static_cast<std::int64_t>(kMostListed), "reserve", in);
    }
}

void check_candidates(Plan const& plan, Known const& strata, Known& candidates, FieldReader& in) {
    {
        auto scope = in.enter("candidates");
        if (plan.candidates.empty()) say(in, "required", "名单里没有抽取对象");
        for (std::size_t i = 0; i < plan.candidates.size(); ++i) {
            auto item = in.enter(i);
            auto const& one = plan.candidates[i];
            once(candidates, one.id, in);
            in_range(one.weight, 1, kMostWeight, "weight", in);
            if (strata.contains(one.stratum.value)) continue;
            auto field = in.enter("stratum");
            say(in, "stratum", "没有这一层");
        }
    }
    auto scope = in.enter("left_out");
    Known listed = candidates;
    for (std::size_t i = 0; i < plan.left_out.size(); ++i) {
        auto item = in.enter(i);
        once(listed, plan.left_out[i].id, in);
    }
}

void check_pool(Pool const& pool, Known const& candidates, FieldReader& in) {
    in_range(pool.each, 1, 50, "each", in);
    in_range(pool.most, 0, static_cast<std::int64_t>(kMostListed), "most", in);
    Known members;
    {
        auto scope = in.enter("members");
        for (std::size_t i = 0; i < pool.members.size(); ++i) {
            auto item = in.enter(i);
            once(members, pool.members[i].id, in);
        }
    }
    auto scope = in.enter("recusals");
    for (std::size_t i = 0; i < pool.recusals.size(); ++i) {
        auto item = in.enter(i);
        auto const& one = pool.recusals[i];
        if (members.contains(one.member.value) && candidates.contains(one.candidate.value)) continue;
        say(in, "unknown", "回避的人员或对象不在名单里");
    }
}

template <class T, class Of>
void sort_by(T& list, Of of) {
    std::ranges::sort(list, {}, of);
}

}  // namespace

Result<void> check(Plan const& plan) {
    FieldReader in;
    Known strata, candidates, pools;
    check_strata(plan, strata, in);
    check_candidates(plan, strata, candidates, in);
    auto scope = in.enter("pools");
    for (std::size_t i = 0; i < plan.pools.size(); ++i) {
        auto item = in.enter(i);
        if (once(pools, plan.pools[i].id, in)) check_pool(plan.pools[i], candidates, in);
    }
    if (in.ok()) return {};
    return unexpected<Error>(in.error());
}

Plan in_order(Plan plan) {
    auto const by_id = [](auto const& one) -> std::string const& { return one.id.value; };
    sort_by(plan.candidates, by_id);
    sort_by(plan.left_out, by_id);
    sort_by(plan.strata, by_id);
    sort_by(plan.pools, by_id);
    for (auto& pool : plan.pools) {
        sort_by(pool.members, by_id);
        sort_by(pool.recusals,
                [](Recusal const& one) { return std::tie(one.candidate.value, one.member.value, one.reason.value); });
    }
    return plan;
}

crypto::Digest digest(Plan const& plan) {
    return crypto::hash(crypto::HashAlgorithm::sm3, canonical(to_json(in_order(plan))));
}

}  // namespace anping::draw
