// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <random>

#include <anping/forensics/photo_findings.hpp>

namespace anping::forensics {
namespace {

using picture::Hash256;

class Photos : public ::testing::Test {
protected:
    Photos() { std::filesystem::remove_all(directory); }
    ~Photos() override { std::filesystem::remove_all(directory); }

    Hash256 hash() {
        Hash256 out;
        for (auto& word : out.words) word = random();
        return out;
    }
    picture::Fingerprint print() {
        picture::Fingerprint out;
        out.quality = 100;
        for (auto& one : out.bare) one = hash();
        out.whole = out.bare;
        for (auto& one : out.inner) one = hash();
        out.gradient = hash();
        return out;
    }
    static Hash256 off_by(Hash256 hash, int bits) {
        for (int i = 0; i < bits; ++i) hash.words[static_cast<std::size_t>(i) / 64] ^= std::uint64_t{1} << (i % 64);
        return hash;
    }
    static Photo photo(std::string const& name) {
        Photo out;
        out.name = name;
        out.sha256 = "sha-" + name;
        out.report = "R-" + name;
        return out;
    }
    std::unique_ptr<PhotoIndex> opened() {
        auto index = PhotoIndex::open(directory);
        EXPECT_TRUE(index) << index.error().text;
        return std::move(*index);
    }

