// SPDX-License-Identifier: Apache-2.0
#include "../series_shelf.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>

namespace anping::findings {
namespace {

using Reading = SeriesShelf::Reading;

class SeriesShelves : public ::testing::Test {
protected:
    ~SeriesShelves() override { std::filesystem::remove_all(folder); }

    static std::vector<forensics::Series> series_of(Reading const& reading) {
        forensics::Series out;
        out.origin = {reading.first.text, "J-1", "Q-1"};
        for (int i = 0; i < 12; ++i) out.values.push_back({100 + i * i * 7 % 53 + reading.second.back(), 1});
        return {out};
    }
    // As a start does; how many were measured.
    int opened(SeriesShelf& shelf, std::vector<Reading> const& ledger) const {
        int count = 0;
        auto const done = shelf.open(ledger, [&](Reading const& one) -> Result<std::vector<forensics::Series>> {
            ++count;
            if (one.second == gone) return fail(ErrorCode::unavailable, "findings.gone", "gone");
            return series_of(one);
        });
        EXPECT_TRUE(done);
        return count;
    }
    int opened(std::vector<Reading> const& ledger) const {
        SeriesShelf shelf(file);
        auto const count = opened(shelf, ledger);
        EXPECT_EQ(shelf.index().size(), ledger.size());
        return count;
    }

    static std::string temporary() {
        auto out = (std::filesystem::temp_directory_path() / "anping-series-XXXXXX").string();
        if (::mkdtemp(out.data()) == nullptr) throw std::runtime_error("no temporary directory");
        return out;
    }
    std::string const folder = temporary();
    std::filesystem::path file{folder + "/new/series"};
    std::string gone;
    Reading const a{{"BG-1"}, "a"}, b{{"BG-2"}, "b"}, c{{"BG-3"}, "c"};
};

TEST_F(SeriesShelves, MeasureWhatTheFileLacksAndNothingTwice) {
    EXPECT_EQ(opened({a, b}), 2);
    EXPECT_EQ(opened({a, b}), 0);
    EXPECT_EQ(opened({a, b, c}), 1);
}

TEST_F(SeriesShelves, KeepWhatWasPutAndAReportWithoutSeriesToo) {
    {
        SeriesShelf shelf(file);
        opened(shelf, {a});
        ASSERT_TRUE(shelf.put(b, series_of(b)));
        ASSERT_TRUE(shelf.put(b, series_of(b)));
        ASSERT_TRUE(shelf.put(c, {}));
        EXPECT_EQ(shelf.index().size(), 2U);
    }
    SeriesShelf shelf(file);
    EXPECT_EQ(opened(shelf, {a, b, c}), 0);
    EXPECT_EQ(shelf.index().size(), 2U);
    EXPECT_EQ(shelf.index().stored(1).origin.report, "BG-2");
}

TEST_F(SeriesShelves, BeginAnewWhereTheFileHoldsWhatTheLedgerDoesNot) {
    EXPECT_EQ(opened({a, b}), 2);
    EXPECT_EQ(opened({a, c}), 2) << "a ledger of before b";
    Reading const read_anew{a.first, "a2"};
    EXPECT_EQ(opened({read_anew, c}), 2);
}

TEST_F(SeriesShelves, MeasureAgainFromTheFirstRecordThatIsNotWhatWasWritten) {
    opened({a, b, c});
    auto const size = std::filesystem::file_size(file);
    for (std::uintmax_t at = 0; at < size; ++at) {
        std::filesystem::resize_file(file, at);
        EXPECT_GE(opened({a, b, c}), 1) << at;
        std::fstream(file, std::ios::in | std::ios::out | std::ios::binary)
            .seekp(static_cast<std::streamoff>(at))
            .put('\xA5');
        EXPECT_GE(opened({a, b, c}), 1) << at;
        EXPECT_EQ(std::filesystem::file_size(file), size);
    }
}

TEST_F(SeriesShelves, GoOnWithoutAReadingThatIsGone) {
    gone = "b";
    SeriesShelf shelf(file);
    EXPECT_EQ(opened(shelf, {a, b, c}), 3);
    EXPECT_EQ(shelf.index().size(), 2U);
}

}  // namespace
}  // namespace anping::findings
