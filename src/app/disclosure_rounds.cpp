// SPDX-License-Identifier: Apache-2.0
#include "disclosure_rounds.hpp"

#include <chrono>

#include <anping/base/log.hpp>
#include <anping/practice/looking.hpp>

namespace anping::app {
namespace {

using namespace std::chrono_literals;
constexpr auto kBetweenRounds = 1min;
}  // namespace

DisclosureRounds::DisclosureRounds(House& house) : house_(house) {
    if (house.look) thread_ = std::thread([this] { run(); });
}

DisclosureRounds::~DisclosureRounds() {
    {
        std::lock_guard const lock(mutex_);
        ended_ = true;
    }
    ending_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void DisclosureRounds::run() {
    std::unique_lock lock(mutex_);
    while (!ending_.wait_for(lock, kBetweenRounds, [this] { return ended_.load(); })) {
        lock.unlock();
        try {
            practice::look_at_those_due({house_.practice, house_.writer, house_.pool, house_.vault, {}, house_.look},
                                        house_.clock, [this] { return ended_.load(); });
        } catch (std::exception const& e) { log::warn("disclosure.round_failed", {{"why", e.what()}}); }
        lock.lock();
    }
}

}  // namespace anping::app
