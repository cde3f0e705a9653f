// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/exchange.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <iterator>
#include <limits>
#include <optional>

#include <anping/base/json.hpp>

namespace anping::forensics {
namespace {

constexpr std::size_t kDigits = 4;   // hexadecimal, of a character
constexpr std::size_t kNumbers = 6;  // of a passage

auto no_exchange() {
    return fail(ErrorCode::internal, "forensics.exchange", "a question or answer about segments is damaged");
}

std::optional<std::u16string> characters_from(std::string_view hex) {
    if (hex.size() % kDigits != 0) return std::nullopt;
    std::u16string out;
    out.reserve(hex.size() / kDigits);
    for (std::size_t i = 0; i < hex.size(); i += kDigits) {
        std::uint16_t value = 0;
        auto const* const past = hex.data() + i + kDigits;
        auto const [end, error] = std::from_chars(hex.data() + i, past, value, 16);
        if (error != std::errc() || end != past) return std::nullopt;
        out.push_back(static_cast<char16_t>(value));
    }
    return out;
}

// Scores by their bits: the same number comes back.
json::array numbers_of(text::Passage const& one) {
    return {one.a_from, one.a_to, one.b_from, one.b_to, one.differences, std::bit_cast<std::int64_t>(one.score)};
}

json::array numbers_of(std::vector<text::Passage> const& passages) {
    json::array out;
    out.reserve(passages.size());
    for (auto const& one : passages) out.push_back(numbers_of(one));
    return out;
}

// Throws boost::system::system_error for what is of another kind.
text::Passage passage_from(json::array const& numbers, std::size_t a_most, std::size_t b_most) {
    auto const place = [&](std::size_t i) {
        auto const value = numbers.at(i).as_int64();
        if (value < 0 || value > std::numeric_limits<std::uint32_t>::max()) throw std::out_of_range("place");
        return static_cast<std::uint32_t>(value);
    };
    if (numbers.size() != kNumbers) throw std::out_of_range("passage");
    text::Passage out{place(0), place(1), place(2), place(3), place(4), std::bit_cast<double>(numbers[5].as_int64())};
    bool const sound = out.a_from < out.a_to && out.a_to <= a_most && out.b_from < out.b_to && out.b_to <= b_most;
    if (!sound) throw std::out_of_range("passage");
    return out;
}

std::vector<text::Passage> passages_from(json::value const& given, std::size_t a_most, std::size_t b_most) {
    std::vector<text::Passage> out;
    out.reserve(given.as_array().size());
    for (auto const& one : given.as_array()) out.push_back(passage_from(one.as_array(), a_most, b_most));
    return out;
}

Found found_from(json::object const& one, Segment const& segment, std::size_t characters) {
    auto const doc = static_cast<std::size_t>(one.at("doc").as_int64());
    if (doc >= segment.docs()) throw std::out_of_range("document");
    auto const size = segment.to(doc) - segment.from(doc);
    return {doc, passages_from(one.at("passages"), characters, size),
            passages_from(one.at("pieces"), characters, size)};
}

}  // namespace

std::string question_line(std::u16string_view report, text::Masks const& masks, double least, DocId except) {
    std::string hex;
    hex.reserve(report.size() * kDigits);
    for (char16_t const c : report) fmt::format_to(std::back_inserter(hex), "{:04x}", static_cast<unsigned>(c));
    std::string digits;
    digits.reserve(masks.size());
    for (auto const mask : masks) digits += static_cast<char>('0' + mask);
    return json::serialize(json::object{{"report", hex},
                                        {"masks", digits},
                                        {"least", std::bit_cast<std::int64_t>(least)},
                                        {"except", static_cast<std::int64_t>(except)}});
}

Result<Asked> asked_from(std::string_view line) {
    try {
        auto const value = json::parse(line);
        auto const& given = value.as_object();
        auto text = characters_from(given.at("report").as_string());
        auto const& digits = given.at("masks").as_string();
        if (!text || digits.size() != text->size()) return no_exchange();
        Asked out;
        out.report.text = std::move(*text);
        std::ranges::transform(digits, std::back_inserter(out.masks),
                               [](char c) { return static_cast<std::uint8_t>(c - '0'); });
        out.least = std::bit_cast<double>(given.at("least").as_int64());
        out.except = static_cast<DocId>(given.at("except").as_int64());
        return out;
    } catch (std::exception const&) { return no_exchange(); }
}

std::string answer_line(std::vector<Found> const& found) {
    json::array out;
    out.reserve(found.size());
    for (auto const& one : found)
        out.push_back(json::object{{"doc", static_cast<std::int64_t>(one.doc)},
                                   {"passages", numbers_of(one.passages)},
                                   {"pieces", numbers_of(one.pieces)}});
    return json::serialize(out);
}

Result<std::vector<Found>> answer_from(std::string_view line, Segment const& segment, std::size_t characters) {
    try {
        std::vector<Found> out;
        auto const value = json::parse(line);
        for (auto const& one : value.as_array()) out.push_back(found_from(one.as_object(), segment, characters));
        return out;
    } catch (std::exception const&) { return no_exchange(); }
}

}  // namespace anping::forensics
