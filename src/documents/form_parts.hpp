// SPDX-License-Identifier: Apache-2.0
// The parts of a form's DOCX beside its body: styles, fonts, settings, footers and what names them.
#pragma once

#include <string>
#include <vector>

#include "package.hpp"

namespace anping::documents {

inline constexpr char kWordNamespaces[] =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
inline constexpr char kXmlHead[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";

// The relation of the n-th footer.
std::string footer_id(std::size_t index);
std::string picture_id(std::size_t index);  // from 1
// Everything around `document` (word/document.xml). One footer for each footnote, which may be empty; pictures as PNG.
std::vector<Part> form_package(std::string document, std::vector<std::string> const& footnotes,
                               std::vector<std::string> pictures);

}  // namespace anping::documents
