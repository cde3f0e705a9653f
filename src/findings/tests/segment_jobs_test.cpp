// SPDX-License-Identifier: Apache-2.0
#include <anping/findings/segment_jobs.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <random>
#include <thread>

#include <anping/db/testing.hpp>
#include <anping/forensics/corpus.hpp>
#include <anping/forensics/exchange.hpp>
#include <anping/forensics/segment_writer.hpp>

namespace anping::findings {
namespace {

using ::testing::SizeIs;

// Works until the scope ends.
class WorkerThread {
public:
    WorkerThread(db::Address const& address, std::filesystem::path const& directory)
        : worker_(address, directory), thread_([this] {
              while (!ended_)
                  if (worker_.work()) ++jobs;
                  else std::this_thread::yield();
          }) {}
    ~WorkerThread() {
        ended_ = true;
        thread_.join();
    }
    WorkerThread(WorkerThread const&) = delete;
    WorkerThread& operator=(WorkerThread const&) = delete;
    std::atomic<int> jobs{0};

private:
    SegmentWorker worker_;
    std::atomic<bool> ended_{false};
    std::thread thread_;
};

class Jobs : public ::testing::Test {
protected:
    void SetUp() override {
        if (db::scratch_backends().size() == 1) GTEST_SKIP() << "ANPING_TEST_NO_PG=1";
        scratch.emplace(db::Backend::postgres);
        std::filesystem::create_directories(directory / "reports");
        report = text(2000);
        for (std::size_t i = 0; i < kSegments; ++i) {
            auto source = text(1500);
            source.text.replace(100, 200, report.text, 150 * i, 200);
            forensics::Gathered gathered;
            ASSERT_TRUE(gathered.add(2 * i + 1, text(400)));
            ASSERT_TRUE(gathered.add(2 * i + 2, source));
            auto const file = directory / "reports" / ("segment-" + std::to_string(i));
            ASSERT_TRUE(gathered.write(file));
            segments.push_back(std::make_shared<forensics::Segment const>(forensics::Segment::open(file).value()));
        }
        search.ask(report);
        for (auto const& segment : segments) here.push_back(forensics::answer_line(search.in(*segment)));
    }
    void TearDown() override { std::filesystem::remove_all(directory); }

    text::Folded text(std::size_t size) {
        text::Folded out;
        for (std::size_t i = 0; i < size; ++i) {
            out.text.push_back(static_cast<char16_t>(0x4e00 + random() % 2500));
            out.origin.push_back(static_cast<std::uint32_t>(i));
        }
        out.points = static_cast<std::uint32_t>(size);
        return out;
    }
    std::vector<std::string> ask(SegmentJobs& jobs) {
        std::vector<std::string> out;
        for (auto const& found : jobs.in(search, {.report = report}, segments))
            out.push_back(forensics::answer_line(found));
        return out;
    }
    std::int64_t left() {
        auto session = db::open(scratch->address(), db::Mode::read);
        return session.scalar<std::int64_t>("SELECT COUNT(*) FROM screening_job");
    }

    static constexpr std::size_t kSegments = 8;
    std::optional<db::ScratchDatabase> scratch;
    std::mt19937 random{20261129};
    std::filesystem::path const directory =
        std::filesystem::temp_directory_path() / ("anping-jobs-" + std::to_string(::getpid()));
    text::Folded report;
    forensics::Segments segments;
    forensics::Search search;
    std::vector<std::string> here;  // what searching here finds
};

TEST_F(Jobs, ThreeWorkersFindWhatSearchingHereFinds) {
    SegmentJobs jobs(scratch->address(), 1);
    WorkerThread a(scratch->address(), directory);
    WorkerThread b(scratch->address(), directory);
    WorkerThread c(scratch->address(), directory);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(ask(jobs), here);
    EXPECT_GT(a.jobs + b.jobs + c.jobs, 0);
    EXPECT_EQ(left(), 0);
}

TEST_F(Jobs, WithoutAWorkerEverythingIsSearchedHere) {
    SegmentJobs jobs(scratch->address(), 1);
    EXPECT_EQ(ask(jobs), here);
}

TEST_F(Jobs, SmallSegmentsAreNobodyElsesWork) {
    SegmentJobs jobs(scratch->address(), 3);
    WorkerThread const worker(scratch->address(), directory);
    EXPECT_EQ(ask(jobs), here);
    EXPECT_EQ(worker.jobs, 0);
}

TEST_F(Jobs, WhatAWorkerThatDiesHadBegunIsDoneByAnother) {
    SegmentJobs jobs(scratch->address(), 1);
    ask(jobs);  // makes the tables
    auto dying = std::make_optional(db::open(scratch->address(), db::Mode::write));
    ASSERT_EQ(dying->scalar<std::int64_t>("SELECT CASE WHEN pg_try_advisory_lock_shared(19024, "
                                          "hashtext(current_schema())) THEN 1 ELSE 0 END"),
              1);
    std::vector<std::string> answer;
    std::thread asking([&] { answer = ask(jobs); });
    std::optional<db::UnitOfWork> claim;
    do {
        claim.reset();
        claim.emplace(*dying);
    } while (!dying->one<std::int64_t>("SELECT question FROM screening_job LIMIT 1 FOR UPDATE SKIP LOCKED"));
    WorkerThread const another(scratch->address(), directory);
    while (another.jobs < static_cast<int>(kSegments) - 1) std::this_thread::yield();
    claim.reset();
    dying.reset();
    asking.join();
    EXPECT_EQ(answer, here);
    EXPECT_EQ(another.jobs, static_cast<int>(kSegments));
}

TEST_F(Jobs, WhatAWorkerCannotOpenIsSearchedHere) {
    SegmentJobs jobs(scratch->address(), 1);
    WorkerThread const worker(scratch->address(), directory / "elsewhere");
    EXPECT_EQ(ask(jobs), here);
    EXPECT_GT(worker.jobs, 0);
}

TEST_F(Jobs, WhatAnEarlierProcessLeftUnansweredIsForgotten) {
    {
        SegmentJobs earlier(scratch->address(), 1);
        ask(earlier);
        auto session = db::open(scratch->address(), db::Mode::write);
        session.exec("INSERT INTO screening_job (question, segment, answer) VALUES (1, 'reports/segment-0', '[]')");
    }
    SegmentJobs jobs(scratch->address(), 1);
    WorkerThread const worker(scratch->address(), directory);
    EXPECT_EQ(ask(jobs), here);
}

}  // namespace
}  // namespace anping::findings
