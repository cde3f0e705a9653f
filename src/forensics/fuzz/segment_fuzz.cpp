// SPDX-License-Identifier: Apache-2.0
// A segment with bytes changed anywhere, its head's own sum made right again: it is refused or searched and
// verified without harm, and a damaged one does not verify. Input: of each change a place (four bytes) and the new
// byte.
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include <anping/forensics/search.hpp>
#include <anping/forensics/segment_writer.hpp>

#include "segment_format.hpp"

namespace {

using namespace anping;

text::Folded a_text(std::mt19937& chance, std::size_t size) {
    text::Folded out;
    for (std::size_t i = 0; i < size; ++i) {
        out.text.push_back(static_cast<char16_t>(0x4e00 + chance() % 2500));
        out.origin.push_back(static_cast<std::uint32_t>(i));
    }
    out.points = static_cast<std::uint32_t>(size);
    return out;
}

struct Bench {
    std::filesystem::path const directory =
        std::filesystem::temp_directory_path() / ("anping-fuzz-segment-" + std::to_string(::getpid()));
    std::string sound;  // bytes
    text::Folded report;
    forensics::Search search;

    Bench() {
        std::mt19937 chance(20261129);
        std::filesystem::create_directories(directory);
        report = a_text(chance, 600);
        forensics::Gathered gathered;
        for (forensics::DocId id = 1; id <= 3; ++id) {
            auto text = a_text(chance, 400);
            text.text.replace(100, 150, report.text, 150 * id, 150);
            static_cast<void>(gathered.add(id, text));
        }
        static_cast<void>(gathered.write(directory / "sound"));
        std::ifstream file(directory / "sound", std::ios::binary);
        sound.assign((std::istreambuf_iterator<char>(file)), {});
        search.ask(report);
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static Bench bench;
    constexpr std::size_t kChange = 5;
    auto bytes = bench.sound;
    for (std::size_t i = 0; i + kChange <= size; i += kChange) {
        std::uint32_t place = 0;
        std::memcpy(&place, data + i, sizeof place);
        bytes[place % bytes.size()] = static_cast<char>(data[i + sizeof place]);
    }
    forensics::Head head;
    std::memcpy(static_cast<void*>(&head), bytes.data(), sizeof head);
    head.own = forensics::own_sum(head);
    std::memcpy(bytes.data(), static_cast<void const*>(&head), sizeof head);
    auto const path = bench.directory / "changed";
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    auto const segment = forensics::Segment::open(path);
    if (!segment) return 0;
    for (auto const& found : bench.search.in(*segment))
        for (auto const& passage : found.passages) static_cast<void>(segment->origin(found.doc, passage.b_from));
    bool const whole = segment->verify().has_value();
    if (whole && bytes.compare(forensics::kPage, std::string::npos, bench.sound, forensics::kPage) != 0) std::abort();
    return 0;
}
