// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/corpus.hpp>

#include <algorithm>
#include <set>
#include <thread>

#include <anping/db/pool.hpp>
#include <anping/forensics/segment_writer.hpp>

#include "errors.hpp"

namespace anping::forensics {
namespace {

constexpr char const* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS corpus_doc (
    id BIGINT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, points BIGINT NOT NULL,
    characters BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS corpus_segment (number BIGINT PRIMARY KEY, first BIGINT NOT NULL, docs BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS corpus_next (number BIGINT NOT NULL);
INSERT INTO corpus_next (number) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM corpus_next);
)sql";

constexpr char const* kDatabase = "corpus.db";
constexpr char const* kEnding = ".segment";
constexpr std::size_t kTogether = 8;  // segments
constexpr std::size_t kMostDocs = 40'000;

std::string file_of(std::int64_t number) { return std::to_string(number) + kEnding; }

// Segments of the same step are put together: 1 to 7 documents, 8 to 63, and so on.
unsigned step_of(Segment const& segment) {
    unsigned out = 0;
    for (auto docs = segment.docs(); docs >= kTogether; docs /= kTogether) ++out;
    return out;
}

bool fit(Segments const& segments, std::size_t from, std::size_t to) {
    std::size_t docs = 0;
    std::uint64_t characters = 0;
    for (auto i = from; i < to; ++i) {
        docs += segments[i]->docs();
        characters += segments[i]->text().size();
    }
    return docs <= kMostDocs && characters <= kMostCharacters;
}

std::int64_t row(DocId id) { return static_cast<std::int64_t>(id); }

DocFacts facts_of(std::tuple<std::int64_t, std::string, std::string, std::int64_t, std::int64_t> const& row) {
    auto const& [id, name, sha256, points, characters] = row;
    return {static_cast<DocId>(id), name, sha256, points, characters};
}

}  // namespace

Corpus::Corpus(std::filesystem::path directory, db::Session session)
    : directory_(std::move(directory)), session_(std::move(session)) {}

Result<std::unique_ptr<Corpus>> Corpus::open(std::filesystem::path const& directory) {
    std::error_code failed;
    std::filesystem::create_directories(directory, failed);
    if (failed) return file_failed(directory, "create", failed.value());
    auto session = db::open({db::Backend::sqlite, (directory / kDatabase).string()}, db::Mode::write);
    session.script(kSchema);
    std::unique_ptr<Corpus> out(new Corpus(directory, std::move(session)));
    if (auto loaded = out->load(); !loaded) return unexpected<Error>(std::move(loaded.error()));
    return out;
}

bool Corpus::is_at(std::filesystem::path const& directory) { return std::filesystem::exists(directory / kDatabase); }

Result<void> Corpus::load() {
    std::set<std::string> known;
    for (auto const& [number] : session_.query<std::int64_t>("SELECT number FROM corpus_segment ORDER BY first")) {
        files_.push_back(file_of(number));
        unread_.insert(files_.back());
        known.insert(files_.back());
        auto segment = Segment::open(directory_ / files_.back());
        if (!segment) return unexpected<Error>(std::move(segment.error()));
        segments_.push_back(std::make_shared<Segment const>(std::move(*segment)));
    }
    for (auto const& entry : std::filesystem::directory_iterator(directory_)) {
        auto const name = entry.path().filename().string();
        bool const ours = name.ends_with(kEnding) || name.ends_with(std::string(kEnding) + ".new");
        if (ours && !known.contains(name)) std::filesystem::remove(entry.path());
    }
    return {};
}

Segments Corpus::segments() const {
    std::lock_guard const lock(mutex_);
    return segments_;
}

void Corpus::set(Segments segments) {
    std::lock_guard const lock(mutex_);
    segments_ = std::move(segments);
}

Result<std::vector<DocId>> Corpus::add(std::vector<NewDoc> const& docs) {
    auto const first =
        static_cast<DocId>(session_.scalar<std::int64_t>("SELECT coalesce(max(id), 0) + 1 FROM corpus_doc"));
    std::vector<DocId> ids;
    std::set<std::string> given;
    std::vector<NewDoc const*> fresh;
    for (auto const& one : docs) {
        bool const known = !given.insert(one.sha256).second || doc(one.sha256).has_value();
        ids.push_back(known ? 0 : first + fresh.size());
        if (!known) fresh.push_back(&one);
    }
    Gathered gathered;
    for (std::size_t from = 0; from < fresh.size();) {
        gathered.clear();
        auto to = from;
        while (to < fresh.size() && gathered.add(first + to, fresh[to]->folded, fresh[to]->masked)) ++to;
        if (to == from) return too_long(fresh[from]->name);
        if (auto done = put(gathered, std::span(fresh).subspan(from, to - from), first + from); !done)
            return unexpected<Error>(std::move(done.error()));
        from = to;
    }
    return ids;
}

Result<void> Corpus::put(Gathered& gathered, std::span<NewDoc const* const> docs, DocId first) {
    auto const number = next_number();
    if (auto written = gathered.write(directory_ / file_of(number)); !written) return written;
    auto segment = Segment::open(directory_ / file_of(number));
    if (!segment) return unexpected<Error>(std::move(segment.error()));
    segment->read_ahead();
    db::UnitOfWork work(session_);
    std::vector<db::Params> rows;
    rows.reserve(docs.size());
    for (std::size_t i = 0; i < docs.size(); ++i)
        rows.push_back({row(first + i), docs[i]->name, docs[i]->sha256,
                        static_cast<std::int64_t>(docs[i]->folded.points),
                        static_cast<std::int64_t>(docs[i]->folded.text.size())});
    session_.bulk_insert("corpus_doc", {"id", "name", "sha256", "points", "characters"}, rows);
    session_.exec("INSERT INTO corpus_segment (number, first, docs) VALUES (:number, :first, :docs)",
                  {number, row(first), static_cast<std::int64_t>(docs.size())});
    work.commit();
    auto segments = this->segments();
    segments.push_back(std::make_shared<Segment const>(std::move(*segment)));
    files_.push_back(file_of(number));
    set(std::move(segments));
    return {};
}

std::int64_t Corpus::next_number() {
    auto const out = session_.scalar<std::int64_t>("SELECT number FROM corpus_next");
    session_.exec("UPDATE corpus_next SET number = :number", {out + 1});
    return out;
}

Result<void> Corpus::replace(std::size_t from, std::size_t to, unsigned threads) {
    auto segments = this->segments();
    std::vector<Segment const*> parts;
    for (auto i = from; i < to; ++i) {
        if (unread_.erase(files_[i]) != 0)
            if (auto fine = segments[i]->verify(); !fine) return fine;
        parts.push_back(segments[i].get());
    }
    auto const number = next_number();
    if (auto merged = merge(parts, directory_ / file_of(number), threads); !merged) return merged;
    auto segment = Segment::open(directory_ / file_of(number));
    if (!segment) return unexpected<Error>(std::move(segment.error()));
    segment->read_ahead();
    db::UnitOfWork work(session_);
    session_.exec("DELETE FROM corpus_segment WHERE first >= :from AND first <= :to",
                  {row(parts.front()->id(0)), row(parts.back()->id(0))});
    session_.exec("INSERT INTO corpus_segment (number, first, docs) VALUES (:number, :first, :docs)",
                  {number, row(parts.front()->id(0)), static_cast<std::int64_t>(segment->docs())});
    work.commit();
    auto const at = segments.begin() + static_cast<std::ptrdiff_t>(from);
    segments.erase(at + 1, segments.begin() + static_cast<std::ptrdiff_t>(to));
    *at = std::make_shared<Segment const>(std::move(*segment));
    set(std::move(segments));
    for (auto i = from; i < to; ++i) std::filesystem::remove(directory_ / files_[i]);
    files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(from + 1),
                 files_.begin() + static_cast<std::ptrdiff_t>(to));
    files_[from] = file_of(number);
    return {};
}

