// SPDX-License-Identifier: Apache-2.0
// Reports called up 报告调阅 and reviewed by experts who do not know of each other's opinion: what is asked for and
// what happens (QHD-5, QHD-9).
#pragma once

#include <anping/inspection/types.hpp>
#include <anping/practice/commands/opening.hpp>

namespace anping::inspection {

struct CallUpTag {
    static constexpr char const* name = "报告调阅";
};
using CallUpId = Id<CallUpTag>;

// What a report is reviewed against: 失实, 虚假, 重大危险未评, 其他违规.
enum class Fault { untrue, falsified, hazard, other };
BOOST_DESCRIBE_ENUM(Fault, untrue, falsified, hazard, other)
inline constexpr Fault kFaults[] = {Fault::untrue, Fault::falsified, Fault::hazard, Fault::other};

enum class Verdict { yes, no, unclear };
BOOST_DESCRIBE_ENUM(Verdict, yes, no, unclear)

enum class CallUpStage { called, reviewing, reviewed, concluded, withdrawn };  // reviewed: every opinion is in
BOOST_DESCRIBE_ENUM(CallUpStage, called, reviewing, reviewed, concluded, withdrawn)

// What speaks against a reviewer without excluding them; the bureau weighs it (ZZ-13).
enum class Doubt {
    intermediary,     // employed by an assessment or testing institution
    enterprise,       // employed by the enterprise the report is about
    reviewed_before,  // a report of the same institution, for the same bureau
    other_name        // the account is not called what the register calls the expert
};
BOOST_DESCRIBE_ENUM(Doubt, intermediary, enterprise, reviewed_before, other_name)

// Process-control material that is not on the platform.
struct Wanted {
    Text<2, 1000> what;
    field::Date due;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (what, due))

struct CallUpReport {
    practice::ReportId report;
    Text<2, 1000> why;  // the bureau's own knowledge
    std::optional<Wanted> wanted;
    std::optional<Text<1, 100>> campaign;
};
BOOST_DESCRIBE_STRUCT(CallUpReport, (), (report, why, wanted, campaign))

struct HandInMaterial {
    Text<2, 4000> note;
    std::vector<practice::AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(HandInMaterial, (), (note, files))

// Who reviews: of the register, with the account the opinion is given from.
struct Seat {
    registry::ExpertId expert;
    access::AccountId account;
};
BOOST_DESCRIBE_STRUCT(Seat, (), (expert, account))

struct AssignReviewers {
    std::vector<Seat> seats;
};
BOOST_DESCRIBE_STRUCT(AssignReviewers, (), (seats))

// An opinion that was given stays; of whoever should not have judged 回避 it counts no more.
enum class ReliefGround { recusal, other };
BOOST_DESCRIBE_ENUM(ReliefGround, recusal, other)

struct RelieveReviewer {
    std::int64_t reviewer = 0;  // number
    Text<2, 500> reason;
    std::optional<ReliefGround> ground = {};  // needed once an opinion was given
};
BOOST_DESCRIBE_STRUCT(RelieveReviewer, (), (reviewer, reason, ground))

struct AskAgain {
    std::int64_t reviewer = 0;
    Text<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(AskAgain, (), (reviewer, reason))

struct FaultAnswer {
    Fault fault = Fault::untrue;
    Verdict verdict = Verdict::unclear;
    Text<2, 4000> grounds;
};
BOOST_DESCRIBE_STRUCT(FaultAnswer, (), (fault, verdict, grounds))

struct GiveOpinion {
    std::vector<FaultAnswer> answers;  // one for each kind
    bool no_interest = false;          // declared
};
BOOST_DESCRIBE_STRUCT(GiveOpinion, (), (answers, no_interest))

struct ConcludeCallUp {
    std::vector<Fault> found;  // none: no problem
    Text<2, 4000> reason;
    std::optional<Text<2, 2000>> differing;  // why it is not what an expert said
};
BOOST_DESCRIBE_STRUCT(ConcludeCallUp, (), (found, reason, differing))

struct WithdrawCallUp {
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawCallUp, (), (reason))

struct ReportCalledUp {
    static constexpr char const* kType = "inspection.report_called_up";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;  // the bureau's
    field::Authority authority = field::Authority::government;
    practice::ProjectId project;
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    std::string title;  // of the report
    std::int64_t edition = 1;
    CallUpReport asked;
};
BOOST_DESCRIBE_STRUCT(ReportCalledUp, (),
                      (bureau, region, authority, project, institution, enterprise, title, edition, asked))

struct MaterialHandedIn {
    static constexpr char const* kType = "inspection.material_handed_in";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 4000> note;
    std::vector<practice::Exhibit> files;
};
BOOST_DESCRIBE_STRUCT(MaterialHandedIn, (), (note, files))

struct Assigned {
    std::int64_t number = 1;
    Seat seat;
    std::string unit;  // of the account
    std::vector<Doubt> doubts;
};
BOOST_DESCRIBE_STRUCT(Assigned, (), (number, seat, unit, doubts))

struct ReviewersAssigned {
    static constexpr char const* kType = "inspection.reviewers_assigned";
    static constexpr std::int64_t kVersion = 1;
    std::vector<Assigned> reviewers;
};
BOOST_DESCRIBE_STRUCT(ReviewersAssigned, (), (reviewers))

struct ReviewerRelieved {
    static constexpr char const* kType = "inspection.reviewer_relieved";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t reviewer = 1;
    Text<2, 500> reason;
    std::optional<ReliefGround> ground = {};
};
BOOST_DESCRIBE_STRUCT(ReviewerRelieved, (), (reviewer, reason, ground))

struct OpinionAskedAgain {
    static constexpr char const* kType = "inspection.opinion_asked_again";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t reviewer = 1;
    Text<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(OpinionAskedAgain, (), (reviewer, reason))

struct OpinionGiven {
    static constexpr char const* kType = "inspection.opinion_given";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t reviewer = 1;
    std::int64_t round = 1;  // the first was given blind
    GiveOpinion opinion;
};
BOOST_DESCRIBE_STRUCT(OpinionGiven, (), (reviewer, round, opinion))

// Where the conclusion is the opposite of what these reviewers said last.
struct Difference {
    Fault fault = Fault::untrue;
    std::vector<std::int64_t> reviewers;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (fault, reviewers))

struct CallUpConcluded {
    static constexpr char const* kType = "inspection.call_up_concluded";
    static constexpr std::int64_t kVersion = 1;
    ConcludeCallUp conclusion;
    std::vector<Difference> differences;
    std::vector<Fault> against_all;  // the opposite of what every reviewer said
};
BOOST_DESCRIBE_STRUCT(CallUpConcluded, (), (conclusion, differences, against_all))

struct CallUpWithdrawn {
    static constexpr char const* kType = "inspection.call_up_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(CallUpWithdrawn, (), (reason))

}  // namespace anping::inspection
