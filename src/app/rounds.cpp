// SPDX-License-Identifier: Apache-2.0
#include "rounds.hpp"

#include <memory>

#include <anping/base/log.hpp>
#include <anping/practice/looking.hpp>

namespace anping::app {

std::chrono::milliseconds next_wait(bool done, std::chrono::milliseconds last, std::chrono::milliseconds between) {
    return done ? between : std::min(2 * last, 64 * between);
}

Rounds::Rounds(std::string name, std::chrono::milliseconds between, Work work)
    : name_(std::move(name)), between_(between), work_(std::move(work)), thread_([this] { run(); }) {}

Rounds::~Rounds() {
    {
        std::lock_guard const lock(mutex_);
        ended_ = true;
    }
    ending_.notify_all();
    thread_.join();
}

void Rounds::run() {
    auto wait = between_;
    std::unique_lock lock(mutex_);
    while (!ending_.wait_for(lock, wait, [this] { return ended_.load(); })) {
        lock.unlock();
        wait = next_wait(done(), wait, between_);
        lock.lock();
    }
}

bool Rounds::done() const {
    try {
        return work_([this] { return ended_.load(); });
    } catch (std::exception const& e) {
        log::warn("rounds.failed", {{"what", name_}, {"why", e.what()}});
        return false;
    }
}

Rounds::Work disclosure_round(House& house) {
    return [&house](Rounds::Ended const& ended) {
        if (!house.look) return true;  // this installation asks no other site
        practice::look_at_those_due(
            {house.practice, house.hostings, house.writer, house.pool, house.vault, house.config.data, house.look},
            house.clock, ended);
        return true;
    };
}

Rounds::Work screening_round(House& house) {
    return [&house](Rounds::Ended const& ended) {
        while (!ended()) {
            auto const done = house.screener.next();
            if (!done) log::warn("screening.failed", {{"why", done.error().text}, {"detail", done.error().internal}});
            if (!done || !*done) return done.has_value();
        }
        return true;
    };
}

Rounds::Work watch_round(House& house) {
    constexpr std::int64_t kInARound = 50;
    return [&house, after = std::make_shared<std::string>()](Rounds::Ended const& ended) {
        auto const some = house.registry.institutions(*house.pool.lease(), "", *after, kInARound);
        *after = some.empty() ? "" : some.back().id.text;
        for (auto const& one : some) {
            if (ended()) return true;
            if (!house.findings.watch_finds(*house.pool.lease(), one.id)) continue;
            auto const written =
                house.writer.apply({ledger::Actor{"", "system", "", ""}, {}, {}, house.findings.watch(one.id)});
            if (!written) log::warn("watch.not_told", {{"institution", one.id.text}, {"why", written.error().key}});
        }
        return true;
    };
}

}  // namespace anping::app
