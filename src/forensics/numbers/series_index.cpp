// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include <anping/forensics/series_index.hpp>

#include "index_rows.hpp"
#include "series_seeds.hpp"

namespace anping::forensics {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kMostPostings = 48;  // of a seed, the earliest: what more have is common
constexpr std::size_t kLeastLength = 5;
constexpr std::size_t kFirstHeads = 1024;

using Steps = std::span<std::int32_t const>;

std::uint64_t hash_of(std::vector<std::string> const& points) {
    std::uint64_t out = 0xcbf29ce484222325ULL;
    bool said = false;
    for (auto const& point : points) {
        said = said || !point.empty();
        for (auto const one : point + "\n") out = (out ^ static_cast<unsigned char>(one)) * 0x100000001b3ULL;
    }
    return said ? out : 0;
}

std::vector<std::int32_t> narrow(std::vector<std::int64_t> const& steps) {
    std::vector<std::int32_t> out;
    out.reserve(steps.size());
    for (auto const one : steps) out.push_back(static_cast<std::int32_t>(one));
    return out;
}

// b = (up / down) · a + the rest, exactly, from one pair of places on.
struct Line {
    std::int64_t up = 1, down = 1;
    std::int64_t a = 0, b = 0;
    bool holds(std::int64_t other_a, std::int64_t other_b) const { return down * (other_b - b) == up * (other_a - a); }
};

// How far around the window two series agree.
template <class Holds>
SeriesMatch extended(Steps a, Steps b, std::uint32_t a_at, std::uint32_t b_at, Holds holds) {
    SeriesMatch out;
    auto a_from = a_at, b_from = b_at;
    while (a_from > 0 && b_from > 0 && holds(a[a_from - 1], b[b_from - 1])) --a_from, --b_from;
    auto a_to = a_at, b_to = b_at;
    while (a_to < a.size() && b_to < b.size() && holds(a[a_to], b[b_to])) ++a_to, ++b_to;
    out.a_from = a_from;
    out.b_from = b_from;
    out.length = a_to - a_from;
    return out;
}

SeriesMatch linear_match(Steps a, Steps b, std::uint32_t a_at, std::uint32_t b_at, std::size_t length) {
    Line const line{divisor_of(b, b_at, length), divisor_of(a, a_at, length), a[a_at], b[b_at]};
    auto out = extended(a, b, a_at, b_at, [&](std::int32_t one, std::int32_t other) { return line.holds(one, other); });
    out.factor = static_cast<double>(line.up) / static_cast<double>(line.down);
    out.offset = static_cast<double>(line.b) - out.factor * static_cast<double>(line.a);
    bool const through_zero = line.down * line.b == line.up * line.a;
    if (line.up == line.down) out.likeness = through_zero ? Likeness::exact : Likeness::shifted;
    else out.likeness = through_zero ? Likeness::scaled : Likeness::linear;
    return out;
}

SeriesMatch rounded_match(Steps a, Steps b, std::uint32_t a_at, std::uint32_t b_at, std::size_t length) {
    double products = 0, squares = 0;
    for (std::size_t i = 0; i < length; ++i) {
        products += static_cast<double>(a[a_at + i]) * b[b_at + i];
        squares += static_cast<double>(a[a_at + i]) * a[a_at + i];
    }
    if (squares <= 0 || products <= 0) return {};
    double const factor = products / squares;
    auto out = extended(a, b, a_at, b_at, [&](std::int32_t one, std::int32_t other) {
        return std::abs(other - factor * one) <= 0.7 * std::max(1.0, factor);
    });
    out.likeness = Likeness::rounded;
    out.factor = factor;
    return out;
}

bool same_values(Steps a, Steps b) {
    if (a.size() != b.size()) return false;
    std::vector<std::int32_t> first(a.begin(), a.end()), second(b.begin(), b.end());
    std::ranges::sort(first);
    std::ranges::sort(second);
    return first == second && !std::ranges::equal(a, b);
}

}  // namespace

