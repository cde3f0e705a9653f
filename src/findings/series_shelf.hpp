// SPDX-License-Identifier: Apache-2.0
// The series of the reports that were screened, in a file beside the shelves of their texts: a record a report, the
// newest behind the others. No evidence: what was cut off, damaged or measured by another version is measured again.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <anping/forensics/series_index.hpp>
#include <anping/practice/types.hpp>

namespace anping::findings {

// One thread uses one, and one process its file.
class SeriesShelf {
public:
    // A report and the SM3 of its reading.
    using Reading = std::pair<practice::ReportId, std::string>;
    using Measure = std::function<Result<std::vector<forensics::Series>>(Reading const&)>;

    explicit SeriesShelf(std::filesystem::path file) : file_(std::move(file)) {}

    // `screened`: what the ledger holds, in the order of filing. What the file lacks of it is measured; a file that
    // holds anything else is made anew.
    Result<void> open(std::vector<Reading> const& screened, Measure const& measure);
    // Found from now on. A reading that is there stays as it is.
    Result<void> put(Reading const& reading, std::span<forensics::Series const> series);
    forensics::SeriesIndex const& index() const noexcept { return index_; }

private:
    // How many bytes of the file are good.
    std::size_t take_in(std::string_view bytes);
    bool take_record(std::string_view record);
    Result<void> write(std::string_view bytes, std::ios::openmode mode) const;

    std::filesystem::path file_;
    forensics::SeriesIndex index_;
    std::set<Reading> known_;
};

}  // namespace anping::findings
