// SPDX-License-Identifier: Apache-2.0
#include "../schedule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

namespace anping::findings {
namespace {

using forensics::Strength;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Timestamp at(std::string const& beijing) { return parse_timestamp(beijing + ":00+08:00").value(); }

class Schedule : public ::testing::Test {
protected:
    Schedule() {
        report.id = {"BG-1"};
        report.project = {"P-1"};
    }
    KnownAct act(std::string const& who, std::string const& project, std::string const& from,
                 std::string const& until) {
        KnownAct out;
        out.who = who;
        out.subject = "人员编号 " + who;
        out.from = at(from);
        out.to = at(until);
        out.spot = "罐区";
        out.project = {project};
        out.enterprise = {"E-" + project};
        out.institution = {"J-1"};
        out.entry = project == "P-1" ? 10 : 20;
        bool const here = project == "P-1";
        out.region = {here ? "652301" : "654202"};
        out.latitude = here ? "44.01" : "44.43";
        out.longitude = here ? "87.30" : "84.67";
        return out;
    }
    std::vector<Compared::Found> found(std::vector<KnownAct> const& acts) {
        return conflicts(acts, report, settings.travel, whose);
    }
    static std::string fact(Compared::Found const& found, std::string const& name) {
        for (auto const& one : found.finding.facts)
            if (one.name == name) return one.value;
        return {};
    }

    practice::FiledReport report;
    ScheduleSettings settings;
    Whose whose{[](field::RegionCode const& code) { return code.digits == "652301" ? "昌吉市" : "乌苏市"; },
                [](practice::ProjectId const& id) -> std::optional<practice::ReportId> {
                    return practice::ReportId{"BG-of-" + id.text};
                }};
};

TEST_F(Schedule, SomebodyInTwoPlacesAtOnceIsAFindingWithBothActsTheEarlierFirst) {
    auto const all = found({act("R-1", "P-1", "2026-03-23T10:00", "2026-03-23T15:00"),
                            act("R-1", "P-2", "2026-03-23T09:00", "2026-03-23T12:00")});
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].finding.detector, "schedules.two_places");
    EXPECT_EQ(all[0].finding.strength, Strength::suspected);
    EXPECT_EQ(all[0].finding.words,
              "人员编号 R-1：2026-03-23 09:00—12:00 在乌苏市现场勘验，2026-03-23 10:00—15:00 "
              "在昌吉市现场勘验，两处时间重叠 2.0 小时，直线相距 214.7 公里，需说明。");
    ASSERT_TRUE(all[0].exhibit);
    ASSERT_THAT(all[0].exhibit->acts, SizeIs(2));
    auto const& [first, second] = std::tie(all[0].exhibit->acts[0], all[0].exhibit->acts[1]);
    EXPECT_EQ(first.project->text, "P-2");
    EXPECT_EQ(first.report->text, "BG-of-P-2");
    EXPECT_EQ(second.report->text, "BG-1");
    EXPECT_THAT(first.who, ElementsAre("R-1"));
    EXPECT_EQ(second.place, "昌吉市");
    EXPECT_EQ(second.site, "E-P-1");
}

TEST_F(Schedule, WhoeverWentTogetherIsOneFinding) {
    std::vector<KnownAct> acts;
    for (auto const* who : {"R-1", "R-2"})
        for (auto const* project : {"P-1", "P-2"})
            acts.push_back(act(who, project, "2026-03-23T10:00", "2026-03-23T15:00"));
    auto const all = found(acts);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_THAT(all[0].finding.words, HasSubstr("人员编号 R-1 等 2 人"));
    EXPECT_THAT(all[0].exhibit->acts[0].who, ElementsAre("R-1", "R-2"));
}

TEST_F(Schedule, AWayThatTakesLongerThanTheTimeBetweenIsToldWithTheSpeedItNeeds) {
    auto const all = found({act("R-1", "P-1", "2026-03-23T10:00", "2026-03-23T12:00"),
                            act("R-1", "P-2", "2026-03-23T13:00", "2026-03-23T15:00")});
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].finding.detector, "schedules.travel");
    EXPECT_EQ(fact(all[0], "kmh_needed"), "279");
    EXPECT_EQ(fact(all[0], "hours_between"), "1.0");
    EXPECT_EQ(fact(all[0], "hours_needed"), "2.8");
}

TEST_F(Schedule, TheSpeedOfTheBookDecides) {
    auto const acts = {act("R-1", "P-1", "2026-03-23T10:00", "2026-03-23T12:00"),
                       act("R-1", "P-2", "2026-03-23T14:45", "2026-03-23T15:00")};
    EXPECT_THAT(found(acts), IsEmpty());
    json::object const slower{{"items", {{{"code", "travel.road_kmh"}, {"name", "时速"}, {"value", 60}}}}};
    settings = schedule_settings(&slower);
    EXPECT_THAT(found(acts), SizeIs(1));
}