struct SeriesIndex::Asked {
    Steps steps;
    int places = 0;
    std::uint32_t report = kNone;  // left out
    std::uint32_t own = kNone;     // only what comes before it
    double most_chance = 1e-3;
};

SeriesIndex::SeriesIndex() : heads_(kFirstHeads, kNone) {}

std::uint32_t SeriesIndex::name(std::string_view text) {
    auto const [at, fresh] = numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(names_.size()));
    if (fresh) names_.emplace_back(text);
    return at->second;
}

Steps SeriesIndex::steps(Row const& row) const { return Steps(values_).subspan(row.first, row.count); }

std::optional<std::uint32_t> SeriesIndex::add(Series const& series) {
    auto const steps = narrow(steps_of(series));
    if (steps.empty()) return std::nullopt;
    Row row{};
    row.report = name(series.origin.report);
    row.institution = name(series.origin.institution);
    row.enterprise = name(series.origin.enterprise);
    row.quantity = name(series.quantity);
    row.day = series.day ? series.day->days : kNoDay;
    row.points = hash_of(series.points);
    row.places = static_cast<std::uint8_t>(places_of(series));
    append(row, steps);
    return static_cast<std::uint32_t>(rows_.size() - 1);
}

void SeriesIndex::add(SeriesIndex const& other) {
    for (auto row : other.rows_) {
        auto const values = other.steps(row);
        for (auto* const one : {&row.report, &row.institution, &row.enterprise, &row.quantity})
            *one = name(other.names_[*one]);
        append(row, values);
    }
}

void SeriesIndex::append(Row row, Steps steps) {
    row.first = values_.size();
    row.count = static_cast<std::uint32_t>(steps.size());
    values_.insert(values_.end(), steps.begin(), steps.end());
    rows_.push_back(row);
    post(static_cast<std::uint32_t>(rows_.size() - 1));
}

void SeriesIndex::post(std::uint32_t row) {
    for (auto const& seed : seeds_of(steps(rows_[row]))) {
        if (postings_.size() >= heads_.size()) grow();
        auto& head = heads_[seed.hash & (heads_.size() - 1)];
        std::size_t known = 0;
        for (auto at = head; at != kNone && known < kMostPostings; at = postings_[at].next)
            if (postings_[at].hash == seed.hash) ++known;
        if (known == kMostPostings) continue;
        postings_.push_back({seed.hash, row, head, seed.at, static_cast<std::uint8_t>(seed.kind)});
        head = static_cast<std::uint32_t>(postings_.size() - 1);
    }
}

void SeriesIndex::grow() {
    heads_.assign(heads_.size() * 2, kNone);
    for (std::uint32_t i = 0; i < postings_.size(); ++i) {
        auto& head = heads_[postings_[i].hash & (heads_.size() - 1)];
        postings_[i].next = head;
        head = i;
    }
}

StoredSeries SeriesIndex::stored(std::uint32_t number) const {
    auto const& row = rows_[number];
    StoredSeries out;
    out.origin = {names_[row.report], names_[row.institution], names_[row.enterprise]};
    out.quantity = names_[row.quantity];
    if (row.day != kNoDay) out.day = field::Date{row.day};
    out.places = row.places;
    out.points = row.points;
    out.steps = steps(row);
    return out;
}

