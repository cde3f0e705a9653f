// SPDX-License-Identifier: Apache-2.0
// What a serving process does beside its requests.
#pragma once

#include "house.hpp"

namespace anping::app {

// Used by one thread, every few seconds. A failure is logged and tried again.
class Upkeep {
public:
    explicit Upkeep(House& house) : house_(house) {}

    // Takes in what another process on this database confirmed; once an hour removes uploads nobody went on with.
    void tend() noexcept;

private:
    void collect_uploads();

    House& house_;
    std::optional<Timestamp> collected_;
};

}  // namespace anping::app
