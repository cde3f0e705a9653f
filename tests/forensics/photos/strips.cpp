// SPDX-License-Identifier: Apache-2.0
// strip_experiment DIR [EVERY [SEED]]: each EVERYth photo of the folder with true and false days and places stamped on
// it; how many are read as they are, which findings are made of them, and how many of photos that state the truth or
// nothing.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <random>

#include <fmt/format.h>

#include <anping/forensics/photo_findings.hpp>
#include <anping/picture/strip.hpp>

#include "ocr.hpp"
#include "photo.hpp"
#include "strips.hpp"

namespace {

namespace fs = std::filesystem;
namespace field = anping::field;
namespace forensics = anping::forensics;
namespace picture = anping::picture;
using photos::Photo;
using photos::Stamp;

constexpr std::int64_t kAsked = 70;  // as photos.stamp_percent of the rulebook
constexpr std::array kSure = {50, 60, 70, 80, 85, 90};
constexpr double kLatitude = 43.8245, kLongitude = 87.6123;  // of the site

// What is stamped on a photo, and whether it is true.
struct Truth {
    field::Date day;
    double latitude = 0, longitude = 0;
    bool is_false_day = false, is_false_place = false, has_place = false;
    photos::StampWords words;
};

class Planted {
public:
    explicit Planted(std::uint64_t seed) : random_(seed) {}

    Truth truth(bool false_day, bool false_place) {
        Truth out;
        out.is_false_day = false_day;
        out.is_false_place = false_place;
        auto const first = *field::Date::of(2026, 3, 16);
        out.day = false_day ? *field::Date::of(2023, 1, 1) + below(1100) : first + below(3);
        out.latitude = kLatitude + (false_place ? 0.5 + below(400) / 100.0 : (below(200) - 100) / 1e4);
        out.longitude = kLongitude + (false_place ? 0.5 + below(400) / 100.0 : (below(200) - 100) / 1e4);
        out.words = {pick(kProjects), pick(kPlaces), time_words(out.day), place_words(out)};
        return out;
    }

private:
    using Choice = std::array<char const*, 4>;
    static constexpr Choice kProjects = {"隐患排查 现场记录", "安全评价 现场勘验", "储罐区检查", "消防设施检测"};
    static constexpr Choice kPlaces = {"地点：某某县工业园区北三路18号", "地点：某某市经开区化工二路东段",
                                       "某某集团原料罐区T-204西侧", "某某区临港大道与海防路交叉口"};
    static constexpr Choice kWeather = {"多云 12℃ 西北风3级", "晴 8℃ 海拔：781米", "阴 -2℃",
                                        "小雨 21℃ 施工单位：某某安装"};

    int below(int count) { return static_cast<int>(random_() % static_cast<std::uint64_t>(count)); }
    char const* pick(Choice const& among) { return among[static_cast<std::size_t>(below(4))]; }

