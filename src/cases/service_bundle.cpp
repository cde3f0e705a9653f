// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include <anping/base/json.hpp>
#include <anping/cases/service.hpp>
#include <anping/ledger/receipts.hpp>

#include "bundle_text.hpp"
#include "errors.hpp"
#include "queries.hpp"

namespace anping::cases {
namespace {

// What the entries name: files by their SM3, personal values by their refs.
struct Named {
    std::set<std::string> files;
    std::set<std::string> refs;
    std::int64_t later = 0;
};

bool is_file(json::string_view key) { return key == "file" || key == "sm3"; }

void look_into(json::value const& value, Named& named) {
    constexpr std::size_t kHex = 64;
    if (auto const* array = value.if_array())
        for (auto const& one : *array) look_into(one, named);
    auto const* object = value.if_object();
    if (object == nullptr) return;
    for (auto const& [key, one] : *object) {
        auto const* text = one.if_string();
        if (text != nullptr && is_file(key) && text->size() == kHex) named.files.emplace(*text);
        if (text != nullptr && key == "ref" && object->contains("digest")) named.refs.emplace(*text);
        look_into(one, named);
    }
}

void look_into(db::Session& session, std::string const& subject, std::int64_t below, Named& named) {
    constexpr std::int64_t kPage = 1000;
    std::vector<ledger::EntryView> page;
    for (std::int64_t after = -1;; after = page.back().seq) {
        page = ledger::entries_about(session, subject, after, kPage);
        for (auto const& entry : page) {
            if (entry.seq < below) look_into(json::parse(entry.body), named);
            else ++named.later;
        }
        if (std::ssize(page) < kPage) return;
    }
}

}  // namespace

Result<Bundle> Service::bundle(db::Session& session, CaseId const& id, std::int64_t below) const {
    auto const found = view(session, id);
    if (!found) return unexpected<Error>(found.error());
    Bundle out;
    out.subjects = {id.text};
    Named own;
    look_into(session, id.text, below, own);
    std::vector<Paper> papers;
    if (with_.papers) papers = with_.papers(session, id, found->summary.bureau);
    std::erase_if(papers, [&](Paper const& one) {
        if (one.stage == PaperStage::draft) return true;
        auto const first = ledger::entries_about(session, one.id, -1, 1);
        return first.empty() || first.front().seq >= below;
    });
    Named theirs;
    for (auto const& one : papers) {
        out.subjects.push_back(one.id);
        look_into(session, one.id, below, theirs);
    }
    for (auto const* named : {&own, &theirs})
        out.files.insert(out.files.end(), named->files.begin(), named->files.end());
    // What a document says of people stands in its file; the names in the case's own entries are opened.
    std::vector<std::string> const refs(own.refs.begin(), own.refs.end());
    for (auto& [ref, opening] : with_.personal.open(session, refs)) out.openings.push_back(std::move(opening));
    out.index = bundle_text(*found, papers, own.later + theirs.later);
    return out;
}

}  // namespace anping::cases
