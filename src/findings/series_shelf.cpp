// SPDX-License-Identifier: Apache-2.0
// "APSS", a version, records: the length of what follows the digest, four bytes, the lowest first; its SHA-256; report,
// reading and series, each line ended. A record that was written in part has another digest, so nothing needs to reach
// the disk at once: it is measured again.
#include "series_shelf.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <anping/base/log.hpp>
#include <anping/crypto/digest.hpp>

#include "errors.hpp"

namespace anping::findings {
namespace {

// Raised when what is measured of a document changes.
constexpr std::string_view kHead = "APSS 1\n";
constexpr std::size_t kLength = 4, kDigest = 32;

std::string digest_of(std::string_view bytes) {
    return std::string(crypto::as_text(crypto::hash(crypto::HashAlgorithm::sha256, bytes)));
}

std::size_t length_at(std::string_view bytes) {
    std::size_t out = 0;
    for (std::size_t i = kLength; i-- > 0;) out = out << 8 | static_cast<unsigned char>(bytes[i]);
    return out;
}

std::string record_of(SeriesShelf::Reading const& reading, forensics::SeriesIndex const& series) {
    auto const what = reading.first.text + "\n" + reading.second + "\n" + series.bytes();
    std::string out;
    for (std::size_t i = 0; i < kLength; ++i) out += static_cast<char>(what.size() >> (8 * i) & 0xff);
    return out + digest_of(what) + what;
}

std::string cut_line(std::string_view& from) {
    auto const end = std::min(from.find('\n'), from.size());
    std::string out(from.substr(0, end));
    from.remove_prefix(std::min(end + 1, from.size()));
    return out;
}

}  // namespace

bool SeriesShelf::take_record(std::string_view record) {
    auto report = cut_line(record);
    auto document = cut_line(record);
    auto const series = forensics::SeriesIndex::from_bytes(record);
    if (!series) return false;
    index_.add(*series);
    known_.emplace(practice::ReportId{std::move(report)}, std::move(document));
    return true;
}

std::size_t SeriesShelf::take_in(std::string_view bytes) {
    if (!bytes.starts_with(kHead)) return 0;
    auto at = kHead.size();
    while (at + kLength + kDigest <= bytes.size()) {
        auto const length = length_at(bytes.substr(at));
        auto const digest = bytes.substr(at + kLength, kDigest);
        auto const record = bytes.substr(at + kLength + kDigest, length);
        if (record.size() < length || digest_of(record) != digest || !take_record(record)) break;
        at += kLength + kDigest + length;
    }
    return at;
}

Result<void> SeriesShelf::write(std::string_view bytes, std::ios::openmode mode) const {
    std::ofstream file(file_, std::ios::binary | mode);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) return disk_failed(file_.string());
    return {};
}

Result<void> SeriesShelf::open(std::vector<Reading> const& screened, Measure const& measure) {
    std::filesystem::create_directories(file_.parent_path());
    index_ = {};
    known_.clear();
    std::size_t good = 0, size = 0;
    {
        std::ifstream file(file_, std::ios::binary);
        std::string const bytes((std::istreambuf_iterator<char>(file)), {});
        size = bytes.size();
        good = take_in(bytes);
    }
    std::set<Reading> const of_the_ledger(screened.begin(), screened.end());
    if (!std::ranges::includes(of_the_ledger, known_)) {
        index_ = {};
        known_.clear();
        good = 0;
    }
    if (good < size) log::warn("findings.series_measured_again", {{"file", file_.string()}});
    if (good == 0) {
        if (auto done = write(kHead, std::ios::trunc); !done) return done;
    } else if (good < size) {
        std::filesystem::resize_file(file_, good);
    }
    for (auto const& reading : screened) {
        if (known_.contains(reading)) continue;
        auto const series = measure(reading);
        if (!series) {
            log::warn("findings.reading_is_gone", {{"report", reading.first.text}, {"why", series.error().text}});
            continue;
        }
        if (auto done = put(reading, *series); !done) return done;
    }
    return {};
}

Result<void> SeriesShelf::put(Reading const& reading, std::span<forensics::Series const> series) {
    if (!known_.insert(reading).second) return {};
    forensics::SeriesIndex own;
    for (auto const& one : series) own.add(one);
    index_.add(own);
    return write(record_of(reading, own), std::ios::app);
}

}  // namespace anping::findings
