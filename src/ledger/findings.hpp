// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <utility>

#include <anping/ledger/verify.hpp>

namespace anping::ledger {

// Collects findings of several threads. Thread-safe.
class Findings {
public:
    void add(Finding finding) {
        std::lock_guard const lock(mutex_);
        if (result_.findings.size() < kMost) result_.findings.push_back(std::move(finding));
        else ++result_.left_out;
    }
    Report report() {
        return [this](Finding finding) { add(std::move(finding)); };
    }
    void stage(Stage stage) {
        std::lock_guard const lock(mutex_);
        result_.stages.push_back(std::move(stage));
    }
    Verified take() { return std::move(result_); }

    static Finding database(std::string what) { return {"database", -1, "", "", "", "", std::move(what)}; }
    static Finding entry(std::int64_t seq, std::string field, std::string what) {
        return {"entry", seq, "ledger", "seq=" + std::to_string(seq), std::move(field), "", std::move(what)};
    }
    static Finding row(std::string table, std::string row, std::string field, std::string what) {
        return {"table", -1, std::move(table), std::move(row), std::move(field), "", std::move(what)};
    }
    static Finding tile(std::string file, std::string what) {
        return {"tile", -1, "", "", "", std::move(file), std::move(what)};
    }
    static Finding head(std::string file, std::string what) {
        return {"head", -1, "", "", "", std::move(file), std::move(what)};
    }

private:
    static constexpr std::size_t kMost = 10'000;
    std::mutex mutex_;
    Verified result_;
};

class Stopwatch {
public:
    std::int64_t micros() const {
        return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace anping::ledger
