// SPDX-License-Identifier: Apache-2.0
#include "corpus.hpp"

#include <iconv.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <anping/base/json.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/vault/vault.hpp>

#include "../cli.hpp"
#include "../commands.hpp"

namespace anping::app {
namespace {

constexpr std::size_t kAtOnce = 64;  // documents a segment is first made of

Result<std::string> bytes_of(std::string const& file) {
    std::ifstream in(file, std::ios::binary);
    std::string out((std::istreambuf_iterator<char>(in)), {});
    if (!in) return fail(ErrorCode::unavailable, "app.file", file + ": cannot be read");
    return out;
}

bool is_plain(std::string const& file) {
    auto const ending = std::filesystem::path(file).extension().string();
    return ending == ".txt" || ending == ".md";
}

// UTF-8 as it is; else what it says in GB18030. Nothing when it is neither.
std::optional<std::string> decoded(std::string bytes) {
    for (auto const* const from : {"UTF-8", "GB18030"}) {
        auto const converter = ::iconv_open("UTF-8", from);
        // NOLINTNEXTLINE(performance-no-int-to-ptr): how iconv says that it cannot
        if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
        std::string out(bytes.size() * 2 + 4, '\0');
        auto* in = bytes.data();
        auto in_left = bytes.size();
        auto* to = out.data();
        auto to_left = out.size();
        auto const failed = ::iconv(converter, &in, &in_left, &to, &to_left) == static_cast<std::size_t>(-1);
        ::iconv_close(converter);
        if (failed) continue;
        out.resize(out.size() - to_left);
        return out;
    }
    return std::nullopt;
}

int add(Config const& config, forensics::Corpus& corpus, CorpusCommand const& command) {
    std::int64_t added = 0;
    std::int64_t known = 0;
    json::array refused;
    std::vector<forensics::NewDoc> docs;
    auto const flush = [&]() -> Result<void> {
        auto const ids = corpus.add(docs);
        if (!ids) return unexpected<Error>(ids.error());
        auto const there = std::ranges::count(*ids, forensics::DocId{0});
        known += there;
        added += static_cast<std::int64_t>(ids->size()) - there;
        docs.clear();
        for (auto more = corpus.merge_some();; more = corpus.merge_some()) {
            if (!more) return unexpected<Error>(more.error());
            if (!*more) return {};
        }
    };
    for (auto const& file : files_below(command.files)) {
        auto read = read_doc(config.worker, file);
        if (!read) {
            refused.push_back(json::object{{"file", file}, {"reason", read.error().text}});
            continue;
        }
        docs.push_back(std::move(read->doc));
        if (docs.size() < kAtOnce) continue;
        if (auto done = flush(); !done) return cannot(done.error());
    }
    if (auto done = flush(); !done) return cannot(done.error());
    if (command.json) {
        std::cout << json::serialize(json::object{{"added", added}, {"known", known}, {"refused", refused}}) << '\n';
    } else {
        std::cout << added << " added, " << known << " known already, " << refused.size() << " refused\n";
        for (auto const& one : refused)
            std::cout << one.at("file").as_string().c_str() << ": " << one.at("reason").as_string().c_str() << '\n';
    }
    return refused.empty() ? kOk : kFound;
}

int stat(forensics::Corpus& corpus, bool json) {
    auto const size = corpus.size();
    if (json) {
        std::cout << json::serialize(json::object{{"docs", size.docs},
                                                  {"characters", size.characters},
                                                  {"segments", size.segments},
                                                  {"index_bytes", size.index_bytes},
                                                  {"text_bytes", size.text_bytes}})
                  << '\n';
    } else {
        std::cout << size.docs << " documents, " << size.characters << " characters, " << size.segments
                  << " segments; index " << size.index_bytes << " bytes, texts " << size.text_bytes << " bytes\n";
    }
    return kOk;
}

}  // namespace

int cannot(Error const& error) {
    std::cerr << "anping: " << error.text << '\n';
    return kCannot;
}

std::vector<std::string> files_below(std::vector<std::string> const& paths) {
    std::vector<std::string> out;
    for (auto const& path : paths) {
        if (!std::filesystem::is_directory(path)) {
            out.push_back(path);
            continue;
        }
        auto const first = static_cast<std::ptrdiff_t>(out.size());
        for (auto const& entry : std::filesystem::recursive_directory_iterator(path))
            if (entry.is_regular_file()) out.push_back(entry.path().string());
        std::sort(out.begin() + first, out.end());
    }
    return out;
}

Result<std::string> text_of(std::string const& worker, std::string const& file) {
    if (!is_plain(file)) return vault::text_of_file(worker, file);
    auto bytes = bytes_of(file);
    if (!bytes) return unexpected<Error>(std::move(bytes.error()));
    auto text = decoded(std::move(*bytes));
    if (!text) return fail(ErrorCode::invalid_input, "app.text", "neither UTF-8 nor GB18030");
    return std::move(*text);
}

Result<Read> read_doc(std::string const& worker, std::string const& file) {
    auto bytes = bytes_of(file);
    if (!bytes) return unexpected<Error>(std::move(bytes.error()));
    auto text = text_of(worker, file);
    if (!text) return unexpected<Error>(std::move(text.error()));
    Read out;
    out.text = std::move(*text);
    out.doc.name = std::filesystem::weakly_canonical(file).string();
    out.doc.sha256 = crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sha256, *bytes));
    text::fold(out.text, out.doc.folded);
    text::mark_tables(out.text, out.doc.folded, out.doc.masked);
    return out;
}

int corpus_command(Config const& config, CorpusCommand const& command) {
    auto const corpus = forensics::Corpus::open(command.directory);
    if (!corpus) return cannot(corpus.error());
    if (command.action == "add") return add(config, **corpus, command);
    if (command.action == "stat") return stat(**corpus, command.json);
    auto const done = command.action == "merge" ? (*corpus)->merge_all() : (*corpus)->verify();
    if (!done) {
        std::cerr << "anping: " << done.error().text << '\n';
        return command.action == "merge" ? kCannot : kFound;
    }
    return stat(**corpus, command.json);
}

}  // namespace anping::app
