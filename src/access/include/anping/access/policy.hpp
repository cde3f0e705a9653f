// SPDX-License-Identifier: Apache-2.0
// Who may do what to what. The table is src/access/policy.csv; here it is asked, for one thing or for a whole query.
#pragma once

#include <array>
#include <string>
#include <vector>

#include <anping/access/action.hpp>
#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/db/value.hpp>
#include <anping/field/region.hpp>

namespace anping::access {

// Where a query finds what a Target is made of. Each is an SQL expression ("p.institution"), or a whole condition with
// the expression in braces for things that have several: "EXISTS (SELECT 1 FROM link l WHERE l.a = p.id AND {l.b})".
// An empty one is never true of any row.
struct Columns {
    std::string unit;
    std::vector<std::string> parties;
    std::vector<std::string> regions;  // Target's region and those it names besides
    std::string authority;             // "government" or "corps"
    std::string published;             // 0 or 1
};

// A condition for a WHERE clause with its parameters, in order of appearance.
struct Predicate {
    std::string text;
    db::Params params;
};

// What one person may see by one action: a condition on things. sees() and where() say the same.
class Visibility {
public:
    Visibility(Principal const& who, std::array<bool, 8> allowed, field::Regions const& regions);

    bool everything() const noexcept;
    bool nothing() const noexcept;
    bool published_only() const noexcept;
    // Used by list, count and export alike. Parameters are called :<prefix>0, :<prefix>1, ...
    Predicate where(Columns const& columns, std::string const& prefix = "seen") const;

private:
    class Parts;
    bool allows(Relation relation) const noexcept { return allowed_[static_cast<std::size_t>(relation)]; }

    std::array<bool, 8> allowed_;
    std::string unit_;
    std::string region_;
    std::string below_until_;  // codes inside the region lie in [region_, below_until_)
    std::string authority_;
    std::vector<std::string> above_, beside_;
};

// What is said of a thing that does not exist, and of one that may not be known to exist: the same.
Error not_found();

// Immutable, thread-safe.
class Policy {
public:
    explicit Policy(field::Regions regions = {}) : regions_(std::move(regions)) {}

    // One cell of the table.
    bool allows(Action action, Role role, Relation relation) const noexcept;
    // In some relation: what can be said before the thing is known.
    bool ever(Action action, Role role) const noexcept;
    // Everybody, whatever the thing.
    bool open_to_all(Action action) const noexcept;

    // forbidden / unauthenticated when no relation would do; else not_found, worded as if the thing did not exist.
    Result<void> may_ever(Principal const& who, Action action) const;
    Result<void> decide(Principal const& who, Action action, Target const& what) const {
        return decide(who, action, what, regions_);
    }
    Result<void> decide(Principal const& who, Action action, Target const& what, field::Regions const& regions) const;
    Visibility visibility(Principal const& who, Action action) const { return visibility(who, action, regions_); }
    Visibility visibility(Principal const& who, Action action, field::Regions const& regions) const;

    field::Regions const& regions() const noexcept { return regions_; }

private:
    field::Regions regions_;
};

}  // namespace anping::access
