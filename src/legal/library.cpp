// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <anping/base/log.hpp>
#include <anping/legal/library.hpp>

#include "errors.hpp"
#include "queries.hpp"

namespace anping::legal {
namespace {

namespace fs = std::filesystem;

bool same(std::vector<rulebook::Confirmation> const& a, std::vector<rulebook::Confirmation> const& b) {
    return std::ranges::equal(a, b, [](auto const& x, auto const& y) {
        return x.clause == y.clause && x.region == y.region && x.content == y.content;
    });
}

}  // namespace

std::shared_ptr<rulebook::Law const> Library::law() const {
    std::lock_guard const lock(mutex_);
    return law_;
}

void Library::refresh(db::Session& session) {
    std::lock_guard const one_at_a_time(refreshing_);
    auto confirmed = queries::confirmations(session);
    if (same(confirmed, confirmed_)) return;
    auto loaded = rulebook::load(directory_, confirmed);
    for (auto const& diagnostic : loaded.diagnostics)
        log::warn("legal.books", {{"severity", diagnostic.severity}, {"what", diagnostic.message}});
    if (!loaded.law) return;
    confirmed_ = std::move(confirmed);
    auto law = std::make_shared<rulebook::Law const>(std::move(*loaded.law));
    std::lock_guard const lock(mutex_);
    law_ = std::move(law);
}

rulebook::LoadResult Library::imagine(db::Session& session, std::vector<rulebook::Confirmation> const& more,
                                      rulebook::Drafts const& drafts) const {
    auto confirmed = queries::confirmations(session);
    confirmed.insert(confirmed.end(), more.begin(), more.end());
    return rulebook::load(directory_, confirmed, drafts);
}

std::vector<FileView> Library::files() const {
    std::vector<FileView> out;
    std::error_code none;
    for (auto const& book : fs::directory_iterator(directory_, none)) {
        if (!book.is_directory(none)) continue;
        for (auto const& file : fs::directory_iterator(book.path(), none)) {
            if (!file.is_regular_file(none) || file.path().extension() != ".toml") continue;
            out.push_back({book.path().filename().string() + "/" + file.path().filename().string(),
                           static_cast<std::int64_t>(file.file_size(none))});
        }
    }
    std::ranges::sort(out, {}, &FileView::file);
    return out;
}

Result<FileText> Library::text(std::string const& file) const {
    auto const known = files();
    if (std::ranges::find(known, file, &FileView::file) == known.end()) return unknown_file();
    std::ifstream in(fs::path(directory_) / file, std::ios::binary);
    return FileText{file, std::string(std::istreambuf_iterator<char>(in), {})};
}

}  // namespace anping::legal
