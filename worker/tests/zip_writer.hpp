// SPDX-License-Identifier: Apache-2.0
// Archives that no honest program writes. Nothing is packed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace anping::worker {

struct ZipEntry {
    std::string name;
    std::string content;
    std::uint32_t mode = 0100644;
    bool encrypted = false;
    bool shares_first = false;  // has the bytes of the first entry
};

class ZipWriter {
public:
    static std::string archive(std::vector<ZipEntry> const& entries) {
        ZipWriter writer;
        for (auto const& entry : entries) writer.add(entry);
        return writer.finish(entries.size());
    }

private:
    static std::uint32_t crc(std::string const& bytes) {
        std::uint32_t out = ~std::uint32_t{0};
        for (char c : bytes) {
            out ^= static_cast<unsigned char>(c);
            for (int bit = 0; bit < 8; ++bit) out = out >> 1 ^ ((out & 1) != 0 ? 0xedb88320u : 0);
        }
        return ~out;
    }
    static std::string number(std::uint64_t value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i, value >>= 8) out += static_cast<char>(value & 0xff);
        return out;
    }
    // From "version needed" to the length of the extra field, the same in both places.
    static std::string common(ZipEntry const& entry, std::string const& content) {
        return number(20, 2) + number(entry.encrypted ? 1 : 0, 2) + number(0, 2) + number(0, 2) + number(0x5c21, 2) +
               number(crc(content), 4) + number(content.size(), 4) + number(content.size(), 4) +
               number(entry.name.size(), 2) + number(0, 2);
    }
    void add(ZipEntry const& entry) {
        if (first_.empty()) first_ = entry.content;
        auto const& content = entry.shares_first ? first_ : entry.content;
        auto const offset = entry.shares_first ? 0 : bytes_.size();
        directory_ += "PK\1\2" + number(3 << 8 | 20, 2) + common(entry, content) + number(0, 2) + number(0, 2) +
                      number(0, 2) + number(std::uint64_t{entry.mode} << 16, 4) + number(offset, 4) + entry.name;
        if (!entry.shares_first) bytes_ += "PK\3\4" + common(entry, content) + entry.name + content;
    }
    std::string finish(std::size_t count) const {
        return bytes_ + directory_ + "PK\5\6" + number(0, 4) + number(count, 2) + number(count, 2) +
               number(directory_.size(), 4) + number(bytes_.size(), 4) + number(0, 2);
    }

    std::string bytes_;
    std::string directory_;
    std::string first_;
};

}  // namespace anping::worker
