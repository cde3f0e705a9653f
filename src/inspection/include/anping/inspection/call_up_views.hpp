// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/inspection/agreement.hpp>
#include <anping/inspection/views.hpp>

namespace anping::inspection {

struct CallUpSummary {
    CallUpId id = {};
    practice::ReportId report = {};
    std::string title = {};
    std::int64_t edition = 1;
    registry::BureauId bureau = {};
    std::string bureau_name = {};
    registry::InstitutionId institution = {};
    std::string institution_name = {};
    registry::EnterpriseId enterprise = {};
    std::string enterprise_name = {};
    std::optional<std::string> campaign = {};
    CallUpStage stage = CallUpStage::called;
    Timestamp called_at = {};
    std::optional<field::Date> due = {};  // of the material
    std::int64_t handed = 0;              // how often
    bool overdue = false;                 // the day is past and nothing came; never a finding (ZZ-2)
    std::int64_t reviewers = 0;           // for the bureau
    std::int64_t given = 0;
    bool waits_for_me = false;                     // the asker's opinion
    std::optional<std::vector<Fault>> found = {};  // by the conclusion
    std::vector<Fault> against_all = {};
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(CallUpSummary, (),
                      (id, report, title, edition, bureau, bureau_name, institution, institution_name, enterprise,
                       enterprise_name, campaign, stage, called_at, due, handed, overdue, reviewers, given,
                       waits_for_me, found, against_all, entry))

struct HandedView {
    std::string note;
    std::vector<practice::Exhibit> files;
    Timestamp at;
    bool late = false;
};
BOOST_DESCRIBE_STRUCT(HandedView, (), (note, files, at, late))

struct ReviewerView {
    std::int64_t number = 1;
    registry::ExpertId expert = {};
    std::string name = {};
    std::vector<Doubt> doubts = {};
    bool given = false;
    std::optional<std::string> asked_again = {};  // why; not answered yet
    std::optional<std::string> relieved = {};     // why
    bool recused = false;                         // relieved because bound: what was said counts no more
    bool mine = false;                            // the asker's
};
BOOST_DESCRIBE_STRUCT(ReviewerView, (), (number, expert, name, doubts, given, asked_again, relieved, recused, mine))

struct ReviewView {
    std::int64_t reviewer = 1;
    std::int64_t round = 1;
    std::vector<FaultAnswer> answers;
    Timestamp at;
    bool known = false;  // every reviewer's is in
};
BOOST_DESCRIBE_STRUCT(ReviewView, (), (reviewer, round, answers, at, known))

struct ConclusionView {
    std::vector<Fault> found;
    std::string reason;
    std::optional<std::string> differing;
    std::vector<Difference> differences;
    std::vector<Fault> against_all;
    Timestamp at;
    std::optional<std::string> by;  // for the bureau
};
BOOST_DESCRIBE_STRUCT(ConclusionView, (), (found, reason, differing, differences, against_all, at, by))

// What the asker may know of it: experts nothing of each other before all opinions are in, officers no opinion before
// that, the institution no expert before the conclusion.
struct CallUpView {
    CallUpSummary summary = {};
    std::optional<practice::ProjectId> project = {};  // not for experts, who see no projects
    std::optional<std::string> why = {};              // for the bureau
    std::optional<std::string> called_by = {};        // the same
    std::optional<std::string> wanted = {};           // which material
    std::vector<practice::Exhibit> archive = {};      // for experts: the report, then what is on the platform
    std::vector<HandedView> handed = {};
    std::vector<ReviewerView> reviewers = {};
    std::vector<ReviewView> opinions = {};
    std::optional<ConclusionView> conclusion = {};
    std::optional<std::string> withdrawn = {};
    std::vector<ActView> history = {};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CallUpView, (),
                      (summary, project, why, called_by, wanted, archive, handed, reviewers, opinions, conclusion,
                       withdrawn, history, version))

// An account an opinion can be given from.
struct ReviewerAccount {
    access::AccountId account;
    std::string name;
    std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(ReviewerAccount, (), (account, name, unit_name))

struct AgreementView {
    std::int64_t call_ups = 0;  // with two opinions given blind
    std::vector<FaultAgreement> kinds;
};
BOOST_DESCRIBE_STRUCT(AgreementView, (), (call_ups, kinds))

enum class CallUpState { called, reviewing, reviewed, concluded, withdrawn, overdue };
BOOST_DESCRIBE_ENUM(CallUpState, called, reviewing, reviewed, concluded, withdrawn, overdue)

struct CallUpFilter {
    std::optional<CallUpState> state = {};
    std::optional<registry::InstitutionId> institution = {};
    std::optional<registry::BureauId> bureau = {};
    std::optional<practice::ReportId> report = {};
    std::optional<std::string> campaign = {};
};

}  // namespace anping::inspection
