// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/exempt.hpp>

#include <algorithm>

namespace anping::forensics {

text::Masks masks_of(std::string_view utf8, text::Folded const& report, Parties const& parties) {
    std::vector<std::u16string> names;
    names.reserve(parties.names.size());
    for (auto const& name : parties.names) names.push_back(text::fold(name).text);
    std::ranges::sort(names, std::greater{}, &std::u16string::size);
    text::Masks out(report.text.size());
    text::mark_names(report.text, names, out);
    text::mark_tables(utf8, report, out);
    return out;
}

}  // namespace anping::forensics
