// SPDX-License-Identifier: Apache-2.0
// For tests: an empty database of one's own on either back end.
//   class Projects : public testing::TestWithParam<db::Backend> {
//       db::ScratchDatabase scratch_{GetParam()};
//   };
//   INSTANTIATE_TEST_SUITE_P(Db, Projects, testing::ValuesIn(db::scratch_backends()), db::BackendName{});
#pragma once

#include <string>
#include <vector>

#include <anping/db/pool.hpp>

namespace anping::db {

// Both; SQLite alone if ANPING_TEST_NO_PG=1.
std::vector<Backend> scratch_backends();

// A file in a temporary directory, or a schema in the cluster of ANPING_TEST_PG (a conninfo); gone at the end.
class ScratchDatabase {
public:
    // Throws, with what to do, if PostgreSQL is asked for and ANPING_TEST_PG is not set.
    explicit ScratchDatabase(Backend backend);
    ~ScratchDatabase();
    ScratchDatabase(ScratchDatabase const&) = delete;
    ScratchDatabase& operator=(ScratchDatabase const&) = delete;

    Address const& address() const noexcept { return address_; }
    // As configuration names it: "sqlite:..." or "postgresql:...".
    std::string text() const;

private:
    Address address_;
    std::string name_;  // directory or schema
};

// "sqlite", "postgres": for a test's name.
struct BackendName {
    template <class Info>
    std::string operator()(Info const& info) const {
        return info.param == Backend::sqlite ? "sqlite" : "postgres";
    }
};

}  // namespace anping::db
