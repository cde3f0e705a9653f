// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/search.hpp>

#include "house.hpp"

namespace anping::forensics {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Searches : public Directory {
protected:
    // With `share` in a hundred of its characters replaced.
    std::u16string edited(std::u16string_view from, unsigned share) {
        std::u16string out(from);
        for (auto& one : out)
            if (random() % 100 < share) one = static_cast<char16_t>(0x4e00 + random() % 2500);
        return out;
    }
    text::Folded around(std::u16string_view passage) {
        auto out = text(1000);
        out.text += passage;
        out.text += text(1000).text;
        out.origin.resize(out.text.size());
        return out;
    }
};

TEST_F(Searches, ACopiedPassageIsFoundWithThirtyOfAHundredCharactersChanged) {
    std::vector<text::Folded> texts;
    for (int i = 0; i < 30; ++i) texts.push_back(text(3000));
    auto const segment = written(texts, 100, "a");
    Search search;
    for (unsigned const share : {0U, 10U, 20U, 30U}) {
        search.ask(around(edited(texts[17].text.substr(800, 600), share)));
        auto const found = search.in(segment);
        ASSERT_THAT(found, SizeIs(1)) << share;
        EXPECT_EQ(segment.id(found[0].doc), 117U);
        ASSERT_THAT(found[0].passages, SizeIs(1)) << share;
        auto const& passage = found[0].passages[0];
        EXPECT_NEAR(passage.a_from, 1000, 25);
        EXPECT_NEAR(passage.a_to, 1600, 25);
        EXPECT_NEAR(passage.b_from, 800, 25);
        EXPECT_NEAR(passage.b_to, 1400, 25);
    }
}

TEST_F(Searches, NothingIsFoundWhereNothingWasCopied) {
    std::vector<text::Folded> texts;
    for (int i = 0; i < 30; ++i) texts.push_back(text(3000));
    auto const segment = written(texts, 1, "a");
    Search search;
    for (int i = 0; i < 20; ++i) {
        search.ask(text(3000));
        EXPECT_THAT(search.in(segment, text::kLead), IsEmpty());
    }
}

TEST_F(Searches, AReportIsNoSourceOfItself) {
    std::vector<text::Folded> const texts{text(500), text(500)};
    auto const segment = written(texts, 1, "a");
    Search search;
    search.ask(texts[1]);
    EXPECT_THAT(search.in(segment), SizeIs(1));
    EXPECT_THAT(search.in(segment, text::kSuspected, 2), IsEmpty());
}

TEST_F(Searches, MaskedCharactersMatchNothing) {
    std::vector<text::Folded> const texts{text(500)};
    auto const segment = written(texts, 1, "a");
    Search search;
    search.ask(texts[0], std::vector<std::uint8_t>(500, 1));
    EXPECT_THAT(search.in(segment, text::kLead), IsEmpty());
}

TEST_F(Searches, OfWhatIsLeftOutOfAnIndexOnlyTheSameWordsAreMarked) {
    auto const law = text(400);
    auto const form = text(300);
    Exempt exempt;
    exempt.laws = std::make_shared<Segment const>(written({text(300), law}, 1, "laws"));
    exempt.templates["own"] = std::make_shared<Segment const>(written({form}, 1, "template"));
    auto quoted = law.text;
    quoted[200] = u'\u8fd9';
    Search search;
    search.ask(around(quoted + form.text));
    auto const marked = [&](std::string const& institution, text::Mask as) {
        return std::ranges::count(search.left_out(exempt, institution), static_cast<std::uint8_t>(as));
    };
    EXPECT_EQ(marked("another", text::Mask::law), 399) << "the character that differs is the report's own";
    EXPECT_EQ(marked("another", text::Mask::own_template), 0);
    EXPECT_EQ(marked("own", text::Mask::own_template), 300);
    EXPECT_EQ(search.masks()[1000 + 200], 0);
    EXPECT_EQ(search.masks()[999], 0);
}

TEST_F(Searches, AQuotationWithSlipsIsMarkedWithItsSourceAndIsNoCopy) {
    auto const law = text(400);
    Exempt exempt;
    exempt.laws = std::make_shared<Segment const>(written({text(300), law}, 1, "laws"));
    std::vector<text::Folded> const texts{around(law.text.substr(100, 150))};
    auto const segment = written(texts, 1, "a");
    auto const report = around(edited(law.text.substr(100, 150), 4));
    Search search;
    search.ask(report);
    EXPECT_THAT(search.in(segment), SizeIs(1)) << "as long as no law is known";
    search.ask(report);
    auto const quoted = search.exempt(exempt, "");
    ASSERT_THAT(quoted, SizeIs(1));
    EXPECT_EQ(quoted[0].as, text::Mask::law);
    EXPECT_EQ(quoted[0].doc, 1U);
    EXPECT_NEAR(quoted[0].passage.b_from, 100, 4);
    EXPECT_NEAR(quoted[0].passage.b_to, 250, 4);
    EXPECT_THAT(search.in(segment, text::kLead), IsEmpty());
    EXPECT_EQ(search.masks()[0], 0);
    EXPECT_EQ(search.masks()[1075], static_cast<std::uint8_t>(text::Mask::law));
}

TEST_F(Searches, ATemplateIsExemptForItsInstitutionAlone) {
    auto const form = text(200);
    Exempt exempt;
    exempt.templates["own"] = std::make_shared<Segment const>(written({form}, 1, "template"));
    auto const segment = written({around(form.text)}, 1, "a");
    Search search;
    search.ask(around(form.text));
    EXPECT_THAT(search.exempt(exempt, "another"), IsEmpty());
    EXPECT_THAT(search.in(segment), SizeIs(1));
    search.ask(around(form.text));
    EXPECT_THAT(search.exempt(exempt, "own"), SizeIs(1));
    EXPECT_THAT(search.in(segment), IsEmpty());
}

TEST_F(Searches, ATextThatAllHaveIsFoundInTheEarliest) {
    std::vector<text::Folded> texts;
    auto const shared = text(400);
    for (int i = 0; i < 200; ++i) texts.push_back(around(shared.text));
    auto const segment = written(texts, 1, "a");
    Search search;
    search.ask(around(edited(shared.text, 10)));
    auto const found = search.in(segment);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(segment.id(found.front().doc), 1U);
    EXPECT_LE(found.size(), kEarliest);
}

TEST_F(Searches, EveryWayToCompareFindsTheSame) {
    std::vector<text::Folded> texts;
    for (int i = 0; i < 10; ++i) texts.push_back(text(3000));
    auto const segment = written(texts, 1, "a");
    auto const report = around(edited(texts[4].text.substr(100, 900), 25));
    auto const told = [&](text::Vector vector) {
        Search search(vector);
        search.ask(report);
        std::vector<std::tuple<std::size_t, std::uint32_t, std::uint32_t, double>> out;
        for (auto const& one : search.in(segment, text::kLead))
            for (auto const& passage : one.passages)
                out.emplace_back(one.doc, passage.a_from, passage.b_to, passage.score);
        return out;
    };
    auto const portable = told(text::Vector::portable);
    EXPECT_THAT(portable, SizeIs(1));
    EXPECT_EQ(told(text::best_vector()), portable);
}

}  // namespace
}  // namespace anping::forensics
