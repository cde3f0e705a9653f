// SPDX-License-Identifier: Apache-2.0
// How many of so many reports a way of quoting are found to quote wrongly.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "planted.hpp"

namespace planted {

struct Count {
    Way way;
    std::size_t reports = 0;
    std::size_t found = 0;    // by the detector that has to; of honest ones by any
    std::size_t besides = 0;  // of wrong ones, by another
};

// Laws as they are searched and as they are quoted, for as long as the directory is there.
class Judge {
public:
    Judge(std::vector<anping::forensics::Edition> laws, std::filesystem::path const& directory);
    // `draws`: other ones quote other articles.
    Count count(Way const& way, std::size_t reports,
                std::function<void(QuotingReport const&, std::string const&)> const& told, std::uint64_t draws = 0);
    std::vector<anping::forensics::Finding> findings(QuotingReport const& report);

private:
    std::vector<anping::forensics::Edition> laws_;
    anping::forensics::LawLibrary library_;
    anping::forensics::Exempt exempt_;
    anping::forensics::Search search_;
};

std::string table_of(std::vector<Count> const& counts);

}  // namespace planted
