// SPDX-License-Identifier: Apache-2.0
// A statutory project: from its contract to its archive.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/field/date.hpp>
#include <anping/field/money.hpp>
#include <anping/field/region.hpp>
#include <anping/field/scope.hpp>
#include <anping/registry/types.hpp>
#include <anping/rulebook/law.hpp>
#include <anping/vault/vault.hpp>

namespace anping::practice {

struct ProjectTag {
    static constexpr char const* name = "项目";
};
struct NoticeTag {
    static constexpr char const* name = "从业告知";
};
struct SurveyTag {
    static constexpr char const* name = "现场勘验";
};
struct EvidenceTag {
    static constexpr char const* name = "证据";
};
struct ReportTag {
    static constexpr char const* name = "报告";
};
using ProjectId = Id<ProjectTag>;
using NoticeId = Id<NoticeTag>;
using SurveyId = Id<SurveyTag>;
using EvidenceId = Id<EvidenceTag>;
using ReportId = Id<ReportTag>;

// How far a project has come; each is reached by the first act of its kind.
enum class Stage { contracted, notified, surveyed, reported, reviewed, published, archived };
BOOST_DESCRIBE_ENUM(Stage, contracted, notified, surveyed, reported, reviewed, published, archived)

// Who confirms a report (XJ-4b): in the assessment template internal review, technical lead, process-control lead; in
// the testing template check, review, approval by the authorised signatory.
enum class ReviewStep { internal_review, technical_lead, process_lead, check, review, approval };
BOOST_DESCRIBE_ENUM(ReviewStep, internal_review, technical_lead, process_lead, check, review, approval)

// How a notice reached the bureau.
enum class Channel { online, paper, telephone, fax, email };
BOOST_DESCRIBE_ENUM(Channel, online, paper, telephone, fax, email)

// Why there is no position or photo from a site (XJ-5b). Codes with names are rulebook data ("reason_codes").
using ReasonCode = Text<1, 40>;

struct Contract {
    Text<1, 60> number;
    field::Date signed_on;
    field::Date ends_on;
    field::Money price;
};
BOOST_DESCRIBE_STRUCT(Contract, (), (number, signed_on, ends_on, price))

// Whether to take the work, weighed before the contract is signed (process control).
struct RiskAnalysis {
    field::Date made_on;
    bool in_scope = true;
    bool people_suffice = true;
    bool experts_needed = false;
    std::optional<Text<1, 500>> experts;  // of which specialties, from where
    Text<2, 2000> conclusion;
};
BOOST_DESCRIBE_STRUCT(RiskAnalysis, (), (made_on, in_scope, people_suffice, experts_needed, experts, conclusion))

// What the contract says beyond its number, days and price.
struct Terms {
    Text<1, 2000> object;  // what is to be done, for what, how
    std::vector<Text<1, 40>>
        stages;                // of the catalogue "construction_stages", where it is about a construction project
    bool permit_tied = false;  // fee or end of the contract depend on the enterprise getting a permit (XJ-10)
    std::optional<Text<1, 500>> permit_term;  // in its words
};
BOOST_DESCRIBE_STRUCT(Terms, (), (object, stages, permit_tied, permit_term))

struct TeamMember {
    registry::PersonId person;
    Text<1, 40> duty;  // of the catalogue "team_duties"
};
BOOST_DESCRIBE_STRUCT(TeamMember, (), (person, duty))

// Somebody else's people doing part of the work; under the institution's process control (XJ-4b).
struct SupportUnit {
    Text<2, 100> name;
    Text<1, 500> work;
};
BOOST_DESCRIBE_STRUCT(SupportUnit, (), (name, work))

// How an item of a safety check-list was found.
enum class Finding { meets, fails, not_applicable };
BOOST_DESCRIBE_ENUM(Finding, meets, fails, not_applicable)

struct ChecklistAnswer {
    Text<1, 60> item;
    Finding finding = Finding::meets;
    std::optional<Text<1, 500>> note;
};
BOOST_DESCRIBE_STRUCT(ChecklistAnswer, (), (item, finding, note))

// The items of one of the region's check-lists, a catalogue whose name begins with "checklist_".
struct Checklist {
    Text<1, 60> name;
    std::vector<ChecklistAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(Checklist, (), (name, answers))

// A problem found and what is to be done about it.
struct Measure {
    Text<2, 1000> problem;
    Text<2, 1000> measure;
    Text<1, 200> basis;  // clause or standard
    bool major = false;  // a major hazard 重大事故隐患
};
BOOST_DESCRIBE_STRUCT(Measure, (), (problem, measure, basis, major))

// A file in its place: the bytes as received, what the worker read from them, and the time its maker claims.
struct Exhibit {
    Text<1, 40> kind;       // of the catalogue "evidence_kinds"
    std::string file_name;  // as the uploader's computer calls it
    vault::Blob blob;
    std::optional<Timestamp> captured_at;           // claimed; the server's time is the entry's
    std::optional<Timestamp> unclassified_at = {};  // whoever sent it confirmed that nothing in it is classified
    // Of a contract whose text could be read: what in it speaks of a permit as a condition (XJ-10), without repetition.
    std::optional<std::vector<std::string>> permit_phrases = {};
};
BOOST_DESCRIBE_STRUCT(Exhibit, (), (kind, file_name, blob, captured_at, unclassified_at, permit_phrases))

// What was found in the text of contracts, by the SM3 of the file.
using Phrases = std::map<std::string, std::vector<std::string>>;

}  // namespace anping::practice
