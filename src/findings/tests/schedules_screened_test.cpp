// SPDX-License-Identifier: Apache-2.0
// Acts of several projects through the screener.
#include <fstream>

#include <anping/base/json.hpp>

#include "screening_scene.hpp"

namespace anping::findings {
namespace {

using access::Role;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class SchedulesScreened : public testing::Screenings {
protected:
    SchedulesScreened() { house.practice.clock.set(practice::testing::at("2026-04-20T09:00:00+08:00")); }

    testing::House::Author const far = [this] {
        auto out = ours;
        out.enterprise = house.practice.add_enterprise("91652323MA7775Q975", "乌苏化工", "654202");
        return out;
    }();

    struct Spot {
        char const* latitude;
        char const* longitude;
    };
    static constexpr Spot kChangji{"44.01", "87.30"}, kWusu{"44.43", "84.67"};

    practice::ProjectId visited(testing::House::Author const& who, Spot const& spot, char const* from,
                                char const* until, std::vector<registry::PersonId> members = {}) {
        auto const project = house.open(who, spot.longitude == kWusu.longitude ? "654202" : "652301");
        auto in = house.practice.survey(from, until);
        in.members = members.empty() ? who.people : std::move(members);
        in.latitude = {spot.latitude};
        in.longitude = {spot.longitude};
        house.practice.done(who.leader, house.practice.service.record_survey(who.leader, project, in));
        return project;
    }
    practice::ReportId file(testing::House::Author const& who, practice::ProjectId const& project) {
        return house.file(who, project, house.original(400));
    }
    // Of a report whose table says what instrument measured when.
    vault::Document measured(std::string const& day, std::string const& serial) {
        vault::Document out;
        out.text = house.original(300) + "\n表3 接地电阻检测结果\n检测日期：" + day + " 仪器编号：" + serial + "\n";
        vault::TextTable table;
        auto at = points(out.text);
        for (auto const* row : {"序号\t检测点\t接地电阻 实测值（Ω）", "1\t罐区东\t1.37", "2\t罐区西\t1.52",
                                "3\t泵房\t1.41", "4\t配电室\t1.66", "5\t装卸台\t1.29"}) {
            std::vector<vault::TableCell> cells;
            std::string cell;
            for (auto const one : std::string(row) + "\t") {
                if (one != '\t') {
                    cell += one;
                    continue;
                }
                auto const length = points(cell);
                cells.push_back({at, at + length});
                at += length + 1;
                cell.clear();
            }
            table.rows.push_back(std::move(cells));
            out.text += std::string(row) + "\n";
        }
        out.tables.push_back(std::move(table));
        return out;
    }
    static std::uint32_t points(std::string const& utf8) {
        return static_cast<std::uint32_t>(std::ranges::count_if(utf8, [](char one) { return (one & 0xC0) != 0x80; }));
    }

    std::vector<FindingView> seen(practice::ReportId const& report, access::Principal const& who) {
        auto lease = house.practice.pool.lease();
        std::vector<FindingView> out;
        auto const view = service.screening(*lease, who, report).value();
        for (auto const& one : view.findings)
            if (one.detector.starts_with("schedules.")) out.push_back(service.finding(*lease, who, one.id).value());
        return out;
    }
    std::vector<FindingView> seen(practice::ReportId const& report) { return seen(report, province); }
    access::Principal const province = house.practice.of_bureau(Role::clerk, "650000", "A-province");
};

TEST_P(SchedulesScreened, ATeamInTwoPlacesAtOnceIsOneFindingWithBothActs) {
    auto const near = visited(ours, kChangji, "2026-03-23T09:00:00+08:00", "2026-03-23T17:00:00+08:00");
    visited(far, kWusu, "2026-03-23T10:00:00+08:00", "2026-03-23T16:00:00+08:00");
    auto const report = file(ours, near);
    screen_all();
    auto const all = seen(report);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].summary.detector, "schedules.two_places");
    EXPECT_EQ(all[0].summary.detector_name, "同一人员或者仪器同时在两处");
    ASSERT_TRUE(all[0].exhibit);
    ASSERT_THAT(all[0].exhibit->acts, SizeIs(2));
    auto const& [own, other] = std::tie(all[0].exhibit->acts[0], all[0].exhibit->acts[1]);
    EXPECT_THAT(own.who, ::testing::ElementsAre("王组长", "赵评价", "孙评价"));
    EXPECT_EQ(own.site, "昌吉化工");
    EXPECT_EQ(own.spot, "甲醇罐区");
    EXPECT_EQ(own.report, report);
    EXPECT_EQ(other.site, "乌苏化工");
    EXPECT_THAT(other.place, HasSubstr("乌苏市"));
    EXPECT_EQ(other.report, std::nullopt) << "none is filed there yet";
}

