// SPDX-License-Identifier: Apache-2.0
// The lists of the law as the platform reads them for a report (src/findings/lists.cpp), of the same books.
#pragma once

#include <set>
#include <string>
#include <vector>

#include <anping/forensics/leftovers.hpp>
#include <anping/rulebook/law.hpp>

namespace planted {

struct RulebookLists {
    std::vector<anping::forensics::RequiredChapter> chapters;
    std::vector<anping::forensics::Standard> standards;
    std::vector<anping::forensics::Criterion> criteria;
    std::string criteria_name;  // "criteria_chemical"; empty where no list is for such a report
    std::string criteria_title;
    std::optional<std::string> source_standard;
    std::set<std::string, std::less<>> in_doubt;  // detectors whose list does not bind: what they find is a lead
};

class Rulebook {
public:
    explicit Rulebook(std::string const& directory);
    // `kind`: "pre", "acceptance", "current"; `scope`: "assess.5".
    RulebookLists lists(std::string const& kind, std::string const& scope, std::string const& title,
                        anping::field::Date day) const;

private:
    // Of a list with variants, the most special one there is.
    std::string name_of(std::string const& name, std::string const& variant, anping::field::Date day) const;
    std::vector<anping::json::object const*> items(std::string const& name, anping::field::Date day,
                                                   bool* binds = nullptr) const;
    anping::rulebook::Law law_;
};

}  // namespace planted
