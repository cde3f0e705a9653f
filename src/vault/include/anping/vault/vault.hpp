// SPDX-License-Identifier: Apache-2.0
// Evidence bytes: a content-addressed directory, filled by resumable upload. Metadata of what a file is evidence of
// belongs to the modules; here a file is its bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/base/result.hpp>
#include <anping/base/time.hpp>
#include <anping/vault/document.hpp>
#include <anping/vault/table.hpp>

namespace anping::vault {

struct UploadTag {
    static constexpr char const* name = "上传";
};
using UploadId = Id<UploadTag>;

// What was read out of a photo or document by the worker; empty texts where the file says nothing.
struct Reading {
    std::string media_type;  // by content, e.g. "application/pdf", "image/jpeg", "application/octet-stream"
    std::int64_t pages = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::string taken_at;  // EXIF, as the camera says, RFC 3339 local time without offset where none is given
    std::string latitude;  // decimal degrees, WGS-84, 6 digits; text because nothing hashed holds floats
    std::string longitude;
    std::string camera;
    // Why it could not be read: "damaged", "too_large" (pixels, or what an archive unpacks to), "unsafe" (an archive
    // with links, ".." or a DOCTYPE), "encrypted", "timeout", "unavailable" (no worker); empty when it could.
    std::string problem;
};
BOOST_DESCRIBE_STRUCT(Reading, (), (media_type, pages, width, height, taken_at, latitude, longitude, camera, problem))

struct Blob {
    std::string sm3;     // hex; also its name in the directory
    std::string sha256;  // hex; what browsers and `sha256sum` compute
    std::int64_t size = 0;
    Reading reading;
};
BOOST_DESCRIBE_STRUCT(Blob, (), (sm3, sha256, size, reading))

struct UploadState {
    UploadId id;
    std::string owner;      // account id
    std::string file_name;  // as the person's computer calls it; never used as a path
    std::int64_t length = 0;
    std::int64_t offset = 0;
    std::optional<Blob> blob;  // once complete
    Timestamp started;
    Timestamp changed;
    std::optional<Timestamp> unclassified_at;  // when its owner confirmed that nothing in it is classified
};
BOOST_DESCRIBE_STRUCT(UploadState, (), (id, owner, file_name, length, offset, blob, started, changed, unclassified_at))

struct Limits {
    std::int64_t length = std::int64_t{16} << 30;       // of one file
    std::int64_t owner_bytes = std::int64_t{64} << 30;  // of an owner's unfinished uploads, as announced
    std::int64_t owner_uploads = 100;                   // of an owner, unfinished
};

// <directory>/blobs/ab/cd/<sm3>, <directory>/uploads/<id>.{json,part}. Thread-safe; one append per upload at a time.
// A disk that is full or fails is ErrorCode::unavailable "vault.unavailable"; nothing acknowledged is lost by it.
class Vault {
public:
    // Throws std::system_error when the directory cannot be made.
    Vault(std::string directory, std::string worker_program, Clock const& clock, Limits limits = {});
    ~Vault();

    // Error keys: "vault.too_large", "vault.quota", "vault.unknown_upload", "vault.offset", "vault.busy",
    // "vault.length", "vault.file_name".
    // `unclassified`: its owner confirms that nothing in it is classified 不含涉密内容; kept with the time.
    Result<UploadState> create(std::string const& owner, std::string const& file_name, std::int64_t length,
                               bool unclassified = false);
    Result<UploadState> state(UploadId const& id) const;

    // Streams bytes at `offset`; hashes while writing; on the last byte fsyncs, moves the file to its name, reads it in
    // the worker. What was written before a break stays and can be resumed, also after a restart.
    // Not thread-safe; goes out of scope before the vault does.
    class Append {
    public:
        virtual ~Append() = default;
        virtual Result<void> write(std::string_view bytes) = 0;
        virtual Result<UploadState> finish() = 0;
    };
    Result<std::unique_ptr<Append>> append(UploadId const& id, std::int64_t offset);

    // The whole of a small file at once (demonstration data, generated documents).
    Result<Blob> put(std::string const& path);
    std::optional<std::string> path_of(std::string const& sm3) const;  // nothing when absent
    std::optional<Blob> blob(std::string const& sm3) const;            // what is kept beside it; nothing when absent
    // Calls `each` with every stored digest and whether its bytes still have it.
    void verify(std::function<void(std::string const& sm3, bool intact, std::string const& path)> const& each) const;
    // The bytes of a PNG of a page (from 1) or of the photo, made by the worker and kept beside the blob;
    // Error "vault.no_preview".
    Result<std::string> preview(std::string const& sm3, int page);
    // What a stored PDF, DOCX or text file says, read anew by the worker. Error "vault.no_text" when it is of no such
    // kind, says nothing (a scan) or cannot be read.
    Result<std::string> text(std::string const& sm3) const;
    // The same with places, tables, figures, what is hidden, and pages read off their pictures; it may take minutes.
    // The figures are left in `folder`, which must be there and empty; without one their `file` is empty.
    Result<Document> document(std::string const& sm3, std::string const& folder = "") const;
    // A workbook's first sheet, read by the worker; nothing of it is kept. Error "vault.no_table".
    Result<Table> table(std::string_view workbook);
    // Uploads not finished and not changed since are removed, and what a crash left behind; returns how many uploads.
    std::int64_t collect(Timestamp older_than);
    // Which of the worker's protections hold on this machine (its answer to `probe`, one JSON object).
    Result<std::string> protections() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// The same of a file that is in no vault. `worker_program` reads it.
Result<std::string> text_of_file(std::string const& worker_program, std::string const& path);
Result<Document> document_of_file(std::string const& worker_program, std::string const& path,
                                  std::string const& folder);

}  // namespace anping::vault
