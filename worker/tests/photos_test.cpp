// SPDX-License-Identifier: Apache-2.0
#include <png.h>

#include <cmath>
#include <cstdlib>

#include "workshop.hpp"

namespace anping::worker {
namespace {

struct Picture {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<std::uint8_t> rgb;
};

// One EXIF directory entry: its value as text, or as three fractions.
struct Field {
    std::uint16_t tag;
    std::uint16_t type;  // 2 text, 3 short, 4 long, 5 fraction
    std::uint32_t count;
    std::string value;
};

class ExifWriter {
public:
    static std::string text(std::uint32_t value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i, value >>= 8) out += static_cast<char>(value & 0xff);
        return out;
    }
    static Field line(std::uint16_t tag, std::string const& value) {
        return {tag, 2, static_cast<std::uint32_t>(value.size() + 1), value + '\0'};
    }
    static Field fractions(std::uint16_t tag, std::vector<std::pair<std::uint32_t, std::uint32_t>> const& values) {
        std::string bytes;
        for (auto const& [top, bottom] : values) bytes += text(top, 4) + text(bottom, 4);
        return {tag, 5, static_cast<std::uint32_t>(values.size()), bytes};
    }
    // The main directory, that of the camera and that of the place, as a segment behind the start of a JPEG.
    static std::string into(std::string const& jpeg, std::vector<Field> main, std::vector<Field> const& camera,
                            std::vector<Field> const& place) {
        main.push_back({0x8769, 4, 1, text(0, 4)});
        main.push_back({0x8825, 4, 1, text(0, 4)});
        auto const camera_at = 8 + directory(main, 8).size();
        auto const place_at = camera_at + directory(camera, camera_at).size();
        main[main.size() - 2].value = text(static_cast<std::uint32_t>(camera_at), 4);
        main.back().value = text(static_cast<std::uint32_t>(place_at), 4);
        auto const tiff = std::string("II*\0", 4) + text(8, 4) + directory(main, 8) + directory(camera, camera_at) +
                          directory(place, place_at);
        auto const body = std::string("Exif\0\0", 6) + tiff;
        auto const size = body.size() + 2;
        return "\xff\xd8\xff\xe1" + std::string{static_cast<char>(size >> 8), static_cast<char>(size & 0xff)} + body +
               jpeg.substr(2);
    }

private:
    static std::string directory(std::vector<Field> const& fields, std::size_t at) {
        auto out = text(static_cast<std::uint32_t>(fields.size()), 2);
        std::string values;
        auto const values_at = at + 2 + fields.size() * 12 + 4;
        for (auto const& field : fields) {
            out += text(field.tag, 2) + text(field.type, 2) + text(field.count, 4);
            if (field.value.size() <= 4) {
                out += field.value + std::string(4 - field.value.size(), '\0');
                continue;
            }
            out += text(static_cast<std::uint32_t>(values_at + values.size()), 4);
            values += field.value;
        }
        return out + text(0, 4) + values;
    }
};

class Photos : public Workshop {
protected:
    Picture preview(std::string const& sm3) {
        auto const bytes = vault->preview(sm3, 1).value();
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        EXPECT_NE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()), 0);
        image.format = PNG_FORMAT_RGB;
        Picture out{image.width, image.height, {}};
        out.rgb.resize(PNG_IMAGE_SIZE(image));
        EXPECT_NE(png_image_finish_read(&image, nullptr, out.rgb.data(), 0, nullptr), 0);
        return out;
    }
    static double difference(Picture const& a, Picture const& b) {
        double sum = 0;
        for (std::size_t i = 0; i < a.rgb.size(); ++i) sum += std::abs(int{a.rgb[i]} - int{b.rgb[i]});
        return sum / static_cast<double>(a.rgb.size());
    }
    std::string plain() const { return content_of(shared("images/Landscape_0.jpg")); }
    // A PNG of one colour.
    std::string png(png_uint_32 width, png_uint_32 height, int depth, int interlace) {
        auto const path = (folder / "drawn.png").string();
        auto* const file = std::fopen(path.c_str(), "wb");
        auto* writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
        auto* info = png_create_info_struct(writer);
        png_set_user_limits(writer, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
        png_init_io(writer, file);
        png_set_compression_level(writer, 1);
        png_set_filter(writer, 0, PNG_FILTER_NONE);
        png_set_IHDR(writer, info, width, height, depth, PNG_COLOR_TYPE_GRAY, interlace, 0, 0);
        png_write_info(writer, info);
        auto const passes = png_set_interlace_handling(writer);
        std::vector<std::uint8_t> const row((std::size_t{width} * static_cast<unsigned>(depth) + 7) / 8, 0x55);
        for (int pass = 0; pass < passes; ++pass)
            for (png_uint_32 y = 0; y < height; ++y) png_write_row(writer, row.data());
        png_write_end(writer, nullptr);
        png_destroy_write_struct(&writer, &info);
        std::fclose(file);
        return path;
    }
};

TEST_F(Photos, SizeAndThumbnailAreThoseOfTheUprightPicture) {
    for (auto const& [kind, width, height] :
         {std::tuple{"Landscape", 1800, 1200}, std::tuple{"Portrait", 1200, 1800}}) {
        Picture upright;
        for (int orientation = 1; orientation <= 8; ++orientation) {
            SCOPED_TRACE(std::string(kind) + std::to_string(orientation));
            auto const blob =
                stored(shared("images/" + std::string(kind) + "_" + std::to_string(orientation) + ".jpg"));
            EXPECT_EQ(blob.reading.width, width);
            EXPECT_EQ(blob.reading.height, height);
            EXPECT_EQ(blob.reading.problem, "");
            auto const picture = preview(blob.sm3);
            EXPECT_EQ(picture.width > picture.height, width > height);
            EXPECT_LE(std::max(picture.width, picture.height), 1280u);
            if (orientation == 1) upright = picture;
            ASSERT_EQ(picture.rgb.size(), upright.rgb.size());
            EXPECT_LT(difference(picture, upright), 12);
        }
    }
}

