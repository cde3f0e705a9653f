// SPDX-License-Identifier: Apache-2.0
// The texts on this machine that a report is held against: reports filed before, laws, and passages that were judged.
// All but the laws is made anew from the ledger and the vault when it is lost.
#pragma once

#include <boost/interprocess/sync/file_lock.hpp>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <anping/forensics/corpus.hpp>
#include <anping/forensics/exempt.hpp>
#include <anping/forensics/quotations.hpp>

#include "queries.hpp"

namespace anping::findings {

// The file that names the directory of the laws in use, beside it: whoever adds laws makes a new one and names it here.
inline constexpr char const* kLaws = "laws";

// A directory that cannot be opened goes beside where it was: nothing that somebody may want to look at is removed.
void put_aside(std::filesystem::path const& directory);

// One thread uses one.
class Shelves {
public:
    // The text of a report that was read, by the SM3 of its reading.
    using TextOf = std::function<Result<std::string>(std::string const& document)>;

    explicit Shelves(std::filesystem::path directory) : directory_(std::move(directory)) {}

    // Opens what is there; what cannot be opened is put aside under another name and made anew. Reports of the ledger
    // that are not there are put in. Error "findings.corpus_in_use" while another process has the directory.
    Result<void> open(db::Session& session, TextOf const& text_of);
    // Takes in families judged and laws put in since.
    Result<void> refresh(db::Session& session);
    // The report is there, and is found from now on; its number. After an error they are to be opened again, and what
    // was damaged is made anew.
    Result<forensics::DocId> put(practice::ReportId const& report, std::string const& document, std::string_view text);

    forensics::Corpus& reports() noexcept { return *reports_; }
    forensics::Exempt const& exempt() const noexcept { return exempt_; }
    // What a quotation was taken from: the law as its file is called, or the family.
    std::string quoted_from(forensics::Quoted const& quoted, std::string const& institution) const;
    // Editions of the laws in use; nullptr where there are none.
    forensics::LawLibrary const* laws() const noexcept { return editions_ ? &*editions_ : nullptr; }
    forensics::Corpus& violations() noexcept { return *violations_; }

private:
    using Owned = std::unique_ptr<forensics::Corpus>;
    Result<void> claim();
    Result<Owned> opened(std::string const& name) const;
    Result<void> take_laws();
    Result<void> put_family(queries::Family const& family);
    void set_exempt();
    static std::shared_ptr<forensics::Segment const> whole(forensics::Corpus& corpus);

    std::filesystem::path directory_;
    boost::interprocess::file_lock ours_;
    Owned reports_, laws_, common_, violations_;
    std::map<std::string, Owned> templates_;  // by institution
    forensics::Exempt exempt_;
    std::optional<forensics::LawLibrary> editions_;
    std::string laws_name_;
    std::int64_t families_until_ = -1;
};

}  // namespace anping::findings
