// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/exchange.hpp>

#include "house.hpp"

namespace anping::forensics {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Exchange : public Directory {
protected:
    Exchange() {
        auto const report = text(900);
        auto source = text(700);
        source.text.replace(200, 300, report.text, 100, 300);
        source.text[350] = u'异';
        asked_about = report;
        segments.push_back(written({text(500), source}, 1, "a"));
        search.ask(asked_about);
        found = search.in(segments[0]);
    }
    text::Folded asked_about;
    std::vector<Segment> segments;
    Search search;
    std::vector<Found> found;
};

TEST_F(Exchange, AQuestionAskedByLineIsAnsweredAsTheOneAskedHere) {
    text::Masks masks(asked_about.text.size());
    std::fill_n(masks.begin(), 150, static_cast<std::uint8_t>(text::Mask::law));
    search.ask(asked_about, masks);
    auto const here = search.in(segments[0]);
    ASSERT_THAT(here, SizeIs(1));

    auto const asked = asked_from(question_line(asked_about.text, masks, text::kSuspected, 7));
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->report.text, asked_about.text);
    EXPECT_EQ(asked->masks, masks);
    EXPECT_EQ(asked->least, text::kSuspected);
    EXPECT_EQ(asked->except, 7);
    Search elsewhere;
    elsewhere.ask(asked->report, asked->masks);
    EXPECT_EQ(answer_line(elsewhere.in(segments[0], asked->least, asked->except)), answer_line(here));
}

TEST_F(Exchange, AnAnswerComesBackWhole) {
    ASSERT_THAT(found, SizeIs(1));
    auto const back = answer_from(answer_line(found), segments[0], asked_about.text.size());
    ASSERT_TRUE(back);
    ASSERT_THAT(*back, SizeIs(1));
    EXPECT_EQ(back->front().doc, found[0].doc);
    EXPECT_EQ(back->front().passages[0].score, found[0].passages[0].score);
    EXPECT_EQ(answer_line(*back), answer_line(found));
    EXPECT_THAT(answer_from("[]", segments[0], 900).value(), IsEmpty());
}

TEST_F(Exchange, AnAnswerThatNamesWhatIsNotThereIsRefused) {
    auto const refused = [&](std::string const& line) { return !answer_from(line, segments[0], 900); };
    EXPECT_TRUE(refused(R"([{"doc":2,"passages":[],"pieces":[]}])"));
    EXPECT_TRUE(refused(R"([{"doc":-1,"passages":[],"pieces":[]}])"));
    EXPECT_TRUE(refused(R"([{"doc":1,"passages":[[0,901,0,9,0,0]],"pieces":[]}])"));
    EXPECT_TRUE(refused(R"([{"doc":1,"passages":[],"pieces":[[0,9,0,701,0,0]]}])"));
    EXPECT_TRUE(refused(R"([{"doc":1,"passages":[[9,9,0,9,0,0]],"pieces":[]}])"));
    EXPECT_TRUE(refused(R"([{"doc":1,"passages":[[0,9,0,9]],"pieces":[]}])"));
    EXPECT_TRUE(refused(R"([{"doc":"1"}])"));
    EXPECT_TRUE(refused("cannot"));
    EXPECT_TRUE(refused(answer_line(found).substr(0, 40)));
}

TEST_F(Exchange, ADamagedQuestionIsRefused) {
    auto const line = question_line(asked_about.text, text::Masks(900), text::kSuspected, 0);
    EXPECT_TRUE(asked_from(line));
    EXPECT_FALSE(asked_from(line.substr(0, 100)));
    EXPECT_FALSE(asked_from(R"({"report":"4e00","masks":"00","least":0,"except":0})"));
    EXPECT_FALSE(asked_from(R"({"report":"4e0g","masks":"0","least":0,"except":0})"));
    EXPECT_FALSE(asked_from(R"({"report":"4e0","masks":"","least":0,"except":0})"));
}

}  // namespace
}  // namespace anping::forensics
