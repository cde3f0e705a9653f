// SPDX-License-Identifier: Apache-2.0
// Earlier penalties of the institution a case is against. Whether each is for other facts an officer answers, with a
// reason; only those count towards the police.
#pragma once

#include <anping/cases/types.hpp>

namespace anping::cases {

struct JudgeEarlier {
    CaseId earlier;
    bool different = false;  // facts
    Text<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(JudgeEarlier, (), (earlier, different, reason))

// The last answer about a decision holds.
struct EarlierJudged {
    static constexpr char const* kType = "cases.earlier_judged";
    static constexpr std::int64_t kVersion = 1;
    CaseId earlier;
    bool different = false;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(EarlierJudged, (), (earlier, different, reason))

struct EarlierDecision {
    CaseId id;
    registry::BureauId bureau;
    std::string bureau_name;
    std::string document;
    std::string title;
    field::Date decided_on;
    std::optional<field::Date> acted_on;
    std::vector<std::string> conduct_names;
    std::string facts;              // the decision's reasons
    std::optional<bool> different;  // nothing: not answered
    std::optional<std::string> reason;
    std::optional<std::int64_t> entry;  // of the answer
};
BOOST_DESCRIBE_STRUCT(EarlierDecision, (),
                      (id, bureau, bureau_name, document, title, decided_on, acted_on, conduct_names, facts, different,
                       reason, entry))

}  // namespace anping::cases
