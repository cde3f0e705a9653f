// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/photo_findings.hpp>

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <numbers>

namespace anping::forensics {
namespace {

// Cameras that give no offset keep local time, and that is Beijing's.
std::optional<Timestamp> moment(std::string const& taken_at) {
    bool const zoned = taken_at.size() > std::string_view("2026-11-20T11:05:33").size();
    return parse_timestamp(zoned ? taken_at : taken_at + "+08:00");
}

bool same_and_known(std::string const& one, std::string const& other) { return !one.empty() && one == other; }
bool different_and_known(std::string const& one, std::string const& other) {
    return !one.empty() && !other.empty() && one != other;
}

std::optional<std::int64_t> seconds_apart(Photo const& one, Photo const& other) {
    auto const a = moment(one.taken_at);
    auto const b = moment(other.taken_at);
    if (!a || !b) return std::nullopt;
    return std::abs(a->micros - b->micros) / 1'000'000;
}

std::string placed(Photo const& photo) {
    return photo.report.empty() ? fmt::format("照片“{}”", photo.name)
                                : fmt::format("报告“{}”的照片“{}”", photo.report, photo.name);
}

void tell(std::vector<Fact>& facts, Photo const& photo, std::string const& before) {
    auto const add = [&](char const* name, std::string const& value) {
        if (!value.empty()) facts.push_back({before + name, value});
    };
    add("photo", photo.name);
    add("sha256", photo.sha256);
    add("report", photo.report);
    add("institution", photo.institution);
    add("site", photo.site);
    add("day", photo.day);
    add("taken_at", photo.taken_at);
    if (!photo.latitude.empty()) add("position", photo.latitude + "," + photo.longitude);
    add("camera", photo.camera);
    add("serial", photo.serial);
}

Finding found(char const* detector, Strength strength, std::string words, Photo const& one, Photo const& other) {
    Finding out{detector, strength, std::move(words), {}, {}};
    tell(out.facts, one, "");
    tell(out.facts, other, "other_");
    return out;
}

// What was done to the photo, as far as it shows.
std::string changed(PhotoPair const& pair) {
    std::string out;
    auto const add = [&](char const* what) { out += out.empty() ? what : fmt::format("、{}", what); };
    auto const turn = pair.how.turn;
    // Mirrored is what an odd number of the three changes makes; the rest is a turn.
    bool const mirrored = ((turn & 1) != 0) != (((turn & 2) != 0) != ((turn & 4) != 0));
    if (mirrored || (pair.features && pair.features->mirrored)) add("镜像");
    if (turn != 0 && turn != 1) add("转向");
    if (pair.how.part < 100) add("裁去四边");
    return out.empty() ? "" : fmt::format("（经{}）", out);
}

bool confirmed(picture::Likeness const& features) {
    return features.problem.empty() && features.inliers >= kInliers && features.spread >= kSpread;
}

void tell(std::vector<Fact>& facts, PhotoPair const& pair) {
    if (pair.how.pdq) facts.push_back({"pdq", std::to_string(*pair.how.pdq)});
    if (pair.how.gradient) facts.push_back({"gradient", std::to_string(*pair.how.gradient)});
    if (pair.how.part < 100) facts.push_back({"kept", fmt::format("{}%", pair.how.part)});
    if (!pair.features) return;
    facts.push_back({"inliers", std::to_string(pair.features->inliers)});
    facts.push_back({"spread", fmt::format("{}%", pair.features->spread)});
}

std::optional<Finding> judge_series(PhotoPair const& pair, std::int64_t seconds) {
    if (!different_and_known(pair.one.site, pair.other.site)) return std::nullopt;
    auto out = found(
        "photos.same_scene", Strength::lead,
        fmt::format("{}与{}相隔{}秒，拍的是同一场景，却用于两处现场", placed(pair.one), placed(pair.other), seconds),
        pair.one, pair.other);
    tell(out.facts, pair);
    out.facts.push_back({"seconds", std::to_string(seconds)});
    return out;
}

// On a sphere, metres (haversine).
double metres(double latitude, double longitude, double other_latitude, double other_longitude) {
    constexpr double kRadian = std::numbers::pi / 180;
    auto const square = [](double value) { return value * value; };
    auto const along = square(std::sin((other_latitude - latitude) * kRadian / 2));
    auto const across = square(std::sin((other_longitude - longitude) * kRadian / 2));
    auto const both = along + std::cos(latitude * kRadian) * std::cos(other_latitude * kRadian) * across;
    return 2 * 6'371'000 * std::asin(std::sqrt(std::min(1.0, both)));
}

std::optional<double> degrees(std::string const& text) {
    char* end = nullptr;
    auto const value = std::strtod(text.c_str(), &end);
    if (text.empty() || end != text.c_str() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

// How far from the site, where that is further than it may be.
std::optional<double> away(double latitude, double longitude, double wrong_by, Visit const& visit) {
    if (!visit.latitude || !visit.longitude) return std::nullopt;
    auto const apart = metres(latitude, longitude, *visit.latitude, *visit.longitude);
    return apart <= visit.within_metres + wrong_by ? std::nullopt : std::optional(apart);
}

std::optional<double> away(Photo const& photo, Visit const& visit) {
    auto const latitude = degrees(photo.latitude);
    auto const longitude = degrees(photo.longitude);
    return latitude && longitude ? away(*latitude, *longitude, 0, visit) : std::nullopt;
}

void tell_site(std::vector<Fact>& facts, Visit const& visit, double apart) {
    facts.push_back({"site_position", fmt::format("{:.6f},{:.6f}", *visit.latitude, *visit.longitude)});
    facts.push_back({"metres", fmt::format("{:.0f}", apart)});
}

std::optional<Finding> elsewhere(Photo const& photo, Visit const& visit) {
    auto const apart = away(photo, visit);
    if (!apart) return std::nullopt;
    Finding out{"photos.elsewhere",
                Strength::suspected,
                fmt::format("{}记录的拍摄位置距现场约{:.1f}公里", placed(photo), *apart / 1000),
                {},
                {}};
    tell(out.facts, photo, "");
    tell_site(out.facts, visit, *apart);
    return out;
}

std::optional<field::Date> taken_on(Photo const& photo) {
    auto const taken = moment(photo.taken_at);
    return taken ? std::optional(field::beijing_date(*taken)) : std::nullopt;
}

bool is_of_another_day(field::Date day, Visit const& visit) {
    return visit.first && visit.last && (day < *visit.first || day > *visit.last);
}

std::string days_of(Visit const& visit) {
    return visit.first == visit.last ? field::to_string(*visit.first)
                                     : field::to_string(*visit.first) + "至" + field::to_string(*visit.last);
}

std::optional<Finding> other_day(Photo const& photo, Visit const& visit) {
    auto const day = taken_on(photo);
    if (!day || !is_of_another_day(*day, visit)) return std::nullopt;
    Finding out{"photos.other_day",
                Strength::suspected,
                fmt::format("{}记录的拍摄日期为{}，不在现场工作日期（{}）之内", placed(photo), field::to_string(*day),
                            days_of(visit)),
                {},
                {}};
    tell(out.facts, photo, "");
    out.facts.push_back({"visit", days_of(visit)});
    return out;
}

// A camera without a time zone, or with a wrong one, is a day off at most.
constexpr int kZoneDays = 1;

Finding stamped(char const* detector, std::string words, Photo const& photo, std::int64_t confidence) {
    Finding out{detector, Strength::lead, std::move(words), {}, {}};
    tell(out.facts, photo, "");
    out.facts.push_back({"stamp_confidence", fmt::format("{}%", confidence)});
    return out;
}

std::string written(StatedDay const& stated) {
    auto const day = field::to_string(stated.day);
    return stated.time.empty() ? day : day + " " + stated.time;
}

std::optional<Finding> stamped_elsewhere(Photo const& photo, StatedPosition const& stated, Visit const& visit) {
    auto const apart = away(stated.latitude, stated.longitude, stated.metres, visit);
    if (!apart || away(photo, visit)) return std::nullopt;
    auto out =
        stamped("photos.stamped_elsewhere",
                fmt::format("{}的水印所写位置距现场约{:.1f}公里（文字由机器识别）", placed(photo), *apart / 1000),
                photo, stated.confidence);
    out.facts.push_back({"stamped_position", fmt::format("{:.6f},{:.6f}", stated.latitude, stated.longitude)});
    tell_site(out.facts, visit, *apart);
    return out;
}

std::optional<Finding> stamped_day(Photo const& photo, StatedDay const& stated, Visit const& visit) {
    auto const taken = taken_on(photo);
    if (!is_of_another_day(stated.day, visit) || (taken && is_of_another_day(*taken, visit))) return std::nullopt;
    auto out = stamped("photos.stamped_day",
                       fmt::format("{}的水印所写日期为{}，不在现场工作日期（{}）之内（文字由机器识别）", placed(photo),
                                   field::to_string(stated.day), days_of(visit)),
                       photo, stated.confidence);
    out.facts.push_back({"stamped_at", written(stated)});
    out.facts.push_back({"visit", days_of(visit)});
    return out;
}

std::optional<Finding> stamp_differs(Photo const& photo, StatedDay const& stated) {
    auto const taken = taken_on(photo);
    if (!taken || std::abs(stated.day - *taken) <= kZoneDays) return std::nullopt;
    auto out = stamped("photos.stamp_differs",
                       fmt::format("{}的水印所写日期为{}，照片文件记录的却是{}（水印文字由机器识别）", placed(photo),
                                   field::to_string(stated.day), field::to_string(*taken)),
                       photo, stated.confidence);
    out.facts.push_back({"stamped_at", written(stated)});
    return out;
}

}  // namespace

std::optional<Finding> judge(PhotoPair const& pair) {
    auto const& [one, other, how, features] = pair;
    if (same_and_known(one.report, other.report)) return std::nullopt;
    if (same_and_known(one.site, other.site) && same_and_known(one.day, other.day)) return std::nullopt;
    if (same_and_known(one.sha256, other.sha256))
        return found("photos.same_file", Strength::established,
                     fmt::format("{}与{}是同一个文件", placed(one), placed(other)), one, other);
    bool const agree = features && confirmed(*features);
    if (!agree && !how.pdq) return std::nullopt;
    auto const apart = seconds_apart(one, other);
    if (apart && *apart > 0 && *apart <= kSeriesSeconds) return judge_series(pair, *apart);
    auto const strength = agree ? Strength::established : features ? Strength::lead : Strength::suspected;
    auto const words = agree ? fmt::format("{}与{}是同一张照片{}：{}处特征位置吻合", placed(one), placed(other),
                                           changed(pair), features->inliers)
                             : fmt::format("{}与{}看上去是同一张照片{}：256位指纹只有{}位不同", placed(one),
                                           placed(other), changed(pair), *how.pdq);
    auto out = found("photos.same_picture", strength, words, one, other);
    tell(out.facts, pair);
    return out;
}

std::optional<Finding> judge_camera(Photo const& one, Photo const& other) {
    if (!same_and_known(one.serial, other.serial) || one.camera != other.camera) return std::nullopt;
    if (!different_and_known(one.institution, other.institution)) return std::nullopt;
    return found("photos.same_camera", Strength::lead,
                 fmt::format("{}与{}由同一台相机（{}，序列号{}）拍摄，两份报告却出自不同机构", placed(one),
                             placed(other), one.camera, one.serial),
                 one, other);
}

std::vector<Finding> judge_claims(Photo const& photo, Visit const& visit) {
    std::vector<Finding> out;
    if (auto finding = elsewhere(photo, visit)) out.push_back(std::move(*finding));
    if (auto finding = other_day(photo, visit)) out.push_back(std::move(*finding));
    return out;
}

std::vector<Finding> judge_stamp(Photo const& photo, Stated const& stated, Visit const& visit, std::int64_t sure) {
    std::vector<Finding> out;
    auto const add = [&](std::optional<Finding> finding) {
        if (finding) out.push_back(std::move(*finding));
    };
    if (stated.position && stated.position->confidence >= sure) add(stamped_elsewhere(photo, *stated.position, visit));
    if (!stated.day || stated.day->confidence < sure) return out;
    add(stamped_day(photo, *stated.day, visit));
    add(stamp_differs(photo, *stated.day));
    return out;
}

}  // namespace anping::forensics
