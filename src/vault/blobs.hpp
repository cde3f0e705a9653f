// SPDX-License-Identifier: Apache-2.0
// Finished files under their digest, with what is known of them (<sm3>.json) and rendered pages (<sm3>.p<n>.png)
// beside.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include <anping/vault/vault.hpp>

#include "hashing.hpp"
#include "reader.hpp"

namespace anping::vault {

// Thread-safe; several processes may share the directory. Throws std::system_error when the disk refuses.
class Blobs {
public:
    Blobs(std::string directory, std::string scratch, Reader& reader);

    // Gives the file at `part`, already synced, its lasting name. Done twice it does the same. `by` as in replace_file.
    Blob adopt(std::string const& part, Digests const& digests, std::int64_t size, std::string const& by);
    std::optional<std::string> path_of(std::string const& sm3) const;
    std::optional<Blob> find(std::string const& sm3);
    void verify(std::function<void(std::string const&, bool, std::string const&)> const& each) const;
    Result<std::string> preview(std::string const& sm3, int page);
    Result<Table> table(std::string_view workbook);
    Result<std::string> text(std::string const& sm3);
    Result<Document> document(std::string const& sm3, std::string const& folder);

private:
    std::string directory_of(std::string const& sm3) const;
    std::string name_of(std::string const& sm3) const { return directory_of(sm3) + "/" + sm3; }
    std::optional<Blob> described(std::string const& sm3) const;
    Blob describe(std::string const& path, Digests const& digests, std::int64_t size, std::string const& by);
    Reader::Page render(std::string const& path, int page, std::string const& target);

    std::string directory_;
    std::string scratch_;
    Reader& reader_;
};

}  // namespace anping::vault