TEST_F(Photos, OrdinaryPhotosHaveNoProblem) {
    int count = 0;
    for (auto const& path : files_in("images/distinct")) {
        if (count++ % 8 != 0) continue;
        auto const reading = read(path);
        EXPECT_EQ(reading.media_type, "image/jpeg") << path;
        EXPECT_EQ(reading.problem, "") << path;
        EXPECT_LE(std::max(reading.width, reading.height), 640) << path;
        EXPECT_GE(std::min(reading.width, reading.height), 100) << path;
    }
}

TEST_F(Photos, SaysWhenWhereAndWithWhatItWasTaken) {
    using E = ExifWriter;
    auto const reading = read_content(E::into(plain(), {E::line(0x010f, "HUAWEI"), E::line(0x0110, "Mate 60")},
                                              {E::line(0x9003, "2026:11:20 11:05:33"), E::line(0x9011, "+08:00")},
                                              {E::line(1, "N"), E::fractions(2, {{44, 1}, {0, 1}, {4176, 100}}),
                                               E::line(3, "E"), E::fractions(4, {{87, 1}, {18, 1}, {2695, 100}})}));
    EXPECT_EQ(reading.taken_at, "2026-11-20T11:05:33+08:00");
    EXPECT_EQ(reading.latitude, "44.011600");
    EXPECT_EQ(reading.longitude, "87.307486");
    EXPECT_EQ(reading.camera, "HUAWEI Mate 60");
    EXPECT_EQ(reading.width, 1800);
}

TEST_F(Photos, KeepsTheCamerasLocalTimeAndSouthernAndWesternPlaces) {
    using E = ExifWriter;
    auto const reading = read_content(E::into(plain(), {E::line(0x010f, "Canon"), E::line(0x0110, "Canon EOS 5D")},
                                              {E::line(0x9003, "2026:11:20 11:05:33")},
                                              {E::line(1, "S"), E::fractions(2, {{33, 1}, {30, 1}, {0, 1}}),
                                               E::line(3, "W"), E::fractions(4, {{0, 1}, {0, 1}, {1, 1}})}));
    EXPECT_EQ(reading.taken_at, "2026-11-20T11:05:33");
    EXPECT_EQ(reading.latitude, "-33.500000");
    EXPECT_EQ(reading.longitude, "-0.000278");
    EXPECT_EQ(reading.camera, "Canon EOS 5D");
}

TEST_F(Photos, LeavesEmptyWhatExifSaysWrongly) {
    using E = ExifWriter;
    auto const reading =
        read_content(E::into(plain(), {E::line(0x010f, "bad\xff\xfe"), E::line(0x0110, "line\r\nbreak")},
                             {E::line(0x9003, "2026:13:40 99:05:33"), E::line(0x9011, "<b>:00")},
                             {E::line(1, "N"), E::fractions(2, {{444, 1}, {0, 0}, {1, 1}}), E::line(3, "X"),
                              E::fractions(4, {{87, 1}, {18, 1}, {1, 1}})}));
    EXPECT_EQ(reading.taken_at, "");
    EXPECT_EQ(reading.latitude, "");
    EXPECT_EQ(reading.longitude, "");
    EXPECT_EQ(reading.camera, "linebreak");
    EXPECT_EQ(reading.problem, "");
}

TEST_F(Photos, TakesAHundredMillionPixelsAndNotOneRowMore) {
    auto const largest = stored(png(10'000, 10'000, 1, PNG_INTERLACE_NONE));
    EXPECT_EQ(largest.reading.problem, "");
    auto const picture = preview(largest.sm3);
    EXPECT_EQ(picture.width, 1250u);
    EXPECT_EQ(read(png(10'000, 10'001, 1, PNG_INTERLACE_NONE)).problem, "too_large");
    EXPECT_EQ(read(png(100'000'000, 1, 1, PNG_INTERLACE_NONE)).problem, "");
    EXPECT_EQ(read(png(100'000'001, 1, 1, PNG_INTERLACE_NONE)).problem, "too_large");
    auto const interlaced = stored(png(10'000, 10'000, 1, PNG_INTERLACE_ADAM7));
    EXPECT_EQ(interlaced.reading.problem, "");
    EXPECT_FALSE(vault->preview(interlaced.sm3, 1)) << "it would have to be held as a whole";
}

TEST_F(Photos, DrawsGreyInterlacedAndDeepPng) {
    for (int const depth : {1, 8, 16}) {
        for (int const interlace : {PNG_INTERLACE_NONE, PNG_INTERLACE_ADAM7}) {
            auto const blob = stored(png(1500, 700, depth, interlace));
            EXPECT_EQ(blob.reading.problem, "");
            auto const picture = preview(blob.sm3);
            EXPECT_EQ(picture.width, 750u);
            EXPECT_EQ(picture.height, 350u);
            auto const grey = depth == 1 ? 127 : 0x55;
            EXPECT_NEAR(picture.rgb[3 * 750 * 100 + 300], grey, 1) << depth;
        }
    }
}

}  // namespace
}  // namespace anping::worker
