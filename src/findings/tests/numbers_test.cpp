// SPDX-License-Identifier: Apache-2.0
// Series that stand in other reports, instruments and names of the registry: through the screener.
#include <filesystem>
#include <fstream>

#include <anping/forensics/decimal.hpp>

#include "screening_scene.hpp"

namespace anping::findings {
namespace {

using access::Role;
using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Steps = std::vector<std::int64_t>;

struct Table {
    std::string quantity = "接地电阻实测值(Ω)";
    Steps values;
};

std::int64_t points_in(std::string const& utf8) {
    return std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; });
}

class NumbersOfReports : public testing::Screenings {
protected:
    void starts_again() {
        screener.reset();
        screener = house.screener();
    }
    std::filesystem::path kept() const { return std::filesystem::path(house.practice.folder.path) / "corpus/series"; }

    Steps measured(std::size_t count = 20) {
        std::normal_distribution<double> draw(412, 40);
        Steps out;
        for (std::size_t i = 0; i < count; ++i) out.push_back(std::llround(draw(house.random)));
        return out;
    }
    vault::Document report(std::vector<Table> const& tables, std::string const& day = "2026年3月5日",
                           std::string const& serial = "") {
        vault::Document out;
        out.text = house.original(300);
        for (auto const& table : tables) {
            out.text += "\n检测结果\n检测日期：" + day + (serial.empty() ? "" : "，仪器编号：" + serial) + "\n";
            out.tables.push_back({0, {}});
            put_row(out, {"序号", "检测点", table.quantity});
            for (std::size_t i = 0; i < table.values.size(); ++i)
                put_row(out, {std::to_string(i + 1), house.original(4),
                              forensics::to_string(forensics::Decimal{table.values[i], 2})});
        }
        return out;
    }
    static void put_row(vault::Document& out, std::vector<std::string> const& row) {
        auto& cells = out.tables.back().rows.emplace_back();
        for (auto const& cell : row) {
            auto const from = static_cast<std::uint32_t>(points_in(out.text));
            out.text += cell + (cells.size() + 1 == row.size() ? "\n" : "\t");
            cells.push_back({from, from + static_cast<std::uint32_t>(points_in(cell))});
        }
    }
    practice::ReportId filed(testing::House::Author const& by, Steps const& values,
                             std::string const& day = "2026年3月5日") {
        return house.file(by, house.open(by), report({{.values = values}}, day));
    }
    std::vector<FindingView> found(practice::ReportId const& report, access::Principal const& who,
                                   std::string const& detector = "numbers.repeated_series") {
        auto lease = house.practice.pool.lease();
        std::vector<FindingView> out;
        auto const view = service.screening(*lease, who, report).value();
        for (auto const& one : view.findings)
            if (one.detector == detector) out.push_back(service.finding(*lease, who, one.id).value());
        return out;
    }
    std::vector<FindingView> found(practice::ReportId const& report) { return found(report, house.practice.county()); }
};

TEST_P(NumbersOfReports, ThatStandInAnEarlierReportAreToldWithBothSeriesAndItsSource) {
    auto const values = measured();
    auto const first = filed(theirs, values, "2025年9月1日");
    auto const second = filed(ours, values);
    screen_all();
    EXPECT_THAT(found(first), IsEmpty()) << "who was first copied nobody";
    auto const told = found(second);
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_EQ(told[0].summary.strength, forensics::Strength::established);
    ASSERT_TRUE(told[0].source);
    EXPECT_EQ(told[0].source->report, first);
    EXPECT_EQ(told[0].source->institution_name, "天池安评");
    ASSERT_TRUE(told[0].exhibit && told[0].exhibit->plot);
    auto const& plot = *told[0].exhibit->plot;
    EXPECT_EQ(plot.kind, "lines");
    ASSERT_THAT(plot.lines, SizeIs(2));
    EXPECT_EQ(plot.lines[0].values, plot.lines[1].values);
    EXPECT_THAT(plot.lines[0].values, SizeIs(20));
    EXPECT_THAT(told[0].where, SizeIs(20));
}

