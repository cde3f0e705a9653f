// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <anping/forensics/corpus.hpp>
#include <anping/forensics/search.hpp>

#include "house.hpp"

namespace anping::forensics {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

class Corpora : public Directory {
protected:
    NewDoc doc(std::size_t size = 300) {
        ++made;
        return {"report " + std::to_string(made), "digest " + std::to_string(made), text(size), {}};
    }
    std::unique_ptr<Corpus> opened() {
        auto out = Corpus::open(directory);
        EXPECT_TRUE(out) << out.error().text;
        return std::move(*out);
    }
    std::vector<DocId> sources_of(Corpus const& corpus, text::Folded const& report) {
        std::vector<DocId> out;
        Search search;
        search.ask(report);
        for (auto const& segment : corpus.segments())
            for (auto const& found : search.in(*segment)) out.push_back(segment->id(found.doc));
        return out;
    }
    int made = 0;
};

TEST_F(Corpora, AnAddedReportIsFoundAtOnceAndAfterTheNextStart) {
    auto corpus = opened();
    std::vector<NewDoc> const docs{doc(), doc(), doc()};
    auto const ids = corpus->add(docs);
    ASSERT_TRUE(ids);
    EXPECT_THAT(*ids, ElementsAre(1, 2, 3));
    EXPECT_THAT(sources_of(*corpus, docs[1].folded), ElementsAre(2));
    corpus.reset();
    corpus = opened();
    EXPECT_THAT(sources_of(*corpus, docs[2].folded), ElementsAre(3));
    EXPECT_EQ(corpus->doc(DocId{2})->name, "report 2");
    EXPECT_EQ(corpus->doc("digest 3")->id, 3U);
    EXPECT_FALSE(corpus->doc(DocId{4}));
    EXPECT_EQ(corpus->about(2, 130), 258U)
        << "every second code point of these counts; two after the last that is kept";
    EXPECT_TRUE(corpus->verify());
}

TEST_F(Corpora, TheSameOriginalIsThereOnce) {
    auto const corpus = opened();
    auto const one = doc();
    EXPECT_THAT(*corpus->add({one, one}), ElementsAre(1, 0));
    EXPECT_THAT(*corpus->add({one, doc()}), ElementsAre(0, 2));
    EXPECT_EQ(corpus->size().docs, 2);
}

TEST_F(Corpora, SmallSegmentsArePutTogetherAndNothingIsLost) {
    auto corpus = opened();
    std::vector<NewDoc> docs;
    for (int i = 0; i < 70; ++i) {
        docs.push_back(doc());
        ASSERT_TRUE(corpus->add({docs.back()}));
        while (*corpus->merge_some()) {}
    }
    EXPECT_THAT(corpus->segments(), SizeIs(7)) << "64 documents, and six of one";
    EXPECT_TRUE(corpus->verify());
    for (int i : {0, 7, 8, 63, 64, 69})
        EXPECT_THAT(sources_of(*corpus, docs[static_cast<std::size_t>(i)].folded), ElementsAre(i + 1));
    ASSERT_TRUE(corpus->merge_all());
    EXPECT_THAT(corpus->segments(), SizeIs(1));
    corpus.reset();
    corpus = opened();
    EXPECT_EQ(corpus->size().docs, 70);
    EXPECT_TRUE(corpus->verify());
    auto const is_segment = [](auto const& entry) { return entry.path().extension() == ".segment"; };
    EXPECT_EQ(std::count_if(std::filesystem::directory_iterator(directory), {}, is_segment), 1);
}

TEST_F(Corpora, WhatWasLeftHalfWrittenCountsForNothing) {
    auto corpus = opened();
    ASSERT_TRUE(corpus->add({doc()}));
    corpus.reset();
    std::ofstream(directory / "99.segment") << "whole, but never named in the database";
    std::ofstream(directory / "100.segment.new") << "half";
    corpus = opened();
    EXPECT_THAT(corpus->segments(), SizeIs(1));
    EXPECT_FALSE(std::filesystem::exists(directory / "99.segment"));
    EXPECT_FALSE(std::filesystem::exists(directory / "100.segment.new"));
    EXPECT_TRUE(corpus->verify());
}

TEST_F(Corpora, ADamagedSegmentIsNotPutTogetherWithOthers) {
    auto corpus = opened();
    for (int i = 0; i < 7; ++i) ASSERT_TRUE(corpus->add({doc()}));
    corpus.reset();
    std::fstream(directory / "3.segment", std::ios::binary | std::ios::in | std::ios::out).seekp(5000) << "damaged";
    corpus = opened();
    ASSERT_TRUE(corpus->add({doc()}));
    auto const merged = corpus->merge_some();
    ASSERT_FALSE(merged);
    EXPECT_EQ(merged.error().key, "forensics.segment");
    EXPECT_EQ(corpus->size().docs, 8) << "nothing is lost by it";
}

TEST_F(Corpora, ASegmentThatIsGoneOrOfOthersDocumentsIsTold) {
    auto corpus = opened();
    ASSERT_TRUE(corpus->add({doc()}));
    ASSERT_TRUE(corpus->add({doc()}));
    corpus.reset();
    std::filesystem::copy_file(directory / "1.segment", directory / "2.segment",
                               std::filesystem::copy_options::overwrite_existing);
    corpus = opened();
    EXPECT_EQ(corpus->verify().error().key, "forensics.corpus");
    corpus.reset();
    std::filesystem::remove(directory / "1.segment");
    EXPECT_EQ(Corpus::open(directory).error().key, "forensics.file");
}

TEST_F(Corpora, WhoHoldsTheOldSegmentsReadsOnWhileTheyArePutTogether) {
    auto const corpus = opened();
    std::vector<NewDoc> docs;
    for (int i = 0; i < 8; ++i) {
        docs.push_back(doc());
        ASSERT_TRUE(corpus->add({docs.back()}));
    }
    auto const before = corpus->segments();
    ASSERT_TRUE(*corpus->merge_some());
    Search search;
    search.ask(docs[5].folded);
    EXPECT_THAT(search.in(*before[5]), SizeIs(1));
    EXPECT_THAT(corpus->segments(), SizeIs(1));
}

}  // namespace
}  // namespace anping::forensics
