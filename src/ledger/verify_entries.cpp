// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <optional>
#include <span>
#include <thread>

#include <anping/ledger/tiles.hpp>

#include "body.hpp"
#include "files.hpp"
#include "verify_entries.hpp"

namespace anping::ledger {
namespace {

constexpr std::int64_t kWidth = static_cast<std::int64_t>(kTileWidth);
constexpr std::int64_t kChunk = 16 * kWidth;
constexpr std::int64_t kBatch = 64;
constexpr std::size_t kHash = sizeof(crypto::Digest);

// No column is compared with a blob's type by its affinity: `< x''` holds for every text and no blob.
constexpr char const* kBatchSqlite =
    "SELECT group_concat(CASE WHEN leaf < x'' AND type < x'' AND subject < x'' AND body < x'' "
    "THEN leaf || ' ' || type || ' ' || subject || ' ' || body ELSE '' END, char(10)) "
    "FROM ledger WHERE seq >= :first AND seq < :last";
constexpr char const* kBatchPostgres =
    "SELECT string_agg(leaf || ' ' || type || ' ' || subject || ' ' || body, chr(10) ORDER BY seq) "
    "FROM ledger WHERE seq >= :first AND seq < :last";

void to_hex(crypto::Digest const& digest, char* out) {
    static constexpr char kDigits[] = "0123456789abcdef";
    for (auto const byte : digest) {
        *out++ = kDigits[byte >> 4U];
        *out++ = kDigits[byte & 0xFU];
    }
}

// What one thread remembers from row to row.
struct Place {
    std::int64_t next = 0;
    std::string prev;  // hex of the leaf before; "" when unknown
    std::string time;
    std::int64_t bytes = 0;
    std::uint64_t subjects = 0;  // sum of subject_mark
};

// Where chunks meet: checked when all are done.
struct Border {
    std::string first_prev;
    std::string first_time;
    std::string last_leaf;
    std::string last_time;
};

class Pass {
public:
    Pass(Ground const& ground, EntriesSeen& seen, Findings& findings)
        : ground_(ground),
          seen_(seen),
          findings_(findings),
          borders_(static_cast<std::size_t>((ground.size + kChunk - 1) / kChunk)) {}

    void run() {
        std::vector<std::thread> threads;
        auto const count = std::min(ground_.threads, borders_.size());
        for (std::size_t i = 1; i < count; ++i) threads.emplace_back([this] { work(); });
        work();
        for (auto& thread : threads) thread.join();
        for (std::size_t i = 1; i < borders_.size(); ++i) meet(i);
        if (!borders_.empty()) {
            seen_.last_leaf = borders_.back().last_leaf;
            seen_.last_time = borders_.back().last_time;
        }
        seen_.bytes = bytes_;
        seen_.subjects = subjects_;
    }

private:
    void work() {
        std::optional<db::Session> session;
        for (std::size_t i = taken_++; i < borders_.size(); i = taken_++) {
            try {
                if (!session) session.emplace(db::open(ground_.address, db::Mode::read));
                chunk(*session, i);
            } catch (std::exception const& e) { findings_.add(Findings::database(e.what())); }
        }
    }

    void chunk(db::Session& session, std::size_t number);
    bool batch(db::Session& session, Place& place, std::int64_t end);
    bool as_expected(Place& place, std::span<char> text);
    void check_types(db::Session& session, std::int64_t seq);
    void note_border(std::int64_t seq, BodyTail const& tail, std::string_view time);
    void row(Place& place, std::int64_t seq, std::string const& subject, std::string const& type,
             std::string const& stored, std::string const& body);
    void one_by_one(db::Session& session, Place& place, std::int64_t end);
    void missing(Place& place, std::int64_t until, char const* what);
    void accept(Place& place, std::string const& leaf);
    void tile(std::uint64_t index, std::span<crypto::Digest const> leaves);
    void meet(std::size_t number);
    void bad(std::int64_t seq, char const* field, std::string what) {
        findings_.add(Findings::entry(seq, field, std::move(what)));
    }

    struct Leaf {
        crypto::Digest computed{};
        std::optional<crypto::Digest> stored;  // when the column says otherwise
        bool present = false;
    };
    void settle(std::int64_t first, std::vector<Leaf> const& leaves);

