// SPDX-License-Identifier: Apache-2.0
// Tables taken in: read, judged row by row, and either shown or recorded.
#include <algorithm>
#include <iterator>

#include <anping/registry/service.hpp>
#include <anping/registry/sheet_preview.hpp>
#include <anping/rulebook/catalogue.hpp>

#include "errors.hpp"
#include "queries.hpp"
#include "sheet_fields.hpp"
#include "sheet_judges.hpp"

namespace anping::registry {
namespace {

Choices choices_of(rulebook::Law const& law, std::string const& catalogue, field::Date day) {
    Choices out;
    for (auto& [code, name] : rulebook::catalogue_names(law.catalogue(catalogue, {{"000000"}}, day)))
        out.emplace_back(std::move(name), std::move(code));
    return out;
}

// A kind's table at one moment: its columns, and what its rows are judged by.
struct Desk {
    std::vector<documents::Field> fields;
    std::unique_ptr<Judge> judge;
};

Desk desk_for(db::Session& session, SheetQuestion const& question, std::shared_ptr<rulebook::Law const> law,
              ledger::Personal const& personal, Timestamp now, KeepName keep) {
    auto const today = field::beijing_date(now);
    if (question.kind == SheetKind::enterprises) {
        auto fields = enterprise_fields(law->regions(), choices_of(*law, "industries", today));
        auto const known = [&session](std::string const& code) {
            return queries::enterprise_code_taken(session, code);
        };
        return {std::move(fields), judge_of_enterprises(known, question.may, std::move(law), today)};
    }
    if (question.kind == SheetKind::experts) {
        auto const pool = bureau_of(question.bureau.region, question.bureau.authority);
        return {expert_fields(), judge_of_experts(queries::pool(session, pool, today, personal), question.bureau, today,
                                                  std::move(keep))};
    }
    auto const branches = queries::branches(session, question.institution, today, law->regions());
    Choices choices;
    for (auto const& branch : branches) choices.emplace_back(branch.name, branch.id.text);
    if (question.kind == SheetKind::instruments)
        return {
            instrument_fields(choices),
            judge_of_instruments(question.institution, queries::instruments(session, question.institution), branches)};
    return {person_fields(choices),
            judge_of_people(question.institution, queries::people(session, question.institution, personal), branches,
                            std::move(keep))};
}

// What was not understood is said once, and is not missing besides.
Judged judged(Judge& judge, documents::TakenRow const& row, std::int64_t seq) {
    if (row.problems.empty()) return judge.judge(row.values, row.number, seq);
    auto problems = row.problems;
    for (auto& one : judge.problems(row.values))
        if (std::ranges::none_of(row.problems, [&](auto const& known) { return known.pointer == one.pointer; }))
            problems.push_back(std::move(one));
    return {RowState::wrong, "", std::move(problems), {}};
}

}  // namespace

Decision Service::take_in_sheet(SheetQuestion question) const {
    return [this, question = std::move(question)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const keep = [&](std::string const& subject, std::string const& name) {
            return personal_.put(tx, subject, "name", name);
        };
        auto const desk = desk_for(tx.session(), question, law_(), personal_, tx.now(), keep);
        auto const taken = documents::take_in(desk.fields, question.table);
        if (!taken) return unexpected<Error>(taken.error());
        SheetDone done;
        std::vector<ledger::Event> events;
        for (auto const& row : taken->rows) {
            auto one = judged(*desk.judge, row, tx.next_seq() + static_cast<std::int64_t>(events.size()));
            count(one.state, done);
            std::ranges::move(one.events, std::back_inserter(events));
        }
        return ledger::Decided{std::move(events), to_json(done)};
    };
}

Result<SheetPreview> Service::preview_sheet(db::Session& session, SheetQuestion const& question, Timestamp now) const {
    auto const desk = desk_for(session, question, law_(), personal_, now,
                               [](auto const&, auto const&) { return ledger::Commitment{}; });
    auto const taken = documents::take_in(desk.fields, question.table);
    if (!taken) return unexpected<Error>(taken.error());
    std::vector<SheetOutcome> outcomes;
    for (auto const& row : taken->rows) {
        auto one = judged(*desk.judge, row, 0);
        outcomes.push_back({one.state, std::move(one.note), std::move(one.problems)});
    }
    return preview_of(title_of(question.kind), desk.fields, *taken, outcomes, now);
}

std::map<std::string, std::string> Service::names_in(std::string const& catalogue, field::Date day) const {
    auto const names = rulebook::catalogue_names(law_()->catalogue(catalogue, {{"000000"}}, day));
    return {names.begin(), names.end()};
}

std::string Service::blank_sheet(db::Session& session, SheetKind kind, InstitutionId const& institution,
                                 Timestamp now) const {
    auto const desk = desk_for(session, {.kind = kind, .institution = institution}, law_(), personal_, now, {});
    return documents::blank_table(title_of(kind), desk.fields, notes_of(kind), now);
}

}  // namespace anping::registry