// What a match in free constants takes off the values that speak.
std::optional<SeriesMatch> SeriesIndex::weighed(Asked const& asked, SeriesMatch match) const {
    auto const& row = rows_[match.stored];
    auto const pairs = static_cast<double>(values_.size()) * static_cast<double>(asked.steps.size());
    if (match.likeness == Likeness::permuted) {
        match.chance = static_cast<double>(rows_.size()) * multiset_chance(asked.steps);
    } else {
        auto const stretch = asked.steps.subspan(match.a_from, match.length);
        auto const other = steps(row).subspan(match.b_from, match.length);
        auto chance = std::max(value_chance(asked.steps, stretch), value_chance(steps(row), other));
        double speaking = match.length;
        if (match.likeness == Likeness::shifted || match.likeness == Likeness::scaled) speaking -= 1;
        if (match.likeness == Likeness::linear) speaking -= 2;
        if (match.likeness == Likeness::rounded) {
            speaking -= 1;
            chance = std::min(1.0, 2 * chance);
        }
        match.chance = pairs * std::pow(chance, speaking);
    }
    if (match.chance >= asked.most_chance) return std::nullopt;
    auto const unit = std::pow(10.0, asked.places - row.places);
    match.factor *= unit;
    match.offset /= std::pow(10.0, row.places);
    if (match.likeness == Likeness::scaled && std::abs(match.factor - 1) < 1e-12) match.likeness = Likeness::exact;
    return match;
}

std::optional<SeriesMatch> SeriesIndex::match(Asked const& asked, Posting const& posting, std::uint32_t at,
                                              std::size_t length) const {
    auto const& row = rows_[posting.row];
    if (row.report == asked.report || (asked.own != kNone && posting.row > asked.own)) return std::nullopt;
    auto const other = steps(row);
    SeriesMatch out;
    auto const kind = static_cast<SeedKind>(posting.kind);
    if (kind == SeedKind::multiset) {
        if (posting.row == asked.own || !same_values(asked.steps, other)) return std::nullopt;
        out.length = row.count;
        out.likeness = Likeness::permuted;
    } else {
        if (posting.at + length > other.size()) return std::nullopt;
        out = kind == SeedKind::linear ? linear_match(asked.steps, other, at, posting.at, length)
                                       : rounded_match(asked.steps, other, at, posting.at, length);
    }
    out.stored = posting.row;
    if (posting.row == asked.own) {
        if (out.a_from <= out.b_from) return std::nullopt;
        out.length = std::min(out.length, out.a_from - out.b_from);
    }
    if (out.length < kLeastLength) return std::nullopt;
    return weighed(asked, out);
}

std::vector<SeriesMatch> SeriesIndex::matches(Asked const& asked) const {
    std::map<std::uint32_t, SeriesMatch> best;
    for (auto const& seed : seeds_of(asked.steps))
        for (auto at = heads_[seed.hash & (heads_.size() - 1)]; at != kNone; at = postings_[at].next) {
            auto const& posting = postings_[at];
            if (posting.hash != seed.hash || posting.kind != static_cast<std::uint8_t>(seed.kind)) continue;
            auto const known = best.find(posting.row);
            if (known != best.end() && known->second.a_from <= seed.at &&
                seed.at + seed.length <= known->second.a_from + known->second.length &&
                known->second.likeness == Likeness::exact)
                continue;
            auto const found = match(asked, posting, seed.at, seed.length);
            if (found && (known == best.end() || found->chance < known->second.chance)) best[posting.row] = *found;
        }
    std::vector<SeriesMatch> out;
    out.reserve(best.size());
    for (auto const& [row, one] : best) out.push_back(one);
    std::ranges::stable_sort(out, {}, &SeriesMatch::chance);
    return out;
}

std::vector<SeriesMatch> SeriesIndex::without_common(std::vector<SeriesMatch> found) const {
    std::set<std::uint32_t> institutions;
    for (auto const& one : found) institutions.insert(rows_[one.stored].institution);
    if (institutions.size() > kCommon) found.clear();
    return found;
}

std::vector<SeriesMatch> SeriesIndex::find(Series const& series, double most_chance) const {
    auto const steps = narrow(steps_of(series));
    Asked asked{steps, places_of(series), kNone, kNone, most_chance};
    if (auto const known = numbers_.find(series.origin.report); known != numbers_.end()) asked.report = known->second;
    return without_common(matches(asked));
}

std::vector<SeriesMatch> SeriesIndex::find_before(std::uint32_t number, double most_chance) const {
    auto const& row = rows_[number];
    return matches({steps(row), row.places, kNone, number, most_chance});
}

}  // namespace anping::forensics
