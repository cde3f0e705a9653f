// SPDX-License-Identifier: Apache-2.0
// What can happen to an inspection.
#pragma once

#include <anping/inspection/commands.hpp>

namespace anping::inspection {

struct TaskPlanned {
    static constexpr char const* kType = "inspection.planned";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    PlanInspection content;
    std::vector<Warning> warnings;
};
BOOST_DESCRIBE_STRUCT(TaskPlanned, (), (bureau, region, authority, content, warnings))

struct TaskApproved {
    static constexpr char const* kType = "inspection.approved";
    static constexpr std::int64_t kVersion = 1;
    std::optional<Text<2, 500>> opinion;
};
BOOST_DESCRIBE_STRUCT(TaskApproved, (), (opinion))

struct TaskCalledOff {
    static constexpr char const* kType = "inspection.called_off";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(TaskCalledOff, (), (reason))

struct VisitBegun {
    static constexpr char const* kType = "inspection.begun";
    static constexpr std::int64_t kVersion = 1;
    BeginVisit content;
    std::vector<Attending> officers;
    std::vector<ListedItem> checklist;
    std::vector<Warning> warnings;
    std::string law;  // digest of the books the list was taken from
};
BOOST_DESCRIBE_STRUCT(VisitBegun, (), (content, officers, checklist, warnings, law))

struct ItemsAnswered {
    static constexpr char const* kType = "inspection.items_answered";
    static constexpr std::int64_t kVersion = 1;
    std::vector<ItemAnswer> answers;
    std::vector<ItemExhibit> files;
};
BOOST_DESCRIBE_STRUCT(ItemsAnswered, (), (answers, files))

struct ProblemFound {
    static constexpr char const* kType = "inspection.problem_found";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t number = 1;
    std::optional<Text<1, 80>> item;
    Text<2, 2000> fact;
    rulebook::Citation citation;
    std::vector<practice::Exhibit> files;
};
BOOST_DESCRIBE_STRUCT(ProblemFound, (), (number, item, fact, citation, files))

struct ProblemWithdrawn {
    static constexpr char const* kType = "inspection.problem_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t number = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(ProblemWithdrawn, (), (number, reason))

struct InspectionRefused {
    static constexpr char const* kType = "inspection.refused";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 2000> how;
    std::vector<practice::Exhibit> files;
};
BOOST_DESCRIBE_STRUCT(InspectionRefused, (), (how, files))

struct ResultSigned {
    static constexpr char const* kType = "inspection.result_signed";
    static constexpr std::int64_t kVersion = 1;
    Signer signer = Signer::officer;
    std::optional<registry::OfficerId> officer;
    SignWay way = SignWay::account;
    std::optional<Text<2, 1000>> words;
    std::vector<practice::Exhibit> files;
};
BOOST_DESCRIBE_STRUCT(ResultSigned, (), (signer, officer, way, words, files))

struct InspectionClosed {
    static constexpr char const* kType = "inspection.closed";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 2000> conclusion;
    std::int64_t checked = 0;  // items that were answered one way or the other
    std::int64_t failed = 0;   // of them
    std::int64_t problems = 0;
};
BOOST_DESCRIBE_STRUCT(InspectionClosed, (), (conclusion, checked, failed, problems))

struct StatementMade {
    static constexpr char const* kType = "inspection.statement_made";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t problem = 1;
    Text<2, 4000> words;
    std::vector<practice::Exhibit> files;
};
BOOST_DESCRIBE_STRUCT(StatementMade, (), (problem, words, files))

}  // namespace anping::inspection
