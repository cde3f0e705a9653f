// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iterator>
#include <set>

#include <anping/forensics/search.hpp>
#include <anping/text/seeds.hpp>

#include "house.hpp"

namespace anping::forensics {
namespace {

std::string bytes_of(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::uint32_t> places(Segment const& segment, std::uint64_t key) {
    std::vector<std::uint32_t> out;
    auto const bucket = segment.bucket_of(key);
    auto const postings = segment.bucket(bucket);
    auto const rest = key & ((std::uint64_t{1} << (kKeyBits - segment.bucket_bits())) - 1);
    for (std::size_t i = 0; i < postings.size(); ++i)
        if (postings.remainder(i) == rest) out.push_back(postings.place(i));
    return out;
}

TEST_F(Directory, EverySeedOfEveryDocumentIsFoundWhereItIs) {
    std::vector<text::Folded> const texts{text(500), text(30), text(0), text(2000)};
    auto const segment = written(texts, 7, "a");
    ASSERT_EQ(segment.docs(), 4U);
    EXPECT_TRUE(segment.verify());
    for (std::size_t doc = 0; doc < texts.size(); ++doc) {
        EXPECT_EQ(segment.id(doc), 7 + doc);
        EXPECT_EQ(segment.to(doc) - segment.from(doc), texts[doc].text.size());
        std::vector<text::Seed> seeds;
        text::seeds_of(texts[doc].text, {}, seeds);
        for (auto const& seed : seeds)
            EXPECT_THAT(places(segment, seed.key), ::testing::Contains(segment.from(doc) + seed.at));
    }
    EXPECT_EQ(segment.doc_at(segment.from(3)), 3U) << "an empty document holds no place";
    EXPECT_EQ(segment.origin(0, 300).point, 512U);
    EXPECT_EQ(segment.origin(0, 300).at, 256U);
}

TEST_F(Directory, TheEarliestOccurrencesOfASeedAreKept) {
    std::vector<text::Folded> texts;
    auto const shared = text(40);
    for (int i = 0; i < 50; ++i) texts.push_back(shared);
    auto const segment = written(texts, 1, "a");
    std::vector<text::Seed> seeds;
    text::seeds_of(shared.text, {}, seeds);
    ASSERT_FALSE(seeds.empty());
    auto const kept = places(segment, seeds[0].key);
    ASSERT_EQ(kept.size(), kEarliest);
    EXPECT_EQ(kept.back(), segment.from(kEarliest - 1) + seeds[0].at);
}

TEST_F(Directory, SegmentsPutTogetherAreTheSegmentOfAllTheirDocuments) {
    std::vector<text::Folded> texts;
    auto const shared = text(60);
    for (int i = 0; i < 80; ++i) {
        texts.push_back(text(200 + random() % 300));
        texts.back().text += shared.text;
        texts.back().origin.resize(texts.back().text.size());
    }
    auto const all = written(texts, 1, "all");
    auto const part = [&](std::size_t from, std::size_t to, char const* name) {
        return written(
            {texts.begin() + static_cast<std::ptrdiff_t>(from), texts.begin() + static_cast<std::ptrdiff_t>(to)},
            1 + from, name);
    };
    auto const one = part(0, 3, "one");
    auto const two = part(3, 60, "two");
    auto const three = part(60, 80, "three");
    Segment const* const parts[] = {&one, &two, &three};
    auto const merged = opened(merge(parts, directory / "merged"), "merged");
    EXPECT_TRUE(merged.verify());
    ASSERT_EQ(merged.docs(), all.docs());
    EXPECT_EQ(merged.size(), all.size());
    EXPECT_TRUE(std::ranges::equal(merged.text(), all.text()));
    for (std::size_t doc = 0; doc < all.docs(); ++doc) {
        EXPECT_EQ(merged.id(doc), all.id(doc));
        EXPECT_EQ(merged.to(doc), all.to(doc));
        EXPECT_TRUE(std::ranges::equal(merged.origins(doc), all.origins(doc)));
        std::vector<text::Seed> seeds;
        text::seeds_of(texts[doc].text, {}, seeds);
        for (auto const& seed : seeds) EXPECT_EQ(places(merged, seed.key), places(all, seed.key));
    }
}

TEST_F(Directory, AnyNumberOfThreadsPutTheSameSegmentTogetherAlsoALargeOne) {
    constexpr std::size_t kLong =
        9'500'000;  // a file is written in chunks of 4 MiB, whole ones of texts beside the rest
    auto const one = written({text(kLong)}, 1, "one");
    auto const two = written({text(20), text(2'000'000), text(4'500'000)}, 2, "two");
    Segment const* const parts[] = {&one, &two};
    auto const merged = opened(merge(parts, directory / "merged"), "merged");
    opened(merge(parts, directory / "again", 3), "again");
    EXPECT_TRUE(bytes_of(directory / "merged") == bytes_of(directory / "again"));
    EXPECT_TRUE(one.verify());
    EXPECT_TRUE(merged.verify());
    EXPECT_TRUE(std::ranges::equal(merged.text().first(kLong), one.text()));
    EXPECT_TRUE(std::ranges::equal(merged.text().subspan(kLong), two.text()));
}

TEST_F(Directory, ASegmentSaysOfItsOwnSeedsThatItMayHoldThemAndOfFewOthers) {
    auto const own = text(20'000);
    auto const segment = written({own}, 1, "a");
    auto const held = [&](text::Folded const& folded) {
        std::vector<text::Seed> seeds;
        text::seeds_of(folded.text, {}, seeds);
        auto const count = std::ranges::count_if(seeds, [&](auto const& seed) { return segment.may_hold(seed.key); });
        return static_cast<double>(count) / static_cast<double>(seeds.size());
    };
    ASSERT_TRUE(segment.filters());
    EXPECT_EQ(held(own), 1);
    EXPECT_LT(held(text(20'000)), 0.25);
}

TEST(PostingsOfABucket, KeepKeysBesideOneAnotherInTwoBytesOrFour) {
    std::vector<std::uint8_t> const narrow{5, 1, 6, 1, 1, 0, 0, 0, 2, 0, 0, 1};
    Postings const two(narrow.data(), 2, true);
    EXPECT_EQ(two.remainder(1), 0x106U);
    EXPECT_EQ(two.place(0), 1U);
    EXPECT_EQ(two.place(1), 0x1000002U);
    std::vector<std::uint8_t> const wide{7, 0, 1, 0, 9, 0, 0, 0};
    Postings const one(wide.data(), 1, false);
    EXPECT_EQ(one.remainder(0), 0x10007U);
    EXPECT_EQ(one.place(0), 9U);
}

TEST_F(Directory, EveryChangedByteIsToldByTheHeadOrTheSums) {
    written({text(300), text(400)}, 1, "a");
    auto const whole = bytes_of(directory / "a");
    std::set<std::size_t> flips{0, 9, 40, 200};
    for (int i = 0; i < 200; ++i) flips.insert(4096 + random() % (whole.size() - 4096));
    for (auto const at : flips) {
        auto broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ 0x10);
        std::ofstream(directory / "b", std::ios::binary) << broken;
        auto const segment = Segment::open(directory / "b");
        EXPECT_FALSE(segment && segment->verify()) << "byte " << at << " of " << whole.size();
    }
}

TEST_F(Directory, ADamagedSegmentIsSearchedWithoutHarm) {
    auto const report = text(600);
    auto source = text(900);
    source.text.replace(200, 300, report.text, 100, 300);
    written({text(300), source}, 1, "a");
    auto const whole = bytes_of(directory / "a");
    Search search;
    search.ask(report);
    int opened = 0;
    for (int i = 0; i < 300; ++i) {
        auto broken = whole;
        for (int k = 0; k < 50; ++k) broken[4096 + random() % (whole.size() - 4096)] = static_cast<char>(random());
        std::ofstream(directory / "b", std::ios::binary) << broken;
        auto const segment = Segment::open(directory / "b");
        if (!segment) continue;
        ++opened;
        for (auto const& found : search.in(*segment)) EXPECT_LT(found.doc, segment->docs());
        EXPECT_FALSE(segment->verify());
    }
    EXPECT_GT(opened, 0);
}

TEST_F(Directory, AFileCutShortIsNoSegment) {
    written({text(300)}, 1, "a");
    auto const whole = bytes_of(directory / "a");
    for (auto const size : {std::size_t{0}, std::size_t{100}, std::size_t{4096}, whole.size() - 1}) {
        std::ofstream(directory / "b", std::ios::binary | std::ios::trunc) << whole.substr(0, size);
        auto const segment = Segment::open(directory / "b");
        ASSERT_FALSE(segment);
        EXPECT_EQ(segment.error().key, "forensics.segment");
    }
    EXPECT_EQ(Segment::open(directory / "none").error().key, "forensics.file");
}

TEST_F(Directory, ASegmentThatCannotBeWrittenSaysSoAndLeavesNothing) {
    Gathered gathered;
    ASSERT_TRUE(gathered.add(1, text(100)));
    auto const done = gathered.write(directory / "no" / "such");
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().key, "forensics.file");
    EXPECT_TRUE(std::filesystem::is_empty(directory));
}

TEST_F(Directory, WhatIsMaskedStartsNoSeed) {
    auto const one = text(200);
    std::vector<std::uint8_t> masked(200);
    std::fill(masked.begin() + 50, masked.begin() + 150, std::uint8_t{1});
    Gathered gathered;
    ASSERT_TRUE(gathered.add(1, one, masked));
    auto const segment = opened(gathered.write(directory / "a"), "a");
    std::vector<text::Seed> seeds;
    text::seeds_of(one.text, {}, seeds);
    for (auto const& seed : seeds)
        EXPECT_EQ(places(segment, seed.key).empty(), seed.at + text::kSeedLength > 50 && seed.at < 150) << seed.at;
}

}  // namespace
}  // namespace anping::forensics
