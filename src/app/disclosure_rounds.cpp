// SPDX-License-Identifier: Apache-2.0
#include "disclosure_rounds.hpp"

#include <chrono>

#include <anping/base/log.hpp>

namespace anping::app {
namespace {

using namespace std::chrono_literals;
constexpr auto kBetweenRounds = 1min;
constexpr auto kPatience = 60s;
constexpr std::size_t kInARound = 20;

ledger::Actor const kPlatform{"", "system", "", ""};

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
            round();
        } catch (std::exception const& e) { log::warn("disclosure.round_failed", {{"why", e.what()}}); }
        lock.lock();
    }
}

void DisclosureRounds::round() {
    auto const due = [&] {
        auto lease = house_.pool.lease();
        return house_.practice.disclosures_due(*lease, kInARound);
    }();
    for (auto const& one : due) {
        if (ended_) return;
        look(one);
    }
}

void DisclosureRounds::look(practice::DisclosureToCheck const& one) {
    auto found = house_.look({one.url, practice::size_limit(one), kPatience});
    if (!found) return;
    auto const written = house_.writer.apply(
        {kPlatform, {}, {}, house_.practice.record_check(one.project, one.url, std::move(*found), house_.clock.now())});
    if (!written) log::warn("disclosure.not_recorded", {{"project", one.project.text}, {"why", written.error().key}});
}

}  // namespace anping::app