    std::mt19937_64 random{20261128};
    std::filesystem::path const directory =
        std::filesystem::temp_directory_path() / ("anping-photos-" + std::to_string(::getpid()));
};

TEST_F(Photos, AreFoundAgainByAFewBitsAndAlsoTurnedAndCut) {
    auto const index = opened();
    std::vector<NewPhoto> photos;
    for (int i = 0; i < 50; ++i) photos.push_back({photo(std::to_string(i)), print()});
    ASSERT_EQ(index->add(photos).value(), 1u);
    auto query = print();
    query.bare[0] = off_by(photos[7].print.bare[0], 64);
    query.bare[5] = off_by(photos[8].print.bare[0], 30);
    query.bare[1] = off_by(photos[9].print.inner[1], 12);
    query.bare[2] = off_by(photos[10].print.bare[0], 65);
    query.gradient = off_by(photos[11].print.gradient, 50);
    auto const found = index->find(query);
    ASSERT_EQ(found.size(), 4u);
    EXPECT_EQ(found[0].id, 8u);
    EXPECT_EQ(found[0].pdq, 64);
    EXPECT_EQ(found[1].turn, 5u);
    EXPECT_EQ(found[1].part, 100);
    EXPECT_EQ(found[2].part, 90);
    EXPECT_EQ(found[2].turn, 1u);
    EXPECT_EQ(found[3].pdq, std::nullopt);
    EXPECT_EQ(found[3].gradient, 50);
    EXPECT_EQ(index->photo(found[0].id)->name, "7");
}

TEST_F(Photos, TwoWithStripsAreNotComparedByWhatIsStampedOnThem) {
    auto const index = opened();
    auto stored = print();
    stored.strips = {{0, 0, 10, 10}};
    stored.whole[0] = hash();
    ASSERT_TRUE(index->add({{photo("stamped"), stored}}));
    auto stamped = print();
    stamped.strips = stored.strips;
    stamped.whole[0] = stored.whole[0];
    EXPECT_TRUE(index->find(stamped).empty());
    auto plain = print();
    plain.bare[0] = stored.whole[0];
    EXPECT_EQ(index->find(plain).size(), 1u) << "a strip may have been found where there is none";
    stamped.whole[0] = stored.bare[0];
    EXPECT_EQ(index->find(stamped).size(), 1u);
}

TEST_F(Photos, WithTooLittleToSeeAreNearToNothing) {
    auto const index = opened();
    auto fog = print();
    fog.quality = picture::kSeeable - 1;
    ASSERT_TRUE(index->add({{photo("fog"), fog}}));
    auto query = fog;
    query.gradient = hash();
    query.quality = 100;
    EXPECT_TRUE(index->find(query).empty());
    fog.gradient = hash();
    ASSERT_TRUE(index->add({{photo("clear"), query}}));
    EXPECT_TRUE(index->find(fog).empty());
}

TEST_F(Photos, AreThereAfterItIsOpenedAgainAndWhatABreakLeftIsNot) {
    auto const kept = print();
    ASSERT_TRUE(opened()->add({{photo("kept"), kept}}));
    auto const lost = print();
    for (char const* file : {"bare.hashes", "gradient.hashes"}) {
        std::ofstream out(directory / file, std::ios::binary | std::ios::app);
        out.write(reinterpret_cast<char const*>(&lost.bare[0]), sizeof(Hash256));
    }
    auto const index = opened();
    EXPECT_EQ(index->size(), 1u);
    EXPECT_TRUE(index->find(lost).empty());
    auto const later = print();
    EXPECT_EQ(index->add({{photo("later"), later}}).value(), 2u);
    EXPECT_EQ(index->find(later).front().id, 2u);
    EXPECT_EQ(index->find(kept).front().id, 1u);
}

TEST_F(Photos, AnIndexWhoseHashesAreGoneSaysSo) {
    ASSERT_TRUE(opened()->add({{photo("one"), print()}}));
    std::filesystem::resize_file(directory / "whole.hashes", 31);
    auto const index = PhotoIndex::open(directory);
    ASSERT_FALSE(index);
    EXPECT_EQ(index.error().key, "forensics.photos");
}

TEST_F(Photos, AreFoundByTheirFileAndTheirCamera) {
    auto const index = opened();
    auto one = photo("one");
    one.camera = "HUAWEI Mate 60";
    one.serial = "A1";
    auto other = one;
    other.name = "other";
    auto third = photo("third");
    third.camera = one.camera;
    ASSERT_TRUE(index->add({{one, print()}, {other, print()}, {third, print()}}));
    EXPECT_THAT(index->same_file("sha-one"), ::testing::ElementsAre(1u, 2u));
    EXPECT_THAT(index->same_camera("HUAWEI Mate 60", "A1"), ::testing::ElementsAre(1u, 2u));
    EXPECT_TRUE(index->same_camera("HUAWEI Mate 60", "").empty());
    EXPECT_EQ(index->photo(2), other);
    EXPECT_EQ(index->photo(4), std::nullopt);
}

PhotoPair pair() {
    PhotoPair out;
    out.one = {"图3", "aa", "R2", "乙", "乙厂", "2026-05-02", "", "", "", "", ""};
    out.other = {"图9", "bb", "R1", "甲", "甲厂", "2025-05-02", "", "", "", "", ""};
    out.how.pdq = 20;
    return out;
}

picture::Likeness features(std::int64_t inliers, std::int64_t spread) {
    picture::Likeness out;
    out.inliers = inliers;
    out.spread = spread;
    return out;
}

std::string fact(Finding const& finding, std::string const& name) {
    for (auto const& one : finding.facts)
        if (one.name == name) return one.value;
    return "";
}

TEST(PhotoJudgement, TheSameBytesAreEstablishedWhateverTheHashSays) {
    auto two = pair();
    two.other.sha256 = "aa";
    two.how.pdq.reset();
    auto const finding = judge(two);
    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->detector, "photos.same_file");
    EXPECT_EQ(finding->strength, Strength::established);
    EXPECT_EQ(finding->words, "报告“R2”的照片“图3”与报告“R1”的照片“图9”是同一个文件");
    EXPECT_EQ(fact(*finding, "other_institution"), "甲");
}

TEST(PhotoJudgement, AHashIsSuspectedAndFeaturesEstablishOrWeakenIt) {
    auto two = pair();
    EXPECT_EQ(judge(two)->strength, Strength::suspected);
    EXPECT_THAT(judge(two)->words, ::testing::HasSubstr("只有20位不同"));
    two.features = features(kInliers, kSpread);
    EXPECT_EQ(judge(two)->strength, Strength::established);
    EXPECT_EQ(fact(*judge(two), "inliers"), "25");
    two.features = features(kInliers - 1, 90);
    EXPECT_EQ(judge(two)->strength, Strength::lead);
    two.features = features(200, kSpread - 1);
    EXPECT_EQ(judge(two)->strength, Strength::lead) << "all in one corner: a sign or a stamp";
}

TEST(PhotoJudgement, GradientsAloneAreNothingUntilFeaturesConfirmThem) {
    auto two = pair();
    two.how.pdq.reset();
    two.how.gradient = 44;
    EXPECT_FALSE(judge(two));
    two.features = features(10, 50);
    EXPECT_FALSE(judge(two));
    two.features = features(60, 50);
    EXPECT_EQ(judge(two)->strength, Strength::established);
}

TEST(PhotoJudgement, TheWordsSayWhatWasDoneToThePhoto) {
    auto two = pair();
    two.how.turn = 1;
    two.how.part = 90;
    EXPECT_THAT(judge(two)->words, ::testing::HasSubstr("（经镜像、裁去四边）"));
    two.how.turn = 3;
    two.how.part = 100;
    EXPECT_THAT(judge(two)->words, ::testing::HasSubstr("（经转向）"));
    two.how.turn = 0;
    EXPECT_THAT(judge(two)->words, ::testing::Not(::testing::HasSubstr("经")));
}

TEST(PhotoJudgement, WithinAReportOrOnOneDayAtOneSiteItIsLawful) {
    auto two = pair();
    two.other.sha256 = "aa";
    two.other.site = "乙厂";
    EXPECT_TRUE(judge(two)) << "an old photo for a new visit";
    two.other.day = two.one.day;
    EXPECT_FALSE(judge(two));
    two.other.site.clear();
    two.one.site.clear();
    EXPECT_TRUE(judge(two)) << "what is not known is not the same";
    two.other.report = "R2";
    EXPECT_FALSE(judge(two));
}

TEST(PhotoJudgement, ASeriesOfOneSceneIsLawfulUnlessItIsTwoSites) {
    auto two = pair();
    two.features = features(100, 80);
    two.one.taken_at = "2026-05-02T10:00:07";
    two.other.taken_at = "2026-05-02T10:00:00+08:00";
    auto const finding = judge(two);
    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->detector, "photos.same_scene");
    EXPECT_EQ(finding->strength, Strength::lead);
    EXPECT_EQ(fact(*finding, "seconds"), "7");
    two.other.site = "乙厂";
    EXPECT_FALSE(judge(two));
    two.other.taken_at = "2026-05-02T09:57:00";
    EXPECT_EQ(judge(two)->detector, "photos.same_picture");
    two.other.taken_at = two.one.taken_at;
    EXPECT_EQ(judge(two)->detector, "photos.same_picture") << "one moment is one photo";
}

