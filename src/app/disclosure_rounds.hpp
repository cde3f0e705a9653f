// SPDX-License-Identifier: Apache-2.0
// Looks, one after another on a thread of its own, at the addresses whose turn it is, and records what stood there.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "house.hpp"

namespace anping::app {

class DisclosureRounds {
public:
    explicit DisclosureRounds(House& house);  // starts nothing where this installation asks no other site
    ~DisclosureRounds();                      // waits for the look under way
    DisclosureRounds(DisclosureRounds const&) = delete;
    DisclosureRounds& operator=(DisclosureRounds const&) = delete;

private:
    void run();

    House& house_;
    std::mutex mutex_;
    std::condition_variable ending_;
    std::atomic<bool> ended_{false};
    std::thread thread_;
};

}  // namespace anping::app
