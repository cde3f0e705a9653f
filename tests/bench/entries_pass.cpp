// SPDX-License-Identifier: Apache-2.0
// bench_entries DIR ROUNDS THREADS: the pass of `anping verify` over all entries, without what the command checks
// beside it. Prints the bytes of the bodies and the time of the best round: CPU time on one thread, elapsed time on
// several.
#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <iostream>

#include "config.hpp"
#include "files.hpp"
#include "store.hpp"
#include "synced_mark.hpp"
#include "verify_entries.hpp"

namespace {

using namespace anping;

double micros(std::size_t threads) {
    timespec time{};
    clock_gettime(threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

int run(std::string const& directory, int rounds, std::size_t threads) {
    auto const config = app::load_config(directory, {});
    if (!config) throw std::runtime_error(config.error().text);
    auto const address = db::parse_address(config->database);
    auto session = db::open(address, db::Mode::read);
    auto const head = ledger::store::read_head(session);
    if (!head) throw std::runtime_error("no ledger in " + directory);
    auto const mark = ledger::files::read(directory + "/tiles/synced").value_or("");
    auto const synced = static_cast<std::int64_t>(ledger::read_synced(mark).value_or(0));
    ledger::Ground const ground{
        address, directory, head->hash, head->size, synced, threads, [&] { return head->size; }};
    double best = 1e18;
    std::int64_t bytes = 0;
    for (int round = 0; round < rounds; ++round) {
        ledger::Findings findings;
        auto const begun = micros(threads);
        auto const seen = ledger::verify_entries(ground, {head->size}, findings);
        best = std::min(best, micros(threads) - begun);
        if (seen.tree.root(head->size) != head->root || !findings.take().findings.empty())
            throw std::runtime_error("the ledger is damaged");
        bytes = seen.bytes;
    }
    std::cout << fmt::format("{{\"entries\":{},\"bytes\":{},\"micros\":{:.0f}}}\n", head->size, bytes, best);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: bench_entries DIR ROUNDS THREADS\n";
        return 2;
    }
    try {
        return run(argv[1], std::stoi(argv[2]), std::stoul(argv[3]));
    } catch (std::exception const& e) {
        std::cerr << "bench_entries: " << e.what() << '\n';
        return 3;
    }
}
