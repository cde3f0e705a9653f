// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

#include <anping/ledger/tiles.hpp>

#include "body.hpp"
#include "files.hpp"
#include "verify_entries.hpp"

namespace anping::ledger {
namespace {

constexpr std::int64_t kWidth = static_cast<std::int64_t>(kTileWidth);
constexpr std::int64_t kChunk = 16 * kWidth;
constexpr std::size_t kHash = sizeof(crypto::Digest);

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
    bool as_expected(Place& place, std::int64_t seq, std::string& text);
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
    static thread_local std::vector<Leaf> leaves_;  // of the chunk in hand
};
thread_local std::vector<Pass::Leaf> Pass::leaves_;

void Pass::chunk(db::Session& session, std::size_t number) {
    auto const first = static_cast<std::int64_t>(number) * kChunk;
    auto const end = std::min(ground_.size, first + kChunk);
    leaves_.clear();
    Place place{first, "", ""};
    auto& border = borders_[number];
    try {
        session.each<std::int64_t, std::string>(
            "SELECT seq, leaf || ' ' || type || ' ' || subject || ' ' || body FROM ledger "
            "WHERE seq >= :first AND seq < :last ORDER BY seq",
            {first, end}, [&](std::int64_t seq, std::string&& text) {
                if (seq == first) {
                    border.first_prev = read_tail(text).value_or(BodyTail{}).prev;
                    border.first_time = read_time(text).value_or("");
                }
                missing(place, seq, "is missing");
                if (!as_expected(place, seq, text)) one_by_one(session, place, seq + 1);
            });
    } catch (std::exception const& e) {
        findings_.add(Findings::database(e.what()));
        one_by_one(session, place, end);
    }
    missing(place, end, "is missing");
    border.last_leaf = place.prev;
    border.last_time = place.time;
    settle(first, leaves_);
}

// What is not as expected is asked for by its number, column by column; behind a damaged page, every entry is.
void Pass::one_by_one(db::Session& session, Place& place, std::int64_t end) {
    while (place.next < end) {
        auto const seq = place.next;
        try {
            auto const found = session.one<std::string, std::string, std::string, std::string>(
                "SELECT subject, type, leaf, body FROM ledger WHERE seq = :seq", {seq});
            if (found)
                row(place, seq, std::get<0>(*found), std::get<1>(*found), std::get<2>(*found), std::get<3>(*found));
            else missing(place, seq + 1, "is missing");
        } catch (std::exception const& e) { missing(place, seq + 1, e.what()); }
    }
}

void Pass::missing(Place& place, std::int64_t until, char const* what) {
    for (; place.next < until; ++place.next) {
        bad(place.next, "", what);
        leaves_.emplace_back();
        place.prev.clear();
    }
}

// The usual case in one comparison: everything before the body follows from the body.
bool Pass::as_expected(Place& place, std::int64_t seq, std::string& text) {
    auto const tail = read_tail(text);
    auto const time = read_time(text);
    if (!tail || !time || tail->seq != seq || *time < place.time) return false;
    if (!place.prev.empty() && tail->prev != place.prev) return false;
    auto const before = 64 + 1 + tail->type.size() + 1 + tail->subject.size() + 1;
    if (text.size() <= before) return false;
    text[before - 1] = '\0';  // what a leaf's hash begins with
    Leaf leaf{crypto::hash(ground_.hash, std::string_view(text).substr(before - 1)), std::nullopt, true};
    char hex[64];
    to_hex(leaf.computed, hex);
    std::string_view const head(text.data(), before);
    if (head.substr(0, 64) != std::string_view(hex, 64) || head[64] != ' ' ||
        head.substr(65, tail->type.size()) != tail->type || head[65 + tail->type.size()] != ' ' ||
        head.substr(66 + tail->type.size(), tail->subject.size()) != tail->subject)
        return false;
    place.time.assign(*time);
    place.prev.assign(hex, 64);
    leaves_.push_back(leaf);
    bytes_.fetch_add(static_cast<std::int64_t>(text.size() - before), std::memory_order_relaxed);
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
    bytes_.fetch_add(static_cast<std::int64_t>(body.size()), std::memory_order_relaxed);
    auto const tail = read_tail(body);
    auto const time = read_time(body);
    if (!tail || !time) {
        bad(seq, "body", "is not an entry");
    } else {
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
    EntriesSeen seen{TreeSeen(ground.hash, ground.size, ends), "", "", 0};
    Pass(ground, seen, findings).run();
    seen.tree.finish();
    return seen;
}

}  // namespace anping::ledger
