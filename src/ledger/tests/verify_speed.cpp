// SPDX-License-Identifier: Apache-2.0
// Verification of a ledger against the bare hash over the same bytes, in one run:
//   ledger_speed [entries]
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <future>
#include <string>
#include <vector>

#include <anping/crypto/digest.hpp>
#include <anping/ledger/verify.hpp>
#include <anping/ledger/writer.hpp>

namespace {

using namespace anping;
using namespace anping::ledger;

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Change change(std::int64_t i) {
    Change made;
    made.actor = {"a-17", "institution_lead", "i-4711", "650121"};
    made.decide = [i](Transaction&) -> Result<Decided> {
        json::object const data{{"number", i}, {"note", "现场勘验记录：储罐区、泵房、装卸站台"}, {"area", "650121"}};
        return Decided{{Event{"practice.record_kept", 1, "p-" + std::to_string(i % 500), data}}, nullptr};
    };
    return made;
}

double fill(Writer& writer, std::int64_t entries) {
    auto const start = std::chrono::steady_clock::now();
    std::vector<std::future<Result<Written>>> pending;
    for (std::int64_t i = 0; i < entries; ++i) {
        pending.push_back(writer.submit(change(i)));
        if (pending.size() < 512 && i + 1 < entries) continue;
        for (auto& one : pending) one.get().value();
        pending.clear();
    }
    return seconds_since(start);
}

double bare_hash(std::int64_t entries, std::int64_t bytes_each) {
    std::string const text(static_cast<std::size_t>(bytes_each), 'x');
    auto const used = std::clock();
    unsigned sum = 0;
    for (std::int64_t i = 0; i < entries; ++i) sum += crypto::hash(crypto::HashAlgorithm::sm3, text)[0];
    auto const seconds = static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC;
    return sum == 1 ? seconds + 1e-9 : seconds;
}

}  // namespace

int main(int argc, char** argv) {
    std::int64_t const entries = argc > 1 ? std::atoll(argv[1]) : 100'000;
    auto name = (std::filesystem::temp_directory_path() / "anping-speed-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) return 1;
    db::Address const address{db::Backend::sqlite, name + "/anping.db"};
    SystemClock const clock;
    double filled = 0;
    {
        Writer writer(address, {name}, {}, clock);
        filled = fill(writer, entries);
    }
    std::printf("entries %lld, written in %.2f s\n", static_cast<long long>(entries), filled);
    for (int run = 0; run < 3; ++run) {
        auto const used = std::clock();
        auto const start = std::chrono::steady_clock::now();
        auto const verified = verify(address, {name});
        auto const wall = seconds_since(start);
        auto const processor = static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC;
        std::int64_t bytes = 0;
        for (auto const& stage : verified.stages) {
            bytes += stage.bytes;
            std::printf("  %s %.3f s", stage.name.c_str(), static_cast<double>(stage.micros) / 1e6);
        }
        auto const bare = bare_hash(entries, bytes / entries);
        double load = 0;
        (void)::getloadavg(&load, 1);
        std::printf(
            "\nmean %lld bytes: bare SM3 %.3f s of one processor; verify %.3f s of all processors, %.3f s on the wall "
            "(%.2fx), findings %zu, load %.1f\n",
            static_cast<long long>(bytes / entries), bare, processor, wall, bare / wall, verified.findings.size(),
            load);
    }
    std::filesystem::remove_all(name);
}
