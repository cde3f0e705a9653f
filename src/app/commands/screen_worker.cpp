// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/base/log.hpp>
#include <anping/findings/segment_jobs.hpp>

#include <iostream>

#include "../cli.hpp"
#include "../commands.hpp"
#include "../stop_signal.hpp"

namespace anping::app {
namespace {

constexpr int kNothingToDo = 20;  // milliseconds until it looks again
constexpr int kNoDatabase = 2000;

}  // namespace

int screen_worker(Config const& config, bool json) {
    auto const address = db::parse_address(config.database);
    if (address.backend != db::Backend::postgres) {
        std::cerr << "anping: screen-worker processes share their work through PostgreSQL\n";
        return kUsage;
    }
    StopSignal const stop;
    std::optional<findings::SegmentWorker> worker;
    std::int64_t jobs = 0;
    int wait = 0;
    while (!stop.came_within(wait)) {
        try {
            if (!worker) worker.emplace(address, config.data + "/corpus");
            bool const done = worker->work();
            jobs += done ? 1 : 0;
            wait = done ? 0 : kNothingToDo;
        } catch (db::DbError const& fault) {
            log::warn("screen_worker.waits", {{"why", fault.what()}});
            worker.reset();
            wait = kNoDatabase;
        }
    }
    if (json) std::cout << fmt::format(R"({{"jobs":{}}})", jobs) << '\n';
    else std::cout << fmt::format("{} segments searched\n", jobs);
    return kOk;
}

}  // namespace anping::app
