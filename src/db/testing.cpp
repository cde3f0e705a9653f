// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>
#include <random>
#include <stdexcept>

#include <anping/db/testing.hpp>

namespace anping::db {

namespace {

std::string server() {
    char const* const conninfo = std::getenv("ANPING_TEST_PG");
    if (conninfo == nullptr || *conninfo == '\0')
        throw std::runtime_error(
            "ANPING_TEST_PG is not set: run the tests by scripts/with-postgres.sh, "
            "or set ANPING_TEST_NO_PG=1 to go without PostgreSQL");
    return conninfo;
}

}  // namespace

std::vector<Backend> scratch_backends() {
    char const* const without = std::getenv("ANPING_TEST_NO_PG");
    if (without != nullptr && std::string_view(without) == "1") return {Backend::sqlite};
    return {Backend::sqlite, Backend::postgres};
}

ScratchDatabase::ScratchDatabase(Backend backend) {
    if (backend == Backend::sqlite) {
        auto directory = (std::filesystem::temp_directory_path() / "anping-scratch-XXXXXX").string();
        if (mkdtemp(directory.data()) == nullptr) throw std::runtime_error("no temporary directory");
        name_ = directory;
        address_ = {backend, directory + "/scratch.db"};
        return;
    }
    std::random_device random;
    name_ = "scratch_" + std::to_string(random()) + "_" + std::to_string(random());
    open({backend, server()}, Mode::write).script("CREATE SCHEMA " + name_);
    address_ = {backend, server() + " options=-csearch_path=" + name_};
}

ScratchDatabase::~ScratchDatabase() {
    try {
        if (address_.backend == Backend::sqlite) std::filesystem::remove_all(name_);
        else open({address_.backend, server()}, Mode::write).script("DROP SCHEMA " + name_ + " CASCADE");
    } catch (std::exception const&) {
        return;  // what is left is thrown away with the cluster
    }
}

std::string ScratchDatabase::text() const {
    return (address_.backend == Backend::sqlite ? "sqlite:" : "postgresql:") + address_.target;
}

}  // namespace anping::db
