// SPDX-License-Identifier: Apache-2.0
// An institution's own DOCX with places to fill.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <anping/base/json.hpp>
#include <anping/base/result.hpp>

namespace anping::documents {

struct Filled {
    std::string docx;
    std::vector<std::string> unknown;       // names without a value, left blank; each once, as first met
    std::vector<std::string> known = {};    // the others, likewise
    std::vector<std::string> missing = {};  // alternative texts of pictures that have no place
};

// Fills body, headers and footers. `{{name}}` and `{{project.title}}` become values; a table's row that holds
// `{{#items}}` ... `{{/items}}` stands once for each element of the array, whose members come before the outer names
// (for an empty array once, blank). A line break of a value is one in the document; null is blank, and known.
// The template is not trusted: what is no DOCX, unfolds into too much, names paths that lead out, brings a document
// type, a password or macros, or leaves a row's mark open, is an error.
Result<Filled> fill(std::string_view template_docx, json::object const& values);
// A picture that stands in place of the one with this alternative text, wherever the unit put that in its template.
struct Placed {
    std::string alt;
    std::string png;
};
// The same with pictures; `missing` tells whose place the template does not have.
Result<Filled> fill(std::string_view template_docx, json::object const& values, std::span<Placed const> pictures);
// One document of many, each beginning a page of its own. Headers and footers are shared: they get the values that all
// have in common, and a blank for the rest. At least one.
Result<Filled> fill_each(std::string_view template_docx, std::span<json::object const> each);

// Refuses what a document that is handed on to others must not bring along: parts that run or are embedded, parts
// loaded from elsewhere, fields that read files or start programs. Links that a reader clicks may lead to the web.
Result<void> admit(std::string_view template_docx);

}  // namespace anping::documents
