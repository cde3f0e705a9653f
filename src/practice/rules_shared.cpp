// SPDX-License-Identifier: Apache-2.0
#include "rules_shared.hpp"

#include <fmt/format.h>

#include "contract_text.hpp"

namespace anping::practice {
namespace {

bool is_photo(Exhibit const& exhibit) { return exhibit.blob.reading.media_type.starts_with("image/"); }

}  // namespace

std::optional<Error> unknown_kind(std::vector<Exhibit> const& files, State const& state, Circumstances const& with) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (known(with.law, state, "evidence_kinds", files[i].kind.value, with.today)) continue;
        return wrong_field(fmt::format("/files/{}/kind", i), "choice", "不是已知的材料种类").value();
    }
    return std::nullopt;
}

void count(State& state, Exhibit const& exhibit, field::Date today) {
    ++state.exhibits;
    auto& kinds = state.noted["evidence.kinds"];
    if (!kinds.is_array()) kinds = json::array{};
    if (std::ranges::find(kinds.get_array(), json::value(exhibit.kind.value)) == kinds.get_array().end())
        kinds.get_array().emplace_back(exhibit.kind.value);
    if (exhibit.kind.value == kContractScan) {
        for (auto& [name, value] : noted_of_phrases(exhibit)) state.noted[name] = value;
        ++state.contract_scans;
        if (!state.contract_uploaded_on) state.contract_uploaded_on = today;
    } else if (exhibit.kind.value == "invoice") {
        ++state.invoices;
    } else if (is_photo(exhibit)) {
        ++state.photos;
    }
}

Events evidence_events(State const& state, std::vector<Exhibit> const& files, std::optional<SurveyId> const& survey,
                       Judgement const& judgement, std::int64_t first_seq, bool of_institution) {
    Events out;
    for (auto const& file : files) {
        EvidenceAttached attached;
        attached.evidence = {fmt::format("E-{:08}", first_seq + static_cast<std::int64_t>(out.size()))};
        attached.survey = survey;
        attached.exhibit = file;
        attached.of_institution = of_institution;
        // The law's view after all files of the change stands in the last of them only.
        if (out.size() + 1 == files.size()) attached.judgement = judgement;
        out.push_back(ledger::event(state.id.text, attached));
    }
    return out;
}

void append(Events& to, Events more) {
    for (auto& event : more) to.push_back(std::move(event));
}

std::optional<Error> stranger_among(std::vector<registry::PersonId> const& named, People const& people,
                                    State const& state, std::string const& pointer) {
    for (std::size_t i = 0; i < named.size(); ++i) {
        bool const ours = std::ranges::any_of(people, [&](registry::PersonView const& person) {
            return person.id == named[i] && person.institution == state.institution;
        });
        if (!ours) return wrong_field(fmt::format("{}/{}", pointer, i), "person", "应为本机构登记的人员").value();
    }
    return std::nullopt;
}

}  // namespace anping::practice
