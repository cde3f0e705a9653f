// SPDX-License-Identifier: Apache-2.0
#include "shelves.hpp"

#include <fmt/format.h>

#include <fstream>

#include <anping/base/log.hpp>
#include <anping/crypto/digest.hpp>

namespace anping::findings {
namespace {

namespace fs = std::filesystem;

std::string digest_of(std::string_view text) {
    return crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sha256, text));
}

forensics::NewDoc doc_of(std::string name, std::string_view text) {
    forensics::NewDoc out{std::move(name), digest_of(text), text::fold(text), {}};
    out.masked.assign(out.folded.text.size(), 0);
    text::mark_tables(text, out.folded, out.masked);
    return out;
}

}  // namespace

void put_aside(fs::path const& directory) {
    for (int number = 1;; ++number) {
        auto const aside = directory.string() + fmt::format(".damaged-{}", number);
        if (fs::exists(aside)) continue;
        fs::rename(directory, aside);
        log::error("findings.corpus_put_aside", {{"to", aside}});
        return;
    }
}

Result<Shelves::Owned> Shelves::opened(std::string const& name) const {
    auto const place = directory_ / name;
    auto corpus = forensics::Corpus::open(place);
    if (corpus || !fs::exists(place)) return corpus;
    put_aside(place);
    return forensics::Corpus::open(place);
}

Result<void> Shelves::claim() {
    auto const file = directory_ / "in-use";
    std::ofstream(file, std::ios::app);
    ours_ = boost::interprocess::file_lock(file.c_str());
    if (ours_.try_lock()) return {};
    return fail(ErrorCode::unavailable, "findings.corpus_in_use",
                directory_.string() + ": another process screens here");
}

Result<void> Shelves::open(db::Session& session, TextOf const& text_of) {
    fs::create_directories(directory_);
    if (auto done = claim(); !done) return done;
    families_until_ = -1;
    struct Shelf {
        char const* name;
        Owned* corpus;
    };
    for (auto const& [name, corpus] :
         {Shelf{"reports", &reports_}, {"common", &common_}, {"violations", &violations_}}) {
        auto made = opened(name);
        if (!made) return unexpected<Error>(std::move(made.error()));
        *corpus = std::move(*made);
    }
    for (auto const& [report, document] : queries::readings(session)) {
        if (reports_->doc(document)) continue;  // two reports may be one file
        auto const text = text_of(document);
        if (!text) {
            log::warn("findings.reading_is_gone", {{"report", report.text}, {"why", text.error().text}});
            continue;
        }
        if (auto done = put(report, document, *text); !done) return unexpected<Error>(std::move(done.error()));
    }
    return refresh(session);
}

Result<forensics::DocId> Shelves::put(practice::ReportId const& report, std::string const& document,
                                      std::string_view text) {
    auto doc = doc_of(report.text, text);
    doc.sha256 = document;
    std::vector<forensics::NewDoc> docs;
    docs.push_back(std::move(doc));
    auto added = reports_->add(docs);
    if (!added) return unexpected<Error>(std::move(added.error()));
    for (;;) {
        auto merged = reports_->merge_some();
        if (!merged) {
            if (merged.error().key == "forensics.segment") put_aside(directory_ / "reports");
            return unexpected<Error>(std::move(merged.error()));
        }
        if (!*merged) break;
    }
    if (added->front() != 0) return added->front();
    auto const known = reports_->doc(document);
    return known ? known->id : 0;
}

Result<void> Shelves::put_family(queries::Family const& family) {
    auto* corpus = &common_;
    if (family.event.as == Judged::violation) corpus = &violations_;
    if (family.event.as == Judged::own_template) {
        auto& of_one = templates_[family.event.institution.text];
        if (!of_one) {
            auto made = opened("template-" + digest_of(family.event.institution.text).substr(0, 16));
            if (!made) return unexpected<Error>(std::move(made.error()));
            of_one = std::move(*made);
        }
        corpus = &of_one;
    }
    std::vector<forensics::NewDoc> docs;
    docs.push_back(doc_of(family.id.text, family.event.text.value));
    if (auto added = (*corpus)->add(docs); !added) return unexpected<Error>(std::move(added.error()));
    return (*corpus)->merge_all();
}

Result<void> Shelves::take_laws() {
    std::string name;
    std::getline(std::ifstream(directory_ / kLaws) >> std::ws, name);
    if (name == laws_name_) return {};
    auto made = forensics::Corpus::open(directory_ / name);
    if (!made) return unexpected<Error>(std::move(made.error()));
    laws_ = std::move(*made);
    editions_.emplace(forensics::kept_editions(directory_ / name, *laws_));
    laws_name_ = std::move(name);
    return {};
}

Result<void> Shelves::refresh(db::Session& session) {
    if (auto done = take_laws(); !done) return done;
    for (auto const& family : queries::families_after(session, families_until_)) {
        if (auto done = put_family(family); !done) return done;
        families_until_ = family.entry;
    }
    set_exempt();
    return {};
}

std::shared_ptr<forensics::Segment const> Shelves::whole(forensics::Corpus& corpus) {
    auto const segments = corpus.segments();
    return segments.empty() ? nullptr : segments.front();
}

void Shelves::set_exempt() {
    exempt_ = {.laws = laws_ ? whole(*laws_) : nullptr, .common = whole(*common_)};
    for (auto const& [institution, corpus] : templates_) exempt_.templates[institution] = whole(*corpus);
}

std::string Shelves::quoted_from(forensics::Quoted const& quoted, std::string const& institution) const {
    auto const* corpus = quoted.as == text::Mask::law ? &laws_ : &common_;
    if (quoted.as == text::Mask::own_template) {
        auto const found = templates_.find(institution);
        if (found == templates_.end()) return {};
        corpus = &found->second;
    }
    auto const segment = whole(**corpus);
    if (!segment) return {};
    auto const doc = (*corpus)->doc(segment->id(quoted.doc));
    return doc ? fs::path(doc->name).stem().string() : std::string();
}

}  // namespace anping::findings
