// SPDX-License-Identifier: Apache-2.0
#include <pthread.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include <anping/base/log.hpp>
#include <anping/ledger/tiles.hpp>

#include "files.hpp"
#include "store.hpp"
#include "synced_mark.hpp"

namespace anping::ledger {
namespace {

constexpr std::uint64_t kSyncEvery = 4096;
constexpr std::size_t kHash = sizeof(crypto::Digest);

// Puts leaves into tiles, and the roots of full tiles into the level above.
class Tiles {
public:
    Tiles(std::string directory, crypto::HashAlgorithm algorithm)
        : directory_(std::move(directory)), algorithm_(algorithm) {}

    std::uint64_t size() const noexcept { return size_; }

    // Goes back to what is known to be on the disk; to nothing when that is not there any more.
    void open(std::int64_t committed) {
        auto const synced = read_synced(files::read(mark_path()).value_or("")).value_or(0);
        // An older database came back: the tiles are the evidence of it and stay as they are.
        if (synced > static_cast<std::uint64_t>(committed))
            throw std::runtime_error("the tiles hold " + std::to_string(synced) + " entries, the database " +
                                     std::to_string(committed));
        if (!load(synced)) {
            log::error("ledger.tiles_damaged", {{"directory", directory_}, {"synced", std::to_string(synced)}});
            load(0);
        }
        synced_ = size_;
    }

    void append(std::vector<crypto::Digest> const& leaves) {
        for (std::size_t i = 0; i < leaves.size();) {
            auto const room = kTileWidth - levels_[0].size();
            auto const count = std::min<std::size_t>(room, leaves.size() - i);
            add(0, size_, {leaves.data() + i, count});
            i += count;
            size_ += count;
            if (size_ % kTileWidth == 0) carry();
        }
    }

    void sync_if(bool now) {
        if (size_ == synced_ || (!now && size_ - synced_ < kSyncEvery)) return;
        for (auto const& path : touched_) files::sync(path);
        touched_.clear();
        files::write(mark_path(), synced_text(size_));
        synced_ = size_;
    }

private:
    std::string mark_path() const { return directory_ + "/tiles/synced"; }

    bool load(std::uint64_t size) {
        levels_.assign(1, {});
        touched_.clear();
        size_ = size;
        for (std::uint8_t level = 0; (size >> (8U * level)) != 0; ++level) {
            if (level != 0) levels_.emplace_back();
            auto const count = size >> (8U * level);
            auto const bytes = files::read(tile_path(directory_, level, count / kTileWidth)).value_or("");
            if (bytes.size() < (count % kTileWidth) * kHash) return false;
            levels_[level].resize(count % kTileWidth);
            for (std::size_t i = 0; i < levels_[level].size(); ++i)
                bytes.copy(reinterpret_cast<char*>(levels_[level][i].data()), kHash, i * kHash);
        }
        return true;
    }

    void add(std::uint8_t level, std::uint64_t first, std::span<crypto::Digest const> nodes) {
        auto const path = tile_path(directory_, level, first / kTileWidth);
        files::write_at(path, (first % kTileWidth) * kHash,
                        {reinterpret_cast<char const*>(nodes.data()), nodes.size() * kHash});
        touched_.insert(path);
        levels_[level].insert(levels_[level].end(), nodes.begin(), nodes.end());
    }

    void carry() {
        for (std::uint8_t level = 0; levels_[level].size() == kTileWidth; ++level) {
            auto const root = crypto::root_hash(algorithm_, levels_[level]);
            levels_[level].clear();
            if (levels_.size() == level + 1U) levels_.emplace_back();
            auto const index = (size_ >> (8U * (level + 1U))) - 1;
            add(static_cast<std::uint8_t>(level + 1), index, {&root, 1});
        }
    }

    std::string directory_;
    crypto::HashAlgorithm algorithm_;
    std::uint64_t size_ = 0;
    std::uint64_t synced_ = 0;
    std::vector<std::vector<crypto::Digest>> levels_ = {{}};  // of each level, the tile that is not full
    std::set<std::string> touched_;
};

}  // namespace

struct TileWriter::State {
    State(db::Address where, std::string directory, crypto::HashAlgorithm hash_algorithm)
        : address(std::move(where)), tiles(std::move(directory), hash_algorithm) {}

    // One attempt to write everything committed; false when the disk or the database does not let it.
    bool catch_up(std::int64_t target, bool last) {
        try {
            if (!session) session.emplace(db::open(address, db::Mode::read));
            if (!opened) tiles.open(target);
            opened = true;
            while (static_cast<std::int64_t>(tiles.size()) < target) {
                auto const first = static_cast<std::int64_t>(tiles.size());
                tiles.append(store::leaves(*session, first, std::min(target, first + 4096)));
                tiles.sync_if(false);
            }
            tiles.sync_if(last);
            return true;
        } catch (std::exception const& e) {
            log::warn("ledger.tiles_not_written", {{"why", e.what()}});
            session.reset();
            opened = false;
            return false;
        }
    }

    void loop() {
        pthread_setname_np(pthread_self(), "anping-tiles");
        std::unique_lock lock(mutex);
        for (;;) {
            woken.wait(lock, [&] { return stopping || wanted > tried; });
            auto const target = wanted;
            bool const last = stopping;
            lock.unlock();
            bool const ok = target == 0 || catch_up(target, last);
            lock.lock();
            tried = target;
            if (ok) written = target;
            done.notify_all();
            if (last && wanted == target) return;
        }
    }

    db::Address address;
    Tiles tiles;
    std::optional<db::Session> session;
    bool opened = false;

    std::mutex mutex;
    std::condition_variable woken;
    std::condition_variable done;
    std::int64_t wanted = 0;
    std::int64_t tried = 0;
    std::int64_t written = 0;
    bool stopping = false;
    std::thread thread;
};

TileWriter::TileWriter(db::Address address, std::string directory, crypto::HashAlgorithm algorithm)
    : state_(std::make_unique<State>(std::move(address), std::move(directory), algorithm)) {
    state_->thread = std::thread([state = state_.get()] { state->loop(); });
}

TileWriter::~TileWriter() {
    {
        std::lock_guard const lock(state_->mutex);
        state_->stopping = true;
    }
    state_->woken.notify_one();
    state_->thread.join();
}

void TileWriter::wake(std::int64_t size) {
    {
        std::lock_guard const lock(state_->mutex);
        if (size <= state_->wanted) return;
        state_->wanted = size;
    }
    state_->woken.notify_one();
}

void TileWriter::finish(std::int64_t size) {
    wake(size);
    std::unique_lock lock(state_->mutex);
    state_->done.wait(lock, [&] { return state_->tried >= size; });
}

}  // namespace anping::ledger
