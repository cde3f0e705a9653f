// SPDX-License-Identifier: Apache-2.0
// Series of all reports, to find the one whose values stand again: as they were, shifted by a constant, scaled, or in
// another order. A match is told where fewer than one in a thousand would be expected by chance over everything stored:
// how many values that takes follows from how far the series' own values scatter.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/forensics/clue.hpp>
#include <anping/forensics/series.hpp>

namespace anping::forensics {

// exact: the same digits in the same order. linear: scaled and shifted. rounded: scaled, then rounded again.
enum class Likeness { exact, shifted, scaled, linear, rounded, permuted };
BOOST_DESCRIBE_ENUM(Likeness, exact, shifted, scaled, linear, rounded, permuted)

// Values from `a_from` of the series asked about and from `b_from` of the one stored; b = factor · a + offset, in the
// units written.
struct SeriesMatch {
    std::uint32_t stored = 0;
    Likeness likeness = Likeness::exact;
    std::uint32_t a_from = 0, b_from = 0, length = 0;
    double factor = 1, offset = 0;
    double chance = 0;  // such matches expected by chance over everything stored
};
BOOST_DESCRIBE_STRUCT(SeriesMatch, (), (stored, likeness, a_from, b_from, length, factor, offset, chance))

struct StoredSeries {
    Origin origin;
    std::string quantity;
    std::optional<field::Date> day;
    int places = 0;
    std::uint64_t points = 0;  // what was measured, hashed; 0 where the rows say nothing
    std::span<std::int32_t const> steps;
};

// Not synchronised. 10^6 series of 24 values take 0.8 GB.
class SeriesIndex {
public:
    SeriesIndex();
    // Numbers from 0 in the order added. Nothing for a series of which no value fits 31 bits.
    std::optional<std::uint32_t> add(Series const& series);
    // All of the other's, in their order.
    void add(SeriesIndex const& other);
    std::size_t size() const noexcept { return rows_.size(); }
    StoredSeries stored(std::uint32_t number) const;

    // In series of other reports, the least chance first; of each stored series the best. What stands with more than
    // `kCommon` institutions is a table everybody copies from a standard, and is not told.
    std::vector<SeriesMatch> find(Series const& series, double most_chance = 1e-3) const;
    // In those added before `number`, and in what of it stands before: for what repeats within a report.
    std::vector<SeriesMatch> find_before(std::uint32_t number, double most_chance = 1e-3) const;

    static constexpr std::size_t kCommon = 8;

    // What `from_bytes` makes the same index of; seeds are made anew.
    std::string bytes() const;
    // Error "forensics.series_index".
    static Result<SeriesIndex> from_bytes(std::string_view bytes);

private:
    struct Row {
        std::uint32_t report, institution, enterprise, quantity;
        std::int32_t day;  // kNoDay where there is none
        std::uint32_t count;
        std::uint64_t first;  // of values_
        std::uint64_t points;
        std::uint8_t places;
    };
    struct Posting {
        std::uint32_t hash, row, next;
        std::uint16_t at;
        std::uint8_t kind;
    };
    struct Asked;

    std::uint32_t name(std::string_view text);
    std::span<std::int32_t const> steps(Row const& row) const;
    void append(Row row, std::span<std::int32_t const> steps);
    void post(std::uint32_t row);
    void grow();
    std::vector<SeriesMatch> matches(Asked const& asked) const;
    std::optional<SeriesMatch> match(Asked const& asked, Posting const& posting, std::uint32_t at,
                                     std::size_t length) const;
    std::optional<SeriesMatch> weighed(Asked const& asked, SeriesMatch match) const;
    std::vector<SeriesMatch> without_common(std::vector<SeriesMatch> found) const;

    std::vector<std::string> names_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<Row> rows_;
    std::vector<std::int32_t> values_;
    std::vector<Posting> postings_;
    std::vector<std::uint32_t> heads_;
};

// A clue for each match with another report. What the same enterprise's report states of the same day is stated again
// and no clue; of another day it is a lead.
std::vector<Clue> repeated_series(Series const& series, SeriesIndex const& index);
// Values that stand twice in one report under different points of measurement.
std::vector<Clue> repeated_within(std::span<Series const> of_a_report);

}  // namespace anping::forensics