TEST_P(NumbersOfReports, AreToldToTheInstitutionWithoutWhoseTheOthersAre) {
    auto const values = measured();
    filed(theirs, values);
    auto const second = filed(ours, values);
    screen_all();
    auto const told = found(second, ours.leader);
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_EQ(told[0].source->institution_name, "");
    EXPECT_EQ(told[0].source->title, "");
    EXPECT_FALSE(told[0].source->project);
    EXPECT_THAT(told[0].facts,
                Each(::testing::Field(&forensics::Fact::name, ::testing::Not(::testing::StartsWith("other_")))));
    auto const to_officers = found(second);
    for (auto const& fact : to_officers[0].facts)
        EXPECT_TRUE(fact.value.find(house.practice.institution.text) == std::string::npos) << fact.name;
}

TEST_P(NumbersOfReports, ShiftedScaledOrInAnotherOrderAreToldToo) {
    auto const values = measured();
    filed(theirs, values);
    auto shifted = values, doubled = values, mixed = values;
    for (auto& one : shifted) one += 37;
    for (auto& one : doubled) one *= 2;
    std::ranges::shuffle(mixed, house.random);
    for (auto const& asked : {shifted, doubled, mixed}) {
        auto const report = filed(ours, asked);
        screen_all();
        auto const told = found(report);
        ASSERT_THAT(told, SizeIs(1));
        EXPECT_EQ(told[0].summary.strength, forensics::Strength::suspected);
        EXPECT_EQ(told[0].source->institution_name, "天池安评");
    }
}

TEST_P(NumbersOfReports, StatedAgainOfTheSameDayOrByAnotherEditionAreNoFinding) {
    auto const values = measured();
    auto const project = house.open(ours);
    house.file(ours, project, report({{.values = values}}, "2026年3月5日"));
    auto const edition = house.file(ours, project, report({{.values = values}}, "2026年3月6日"));
    auto const again = filed(ours, values, "2026年3月5日");
    screen_all();
    EXPECT_THAT(found(edition), IsEmpty());
    auto const told = found(again);
    ASSERT_THAT(told, SizeIs(1)) << "of the edition that says another day";
    EXPECT_EQ(told[0].summary.strength, forensics::Strength::lead);
    EXPECT_EQ(told[0].source->bond, forensics::Bond::carried_over);
}

TEST_P(NumbersOfReports, OneSourceIsOneFindingHoweverManySeriesStandInIt) {
    std::vector<Table> const tables{
        {"接地电阻实测值(Ω)", measured()}, {"壁厚实测值(mm)", measured()}, {"可燃气体浓度实测值(ppm)", measured()}};
    house.file(theirs, house.open(theirs), report(tables));
    house.file(theirs, house.open(theirs), report({tables[0]}, "2026年3月8日"));
    auto const copy = house.file(ours, house.open(ours), report(tables));
    screen_all();
    auto const told = found(copy);
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_THAT(told[0].where, SizeIs(60));
    EXPECT_NE(told[0].summary.words.find("还有 2 组"), std::string::npos);
    EXPECT_THAT(told[0].facts,
                ::testing::Contains(::testing::AllOf(::testing::Field(&forensics::Fact::name, "other_reports"),
                                                     ::testing::Field(&forensics::Fact::value, "1"))));
}

TEST_P(NumbersOfReports, OfVeryLongTablesAreToldByTheirFirstPlaces) {
    auto const values = measured(1200);
    filed(theirs, values);
    auto const copy = filed(ours, values);
    screen_all();
    auto const told = found(copy);
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_THAT(told[0].where, SizeIs(1000));
    EXPECT_THAT(told[0].exhibit->plot->lines.at(1).values, SizeIs(1000));
}

TEST_P(NumbersOfReports, ScreenedAgainAReportFindsNeitherItselfNorWhatWasFiledLater) {
    auto const values = measured();
    auto const first = filed(theirs, values);
    auto const second = filed(ours, values);
    screen_all();
    auto const size = std::filesystem::file_size(kept());
    for (auto const& report : {first, second})
        act(house.practice.county(), service.ask_screening(report, {{"补录了以前的报告"}}));
    screen_all();
    EXPECT_THAT(found(first), IsEmpty());
    EXPECT_THAT(found(second), SizeIs(1));
    EXPECT_EQ(std::filesystem::file_size(kept()), size) << "a reading is kept once";
}

