// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/inspection/types.hpp>
#include <anping/practice/commands/opening.hpp>

namespace anping::inspection {

struct PlanInspection {
    Text<2, 200> title;
    Origin origin;
    Checked checked = Checked::institution;
    std::optional<registry::InstitutionId> institution;
    std::optional<registry::EnterpriseId> enterprise;
    std::optional<practice::ProjectId> project;
    Text<1, 200> place;
    Setting setting = Setting::daily;
    std::vector<Subject> subjects;
    Coverage coverage = Coverage::site;
    std::optional<Text<2, 200>> joint_with;
    bool announced = true;
    std::optional<Text<2, 500>> unannounced_reason;
    field::Date planned_from;
    field::Date planned_until;
    std::vector<registry::OfficerId> officers;
    std::vector<registry::ExpertId> experts;  // who assist
};
BOOST_DESCRIBE_STRUCT(PlanInspection, (),
                      (title, origin, checked, institution, enterprise, project, place, setting, subjects, coverage,
                       joint_with, announced, unannounced_reason, planned_from, planned_until, officers, experts))

struct ApproveInspection {
    std::optional<Text<2, 500>> opinion;
};
BOOST_DESCRIBE_STRUCT(ApproveInspection, (), (opinion))

struct CallOffInspection {
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(CallOffInspection, (), (reason))

struct BeginVisit {
    field::Date on;
    Text<1, 200> place;
    std::vector<registry::OfficerId> officers;  // who are there
    std::vector<registry::ExpertId> experts;
    std::optional<Text<2, 500>> urgent_reason;  // of one that is not approved yet
};
BOOST_DESCRIBE_STRUCT(BeginVisit, (), (on, place, officers, experts, urgent_reason))

struct ItemAnswer {
    Text<1, 80> item;
    ItemResult result = ItemResult::meets;
    std::optional<Text<1, 1000>> words;
};
BOOST_DESCRIBE_STRUCT(ItemAnswer, (), (item, result, words))

struct ItemFile {
    Text<1, 80> item;
    practice::AttachFile file;
};
BOOST_DESCRIBE_STRUCT(ItemFile, (), (item, file))

struct AnswerItems {
    std::vector<ItemAnswer> answers;
    std::vector<ItemFile> files;
};
BOOST_DESCRIBE_STRUCT(AnswerItems, (), (answers, files))

struct FindProblem {
    std::optional<Text<1, 80>> item;
    Text<2, 2000> fact;
    Text<1, 60> clause;  // its id in the books
    std::vector<practice::AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(FindProblem, (), (item, fact, clause, files))

struct WithdrawProblem {
    std::int64_t number = 0;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawProblem, (), (number, reason))

struct RecordRefusal {
    Text<2, 2000> how;
    std::vector<practice::AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(RecordRefusal, (), (how, files))

// By the bureau: an officer in the own account or on paper; who was checked on paper, or not at all 拒签.
struct SignResult {
    Signer signer = Signer::officer;
    std::optional<registry::OfficerId> officer;
    SignWay way = SignWay::account;
    std::optional<Text<2, 1000>> words;
    std::vector<practice::AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(SignResult, (), (signer, officer, way, words, files))

// By who was checked, in the own account.
struct AcknowledgeResult {
    std::optional<Text<2, 1000>> words;
};
BOOST_DESCRIBE_STRUCT(AcknowledgeResult, (), (words))

struct CloseInspection {
    Text<2, 2000> conclusion;
};
BOOST_DESCRIBE_STRUCT(CloseInspection, (), (conclusion))

struct MakeStatement {
    std::int64_t problem = 0;
    Text<2, 4000> words;
    std::vector<practice::AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(MakeStatement, (), (problem, words, files))

}  // namespace anping::inspection