Result<bool> Corpus::merge_some() {
    auto const segments = this->segments();
    for (std::size_t from = 0; from + kTogether <= segments.size(); ++from) {
        auto const step = step_of(*segments[from]);
        auto to = from;
        while (to < segments.size() && to - from < kTogether && step_of(*segments[to]) == step) ++to;
        if (to - from < kTogether || !fit(segments, from, to)) continue;
        if (auto done = replace(from, to, 1); !done) return unexpected<Error>(std::move(done.error()));
        return true;
    }
    return false;
}

Result<void> Corpus::merge_all() {
    auto const threads = std::max(1U, std::thread::hardware_concurrency());
    for (std::size_t from = 0; from < this->segments().size(); ++from) {
        auto const segments = this->segments();
        auto to = from + 1;
        while (to < segments.size() && fit(segments, from, to + 1)) ++to;
        if (to == from + 1) continue;
        if (auto done = replace(from, to, threads); !done) return done;
    }
    return {};
}

std::optional<DocFacts> Corpus::doc(DocId id) {
    auto const found = session_.one<std::int64_t, std::string, std::string, std::int64_t, std::int64_t>(
        "SELECT id, name, sha256, points, characters FROM corpus_doc WHERE id = :id", {row(id)});
    return found ? std::optional(facts_of(*found)) : std::nullopt;
}

std::optional<DocFacts> Corpus::doc(std::string const& sha256) {
    auto const found = session_.one<std::int64_t, std::string, std::string, std::int64_t, std::int64_t>(
        "SELECT id, name, sha256, points, characters FROM corpus_doc WHERE sha256 = :sha256", {sha256});
    return found ? std::optional(facts_of(*found)) : std::nullopt;
}

std::uint32_t Corpus::about(DocId id, std::uint32_t character) const {
    for (auto const& segment : segments())
        for (std::size_t i = 0; i < segment->docs(); ++i) {
            if (segment->id(i) != id) continue;
            auto const known = segment->origin(i, character);
            return known.point + character - known.at;
        }
    return character;
}

CorpusSize Corpus::size() {
    CorpusSize out;
    for (auto const& one : segments()) {
        ++out.segments;
        out.docs += static_cast<std::int64_t>(one->docs());
        out.characters += static_cast<std::int64_t>(one->text().size());
        out.index_bytes += static_cast<std::int64_t>(one->index_bytes());
        out.text_bytes += static_cast<std::int64_t>(one->text_bytes());
    }
    return out;
}

Result<void> Corpus::verify() {
    DocId expected = 1;
    for (auto const& one : segments()) {
        if (auto fine = one->verify(); !fine) return fine;
        for (std::size_t i = 0; i < one->docs(); ++i, ++expected) {
            auto const known = doc(one->id(i));
            if (one->id(i) != expected || !known || known->characters != one->to(i) - one->from(i))
                return not_the_documents(one->id(i));
        }
    }
    if (session_.scalar<std::int64_t>("SELECT count(*) FROM corpus_doc") != row(expected - 1))
        return not_the_documents(expected);
    return {};
}

}  // namespace anping::forensics