TEST_P(NumbersOfReports, AreKeptOverAStart) {
    auto const values = measured();
    filed(theirs, values);
    screen_all();
    auto const size = std::filesystem::file_size(kept());
    starts_again();
    auto const second = filed(ours, values);
    screen_all();
    EXPECT_THAT(found(second), SizeIs(1));
    EXPECT_GT(std::filesystem::file_size(kept()), size) << "put behind what was there";
}

TEST_P(NumbersOfReports, ThatWereLostCutOffOrDamagedAreMeasuredAgain) {
    auto const values = measured();
    filed(theirs, values);
    screen_all();
    auto const size = std::filesystem::file_size(kept());
    auto const change = [&](std::uintmax_t at) {
        std::fstream file(kept(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(at));
        file.put('\x7f');
    };
    std::vector<std::function<void()>> const harms{
        [&] { std::filesystem::remove(kept()); }, [&] { std::filesystem::resize_file(kept(), size - 5); },
        [&] { change(0); }, [&] { change(size - 9); }, [&] { std::filesystem::resize_file(kept(), 0); }};
    for (auto const& harm : harms) {
        screener.reset();
        harm();
        starts_again();
        screen_all();
        EXPECT_EQ(std::filesystem::file_size(kept()), size);
    }
    auto const second = filed(ours, values);
    screen_all();
    EXPECT_THAT(found(second), SizeIs(1));
}

TEST_P(NumbersOfReports, ThatAnInstrumentMeasuredAfterItsCalibrationRanOutAreTold) {
    auto const day = [](char const* text) { return field::parse_date(text).value(); };
    registry::RegisterInstrument in{{"接地电阻测试仪"}, {"YS-1"}, {"YS-2019-0457"}, {}, {}};
    in.calibration = registry::Calibration{{"检定1"}, {"计量院"}, day("2025-02-10"), day("2026-02-09")};
    act(ours.leader, house.practice.registry.register_instrument(house.practice.institution, in));
    auto const of = [&](std::string const& measured_on, std::size_t tables) {
        std::vector<Table> const two(tables, {.values = measured()});
        auto const id = house.file(ours, house.open(ours), report(two, measured_on, "YS-2019-0457"));
        screen_all();
        return found(id, house.practice.county(), "numbers.calibration");
    };
    EXPECT_THAT(of("2026年2月9日", 1), IsEmpty());
    EXPECT_THAT(of("2025年1月5日", 1), IsEmpty()) << "an earlier certificate is not known";
    auto const told = of("2026年3月5日", 2);
    ASSERT_THAT(told, SizeIs(1)) << "of one instrument and day, once";
    EXPECT_THAT(told[0].where, SizeIs(2));
    EXPECT_NE(told[0].summary.words.find("YS-2019-0457"), std::string::npos);
}

TEST_P(NumbersOfReports, BesideThemNamesOfTheRegistryThatNoPatternFindsAreTold) {
    house.practice.add_enterprise("91652323MA7775Q975", "准东蓝天加油加气站", "652325");
    auto const text = [&](std::string const& name) {
        return house.original(300) + "。评价组在" + name + "核对了储罐区的液位报警。" + house.original(200);
    };
    auto const of = [&](std::string const& name) {
        auto const id = house.file(ours, house.open(ours), text(name));
        screen_all();
        return found(id, house.practice.county(), "leftovers.other_enterprise");
    };
    ASSERT_THAT(of("准东蓝天加油加气站"), SizeIs(1));
    EXPECT_THAT(of("五彩湾明珠汽修部"), IsEmpty()) << "not in the registry yet";
    house.practice.add_enterprise("91652324MA77XXWE4X", "五彩湾明珠汽修部", "652324");
    EXPECT_THAT(of("五彩湾明珠汽修部"), SizeIs(1));
    EXPECT_THAT(of("昌吉化工"), IsEmpty()) << "its own";
    EXPECT_THAT(of("相邻的准东蓝天加油加气站东侧"), IsEmpty()) << "declared a neighbour";
}

INSTANTIATE_TEST_SUITE_P(Everywhere, NumbersOfReports, ::testing::ValuesIn(db::scratch_backends()), db::BackendName());

}  // namespace
}  // namespace anping::findings
