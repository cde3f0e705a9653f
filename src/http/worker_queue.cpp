// SPDX-License-Identifier: Apache-2.0
#include "worker_queue.hpp"

#include <algorithm>
#include <exception>
#include <limits>

#include <anping/base/log.hpp>

#include "process.hpp"

namespace anping::http {

WorkerQueue::WorkerQueue(std::size_t threads, std::size_t limit, char const* name)
    : count_(std::max<std::size_t>(threads, 1)), limit_(limit), name_(name) {}

WorkerQueue::~WorkerQueue() { stop(); }

void WorkerQueue::start() {
    threads_.reserve(count_);
    for (std::size_t i = 1; i <= count_; ++i) {
        threads_.push_back(start_thread(name_, i, [this] { run(); }));
    }
}

bool WorkerQueue::push(Job job) { return push_up_to(std::move(job), limit_); }

bool WorkerQueue::push_always(Job job) { return push_up_to(std::move(job), std::numeric_limits<std::size_t>::max()); }

bool WorkerQueue::push_up_to(Job job, std::size_t limit) {
    {
        std::lock_guard const lock(mutex_);
        if (stopped_ || jobs_.size() >= limit) return false;
        jobs_.push_back(std::move(job));
        depth_.store(jobs_.size(), std::memory_order_relaxed);
    }
    filled_.notify_one();
    return true;
}

void WorkerQueue::stop() {
    {
        std::lock_guard const lock(mutex_);
        stopped_ = true;
    }
    filled_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
}

void WorkerQueue::run() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            filled_.wait(lock, [this] { return stopped_ || !jobs_.empty(); });
            if (jobs_.empty()) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
            depth_.store(jobs_.size(), std::memory_order_relaxed);
        }
        try {
            job();
        } catch (std::exception const& error) { log::error("http.job_failed", {{"what", error.what()}}); }
    }
}

}  // namespace anping::http
