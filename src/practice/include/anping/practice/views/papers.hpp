// SPDX-License-Identifier: Apache-2.0
// What printed forms and ledgers are made of.
#pragma once

#include <anping/practice/views.hpp>
#include <anping/registry/views.hpp>

namespace anping::practice {

struct NoticePaper {
    NoticeView notice;
    ProjectView project;
    registry::InstitutionView institution;
    std::optional<registry::EnterpriseView> enterprise;
    struct Member {
        registry::PersonView person;
        std::string duty;  // code of the catalogue "team_duties"; empty outside a team
    };
    std::vector<Member> members;
};

// A line of a bureau's ledger of notices.
struct NoticeLine {
    NoticeView notice;
    std::string certificate;
    std::string scope;
    std::string service_type;
    std::string site;
    std::string leader_name;
    Stage stage = Stage::notified;
    std::int64_t open_flags = 0;
};

// A line of an institution's report of its work (Wujin's annex 3).
struct WorkLine {
    std::string enterprise_name;
    std::string title;
    std::string place;
    std::optional<field::Date> signed_on;
    std::optional<field::Date> ends_on;
    std::optional<field::Money> price;
    std::string contact;  // of the last notice: who and how
};

// What an institution's process control asks of its reviews.
struct ProcessRule {
    bool separate_persons = true;
    bool own_key = true;
    bool own = false;                // the institution's; otherwise what the book says by default
    std::optional<Timestamp> since;  // of its own
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ProcessRule, (), (separate_persons, own_key, own, since, reason))

}  // namespace anping::practice