TEST_F(Schedule, TheNationalBookSaysWhatForensicsTakesWhereItIsNotTold) {
    settings = schedule_settings(nullptr);
    EXPECT_EQ(settings.travel.road_kmh, forensics::Travel().road_kmh);
    EXPECT_EQ(settings.output.q, forensics::OutputSettings().q);
}

TEST_F(Schedule, ActsOfOthersAmongThemselvesAreNotThisReports) {
    EXPECT_THAT(found({act("R-1", "P-2", "2026-03-23T10:00", "2026-03-23T15:00"),
                       act("R-1", "P-3", "2026-03-23T10:00", "2026-03-23T15:00")}),
                IsEmpty());
}

TEST_F(Schedule, TwoProjectsAtOnePlantGoTogether) {
    auto one = act("R-1", "P-1", "2026-03-23T10:00", "2026-03-23T15:00");
    auto other = act("R-1", "P-2", "2026-03-23T10:00", "2026-03-23T15:00");
    other.enterprise = one.enterprise;
    EXPECT_THAT(found({one, other}), IsEmpty());
}

TEST_F(Schedule, WithoutAPositionOnlyAnOverlapFarApartIsAskedAbout) {
    auto one = act("R-1", "P-1", "2026-03-23T10:00", "2026-03-23T12:00");
    auto later = act("R-1", "P-2", "2026-03-23T12:30", "2026-03-23T15:00");
    later.latitude = later.longitude = "";
    EXPECT_THAT(found({one, later}), IsEmpty());
    later.from = at("2026-03-23T11:00");
    auto const all = found({one, later});
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].finding.strength, Strength::lead);
    EXPECT_EQ(fact(all[0], "km"), "");
}

TEST_F(Schedule, APositionThatIsNoNumberIsNone) {
    auto one = act("R-1", "P-1", "2026-03-23T10:00", "2026-03-23T12:00");
    auto other = act("R-1", "P-2", "2026-03-23T12:30", "2026-03-23T15:00");
    other.latitude = "北纬四十四度";
    EXPECT_THAT(found({one, other}), IsEmpty());
}

TEST_F(Schedule, AnInstrumentUsedFarApartOnOneDayIsALead) {
    std::vector<KnownAct> acts;
    for (auto const* project : {"P-1", "P-2"}) {
        auto one = act("ZC-29B/0415", project, "2026-03-05T00:00", "2026-03-06T00:00");
        one.of = forensics::SubjectKind::instrument;
        one.subject = "仪器 ZC-29B/0415";
        one.kind = forensics::ActKind::test;
        one.by_day = true;
        if (project == std::string("P-2")) one.latitude = "31.70", one.longitude = "119.90";
        acts.push_back(one);
    }
    auto const all = found(acts);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].finding.detector, "schedules.same_day");
    EXPECT_THAT(all[0].finding.words, HasSubstr("仪器 ZC-29B/0415：2026-03-05 在"));
    EXPECT_EQ(fact(all[0], "person"), "");
}

TEST_F(Schedule, MoreSiteDaysThanDaysAreToldWithTheReportTheyEndIn) {
    std::vector<KnownAct> acts;
    for (int day = 1; day <= 25; ++day)
        for (auto const* project : {"P-1", "P-2", "P-3"})
            acts.push_back(
                act("R-1", project, fmt::format("2026-03-{:02}T08:00", day), fmt::format("2026-03-{:02}T18:00", day)));
    acts.push_back(act("R-1", "P-1", "2026-03-26T08:00", "2026-03-26T18:00"));
    auto const all = too_many_days(acts, report, settings.site_days);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].finding.detector, "schedules.site_days");
    EXPECT_EQ(fact(all[0], "person"), "R-1");
    EXPECT_TRUE(all[0].exhibit && all[0].exhibit->plot);
    practice::FiledReport other;
    other.project = {"P-2"};
    EXPECT_THAT(too_many_days(acts, other, settings.site_days), IsEmpty());
}

TEST_F(Schedule, AnAuthorWhoseMonthStandsOutIsToldInTheReportsThatAreTheirs) {
    Authors authors;
    for (int i = 0; i < 60; ++i) authors.all.push_back({fmt::format("R-{}", i), 2026 * 12 + 2, 1 + i % 3});
    authors.all.push_back({"R-90", 2026 * 12 + 2, 30});
    authors.own = {{"R-90", "证书编号 S0001"}, {"R-1", "人员编号 R-1"}};
    auto const all = too_much_output(authors, settings.output);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_THAT(all[0].finding.words, ::testing::StartsWith("证书编号 S0001 2026 年 3 月签发报告 30 份"));
    EXPECT_EQ(fact(all[0], "person"), "R-90");
    authors.own.erase("R-90");
    EXPECT_THAT(too_much_output(authors, settings.output), IsEmpty());
}

}  // namespace
}  // namespace anping::findings
