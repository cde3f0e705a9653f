// SPDX-License-Identifier: Apache-2.0
// The stages in a row.
#include "compiler.hpp"

namespace anping::rulebook {

LoadResult load(std::string const& directory, std::vector<Confirmation> const& confirmed, Drafts const& drafts) {
    Report report;
    auto const shelf = read_shelf(directory, Tests::leave, report, drafts);
    auto data = compile(collect(shelf, report), confirmed, report);
    LoadResult out;
    if (!report.has_errors()) out.law.emplace(std::move(data));
    out.diagnostics = report.take();
    return out;
}

}  // namespace anping::rulebook
