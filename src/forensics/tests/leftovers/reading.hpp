// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

inline Report read(std::string text) {
    vault::Document document;
    document.text = std::move(text);
    return report_of(document);
}

}  // namespace anping::forensics