    Ground const& ground_;
    EntriesSeen& seen_;
    Findings& findings_;
    std::vector<Border> borders_;
    std::atomic<std::size_t> taken_ = 0;
    std::atomic<std::int64_t> bytes_ = 0;
    std::atomic<std::uint64_t> subjects_ = 0;
    static thread_local std::vector<Leaf> leaves_;  // of the chunk in hand
};
thread_local std::vector<Pass::Leaf> Pass::leaves_;

void Pass::chunk(db::Session& session, std::size_t number) {
    auto const first = static_cast<std::int64_t>(number) * kChunk;
    auto const end = std::min(ground_.size, first + kChunk);
    leaves_.clear();
    Place place;
    place.next = first;
    for (auto at = first; at < end; at += kBatch) {
        auto const upto = std::min(end, at + kBatch);
        if (!batch(session, place, upto)) one_by_one(session, place, upto);
    }
    bytes_ += place.bytes;
    subjects_ += place.subjects;
    borders_[number].last_leaf = place.prev;
    borders_[number].last_time = place.time;
    settle(first, leaves_);
}

// Entries up to `end` in one text, a line each. False, and nothing noted, unless all of them are as expected.
bool Pass::batch(db::Session& session, Place& place, std::int64_t end) {
    auto const before = place;
    auto const count = leaves_.size();
    try {
        auto const found = session.scalar<std::optional<std::string>>(
            session.backend() == db::Backend::sqlite ? kBatchSqlite : kBatchPostgres, {place.next, end});
        auto text = found.value_or("");
        std::size_t at = 0;
        while (at < text.size() && place.next < end) {
            auto const line = text.find('\n', at);
            auto const length = (line == std::string::npos ? text.size() : line) - at;
            if (!as_expected(place, {text.data() + at, length})) break;
            at += length + 1;
        }
        if (place.next == end && at == text.size() + 1) return true;
    } catch (std::exception const& e) { findings_.add(Findings::database(e.what())); }
    place = before;
    leaves_.resize(count);
    return false;
}

// What is not as expected is asked for by its number, column by column.
void Pass::one_by_one(db::Session& session, Place& place, std::int64_t end) {
    while (place.next < end) {
        auto const seq = place.next;
        try {
            auto const found = session.one<std::string, std::string, std::string, std::string>(
                "SELECT subject, type, leaf, body FROM ledger WHERE seq = :seq", {seq});
            if (!found) {
                missing(place, seq + 1, "is missing");
                continue;
            }
            if (session.backend() == db::Backend::sqlite) check_types(session, seq);
            row(place, seq, std::get<0>(*found), std::get<1>(*found), std::get<2>(*found), std::get<3>(*found));
        } catch (std::exception const& e) { missing(place, seq + 1, e.what()); }
    }
}

void Pass::check_types(db::Session& session, std::int64_t seq) {
    auto const wrong = session.scalar<std::string>(
        "SELECT CASE WHEN typeof(subject) <> 'text' THEN 'subject' WHEN typeof(type) <> 'text' THEN 'type' "
        "WHEN typeof(leaf) <> 'text' THEN 'leaf' WHEN typeof(body) <> 'text' THEN 'body' ELSE '' END "
        "FROM ledger WHERE seq = :seq",
        {seq});
    if (!wrong.empty()) bad(seq, wrong.c_str(), "has a value of another type");
}

void Pass::note_border(std::int64_t seq, BodyTail const& tail, std::string_view time) {
    if (seq % kChunk != 0) return;
    auto& border = borders_[static_cast<std::size_t>(seq / kChunk)];
    border.first_prev = tail.prev;
    border.first_time = time;
}

void Pass::missing(Place& place, std::int64_t until, char const* what) {
    for (; place.next < until; ++place.next) {
        bad(place.next, "", what);
        leaves_.emplace_back();
        place.prev.clear();
    }
}

// The usual case in few comparisons: everything before the body follows from the body. Writes into `text`.
bool Pass::as_expected(Place& place, std::span<char> text) {
    std::string_view const whole(text.data(), text.size());
    auto const tail = read_tail(whole);
    auto const time = read_time(whole);
    if (!tail || !time || tail->seq != place.next || *time < place.time) return false;
    if (!place.prev.empty() && tail->prev != place.prev) return false;
    auto const type = tail->type.size();
    auto const before = 64 + 1 + type + 1 + tail->subject.size() + 1;
    if (whole.size() <= before || whole[64] != ' ' || whole[65 + type] != ' ' || whole[before - 1] != ' ' ||
        whole.substr(65, type) != tail->type || whole.substr(66 + type, tail->subject.size()) != tail->subject)
        return false;
    text[before - 1] = '\0';  // what a leaf's hash begins with
    Leaf const leaf{crypto::hash(ground_.hash, whole.substr(before - 1)), std::nullopt, true};
    char hex[64];
    to_hex(leaf.computed, hex);
    if (whole.substr(0, 64) != std::string_view(hex, 64)) return false;
    note_border(place.next, *tail, *time);
    place.time.assign(*time);
    place.prev.assign(hex, 64);
    leaves_.push_back(leaf);
    place.bytes += static_cast<std::int64_t>(whole.size() - before);
    place.subjects += subject_mark(tail->subject, place.next);
    ++place.next;
    return true;
}

void Pass::row(Place& place, std::int64_t seq, std::string const& subject, std::string const& type,
               std::string const& stored, std::string const& body) {
    missing(place, seq, "is missing");
    Leaf leaf{crypto::leaf_hash(ground_.hash, body), std::nullopt, true};
    auto hex = crypto::to_hex(leaf.computed);
    if (hex != stored) leaf.stored = crypto::digest_from_hex(stored).value_or(crypto::Digest{});
    leaves_.push_back(leaf);
    place.bytes += static_cast<std::int64_t>(body.size());
    place.subjects += subject_mark(subject, seq);
    auto const tail = read_tail(body);
    auto const time = read_time(body);
    if (!tail || !time) {
        bad(seq, "body", "is not an entry");
    } else {
        note_border(seq, *tail, *time);
        if (tail->seq != seq) bad(seq, "seq", "the body says " + std::to_string(tail->seq));
        if (tail->subject != subject) bad(seq, "subject", "the body says another one");
        if (tail->type != type) bad(seq, "type", "the body says another one");
        if (!place.prev.empty() && tail->prev != place.prev) bad(seq, "body", "does not follow the entry before");
        if (*time < place.time) bad(seq, "body", "is earlier than the entry before");
        place.time.assign(*time);
    }
    // A change is told once, at its own entry.
    place.prev = leaf.stored ? "" : std::move(hex);
    ++place.next;
}

void Pass::meet(std::size_t number) {
    auto const& before = borders_[number - 1];
    auto const& here = borders_[number];
    auto const seq = static_cast<std::int64_t>(number) * kChunk;
    if (!before.last_leaf.empty() && !here.first_prev.empty() && before.last_leaf != here.first_prev)
        bad(seq, "body", "does not follow the entry before");
    if (!here.first_time.empty() && here.first_time < before.last_time)
        bad(seq, "body", "is earlier than the entry before");
}

// Three copies of each leaf: of the body, in the column, in the tile. Two that agree show which one was changed.
void Pass::settle(std::int64_t first, std::vector<Leaf> const& leaves) {
    for (std::size_t begin = 0; begin < leaves.size(); begin += kTileWidth) {
        auto const index = (static_cast<std::uint64_t>(first) + begin) / kTileWidth;
        auto const count = std::min<std::size_t>(kTileWidth, leaves.size() - begin);
        auto const path = tile_path(ground_.directory, 0, index);
        auto const name = path.substr(ground_.directory.size() + 1);
        auto const bytes = files::read(path).value_or("");
        std::vector<crypto::Digest> settled(count);
        for (std::size_t i = 0; i < count; ++i) {
            auto const& leaf = leaves[begin + i];
            auto const seq = first + static_cast<std::int64_t>(begin + i);
            std::optional<crypto::Digest> tiled;
            if (bytes.size() >= (i + 1) * kHash)
                bytes.copy(reinterpret_cast<char*>(tiled.emplace().data()), kHash, i * kHash);
            settled[i] = leaf.present ? leaf.computed : tiled.value_or(crypto::Digest{});
            bool const column_agrees_with_tile = leaf.stored && tiled == leaf.stored;
            if (column_agrees_with_tile) settled[i] = *leaf.stored;
            if (leaf.stored) bad(seq, tiled == leaf.computed ? "leaf" : "body", "does not hash to its leaf");
            if (leaf.present && tiled && *tiled != leaf.computed && !column_agrees_with_tile)
                findings_.add({"tile", seq, "", "", "", name, "hash " + std::to_string(i) + " is not the entry's"});
        }
        auto const due = std::min<std::int64_t>(kWidth, ground_.synced - static_cast<std::int64_t>(index) * kWidth);
        if (static_cast<std::int64_t>(bytes.size()) < due * static_cast<std::int64_t>(kHash))
            findings_.add(Findings::tile(name, bytes.empty() ? "is missing" : "was cut short"));
        bool const longer = bytes.size() > count * kHash;
        if (longer &&
            index * kTileWidth + (bytes.size() + kHash - 1) / kHash > static_cast<std::uint64_t>(ground_.size_now()))
            findings_.add(Findings::tile(name, "is longer than the ledger"));
        seen_.tree.set(index, std::move(settled));
    }
}

}  // namespace

EntriesSeen verify_entries(Ground const& ground, std::vector<std::int64_t> const& ends, Findings& findings) {
    EntriesSeen seen{TreeSeen(ground.hash, ground.size, ends), "", "", 0, 0};
    Pass(ground, seen, findings).run();
    seen.tree.finish();
    return seen;
}

}  // namespace anping::ledger
