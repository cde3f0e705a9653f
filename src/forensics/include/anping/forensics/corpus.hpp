// SPDX-License-Identifier: Apache-2.0
// The reports others are compared with: segments in a directory, and in a database beside them which segments count and
// what each document is. A document is there, wholly, from the moment `add` returns; whatever is cut off before leaves
// files that count for nothing and are removed at the next start.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/db/session.hpp>
#include <anping/forensics/segment_writer.hpp>
#include <anping/text/fold.hpp>
#include <anping/text/mask.hpp>

namespace anping::forensics {

struct NewDoc {
    std::string name;    // where its original is found again
    std::string sha256;  // of the original, hex
    text::Folded folded;
    text::Masks masked = {};  // what starts no passage
};

struct DocFacts {
    DocId id = 0;
    std::string name;
    std::string sha256;
    std::int64_t points = 0;      // code points of its text
    std::int64_t characters = 0;  // of them compared
};

struct CorpusSize {
    std::int64_t docs = 0;
    std::int64_t characters = 0;
    std::int64_t segments = 0;
    std::int64_t index_bytes = 0;
    std::int64_t text_bytes = 0;
};

using Segments = std::vector<std::shared_ptr<Segment const>>;

// One writes, any number read: `segments` may be called from every thread.
class Corpus {
public:
    // Makes the directory where there is none. Error "forensics.corpus" when a segment that counts cannot be opened.
    static Result<std::unique_ptr<Corpus>> open(std::filesystem::path const& directory);
    static bool is_at(std::filesystem::path const& directory);

    // In the order given, which is the order of filing; those whose original is there already are left out (0).
    Result<std::vector<DocId>> add(std::vector<NewDoc> const& docs);
    // Puts eight segments of about a size together where there are as many; false when there are not. Error
    // "forensics.segment" when one is damaged: a copy of it would not be told any more.
    Result<bool> merge_some();
    // All that are put together as far as a segment holds them, by all processors.
    Result<void> merge_all();

    Segments segments() const;
    std::optional<DocFacts> doc(DocId id);
    std::optional<DocFacts> doc(std::string const& sha256);
    // The code point of its original a document's character came from: of 128 characters the first exactly, the others
    // as if nothing between were left out.
    std::uint32_t about(DocId id, std::uint32_t character) const;
    CorpusSize size();
    // Every block of every segment, and that the database names their documents and no others.
    Result<void> verify();

private:
    Corpus(std::filesystem::path directory, db::Session session);
    Result<void> load();
    Result<void> put(Gathered& gathered, std::span<NewDoc const* const> docs, DocId first);
    Result<void> replace(std::size_t from, std::size_t to, unsigned threads);
    std::int64_t next_number();
    void set(Segments segments);

    std::filesystem::path directory_;
    db::Session session_;
    mutable std::mutex mutex_;
    Segments segments_;
    std::vector<std::string> files_;  // of each segment
    std::set<std::string> unread_;    // of them those that were there: verified before they are put together
};

}  // namespace anping::forensics
