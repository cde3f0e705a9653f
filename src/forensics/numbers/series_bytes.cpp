// SPDX-License-Identifier: Apache-2.0
// "APS1", the names, the series: whole numbers as LEB128, signed ones folded so that small ones stay small, values as
// changes.
#include <limits>

#include <anping/forensics/series_index.hpp>

#include "../errors.hpp"
#include "index_rows.hpp"

namespace anping::forensics {
namespace {

constexpr std::string_view kMagic = "APS1";

void put(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out += static_cast<char>(0x80 | (value & 0x7f));
    out += static_cast<char>(value);
}

void put_signed(std::string& out, std::int64_t value) {
    put(out, (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

class Reading {
public:
    explicit Reading(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number() {
        std::uint64_t out = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (bytes_.empty()) break;
            auto const one = static_cast<unsigned char>(bytes_.front());
            bytes_.remove_prefix(1);
            out |= static_cast<std::uint64_t>(one & 0x7fU) << shift;
            if (one < 0x80) return out;
        }
        fine_ = false;
        return 0;
    }
    std::int64_t signed_number() {
        auto const folded = number();
        return static_cast<std::int64_t>(folded >> 1) ^ -static_cast<std::int64_t>(folded & 1);
    }
    // At most one item a byte that is left.
    std::size_t count() {
        auto const out = number();
        if (out > bytes_.size()) fine_ = false;
        return fine_ ? out : 0;
    }
    std::string_view text() {
        auto const out = bytes_.substr(0, count());
        bytes_.remove_prefix(out.size());
        return out;
    }
    std::uint32_t below(std::size_t limit) {
        auto const out = number();
        if (out >= limit) fine_ = false;
        return fine_ ? static_cast<std::uint32_t>(out) : 0;
    }
    bool fine() const { return fine_; }
    void refuse() { fine_ = false; }
    bool at_end() const { return bytes_.empty(); }

private:
    std::string_view bytes_;
    bool fine_ = true;
};

std::vector<std::int32_t> read_steps(Reading& in) {
    std::vector<std::int32_t> out(in.count());
    std::int64_t last = 0;
    for (auto& one : out) {
        auto const change = in.signed_number();
        constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
        if (change < -2 * kMost || change > 2 * kMost || last + change < -kMost || last + change > kMost) in.refuse();
        if (!in.fine()) return {};
        one = static_cast<std::int32_t>(last += change);
    }
    return out;
}

}  // namespace

std::string SeriesIndex::bytes() const {
    std::string out(kMagic);
    put(out, names_.size());
    for (auto const& one : names_) {
        put(out, one.size());
        out += one;
    }
    put(out, rows_.size());
    for (auto const& row : rows_) {
        for (auto const one : {row.report, row.institution, row.enterprise, row.quantity}) put(out, one);
        put_signed(out, row.day);
        put(out, static_cast<std::uint64_t>(row.places));
        put(out, row.points);
        put(out, row.count);
        std::int64_t last = 0;
        for (auto const one : steps(row)) {
            put_signed(out, one - last);
            last = one;
        }
    }
    return out;
}

Result<SeriesIndex> SeriesIndex::from_bytes(std::string_view bytes) {
    if (!bytes.starts_with(kMagic)) return not_a_series_index();
    Reading in(bytes.substr(kMagic.size()));
    SeriesIndex out;
    for (auto left = in.count(); left > 0 && in.fine(); --left) out.name(in.text());
    auto const names = out.names_.size();
    for (auto left = in.count(); left > 0 && in.fine(); --left) {
        Row row{};
        for (auto* const one : {&row.report, &row.institution, &row.enterprise, &row.quantity}) *one = in.below(names);
        row.day = static_cast<std::int32_t>(in.signed_number());
        row.places = static_cast<std::uint8_t>(in.below(10));
        row.points = in.number();
        auto const steps = read_steps(in);
        if (in.fine()) out.append(row, steps);
    }
    if (!in.fine() || !in.at_end()) return not_a_series_index();
    return out;
}

}  // namespace anping::forensics
