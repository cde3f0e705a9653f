// SPDX-License-Identifier: Apache-2.0
// Workers that look at photos, and those that a photo has taken over.
#include <anping/vault/pictures.hpp>

#include "fixture.hpp"

namespace anping::vault {
namespace {

class PicturesOfFiles : public ::testing::Test {
protected:
    static picture::Facts facts() {
        picture::Facts out;
        out.media_type = "image/jpeg";
        out.width = 640;
        out.height = 480;
        out.camera = "Canon EOS 80D";
        picture::set_fingerprint(out, picture::Fingerprint{});
        return out;
    }
    std::string saying(std::string const& lines, std::string const& then = "") const {
        folder.write("answer", lines);
        return folder.script("worker", "cat " + (folder / "answer") + "\n" + then);
    }
    Result<picture::Facts> look(std::string const& lines, std::string const& then = "") const {
        return picture_of_file(saying(lines, then), "/dev/null");
    }

    Folder folder;
};

TEST_F(PicturesOfFiles, TheLastWholeLineIsWhatThePhotoLooksLike) {
    auto const line = picture::to_line(facts());
    picture::Facts other;
    other.problem = "timeout";
    auto const said = look(picture::to_line(other) + "\n" + line + "\n");
    ASSERT_TRUE(said);
    EXPECT_EQ(picture::to_line(*said), line);
    EXPECT_EQ(look(line)->problem, "damaged") << "a line that does not end may be half of one";
}

TEST_F(PicturesOfFiles, WhatCouldDoHarmOrEndsBadlySaysNothing) {
    auto const line = picture::to_line(facts()) + "\n";
    auto harmful = facts();
    harmful.serial = "a\nb";
    auto header = facts();
    header.media_type = "image/png\r\nSet-Cookie: a=b";
    EXPECT_EQ(look(picture::to_line(harmful) + "\n")->problem, "damaged");
    EXPECT_EQ(look(picture::to_line(header) + "\n")->problem, "damaged");
    EXPECT_EQ(look("hello\n")->problem, "damaged");
    EXPECT_EQ(look(line, "exit 1")->problem, "damaged");
    EXPECT_EQ(look(line, "kill -SEGV $$")->problem, "damaged");
}

TEST_F(PicturesOfFiles, AMissingWorkerIsTheMachinesError) {
    EXPECT_EQ(picture_of_file(folder / "none", "/dev/null").error().key, "vault.unavailable");
    EXPECT_EQ(look("", "exit 125").error().key, "vault.unavailable");
}

TEST_F(PicturesOfFiles, TwoAreComparedByTheProgramBesideTheWorker) {
    picture::Likeness likeness;
    likeness.inliers = 57;
    likeness.spread = 60;
    folder.write("answer", picture::to_line(likeness) + "\n");
    folder.script(kPictureWorker, "[ \"$1 $2 $3\" = 'compare a b' ] && cat " + (folder / "answer"));
    auto const said = likeness_of_files(folder / "worker", "a", "b");
    ASSERT_TRUE(said);
    EXPECT_EQ(said->inliers, 57);
    EXPECT_EQ(likeness_of_files(folder / "worker", "b", "a")->problem, "damaged");
}

}  // namespace
}  // namespace anping::vault
