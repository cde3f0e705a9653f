// SPDX-License-Identifier: Apache-2.0
// An institution's own DOCX with places to fill.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <anping/base/json.hpp>
#include <anping/base/result.hpp>

namespace anping::documents {

struct Filled {
    std::string docx;
    std::vector<std::string> unknown;  // names without a value, left blank; each once, as first met
};

// Fills body, headers and footers. `{{name}}` and `{{project.title}}` become values; a table's row that holds
// `{{#items}}` ... `{{/items}}` stands once for each element of the array, whose members come before the outer names
// (for an empty array once, blank). A line break of a value is one in the document; null is blank, and known.
// The template is not trusted: what is no DOCX, unfolds into too much, names paths that lead out, brings a document
// type, a password or macros, or leaves a row's mark open, is an error.
Result<Filled> fill(std::string_view template_docx, json::object const& values);

}  // namespace anping::documents
