// SPDX-License-Identifier: Apache-2.0
#include <chrono>

#include <anping/base/digits.hpp>
#include <anping/base/time.hpp>

namespace anping {
namespace {

using namespace std::chrono;

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kBeijing = 8 * 3600 * kSecond;

// Reads exactly `count` digits.
bool digits(std::string_view& text, int count, int& out) noexcept {
    if (text.size() < static_cast<std::size_t>(count)) return false;
    out = 0;
    for (int i = 0; i < count; ++i) {
        char const c = text[static_cast<std::size_t>(i)];
        if (c < '0' || c > '9') return false;
        out = out * 10 + (c - '0');
    }
    text.remove_prefix(static_cast<std::size_t>(count));
    return true;
}

bool eat(std::string_view& text, char c) noexcept {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

bool fraction(std::string_view& text, std::int64_t& micros) noexcept {
    micros = 0;
    if (!eat(text, '.')) return true;
    std::int64_t scale = kSecond;
    int seen = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        if (++seen > 6) return false;
        scale /= 10;
        micros += (text.front() - '0') * scale;
        text.remove_prefix(1);
    }
    return seen > 0;
}

bool offset(std::string_view& text, std::int64_t& micros) noexcept {
    micros = 0;
    if (eat(text, 'Z')) return true;
    bool const east = eat(text, '+');
    if (!east && !eat(text, '-')) return false;
    int hours = 0;
    int minutes = 0;
    if (!digits(text, 2, hours) || !eat(text, ':') || !digits(text, 2, minutes) || hours > 14 || minutes > 59)
        return false;
    micros = (hours * 3600 + minutes * 60) * kSecond * (east ? 1 : -1);
    return true;
}

}  // namespace

std::string to_string(Timestamp at) {
    auto const local = at.micros + kBeijing;
    auto const point = sys_time<microseconds>{microseconds{local}};
    auto const day = floor<days>(point);
    year_month_day const date{day};
    hh_mm_ss const time{point - day};
    std::string out = "0000-00-00T00:00:00.000000+08:00";
    write_digits(out.data(), 4, static_cast<int>(date.year()));
    write_digits(out.data() + 5, 2, static_cast<unsigned>(date.month()));
    write_digits(out.data() + 8, 2, static_cast<unsigned>(date.day()));
    write_digits(out.data() + 11, 2, time.hours().count());
    write_digits(out.data() + 14, 2, time.minutes().count());
    write_digits(out.data() + 17, 2, time.seconds().count());
    write_digits(out.data() + 20, 6, time.subseconds().count());
    return out;
}

std::optional<Timestamp> parse_timestamp(std::string_view text) noexcept {
    int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0;
    std::int64_t micros = 0, shift = 0;
    bool const read = digits(text, 4, y) && eat(text, '-') && digits(text, 2, mo) && eat(text, '-') &&
                      digits(text, 2, d) && eat(text, 'T') && digits(text, 2, h) && eat(text, ':') &&
                      digits(text, 2, mi) && eat(text, ':') && digits(text, 2, s) && fraction(text, micros) &&
                      offset(text, shift) && text.empty();
    if (!read || y < 1 || h > 23 || mi > 59 || s > 59) return std::nullopt;
    year_month_day const date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    if (!date.ok()) return std::nullopt;
    std::int64_t const days_since = sys_days{date}.time_since_epoch().count();
    Timestamp const at{(days_since * 86400 + h * 3600 + mi * 60 + s) * kSecond + micros - shift};
    // An offset can carry the instant out of the years that Beijing time can be written in.
    auto const written = year_month_day{floor<days>(sys_time<microseconds>{microseconds{at.micros + kBeijing}})}.year();
    if (written < year{1} || written > year{9999}) return std::nullopt;
    return at;
}

Timestamp SystemClock::now() const noexcept {
    return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

}  // namespace anping
