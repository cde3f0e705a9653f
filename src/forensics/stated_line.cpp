// SPDX-License-Identifier: Apache-2.0
#include "stated_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "leftovers/letters.hpp"

namespace anping::forensics {
namespace {

constexpr int kFirstYear = 2000, kLastYear = 2099;  // no camera stamps another
constexpr int kGuesses = 2;                         // letters taken for figures, in a date
constexpr double kSouth = 3, kNorth = 54, kWest = 73, kEast = 136;

constexpr View kOtherDays[] = {U"有效",   U"到期", U"截止",   U"届满",   U"下次",   U"出厂",   U"发证",
                               U"签发",   U"换证", U"校准日", U"检定日", U"检验日", U"检测日", U"生产日",
                               U"制造日", U"投产", U"竣工",   U"编制日", U"发布",   U"实施"};
constexpr View kBoth[] = {U"经纬度", U"坐标", U"GPS"};
constexpr View kNorthWords[] = {U"北纬", U"纬度", U"纬", U"N", U"LAT", U"Lat", U"lat", U"LATITUDE", U"Latitude"};
constexpr View kEastWords[] = {U"东经", U"经度", U"经",  U"E",   U"LNG",       U"Lng",
                               U"lng",  U"LON",  U"Lon", U"lon", U"LONGITUDE", U"Longitude"};

bool is_blank(char32_t one) { return one == U' ' || one == U'\t'; }

// The figure a character is, or is easily taken for.
std::optional<int> figure(char32_t one) {
    if (is_digit(one)) return static_cast<int>(one - U'0');
    if (is_among(one, U"OoＯ〇○")) return 0;
    if (is_among(one, U"lI|")) return 1;
    return std::nullopt;
}

char32_t narrow(char32_t one) {
    if (one >= 0xff01 && one <= 0xff5e) one -= 0xff01 - U'!';
    if (one == 0x3000 || one == 0xa0) return U' ';
    if (is_among(one, U"‐‑‒–—―−─")) return U'-';
    if (is_among(one, U"∶﹕")) return U':';
    if (is_among(one, U"·•。")) return U'.';
    if (is_among(one, U"º˚")) return U'°';
    if (is_among(one, U"′’‘`´")) return U'\'';
    if (is_among(one, U"″”“")) return U'"';
    return one;
}

std::u32string narrowed(std::string_view line) {
    auto out = to_points(line);
    for (auto& one : out) one = narrow(one);
    // A stroke between figures is no numeral.
    for (std::size_t i = 1; i + 1 < out.size(); ++i)
        if (out[i] == U'一' && figure(out[i - 1]) && figure(out[i + 1])) out[i] = U'-';
    return out;
}

class Reading {
public:
    Reading(View text, std::size_t at) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    int guesses() const { return guesses_; }
    char32_t next() const { return at_ < text_.size() ? text_[at_] : U'\0'; }
    bool is_figure() const { return figure(next()).has_value(); }

