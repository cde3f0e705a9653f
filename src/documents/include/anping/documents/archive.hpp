// SPDX-License-Identifier: Apache-2.0
// Several files in one.
#pragma once

#include <string>
#include <vector>

namespace anping::documents {

struct File {
    std::string name;
    std::string bytes;
};

// A ZIP. Equal files give equal bytes.
std::string zipped(std::vector<File> files);

}  // namespace anping::documents
