// SPDX-License-Identifier: Apache-2.0
// What of applications waits for whom, and what has happened with one.
#pragma once

#include <anping/licensing/views.hpp>

namespace anping::licensing {

enum class WaitingKind {
    examine,              // the desk's next step
    correction_answered,  // the institution's answer is to be checked
    correction_due,       // its day has come
    held,                 // off the agenda, the limit not far
    limit,                // so near that it is put before the leader
    decide,               // the leader's
    correction,           // asked of the institution
    correction_copy       // the applicant's copy: it owes nothing
};
BOOST_DESCRIBE_ENUM(WaitingKind, examine, correction_answered, correction_due, held, limit, decide, correction,
                    correction_copy)

struct Waiting {
    WaitingKind kind = WaitingKind::examine;
    std::string text;
    std::optional<field::Date> due;
    std::optional<rulebook::Citation> why;
};

struct WaitingApplication {
    ApplicationId application;
    std::string title;
    std::string enterprise_name;
    Waiting waiting;
    std::optional<std::int64_t> working_days_left;
};

// An entry of the ledger, or what the law made of a day.
struct HistoryItem {
    std::optional<std::int64_t> entry;
    Timestamp at;
    std::string type;
    std::string role;
    std::string unit_name;
    std::string text;
    std::vector<std::string> clauses;
};
BOOST_DESCRIBE_STRUCT(HistoryItem, (), (entry, at, type, role, unit_name, text, clauses))

}  // namespace anping::licensing
