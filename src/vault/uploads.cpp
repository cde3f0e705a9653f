// SPDX-License-Identifier: Apache-2.0
#include "uploads.hpp"

#include <fcntl.h>

#include <algorithm>
#include <boost/json.hpp>
#include <span>

#include <anping/base/field_reader.hpp>
#include <anping/base/json.hpp>

#include "appending.hpp"
#include "errors.hpp"

namespace anping::vault {
namespace {

constexpr std::size_t kNameLimit = 255;

// Trimmed; nothing when it is no line of text.
std::optional<std::string> file_name_of(std::string const& given) {
    if (given.find_first_of("\r\n\t") != std::string::npos) return std::nullopt;
    auto const text = parse_json(json::serialize(json::value(given)));
    if (!text) return std::nullopt;
    FieldReader in;
    auto name = in.string(*text, 1, kNameLimit);
    return in.ok() ? std::optional(std::move(name)) : std::nullopt;
}

UploadId new_id() {
    auto const bytes = crypto::random_bytes(16);
    return {crypto::to_hex(std::span(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()))};
}

// Removes a file that was begun, unless it is kept.
class Begun {
public:
    explicit Begun(std::string path) : path_(std::move(path)) {}
    ~Begun() {
        if (!kept_) ::unlink(path_.c_str());
    }
    Begun(Begun const&) = delete;
    Begun& operator=(Begun const&) = delete;
    void keep() noexcept { kept_ = true; }

private:
    std::string path_;
    bool kept_ = false;
};

}  // namespace

UploadState state_of(Record const& record, std::int64_t offset) {
    return {record.id,   record.owner,   record.file_name, record.length,         offset,
            record.blob, record.started, record.changed,   record.unclassified_at};
}

std::optional<Uploads::Claim> Uploads::Claim::of(Uploads& uploads, UploadId const& id) {
    std::lock_guard const lock(uploads.mutex_);
    auto& session = uploads.sessions_[id];
    if (!session) session = std::make_shared<Session>();
    if (session->busy) return std::nullopt;
    session->busy = true;
    return Claim(uploads, id, session);
}

Uploads::Claim::~Claim() {
    if (!session_) return;
    std::lock_guard const lock(uploads_->mutex_);
    session_->busy = false;
    session_->offset.reset();
    if (forget_) uploads_->sessions_.erase(id_);
}

Uploads::Uploads(std::string directory, Blobs& blobs, Clock const& clock, Limits limits)
    : records_(std::move(directory)), blobs_(blobs), clock_(clock), limits_(limits) {
    for (auto const& id : records_.unfinished()) {
        auto const record = records_.load(id);
        if (!record || record->blob) continue;
        auto session = std::make_shared<Session>();
        session->owner = record->owner;
        session->length = record->length;
        sessions_.emplace(id, std::move(session));
    }
}

std::optional<Uploads::Found> Uploads::find(UploadId const& id, std::optional<std::int64_t> believable) const {
    auto record = records_.load(id);
    if (!record) return std::nullopt;
    auto const part = record->blob ? std::nullopt : File::open_if_there(records_.part_of(id), O_RDONLY);
    // Finished between the two looks.
    if (!part && !record->blob) record = records_.load(id);
    if (!record) return std::nullopt;
    if (record->blob) return Found{*record, record->length};
    if (!part) return std::nullopt;
    auto offset = std::min(part->size(), record->length);
    if (record->boot != boot_id()) offset = std::min(offset, record->durable);
    if (believable) offset = std::min(offset, *believable);
    return Found{std::move(*record), offset};
}

Result<void> Uploads::check(std::string const& owner, std::int64_t length) const {
    std::int64_t count = 1;
    std::int64_t bytes = length;
    for (auto const& [id, session] : sessions_) {
        if (session->owner != owner) continue;
        ++count;
        bytes += session->length;
    }
    if (count > limits_.owner_uploads || bytes > limits_.owner_bytes) return errors::quota();
    return {};
}

Result<void> Uploads::reserve(UploadId const& id, std::string const& owner, std::int64_t length) {
    std::lock_guard const lock(mutex_);
    if (auto fits = check(owner, length); !fits) return fits;
    auto session = std::make_shared<Session>();
    session->owner = owner;
    session->length = length;
    sessions_.emplace(id, std::move(session));
    return {};
}

Result<UploadState> Uploads::create(std::string const& owner, std::string const& file_name, std::int64_t length,
                                    bool unclassified) {
    if (length < 0) return errors::bad_length();
    if (length > limits_.length) return errors::too_large();
    auto name = file_name_of(file_name);
    if (!name) return errors::bad_file_name();
    Record record;
    record.file_name = std::move(*name);
    record.id = new_id();
    record.owner = owner;
    record.length = length;
    record.boot = boot_id();
    record.started = record.changed = clock_.now();
    if (unclassified) record.unclassified_at = record.started;
    if (auto fits = reserve(record.id, owner, length); !fits) return unexpected<Error>(std::move(fits.error()));
    {
        auto claim = Claim::of(*this, record.id);
        claim->forget();
        Begun begun(records_.part_of(record.id));
        File part(records_.part_of(record.id), O_RDWR | O_CREAT | O_EXCL);
        part.lock();
        records_.save(record);
        begun.keep();
        claim->remember();
    }
    if (length == 0) return append(record.id, 0).and_then([](auto append) { return append->finish(); });
    return state_of(record, 0);
}

Result<UploadState> Uploads::state(UploadId const& id) {
    std::optional<std::int64_t> appended;
    std::optional<std::int64_t> believable;
    bool busy = false;
    {
        std::lock_guard const lock(mutex_);
        if (auto const at = sessions_.find(id); at != sessions_.end()) {
            busy = at->second->busy;
            appended = at->second->offset;
            believable = at->second->believable;
        }
    }
    auto const found = find(id, believable);
    if (!found) return errors::unknown_upload();
    bool const finished = found->record.blob.has_value();
    if (!finished && !busy && found->offset == found->record.length) {
        // Stopped between the last byte and its lasting name: the client has nothing left to send.
        auto last = append(id, found->offset);
        if (last) return (*last)->finish();
    }
    return state_of(found->record, finished ? found->offset : appended.value_or(found->offset));
}

Result<std::unique_ptr<Vault::Append>> Uploads::append(UploadId const& id, std::int64_t offset) {
    if (!Records::is_id(id.text)) return errors::unknown_upload();
    auto claim = Claim::of(*this, id);
    if (!claim) return errors::busy();
    auto part = File::open_if_there(records_.part_of(id), O_RDWR);
    if (part && !part->lock()) return errors::busy();
    auto found = find(id, claim->session().believable);
    if (!found || found->record.blob) claim->forget();
    if (!found) return errors::unknown_upload();
    if (offset != found->offset) return errors::offset(found->offset);
    if (found->record.blob) return std::make_unique<Finished>(state_of(found->record, offset));
    if (!part) return errors::unknown_upload();
    return resume(std::move(*claim), std::move(*part), std::move(*found));
}

Result<std::unique_ptr<Vault::Append>> Uploads::resume(Claim claim, File part, Found found) {
    auto& session = claim.session();
    {
        std::lock_guard const lock(mutex_);
        session.offset = found.offset;
    }
    if (part.size() > found.offset) part.truncate(found.offset);
    session.believable.reset();
    auto hashing = std::exchange(session.hashing, std::nullopt);
    if (!hashing || hashing->count() != found.offset) {
        hashing.emplace();
        part.read(found.offset, [&](std::string_view piece) { hashing->update(piece); });
    }
    return std::make_unique<Appending>(*this, std::move(claim), std::move(part), std::move(found.record),
                                       std::move(*hashing));
}

Blob Uploads::put(std::string const& path) {
    File const source(path, O_RDONLY);
    auto const id = new_id();
    Begun const begun(records_.part_of(id));
    File target(records_.part_of(id), O_RDWR | O_CREAT | O_EXCL);
    target.lock();
    Hashing hashing;
    source.read(source.size(), [&](std::string_view piece) {
        target.write_all_at(hashing.count(), piece);
        hashing.update(piece);
    });
    target.sync();
    auto const size = hashing.count();
    return blobs_.adopt(records_.part_of(id), hashing.finish(), size, id.text);
}

bool Uploads::collect(UploadId const& id, Timestamp older_than) {
    auto claim = Claim::of(*this, id);
    if (!claim) return false;
    auto part = File::open_if_there(records_.part_of(id), O_RDWR);
    auto const found = find(id, std::nullopt);
    if (!found || found->record.blob) claim->forget();
    if (!part || !found || found->record.blob || found->record.changed >= older_than || !part->lock()) return false;
    records_.remove(id);
    claim->forget();
    return true;
}

std::int64_t Uploads::collect(Timestamp older_than) {
    std::int64_t removed = 0;
    for (auto const& id : records_.unfinished()) removed += collect(id, older_than) ? 1 : 0;
    records_.clean();
    return removed;
}

}  // namespace anping::vault
