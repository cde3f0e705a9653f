// SPDX-License-Identifier: Apache-2.0
// The worker as the vault sees it: a program that may do anything except harm.
#pragma once

#include <semaphore>
#include <string>

#include <anping/vault/document.hpp>
#include <anping/vault/table.hpp>
#include <anping/vault/vault.hpp>

namespace anping::vault {

// Thread-safe; runs at most two at a time, for each may take half a gigabyte, and besides one that reads a document,
// which may take minutes.
class Reader {
public:
    explicit Reader(std::string program) : program_(std::move(program)) {}

    // Never fails: what cannot be read has a `problem`.
    Reading read(std::string const& path);
    enum class Page { made, none, unavailable };
    // Leaves "page.png" in `directory`, which must be empty.
    Page page(std::string const& path, int number, std::string const& directory);
    Result<Table> table(std::string const& path);
    Result<std::string> text(std::string const& path);
    // `folder` must be there and empty; the document's figures are left in it.
    Result<Document> document(std::string const& path, std::string const& folder);
    Result<std::string> probe();

private:
    Result<Document> answer(std::string const& path, std::string const& folder);
    Result<Document> converted(std::string const& path, std::string const& folder);

    std::string program_;
    std::counting_semaphore<2> places_{2};
    std::counting_semaphore<1> documents_{1};
};

}  // namespace anping::vault
