// SPDX-License-Identifier: Apache-2.0
#include "../rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../excerpt.hpp"

namespace anping::findings {
namespace {

State finding(FindingState state) { return {{"XS-1"}, state, {"R-2"}, {"I-1"}, practice::ReportId{"R-1"}}; }

template <class T>
std::string key(Result<T> const& result) {
    return result ? "" : result.error().key;
}

TEST(Rules, AnInstitutionAnswersAsOftenAsItHasSomethingToSay) {
    for (auto const state : {FindingState::open, FindingState::asked, FindingState::answered, FindingState::accepted})
        EXPECT_TRUE(answer({{"同一作者"}}, finding(state)));
}

TEST(Rules, AFindingIsAcceptedOrDismissedOnceAndTheOtherWayLater) {
    EXPECT_TRUE(decide({Outcome::accepted, {"属实"}}, finding(FindingState::answered)));
    EXPECT_EQ(key(decide({Outcome::accepted, {"属实"}}, finding(FindingState::accepted))), "findings.same");
    EXPECT_TRUE(decide({Outcome::dismissed, {"误报"}}, finding(FindingState::accepted)));
}

TEST(Rules, NobodyIsAskedAboutWhatIsDecided) {
    EXPECT_TRUE(decide({Outcome::asked, {"请说明"}}, finding(FindingState::open)));
    EXPECT_TRUE(decide({Outcome::asked, {"请再说明"}}, finding(FindingState::asked)));
    EXPECT_EQ(key(decide({Outcome::asked, {"请说明"}}, finding(FindingState::dismissed))), "findings.decided");
}

class Judging : public ::testing::Test {
protected:
    Evidence const evidence{{"R-2"}, "", {{{"R-1"}, "", {{2, 5, 10, 13, 3, 1000, 60, {}}}}}, {}};
    std::string const text = "一二三四五六七";
};

TEST_F(Judging, AFamilyHasTheWordsOfThePassage) {
    auto const event =
        judge({{"XS-1"}, 2, Judged::common, {"行业通用"}}, finding(FindingState::open), evidence, text, {"DL-1"});
    ASSERT_TRUE(event);
    EXPECT_EQ(event->subject, "DL-1");
    EXPECT_EQ(from_trusted_json<FamilyJudged>(event->data).text.value, "三四五");
}

TEST_F(Judging, OnlyAPassageOfTheFindingsOwnSourceIsJudged) {
    JudgeFamily const elsewhere{{"XS-1"}, 3, Judged::common, {"行业通用"}};
    EXPECT_EQ(key(judge(elsewhere, finding(FindingState::open), evidence, text, {"DL-1"})), "findings.no_passage");
    auto other = finding(FindingState::open);
    other.source = practice::ReportId{"R-9"};
    EXPECT_EQ(key(judge({{"XS-1"}, 2, Judged::common, {"通用"}}, other, evidence, text, {"DL-1"})),
              "findings.no_passage");
    other.source.reset();
    EXPECT_EQ(key(judge({{"XS-1"}, 2, Judged::common, {"通用"}}, other, evidence, text, {"DL-1"})),
              "findings.no_passage");
}

TEST(Excerpts, AreCountedInCodePointsAndEndWithTheText) {
    EXPECT_EQ(excerpt("a二c", 1, 2), "二");
    EXPECT_EQ(excerpt("a二c", 1, 9), "二c");
    EXPECT_EQ(excerpt("a二c", 0, 0), "");
    EXPECT_EQ(excerpt("a二c", 3, 5), "");
}

}  // namespace
}  // namespace anping::findings
