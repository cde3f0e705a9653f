// SPDX-License-Identifier: Apache-2.0
#include <anping/vault/vault.hpp>

#include <fcntl.h>

#include <filesystem>
#include <system_error>

#include "blobs.hpp"
#include "errors.hpp"
#include "files.hpp"
#include "guarded.hpp"
#include "reader.hpp"
#include "uploads.hpp"

namespace anping::vault {
namespace {

namespace fs = std::filesystem;

std::string make(std::string const& path) {
    make_directory(path);
    return path;
}

std::string make_with_parents(std::string const& path) {
    if (auto const parent = fs::path(path).parent_path(); !parent.empty()) fs::create_directories(parent);
    return make(path);
}

}  // namespace

struct Vault::State {
    State(std::string directory, std::string worker_program, Clock const& clock, Limits limits)
        : home(make_with_parents(directory)),
          scratch(make(home + "/scratch")),
          reader(std::move(worker_program)),
          blobs(make(home + "/blobs"), scratch, reader),
          uploads(make(home + "/uploads"), blobs, clock, limits) {}

    std::string home;
    std::string scratch;
    Reader reader;
    Blobs blobs;
    Uploads uploads;
};

Vault::Vault(std::string directory, std::string worker_program, Clock const& clock, Limits limits)
    : state_(std::make_unique<State>(std::move(directory), std::move(worker_program), clock, limits)) {}

Vault::~Vault() = default;

Result<UploadState> Vault::create(std::string const& owner, std::string const& file_name, std::int64_t length,
                                  bool unclassified) {
    return guarded([&] { return state_->uploads.create(owner, file_name, length, unclassified); });
}

Result<UploadState> Vault::state(UploadId const& id) const {
    return guarded([&] { return state_->uploads.state(id); });
}

Result<std::unique_ptr<Vault::Append>> Vault::append(UploadId const& id, std::int64_t offset) {
    return guarded([&] { return state_->uploads.append(id, offset); });
}

Result<Blob> Vault::put(std::string const& path) {
    return guarded([&]() -> Result<Blob> { return state_->uploads.put(path); });
}

std::optional<std::string> Vault::path_of(std::string const& sm3) const { return state_->blobs.path_of(sm3); }

std::optional<Blob> Vault::blob(std::string const& sm3) const {
    auto found = guarded([&]() -> Result<std::optional<Blob>> { return state_->blobs.find(sm3); });
    return found ? std::move(*found) : std::nullopt;
}

void Vault::verify(std::function<void(std::string const&, bool, std::string const&)> const& each) const {
    state_->blobs.verify(each);
}

Result<std::string> Vault::preview(std::string const& sm3, int page) {
    return guarded([&] { return state_->blobs.preview(sm3, page); });
}

Result<Table> Vault::table(std::string_view workbook) {
    if (static_cast<std::int64_t>(workbook.size()) > kTableBytes) return errors::no_table("too_large");
    return guarded([&] { return state_->blobs.table(workbook); });
}

Result<std::string> text_of_file(std::string const& worker_program, std::string const& path) {
    return Reader(worker_program).text(path);
}

Result<std::string> Vault::text(std::string const& sm3) const {
    return guarded([&] { return state_->blobs.text(sm3); });
}

Result<Document> Vault::document(std::string const& sm3, std::string const& folder) const {
    return guarded([&] { return state_->blobs.document(sm3, folder); });
}

Result<Document> document_of_file(std::string const& worker_program, std::string const& path,
                                  std::string const& folder) {
    return Reader(worker_program).document(path, folder);
}

std::int64_t Vault::collect(Timestamp older_than) {
    for (auto const& entry : fs::directory_iterator(state_->scratch)) {
        auto left = File::open_if_there(entry.path(), O_RDONLY | O_DIRECTORY);
        std::error_code ignored;
        if (left && left->lock()) fs::remove_all(entry.path(), ignored);
    }
    return state_->uploads.collect(older_than);
}

Result<std::string> Vault::protections() const { return state_->reader.probe(); }

}  // namespace anping::vault
