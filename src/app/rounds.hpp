// SPDX-License-Identifier: Apache-2.0
// Work a serving process does beside its requests, again and again on a thread of its own.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "house.hpp"

namespace anping::app {

// How long to wait before the next round: twice as long as last time when it could not be done, 64 times `between` at
// most.
std::chrono::milliseconds next_wait(bool done, std::chrono::milliseconds last, std::chrono::milliseconds between);

class Rounds {
public:
    // Whether it is to leave off.
    using Ended = std::function<bool()>;

    // False: it could not be done.
    using Work = std::function<bool(Ended const&)>;

    Rounds(std::string name, std::chrono::milliseconds between, Work work);
    ~Rounds();  // waits for the round under way
    Rounds(Rounds const&) = delete;
    Rounds& operator=(Rounds const&) = delete;

private:
    void run();
    bool done() const;

    std::string const name_;
    std::chrono::milliseconds const between_;
    Work const work_;
    std::mutex mutex_;
    std::condition_variable ending_;
    std::atomic<bool> ended_{false};
    std::thread thread_;
};

// Looks at the addresses whose turn it is, and records what stood there.
Rounds::Work disclosure_round(House& house);
// Screens the reports that wait.
Rounds::Work screening_round(House& house);
// Holds what the register says of institutions against what their qualification asks for, some in each round.
Rounds::Work watch_round(House& house);

}  // namespace anping::app
