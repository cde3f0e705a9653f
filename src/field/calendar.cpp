// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include <anping/field/calendar.hpp>

namespace anping::field {
namespace {

[[noreturn]] void contradiction(Date date, char const* what) {
    throw std::invalid_argument("calendar: " + to_string(date) + " " + what);
}

// A year's notice may already name days of the December before, never more than that.
void check_day(CalendarYear const& year, Date date) {
    bool const previous_december = date.year() == year.year - 1 && date.month() == 12;
    if (date.year() != year.year && !previous_december) contradiction(date, "is not a day its notice can govern");
}

void check(CalendarYear const& year) {
    for (auto const& [date, name] : year.off) {
        check_day(year, date);
        if (year.work.contains(date)) contradiction(date, "is both off and worked");
    }
    for (auto const& [date, name] : year.work) check_day(year, date);
}

unexpected<Error> unpublished(int year, int first, int last) {
    auto const what = std::to_string(year) + " 年的节假日安排";
    if (year > last && last != 0)
        return fail(ErrorCode::unavailable, "calendar.unpublished",
                    what + "尚未公布，暂不能推算工作日；公布并更新日历后重新计算");
    return fail(ErrorCode::unavailable, "calendar.unpublished",
                what + "不在日历内（" + std::to_string(first) + "—" + std::to_string(last) + "），不能推算工作日");
}

}  // namespace

Calendar::Calendar(std::string version, std::vector<CalendarYear> years, std::vector<RegionalDay> regional)
    : version_(std::move(version)) {
    for (auto& year : years) {
        check(year);
        int const key = year.year;
        if (!years_.emplace(key, std::move(year)).second)
            throw std::invalid_argument("calendar: year " + std::to_string(key) + " comes twice");
    }
    for (auto& day : regional) {
        Date const date = day.date;
        if (!regional_.emplace(date, std::move(day)).second) contradiction(date, "comes twice in the regional layer");
    }
}

bool Calendar::published(int year) const noexcept { return years_.contains(year); }
int Calendar::first_year() const noexcept { return years_.empty() ? 0 : years_.begin()->first; }
int Calendar::last_year() const noexcept { return years_.empty() ? 0 : years_.rbegin()->first; }

Calendar::Named Calendar::national(Date date) const noexcept {
    int const year = date.year();
    for (int governing : {date.month() == 12 ? year + 1 : year, year}) {
        auto const found = years_.find(governing);
        if (found == years_.end()) continue;
        if (auto const off = found->second.off.find(date); off != found->second.off.end())
            return {Day::off, &off->second};
        if (auto const work = found->second.work.find(date); work != found->second.work.end())
            return {Day::work, &work->second};
    }
    return {Day::ordinary, nullptr};
}

Result<bool> Calendar::is_working(Date date) const {
    if (!published(date.year())) return unpublished(date.year(), first_year(), last_year());
    if (auto const local = regional_.find(date); local != regional_.end() && local->second.confirmed) return false;
    switch (national(date).day) {
        case Day::off: return false;
        case Day::work: return true;
        case Day::ordinary: break;
    }
    return date.weekday() <= 5;
}

Result<Date> Calendar::add_working_days(Date start, int n) const {
    int const step = n < 0 ? -1 : 1;
    Date date = start;
    while (n != 0) {
        date = date + step;
        auto const working = is_working(date);
        if (!working) return unexpected<Error>(working.error());
        if (*working) n -= step;
    }
    return date;
}

Result<int> Calendar::working_days_between(Date from, Date to) const {
    int const step = to < from ? -1 : 1;
    int count = 0;
    for (Date date = from; date != to;) {
        date = date + step;
        auto const working = is_working(date);
        if (!working) return unexpected<Error>(working.error());
        if (*working) count += step;
    }
    return count;
}

Result<Date> Calendar::roll_over(Date date) const {
    for (;; date = date + 1) {
        auto const working = is_working(date);
        if (!working) return unexpected<Error>(working.error());
        if (*working) return date;
    }
}

std::vector<RegionalDay> Calendar::unconfirmed_between(Date from, Date to) const {
    std::vector<RegionalDay> out;
    auto const last = regional_.upper_bound(std::max(from, to));
    for (auto day = regional_.lower_bound(std::min(from, to)); day != last; ++day)
        if (!day->second.confirmed) out.push_back(day->second);
    return out;
}

std::string Calendar::name_of(Date date) const {
    auto const local = regional_.find(date);
    if (local != regional_.end() && local->second.confirmed) return local->second.name;
    auto const named = national(date);
    if (named.day == Day::off) return *named.name;
    if (named.day == Day::work) return "调休上班";
    return {};
}

}  // namespace anping::field
