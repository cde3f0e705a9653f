// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/stated.hpp>

#include <algorithm>
#include <map>

#include "stated_line.hpp"

namespace anping::forensics {
namespace {

constexpr double kMetresOfADegree = 111'320;

// One value, however often it is stated.
template <class T>
class Only {
public:
    void note(T const& value, std::int64_t confidence) {
        if (value_ && !(*value_ == value)) several_ = true;
        if (!value_ || confidence > confidence_) confidence_ = confidence;
        value_ = value;
    }
    bool any() const { return value_.has_value(); }
    T const* value() const { return value_ && !several_ ? &*value_ : nullptr; }
    std::int64_t confidence() const { return confidence_; }

private:
    std::optional<T> value_;
    std::int64_t confidence_ = 0;
    bool several_ = false;
};

struct OnStrip {
    Only<field::Date> day;
    Only<std::string> time;
    Only<int> weekday;
    Only<Angle> latitude, longitude;
    bool of_something_else = false;

    void note(picture::StripLine const& line) {
        auto const said = said_in(line.text);
        for (auto const one : said.days) day.note(one, line.confidence);
        of_something_else = of_something_else || (said.of_something_else && !said.days.empty());
        for (auto const& one : said.times) time.note(one, line.confidence);
        for (auto const one : said.weekdays) weekday.note(one, line.confidence);
        for (auto const& one : said.latitudes) latitude.note(one, line.confidence);
        for (auto const& one : said.longitudes) longitude.note(one, line.confidence);
    }
    std::optional<StatedPosition> position() const {
        auto const* const north = latitude.value();
        auto const* const east = longitude.value();
        if (north == nullptr || east == nullptr) return std::nullopt;
        return StatedPosition{north->degrees, east->degrees, std::max(north->unit, east->unit) * kMetresOfADegree,
                              std::min(latitude.confidence(), longitude.confidence())};
    }
    std::optional<StatedDay> stamped_day() const {
        auto const* const one = day.value();
        if (one == nullptr || of_something_else) return std::nullopt;
        auto const* const of_week = weekday.value();
        if (weekday.any() && (of_week == nullptr || *of_week != one->weekday())) return std::nullopt;
        if (!time.any() && !weekday.any() && !position()) return std::nullopt;
        return StatedDay{*one, time.value() == nullptr ? "" : *time.value(), day.confidence()};
    }
};

bool same_day(StatedDay const& one, StatedDay const& other) { return one.day == other.day; }
bool same_place(StatedPosition const& one, StatedPosition const& other) {
    return one.latitude == other.latitude && one.longitude == other.longitude;
}

// What several strips state alike, as the surest has it; nothing where they do not.
template <class T>
void join(std::optional<T>& all, bool& differ, std::optional<T> one, bool (*same)(T const&, T const&)) {
    if (!one) return;
    differ = differ || (all && !same(*all, *one));
    if (!all || one->confidence > all->confidence) all = std::move(one);
}

}  // namespace

Stated stated_by(std::vector<picture::StripLine> const& lines) {
    std::map<std::int64_t, OnStrip> strips;
    for (auto const& line : lines) strips[line.strip].note(line);
    Stated out;
    bool days_differ = false;
    bool places_differ = false;
    for (auto const& [number, strip] : strips) {
        join(out.day, days_differ, strip.stamped_day(), same_day);
        join(out.position, places_differ, strip.position(), same_place);
    }
    if (days_differ) out.day.reset();
    if (places_differ) out.position.reset();
    return out;
}

}  // namespace anping::forensics