    void skip_blanks() {
        while (is_blank(next())) ++at_;
    }
    bool take(View among) {
        if (next() == U'\0' || !is_among(next(), among)) return false;
        ++at_;
        return true;
    }
    bool take_apart(View among) {
        skip_blanks();
        if (!take(among)) return false;
        skip_blanks();
        return true;
    }
    // Of so many figures; blanks between them when it is known where they end.
    std::optional<int> number(int least, int most, bool parted) {
        int out = 0;
        int many = 0;
        while (many < most) {
            auto ahead = *this;
            if (parted && many > 0) ahead.skip_blanks();
            auto const one = figure(ahead.next());
            if (!one) break;
            at_ = ahead.at_ + 1;
            guesses_ += is_digit(text_[ahead.at_]) ? 0 : 1;
            out = out * 10 + *one;
            ++many;
        }
        return many >= least ? std::optional(out) : std::nullopt;
    }

private:
    View text_;
    std::size_t at_;
    int guesses_ = 0;
};

// No figure before it, and no separator after one: not the end of another number.
bool begins_here(View text, std::size_t at) {
    if (at == 0) return true;
    // A bar is drawn between fields.
    if (figure(text[at - 1]) && text[at - 1] != U'|') return false;
    return at < 2 || !is_among(text[at - 1], U"-./:") || !figure(text[at - 2]);
}

struct Moment {
    std::string text;
    std::size_t to = 0;
};

std::optional<Moment> time_at(View text, std::size_t at, int least_figures) {
    Reading in(text, at);
    auto const hour = in.number(least_figures, 2, false);
    if (!hour || *hour > 23 || !in.take_apart(U":时")) return std::nullopt;
    auto const minute = in.number(2, 2, false);
    if (!minute || *minute > 59 || in.is_figure()) return std::nullopt;
    auto out = fmt::format("{:02}:{:02}", *hour, *minute);
    auto ahead = in;
    if (ahead.take(U":分")) {
        auto const second = ahead.number(2, 2, false);
        if (second && *second < 60 && !ahead.is_figure()) {
            out += fmt::format(":{:02}", *second);
            in = ahead;
        }
    }
    if (in.guesses() > kGuesses) return std::nullopt;
    return Moment{std::move(out), in.at()};
}

struct Day {
    field::Date date;
    std::size_t to = 0;
};

// Where its figures end: at something else, or at a time of two and two figures that lost its blank.
bool ends_here(View text, Reading const& in, std::size_t figures) {
    if (in.is_figure()) return figures == 2 && time_at(text, in.at(), 2).has_value();
    return !is_among(in.next(), U"-./") || in.at() + 1 >= text.size() || !figure(text[in.at() + 1]);
}

std::optional<Day> day_at(View text, std::size_t at) {
    Reading in(text, at);
    auto const year = in.number(4, 4, true);
    if (!year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
    in.skip_blanks();
    auto const between = in.next();
    bool const in_words = between == U'年';
    if (!in.take_apart(U"-./年")) return std::nullopt;
    auto const month = in.number(1, 2, true);
    if (!month || !in.take_apart(in_words ? View(U"月") : View(&between, 1))) return std::nullopt;
    auto const from = in.at();
    auto const day = in.number(1, 2, in_words);
    if (!day || in.guesses() > kGuesses) return std::nullopt;
    auto const figures = in.at() - from;
    if (in_words) {
        // Without it, it may have been read as one more figure.
        if (!in.take_apart(U"日号曰")) return std::nullopt;
    } else if (!ends_here(text, in, figures)) {
        return std::nullopt;
    }
    auto const date = field::Date::of(*year, *month, *day);
    if (!date) return std::nullopt;
    return Day{*date, in.at()};
}

struct Found {
    Angle angle;
    std::size_t from = 0, to = 0;
};

// Figures behind the point, of which there are `decimals`.
double fraction(View text, std::size_t& at, int& decimals) {
    double out = 0;
    double unit = 1;
    for (decimals = 0; at < text.size() && is_digit(text[at]); ++at, ++decimals)
        out += (unit /= 10) * static_cast<double>(text[at] - U'0');
    return out;
}

// "87.61", "36": and the weight of its last figure.
std::optional<Angle> amount(View text, std::size_t& at, std::size_t most) {
    double whole = 0;
    auto const from = at;
    for (; at < text.size() && is_digit(text[at]); ++at) whole = whole * 10 + static_cast<double>(text[at] - U'0');
    if (at == from || at - from > most) return std::nullopt;
    if (at + 1 >= text.size() || text[at] != U'.' || !is_digit(text[at + 1])) return Angle{whole, 1};
    ++at;
    int decimals = 0;
    auto const rest = fraction(text, at, decimals);
    double unit = 1;
    for (int i = 0; i < decimals; ++i) unit /= 10;
    return Angle{whole + rest, unit};
}

// Sixtieths and their sixtieths behind the degrees; what is no such thing stays unread.
void add_minutes(View text, std::size_t& at, Angle& angle) {
    double part = 60;
    for (auto const marks : {View(U"'分"), View(U"\"秒")}) {
        auto ahead = at;
        while (ahead < text.size() && is_blank(text[ahead])) ++ahead;
        auto const more = amount(text, ahead, 2);
        if (!more || more->degrees >= 60 || ahead >= text.size()) return;
        bool const two = part > 60 && text.substr(ahead).starts_with(U"''");
        if (!two && !is_among(text[ahead], marks)) return;
        ahead += two ? 1 : 0;
        angle.degrees += more->degrees / part;
        angle.unit = more->unit / part;
        part *= 60;
        at = ahead + 1;
    }
}

std::optional<Found> angle_at(View text, std::size_t from) {
    if (!is_digit(text[from]) || (from > 0 && is_among(text[from - 1], U"0123456789.-"))) return std::nullopt;
    auto at = from;
    auto angle = amount(text, at, 3);
    if (!angle) return std::nullopt;
    if (at < text.size() && is_among(text[at], U"°度")) add_minutes(text, ++at, *angle);
    if (at + 1 < text.size() && text[at] == U'.' && is_digit(text[at + 1])) return std::nullopt;
    // To a place near a site it takes two decimals or minutes.
    if (angle->unit > 0.02) return std::nullopt;
    return Found{*angle, from, at};
}

bool ends_with_word(View text, Words words) {
    while (!text.empty() && is_among(text.back(), U" :\t=,")) text.remove_suffix(1);
    return std::ranges::any_of(words, [&](View word) {
        if (!text.ends_with(word)) return false;
        auto const before = text.substr(0, text.size() - word.size());
        return !is_letter(word[0]) || before.empty() || !is_letter(before.back());
    });
}

bool begins_with_word(View text, Words words) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    return std::ranges::any_of(words, [&](View word) {
        if (word.size() > 1 || !text.starts_with(word)) return false;
        return text.size() == 1 || !is_letter(text[1]);
    });
}

// No place in China has a latitude that could be a longitude, so a value says which it is; a word has to agree.
void note_angle(View text, Found const& found, bool both, Said& said) {
    auto const degrees = found.angle.degrees;
    bool const north = degrees > kSouth && degrees < kNorth;
    bool const east = degrees > kWest && degrees < kEast;
    if (!north && !east) return;
    Words const words = north ? Words(kNorthWords) : Words(kEastWords);
    bool const named =
        ends_with_word(text.substr(0, found.from), words) || begins_with_word(text.substr(found.to), words);
    if (!named && !both) return;
    (north ? said.latitudes : said.longitudes).push_back(found.angle);
}

void note_angles(View text, Said& said) {
    bool const both = contains_any(text, kBoth);
    for (std::size_t at = 0; at < text.size();) {
        auto const found = angle_at(text, at);
        if (found) note_angle(text, *found, both, said);
        at = found ? found->to : at + 1;
    }
}

void note_weekdays(View text, Said& said) {
    static constexpr View kDays = U"一二三四五六日";
    for (auto const& word : {View(U"星期"), View(U"周"), View(U"礼拜")})
        for (auto const at : places_of(text, word)) {
            auto const behind = at + word.size();
            if (behind >= text.size()) continue;
            auto const named = text[behind] == U'天' ? U'日' : text[behind];
            if (auto const day = kDays.find(named); day != View::npos)
                said.weekdays.push_back(static_cast<int>(day) + 1);
        }
}

}  // namespace

Said said_in(std::string_view line) {
    auto const text = narrowed(line);
    Said out;
    out.of_something_else = contains_any(text, kOtherDays);
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < text.size();) {
        auto const day = begins_here(text, at) ? day_at(text, at) : std::nullopt;
        if (day) {
            out.days.push_back(day->date);
            ends.push_back(day->to);
        }
        at = day ? day->to : at + 1;
    }
    for (std::size_t at = 0; at < text.size();) {
        // A day may have lost the blank between it and the time.
        bool const begins = begins_here(text, at) || std::ranges::find(ends, at) != ends.end();
        auto const time = begins ? time_at(text, at, ends.empty() ? 2 : 1) : std::nullopt;
        if (time) out.times.push_back(time->text);
        at = time ? time->to : at + 1;
    }
    note_angles(text, out);
    note_weekdays(text, out);
    return out;
}

}  // namespace anping::forensics
