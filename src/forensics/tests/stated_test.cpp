// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/forensics/photo_findings.hpp>

#include "../stated_line.hpp"

namespace anping::forensics {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

field::Date const kDay = *field::Date::of(2026, 3, 5);  // a Thursday

std::vector<field::Date> days(char const* line) { return said_in(line).days; }
std::vector<std::string> times(char const* line) { return said_in(line).times; }
Stated stated(std::vector<std::string> const& lines, std::int64_t confidence = 93) {
    std::vector<picture::StripLine> out;
    for (auto const& line : lines) out.push_back({0, line, confidence});
    return stated_by(out);
}
std::optional<field::Date> day_on(std::vector<std::string> const& lines) {
    auto const out = stated(lines).day;
    return out ? std::optional(out->day) : std::nullopt;
}

TEST(LineOfAStamp, SaysItsDayHoweverItIsWritten) {
    for (char const* line : {"2026-03-05", "2026.03.05", "2026/3/5", "2026年3月5日", "2026年03月05日 星期四",
                             "时间：2026-03-05 09:42", "２０２６－０３－０５", "2026．03．05", "2026／03／05",
                             "2026—03—05", "2026 - 03 - 05", "2026 年 3 月 5 日", "09:42|2026-03-05"})
        EXPECT_THAT(days(line), ElementsAre(kDay)) << line;
}

TEST(LineOfAStamp, SaysItsDayWhenAFigureWasReadAsTheLetterThatLooksLikeIt) {
    for (char const* line : {"2O26-03-05", "2026-O3-O5", "2026一03一05", "2 026-03-05", "2026-0 3-05", "2026年3月5曰"})
        EXPECT_THAT(days(line), ElementsAre(kDay)) << line;
    EXPECT_THAT(days("2026-l1-l1"), ElementsAre(*field::Date::of(2026, 11, 11)));
    EXPECT_THAT(days("2O26-O3-O5"), IsEmpty()) << "too much of it is guessed";
}

TEST(LineOfAStamp, SaysItsDayAndTimeWhenTheBlankBetweenThemIsLost) {
    EXPECT_THAT(days("2026-03-0509:42"), ElementsAre(kDay));
    EXPECT_THAT(times("2026-03-0509:42"), ElementsAre("09:42"));
    EXPECT_THAT(times("2026年3月5日09:42:07"), ElementsAre("09:42:07"));
    EXPECT_THAT(days("2026-3-509:42"), IsEmpty()) << "the 5th or the 50th";
    EXPECT_THAT(days("2026-3-109:42"), IsEmpty()) << "the 1st or the 10th";
}

TEST(LineOfAStamp, SaysNoDayWhereThereIsNoneOrItMayBeAnother) {
    for (char const* line : {"",
                             "2026-13-05",
                             "2026-02-30",
                             "2026-00-05",
                             "1999-03-05",
                             "2126-03-05",
                             "26-03-05",
                             "03-05-2026",
                             "05/03/2026",
                             "2026-03",
                             "2026年3月",
                             "2026年3月5",
                             "2026年3月58",
                             "2026-03.05",
                             "2026-03-0512",
                             "2026-03-05-01",
                             "12026-03-05",
                             "1.2026-03-05",
                             "20260305",
                             "电话0991-2026305",
                             "2026-S3-05",
                             "T-204",
                             "202-03-05"})
        EXPECT_THAT(days(line), IsEmpty()) << line;
}

TEST(LineOfAStamp, SaysATimeOfDay) {
    EXPECT_THAT(times("09:42"), ElementsAre("09:42"));
    EXPECT_THAT(times("14：20 2025/09/30"), ElementsAre("14:20"));
    EXPECT_THAT(times("2026-03-05 9:42"), ElementsAre("09:42"));
    EXPECT_THAT(times("14时20分"), ElementsAre("14:20"));
    EXPECT_THAT(times("1O:3l"), ElementsAre("10:31"));
    for (char const* line : {"24:00", "12:60", "1:50", "12:345", "112:30", "12:3"})
        EXPECT_THAT(times(line), IsEmpty()) << line;
}

TEST(LineOfAStamp, SaysItsDayOfTheWeek) {
    EXPECT_THAT(said_in("2026-03-05 星期四").weekdays, ElementsAre(4));
    EXPECT_THAT(said_in("周日").weekdays, ElementsAre(7));
    EXPECT_THAT(said_in("星期天").weekdays, ElementsAre(7));
    EXPECT_THAT(said_in("厂区周边环境").weekdays, IsEmpty());
}

TEST(LineOfAStamp, SaysAPositionInDegreesOrMinutes) {
    for (char const* line : {"东经87.61 北纬43.82", "东经：87.61° 北纬：43.82°", "E:87.61 N:43.82", "E87.61°,N43.82°",
                             "87.61°E 43.82°N", "N43.82 E87.61", "经度87.61 纬度43.82", "经纬度：87.61,43.82",
                             "经纬度：43.82,87.61", "东经８７．６１，北纬４３．８２", "Lat:43.82 Lng:87.61"}) {
        auto const position = stated({line}).position;
        ASSERT_TRUE(position) << line;
        EXPECT_DOUBLE_EQ(position->latitude, 43.82) << line;
        EXPECT_DOUBLE_EQ(position->longitude, 87.61) << line;
        EXPECT_NEAR(position->metres, 1113, 1) << line;
    }
    for (char const* line :
         {"东经87°36′36″ 北纬43°49′12″", "E87°36'36\" N43°49'12\"", "东经87度36分36秒 北纬43度49分12秒",
          "87°36'36''E 43°49'12''N", "东经87° 36.6′ 北纬43° 49.2′"}) {
        auto const position = stated({line}).position;
        ASSERT_TRUE(position) << line;
        EXPECT_NEAR(position->latitude, 43.82, 1e-9) << line;
        EXPECT_NEAR(position->longitude, 87.61, 1e-9) << line;
        EXPECT_LT(position->metres, 200) << line;
    }
    EXPECT_TRUE(stated({"经度：87.612345", "纬度：43.823456"}).position) << "one under the other";
}

TEST(LineOfAStamp, SaysNoPositionThatIsHalfRoughUnnamedOrAbroad) {
    for (char const* line : {"东经87.61", "东经87.6 北纬43.8", "东经87° 北纬43°", "87.61 43.82", "东经8.61 北纬43.82",
                             "东经187.61 北纬43.82", "东经87.61 北纬63.82", "东经87.61.2 北纬43.82", "海拔：781.25米",
                             "东经87.61 北纬43.82 北纬43.92", "东经-87.61 北纬43.82"})
        EXPECT_FALSE(stated({line}).position) << line;
}

TEST(Stamp, StatesADayThatStandsWithATimeADayOfTheWeekOrAPosition) {
    EXPECT_EQ(day_on({"2026-03-05 09:42", "多云 12℃"}), kDay);
    EXPECT_EQ(day_on({"09:42", "2026.03.05"}), kDay);
    EXPECT_EQ(day_on({"2026年3月5日 星期四"}), kDay);
    EXPECT_EQ(day_on({"2026-03-05", "东经87.61 北纬43.82"}), kDay);
    EXPECT_EQ(stated({"2026-03-05 09:42"}).day->time, "09:42");
    EXPECT_EQ(day_on({"2026-03-05"}), std::nullopt) << "so does a certificate";
}

TEST(Stamp, StatesNoDayThatItContradictsOrThatIsOfSomethingElse) {
    EXPECT_EQ(day_on({"2026-03-05 星期五 09:42"}), std::nullopt) << "it was a Thursday";
    EXPECT_EQ(day_on({"2026-03-05 09:42", "2026-03-06"}), std::nullopt);
    EXPECT_EQ(day_on({"2026-03-05 09:42", "2026/3/5"}), kDay) << "one day, twice";
    EXPECT_EQ(day_on({"有效期至2026-03-05 09:42"}), std::nullopt);
    EXPECT_EQ(day_on({"出厂日期 2026-03-05", "09:42"}), std::nullopt);
    auto const two = stated_by({{0, "2026-03-05 09:42", 90}, {1, "2026-03-06 09:42", 90}});
    EXPECT_EQ(two.day, std::nullopt) << "a photo handed in twice bears two";
}

TEST(Stamp, IsAsSureAsTheLineItIsReadFrom) {
    auto const both =
        stated_by({{0, "2026-03-05 09:42", 88}, {0, "多云", 31}, {0, "东经87.61", 95}, {0, "北纬43.82", 71}});
    EXPECT_EQ(both.day->confidence, 88);
    EXPECT_EQ(both.position->confidence, 71);
    EXPECT_EQ(stated_by({{0, "2026-03-05 09:42", 60}, {2, "2026-03-05 09:42", 92}}).day->confidence, 92);
}

Photo photo() {
    Photo out;
    out.name = "第12页图3";
    return out;
}
Visit visit() { return {43.8201, 87.6102, 3000, field::Date::of(2026, 3, 4), field::Date::of(2026, 3, 6)}; }
std::string fact(Finding const& finding, std::string const& name) {
    for (auto const& one : finding.facts)
        if (one.name == name) return one.value;
    return "";
}

TEST(StampJudgement, OfAnotherDayIsALeadWithWhatWasReadAndHowSurely) {
    EXPECT_THAT(judge_stamp(photo(), stated({"2026-03-05 09:42"}), visit(), 85), IsEmpty());
    auto const found = judge_stamp(photo(), stated({"2025-11-08 15:06"}), visit(), 85);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].detector, "photos.stamped_day");
    EXPECT_EQ(found[0].strength, Strength::lead);
    EXPECT_EQ(
        found[0].words,
        "照片“第12页图3”的水印所写日期为2025-11-08，不在现场工作日期（2026-03-04至2026-03-06）之内（文字由机器识别）");
    EXPECT_EQ(fact(found[0], "stamped_at"), "2025-11-08 15:06");
    EXPECT_EQ(fact(found[0], "stamp_confidence"), "93%");
    EXPECT_EQ(fact(found[0], "visit"), "2026-03-04至2026-03-06");
}

