// SPDX-License-Identifier: Apache-2.0
// For tests: looks into produced documents, and makes templates, with libzip alone: not with what is tested. Header
// only: whoever includes it links libzip and pugixml.
#pragma once

#include <zip.h>

#include <map>
#include <pugixml.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anping::documents::testing {

using Entries = std::vector<std::pair<std::string, std::string>>;

inline std::map<std::string, std::string> unzip(std::string const& bytes) {
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    if (archive == nullptr) throw std::runtime_error("not a zip");
    std::map<std::string, std::string> out;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t status;
        zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &status);
        std::string content(status.size, '\0');
        zip_file_t* const file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        zip_fread(file, content.data(), content.size());
        zip_fclose(file);
        out[status.name] = content;
    }
    zip_discard(archive);
    return out;
}

inline std::string zip(Entries const& entries, zip_int32_t method = ZIP_CM_DEFLATE) {
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    zip_source_keep(target);
    for (auto const& [name, content] : entries) {
        auto* const source = zip_source_buffer(archive, content.data(), content.size(), 0);
        auto const index = zip_file_add(archive, name.c_str(), source, 0);
        if (index >= 0) zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), method, 0);
    }
    if (zip_close(archive) != 0) throw std::runtime_error("cannot zip");
    zip_stat_t status;
    zip_source_stat(target, &status);
    std::string out(status.size, '\0');
    zip_source_open(target);
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    zip_source_free(target);
    return out;
}

inline pugi::xml_document parsed(std::string const& xml) {
    pugi::xml_document out;
    auto const result = out.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!result) throw std::runtime_error(std::string("not XML: ") + result.description());
    return out;
}

inline pugi::xml_document part(std::string const& package, std::string const& name) {
    return parsed(unzip(package).at(name));
}

// The text of every w:t below, paragraphs ended by '|' and line breaks as '/'.
inline std::string text_of(pugi::xml_node node) {
    std::string out;
    for (auto const child : node.children()) {
        std::string_view const name = child.name();
        if (name == "w:t") out += child.text().get();
        else if (name == "w:br") out += '/';
        else out += text_of(child);
        if (name == "w:p") out += '|';
    }
    return out;
}

}  // namespace anping::documents::testing
