// SPDX-License-Identifier: Apache-2.0
// Safety hosting 安全托管 (WJ-6): an institution looks after an enterprise for a time and invites experts of the pool
// to it. What is asked for is a reminder and a coverage, never an inspection.
#pragma once

#include <anping/practice/commands/opening.hpp>

namespace anping::practice {

struct HostingTag {
    static constexpr char const* name = "安全托管";
};
using HostingId = Id<HostingTag>;

// Codes of the clause's steps: metal smelting, explosive dust, deep-well casting and the like are key ones.
enum class HostedKind { key, ordinary };
BOOST_DESCRIBE_ENUM(HostedKind, key, ordinary)

struct DeclareHosting {
    registry::EnterpriseId enterprise;
    HostedKind kind = HostedKind::ordinary;
    field::Date from;
    field::Date until;
};
BOOST_DESCRIBE_STRUCT(DeclareHosting, (), (enterprise, kind, from, until))

// `upload`: the record the expert signed, as it was delivered to the enterprise.
struct RecordHostingVisit {
    registry::ExpertId expert;
    field::Date on;
    vault::UploadId upload;
    field::Date delivered_on;
};
BOOST_DESCRIBE_STRUCT(RecordHostingVisit, (), (expert, on, upload, delivered_on))

// Before its last day, or because it was entered wrongly.
struct EndHosting {
    field::Date on;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(EndHosting, (), (on, reason))

struct HostingDeclared {
    static constexpr char const* kType = "practice.hosting_declared";
    static constexpr std::int64_t kVersion = 1;
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    field::RegionCode region;  // of the enterprise
    field::Authority authority = field::Authority::government;
    HostedKind kind = HostedKind::ordinary;
    field::Date from;
    field::Date until;
};
BOOST_DESCRIBE_STRUCT(HostingDeclared, (), (institution, enterprise, region, authority, kind, from, until))

struct HostingVisited {
    static constexpr char const* kType = "practice.hosting_visited";
    static constexpr std::int64_t kVersion = 1;
    registry::ExpertId expert;
    field::Date on;
    Exhibit record;
    field::Date delivered_on;
};
BOOST_DESCRIBE_STRUCT(HostingVisited, (), (expert, on, record, delivered_on))

struct HostingEnded {
    static constexpr char const* kType = "practice.hosting_ended";
    static constexpr std::int64_t kVersion = 1;
    field::Date on;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(HostingEnded, (), (on, reason))

}  // namespace anping::practice
