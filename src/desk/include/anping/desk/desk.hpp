// SPDX-License-Identifier: Apache-2.0
// What waits for a signed-in person, across modules, the most urgent first.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <anping/access/identity.hpp>
#include <anping/access/policy.hpp>
#include <anping/api/endpoint.hpp>
#include <anping/circulation/service.hpp>
#include <anping/db/pool.hpp>
#include <anping/findings/service.hpp>
#include <anping/inspection/service.hpp>
#include <anping/licensing/service.hpp>
#include <anping/practice/service.hpp>
#include <anping/registry/service.hpp>

namespace anping::desk {

enum class TodoKind {
    deadline,     // a duty not done yet
    overdue,      // its day has passed
    correct,      // a flag that asks for something (待补正)
    sign,         // a report waits for this person's review
    publish,      // all reviews are there
    new_notice,   // a notice nobody of the bureau has opened
    transfer,     // passed on to this person, or to the bureau
    cosign,       // whose opinion is asked for
    instruction,  // a leader's note that names them
    returned,     // what they had sent was given back
    // an enterprise is asked for
    confirm_site,
    answer_measures,
    confirm_report,
    // the permit desk's, then its leader's
    examine,              // the next step of an application
    correction_answered,  // to be checked
    correction_due,       // its day has come
    held,                 // off the agenda, the limit not far
    limit,                // put before the leader
    decide,
    answer_correction,  // asked of the institution
    correction_copy,    // the applicant's copy: nothing to do
    // about a report
    answer_finding,  // an officer asked the institution
    decide_finding,  // the officer's: raised, or answered
    // inspections and what is to be put right
    approve_inspection,
    carry_out_inspection,
    inspection_announced,  // to whom it concerns
    rectify,
    recheck,
    rectification_overdue,  // late or failed: of the bureau's own orders, and of those right below; criticised for it
    key_list,
    case_file,
    determination,
    call_up
};
BOOST_DESCRIBE_ENUM(TodoKind, deadline, overdue, correct, sign, publish, new_notice, transfer, cosign, instruction,
                    returned, confirm_site, answer_measures, confirm_report, examine, correction_answered,
                    correction_due, held, limit, decide, answer_correction, correction_copy, answer_finding,
                    decide_finding, approve_inspection, carry_out_inspection, inspection_announced, rectify, recheck,
                    rectification_overdue, key_list, case_file, determination, call_up)

struct Todo {
    TodoKind kind = TodoKind::deadline;
    std::string text;
    practice::ProjectId project;
    std::string project_title;
    std::string unit_name;  // the other side: the institution for a bureau, the enterprise for an institution
    std::optional<field::Date> due;
    std::optional<std::int64_t> working_days_left;
    std::optional<rulebook::Citation> why;
    std::optional<practice::NoticeId> notice;
    std::optional<circulation::Matter> matter;  // of a slip; `project` is empty where no project's page shows it
    std::optional<std::string> deputy_for;      // whose work it is, where the person is the deputy
    std::optional<findings::FindingId> finding;
    std::optional<inspection::InspectionId> inspection;
    std::optional<inspection::OrderId> rectification;
    std::optional<std::string> link;  // the address of the page, of what no field above names
};
BOOST_DESCRIBE_STRUCT(Todo, (),
                      (kind, text, project, project_title, unit_name, due, working_days_left, why, notice, matter,
                       deputy_for, finding, inspection, rectification, link))

enum class FoundKind { project, notice, report, application, institution, enterprise, person, instrument };
BOOST_DESCRIBE_ENUM(FoundKind, project, notice, report, application, institution, enterprise, person, instrument)

struct Found {
    FoundKind kind = FoundKind::project;
    std::string id;  // of the thing whose page shows it: a notice's project, a person's institution
    std::string name;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(Found, (), (kind, id, name, detail))

// By which day a project belongs to a period: its contract's, or one on which a notice was received.
enum class Basis { signed_on, noticed };
BOOST_DESCRIBE_ENUM(Basis, signed_on, noticed)

struct StatisticsQuestion {
    Basis basis = Basis::signed_on;
    std::optional<field::Date> from, until;
    std::optional<field::RegionCode> region;  // nothing: the asker's own
};

// How many there are, and the list that shows exactly those.
struct Figure {
    std::string key;
    std::string name;
    std::int64_t count = 0;
    std::string list;     // "projects", "applications"
    std::string address;  // what narrows it, as in an address: "region=652301&stage=notified"
};
BOOST_DESCRIBE_STRUCT(Figure, (), (key, name, count, list, address))

struct FigureGroup {
    std::string key;
    std::string title;
    std::vector<Figure> figures;
};
BOOST_DESCRIBE_STRUCT(FigureGroup, (), (key, title, figures))

struct Statistics {
    field::RegionCode region;
    std::string region_name;
    std::vector<FigureGroup> groups;
};
BOOST_DESCRIBE_STRUCT(Statistics, (), (region, region_name, groups))

// An act as the platform's auditor sees it: who, when and about which thing, nothing of what it says.
struct AuditEntry {
    std::int64_t index = 0;
    Timestamp at;
    std::string type;
    std::string role;
    std::string unit_name;
    std::optional<field::RegionCode> region;  // nothing: the platform's own people
    std::string subject;
    std::string hash;  // hex, the entry's leaf
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (), (index, at, type, role, unit_name, region, subject, hash))

// To-dos of modules the desk does not know: adds those of the asker.
using TodoSource = std::function<void(std::vector<Todo>&, db::Session&, access::Principal const&)>;

// Thread-safe.
class Desk {
public:
    Desk(practice::Service const& practice, registry::Service const& registry, circulation::Service const& circulation,
         licensing::Service const& licensing, findings::Service const& findings, inspection::Service const& inspection,
         std::vector<TodoSource> more = {})
        : practice_(practice),
          registry_(registry),
          circulation_(circulation),
          licensing_(licensing),
          findings_(findings),
          inspection_(inspection),
          more_(std::move(more)) {}
    std::vector<Todo> todos(db::Session& session, access::Principal const& who, access::Policy const& policy) const;
    std::vector<Found> search(db::Session& session, access::Principal const& who, access::Policy const& policy,
                              std::string const& text) const;
    // Figures of what the asker's lists show.
    Statistics statistics(db::Session& session, access::Principal const& who, access::Policy const& policy,
                          StatisticsQuestion const& question) const;
    // Newest first, before the entry `before`; one type, or "" for all.
    std::vector<AuditEntry> audit(db::Session& session, std::string const& type, std::int64_t before,
                                  std::int64_t limit) const;

private:
    void add_members(std::vector<Found>& out, db::Session& session, access::Principal const& who,
                     access::Policy const& policy, std::string const& text) const;

    practice::Service const& practice_;
    registry::Service const& registry_;
    circulation::Service const& circulation_;
    licensing::Service const& licensing_;
    findings::Service const& findings_;
    inspection::Service const& inspection_;
    std::vector<TodoSource> more_;
};

std::vector<api::Endpoint> endpoints(Desk const& desk, db::Pool& pool);

}  // namespace anping::desk
