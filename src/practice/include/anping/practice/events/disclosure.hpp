// SPDX-License-Identifier: Apache-2.0
// The report on the institution's own site.
#pragma once

#include <anping/practice/events/opening.hpp>

namespace anping::practice {

struct DisclosureRecorded {
    static constexpr char const* kType = "practice.disclosure_recorded";
    static constexpr std::int64_t kVersion = 1;
    ReportId report;
    std::string report_sm3;
    std::string url;
    DisclosedAs as = DisclosedAs::original;
    std::optional<field::Date> public_since;
    std::optional<bool> own_site;  // on the site the institution registered; nothing: it registered none
    std::optional<Text<2, 500>> reason;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(DisclosureRecorded, (), (report, report_sm3, url, as, public_since, own_site, reason, judgement))

struct DisclosureWithdrawn {
    static constexpr char const* kType = "practice.disclosure_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    ReportId report;
    std::string url;
    Text<2, 500> reason;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(DisclosureWithdrawn, (), (report, url, reason, judgement))

// `seen_at` is when somebody looked; when it was received is the entry's.
struct DisclosureChecked {
    static constexpr char const* kType = "practice.disclosure_checked";
    static constexpr std::int64_t kVersion = 1;
    ReportId report;
    std::string url;
    Looker by = Looker::server;
    Timestamp seen_at;
    Sight sight = Sight::same;
    std::int64_t status = 0;  // of HTTP; 0: no answer, or a person looked
    std::string media_type;
    std::int64_t size = 0;
    std::string sm3;               // of what came; empty: nothing did, or a person looked
    std::int64_t failed_days = 0;  // days in a row, this one included, on which it was not found as it should be
    std::optional<Text<1, 1000>> note;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(DisclosureChecked, (),
                      (report, url, by, seen_at, sight, status, media_type, size, sm3, failed_days, note, judgement))

// `commitment` is of what was covered, docs/formats/disclosure.md.
struct Covered {
    Text<1, 40> part;
    std::int64_t page = 1;
    ledger::Commitment commitment;
};
BOOST_DESCRIBE_STRUCT(Covered, (), (part, page, commitment))

struct CopyPublished {
    static constexpr char const* kType = "practice.copy_published";
    static constexpr std::int64_t kVersion = 1;
    ReportId report;
    std::string report_sm3;
    Exhibit file;
    std::vector<Covered> covered;
    bool unclassified = true;
};
BOOST_DESCRIBE_STRUCT(CopyPublished, (), (report, report_sm3, file, covered, unclassified))

struct CopyWithdrawn {
    static constexpr char const* kType = "practice.copy_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    ReportId report;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(CopyWithdrawn, (), (report, reason))

// A permit application rests on the project's report; told by the permit desk.
struct ReportReliedOn {
    static constexpr char const* kType = "practice.report_relied_on";
    static constexpr std::int64_t kVersion = 1;
    std::string application;
    field::Date applied_on;
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(ReportReliedOn, (), (application, applied_on, noted, judgement))

}  // namespace anping::practice
