// SPDX-License-Identifier: Apache-2.0
// The law in use: the books on disk with what has been confirmed.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/legal/views.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::legal {

// Thread-safe. A law once given stays as it is; whoever asks again gets the newest.
class Library {
public:
    // `books`: as loaded from the directory, nothing confirmed.
    Library(std::string directory, std::shared_ptr<rulebook::Law const> books)
        : directory_(std::move(directory)), law_(std::move(books)) {}

    std::shared_ptr<rulebook::Law const> law() const;
    // Takes in what has been confirmed since; cheap when nothing was. Keeps the law it has, and logs why, when the
    // books on disk cannot be used any more.
    void refresh(db::Session& session);

    // With further confirmations and drafts, as it would be.
    rulebook::LoadResult imagine(db::Session& session, std::vector<rulebook::Confirmation> const& more,
                                 rulebook::Drafts const& drafts) const;

    std::vector<FileView> files() const;
    Result<FileText> text(std::string const& file) const;

private:
    std::string directory_;
    mutable std::mutex mutex_;
    std::shared_ptr<rulebook::Law const> law_;
    std::mutex refreshing_;
    std::vector<rulebook::Confirmation> confirmed_;  // of the law it has; held by refreshing_
};

}  // namespace anping::legal
