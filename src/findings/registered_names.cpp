// SPDX-License-Identifier: Apache-2.0
#include "registered_names.hpp"

#include <map>

namespace anping::findings {

std::shared_ptr<forensics::NameScreen const> RegisteredNames::compiled(db::Session& session) {
    auto stamp = inventory_.names_stamp(session);
    if (compiled_ && stamp == stamp_) return compiled_;
    std::vector<forensics::RegisteredName> names;
    std::map<std::string, std::uint32_t> parties;
    for (auto& [party, name] : inventory_.all_names(session)) {
        auto const number = static_cast<std::uint32_t>(parties.size());
        names.push_back({std::move(name), parties.try_emplace(std::move(party), number).first->second});
    }
    compiled_ = std::make_shared<forensics::NameScreen const>(std::move(names));
    stamp_ = std::move(stamp);
    return compiled_;
}

}  // namespace anping::findings
