// SPDX-License-Identifier: Apache-2.0
#include "laws.hpp"

namespace anping::app {

forensics::EditionsBySha256 editions_in(Reading const& reading, std::vector<std::string> const& files) {
    std::vector<std::string> digests;
    std::vector<forensics::Edition> editions;
    digests.reserve(files.size());
    editions.reserve(files.size());
    for (auto const& file : files) {
        auto read = reading.read(file);
        if (!read) continue;
        digests.push_back(read->sha256);
        editions.push_back(forensics::edition_of(file, std::move(read->document.text)));
    }
    forensics::close_former(editions);
    forensics::EditionsBySha256 out;
    for (std::size_t i = 0; i < digests.size(); ++i) out.try_emplace(digests[i], std::move(editions[i]));
    return out;
}

void put_days(json::object& out, forensics::Edition const& edition) {
    auto const put = [&out](char const* name, std::optional<field::Date> day) {
        if (day) out[name] = field::to_string(*day);
    };
    put("issued", edition.issued);
    put("from", edition.from);
    put("until", edition.until);
}

}  // namespace anping::app
