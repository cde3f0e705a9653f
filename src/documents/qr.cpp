// SPDX-License-Identifier: Apache-2.0
#include <qrencode.h>
#include <zlib.h>

#include <memory>
#include <stdexcept>

#include <anping/documents/qr.hpp>

namespace anping::documents {
namespace {

constexpr std::size_t kScale = 8;  // a multiple of 8: a square's row is whole bytes
constexpr std::size_t kQuiet = 4;
constexpr std::size_t kBlankSide = 25;

void put(std::string& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((number >> shift) & 0xFFu);
}

void chunk(std::string& out, std::string const& type, std::string const& data) {
    put(out, static_cast<std::uint32_t>(data.size()));
    auto const whole = type + data;
    out += whole;
    put(out, static_cast<std::uint32_t>(
                 ::crc32(0, reinterpret_cast<Bytef const*>(whole.data()), static_cast<uInt>(whole.size()))));
}

std::string deflated(std::string const& rows) {
    auto length = ::compressBound(static_cast<uLong>(rows.size()));
    std::string out(length, '\0');
    if (::compress(reinterpret_cast<Bytef*>(out.data()), &length, reinterpret_cast<Bytef const*>(rows.data()),
                   static_cast<uLong>(rows.size())) != Z_OK)
        throw std::runtime_error("zlib refused a picture");
    out.resize(length);
    return out;
}

// One bit a pixel, 1 is white.
std::string png(std::string const& rows, std::size_t pixels) {
    std::string out("\x89PNG\r\n\x1a\n", 8);
    std::string head;
    put(head, static_cast<std::uint32_t>(pixels));
    put(head, static_cast<std::uint32_t>(pixels));
    head += std::string("\x01\x00\x00\x00\x00", 5);
    chunk(out, "IHDR", head);
    chunk(out, "IDAT", deflated(rows));
    chunk(out, "IEND", "");
    return out;
}

}  // namespace

std::string qr_png(std::string_view text) {
    std::unique_ptr<QRcode, void (*)(QRcode*)> code(nullptr, &QRcode_free);
    if (!text.empty()) {
        code.reset(::QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M));
        if (!code) throw std::length_error("too long for a QR code");
    }
    std::size_t const inner = code ? static_cast<std::size_t>(code->width) : kBlankSide;
    std::size_t const side = inner + 2 * kQuiet;
    std::string rows;
    for (std::size_t y = 0; y < side; ++y) {
        std::string row(1, '\0');  // no filter
        for (std::size_t x = 0; x < side; ++x) {
            bool const inside = x >= kQuiet && y >= kQuiet && x < kQuiet + inner && y < kQuiet + inner;
            bool const dark = code && inside && (code->data[(y - kQuiet) * inner + (x - kQuiet)] & 1) != 0;
            row.append(kScale / 8, dark ? '\x00' : '\xff');
        }
        for (std::size_t i = 0; i < kScale; ++i) rows += row;
    }
    return png(rows, side * kScale);
}

}  // namespace anping::documents
