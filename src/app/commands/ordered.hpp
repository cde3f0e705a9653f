// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace anping::app {

// Calls `work(i, thread)` for each i below `count` on several threads, and `take(i, result)` on this one in the order
// of i. Results wait for their turn, a few for each thread at most. What `work` throws is thrown here; no further i is
// begun then, nor when `take` throws.
template <class Work, class Take>
void in_order(std::size_t count, std::size_t threads, Work work, Take take) {
    using Result = decltype(work(std::size_t{}, std::size_t{}));
    struct Done {
        std::optional<Result> result;
        std::exception_ptr failure;
    };
    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::size_t, Done> done;
    std::size_t begun = 0;
    std::size_t taken = 0;
    bool ended = false;
    auto const ahead = 4 * threads;

    auto const run = [&](std::size_t thread) {
        for (std::unique_lock lock(mutex);;) {
            changed.wait(lock, [&] { return ended || begun == count || begun < taken + ahead; });
            if (ended || begun == count) return;
            auto const i = begun++;
            lock.unlock();
            Done one;
            try {
                one.result = work(i, thread);
            } catch (...) { one.failure = std::current_exception(); }
            lock.lock();
            done.emplace(i, std::move(one));
            changed.notify_all();
        }
    };
    std::vector<std::jthread> crew;
    struct End {
        std::mutex& mutex;
        std::condition_variable& changed;
        bool& ended;
        ~End() {
            std::lock_guard const lock(mutex);
            ended = true;
            changed.notify_all();
        }
    } const end{mutex, changed, ended};
    crew.reserve(threads);
    for (std::size_t thread = 0; thread < threads; ++thread) crew.emplace_back(run, thread);
    while (taken < count) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return done.contains(taken); });
        auto one = std::move(done.extract(taken).mapped());
        lock.unlock();
        if (one.failure) std::rethrow_exception(one.failure);
        take(taken, std::move(*one.result));
        lock.lock();
        ++taken;
        changed.notify_all();
    }
}

}  // namespace anping::app
