// SPDX-License-Identifier: Apache-2.0
#include "package.hpp"

#include <array>
#include <pugixml.hpp>

namespace anping::worker {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kXmlLimit = 8 << 20;

struct Format {
    char const* part;  // the part without which it is not this
    char const* macros;
    char const* type;
    char const* type_with_macros;
};

#define OPENXML "application/vnd.openxmlformats-officedocument."
constexpr std::array kFormats = {
    Format{"word/document.xml", "word/vbaProject.bin", OPENXML "wordprocessingml.document",
           "application/vnd.ms-word.document.macroEnabled.12"},
    Format{"xl/workbook.xml", "xl/vbaProject.bin", OPENXML "spreadsheetml.sheet",
           "application/vnd.ms-excel.sheet.macroEnabled.12"},
    Format{"ppt/presentation.xml", "ppt/vbaProject.bin", OPENXML "presentationml.presentation",
           "application/vnd.ms-powerpoint.presentation.macroEnabled.12"},
};
#undef OPENXML

std::string type_by_directory(Archive const& archive) {
    if (archive.has("OFD.xml")) return "application/ofd";
    if (!archive.has("[Content_Types].xml")) return "application/zip";
    for (auto const& format : kFormats)
        if (archive.has(format.part)) return archive.has(format.macros) ? format.type_with_macros : format.type;
    return "application/zip";
}

bool is_xml_part(std::string_view name) { return name.ends_with(".xml") || name.ends_with(".rels"); }

// Whether the root element comes without a document type: entities are how XML unfolds into gigabytes or reads files.
bool is_plain_xml(std::string_view beginning) {
    std::string text;
    for (char c : beginning)
        if (c != '\0') text += c;  // UTF-16 as well
    std::string_view rest = text;
    for (;;) {
        auto const at = rest.find('<');
        if (at == std::string_view::npos) return true;
        rest.remove_prefix(at);
        bool const comment = rest.starts_with("<!--");
        if (!comment && rest.starts_with("<!")) return false;
        if (!comment && !rest.starts_with("<?")) return true;
        auto const end = rest.find(comment ? "-->"sv : "?>"sv);
        if (end == std::string_view::npos) return false;
        rest.remove_prefix(end);
    }
}

std::string_view local_name(std::string_view name) {
    auto const colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    return node.find_child([&](pugi::xml_node one) { return local_name(one.name()) == name; });
}

std::int64_t ofd_pages(Archive const& archive) {
    pugi::xml_document list;
    pugi::xml_document document;
    auto const entry = archive.content("OFD.xml", kXmlLimit);
    if (!entry || !list.load_buffer(entry->data(), entry->size())) return 0;
    std::string root = child(child(child(list.root(), "OFD"), "DocBody"), "DocRoot").text().as_string();
    while (root.starts_with('/')) root.erase(0, 1);
    auto const body = archive.content(root, kXmlLimit);
    if (!body || !document.load_buffer(body->data(), body->size())) return 0;
    std::int64_t count = 0;
    for (auto const page : child(child(document.root(), "Document"), "Pages").children())
        if (local_name(page.name()) == "Page") ++count;
    return count;
}

// OpenDocument and EPUB say their type in a first entry that is not packed.
std::string declared_type(Archive const& archive) {
    if (archive.entries().empty() || archive.entries().front().name != "mimetype") return "";
    auto const type = archive.content("mimetype", 100).value_or("");
    bool const known = type.starts_with("application/vnd.oasis.opendocument.") || type == "application/epub+zip";
    return known && type.find_first_not_of("abcdefghijklmnopqrstuvwxyz.-+/") == std::string::npos ? type : "";
}

}  // namespace

void check_package(Archive const& archive, Input const& input, Answer& answer) {
    auto& reading = answer.reading;
    reading.media_type = type_by_directory(archive);
    answer.say();
    reading.problem = archive.refusal(input.size);
    if (!reading.problem.empty()) return;
    bool const xml_matters = reading.media_type != "application/zip";
    reading.problem = archive.try_all([&](Entry const& entry, std::string_view beginning) {
        return xml_matters && is_xml_part(entry.name) && !is_plain_xml(beginning) ? "unsafe" : "";
    });
}

void read_package(Input const& input, Answer& answer) {
    Archive const archive(input.path);
    auto& reading = answer.reading;
    check_package(archive, input, answer);
    if (!reading.problem.empty()) return;
    if (reading.media_type == "application/zip")
        if (auto type = declared_type(archive); !type.empty()) reading.media_type = std::move(type);
    if (reading.media_type == "application/ofd") reading.pages = ofd_pages(archive);
}

}  // namespace anping::worker
