// SPDX-License-Identifier: Apache-2.0
// A bureau criticised in a circular 通报批评 by one above it (HLJ-4): why, what it answers, that the nation was told.
#pragma once

#include <anping/circulation/types.hpp>

namespace anping::circulation {

struct CriticismTag {
    static constexpr char const* name = "通报批评";
};
using CriticismId = Id<CriticismTag>;

// What was not put right at those the bureau had ordered to; a day of the bureau's own that is past.
enum class GroundKind { rectification, own_overdue };
BOOST_DESCRIBE_ENUM(GroundKind, rectification, own_overdue)

// As it stood on the day it was criticised.
struct Ground {
    GroundKind kind = GroundKind::rectification;
    Matter matter;
    std::string title;
    std::string what;
    std::optional<field::Date> due;
};
BOOST_DESCRIBE_STRUCT(Ground, (), (kind, matter, title, what, due))

struct GroundNamed {
    GroundKind kind = GroundKind::rectification;
    Matter matter;
};
BOOST_DESCRIBE_STRUCT(GroundNamed, (), (kind, matter))

struct Criticise {
    registry::BureauId bureau;  // below the one that criticises
    Text<2, 200> title;
    std::optional<Text<1, 100>> number;  // of the document
    Text<2, 300> basis;
    Text<2, 4000> facts;
    std::vector<GroundNamed> grounds;
    field::Date on;
    std::optional<Text<2, 2000>> demands;
    std::optional<field::Date> due;  // by when an answer is asked for; set by the bureau above
};
BOOST_DESCRIBE_STRUCT(Criticise, (), (bureau, title, number, basis, facts, grounds, on, demands, due))

struct AnswerCriticism {
    Text<2, 4000> text;
};
BOOST_DESCRIBE_STRUCT(AnswerCriticism, (), (text))

// That the authority of the nation was told, by which document.
struct ReportCriticism {
    field::Date on;
    Text<1, 100> number;
    Text<2, 100> to;
};
BOOST_DESCRIBE_STRUCT(ReportCriticism, (), (on, number, to))

struct BureauCriticised {
    static constexpr char const* kType = "circulation.bureau_criticised";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId by;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    registry::BureauId bureau;
    std::string title;
    std::optional<std::string> number;
    std::string basis;
    std::string facts;
    std::vector<Ground> grounds;
    field::Date on;
    std::optional<std::string> demands;
    std::optional<field::Date> due;
};
BOOST_DESCRIBE_STRUCT(BureauCriticised, (),
                      (by, region, authority, bureau, title, number, basis, facts, grounds, on, demands, due))

struct CriticismAnswered {
    static constexpr char const* kType = "circulation.criticism_answered";
    static constexpr std::int64_t kVersion = 1;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(CriticismAnswered, (), (text))

struct CriticismReported {
    static constexpr char const* kType = "circulation.criticism_reported";
    static constexpr std::int64_t kVersion = 1;
    field::Date on;
    std::string number;
    std::string to;
};
BOOST_DESCRIBE_STRUCT(CriticismReported, (), (on, number, to))

struct CriticismActView {
    std::string kind;  // "answered", "reported"
    std::string text;
    std::string unit_name;
    std::optional<field::Date> on;      // of a report
    std::optional<std::string> number;  // of its document
    Timestamp at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(CriticismActView, (), (kind, text, unit_name, on, number, at, entry))

struct CriticismView {
    CriticismId id;
    registry::BureauId by;
    std::string by_name;
    registry::BureauId bureau;
    std::string bureau_name;
    std::string title;
    std::optional<std::string> number;
    std::string basis;
    std::string facts;
    std::vector<Ground> grounds;
    field::Date on;
    std::optional<std::string> demands;
    std::optional<field::Date> due;
    bool answered = false;
    bool reported = false;
    std::vector<CriticismActView> acts;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(CriticismView, (),
                      (id, by, by_name, bureau, bureau_name, title, number, basis, facts, grounds, on, demands, due,
                       answered, reported, acts, entry))

}  // namespace anping::circulation
