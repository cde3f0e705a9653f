// SPDX-License-Identifier: Apache-2.0
// Photos of reports and surveys through the screener: invented scenes, hashed as the worker hashes them.
#include <filesystem>

#include <anping/practice/events.hpp>

#include "../album.hpp"
#include "screening_scene.hpp"

namespace anping::findings {
namespace {

using access::Role;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class Pictures : public testing::Screenings {
protected:
    Pictures() { house.practice.clock.set(practice::testing::at("2026-04-30T09:00:00+08:00")); }

    access::Principal const province = house.practice.of_bureau(Role::clerk, "650000", "A-province");

    // Light and dark in soft patches, as no two scenes have them.
    picture::Grey scene() {
        constexpr std::size_t kWidth = 480, kHeight = 360, kPatch = 40;
        constexpr std::size_t kAcross = kWidth / kPatch + 2;
        std::vector<int> grid(kAcross * (kHeight / kPatch + 2));
        for (auto& one : grid) one = static_cast<int>(house.random() % 256);
        picture::Grey out{kWidth, kHeight, std::vector<std::uint8_t>(kWidth * kHeight)};
        for (std::size_t y = 0; y < kHeight; ++y)
            for (std::size_t x = 0; x < kWidth; ++x) {
                auto const at = [&](std::size_t dx, std::size_t dy) {
                    return grid[(y / kPatch + dy) * kAcross + x / kPatch + dx];
                };
                auto const right = static_cast<int>(x % kPatch), down = static_cast<int>(y % kPatch);
                int const patch = static_cast<int>(kPatch);
                int const above = at(0, 0) * (patch - right) + at(1, 0) * right;
                int const below = at(0, 1) * (patch - right) + at(1, 1) * right;
                out.row(y)[x] = static_cast<std::uint8_t>((above * (patch - down) + below * down) / (patch * patch));
            }
        return out;
    }
    // Cut by 4 % and as a coarse compression leaves it.
    static picture::Grey reworked(picture::Grey const& of) {
        auto const width = static_cast<std::int64_t>(of.width), height = static_cast<std::int64_t>(of.height);
        auto out = picture::cropped(of, {width / 50, height / 50, width - width / 25, height - height / 25});
        for (auto& pixel : out.pixels) pixel = static_cast<std::uint8_t>(pixel / 12 * 12 + 6);
        return picture::shrunk(out, out.width * 4 / 5, out.height * 4 / 5);
    }
    // A file that looks so.
    std::string file_of(std::string const& name, picture::Grey const& grey, picture::Facts facts = {}) {
        facts.media_type = "image/jpeg";
        facts.width = static_cast<std::int64_t>(grey.width);
        facts.height = static_cast<std::int64_t>(grey.height);
        picture::set_fingerprint(facts, picture::fingerprint_of(grey));
        house.figures[name] = "jpeg " + name;
        house.seen[house.figures[name]] = facts;
        return name;
    }
    vault::Document showing(std::vector<std::string> const& files) {
        vault::Document out;
        out.text = house.original(400);
        for (auto const& file : files) {
            auto const& facts = house.seen.at(house.figures.at(file));
            vault::Figure figure;
            figure.file = file;
            figure.page = 12;
            figure.media_type = facts.media_type;
            figure.width = facts.width;
            figure.height = facts.height;
            out.figures.push_back(figure);
        }
        return out;
    }
    practice::ReportId file(testing::House::Author const& who, std::vector<std::string> const& files) {
        return house.file(who, house.open(who), showing(files));
    }
    practice::ProjectId surveyed(testing::House::Author const& who, char const* day,
                                 std::vector<practice::AttachFile> files = {}) {
        auto const project = house.open(who);
        auto in = house.practice.survey((std::string(day) + "T09:00:00+08:00").c_str(),
                                        (std::string(day) + "T17:00:00+08:00").c_str());
        in.members = who.people;
        in.latitude = {"44.01"};
        in.longitude = {"87.30"};
        in.files = std::move(files);
        house.practice.done(who.leader, house.practice.service.record_survey(who.leader, project, in));
        return project;
    }
    void agree(std::string const& one, std::string const& other) {
        picture::Likeness likeness;
        likeness.inliers = 57;
        likeness.spread = 60;
        house.alike[{house.figures.at(one), house.figures.at(other)}] = likeness;
    }

    std::vector<FindingView> seen(practice::ReportId const& report, access::Principal const& who) {
        auto lease = house.practice.pool.lease();
        std::vector<FindingView> out;
        auto const view = service.screening(*lease, who, report).value();
        for (auto const& one : view.findings)
            if (one.detector.starts_with("photos.")) out.push_back(service.finding(*lease, who, one.id).value());
        return out;
    }
    std::vector<FindingView> seen(practice::ReportId const& report) { return seen(report, province); }
};

TEST_P(Pictures, APhotoOfAnotherReportCutAndCompressedIsToldWithBothTheOwnFirst) {
    auto const original = scene();
    auto const first = file(theirs, {file_of("a.jpg", original), file_of("b.jpg", scene())});
    auto const second = file(ours, {file_of("c.jpg", scene()), file_of("d.jpg", reworked(original))});
    agree("d.jpg", "a.jpg");
    screen_all();
    EXPECT_THAT(seen(first), IsEmpty());
    auto const officer = seen(second);
    ASSERT_THAT(officer, SizeIs(1));
    EXPECT_EQ(officer[0].summary.detector, "photos.same_picture");
    EXPECT_EQ(officer[0].summary.strength, forensics::Strength::established);
    EXPECT_THAT(officer[0].summary.words, HasSubstr("照片“第12页图2”与照片“其他机构报告的第12页图1”是同一张照片"));
    ASSERT_THAT(officer[0].exhibit->pictures, SizeIs(2));
    auto const& [own, other] = std::tie(officer[0].exhibit->pictures[0], officer[0].exhibit->pictures[1]);
    EXPECT_EQ(own.report, second);
    EXPECT_EQ(other.report, first);
    EXPECT_EQ(other.institution_name, "天池安评");

    auto const institution = seen(second, ours.leader);
    auto const& hidden = institution.at(0).exhibit->pictures.at(1);
    EXPECT_EQ(hidden.report, std::nullopt);
    EXPECT_EQ(hidden.institution_name, "");
    for (auto const& fact : institution[0].facts) EXPECT_THAT(fact.value, Not(HasSubstr(theirs.leader.unit)));
}

TEST_P(Pictures, ThoseNamedByTheFindingAreGivenOutAndNoOthers) {
    auto const original = scene();
    file(theirs, {file_of("a.jpg", original), file_of("b.jpg", scene())});
    auto const second = file(ours, {file_of("d.jpg", reworked(original))});
    agree("d.jpg", "a.jpg");
    screen_all();
    auto lease = house.practice.pool.lease();
    auto const finding = seen(second).at(0);
    for (auto const& one : finding.exhibit->pictures) {
        auto const given = service.picture(*lease, finding.summary.id, one.file);
        ASSERT_TRUE(given);
        EXPECT_EQ(given->media_type, "image/jpeg");
    }
    std::ofstream(house.practice.folder.path + "/other") << house.figures.at("b.jpg");
    auto const other = house.practice.vault.put(house.practice.folder.path + "/other").value().sm3;
    EXPECT_EQ(service.picture(*lease, finding.summary.id, other).error().key, "findings.no_picture");
}

TEST_P(Pictures, PhotosOfTwoScenesAreNotOne) {
    file(theirs, {file_of("a.jpg", scene()), file_of("b.jpg", scene())});
    auto const second = file(ours, {file_of("c.jpg", scene()), file_of("d.jpg", scene())});
    screen_all();
    EXPECT_THAT(seen(second), IsEmpty());
}

TEST_P(Pictures, OneFileForTwoVisitsIsToldAndForOneDayAtOnePlantItIsNot) {
    auto const photo = file_of("a.jpg", scene());
    house.file(ours, surveyed(ours, "2026-03-23"), showing({photo}));
    auto const same = house.file(ours, surveyed(ours, "2026-03-23"), showing({photo}));
    auto const later = house.file(ours, surveyed(ours, "2026-03-30"), showing({photo}));
    screen_all();
    EXPECT_THAT(seen(same), IsEmpty());
    ASSERT_THAT(seen(later), SizeIs(2)) << "one with each of the others";
    EXPECT_EQ(seen(later)[0].summary.detector, "photos.same_file");
    EXPECT_THAT(seen(later)[0].summary.words, HasSubstr("与照片“本机构另一份报告的第12页图1”是同一个文件"));
}

TEST_P(Pictures, APhotoOfASurveyIsHeldAgainstThoseInReports) {
    auto const photo = file_of("a.jpg", scene());
    file(theirs, {photo});
    auto const project = surveyed(ours, "2026-03-23",
                                  {house.practice.file(ours.leader, "equipment", "1.jpg", house.figures.at("a.jpg"))});
    auto const report = house.file(ours, project, showing({}));
    screen_all();
    ASSERT_THAT(seen(report), SizeIs(1));
    EXPECT_EQ(seen(report)[0].exhibit->pictures.at(0).words, "现场照片1");
}

TEST_P(Pictures, AnotherEditionIsNoSource) {
    auto const photo = file_of("a.jpg", scene());
    auto const project = house.open(ours);
    house.file(ours, project, showing({photo}));
    auto const second = house.file(ours, project, showing({photo}));
    screen_all();
    EXPECT_THAT(seen(second), IsEmpty());
}

TEST_P(Pictures, WhatWasFiledLaterIsNoSourceWhenTheEarlierIsScreenedAgain) {
    auto const photo = file_of("a.jpg", scene());
    auto const first = file(theirs, {photo});
    file(ours, {photo});
    screen_all();
    auto const asked = house.practice.act(province, service.ask_screening(first, {{"再查一次"}}));
    ASSERT_TRUE(asked) << asked.error().text;
    EXPECT_EQ(screen_all(), 1);
    EXPECT_THAT(seen(first), IsEmpty());
}

TEST_P(Pictures, WhatStandsInManyReportsOfOneInstitutionIsItsOwnPaperButNotAnothers) {
    auto const certificate = file_of("a.jpg", scene());
    practice::ReportId last;
    for (int i = 0; i < 4; ++i) last = house.file(ours, surveyed(ours, "2026-03-23"), showing({certificate}));
    auto const far = house.file(ours, surveyed(ours, "2026-04-23"), showing({certificate}));
    auto const another = file(theirs, {certificate});
    screen_all();
    EXPECT_THAT(seen(last), IsEmpty());
    EXPECT_THAT(seen(far), IsEmpty());
    EXPECT_THAT(seen(another), Not(IsEmpty()));
}

TEST_P(Pictures, SmallPicturesAndDrawingsAreNoPhotos) {
    auto const small = file_of("a.jpg", picture::shrunk(scene(), 200, 150));
    auto drawing = showing({file_of("b.gif", scene())});
    drawing.figures[0].media_type = "image/gif";
    file(ours, {small});
    house.file(ours, house.open(ours), drawing);
    screen_all();
    EXPECT_EQ(house.looks, 0);
}

TEST_P(Pictures, WhereAndWhenAPhotoSaysItWasTakenIsHeldAgainstTheVisit) {
    picture::Facts elsewhere;
    elsewhere.latitude = "43.50";
    elsewhere.longitude = "87.30";
    elsewhere.taken_at = "2025-11-02T10:00:00";
    auto const project = surveyed(ours, "2026-03-23");
    auto const report = house.file(
        ours, project, showing({file_of("a.jpg", scene(), elsewhere), file_of("b.jpg", scene(), elsewhere)}));
    screen_all();
    auto const all = seen(report);
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[0].summary.detector, "photos.elsewhere");
    EXPECT_THAT(all[0].summary.words, HasSubstr("共 2 张，例如：照片“第12页图1”记录的拍摄位置距现场约56.7公里"));
    EXPECT_EQ(all[1].summary.detector, "photos.other_day");
    EXPECT_THAT(all[1].exhibit->pictures, SizeIs(2));
    EXPECT_EQ(all[1].exhibit->pictures[0].taken, "2025-11-02 10:00，43.50,87.30");
}

TEST_P(Pictures, APhotoOfTheDayOfARecheckIsOfAVisit) {
    picture::Facts facts;
    facts.taken_at = "2026-04-10T10:00:00";
    auto const photo = file_of("a.jpg", scene(), facts);
    auto const project = surveyed(ours, "2026-03-23");
    practice::MeasuresRechecked again;
    again.checked_on = field::parse_date("2026-04-10").value();
    again.members = ours.people;
    ASSERT_TRUE(house.practice.act(ours.leader, [&](ledger::Transaction&) -> Result<ledger::Decided> {
        return ledger::Decided{{ledger::event(project.text, again)}, {}};
    }));
    auto const report = house.file(ours, project, showing({photo}));
    screen_all();
    EXPECT_THAT(seen(report), IsEmpty());
}

TEST_P(Pictures, WhatIsStampedOnAPhotoIsHeldAgainstTheVisitAndItsFile) {
    auto const stamped = [&](std::string const& name, char const* line, std::int64_t confidence, char const* taken_at) {
        picture::Facts facts;
        facts.taken_at = taken_at;
        file_of(name, scene(), facts);
        auto& kept = house.seen[house.figures[name]];
        kept.strips = {{0, 300, 200, 40}};
        kept.writing = {{0, line, confidence}, {0, "施工人：某某", 96}};
        return name;
    };
    auto const day = stamped("a.jpg", "2025-11-08 15:06", 93, "");
    auto const unsure = stamped("b.jpg", "2025-11-07 15:06", 69, "");
    auto const place = stamped("c.jpg", "2026-03-23 09:42 东经88.30 北纬44.01", 97, "2026-03-23T09:42:11");
    auto const file = stamped("d.jpg", "2026-03-23 10:00", 70, "2026-03-20T10:00:00");
    auto const report = house.file(ours, surveyed(ours, "2026-03-23"), showing({day, unsure, place, file}));
    screen_all();
    auto const all = seen(report);
    ASSERT_THAT(all, SizeIs(4));
    EXPECT_EQ(all[0].summary.detector, "photos.other_day") << "by its file";
    EXPECT_EQ(all[1].summary.detector, "photos.stamp_differs");
    EXPECT_EQ(all[2].summary.detector, "photos.stamped_day");
    EXPECT_EQ(all[3].summary.detector, "photos.stamped_elsewhere");
    EXPECT_THAT(all[2].summary.words,
                HasSubstr("照片“第12页图1”的水印所写日期为2025-11-08，不在现场工作日期（2026-03-23）之内"));
    EXPECT_EQ(all[2].summary.strength, forensics::Strength::lead);
    ASSERT_THAT(all[2].exhibit->pictures, SizeIs(1));
    EXPECT_EQ(all[2].exhibit->pictures[0].stamped, "2025-11-08 15:06（识别把握93%）");
    EXPECT_EQ(all[3].exhibit->pictures.at(0).stamped, "2026-03-23 09:42，44.010000,88.300000（识别把握97%）");
    for (auto const& one : all)
        for (auto const& fact : one.facts)
            EXPECT_THAT(fact.value, Not(HasSubstr("某某"))) << "a name stays in the vault";
}

TEST_P(Pictures, OneCameraUnderTwoInstitutionsIsALead) {
    picture::Facts facts;
    facts.camera = "Canon EOS 80D";
    facts.serial = "073021004711";
    file(theirs, {file_of("a.jpg", scene(), facts)});
    auto const report = file(ours, {file_of("b.jpg", scene(), facts), file_of("c.jpg", scene(), facts)});
    screen_all();
    auto const all = seen(report);
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all[0].summary.detector, "photos.same_camera");
    EXPECT_EQ(all[0].summary.strength, forensics::Strength::lead);
    EXPECT_THAT(all[0].exhibit->pictures, SizeIs(4));
}

