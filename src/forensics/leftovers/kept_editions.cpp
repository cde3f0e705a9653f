// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/editions.hpp>

#include <fstream>

#include <anping/base/json.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "errors.hpp"

namespace anping::forensics {
namespace {

namespace fs = std::filesystem;

fs::path file_in(fs::path const& corpus) { return corpus / "editions.jsonl"; }

void put_day(json::object& out, char const* name, std::optional<field::Date> day) {
    if (day) out[name] = field::to_string(*day);
}

std::optional<field::Date> day_in(json::object const& in, char const* name) {
    auto const* found = in.if_contains(name);
    if (found == nullptr || !found->is_string()) return std::nullopt;
    return field::parse_date(std::string_view(found->get_string()));
}

std::string text_in(json::object const& in, char const* name) {
    auto const* found = in.if_contains(name);
    return found == nullptr || !found->is_string() ? std::string() : std::string(found->get_string());
}

EditionsBySha256 read(fs::path const& file) {
    EditionsBySha256 out;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        boost::system::error_code broken;
        auto const value = json::parse(line, broken);
        if (broken || !value.is_object()) continue;
        auto const& one = value.get_object();
        out[text_in(one, "sha256")] = {text_in(one, "title"), day_in(one, "from"), day_in(one, "until"),
                                       text_in(one, "text"), day_in(one, "issued")};
    }
    return out;
}

}  // namespace

Result<void> keep_editions(fs::path const& corpus, EditionsBySha256 const& editions) {
    auto const file = file_in(corpus);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    for (auto const& [sha256, one] : editions) {
        json::object line{{"sha256", sha256}, {"title", one.title}, {"text", one.text}};
        put_day(line, "issued", one.issued);
        put_day(line, "from", one.from);
        put_day(line, "until", one.until);
        out << json::serialize(line) << '\n';
    }
    if (!out.flush()) return file_failed(file, "write", errno);
    return {};
}

std::vector<Edition> in_order_of(Corpus& corpus, EditionsBySha256 editions) {
    std::vector<Edition> out;
    auto const segments = corpus.segments();
    if (segments.empty()) return out;
    auto const& segment = *segments.front();
    out.reserve(segment.docs());
    for (std::size_t i = 0; i < segment.docs(); ++i) {
        auto const doc = corpus.doc(segment.id(i));
        auto const known = doc ? editions.find(doc->sha256) : editions.end();
        if (known != editions.end()) out.push_back(std::move(known->second));
        else out.push_back(edition_of(doc ? doc->name : std::string(), {}));
    }
    return out;
}

std::vector<Edition> kept_editions(fs::path const& directory, Corpus& corpus) {
    return in_order_of(corpus, read(file_in(directory)));
}

}  // namespace anping::forensics
