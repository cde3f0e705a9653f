// SPDX-License-Identifier: Apache-2.0
// Instants. Days and calendars live in `field`.
#pragma once

#include <atomic>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anping {

// Microseconds since 1970-01-01T00:00:00Z, as stored (bigint) and compared.
struct Timestamp {
    std::int64_t micros = 0;
    auto operator<=>(Timestamp const&) const = default;
};

// RFC 3339 in Beijing time with microseconds: "2026-11-20T09:30:00.000000+08:00". Years 1 to 9999.
std::string to_string(Timestamp at);
// RFC 3339 with any offset and 0 to 6 fraction digits; nothing otherwise.
std::optional<Timestamp> parse_timestamp(std::string_view text) noexcept;

// Time is injected: nothing but app asks the machine for it.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const noexcept = 0;  // thread-safe
};

class SystemClock final : public Clock {
public:
    Timestamp now() const noexcept override;
};

// For tests and the demonstration province: stands still until moved. Thread-safe.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Timestamp start) noexcept : micros_(start.micros) {}
    Timestamp now() const noexcept override { return {micros_}; }
    void set(Timestamp now) noexcept { micros_ = now.micros; }
    void advance_seconds(std::int64_t seconds) noexcept { micros_ += seconds * 1'000'000; }

private:
    std::atomic<std::int64_t> micros_;
};

}  // namespace anping
