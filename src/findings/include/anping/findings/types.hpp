// SPDX-License-Identifier: Apache-2.0
// What forensics found in a report, and what became of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/forensics/finding.hpp>
#include <anping/forensics/screening.hpp>
#include <anping/practice/types.hpp>

namespace anping::findings {

struct FindingTag {
    static constexpr char const* name = "线索";
};
using FindingId = Id<FindingTag>;

struct HoldTag {
    static constexpr char const* name = "暂不告知";
};
using HoldId = Id<HoldTag>;

struct FamilyTag {
    static constexpr char const* name = "共同段落";
};
using FamilyId = Id<FamilyTag>;

// An officer asked, the institution answered; accepted is evidence, dismissed was a false alarm. An answer after a
// decision does not open it again. Cured: what the watch saw was put right before anybody decided.
enum class FindingState { open, asked, answered, accepted, dismissed, cured };
BOOST_DESCRIBE_ENUM(FindingState, open, asked, answered, accepted, dismissed, cured)

// What else than screening a finding came from: a tip 举报, an inspection 检查, a watch over the project's records
// 监测.
enum class Told { tip, inspection, watch };
BOOST_DESCRIBE_ENUM(Told, tip, inspection, watch)

enum class Outcome { asked, accepted, dismissed };
BOOST_DESCRIBE_ENUM(Outcome, asked, accepted, dismissed)

// What a passage that stands in several reports is: lawful common text 合法通用文本, the institution's own disclosed
// template 已公开的本机构模板, or a copy 违规照抄. Judged once, for every later report.
enum class Judged { common, own_template, violation };
BOOST_DESCRIBE_ENUM(Judged, common, own_template, violation)

// A report that shares text with the one screened.
struct Source {
    practice::ReportId report;
    practice::ProjectId project;
    registry::InstitutionId institution;
    forensics::Bond bond = forensics::Bond::other;
    std::int64_t shared = 0;  // characters of the one screened
    std::int64_t passages = 0;
};
BOOST_DESCRIBE_STRUCT(Source, (), (report, project, institution, bond, shared, passages))

// In characters as they are compared: without punctuation and blanks, a number is one.
struct Figures {
    std::int64_t characters = 0;
    std::int64_t own = 0;
    std::int64_t shared = 0;   // stands in another's report
    std::int64_t carried = 0;  // or in the institution's own about the same plant
    std::int64_t quoted = 0;   // laws, the disclosed template, common text
    std::int64_t tables = 0;   // and own names: not compared
    std::int64_t hidden = 0;   // code points no reader sees
};
BOOST_DESCRIBE_STRUCT(Figures, (), (characters, own, shared, carried, quoted, tables, hidden))

}  // namespace anping::findings
