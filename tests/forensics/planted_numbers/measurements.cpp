// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/measurement.hpp>

#include "numbers_scene.hpp"
#include "table.hpp"

namespace anping::planted {
namespace {

using namespace forensics;

constexpr int kCases = 2'000;

Instrument gauge() {
    Instrument out;
    out.serial = "TT300-0718";
    out.unit = "mm";
    out.resolution = Decimal{1, 1};
    out.repeatability = Decimal{12, 2};
    out.calibrated = {{*field::Date::of(2025, 1, 10), *field::Date::of(2026, 1, 9)}};
    return out;
}

Row precision() {
    Random random(1);
    Row row{"precision, a place too many"};
    for (int i = 0; i < kCases; ++i) {
        auto fine = series_of(normal_steps(12, 800, 30, random), 2);
        auto plain = series_of(normal_steps(12, 80, 3, random), 1);
        auto converted = normal_steps(12, 80, 3, random);  // tenths of a millimetre told in hundredths of a centimetre
        auto centimetres = series_of(converted, 2);
        centimetres.unit = "cm";
        fine.unit = plain.unit = "mm";
        ++row.planted;
        row.honest += 2;
        row.found += precision_clue(fine, gauge()) ? 1 : 0;
        row.wrong += (precision_clue(plain, gauge()) ? 1U : 0U) + (precision_clue(centimetres, gauge()) ? 1U : 0U);
    }
    return row;
}

Row calibration() {
    Row row{"calibration expired on the day"};
    for (int i = -kCases / 2; i < kCases / 2; ++i) {
        auto series = series_of({81, 80, 79}, 1);
        series.day = *field::Date::of(2026, 1, 9) + i;
        bool const expired = i > 0 || i < -364;
        ++(expired ? row.planted : row.honest);
        if (calibration_clue(series, gauge())) ++(expired ? row.found : row.wrong);
    }
    return row;
}

Readings readings(double deviation, int places, Random& random) {
    Readings out;
    out.quantity = "壁厚";
    out.unit = "mm";
    std::normal_distribution<double> reading(0, deviation);
    std::uniform_real_distribution<double> level(5, 12);
    double const unit = std::pow(10.0, places);
    for (int i = 0; i < 8; ++i) {
        double const mean = level(random);
        auto& row = out.rows.emplace_back();
        for (int k = 0; k < 3; ++k) row.push_back({std::llround((mean + reading(random)) * unit), places});
        out.where.push_back({});
    }
    return out;
}

// One of twenty made up.
Row variance(double made_up, std::string name) {
    Random random(2);
    auto const instrument = gauge();
    std::vector<Readings> all;
    for (int i = 0; i < kCases; ++i) {
        bool const fake = i % 20 == 0;
        all.push_back(readings(fake ? made_up : 0.12, i % 3 == 0 ? 1 : 2, random));
        all.back().origin.report = fake ? "made up" : "honest";
    }
    std::vector<Repeated> repeated;
    repeated.reserve(all.size());
    for (auto const& one : all) repeated.push_back({&one, &instrument});
    Row row{std::move(name), kCases / 20, 0, kCases - kCases / 20, 0};
    for (auto const& clue : variance_clues(repeated, 0.05, 20'000, random))
        ++(clue.report == "honest" ? row.wrong : row.found);
    return row;
}

Row means() {
    Random random(3);
    Row row{"means of whole numbers, n 3 to 40, two places"};
    std::size_t untestable = 0;
    for (int i = 0; i < kCases; ++i) {
        auto const count = 3 + static_cast<int>(random() % 38);
        auto const sum = static_cast<std::int64_t>(random() % 1000);
        Decimal const honest{std::llround(static_cast<double>(sum) * 100 / count), 2};
        Decimal const invented{static_cast<std::int64_t>(random() % 1000), 2};
        ++row.honest;
        row.wrong += mean_agreement(honest, count, {1, 0}) == Agreement::impossible ? 1 : 0;
        auto const told = mean_agreement(invented, count, {1, 0});
        untestable += told == Agreement::untestable ? 1 : 0;
        ++row.planted;
        row.found += told == Agreement::impossible ? 1 : 0;
    }
    row.note = std::to_string(untestable) + " cannot be tested; of the rest some are possible by chance";
    return row;
}

Derived table_row(Random& random, Rule rule) {
    Derived out;
    out.rule = rule;
    out.quantity = "用量";
    double sum = 0;
    for (int i = 0; i < 5; ++i) {
        auto const exact = 1 + static_cast<double>(random() % 100'000) / 1000;
        sum += exact;
        out.from.push_back({std::llround(exact * 10), 1});
    }
    out.stated = {std::llround((rule == Rule::mean ? sum / 5 : sum) * 10), 1};
    return out;
}

Row recomputing(Rule rule, std::string name) {
    Random random(4);
    Row row{std::move(name)};
    for (int i = 0; i < kCases; ++i) {
        std::vector<Derived> table;
        for (int k = 0; k < 4; ++k) table.push_back(table_row(random, rule));
        ++row.honest;
        row.wrong += recompute_clues({}, table).empty() ? 0 : 1;
        table[2].stated.digits += random() % 2 == 0 ? 27 : -13;
        ++row.planted;
        row.found += recompute_clues({}, table).empty() ? 0 : 1;
    }
    row.note = "totals computed before rounding; planted 1.3 or 2.7 off";
    return row;
}

}  // namespace

std::vector<Row> measurements() {
    return {precision(),
            calibration(),
            variance(0.02, "readings six times too even, 8 rows of 3"),
            variance(0.06, "readings twice too even, 8 rows of 3"),
            means(),
            recomputing(Rule::sum, "totals that do not recompute"),
            recomputing(Rule::mean, "means that do not recompute")};
}

}  // namespace anping::planted