TEST_P(Pictures, ALostIndexIsMadeAnewWithoutLookingAtThePhotosAgain) {
    auto const photo = file_of("a.jpg", scene());
    file(theirs, {photo});
    screen_all();
    screener.reset();
    std::filesystem::remove_all(house.practice.folder.path + "/corpus/photos");
    screener = house.screener();
    house.looks = 0;
    auto const second = file(ours, {photo});
    screen_all();
    EXPECT_EQ(house.looks, 1);
    EXPECT_THAT(seen(second), SizeIs(1));
}

TEST_P(Pictures, ADamagedIndexIsPutAsideAndMadeAnew) {
    auto const photo = file_of("a.jpg", scene());
    file(theirs, {photo});
    screen_all();
    screener.reset();
    auto const directory = std::filesystem::path(house.practice.folder.path) / "corpus" / "photos";
    for (auto const& one : std::filesystem::directory_iterator(directory))
        std::ofstream(one.path(), std::ios::trunc) << "no index";
    screener = house.screener();
    auto const second = file(ours, {photo});
    screen_all();
    EXPECT_THAT(seen(second), SizeIs(1));
    EXPECT_TRUE(std::filesystem::exists(directory.string() + ".damaged-1"));
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Pictures, ::testing::ValuesIn(db::scratch_backends()), db::BackendName());

}  // namespace
}  // namespace anping::findings
