// SPDX-License-Identifier: Apache-2.0
#include "word_xml.hpp"

#include <algorithm>

#include "errors.hpp"
#include "text.hpp"

namespace anping::documents {
namespace {

constexpr int kMaxDepth = 256;
constexpr std::string_view kNamespaces[] = {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                            "http://purl.oclc.org/ooxml/wordprocessingml/main"};

struct StringWriter final : pugi::xml_writer {
    void write(void const* data, std::size_t size) override { out.append(static_cast<char const*>(data), size); }
    std::string out;
};

}  // namespace

bool is_too_deep(pugi::xml_document const& tree) {
    int depth = 0;
    for (pugi::xml_node node = tree.first_child(); node;) {
        if (depth > kMaxDepth) return true;
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        node = node.next_sibling();
    }
    return false;
}

bool has_document_type(std::string const& part) {
    if (part.find("<!DOCTYPE") != std::string::npos) return true;
    if (part.find('\0') == std::string::npos) return false;
    std::string narrow = part;  // UTF-16
    std::erase(narrow, '\0');
    return narrow.find("<!DOCTYPE") != std::string::npos;
}

Result<WordNames> parse(std::string const& part, pugi::xml_document& into) {
    if (part.size() > kMaxPart) return template_too_large();
    if (!is_utf8(part) || part.find('\0') != std::string::npos) return not_a_template();
    std::string_view text = part;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    constexpr auto kEverything = (pugi::parse_full | pugi::parse_ws_pcdata) & ~pugi::parse_doctype;
    if (!into.load_buffer(text.data(), text.size(), kEverything, pugi::encoding_utf8)) return not_a_template();
    if (is_too_deep(into)) return unsafe_template();
    for (auto const attribute : into.document_element().attributes()) {
        std::string_view const name = attribute.name();
        bool const names_word = std::ranges::find(kNamespaces, attribute.value()) != std::end(kNamespaces);
        if (!names_word || !name.starts_with("xmlns")) continue;
        std::string const prefix = name.size() > 6 ? std::string(name.substr(6)) + ":" : "";
        return WordNames{prefix + "p", prefix + "t", prefix + "tr", prefix + "br"};
    }
    return not_a_template();
}

std::string serialize(pugi::xml_document const& tree) {
    StringWriter writer;
    tree.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(writer.out);
}

}  // namespace anping::documents
