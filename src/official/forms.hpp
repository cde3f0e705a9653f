// SPDX-License-Identifier: Apache-2.0
// A kind of document as the books have it: what may be filled in, what it says, how it looks without a bureau's own
// template.
#pragma once

#include <anping/official/views.hpp>

namespace anping::official {

// What the books of a place say on a day.
struct Statute {
    rulebook::Law const& law;
    rulebook::Place place;
    field::Date day;
};

std::vector<KindView> kinds(Statute const& statute);
std::optional<DocumentForm> form_of(Statute const& statute, std::string const& kind);

// Limits of the law in words, by what they are called in templates: {"听证": "5个工作日", ...}.
json::object limits(Statute const& statute);

// Every field as its form has it; what is not filled in is left out. All problems by their pointers.
Result<json::object> checked_fields(DocumentForm const& form, json::object const& given);
// Names of fields that are asked for and were not filled in.
std::vector<std::string> missing_fields(DocumentForm const& form, json::object const& fields);

// What a template is filled with besides the fields.
struct Around {
    std::string bureau_name;
    std::string addressee_name;
    std::string number;  // or that it is a draft
    std::optional<field::Date> day;
    std::string check;  // address
    json::object limits;
};
json::object template_values(DocumentForm const& form, json::object const& fields, Around const& around);
// Every name a template of this kind may use.
std::vector<std::string> places(DocumentForm const& form);

inline constexpr char const* kCodePicture = "查验二维码";
inline constexpr char const* kDraft = "草稿（未编号，不具效力）";

// layout.cpp: the platform's own template, with places to fill.
std::string default_template(DocumentForm const& form);

}  // namespace anping::official
