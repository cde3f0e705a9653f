// SPDX-License-Identifier: Apache-2.0
#include <anping/determination/service.hpp>

#include <fmt/format.h>

#include "errors.hpp"
#include "queries.hpp"
#include "rules.hpp"

namespace anping::determination {
namespace {

Result<ledger::Decided> decided(Result<ledger::Event> event) {
    if (!event) return unexpected<Error>(std::move(event.error()));
    json::object answer{{"id", event->subject}};
    return ledger::Decided{{std::move(*event)}, std::move(answer)};
}

template <class Decide>
Decision on_one(DeterminationId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::state(tx.session(), id);
        if (!state) return unknown_determination();
        return decided(decide(*state, field::beijing_date(tx.now())));
    };
}

bool in_region_of(access::Principal const& who, practice::FiledReport const& report, field::Regions const& regions) {
    return report.target.authority == who.authority && regions.contains(who.region, report.target.region);
}

}  // namespace

Decision Service::open(access::Principal who, OpenDetermination in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const report = with_.reports.report(tx.session(), in.report);
        auto const law = with_.law();
        if (!report || !in_region_of(who, *report, law->regions())) return unknown_report();
        DeterminationId const id{fmt::format("RD-{:08}", tx.next_seq())};
        return decided(determination::open(in, id, who, *report, {*law, field::beijing_date(tx.now())}));
    };
}

Decision Service::judge(DeterminationId id, JudgeElement in) const {
    return on_one(std::move(id),
                  [in = std::move(in)](State const& state, field::Date) { return determination::judge(in, state); });
}

Decision Service::attach(DeterminationId id, AttachOpinion in) const {
    return [this, id = std::move(id), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (!with_.directory.has_expert(tx.session(), in.expert))
            return wrong_field("/expert", "expert", "专家库里没有这位专家");
        return on_one(
            id, [&](State const& state, field::Date today) { return determination::attach(in, state, today); })(tx);
    };
}

Decision Service::tell(DeterminationId id) const {
    return on_one(std::move(id), [law = with_.law](State const& state, field::Date today) {
        auto const books = law();
        return determination::tell(state, {*books, today});
    });
}

Decision Service::answer(DeterminationId id, AnswerDetermination in) const {
    return on_one(std::move(id),
                  [in = std::move(in)](State const& state, field::Date) { return determination::answer(in, state); });
}

Decision Service::decide(DeterminationId id, Decide in) const {
    return on_one(std::move(id), [in = std::move(in), law = with_.law](State const& state, field::Date today) {
        auto const books = law();
        return determination::decide(in, state, {*books, today});
    });
}

Decision Service::annul(DeterminationId id, Annul in) const {
    return on_one(std::move(id),
                  [in = std::move(in)](State const& state, field::Date) { return determination::annul(in, state); });
}

Result<access::Target> Service::target(db::Session& session, DeterminationId const& id) const {
    auto const state = queries::state(session, id);
    if (!state) return unknown_determination();
    access::Target out;
    out.unit = state->opened.bureau.text;
    out.region = state->opened.region;
    out.authority = state->opened.authority;
    if (state->told) out.parties = {state->opened.institution.text};
    return out;
}

std::vector<DeterminationSummary> Service::determinations(db::Session& session, access::Visibility const& sees,
                                                          std::string const& report, std::int64_t before,
                                                          std::int64_t limit) const {
    auto out = queries::determinations(session, sees, report, before, limit);
    std::vector<std::string*> names;
    names.reserve(3 * out.size());
    for (auto& row : out)
        for (auto* name : {&row.institution_name, &row.enterprise_name, &row.bureau_name}) names.push_back(name);
    with_.directory.put_names(session, names);
    return out;
}

Result<DeterminationView> Service::determination(db::Session& session, DeterminationId const& id) const {
    auto const state = queries::state(session, id);
    if (!state) return unknown_determination();
    auto out = queries::determination(session, *state).value();
    std::vector<std::string*> names{&out.summary.institution_name, &out.summary.enterprise_name,
                                    &out.summary.bureau_name};
    for (auto& opinion : out.opinions) names.push_back(&opinion.expert_name);
    with_.directory.put_names(session, names);
    for (auto& element : out.elements)
        if (element.by) element.by = with_.name_of(session, *element.by);
    auto const law = with_.law();
    if (auto due = answer_due(*state, *law)) out.answer_due = std::move(*due);
    out.in_the_way = in_the_way(*state, {*law, field::beijing_date(with_.clock.now())});
    return out;
}

Result<std::vector<Situation>> Service::situations(db::Session& session, access::Principal const& who,
                                                   practice::ReportId const& report) const {
    auto const found = with_.reports.report(session, report);
    auto const law = with_.law();
    if (!found || !in_region_of(who, *found, law->regions())) return unexpected<Error>(access::not_found());
    return determination::situations(*law, {found->target.region, found->target.authority},
                                     field::beijing_date(found->filed_at));
}

}  // namespace anping::determination
