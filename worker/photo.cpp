// SPDX-License-Identifier: Apache-2.0
#include "photo.hpp"

#include <fmt/core.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <exiv2/exiv2.hpp>
#include <optional>

#include "answer.hpp"

namespace anping::worker {
namespace {

constexpr std::size_t kTextLimit = 100;

class Exif {
public:
    explicit Exif(Exiv2::ExifData const& data) : data_(data) {}

    std::string text(char const* key) const {
        auto const* value = find(key);
        return value == nullptr ? "" : clean_text(value->toString(), kTextLimit);
    }
    std::optional<std::int64_t> integer(char const* key) const {
        auto const* value = find(key);
        if (value == nullptr || value->count() < 1) return std::nullopt;
        return value->toLong(0);
    }
    // Degrees, minutes, seconds in millionths of a degree.
    std::optional<std::int64_t> angle(char const* key) const {
        auto const* value = find(key);
        if (value == nullptr || value->count() != 3) return std::nullopt;
        constexpr std::array<double, 3> kParts = {1e6, 1e6 / 60, 1e6 / 3600};
        double micro = 0;
        for (long i = 0; i < 3; ++i) {
            auto const [top, bottom] = value->toRational(i);
            if (top < 0 || bottom <= 0) return std::nullopt;
            micro += kParts[static_cast<std::size_t>(i)] * top / bottom;
        }
        if (micro > 180e6) return std::nullopt;
        return std::llround(micro);
    }

private:
    Exiv2::Exifdatum const* find(char const* key) const {
        auto const at = data_.findKey(Exiv2::ExifKey(key));
        return at == data_.end() ? nullptr : &*at;
    }
    Exiv2::ExifData const& data_;
};

bool fits(std::string const& text, std::string_view pattern) {
    if (text.size() != pattern.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const digit = text[i] >= '0' && text[i] <= '9';
        bool const sign = text[i] == '+' || text[i] == '-';
        if (pattern[i] == '0' ? !digit : pattern[i] == '+' ? !sign : text[i] != pattern[i]) return false;
    }
    return true;
}

int two_digits(std::string const& text, std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); }

bool is_moment(std::string const& text) {
    int const month = two_digits(text, 5);
    int const day = two_digits(text, 8);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 && two_digits(text, 11) < 24 &&
           two_digits(text, 14) < 60 && two_digits(text, 17) <= 60;
}

// "2026:11:20 11:05:33" with "+08:00" becomes "2026-11-20T11:05:33+08:00".
std::string moment(Exif const& exif) {
    for (auto const& [time, offset] : {std::pair{"Exif.Photo.DateTimeOriginal", "Exif.Photo.OffsetTimeOriginal"},
                                       std::pair{"Exif.Photo.DateTimeDigitized", "Exif.Photo.OffsetTimeDigitized"}}) {
        auto text = exif.text(time);
        if (!fits(text, "0000:00:00 00:00:00") || !is_moment(text)) continue;
        text[4] = text[7] = '-';
        text[10] = 'T';
        auto const zone = exif.text(offset);
        return fits(zone, "+00:00") ? text + zone : text;
    }
    return "";
}

std::string degrees(std::int64_t micro, bool negative) {
    return fmt::format("{}{}.{:06}", negative && micro != 0 ? "-" : "", micro / 1'000'000, micro % 1'000'000);
}

void place(Exif const& exif, vault::Reading& reading) {
    auto const latitude = exif.angle("Exif.GPSInfo.GPSLatitude");
    auto const longitude = exif.angle("Exif.GPSInfo.GPSLongitude");
    auto const north = exif.text("Exif.GPSInfo.GPSLatitudeRef");
    auto const east = exif.text("Exif.GPSInfo.GPSLongitudeRef");
    if (!latitude || !longitude || *latitude > 90'000'000) return;
    if ((north != "N" && north != "S") || (east != "E" && east != "W")) return;
    reading.latitude = degrees(*latitude, north == "S");
    reading.longitude = degrees(*longitude, east == "W");
}

std::string camera(Exif const& exif) {
    auto const make = exif.text("Exif.Image.Make");
    auto model = exif.text("Exif.Image.Model");
    if (make.empty() || model.starts_with(make)) return model;
    return model.empty() ? make : make + " " + model;
}

std::string serial(Exif const& exif, Exiv2::ExifData const& data) {
    auto const standard = exif.text("Exif.Photo.BodySerialNumber");
    if (!standard.empty()) return standard;
    auto const at = Exiv2::serialNumber(data);
    return at == data.end() ? "" : clean_text(at->toString(), kTextLimit);
}

}  // namespace

Shot read_photo(Input const& input, vault::Reading& reading) {
    Shot shot;
    try {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        auto const image = Exiv2::ImageFactory::open(input.path);
        image->readMetadata();
        shot.width = image->pixelWidth();
        shot.height = image->pixelHeight();
        Exif const exif(image->exifData());
        auto const orientation = exif.integer("Exif.Image.Orientation").value_or(1);
        if (orientation >= 1 && orientation <= 8) shot.orientation = static_cast<int>(orientation);
        reading.taken_at = moment(exif);
        place(exif, reading);
        reading.camera = camera(exif);
        shot.serial = serial(exif, image->exifData());
    } catch (std::exception const&) {  // NOLINT(bugprone-empty-catch)
        // Evidence without EXIF is evidence; a damaged picture shows when it is decoded.
    }
    return shot;
}

}  // namespace anping::worker
