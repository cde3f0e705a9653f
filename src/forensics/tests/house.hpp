// SPDX-License-Identifier: Apache-2.0
// Texts by chance and a directory that is gone afterwards.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include <anping/forensics/segment_writer.hpp>

namespace anping::forensics {

class Directory : public ::testing::Test {
protected:
    Directory() { std::filesystem::create_directories(directory); }
    ~Directory() override { std::filesystem::remove_all(directory); }

    text::Folded text(std::size_t size) {
        text::Folded out;
        for (std::size_t i = 0; i < size; ++i) {
            out.text.push_back(static_cast<char16_t>(0x4e00 + random() % 2500));
            out.origin.push_back(static_cast<std::uint32_t>(2 * i));
        }
        out.points = static_cast<std::uint32_t>(2 * size);
        return out;
    }
    Segment written(std::vector<text::Folded> const& texts, DocId first, char const* name) {
        Gathered gathered;
        for (auto const& one : texts) EXPECT_TRUE(gathered.add(first++, one));
        return opened(gathered.write(directory / name), name);
    }
    Segment opened(Result<void> const& done, char const* name) {
        EXPECT_TRUE(done) << done.error().text;
        auto out = Segment::open(directory / name);
        EXPECT_TRUE(out) << out.error().text;
        return std::move(*out);
    }

    std::mt19937 random{20261128};
    std::filesystem::path const directory =
        std::filesystem::temp_directory_path() / ("anping-corpus-" + std::to_string(::getpid()));
};

}  // namespace anping::forensics
