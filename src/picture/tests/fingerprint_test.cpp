// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/picture/fingerprint.hpp>

#include "drawn.hpp"

namespace anping::picture {
namespace {

Facts facts() {
    Facts out;
    out.media_type = "image/jpeg";
    out.width = 320;
    out.height = 240;
    out.taken_at = "2026-11-20T11:05:33+08:00";
    out.camera = "HUAWEI Mate 60";
    out.strips = {{0, 200, 100, 40}};
    return out;
}

TEST(Fingerprint, AMiddlePartIsAmongTheInnerHashes) {
    auto const picture = drawn(1);
    auto const print = fingerprint_of(picture);
    for (std::size_t i = 0; i < kInner.size(); ++i) {
        auto const part = fingerprint_of(inner(picture, kInner[i]));
        EXPECT_LE(distance(print.inner[i], part.bare[0]), 40) << kInner[i];
    }
    EXPECT_EQ(print.whole, print.bare) << "it has no strip";
    EXPECT_GE(print.quality, kSeeable);
}

TEST(Fingerprint, IsReadFromTheLineItWasWrittenTo) {
    auto sent = facts();
    auto print = fingerprint_of(drawn(2));
    print.strips = sent.strips;
    set_fingerprint(sent, print);
    auto const read = facts_from(to_line(sent));
    ASSERT_TRUE(read) << read.error().text;
    EXPECT_EQ(read->camera, "HUAWEI Mate 60");
    EXPECT_EQ(fingerprint_of(*read).value(), print);
}

TEST(Fingerprint, ALineThatSaysWhatCannotBeIsNotBelieved) {
    auto good = facts();
    set_fingerprint(good, fingerprint_of(drawn(3)));
    good.strips = {{0, 200, 100, 40}};
    ASSERT_TRUE(facts_from(to_line(good)));
    auto const refused = [&](auto const& change) {
        auto bad = good;
        change(bad);
        auto const read = facts_from(to_line(bad));
        return !read && read.error().key == "picture.facts";
    };
    EXPECT_TRUE(refused([](Facts& bad) { bad.whole.pop_back(); }));
    EXPECT_TRUE(refused([](Facts& bad) { bad.gradient = "00"; }));
    EXPECT_TRUE(refused([](Facts& bad) { bad.quality = 101; }));
    EXPECT_TRUE(refused([](Facts& bad) { bad.strips[0].top = 201; }));
    EXPECT_TRUE(refused([](Facts& bad) { bad.strips[0] = {9007199254740000, 0, 9007199254740000, 1}; }));
    EXPECT_TRUE(refused([](Facts& bad) { bad.writing = {{1, "2026-03-17", 90}}; }));
    EXPECT_TRUE(refused([](Facts& bad) { bad.writing = {{0, "a\nb", 90}}; }));
    EXPECT_FALSE(facts_from("{}"));
    EXPECT_FALSE(facts_from("no JSON"));
}

TEST(Fingerprint, TellsWhatIsWrittenOnItsStripsAndWhetherAnybodyReadThem) {
    auto sent = facts();
    set_fingerprint(sent, fingerprint_of(drawn(2)));
    sent.strips = {{0, 200, 100, 40}};
    EXPECT_EQ(to_line(sent).find("writing"), std::string::npos) << "as lines were before strips were read";
    EXPECT_EQ(facts_from(to_line(sent))->writing, std::nullopt);
    sent.writing.emplace();
    EXPECT_EQ(facts_from(to_line(sent))->writing, sent.writing);
    sent.writing = {{0, "2026年3月17日 09:42", 93}};
    EXPECT_EQ(facts_from(to_line(sent))->writing, sent.writing);
}

TEST(Fingerprint, APhotoThatCouldNotBeReadHasNoHashes) {
    Facts none;
    none.problem = "damaged";
    auto const read = facts_from(to_line(none));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->problem, "damaged");
    EXPECT_FALSE(fingerprint_of(*read));
}

TEST(Likeness, IsReadFromItsLineAndNothingElseIs) {
    Likeness likeness;
    likeness.inliers = 120;
    likeness.mirrored = true;
    likeness.corners = {0, 0, 1000, -5, 1000, 1000, 0, 1000};
    likeness.spread = 80;
    auto const read = likeness_from(to_line(likeness));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->corners, likeness.corners);
    EXPECT_TRUE(read->mirrored);
    likeness.corners.pop_back();
    EXPECT_FALSE(likeness_from(to_line(likeness)));
    likeness.corners.clear();
    likeness.spread = 101;
    EXPECT_FALSE(likeness_from(to_line(likeness)));
}

}  // namespace
}  // namespace anping::picture
