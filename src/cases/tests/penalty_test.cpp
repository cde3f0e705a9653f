// SPDX-License-Identifier: Apache-2.0
// The fine calculator against cases worked by hand (worked_cases.csv) and cases that were published
// (published_cases.csv). Both tables are for lawyers: change a row, and the program has to follow.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include <anping/cases/penalty.hpp>

namespace anping::cases {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> cells(std::string const& line) {
    std::vector<std::string> out(1);
    for (char c : line) {
        if (c == ',') out.emplace_back();
        else out.back() += c;
    }
    return out;
}

std::vector<Row> table(char const* name) {
    std::ifstream in(std::string(ANPING_SOURCE_DIR "/src/cases/tests/") + name);
    std::string line;
    std::getline(in, line);
    auto const head = cells(line);
    std::vector<Row> out;
    while (std::getline(in, line)) {
        auto const values = cells(line);
        if (values.size() != head.size()) throw std::runtime_error("a row of other length: " + line);
        Row row;
        for (std::size_t i = 0; i < head.size(); ++i) row[head[i]] = values[i];
        out.push_back(std::move(row));
    }
    return out;
}

rulebook::Law const& law(std::string const& confirmed = "") {
    static std::map<std::string, rulebook::Law> laws;
    auto const found = laws.find(confirmed);
    if (found != laws.end()) return found->second;
    std::vector<rulebook::Confirmation> given;
    if (!confirmed.empty()) given.push_back({confirmed});
    return laws.emplace(confirmed, rulebook::load(ANPING_SOURCE_DIR "/rulebooks", given).law.value()).first->second;
}

field::Date day(std::string const& text) { return field::parse_date(text).value(); }
rulebook::Place const kPlace{{"652301"}};

// "99999.99" in fen; nothing of nothing.
std::optional<field::Money> money(std::string const& text) {
    if (text.empty()) return std::nullopt;
    auto const dot = text.find('.');
    auto const whole = std::stoll(text.substr(0, dot)) * 100;
    return field::Money{whole + (dot == std::string::npos ? 0 : std::stoll(text.substr(dot + 1)))};
}

PenaltyFacts facts_of(Row const& row) {
    PenaltyFacts out;
    out.conduct = {row.at("行为")};
    out.acted_on = day(row.at("行为日"));
    out.decided_on = day(row.at("决定日"));
    boost::describe::enum_from_string(row.at("情节").c_str(), out.stage);
    if (!row.contains("违法所得(元)")) return out;
    out.income = money(row.at("违法所得(元)"));
    out.persons = std::stoll(row.at("责任人"));
    out.earlier = std::stoll(row.at("先前处罚"));
    return out;
}

std::string plain(field::Money amount) {
    auto text = yuan(amount);
    return text.substr(0, text.size() - std::string("元").size());
}

std::string fines(Computation const& of, std::string_view on) {
    std::string out;
    for (auto const& one : of.measures) {
        if (one.code != "fine" || one.on != on) continue;
        if (!out.empty()) out += "|";
        out += one.least && one.most ? plain(*one.least) + "-" + plain(*one.most) : "?";
    }
    return out;
}

std::string others(Computation const& of) {
    std::string out;
    for (auto const& one : of.measures)
        if (one.code != "fine") out += (out.empty() ? "" : " ") + one.code + (one.on == "unit" ? "" : "@" + one.on);
    return out;
}

std::string hearing(Computation const& of) {
    auto const& one = of.required.front();
    return one.due ? one.binding ? "是" : "建议" : "否";
}

std::string triggers(Computation const& of) {
    std::string out;
    for (auto const& one : of.triggers) out += (out.empty() ? "" : " ") + one.code;
    return out;
}

std::string arithmetic(Computation const& of) {
    std::string out;
    for (auto const& one : of.measures) out += one.arithmetic + "\n";
    return out;
}

TEST(Penalty, ComesOutAsInEveryCaseWorkedByHand) {
    auto const rows = table("worked_cases.csv");
    EXPECT_GE(rows.size(), 40U);
    for (auto const& row : rows) {
        SCOPED_TRACE(row.at("编号") + " " + row.at("说明"));
        auto const out = compute(facts_of(row), law(row.at("假定已确认")), kPlace);
        ASSERT_TRUE(out);
        EXPECT_EQ(out->prices ? "是" : "否", row.at("计价"));
        EXPECT_EQ(out->prices, out->why_not.empty());
        EXPECT_EQ(boost::describe::enum_to_string(out->applies, ""), row.at("适用"));
        EXPECT_EQ(fines(*out, "unit"), row.at("单位罚款(元)"));
        EXPECT_EQ(fines(*out, "persons"), row.at("个人罚款(元)"));
        EXPECT_EQ(others(*out), row.at("其他措施"));
        EXPECT_EQ(hearing(*out), row.at("听证"));
        EXPECT_EQ(triggers(*out), row.at("移送"));
        EXPECT_NE(arithmetic(*out).find(row.at("算式")), std::string::npos) << arithmetic(*out);
    }
}

TEST(Penalty, OfPublishedCasesComesFromTheirClauseAndHoldsTheirAmount) {
    std::size_t amounts = 0;
    for (auto const& row : table("published_cases.csv")) {
        SCOPED_TRACE(row.at("案件"));
        auto const out = compute(facts_of(row), law("CN-O1-30"), kPlace);
        ASSERT_TRUE(out);
        ASSERT_FALSE(out->measures.empty());
        EXPECT_EQ(out->measures.front().clause, row.at("条款"));
        auto const published = money(row.at("公布的罚款(元)"));
        if (!published) continue;
        ++amounts;
        EXPECT_TRUE(std::ranges::any_of(out->measures, [&](Measure const& one) {
            return one.code == "fine" && one.on == "unit" && *one.least <= *published && *published <= *one.most;
        }));
    }
    EXPECT_EQ(amounts, 1U) << "one of the published cases tells its amount";
}

PenaltyFacts false_report() {
    PenaltyFacts out;
    out.conduct = {"false_report"};
    out.acted_on = day("2024-06-01");
    out.decided_on = day("2024-12-01");
    return out;
}

TEST(Penalty, NamesFactorsWithTheirSourceAndAdjustsNothing) {
    auto in = false_report();
    auto const without = compute(in, law(), kPlace).value();
    in.factors = {{"self_corrected"}, {"mitigated"}};
    auto const with = compute(in, law(), kPlace).value();
    ASSERT_EQ(with.factors.size(), 2U);
    EXPECT_EQ(with.factors[0].effect, "从轻、减轻或者不予处罚");
    EXPECT_TRUE(with.factors[0].binding);
    EXPECT_FALSE(with.factors[1].binding) << "the wording of this one is recalled";
    EXPECT_EQ(fines(with, "unit"), fines(without, "unit"));
    in.factors = {{"good_mood"}};
    EXPECT_EQ(compute(in, law(), kPlace).error().fields.front().pointer, "/factors/0");
}

TEST(Penalty, PutsOnThePoliceWhatDeathsInjuriesAndLossComeTo) {
    auto in = false_report();
    in.loss = field::Money{49'999'999};
    in.injured = 2;
    EXPECT_EQ(triggers(compute(in, law(), kPlace).value()), "");
    in.loss = field::Money{50'000'000};
    in.injured = 3;
    in.deaths = 1;
    EXPECT_EQ(triggers(compute(in, law(), kPlace).value()), "loss deaths injured");
}

TEST(Penalty, TellsWhatIsWrongAtItsField) {
    auto in = false_report();
    in.conduct = {"rudeness"};
    EXPECT_EQ(compute(in, law(), kPlace).error().fields.front().pointer, "/conduct");
    in = false_report();
    in.decided_on = day("2024-05-31");
    EXPECT_EQ(compute(in, law(), kPlace).error().fields.front().pointer, "/decided_on");
    in = false_report();
    in.persons = -1;
    EXPECT_EQ(compute(in, law(), kPlace).error().fields.front().pointer, "/persons");
}

TEST(Penalty, SaysWhyTheLawOfTheDayOfTheActApplies) {
    auto in = false_report();
    in.acted_on = day("2021-08-31");
    auto const out = compute(in, law(), kPlace).value();
    EXPECT_NE(out.comparison.find("新规定较重，适用行为时的规定"), std::string::npos) << out.comparison;
    EXPECT_NE(out.why_not.find("CN-O1-31"), std::string::npos) << out.why_not;
}

TEST(Hearing, IsDueByTheMeasureAndAdvisedByTheAmount) {
    auto const asked = [](std::vector<Chosen> const& of) { return required_for(of, law(), kPlace, day("2026-03-01")); };
    EXPECT_TRUE(asked({{"suspend_business", "unit", {}}}).front().binding);
    EXPECT_FALSE(asked({{"warning", "unit", {}}}).front().due);
    EXPECT_FALSE(asked({{"fine", "unit", field::Money{4'999'999}}}).front().due);
    auto const large = asked({{"fine", "unit", field::Money{5'000'000}}});
    EXPECT_TRUE(large.front().due);
    EXPECT_FALSE(large.front().binding) << "the amount is of a local standard and not confirmed";
    EXPECT_TRUE(asked({{"fine", "persons", field::Money{2'000'000}}}).front().due);
    EXPECT_TRUE(large[1].due);
    EXPECT_FALSE(large[1].binding);
}

}  // namespace
}  // namespace anping::cases
