// SPDX-License-Identifier: Apache-2.0
#include "pictures.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "bitmap.hpp"
#include "image.hpp"
#include "input.hpp"
#include "media_type.hpp"
#include "photo.hpp"

namespace anping::worker {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPictureLimit = 64u << 20;
constexpr std::size_t kFigures = 5'000;
constexpr std::size_t kHead = 64 * 1024;

struct Extension {
    std::string_view type;
    std::string_view ending;
};
constexpr std::array kKept = {
    Extension{"image/jpeg", ".jpg"},  Extension{"image/png", ".png"},   Extension{"image/gif", ".gif"},
    Extension{"image/bmp", ".bmp"},   Extension{"image/tiff", ".tif"},  Extension{"image/webp", ".webp"},
    Extension{"image/heic", ".heic"}, Extension{"image/avif", ".avif"},
};

std::string drawing_type(std::string_view bytes) {
    if (bytes.size() > 44 && bytes.substr(40, 4) == " EMF") return "image/emf";
    if (bytes.starts_with("\xd7\xcd\xc6\x9a"sv)) return "image/wmf";
    if (bytes.starts_with("\xd0\xcf\x11\xe0"sv)) return "application/x-ole-storage";
    if (bytes.starts_with("\x97JB2\r\n\x1a\n"sv)) return "image/jb2";
    return "";
}

// Of the upright picture.
void measure(Input const& input, vault::Figure& figure) {
    vault::Reading reading;
    auto const shot = read_photo(input, reading);
    Size size{shot.width, shot.height};
    if (size.width <= 0 || size.height <= 0) size = size_in_header(input);
    if (lies_on_side(shot.orientation)) std::swap(size.width, size.height);
    figure.width = std::max<std::int64_t>(size.width, 0);
    figure.height = std::max<std::int64_t>(size.height, 0);
    figure.taken_at = reading.taken_at;
    figure.latitude = reading.latitude;
    figure.longitude = reading.longitude;
    figure.camera = reading.camera;
}

}  // namespace

vault::Figure keep_picture(std::string_view bytes, std::string const& folder, std::size_t number) {
    vault::Figure figure;
    figure.media_type = drawing_type(bytes);
    if (!figure.media_type.empty()) return figure;
    Input input;
    input.size = static_cast<std::int64_t>(bytes.size());
    input.head = bytes.substr(0, kHead);
    auto const type = media_type_of(input);
    figure.media_type = type.starts_with("image/") ? type : "application/octet-stream";
    auto const* const known =
        std::find_if(kKept.begin(), kKept.end(), [&](Extension const& one) { return one.type == type; });
    if (known == kKept.end() || folder.empty()) return figure;
    auto const name = "figure-" + std::to_string(number) + std::string(known->ending);
    input.path = folder + "/" + name;
    std::ofstream file(input.path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) return figure;
    figure.file = name;
    measure(input, figure);
    return figure;
}

void Pictures::show(std::string const& entry, int page, vault::Box const& box) {
    if (composer_.document.figures.size() >= kFigures) return;
    auto known = kept_.find(entry);
    if (known == kept_.end()) {
        auto const& entries = archive_.entries();
        auto const found =
            std::find_if(entries.begin(), entries.end(), [&](Entry const& one) { return one.name == entry; });
        if (found == entries.end() || found->size > kPictureLimit) return;
        auto const bytes = archive_.content(entry, static_cast<std::size_t>(found->size));
        if (!bytes) return;
        auto figure = keep_picture(*bytes, folder_, written_ + 1);
        if (!figure.file.empty()) ++written_;
        known = kept_.emplace(entry, std::move(figure)).first;
    }
    auto figure = known->second;
    figure.at = composer_.at();
    figure.page = page;
    figure.box = box;
    composer_.document.figures.push_back(std::move(figure));
}

}  // namespace anping::worker
