// SPDX-License-Identifier: Apache-2.0
// The people of an institution over time, and what they amount to on a day. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/base/json.hpp>
#include <anping/registry/staffing.hpp>

namespace anping::registry {

// Both days are included; nothing: without a limit on that side.
struct Span {
    std::optional<field::Date> from;
    std::optional<field::Date> until;
    bool has(field::Date day) const noexcept { return (!from || *from <= day) && (!until || day <= *until); }
};

struct HeldCredential {
    CredentialKind kind = CredentialKind::assessor;
    Grade grade = Grade::level2;
    std::string specialty;
    Span valid;
};

struct Employed {
    std::optional<BranchId> branch;
    bool full_time = true;
    Span days;
};

struct Worker {
    PersonId person;
    std::vector<HeldCredential> credentials;
    std::vector<Employed> employments;

    bool works(field::Date day, std::optional<BranchId> const& branch) const noexcept;
    bool holds(field::Date day, CredentialKind kind, Grade at_least) const noexcept;
};
using Workforce = std::vector<Worker>;

struct Need {
    std::string specialty;
    std::int64_t number = 0;
};
struct Able {
    PersonId person;
    std::vector<std::string> specialties;
};

// The assessors at work that day with all specialties any of their credentials in force shows.
std::vector<Able> able_on(Workforce const& people, field::Date day, std::optional<BranchId> const& branch);
// The largest number of places filled; the same people and needs give the same answer in whatever order they come.
Staffing staff(std::vector<Need> const& needs, std::vector<Able> people);
// The "staffing" of an item of the catalogue "scopes".
std::vector<Need> needs_of(json::object const* scope);

}  // namespace anping::registry