    std::string time_words(field::Date day) {
        static constexpr std::array kWeekdays = {"一", "二", "三", "四", "五", "六", "日"};
        auto const time = fmt::format("{:02}:{:02}", 7 + below(13), below(60));
        auto const ymd = [&](char const* form) {
            return fmt::format(fmt::runtime(form), day.year(), day.month(), day.day());
        };
        switch (below(5)) {
            case 0: return ymd("{}-{:02}-{:02} ") + time;
            case 1: return ymd("{}.{:02}.{:02} ") + time;
            case 2:
                return ymd("{}年{:02}月{:02}日 ") + time + " 星期" +
                       kWeekdays[static_cast<std::size_t>(day.weekday() - 1)];
            case 3: return time + ymd(" {}/{:02}/{:02}");
            default: return ymd("{}年{}月{}日 ") + time;
        }
    }
    static std::string in_minutes(double degrees) {
        auto const seconds = static_cast<int>(degrees * 3600 + 0.5);
        return fmt::format("{}°{:02}′{:02}″", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    std::string place_words(Truth& truth) {
        auto const form = below(5);
        truth.has_place = form != 0;
        auto const north = truth.latitude, east = truth.longitude;
        switch (form) {
            case 0: return pick(kWeather);
            case 1: return fmt::format("经度{:.4f} 纬度{:.4f}", east, north);
            case 2: return fmt::format("东经{:.6f} 北纬{:.6f}", east, north);
            case 3: return fmt::format("E:{:.2f} N:{:.2f}", east, north);
            default: return fmt::format("东经{} 北纬{}", in_minutes(east), in_minutes(north));
        }
    }

    std::mt19937_64 random_;
};

struct Count {
    int photos = 0, strips = 0;
    int days = 0, places = 0;  // stamped, and legible
    std::array<int, kSure.size()> right_days{}, wrong_days{}, right_places{}, wrong_places{};
    int false_days = 0, found_days = 0;  // stamped, and found
    int true_days = 0, alarmed_days = 0;
    int false_places = 0, found_places = 0;
    int true_places = 0, alarmed_places = 0;
    double seconds = 0;
};

bool has(std::vector<forensics::Finding> const& findings, std::string_view detector) {
    return std::ranges::any_of(findings, [&](auto const& one) { return one.detector == detector; });
}

struct Read {
    bool strip = false;
    forensics::Stated stated;
    std::vector<forensics::Finding> findings;
    std::string text;
    double seconds = 0;
};

// As the worker reads it and the screening holds it against the visit.
Read read(Photo const& photo) {
    auto const grey =
        picture::grey_of(static_cast<std::size_t>(photo.width), static_cast<std::size_t>(photo.height), photo.rgb);
    Read out;
    auto const strips = picture::find_strips(grey);
    out.strip = !strips.empty();
    auto const from = anping::worker::seconds_used();
    auto const writing = anping::worker::writing_on(grey, strips, from + 60);
    out.seconds = anping::worker::seconds_used() - from;
    if (!writing) throw std::runtime_error("no reader: tesseract-ocr-chi-sim is not installed");
    out.stated = forensics::stated_by(*writing);
    for (auto const& line : *writing) out.text += fmt::format("  {} [{}] {}\n", line.strip, line.confidence, line.text);
    forensics::Photo claimed;
    claimed.name = "1";
    forensics::Visit const visit{kLatitude, kLongitude, 3000, field::Date::of(2026, 3, 16),
                                 field::Date::of(2026, 3, 18)};
    out.findings = forensics::judge_stamp(claimed, out.stated, visit, kAsked);
    return out;
}

bool is_at(forensics::StatedPosition const& stated, Truth const& truth) {
    return std::abs(stated.latitude - truth.latitude) < 0.0051 && std::abs(stated.longitude - truth.longitude) < 0.0051;
}

void add(Count& count, Truth const& truth, Read const& read, bool place_is_shown) {
    ++count.photos;
    count.strips += read.strip;
    count.seconds += read.seconds;
    ++count.days;
    count.places += truth.has_place && place_is_shown;
    for (std::size_t i = 0; i < kSure.size(); ++i) {
        if (auto const& day = read.stated.day; day && day->confidence >= kSure[i])
            ++(day->day == truth.day ? count.right_days : count.wrong_days)[i];
        if (auto const& place = read.stated.position; place && place->confidence >= kSure[i])
            ++(is_at(*place, truth) ? count.right_places : count.wrong_places)[i];
    }
    auto const note = [&](bool is_false, char const* detector, int& false_ones, int& found, int& true_ones,
                          int& alarmed) {
        bool const told = has(read.findings, detector);
        (is_false ? false_ones : true_ones) += 1;
        (is_false ? found : alarmed) += told;
    };
    note(truth.is_false_day, "photos.stamped_day", count.false_days, count.found_days, count.true_days,
         count.alarmed_days);
    if (truth.has_place && place_is_shown)
        note(truth.is_false_place, "photos.stamped_elsewhere", count.false_places, count.found_places,
             count.true_places, count.alarmed_places);
}

void print(std::string const& name, Count const& count) {
    fmt::print("| {} | {} | {} | {} of {} | {} of {} | {} of {} | {} of {} | {:.2f} |\n", name, count.photos,
               count.strips, count.found_days, count.false_days, count.alarmed_days, count.true_days,
               count.found_places, count.false_places, count.alarmed_places, count.true_places,
               count.seconds / std::max(1, count.photos));
    for (std::size_t i = 0; i < kSure.size(); ++i)
        fmt::print(stderr, "{} at {} %: days {} right {} wrong of {}, places {} right {} wrong of {}\n", name, kSure[i],
                   count.right_days[i], count.wrong_days[i], count.days, count.right_places[i], count.wrong_places[i],
                   count.places);
    std::fflush(stdout);
}

std::vector<fs::path> photos_in(fs::path const& folder, std::size_t every) {
    std::vector<fs::path> all;
    for (auto const& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".jpg") all.push_back(entry.path());
    std::ranges::sort(all);
    std::vector<fs::path> out;
    for (std::size_t i = 0; i < all.size(); i += every) out.push_back(all[i]);
    return out;
}

void plain(std::vector<fs::path> const& files) {
    Count count;
    int findings = 0, stated = 0;
    for (auto const& file : files) {
        auto const found = read(photos::read_jpeg(file));
        ++count.photos;
        count.strips += found.strip;
        count.seconds += found.seconds;
        findings += static_cast<int>(found.findings.size());
        stated += found.stated.day.has_value() || found.stated.position.has_value();
        if (found.stated.day || found.stated.position) fmt::print(stderr, "{}\n{}", file.string(), found.text);
    }
    fmt::print(
        "nothing stamped: {} photos, a strip seen in {}, a day or place read in {}, findings {}, {:.2f} s a photo\n",
        count.photos, count.strips, stated, findings, count.seconds / std::max(1, count.photos));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2 || argc > 4) {
        std::cerr << "usage: strip_experiment DIR [EVERY [SEED]]\n";
        return 2;
    }
    auto const every = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1;
    auto const seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 20261129;
    auto const files = photos_in(argv[1], std::max(1ul, every));
    bool const tell = std::getenv("TELL") != nullptr;
    plain(files);
    fmt::print(
        "| stamp | photos | strip seen | false days found | true days told | false places found | true places "
        "told | s a photo |\n|---|---|---|---|---|---|---|---|\n");
    struct Way {
        char const* name;
        Stamp stamp;
        int percent, quality;
    };
    static constexpr std::array kWays = {
        Way{"lines, 640", Stamp::corner, 100, 85},       Way{"band, 640", Stamp::band, 100, 85},
        Way{"date, 640", Stamp::date, 100, 85},          Way{"card, 640", Stamp::card, 100, 85},
        Way{"lines, 1280", Stamp::corner, 200, 85},      Way{"band, 1280", Stamp::band, 200, 85},
        Way{"date, 1280", Stamp::date, 200, 85},         Way{"card, 1280", Stamp::card, 200, 85},
        Way{"card, 1280, jpeg 40", Stamp::card, 200, 40}};
    for (auto const& way : kWays) {
        Planted planted(seed);
        Count count;
        for (std::size_t i = 0; i < files.size(); ++i) {
            auto photo = photos::read_jpeg(files[i]);
            if (way.percent != 100) photo = scaled(photo, way.percent);
            auto const truth = planted.truth(i % 2 == 1, i / 2 % 2 == 1);
            auto const found = read(recoded(stamped(photo, way.stamp, truth.words), way.quality));
            add(count, truth, found, way.stamp != Stamp::date);
            bool const wrong = found.stated.day && found.stated.day->day != truth.day;
            bool const off = found.stated.position && !is_at(*found.stated.position, truth);
            if (tell || wrong || off)
                fmt::print(stderr, "{} {} {} | {}\n{}", way.name, files[i].filename().string(), truth.words.time,
                           truth.words.weather, found.text);
        }
        print(way.name, count);
    }
}
