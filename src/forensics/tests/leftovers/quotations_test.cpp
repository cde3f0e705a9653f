// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/forensics/quotations.hpp>

#include "../house.hpp"
#include "reading.hpp"

namespace anping::forensics {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kLaw[] =
    "第一条　为了检验引用，制定本规定。\n"
    "第二条　生产单位应当在每年十二月前对储存装置进行检查，检查记录保存三年以上，不得涂改。\n"
    "第三条　违反前条规定的，处二万元以上五万元以下的罚款，并对主要负责人给予警告。\n";
constexpr char kFormer[] =
    "第一条　为了检验引用，制定本规定。\n"
    "第二条　生产单位应当在每年六月前对储存设施进行检查，检查记录保存一年以上，不得涂改。\n"
    "第三条　违反前条规定的，处一万元以上二万元以下的罚款，并对主要负责人给予警告。\n";

field::Date day(int year) { return *field::Date::of(year, 6, 1); }

LawLibrary library() {
    return LawLibrary({{"检验规定", day(2020), {}, kLaw}, {"检验规定", day(2010), day(2019), kFormer}});
}

// The quotation is the whole of `words` in the report, of so many characters of the edition from its first article's
// n-th.
std::vector<Finding> judged(std::string const& before, std::string const& words, std::size_t doc,
                            std::string const& of) {
    auto const report = read("依据如下。" + before + words + "以上为依据。");
    auto const head = text::fold("依据如下。" + before).text.size();
    auto const law = text::fold(doc == 0 ? kLaw : kFormer).text;
    auto const part = text::fold(of).text;
    auto const at = law.find(part);
    EXPECT_NE(at, std::u16string::npos);
    Quoted quoted;
    quoted.as = text::Mask::law;
    quoted.doc = doc;
    auto const size = text::fold(words).text.size();
    auto const n = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
    quoted.passage = {n(head), n(head + size), n(at), n(at + part.size()), 0, 60};
    std::vector<Quoted> const all{quoted};
    return judge_quotations(report, all, library(), day(2024));
}

constexpr char kSecond[] = "生产单位应当在每年十二月前对储存装置进行检查，检查记录保存三年以上，不得涂改。";
constexpr char kThird[] = "违反前条规定的，处二万元以上五万元以下的罚款，并对主要负责人给予警告。";

TEST(Quotations, ThatSayWhatTheLawSaysAreNoFindings) {
    EXPECT_THAT(judged("《检验规定》第二条规定：", kSecond, 0, kSecond), IsEmpty());
    EXPECT_THAT(judged("《检验规定》第2条规定：",
                       "生产单位应当在每年12月前对储存装置进行检查，检查记录保存3年以上，不得涂改。", 0, kSecond),
                IsEmpty());
}

TEST(Quotations, WithAnotherNumberOrNegationAreMisquoted) {
    auto const found =
        judged("", "生产单位应当在每年十二月前对储存装置进行检查，检查记录保存五年以上，可以涂改。", 0, kSecond);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].detector, "quotations.misquoted");
    EXPECT_THAT(found[0].where, SizeIs(2));
    EXPECT_THAT(judged("", "违反前条规定的，处二万元以下五万元以下的罚款，并对主要负责人给予警告。", 0, kThird),
                SizeIs(1));
    EXPECT_THAT(judged("", "违反上条规定的，处二万元以上五万元以下罚款，并对主要负责人给予警告。", 0, kThird),
                IsEmpty());
}

TEST(Quotations, OfAFormerEditionAreRepealed) {
    char const* const words = "生产单位应当在每年六月前对储存设施进行检查，检查记录保存一年以上，不得涂改。";
    auto const found = judged("", words, 1, words);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].detector, "quotations.repealed");
}

TEST(Quotations, ThatReadTheSameInBothEditionsAreOfTheOneInForce) {
    char const* const words = "为了检验引用，制定本规定。";
    EXPECT_THAT(judged("", words, 1, words), IsEmpty());
}

TEST(Quotations, UnderAnotherArticlesNumberAreFound) {
    auto const found = judged("《检验规定》第十二条规定：", kThird, 0, kThird);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].detector, "quotations.article");
    EXPECT_THAT(found[0].words, ::testing::HasSubstr("第3条"));
}

TEST(Quotations, KnowTheirArticleInTextsWithMarks) {
    LawLibrary const laws(
        {{"法", {}, {}, "# 法\n## 第一章　总则\n**第一条**　甲乙丙丁。\n\n**第一条之二**　戊己庚辛。\n"}});
    auto const law = text::fold(laws.edition(0).text).text;
    auto const at = static_cast<std::uint32_t>(law.find(u"戊己"));
    auto const found = laws.articles(0, laws.place(0, at, at + 4));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(to_string(found[0]), "第1条之2");
}

// What a search finds is what is judged: its places are those the library counts in.
TEST_F(Directory, QuotationsFoundBySearchAreJudged) {
    std::string const law =
        "第一条　为了检验引用，防止报告抄错条文，保障人民群众生命和财产安全，制定本规定。\n"
        "第二条　生产单位应当在每年十二月前对储存装置进行检查，检查记录保存三年以上，并由主要负责人签字，不得涂改。\n"
        "第三条　违反前条规定的，责令限期改正，处二万元以上五万元以下的罚款；逾期未改正的，责令停产整顿。\n";
    LawLibrary const laws({{"检验规定", {}, {}, law}});
    Exempt exempt;
    exempt.laws = std::make_shared<Segment const>(written({text::fold(law)}, 1, "laws"));
    auto const report = read(
        "根据《检验规定》第二条，生产单位应当在每年十二月前对储存装置进行检查，检查记录保存二年以上，并由主要负责人签字"
        "，"
        "不得涂改。现场检查符合。");
    Search search;
    search.ask(report.folded);
    auto const quoted = search.exempt(exempt, "");
    ASSERT_THAT(quoted, SizeIs(1));
    auto const found = judge_quotations(report, quoted, laws, day(2024));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].detector, "quotations.misquoted");
    ASSERT_THAT(found[0].where, SizeIs(1));
    EXPECT_EQ(to_string(law_of(report, quoted[0], laws, {}).articles.at(0)), "第2条");
}

// An article that was put in since has moved those after it.
TEST_F(Directory, AFormerEditionNamedAsSuchHasItsOwnNumbers) {
    std::string const second =
        "生产单位应当在每年十二月前对储存装置进行检查，检查记录保存三年以上，并由主要负责人签字，不得涂改。\n";
    std::string const third =
        "违反前条规定的，责令限期改正，处二万元以上五万元以下的罚款；逾期未改正的，责令停产整顿。\n";
    auto const former = "第一条　" + second + "第二条　" + third;
    auto const now =
        "第一条　" + second + "第二条　仓储单位应当把各类物品的数量报给所在地的管理部门。\n第三条　" + third;
    LawLibrary const laws({{"检验规定", day(2020), {}, now}, {"检验规定", day(2010), day(2019), former}});
    Exempt exempt;
    exempt.laws = std::make_shared<Segment const>(written({text::fold(now), text::fold(former)}, 1, "laws"));
    auto const found = [&](std::string const& lead) {
        auto const report = read(lead + "《检验规定》第二条规定：" + third + "现场检查符合。");
        Search search;
        search.ask(report.folded);
        return judge_quotations(report, search.exempt(exempt, ""), laws, day(2024));
    };
    EXPECT_THAT(found("原"), IsEmpty());
    EXPECT_THAT(found("根据"), SizeIs(1));
}

}  // namespace
}  // namespace anping::forensics
