// SPDX-License-Identifier: Apache-2.0
// A statutory project: from its contract to its archive.
#pragma once

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

// Who confirms a report, in the order of the assessment template (XJ-4b).
enum class ReviewStep { internal_review, technical_lead, process_lead };
BOOST_DESCRIBE_ENUM(ReviewStep, internal_review, technical_lead, process_lead)

// Why there is no position or photo from a site (XJ-5b). Codes with names are rulebook data ("reason_codes").
using ReasonCode = Text<1, 40>;

struct Contract {
    Text<1, 60> number;
    field::Date signed_on;
    field::Date ends_on;
    field::Money price;
};
BOOST_DESCRIBE_STRUCT(Contract, (), (number, signed_on, ends_on, price))

// A file in its place: the bytes as received, what the worker read from them, and the time its maker claims.
struct Exhibit {
    Text<1, 40> kind;       // of the catalogue "evidence_kinds"
    std::string file_name;  // as the uploader's computer calls it
    vault::Blob blob;
    std::optional<Timestamp> captured_at;  // claimed; the server's time is the entry's
};
BOOST_DESCRIBE_STRUCT(Exhibit, (), (kind, file_name, blob, captured_at))

}  // namespace anping::practice
