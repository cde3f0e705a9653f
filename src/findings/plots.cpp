// SPDX-License-Identifier: Apache-2.0
#include "plots.hpp"

#include <fmt/format.h>

#include <cmath>

namespace anping::findings {

std::optional<Exhibit> shown(forensics::Plot const& plot) {
    if (plot.kind.empty()) return std::nullopt;
    Plot out{plot.kind, plot.labels, {}};
    for (auto const& line : plot.lines) {
        auto& as_read = out.lines.emplace_back(PlotLine{line.name, {}});
        as_read.values.reserve(line.values.size());
        for (double const value : line.values)
            as_read.values.push_back(std::isnan(value) ? "" : fmt::format("{:.10g}", value));
    }
    return Exhibit{std::move(out), {}, {}};
}

}  // namespace anping::findings
