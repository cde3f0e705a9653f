// SPDX-License-Identifier: Apache-2.0
#include "media_type.hpp"

#include <array>
#include <cstdint>

namespace anping::worker {
namespace {

using namespace std::string_view_literals;

struct Magic {
    std::size_t offset;
    std::string_view bytes;
    char const* type;
};

constexpr std::array kMagic = {
    Magic{0, "%PDF-"sv, "application/pdf"},
    Magic{0, "\xff\xd8\xff"sv, "image/jpeg"},
    Magic{0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    Magic{0, "GIF87a"sv, "image/gif"},
    Magic{0, "GIF89a"sv, "image/gif"},
    Magic{0, "II*\0"sv, "image/tiff"},
    Magic{0, "MM\0*"sv, "image/tiff"},
    Magic{0, "PK\3\4"sv, "application/zip"},
    Magic{0, "PK\5\6"sv, "application/zip"},
    Magic{0, "Rar!\x1a\7"sv, "application/vnd.rar"},
    Magic{0, "RE~^"sv, "application/vnd.rar"},
    Magic{0, "7z\xbc\xaf\x27\x1c"sv, "application/x-7z-compressed"},
    Magic{0, "\x1f\x8b"sv, "application/gzip"},
    Magic{0, "BZh"sv, "application/x-bzip2"},
    Magic{0,
          "\xfd"
          "7zXZ\0"sv,
          "application/x-xz"},
    Magic{257, "ustar"sv, "application/x-tar"},
    Magic{0, "{\\rtf"sv, "application/rtf"},
    Magic{0, "MZ"sv, "application/vnd.microsoft.portable-executable"},
    Magic{0,
          "\x7f"
          "ELF"sv,
          "application/x-executable"},
    Magic{0, "ID3"sv, "audio/mpeg"},
    Magic{0, "OggS"sv, "application/ogg"},
    Magic{0, "fLaC"sv, "audio/flac"},
};

struct Brand {
    std::string_view brand;
    char const* type;
};

constexpr std::array kBrands = {
    Brand{"heic", "image/heic"}, Brand{"heix", "image/heic"}, Brand{"mif1", "image/heic"},
    Brand{"msf1", "image/heic"}, Brand{"avif", "image/avif"}, Brand{"qt  ", "video/quicktime"},
    Brand{"M4A ", "audio/mp4"},  Brand{"3gp4", "video/3gpp"}, Brand{"3gp5", "video/3gpp"}};

bool has(std::string_view head, std::size_t offset, std::string_view bytes) {
    return offset <= head.size() && head.substr(offset).starts_with(bytes);
}

std::uint32_t little_endian(std::string_view bytes, std::size_t offset) {
    std::uint32_t out = 0;
    for (std::size_t i = 4; i-- > 0;) out = out << 8 | static_cast<unsigned char>(bytes[offset + i]);
    return out;
}

char const* riff_type(std::string_view head) {
    if (has(head, 8, "WEBP")) return "image/webp";
    if (has(head, 8, "AVI ")) return "video/x-msvideo";
    if (has(head, 8, "WAVE")) return "audio/wav";
    return "application/octet-stream";
}

char const* brand_type(std::string_view head) {
    for (auto const& one : kBrands)
        if (has(head, 8, one.brand)) return one.type;
    return "video/mp4";
}

// Two letters are little to go by: the header's length must be one there is.
bool is_bmp(std::string_view head) {
    if (head.size() < 26 || !head.starts_with("BM")) return false;
    auto const header = little_endian(head, 14);
    return header == 12 || header == 40 || header == 52 || header == 56 || header == 64 || header == 108 ||
           header == 124;
}

bool is_mpeg_audio(std::string_view head) {
    // What would be the first layer with a checksum is the mark of UTF-16.
    if (head.size() < 4 || head[0] != '\xff' || head[1] == '\xfe') return false;
    auto const second = static_cast<unsigned char>(head[1]);
    auto const third = static_cast<unsigned char>(head[2]);
    bool const layer = (second & 0xe0) == 0xe0 && (second & 0x18) != 0x08 && (second & 0x06) != 0;
    return layer && (third & 0xf0) != 0xf0 && (third & 0x0c) != 0x0c;
}

std::string wide(std::string_view text) {
    std::string out;
    for (char c : text) out.append({c, '\0'});
    return out;
}

// The office formats before 2007 are small file systems; the names in the directory tell them apart.
std::string compound_type(Input const& input) {
    if (input.head.size() < 512) return "application/x-ole-storage";
    auto const shift = static_cast<unsigned char>(input.head[30]);
    if (shift != 9 && shift != 12) return "application/x-ole-storage";
    auto const sector = std::int64_t{1} << shift;
    auto const first = little_endian(input.head, 48);
    auto const directory = read_at(input, (std::int64_t{first} + 1) * sector, 16 * 4096);
    if (directory.find(wide("WordDocument")) != std::string::npos) return "application/msword";
    if (directory.find(wide("Workbook")) != std::string::npos) return "application/vnd.ms-excel";
    if (directory.find(wide("PowerPoint Document")) != std::string::npos) return "application/vnd.ms-powerpoint";
    return "application/x-ole-storage";
}

// Some scanners put a mark or empty lines first.
std::string_view without_lead(std::string_view head) {
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    while (!head.empty() && " \t\r\n\f"sv.find(head.front()) != std::string_view::npos) head.remove_prefix(1);
    return head;
}

}  // namespace

std::string media_type_of(Input const& input) {
    std::string_view const head = input.head;
    for (auto const& magic : kMagic)
        if (has(head, magic.offset, magic.bytes)) return magic.type;
    if (without_lead(head).starts_with("%PDF-")) return "application/pdf";
    if (has(head, 0, "RIFF")) return riff_type(head);
    if (has(head, 4, "ftyp")) return brand_type(head);
    if (has(head, 0, "\x1a\x45\xdf\xa3"))
        return head.substr(0, 256).find("webm") != std::string_view::npos ? "video/webm" : "video/x-matroska";
    if (has(head, 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return compound_type(input);
    if (is_bmp(head)) return "image/bmp";
    if (is_mpeg_audio(head)) return "audio/mpeg";
    return text_type_of(input);
}

}  // namespace anping::worker
