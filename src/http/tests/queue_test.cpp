// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <pthread.h>

#include <future>
#include <stdexcept>

#include "process.hpp"
#include "worker_queue.hpp"

namespace anping::http {
namespace {

std::string own_name() {
    char name[16] = {};
    pthread_getname_np(pthread_self(), name, sizeof name);
    return name;
}

TEST(WorkerQueue, RunsJobsOnNamedThreads) {
    WorkerQueue queue(1, 4);
    queue.start();
    std::promise<std::string> name;
    ASSERT_TRUE(queue.push([&] { name.set_value(own_name()); }));
    EXPECT_EQ(name.get_future().get(), "anping-worker-1");
}

TEST(WorkerQueue, SaysNoWhenFullButGoesOnWithWhatItAdmitted) {
    WorkerQueue queue(1, 2);
    int ran = 0;
    EXPECT_TRUE(queue.push([&] { ++ran; }));
    EXPECT_TRUE(queue.push([&] { ++ran; }));
    EXPECT_FALSE(queue.push([&] { ++ran; }));
    EXPECT_TRUE(queue.push_always([&] { ++ran; }));
    EXPECT_EQ(queue.depth(), 3u);
    queue.start();
    queue.stop();
    EXPECT_EQ(ran, 3);
    EXPECT_FALSE(queue.push_always([&] { ++ran; }));
}

TEST(WorkerQueue, OutlivesAJobThatThrows) {
    WorkerQueue queue(1, 4);
    queue.start();
    std::promise<void> after;
    queue.push([] { throw std::runtime_error("a job's own fault"); });
    EXPECT_TRUE(queue.push([&] { after.set_value(); }));
    after.get_future().get();
    EXPECT_EQ(queue.depth(), 0u);
}

TEST(Threads, HaveNamesTheKernelCanKeep) {
    for (auto const& [number, expected] : {std::pair{7, "anping-worker-7"}, {16, "anping-worke-16"}}) {
        std::string name;
        start_thread("worker", static_cast<std::size_t>(number), [&] { name = own_name(); }).join();
        EXPECT_EQ(name, expected);
    }
}

}  // namespace
}  // namespace anping::http
