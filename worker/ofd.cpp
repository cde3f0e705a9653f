// SPDX-License-Identifier: Apache-2.0
#include "ofd.hpp"

#include <array>
#include <utility>

#include "ofd_document.hpp"

namespace anping::worker {
namespace {

using Names = std::pair<std::string_view, std::string_view>;

constexpr std::array kNames = {
    Names{"DocID", "document_id"}, Names{"Title", "title"},          Names{"Author", "author"},
    Names{"Subject", "subject"},   Names{"Abstract", "description"}, Names{"CreationDate", "created"},
    Names{"ModDate", "modified"},  Names{"Creator", "application"},  Names{"CreatorVersion", "application_version"},
    Names{"Keywords", "keywords"}, Names{"DocUsage", "category"}};

void tell_properties(pugi::xml_node properties, Composer& composer) {
    for (auto const& [element, name] : kNames) composer.tell(name, text_below(child(properties, element)));
    for (auto const one : child(properties, "CustomDatas").children()) {
        auto const name = attribute(one, "Name").substr(0, 60);
        composer.tell("custom:" + std::string(name), text_below(one));
    }
}

}  // namespace

void read_ofd(Archive const& archive, std::string const& folder, Composer& composer) {
    constexpr int kDocuments = 100;
    Parts parts(archive);
    PartNames const names(archive);
    Pictures pictures(archive, folder, composer);
    DrawingBudget budget;
    OfdBooks const books{parts, names, pictures, composer, budget};
    Part list;
    bool const listed = parts.load(names.find("", "", "OFD.xml"), list);
    int read = 0;
    int seen = 0;
    for (auto const body : child(list.tree, "OFD").children()) {
        if (!listed || !is(body, "DocBody") || ++seen > kDocuments) continue;
        tell_properties(child(body, "DocInfo"), composer);
        std::string const root = child(body, "DocRoot").text().get();
        OfdDocument document(books,
                             names.find("", "", root.substr(std::min(root.find_first_not_of(" \r\n\t"), root.size()))));
        if (!document.read()) continue;
        ++read;
        auto signatures = names.find("", document.folder(), text_below(child(body, "Signatures")));
        // Some packages are signed and do not say so.
        if (signatures.empty()) signatures = names.find(document.folder(), "", "Signs/Signatures.xml");
        document.read_signatures(signatures);
    }
    bool const encrypted = archive.has("Encryptions.xml");
    if (read == 0) composer.document.problem = encrypted ? "encrypted" : parts.exhausted() ? "too_large" : "damaged";
    else if (parts.exhausted() || budget.spent()) composer.document.problem = "too_large";
}

}  // namespace anping::worker
