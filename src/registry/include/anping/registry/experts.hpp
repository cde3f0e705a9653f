// SPDX-License-Identifier: Apache-2.0
// A bureau's pool of experts: whom institutions invite (WJ-6) and reviews draw from. Where an expert works and has
// worked is what recusal is computed from (ZZ-13).
#pragma once

#include <anping/ledger/personal.hpp>
#include <anping/registry/types.hpp>

namespace anping::registry {

struct ExpertFacts {
    Text<1, 50> title;                // professional title
    std::vector<Text<1, 40>> fields;  // 1 to 10
    Text<1, 100> employer;
    std::vector<Text<1, 100>> employers_before;  // at most 20
    field::Date listed_on;
    std::optional<field::Date> until;
};
BOOST_DESCRIBE_STRUCT(ExpertFacts, (), (title, fields, employer, employers_before, listed_on, until))

struct ListExpert {
    Text<1, 50> name;
    ExpertFacts facts;
};
BOOST_DESCRIBE_STRUCT(ListExpert, (), (name, facts))

struct ChangeExpert {
    ExpertFacts facts;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(ChangeExpert, (), (facts, reason))

struct StrikeExpert {
    field::Date on;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(StrikeExpert, (), (on, reason))

// The subject of each is the expert.
struct ExpertListed {
    static constexpr char const* kType = "registry.expert_listed";
    static constexpr std::int64_t kVersion = 1;
    ledger::Commitment name;
    BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    ExpertFacts facts;
};
BOOST_DESCRIBE_STRUCT(ExpertListed, (), (name, bureau, region, authority, facts))

struct ExpertChanged {
    static constexpr char const* kType = "registry.expert_changed";
    static constexpr std::int64_t kVersion = 1;
    ChangeExpert content;
};
BOOST_DESCRIBE_STRUCT(ExpertChanged, (), (content))

struct ExpertStruck {
    static constexpr char const* kType = "registry.expert_struck";
    static constexpr std::int64_t kVersion = 1;
    StrikeExpert content;
};
BOOST_DESCRIBE_STRUCT(ExpertStruck, (), (content))

struct ExpertView {
    ExpertId id;
    std::string name;
    std::string title;
    std::vector<std::string> fields;
    std::string employer;
    std::vector<std::string> employers_before;
    BureauId bureau;
    std::string bureau_name;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    field::Date listed_on;
    std::optional<field::Date> until;
    std::optional<field::Date> struck_on;
    std::optional<std::string> struck_reason;
    bool current = false;  // in the pool today
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ExpertView, (),
                      (id, name, title, fields, employer, employers_before, bureau, bureau_name, region, authority,
                       listed_on, until, struck_on, struck_reason, current, version))

enum class ExpertState { current, former };
BOOST_DESCRIBE_ENUM(ExpertState, current, former)

struct ExpertFilter {
    std::string text = {};  // part of a field or of an employer's name, or the whole name
    std::optional<ExpertState> state = {};
};

}  // namespace anping::registry
