// SPDX-License-Identifier: Apache-2.0
#include <anping/api/stored_file.hpp>

namespace anping::api {
namespace {

// RFC 5987: any name, safely.
std::string encoded(std::string const& name) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (char c : name) {
        bool const plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
                           c == '-' || c == '_';
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += kHex[static_cast<unsigned char>(c) >> 4];
            out += kHex[c & 0xF];
        }
    }
    return out;
}

}  // namespace

http::Response stored_file(std::string path, std::uint64_t size, std::string const& media_type,
                           std::string const& name) {
    http::Response response;
    response.file = http::FileBody{std::move(path), size};
    return std::move(response)
        .with("Content-Type", media_type)
        .with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name))
        .with("Content-Security-Policy", "sandbox; default-src 'none'")
        .with("Cache-Control", "private, no-store");
}

}  // namespace anping::api
