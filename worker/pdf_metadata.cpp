// SPDX-License-Identifier: Apache-2.0
#include "pdf_metadata.hpp"

#include <Annot.h>
#include <Form.h>
#include <PDFDoc.h>
#include <UTF.h>
#include <UnicodeMapFuncs.h>

#include <algorithm>
#include <array>
#include <pugixml.hpp>
namespace anping::worker {
namespace {

constexpr std::size_t kValue = 1000;  // bytes
constexpr std::size_t kXmp = 4u << 20;

struct Key {
    char const* key;
    char const* name;
};
constexpr std::array kDictionary = {
    Key{"Title", "title"},
    Key{"Author", "author"},
    Key{"Subject", "subject"},
    Key{"Keywords", "keywords"},
    Key{"Creator", "application"},
    Key{"Producer", "producer"},
    Key{"Company", "company"},
    Key{"Manager", "manager"},
    Key{"CreationDate", "created"},
    Key{"ModDate", "modified"},
    Key{"SourceModified", "source_modified"},
};
constexpr std::array kXmpNames = {
    Key{"dc:title", "title"},
    Key{"dc:creator", "author"},
    Key{"xmp:CreatorTool", "application"},
    Key{"pdf:Producer", "producer"},
    Key{"xmp:CreateDate", "created"},
    Key{"xmp:ModifyDate", "modified"},
    Key{"xmp:MetadataDate", "metadata_modified"},
    Key{"xmpMM:DocumentID", "document_id"},
    Key{"xmpMM:OriginalDocumentID", "original_document_id"},
    Key{"xmpMM:InstanceID", "instance_id"},
    Key{"stRef:documentID", "source_document_id"},
    Key{"photoshop:Credit", "credit"},
};

std::string text_of(GooString const* value) {
    Unicode* unicode = nullptr;
    int const length = TextStringToUCS4(value->toStr(), &unicode);
    std::string out;
    for (int i = 0; i < length; ++i) {
        std::array<char, 8> buffer{};
        auto const count = mapUTF8(unicode[i], buffer.data(), static_cast<int>(buffer.size()));
        out.append(buffer.data(), static_cast<std::size_t>(std::max(count, 0)));
        if (out.size() > kValue) break;
    }
    gfree(unicode);
    return out;
}

void add(Composer& composer, std::string const& name, std::string_view value) {
    auto& entries = composer.document.metadata;
    auto const before = entries.size();
    composer.tell(name, value);
    bool const again = entries.size() > before &&
                       std::any_of(entries.begin(), entries.end() - 1, [&](vault::MetadataEntry const& entry) {
                           return entry.name == entries.back().name && entry.value == entries.back().value;
                       });
    if (again) entries.pop_back();
}

class XmpReader : public pugi::xml_tree_walker {
public:
    explicit XmpReader(Composer& composer) : composer_(composer) {}
    bool for_each(pugi::xml_node& node) override {
        if (auto const* name = name_for(node.name())) take(name, node);
        for (auto const attribute : node.attributes())
            if (auto const* name = name_for(attribute.name())) add(composer_, name, attribute.value());
        return true;
    }

private:
    static char const* name_for(std::string_view key) {
        for (auto const& known : kXmpNames)
            if (key == known.key) return known.name;
        return nullptr;
    }
    // Its text, or one for each member of its list.
    void take(char const* name, pugi::xml_node node) {
        add(composer_, name, node.text().get());
        for (auto const list : node.children())
            for (auto const item : list.children()) add(composer_, name, item.text().get());
    }
    Composer& composer_;
};

bool is_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "+08'00'", "Z" and what else is written there.
std::string zone_of(std::string_view text) {
    if (text.starts_with("Z")) return "Z";
    if (text.size() < 3 || (text[0] != '+' && text[0] != '-') || !is_digits(text.substr(1, 2))) return "";
    auto const minutes = text.size() >= 6 && is_digits(text.substr(4, 2)) ? text.substr(4, 2) : "00";
    return std::string(text.substr(0, 3)) + ":" + std::string(minutes);
}

}  // namespace

std::string pdf_date(std::string_view text) {
    if (text.starts_with("D:")) text.remove_prefix(2);
    auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
    auto const part = [&](std::size_t at) { return std::string(text.substr(at, 2)); };
    if (digits < 4) return "";
    auto out = std::string(text.substr(0, 4));
    if (digits >= 6) out += "-" + part(4);
    if (digits >= 8) out += "-" + part(6);
    if (digits < 12) return out;
    out += "T" + part(8) + ":" + part(10) + ":" + (digits >= 14 ? part(12) : "00");
    return out + zone_of(text.substr(digits));
}

void read_pdf_metadata(PDFDoc& pdf, Composer& composer) {
    auto const information = pdf.getDocInfo();
    if (information.isDict()) {
        for (auto const& [key, name] : kDictionary) {
            auto const value = information.dictLookup(key);
            if (!value.isString()) continue;
            auto const text = text_of(value.getString());
            auto const date = text.starts_with("D:") ? pdf_date(text) : "";
            add(composer, name, date.empty() ? text : date);
        }
    }
    auto const xmp = pdf.readMetadata();
    pugi::xml_document document;
    if (!xmp || xmp->toStr().size() > kXmp) return;
    document.load_buffer(xmp->c_str(), xmp->toStr().size());
    XmpReader reader(composer);
    document.traverse(reader);
}

void read_signature_fields(PDFDoc& pdf, Composer& composer) {
    auto& pages = composer.document.signature_pages;
    for (auto const* field : pdf.getSignatureFields()) {
        for (int i = 0; i < field->getNumWidgets(); ++i) {
            auto* const widget = field->getWidget(i);
            auto const* const drawn = widget == nullptr ? nullptr : widget->getWidgetAnnotation();
            if (drawn != nullptr && drawn->getPageNum() > 0) pages.push_back(drawn->getPageNum());
        }
    }
}

}  // namespace anping::worker
