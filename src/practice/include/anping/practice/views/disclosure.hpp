// SPDX-License-Identifier: Apache-2.0
// The report on the institution's own site, as the project's page and the public see it.
#pragma once

#include <algorithm>
#include <vector>

#include <anping/practice/events/disclosure.hpp>

namespace anping::practice {

// An address recorded, or one withdrawn.
struct DisclosureChange {
    std::string url;
    bool withdrawn = false;
    std::optional<std::string> reason;
    Timestamp recorded_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(DisclosureChange, (), (url, withdrawn, reason, recorded_at, entry))

struct DisclosureCheckView {
    std::string url;
    Looker by = Looker::server;
    Sight sight = Sight::same;
    std::int64_t status = 0;
    std::string media_type;
    std::string sm3;
    std::optional<std::string> note;
    Timestamp seen_at;
    Timestamp recorded_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(DisclosureCheckView, (),
                      (url, by, sight, status, media_type, sm3, note, seen_at, recorded_at, entry))

struct DisclosedReport {
    ReportId report;
    bool latest = true;  // of the last edition filed
    std::string report_sm3;
    std::string url;
    DisclosedAs as = DisclosedAs::original;
    std::optional<field::Date> public_since;
    std::optional<bool> own_site;
    std::int64_t failed_days = 0;
    Timestamp recorded_at;
};
BOOST_DESCRIBE_STRUCT(DisclosedReport, (),
                      (report, latest, report_sm3, url, as, public_since, own_site, failed_days, recorded_at))

// The redacted copy on the portal.
struct CopyView {
    ReportId report;
    Exhibit file;
    std::vector<Covered> covered;
    Timestamp published_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(CopyView, (), (report, file, covered, published_at, entry))

// The newest change and the newest check first.
struct DisclosureView {
    std::optional<DisclosedReport> current;
    std::optional<CopyView> copy;
    std::vector<DisclosureChange> changes;
    std::vector<DisclosureCheckView> checks;
    bool server_looks = false;  // this installation asks other people's sites
};
BOOST_DESCRIBE_STRUCT(DisclosureView, (), (current, copy, changes, checks, server_looks))

// What proves what a covered part was; the opening is missing once it was erased.
struct CoveredOpening {
    Covered covered;
    std::optional<ledger::Opening> opening;
};
BOOST_DESCRIBE_STRUCT(CoveredOpening, (), (covered, opening))

// As anybody may see it.
struct PublicCopy {
    std::string file_name;
    std::string sm3;
    std::int64_t size = 0;
    Timestamp published_at;
    std::vector<Covered> covered;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(PublicCopy, (), (file_name, sm3, size, published_at, covered, entry))

// What the server goes and looks at.
struct DisclosureToCheck {
    ProjectId project;
    std::string url;
    std::int64_t report_size = 0;
    std::optional<Timestamp> checked_at;
};
// What stands there may be larger than what was filed: a page, a covered copy.
inline std::int64_t size_limit(DisclosureToCheck const& what) noexcept {
    return std::max(what.report_size, std::int64_t{64} << 20);
}

// As anybody may see it: the link, when it was recorded and what the last look that counts found there.
struct PublicDisclosure {
    std::string url;
    DisclosedAs as = DisclosedAs::original;
    Timestamp recorded_at;
    std::optional<Timestamp> checked_at;
    std::optional<Sight> sight;
};
BOOST_DESCRIBE_STRUCT(PublicDisclosure, (), (url, as, recorded_at, checked_at, sight))

}  // namespace anping::practice
