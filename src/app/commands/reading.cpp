// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

#include <iconv.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/value_from.hpp>
#include <fstream>
#include <iostream>

#include <anping/base/json.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/vault/vault.hpp>

#include "../cli.hpp"
#include "../scratch.hpp"
#include "ordered.hpp"

namespace anping::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kAtOnce = 64;  // documents a segment is first made of

Result<std::string> bytes_of(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    std::string out((std::istreambuf_iterator<char>(in)), {});
    if (!in) return fail(ErrorCode::unavailable, "app.file", file.string() + ": cannot be read");
    return out;
}

bool is_plain(std::string const& file) {
    auto const ending = fs::path(file).extension().string();
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

// Beside its name first: whoever is cut off leaves nothing that looks whole.
void keep(fs::path const& path, vault::Document const& document) {
    fs::create_directories(path.parent_path());
    auto const aside = path.string() + "." + std::to_string(::getpid());
    {
        std::ofstream out(aside, std::ios::binary | std::ios::trunc);
        out << json::serialize(json::value_from(document));
        if (!out.flush()) return;
    }
    std::error_code ignored;
    fs::rename(aside, path, ignored);
}

}  // namespace

int cannot(Error const& error) {
    std::cerr << "anping: " << error.text << '\n';
    return kCannot;
}

std::vector<std::string> files_below(std::vector<std::string> const& paths) {
    std::vector<std::string> out;
    for (auto const& path : paths) {
        if (!fs::is_directory(path)) {
            out.push_back(path);
            continue;
        }
        auto const first = static_cast<std::ptrdiff_t>(out.size());
        for (auto const& entry : fs::recursive_directory_iterator(path))
            if (entry.is_regular_file()) out.push_back(entry.path().string());
        std::sort(out.begin() + first, out.end());
    }
    return out;
}

Result<vault::Document> Reading::in_worker(std::string const& file, std::string const& sha256) const {
    auto const place = kept_.empty() ? fs::path() : kept_ / sha256.substr(0, 2) / (sha256 + ".json");
    if (!place.empty() && fs::exists(place))
        if (auto const line = bytes_of(place))
            if (auto document = vault::document_from(*line)) return document;
    Scratch const scratch("anping-figures");
    auto document = vault::document_of_file(worker_, file, scratch.path().string());
    if (document && !place.empty()) keep(place, *document);
    return document;
}

Result<Read> Reading::read(std::string const& file) const {
    auto bytes = bytes_of(file);
    if (!bytes) return unexpected<Error>(std::move(bytes.error()));
    Read out;
    out.sha256 = crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sha256, *bytes));
    if (is_plain(file)) {
        auto text = decoded(std::move(*bytes));
        if (!text) return fail(ErrorCode::invalid_input, "app.text", "neither UTF-8 nor GB18030");
        out.document.media_type = "text/plain";
        out.document.text = std::move(*text);
        return out;
    }
    auto document = in_worker(file, out.sha256);
    if (!document) return unexpected<Error>(std::move(document.error()));
    if (!document->problem.empty())
        return fail(ErrorCode::invalid_input, "app.text", "cannot be read: " + document->problem);
    out.document = std::move(*document);
    return out;
}

forensics::NewDoc doc_of(std::string const& file, Read const& read) {
    forensics::NewDoc out{fs::weakly_canonical(file).string(), read.sha256, text::fold(read.document.text), {}};
    out.masked.assign(out.folded.text.size(), 0);
    text::mark_tables(read.document.text, out.folded, out.masked);
    return out;
}

Result<std::int64_t> put_in(forensics::Corpus& corpus, Reading const& reading, std::vector<std::string> const& files,
                            std::function<void(std::string const& file, Error const* refused)> const& each) {
    std::int64_t added = 0;
    std::vector<forensics::NewDoc> docs;
    std::optional<Error> failed;
    auto const flush = [&] {
        auto const ids = corpus.add(docs);
        docs.clear();
        if (!ids) return void(failed = ids.error());
        added += static_cast<std::int64_t>(ids->size()) - std::ranges::count(*ids, forensics::DocId{0});
        for (auto more = corpus.merge_some(); !more || *more; more = corpus.merge_some())
            if (!more) return void(failed = more.error());
    };
    in_order(
        files.size(), std::max(1U, std::thread::hardware_concurrency()),
        [&](std::size_t i, std::size_t) -> Result<forensics::NewDoc> {
            return reading.read(files[i]).map([&](Read const& read) { return doc_of(files[i], read); });
        },
        [&](std::size_t i, Result<forensics::NewDoc>&& doc) {
            each(files[i], doc ? nullptr : &doc.error());
            if (!doc || failed) return;
            docs.push_back(std::move(*doc));
            if (docs.size() == kAtOnce) flush();
        });
    if (!failed) flush();
    if (failed) return unexpected<Error>(std::move(*failed));
    return added;
}

Bar::Bar(std::size_t of) : of_(of), seen_(of > 1 && ::isatty(STDERR_FILENO) == 1) {}

void Bar::step() {
    ++done_;
    if (!seen_ || (done_ % 10 != 0 && done_ != of_)) return;
    constexpr std::size_t kWidth = 40;
    auto const full = kWidth * done_ / of_;
    std::cerr << '\r' << '[' << std::string(full, '=') << std::string(kWidth - full, ' ') << "] " << done_ << " of "
              << of_ << std::flush;
}

Bar::~Bar() {
    if (seen_) std::cerr << '\n';
}

}  // namespace anping::app
