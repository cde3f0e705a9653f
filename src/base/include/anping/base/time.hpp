// SPDX-License-Identifier: Apache-2.0
// Instants. Days and calendars live in `field`.
#pragma once

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

// For tests and the demonstration province: stands still until moved. Not thread-safe against set().
class ManualClock final : public Clock {
public:
    explicit ManualClock(Timestamp start) noexcept : now_(start) {}
    Timestamp now() const noexcept override { return now_; }
    void set(Timestamp now) noexcept { now_ = now; }
    void advance_seconds(std::int64_t seconds) noexcept { now_.micros += seconds * 1'000'000; }

private:
    Timestamp now_;
};

}  // namespace anping