TEST(StampJudgement, ReadWithTooLittleConfidenceIsNothing) {
    EXPECT_THAT(judge_stamp(photo(), stated({"2025-11-08 15:06 东经88.61 北纬43.82"}, 84), visit(), 85), IsEmpty());
    EXPECT_THAT(judge_stamp(photo(), stated({"2025-11-08 15:06 东经88.61 北纬43.82"}, 85), visit(), 85), SizeIs(2));
}

TEST(StampJudgement, WithoutAVisitAccusesNobody) {
    EXPECT_THAT(judge_stamp(photo(), stated({"2025-11-08 15:06 东经88.61 北纬43.82"}), {}, 85), IsEmpty());
}

TEST(StampJudgement, FarFromTheSiteIsALeadAndWithinWhatItsLastFigureLeavesOpenIsNot) {
    auto const far = judge_stamp(photo(), stated({"东经88.61 北纬43.82"}), visit(), 85);
    ASSERT_THAT(far, SizeIs(1));
    EXPECT_EQ(far[0].detector, "photos.stamped_elsewhere");
    EXPECT_THAT(far[0].words, ::testing::HasSubstr("的水印所写位置距现场约80.2公里"));
    EXPECT_EQ(fact(far[0], "stamped_position"), "43.820000,88.610000");
    EXPECT_EQ(fact(far[0], "site_position"), "43.820100,87.610200");
    // 3.2 kilometres from it.
    EXPECT_THAT(judge_stamp(photo(), stated({"东经87.65 北纬43.82"}), visit(), 85), IsEmpty());
    EXPECT_THAT(judge_stamp(photo(), stated({"东经87.6500 北纬43.8200"}), visit(), 85), SizeIs(1));
}

