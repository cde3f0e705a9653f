// SPDX-License-Identifier: Apache-2.0
// A bureau's enforcement officers 执法人员, with their certificates: who may be sent to inspect. Their names are
// personal values as an expert's are; they are shown with what they did in office.
#pragma once

#include <optional>
#include <string>

#include <anping/access/identity.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/registry/types.hpp>

namespace anping::registry {

struct OfficerTag {
    static constexpr char const* name = "执法人员";
};
using OfficerId = Id<OfficerTag>;

struct OfficerFacts {
    Text<2, 40> certificate;  // 执法证号
    field::Date valid_until;
    std::optional<access::AccountId> account;  // of the officer on this platform
    std::optional<field::Date> left_on;
    // Institutions the officer worked for, holds shares of or has a relative in, at most 20: never drawn for them.
    std::optional<std::vector<Text<1, 100>>> interests = {};

    bool current(field::Date day) const noexcept { return !left_on || day < *left_on; }
    bool may_enforce(field::Date day) const noexcept { return current(day) && day <= valid_until; }
};
BOOST_DESCRIBE_STRUCT(OfficerFacts, (), (certificate, valid_until, account, left_on, interests))

struct AddOfficer {
    Text<1, 50> name;
    OfficerFacts facts;
};
BOOST_DESCRIBE_STRUCT(AddOfficer, (), (name, facts))

struct ChangeOfficer {
    OfficerFacts facts;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(ChangeOfficer, (), (facts, reason))

// Of an officer, who is the subject.
struct OfficerAdded {
    static constexpr char const* kType = "registry.officer_added";
    static constexpr std::int64_t kVersion = 1;
    ledger::Commitment name;
    BureauId bureau;
    OfficerFacts facts;
};
BOOST_DESCRIBE_STRUCT(OfficerAdded, (), (name, bureau, facts))

struct OfficerChanged {
    static constexpr char const* kType = "registry.officer_changed";
    static constexpr std::int64_t kVersion = 1;
    ChangeOfficer content;
};
BOOST_DESCRIBE_STRUCT(OfficerChanged, (), (content))

struct OfficerView {
    OfficerId id;
    std::string name;
    BureauId bureau;
    OfficerFacts facts;
    bool current = true;  // on the day asked for
    bool valid = true;    // may enforce on that day
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OfficerView, (), (id, name, bureau, facts, current, valid, version))

}  // namespace anping::registry