TEST(PhotoJudgement, OneCameraOfTwoInstitutionsIsALead) {
    auto two = pair();
    two.one.camera = two.other.camera = "HUAWEI Mate 60";
    EXPECT_FALSE(judge_camera(two.one, two.other)) << "many have that model";
    two.one.serial = two.other.serial = "A1";
    auto const finding = judge_camera(two.one, two.other);
    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->strength, Strength::lead);
    EXPECT_THAT(finding->words, ::testing::HasSubstr("HUAWEI Mate 60，序列号A1"));
    two.other.institution = "乙";
    EXPECT_FALSE(judge_camera(two.one, two.other));
}

TEST(PhotoJudgement, APhotoTakenElsewhereOrOnAnotherDayIsSuspected) {
    auto photo = pair().one;
    Visit visit{44.0116, 87.307486, 1000, field::Date::of(2026, 5, 1), field::Date::of(2026, 5, 3)};
    EXPECT_TRUE(judge_claims(photo, visit).empty()) << "it says nothing";
    photo.latitude = "44.011600";
    photo.longitude = "87.315000";
    photo.taken_at = "2026-05-03T23:59:00";
    EXPECT_TRUE(judge_claims(photo, visit).empty());
    photo.longitude = "87.407486";
    photo.taken_at = "2026-05-03T16:00:01Z";
    auto const findings = judge_claims(photo, visit);
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings[0].words, "报告“R2”的照片“图3”记录的拍摄位置距现场约8.0公里");
    EXPECT_EQ(findings[1].words,
              "报告“R2”的照片“图3”记录的拍摄日期为2026-05-04，不在现场工作日期（2026-05-01至2026-05-03）之内");
    EXPECT_EQ(fact(findings[0], "metres"), "7997");
}

}  // namespace
}  // namespace anping::forensics
