// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

#include <set>
#include <stdexcept>

#include "zip.hpp"

namespace anping::ledger::zip {
namespace {

constexpr std::size_t kLocalBytes = 30;
constexpr std::string_view kLocal = "PK\x03\x04";
constexpr std::string_view kCentral = "PK\x01\x02";
constexpr std::string_view kEnd = "PK\x05\x06";
constexpr std::uint32_t kDate = 0x21;  // 1980-01-01

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>((value >> 8U) & 0xFFU);
}
void put32(std::string& out, std::uint32_t value) {
    put16(out, value & 0xFFFFU);
    put16(out, value >> 16U);
}
std::uint32_t get(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// What local header and central directory say alike.
void put_common(std::string& out, Member const& member) {
    put16(out, 20);  // version needed
    put16(out, 0);   // flags
    put16(out, 0);   // stored
    put16(out, 0);   // 00:00
    put16(out, kDate);
    put32(out, member.crc);
    put32(out, member.size);
    put32(out, member.size);
    put16(out, static_cast<std::uint32_t>(member.name.size()));
    put16(out, 0);  // no extra field
}

}  // namespace

bool is_name(std::string_view name) noexcept {
    if (name.empty() || name.size() > 200 || name.back() == '/') return false;
    bool first = true;
    for (char c : name) {
        bool const letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (first ? !letter : !(letter || c == '.' || c == '_' || c == '-' || c == '/')) return false;
        first = c == '/';
    }
    return true;
}

std::uint32_t crc_of(std::string_view bytes, std::uint32_t before) noexcept {
    return static_cast<std::uint32_t>(::crc32_z(before, reinterpret_cast<Bytef const*>(bytes.data()), bytes.size()));
}

std::string local_header(Member const& member) {
    std::string out(kLocal);
    put_common(out, member);
    return out + member.name;
}

std::string directory(std::vector<Member> const& members) {
    std::string out;
    for (auto const& member : members) {
        out += kCentral;
        put16(out, 20);  // made by
        put_common(out, member);
        put16(out, 0);  // no comment
        put16(out, 0);  // disk
        put16(out, 0);  // internal attributes
        put32(out, 0);  // external attributes
        put32(out, member.offset);
        out += member.name;
    }
    auto const start =
        members.empty() ? 0 : members.back().offset + kLocalBytes + members.back().name.size() + members.back().size;
    auto const size = out.size();
    out += kEnd;
    put32(out, 0);  // disks
    put16(out, static_cast<std::uint32_t>(members.size()));
    put16(out, static_cast<std::uint32_t>(members.size()));
    put32(out, static_cast<std::uint32_t>(size));
    put32(out, static_cast<std::uint32_t>(start));
    put16(out, 0);  // no comment
    return out;
}

std::vector<Member> read(std::string_view bytes) {
    if (bytes.size() > kMost) throw std::runtime_error("zip: too large");
    std::vector<Member> members;
    std::set<std::string_view> names;
    std::size_t at = 0;
    while (bytes.substr(at, 4) == kLocal) {
        if (bytes.size() - at < kLocalBytes) throw std::runtime_error("zip: cut short");
        Member member;
        member.offset = static_cast<std::uint32_t>(at);
        member.crc = get(bytes, at + 14, 4);
        member.size = get(bytes, at + 18, 4);
        auto const name = bytes.substr(at + kLocalBytes, get(bytes, at + 26, 2));
        auto const start = at + kLocalBytes + name.size();
        if (start > bytes.size() || bytes.size() - start < member.size) throw std::runtime_error("zip: cut short");
        if (!is_name(name) || !names.insert(name).second || members.size() == 0xFFFF)
            throw std::runtime_error("zip: bad name");
        member.name = name;
        member.content = bytes.substr(start, member.size);
        if (bytes.substr(at, start - at) != local_header(member)) throw std::runtime_error("zip: bad header");
        if (crc_of(member.content) != member.crc) throw std::runtime_error("zip: bad checksum of " + member.name);
        at = start + member.size;
        members.push_back(std::move(member));
    }
    if (bytes.substr(at) != directory(members)) throw std::runtime_error("zip: bad directory");
    return members;
}

}  // namespace anping::ledger::zip
