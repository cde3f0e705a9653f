// SPDX-License-Identifier: Apache-2.0
// What becomes of the corpora when they are lost, damaged or in use.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/interprocess/sync/file_lock.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "screening_scene.hpp"

namespace anping::findings {
namespace {

using testing::Screenings;
using ::testing::SizeIs;

class Shelving : public Screenings {};

// Holds the directory as a screening process does, until it is let go of.
class AnotherProcess {
public:
    explicit AnotherProcess(std::filesystem::path const& directory) {
        std::filesystem::create_directories(directory);
        std::ofstream(directory / "in-use", std::ios::app);
        std::array<int, 2> says{};
        if (::pipe(says.data()) != 0) throw std::runtime_error("pipe");
        child_ = ::fork();
        if (child_ == 0) {
            boost::interprocess::file_lock lock((directory / "in-use").c_str());
            lock.lock();
            ::_exit(::write(says[1], "x", 1) == 1 && ::pause() != 0 ? 0 : 1);
        }
        char letter = 0;
        if (::read(says[0], &letter, 1) != 1) throw std::runtime_error("the other process");
        ::close(says[0]);
        ::close(says[1]);
    }
    ~AnotherProcess() {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }
    AnotherProcess(AnotherProcess const&) = delete;
    AnotherProcess& operator=(AnotherProcess const&) = delete;

private:
    pid_t child_ = -1;
};

TEST_P(Shelving, WhileAnotherProcessScreensHereReportsKeepTheirTurn) {
    a_copy();
    {
        AnotherProcess const other(house.practice.folder.path + "/corpus");
        auto const done = screener->next();
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, ErrorCode::unavailable);
    }
    EXPECT_EQ(screen_all(), 2);
}

TEST_P(Shelving, ALostCorpusIsMadeAgainFromTheVault) {
    auto const passage = house.original(400);
    house.file(theirs, house.open(theirs), house.original(600) + passage);
    screen_all();
    screener.reset();
    std::filesystem::remove_all(house.practice.folder.path + "/corpus");
    screener = house.screener();
    auto const second = house.file(ours, house.open(ours), house.original(500) + passage);
    EXPECT_EQ(screen_all(), 1);
    EXPECT_THAT(seen(second).sources, SizeIs(1));
}

TEST_P(Shelving, ADamagedCorpusIsPutAsideAndMadeAgain) {
    auto const passage = house.original(400);
    house.file(theirs, house.open(theirs), house.original(600) + passage);
    screen_all();
    screener.reset();
    auto const corpus = std::filesystem::path(house.practice.folder.path) / "corpus";
    for (auto const& file : std::filesystem::recursive_directory_iterator(corpus / "reports"))
        if (file.path().extension() == ".segment") std::filesystem::resize_file(file.path(), 100);
    screener = house.screener();
    auto const second = house.file(ours, house.open(ours), house.original(500) + passage);
    EXPECT_EQ(screen_all(), 1);
    EXPECT_THAT(seen(second).sources, SizeIs(1));
    EXPECT_TRUE(std::filesystem::exists(corpus / "reports.damaged-1"));
}

TEST_P(Shelving, WhenADamagedSegmentWouldBePutTogetherTheCorpusIsMadeAgain) {
    auto const passage = house.original(400);
    house.file(theirs, house.open(theirs), house.original(600) + passage);
    for (int i = 0; i < 6; ++i) house.file(theirs, house.open(theirs), house.original(700));
    screen_all();
    screener.reset();
    auto const reports = std::filesystem::path(house.practice.folder.path) / "corpus" / "reports";
    std::fstream(reports / "3.segment", std::ios::binary | std::ios::in | std::ios::out).seekp(5000) << "damaged";
    screener = house.screener();
    auto const copy = house.file(ours, house.open(ours), house.original(500) + passage);
    EXPECT_FALSE(screener->next());
    EXPECT_EQ(screen_all(), 1);
    EXPECT_THAT(seen(copy).sources, SizeIs(1));
    EXPECT_EQ(seen(copy).compared_with, 7);
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Shelving, ::testing::ValuesIn(db::scratch_backends()), db::BackendName());

}  // namespace
}  // namespace anping::findings
