// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <filesystem>

#include <anping/ledger/archive.hpp>
#include <anping/ledger/receipts.hpp>

namespace anping::ledger {
namespace {

namespace fs = std::filesystem;

void remove_old(fs::path const& exports) {
    auto const before = fs::file_time_type::clock::now() - std::chrono::hours(1);
    std::error_code ignored;
    for (auto const& file : fs::directory_iterator(exports, ignored))
        if (auto const changed = file.last_write_time(ignored); !ignored && changed < before)
            fs::remove(file.path(), ignored);
}

}  // namespace

Result<std::string> export_archive(db::Session& session, std::string const& directory, ArchiveRequest const& request,
                                   std::string const& name) {
    auto const head = latest_head(directory);
    if (!head) return unexpected<Error>(head.error());
    auto const exports = fs::path(directory) / "exports";
    fs::create_directories(exports);
    remove_old(exports);
    auto file = (exports / (name + "-" + std::to_string(head->size) + ".zip")).string();
    if (auto const written = write_archive(session, directory, request, file); !written)
        return unexpected<Error>(written.error());
    return file;
}

}  // namespace anping::ledger
