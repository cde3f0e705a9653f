// SPDX-License-Identifier: Apache-2.0
// Any bytes as a template, or as the body of one: what is filled can be opened.
#include <boost/json/parse.hpp>
#include <cstdint>
#include <cstdlib>
#include <pugixml.hpp>

#include <anping/documents/template.hpp>

#include "package.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace anping;
    static auto const values =
        boost::json::parse(R"({"a":"x\ny","b":{"c":1},"items":[{"a":1,"items":[{},{"a":null}]},{"b":2}]})").as_object();
    std::string const bytes(data, data + size);
    static_cast<void>(documents::fill(bytes, values));
    static_cast<void>(documents::admit(bytes));
    auto const body = documents::pack({{"word/document.xml", bytes}});
    static_cast<void>(documents::admit(body));
    auto const filled = documents::fill(body, values);
    if (!filled) return 0;
    auto const parts = documents::unpack(filled->docx);
    pugi::xml_document tree;
    if (!parts || !tree.load_string(parts->front().content.c_str())) std::abort();
    return 0;
}
