// SPDX-License-Identifier: Apache-2.0
// The threads that may block, behind a queue that says no.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace anping::http {

class WorkerQueue {
public:
    using Job = std::function<void()>;

    WorkerQueue(std::size_t threads, std::size_t limit, char const* name = "worker");
    WorkerQueue(WorkerQueue const&) = delete;
    WorkerQueue& operator=(WorkerQueue const&) = delete;
    ~WorkerQueue();

    void start();
    bool push(Job job);         // false: full or stopped
    bool push_always(Job job);  // goes on with what was admitted before, whatever the limit; false: stopped
    void stop();                // runs what is queued, then joins
    std::size_t depth() const noexcept { return depth_.load(std::memory_order_relaxed); }

private:
    bool push_up_to(Job job, std::size_t limit);
    void run();

    std::size_t const count_;
    std::size_t const limit_;
    char const* const name_;
    std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<Job> jobs_;
    bool stopped_ = false;
    std::atomic<std::size_t> depth_{0};
    std::vector<std::thread> threads_;
};

}  // namespace anping::http
