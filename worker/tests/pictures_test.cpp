// SPDX-License-Identifier: Apache-2.0
// The real programs on a few real photos; tests/forensics/photos does it with all of them.
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include <anping/picture/fingerprint.hpp>

#include "photo.hpp"
#include "workshop.hpp"

namespace anping::worker {
namespace {

constexpr int kNear = 64;

class Pictures : public Workshop {
protected:
    static std::vector<std::string> lines_of(std::string const& command) {
        std::vector<std::string> out;
        std::unique_ptr<std::FILE, int (*)(std::FILE*)> const answer(::popen(command.c_str(), "r"), &::pclose);
        std::array<char, 16'384> line{};
        while (std::fgets(line.data(), line.size(), answer.get()) != nullptr) out.emplace_back(line.data());
        return out;
    }
    static std::vector<picture::Facts> facts_of(std::vector<std::string> const& files, std::string const& with = "") {
        std::string command = with + ANPING_WORKER " picture";
        for (auto const& file : files) command += " " + file;
        std::vector<picture::Facts> out;
        for (auto const& line : lines_of(command)) {
            auto facts = picture::facts_from(line);
            EXPECT_TRUE(facts) << line;
            out.push_back(facts.value_or(picture::Facts{}));
        }
        EXPECT_EQ(out.size(), files.size());
        return out;
    }
    static picture::Likeness compared(std::string const& one, std::string const& other) {
        auto const lines = lines_of(ANPING_PICTURE_WORKER " compare " + one + " " + other);
        EXPECT_EQ(lines.size(), 1u);
        return picture::likeness_from(lines.empty() ? "" : lines[0]).value();
    }
    std::string saved(photos::Photo const& photo, int quality) {
        auto const path = (folder / ("photo" + std::to_string(++saved_) + ".jpg")).string();
        photos::write_jpeg(photo, quality, path);
        return path;
    }
    static int apart(picture::Fingerprint const& stored, picture::Fingerprint const& asked) {
        int out = 256;
        for (auto const& turned : asked.bare) {
            out = std::min(out, distance(turned, stored.bare[0]));
            for (auto const& part : stored.inner) out = std::min(out, distance(turned, part));
        }
        return out;
    }
    std::vector<std::string> few() const {
        std::vector<std::string> out;
        for (auto const& path : files_in("images/distinct"))
            if (std::stoi(path.stem()) % 60 == 12) out.push_back(path);
        EXPECT_GE(out.size(), 3u);
        return out;
    }

private:
    int saved_ = 0;
};

TEST_F(Pictures, AStampedCutSmallerCopyIsFoundAndNoOtherPhotoIs) {
    auto const originals = few();
    std::vector<std::string> copies;
    for (std::size_t i = 0; i < originals.size(); ++i)
        copies.push_back(
            saved(scaled(cropped(stamped(photos::read_jpeg(originals[i]),
                                         i % 2 == 0 ? photos::Stamp::card : photos::Stamp::corner, static_cast<int>(i)),
                                 96),
                         50),
                  50));
    auto const stored = facts_of(originals);
    auto const asked = facts_of(copies);
    for (std::size_t i = 0; i < stored.size(); ++i)
        for (std::size_t j = 0; j < asked.size(); ++j) {
            auto const bits = apart(fingerprint_of(stored[i]).value(), fingerprint_of(asked[j]).value());
            EXPECT_EQ(bits <= kNear, i == j) << originals[i] << " " << originals[j] << ": " << bits;
        }
}

TEST_F(Pictures, FeaturesConfirmPartsTurnsAndMirroredCopiesAndNoOtherPhoto) {
    auto const originals = few();
    auto const photo = photos::read_jpeg(originals[0]);
    EXPECT_GE(compared(originals[0], saved(cropped(photo, 70, 10, -10), 85)).inliers, 25);
    auto const turned = compared(originals[0], saved(quarter_turned(photo), 85));
    EXPECT_GE(turned.inliers, 25);
    EXPECT_NEAR(static_cast<double>(turned.corners.at(0)), 1000, 20) << "its upper left is the upper right now";
    auto const mirrored = compared(originals[0], saved(photos::mirrored(photo), 85));
    EXPECT_GE(mirrored.inliers, 25);
    EXPECT_TRUE(mirrored.mirrored);
    EXPECT_LT(compared(originals[0], originals[1]).inliers, 25);
}

TEST_F(Pictures, TheStripIsToldInThePhotosOwnPixels) {
    auto photo = photos::read_jpeg(shared("images/Landscape_1.jpg"));
    auto const facts = facts_of({saved(stamped(photo, photos::Stamp::card, 1), 90)}).front();
    EXPECT_EQ(facts.width, 1800);
    ASSERT_FALSE(facts.strips.empty());
    auto const& strip = facts.strips.back();
    EXPECT_LT(strip.left, 60);
    EXPECT_NEAR(static_cast<double>(strip.top), 1200 - 57 * 7.5, 40);
    EXPECT_GT(strip.top + strip.height, 1140);
}

TEST_F(Pictures, WhatIsWrittenOnItsStripsIsReadAndNothingElseIs) {
    auto const photo = photos::read_jpeg(shared("images/Landscape_1.jpg"));
    auto const facts = facts_of({saved(stamped(photo, photos::Stamp::card, 1), 90)}).front();
    ASSERT_TRUE(facts.writing);
    bool const timed = std::ranges::any_of(*facts.writing, [](picture::StripLine const& line) {
        return line.text.ends_with("11.08 15:06") && line.confidence >= 70;
    });
    EXPECT_TRUE(timed) << to_line(facts);
    auto const bare = facts_of({few()[0]}).front();
    EXPECT_TRUE(bare.writing.value_or(std::vector<picture::StripLine>{}).empty()) << to_line(bare);
}

TEST_F(Pictures, WithoutTheReadersDataAPhotoIsKnownByItsHashesAlone) {
    auto const stamped_photo = stamped(photos::read_jpeg(shared("images/Landscape_1.jpg")), photos::Stamp::card, 1);
    auto const file = saved(stamped_photo, 90);
    auto const facts = facts_of({file}, "TESSDATA_PREFIX=" + folder.string() + " ").front();
    EXPECT_EQ(facts.writing, std::nullopt);
    EXPECT_FALSE(facts.strips.empty());
    EXPECT_EQ(facts.bare, facts_of({file}).front().bare);
}

TEST_F(Pictures, OneHostileFileCostsNoOtherItsAnswer) {
    auto const good = few()[0];
    auto const cut = write(content_of(good).substr(0, 9'000));
    auto const facts = facts_of({write("no picture"), cut, good, (folder / "none.jpg").string()});
    ASSERT_EQ(facts.size(), 4u);
    EXPECT_EQ(facts[0].problem, "other");
    EXPECT_EQ(facts[1].problem, "damaged");
    EXPECT_EQ(facts[2].problem, "");
    EXPECT_EQ(facts[3].problem, "damaged");
    EXPECT_EQ(compared(good, cut).problem, "damaged");
}

}  // namespace
}  // namespace anping::worker
