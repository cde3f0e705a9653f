// SPDX-License-Identifier: Apache-2.0
// What an inspection's page shows besides the task itself.
#include <algorithm>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

#include "queries.hpp"

namespace anping::inspection::queries {
namespace {

using MaybeText = std::optional<std::string>;

template <class T>
T read(std::string const& body) {
    return from_trusted_json<T>(json::parse(body));
}

void add_checklist(db::Session& session, InspectionId const& id, State const& state, Kept& to) {
    if (!state.visit) return;
    std::map<std::string, std::size_t> place;
    for (auto const& listed : state.visit->checklist) {
        place.emplace(listed.item, to.checklist.size());
        to.checklist.push_back({listed, {}, {}, {}});
    }
    session.each<std::string, ItemResult, MaybeText>(
        "SELECT item, result, words FROM inspection_item WHERE inspection = :id", {id},
        [&](auto item, auto result, auto words) {
            auto& view = to.checklist.at(place.at(item));
            view.result = result;
            view.words = std::move(words);
        });
    session.each<std::string, std::string>(
        "SELECT item, body FROM inspection_item_file WHERE inspection = :id ORDER BY entry, place", {id},
        [&](auto item, auto body) { to.checklist.at(place.at(item)).files.push_back(read<practice::Exhibit>(body)); });
}

void add_problems(db::Session& session, InspectionId const& id, Kept& to) {
    session.each<std::int64_t, std::string, MaybeText>(
        "SELECT number, body, withdrawn FROM inspection_problem WHERE inspection = :id ORDER BY number", {id},
        [&](auto number, auto body, auto withdrawn) {
            auto in = read<ProblemFound>(body);
            ProblemView view{number, {}, std::move(in.fact.value), std::move(in.citation), std::move(in.files)};
            if (in.item) view.item = std::move(in.item->value);
            view.withdrawn = std::move(withdrawn);
            to.problems.push_back(std::move(view));
        });
    session.each<std::int64_t, Timestamp, std::string>(
        "SELECT problem, at, body FROM inspection_statement WHERE inspection = :id ORDER BY entry", {id},
        [&](auto problem, auto at, auto body) {
            auto in = read<StatementMade>(body);
            auto const found = std::ranges::find(to.problems, problem, &ProblemView::number);
            if (found != to.problems.end())
                found->statements.push_back({std::move(in.words.value), std::move(in.files), at});
        });
}

}  // namespace

void add_parts(db::Session& session, InspectionId const& id, State const& state, Kept& to) {
    add_checklist(session, id, state, to);
    add_problems(session, id, to);
    session.each<std::string, Timestamp, SignWay, MaybeText>(
        "SELECT signer, at, way, words FROM inspection_signature WHERE inspection = :id", {id},
        [&](auto signer, auto at, auto way, auto words) {
            to.signatures.emplace(std::move(signer), CheckedSigned{way, std::move(words), at});
        });
    session.each<OrderId>("SELECT id FROM inspection_order WHERE inspection = :id ORDER BY entry", {id},
                          [&](auto order) { to.orders.push_back(std::move(order)); });
}

}  // namespace anping::inspection::queries
