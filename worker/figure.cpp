// SPDX-License-Identifier: Apache-2.0
#include "figure.hpp"

#include <utility>

#include "pictures.hpp"

namespace anping::worker {
namespace {

constexpr std::size_t kFiles = 200;
constexpr std::size_t kFolderBytes = 256u << 20;
constexpr std::size_t kEntries = 2000;

}  // namespace

void keep_figure(std::string_view bytes, std::string const& folder, Composer& composer, vault::Figure figure) {
    bool const fits = bytes.size() <= kFigureBytes && composer.figure_files < kFiles &&
                      composer.figure_bytes + bytes.size() <= kFolderBytes;
    auto kept = keep_picture(bytes, fits ? folder : "", composer.figure_files + 1);
    if (!kept.file.empty()) {
        ++composer.figure_files;
        composer.figure_bytes += bytes.size();
    }
    kept.page = figure.page;
    kept.box = figure.box;
    keep_figure_again(std::move(kept), composer);
}

void keep_figure_again(vault::Figure figure, Composer& composer) {
    if (composer.document.figures.size() >= kEntries) return;
    figure.at = composer.at();
    composer.document.figures.push_back(std::move(figure));
}

}  // namespace anping::worker
