// SPDX-License-Identifier: Apache-2.0
#include <anping/access/policy.hpp>

#include <algorithm>
#include <boost/mp11/algorithm.hpp>

#include "errors.hpp"
#include "policy_table.hpp"

namespace anping::access {
namespace {

using boost::describe::describe_enumerators;
static_assert(boost::mp11::mp_size<describe_enumerators<Action>>::value == kActions);
static_assert(boost::mp11::mp_size<describe_enumerators<Role>>::value == kRoles);
static_assert(boost::mp11::mp_size<describe_enumerators<Relation>>::value == kRelations);

constexpr unsigned kEvery = (1U << kRelations) - 1;

// Out of the table means no.
unsigned row(Action action, Role role) noexcept {
    auto const a = static_cast<std::size_t>(action);
    auto const r = static_cast<std::size_t>(role);
    return a < kActions && r < kRoles ? kPolicy[a][r] : 0U;
}

}  // namespace

Error not_found() { return errors::not_found().value(); }

bool Policy::allows(Action action, Role role, Relation relation) const noexcept {
    auto const bit = static_cast<unsigned>(relation);
    return bit < kRelations && ((row(action, role) >> bit) & 1U) != 0;
}

bool Policy::ever(Action action, Role role) const noexcept { return row(action, role) != 0; }

bool Policy::open_to_all(Action action) const noexcept {
    auto const& rows = kPolicy[static_cast<std::size_t>(action)];
    return std::all_of(rows.begin(), rows.end(), [](auto mask) { return mask == kEvery; });
}

Result<void> Policy::may_ever(Principal const& who, Action action) const {
    if (ever(action, who.role)) return {};
    if (who.role == Role::anonymous) return errors::not_signed_in();
    return errors::forbidden();
}

Result<void> Policy::decide(Principal const& who, Action action, Target const& what,
                            field::Regions const& regions) const {
    if (auto ever = may_ever(who, action); !ever) return ever;
    if (!allows(action, who.role, relation(who, what, regions))) return errors::not_found();
    return {};
}

Visibility Policy::visibility(Principal const& who, Action action, field::Regions const& regions) const {
    std::array<bool, kRelations> allowed{};
    for (std::size_t bit = 0; bit < kRelations; ++bit) allowed[bit] = ((row(action, who.role) >> bit) & 1U) != 0;
    return {who, allowed, regions};
}

}  // namespace anping::access