TEST(StampJudgement, AndItsFileWithDaysThatAreNotOneContradictEachOther) {
    auto one = photo();
    one.taken_at = "2026-03-05T09:42:00";
    auto const apart = judge_stamp(one, stated({"2026-02-05 09:42"}), {}, 85);
    ASSERT_THAT(apart, SizeIs(1));
    EXPECT_EQ(apart[0].detector, "photos.stamp_differs");
    EXPECT_EQ(apart[0].words,
              "照片“第12页图3”的水印所写日期为2026-02-05，照片文件记录的却是2026-03-05（水印文字由机器识别）");
    EXPECT_EQ(fact(apart[0], "taken_at"), "2026-03-05T09:42:00");
    EXPECT_THAT(judge_stamp(one, stated({"2026-03-06 01:42"}), {}, 85), IsEmpty()) << "a time zone";
}

TEST(StampJudgement, AddsNothingToWhatTheFileAlreadySays) {
    auto one = photo();
    one.taken_at = "2025-11-08T15:06:12";
    one.latitude = "43.82";
    one.longitude = "88.61";
    EXPECT_THAT(judge_claims(one, visit()), SizeIs(2));
    EXPECT_THAT(judge_stamp(one, stated({"2025-11-08 15:06 东经88.61 北纬43.82"}), visit(), 85), IsEmpty());
}

}  // namespace
}  // namespace anping::forensics
