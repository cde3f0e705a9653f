// SPDX-License-Identifier: Apache-2.0
#include "upkeep.hpp"

#include <chrono>

#include <anping/base/log.hpp>

namespace anping::app {
namespace {

using namespace std::chrono_literals;
constexpr std::chrono::microseconds kBetweenCollections = 1h;
// Long enough for an upload begun before a week's holiday.
constexpr std::chrono::microseconds kAbandoned = 10 * 24h;

}  // namespace

void Upkeep::tend() noexcept {
    try {
        {
            auto lease = house_.pool.lease();
            house_.library.refresh(*lease);
        }
        collect_uploads();
    } catch (std::exception const& e) { log::warn("upkeep.failed", {{"why", e.what()}}); }
}

void Upkeep::collect_uploads() {
    auto const now = house_.clock.now();
    if (collected_ && now.micros - collected_->micros < kBetweenCollections.count()) return;
    collected_ = now;
    auto const removed = house_.vault.collect(Timestamp{now.micros - kAbandoned.count()});
    if (removed > 0) log::info("upkeep.uploads_removed", {{"count", std::to_string(removed)}});
}

}  // namespace anping::app
