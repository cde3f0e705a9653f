// SPDX-License-Identifier: Apache-2.0
// Large segments searched by `anping screen-worker` processes, on this machine and others: jobs in PostgreSQL, segments
// in the data directory all of them see. A job is claimed by locking its row for as long as it takes: of a worker that
// dies the database lets go of it, and the next one takes it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <anping/db/pool.hpp>
#include <anping/forensics/screening.hpp>

namespace anping::findings {

// Who asks: one process a database. Not thread-safe.
class SegmentJobs {
public:
    // Segments of at least `from` reports become jobs while a worker is there; all others are searched here.
    SegmentJobs(db::Address address, std::int64_t from) : address_(std::move(address)), from_(from) {}

    // As forensics::InSegments: the same as searching here finds, whoever comes and goes meanwhile. What a worker could
    // not do, and everything when the database is gone, is done here.
    std::vector<std::vector<forensics::Found>> in(forensics::Search& search, forensics::Question const& question,
                                                  forensics::Segments const& segments);

private:
    using Answers = std::vector<std::optional<std::vector<forensics::Found>>>;
    void give_out(forensics::Search& search, forensics::Question const& question, forensics::Segments const& segments,
                  Answers& answers);
    void collect(std::int64_t number, forensics::Segments const& segments, std::size_t characters, Answers& answers);
    bool somebody_works();
    db::Session& session();

    db::Address const address_;
    std::int64_t const from_;
    std::optional<db::Session> session_;
    std::int64_t questions_ = 0;
};

// Who answers. Not thread-safe.
class SegmentWorker {
public:
    // `directory`: of the corpora, as the asking process has it.
    SegmentWorker(db::Address const& address, std::filesystem::path directory);

    // Does one job; false when there is none. Throws DbError.
    bool work();

private:
    std::string answer(std::string const& question, std::string const& file);

    std::filesystem::path const directory_;
    db::Session session_;
    forensics::Search search_;
    bool announced_ = false;
};

}  // namespace anping::findings