TEST_P(SchedulesScreened, NoNameOfAPersonIsKeptInLedgerOrVault) {
    auto const near = visited(ours, kChangji, "2026-03-23T09:00:00+08:00", "2026-03-23T17:00:00+08:00");
    visited(far, kWusu, "2026-03-23T10:00:00+08:00", "2026-03-23T16:00:00+08:00");
    auto const report = file(ours, near);
    screen_all();
    auto lease = house.practice.pool.lease();
    auto const body = lease->scalar<std::string>("SELECT body FROM findings_finding WHERE report = :report", {report});
    EXPECT_THAT(body, HasSubstr(ours.people[0].text));
    EXPECT_THAT(body, Not(HasSubstr("王组长")));
    auto const exhibit = from_trusted_json<FindingRaised>(json::parse(body)).exhibit.value();
    std::ifstream file(house.practice.vault.path_of(exhibit).value());
    std::string const kept((std::istreambuf_iterator<char>(file)), {});
    EXPECT_THAT(kept, HasSubstr(ours.people[0].text));
    EXPECT_THAT(kept, Not(HasSubstr("王组长")));
}

TEST_P(SchedulesScreened, WhoeverHasTimeForTheWayIsNotAskedAbout) {
    auto const near = visited(ours, kChangji, "2026-03-23T09:00:00+08:00", "2026-03-23T12:00:00+08:00");
    visited(far, kWusu, "2026-03-24T10:00:00+08:00", "2026-03-24T16:00:00+08:00");
    auto const report = file(ours, near);
    screen_all();
    EXPECT_THAT(seen(report), IsEmpty());
}

TEST_P(SchedulesScreened, OnePersonUnderTwoInstitutionsIsKnownByTheCertificate) {
    auto const certified = [&](registry::InstitutionId const& of, registry::PersonId const& person) {
        registry::RecordCredential in;
        in.person = person;
        in.specialty = {"化工工艺"};
        in.number = {"S011032000110192001234"};
        auto const done = house.practice.act(province, house.practice.registry.record_credential(of, in));
        ASSERT_TRUE(done) << done.error().text;
    };
    certified(house.practice.institution, ours.people[1]);
    certified({theirs.leader.unit}, theirs.people[1]);
    auto other = theirs;
    other.enterprise = far.enterprise;
    visited(other, kWusu, "2026-03-23T10:00:00+08:00", "2026-03-23T16:00:00+08:00", {theirs.people[1]});
    auto const near =
        visited(ours, kChangji, "2026-03-23T09:00:00+08:00", "2026-03-23T17:00:00+08:00", {ours.people[1]});
    auto const report = file(ours, near);
    screen_all();
    auto const officer = seen(report);
    ASSERT_THAT(officer, SizeIs(1));
    EXPECT_THAT(officer[0].summary.words, HasSubstr("证书编号 S011032000110192001234"));
    EXPECT_EQ(officer[0].exhibit->acts[1].institution_name, "天池安评");
    EXPECT_EQ(officer[0].exhibit->acts[1].site, "乌苏化工");

    auto const institution = seen(report, ours.leader);
    ASSERT_THAT(institution, SizeIs(1));
    auto const& [own, hidden] = std::tie(institution[0].exhibit->acts[0], institution[0].exhibit->acts[1]);
    EXPECT_EQ(own.site, "昌吉化工");
    EXPECT_EQ(own.institution_name, "天山安评");
    EXPECT_EQ(hidden.institution_name + hidden.site + hidden.spot, "");
    EXPECT_EQ(hidden.project, std::nullopt);
    EXPECT_EQ(hidden.latitude, "44.4");
}

TEST_P(SchedulesScreened, AnInstrumentOfTwoReportsOnOneDayFarApartIsTold) {
    auto const first = visited(far, kWusu, "2026-03-20T10:00:00+08:00", "2026-03-20T12:00:00+08:00");
    house.file(far, first, measured("2026年3月5日", "ZC-29B/0415"));
    auto own = ours;
    own.enterprise = house.practice.add_enterprise("91620102MADEM0337A", "武进化工", "320412");
    auto const second = visited(own, {"31.70", "119.90"}, "2026-03-24T10:00:00+08:00", "2026-03-24T12:00:00+08:00");
    auto const report = house.file(own, second, measured("2026年3月5日", "zc-29b/0415"));
    screen_all();
    auto const all = seen(report);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].summary.detector, "schedules.same_day");
    EXPECT_THAT(all[0].summary.words, HasSubstr("仪器"));

    auto const asked = house.practice.act(house.practice.county(), service.ask_screening(report, {{"再查一次"}}));
    ASSERT_TRUE(asked) << asked.error().text;
    screen_all();
    EXPECT_THAT(seen(report), SizeIs(1)) << "what it said before is not held against it";
}

INSTANTIATE_TEST_SUITE_P(Everywhere, SchedulesScreened, ::testing::ValuesIn(db::scratch_backends()), db::BackendName());

}  // namespace
}  // namespace anping::findings
