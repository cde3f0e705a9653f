// SPDX-License-Identifier: Apache-2.0
#include <anping/inspection/service.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "queries.hpp"
#include "service_change.hpp"

namespace anping::inspection {
namespace {

// A change of one inspection: its state is loaded, the rule decides.
template <class Decide>
Decision on_inspection(InspectionId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::state(tx.session(), id);
        if (!state) return unknown_inspection();
        return decided(decide(*state, tx));
    };
}

}  // namespace

Result<Exhibits> exhibits_of(vault::Vault const& vault, access::Principal const& who,
                             std::vector<practice::AttachFile> const& files, std::string const& at) {
    Exhibits out;
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto state = vault.state(files[i].upload);
        auto const pointer = fmt::format("{}/{}/upload", at, i);
        if (!state || state->owner != who.account.text)
            return wrong_field(pointer, "upload", "没有这个上传，或不是您上传的");
        if (!state->blob) return wrong_field(pointer, "incomplete", "文件还没有传完");
        out.push_back(
            {files[i].kind, state->file_name, std::move(*state->blob), files[i].captured_at, state->unclassified_at});
    }
    return out;
}

Result<Exhibits> Service::exhibits(access::Principal const& who, std::vector<practice::AttachFile> const& files,
                                   std::string const& at) const {
    return exhibits_of(with_.vault, who, files, at);
}

std::optional<DrawKnown> Service::draw_of(db::Session& session, PlanInspection const& in,
                                          std::optional<registry::InstitutionId> const& institution) const {
    if (!with_.draw || in.origin.kind != OriginKind::draw || !in.origin.reference) return std::nullopt;
    return with_.draw(session, in.origin.reference->value, institution);
}

Decision Service::plan(access::Principal who, PlanInspection in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto& session = tx.session();
        Grounds with{{fmt::format("JC-{:08}", tx.next_seq())},
                     who,
                     with_.directory.officers_of(session, {who.unit}, in.planned_from)};
        if (in.project) {
            auto found = with_.projects.facts_of(session, {*in.project});
            if (!found.empty()) with.project = std::move(found.front());
        }
        with.draw = draw_of(session, in, with.project ? std::optional(with.project->institution) : in.institution);
        with.institution = in.institution && with_.directory.institution(session, *in.institution);
        with.enterprise = in.enterprise && with_.directory.enterprise(session, *in.enterprise);
        with.experts =
            std::ranges::all_of(in.experts, [&](auto const& id) { return with_.directory.has_expert(session, id); });
        return decided(inspection::plan(in, with));
    };
}

Decision Service::approve(InspectionId id, ApproveInspection in) const {
    return on_inspection(std::move(id), [in = std::move(in)](State const& state, ledger::Transaction&) {
        return inspection::approve(in, state);
    });
}

Decision Service::call_off(InspectionId id, CallOffInspection in) const {
    return on_inspection(std::move(id), [in = std::move(in)](State const& state, ledger::Transaction&) {
        return inspection::call_off(in, state);
    });
}

Decision Service::begin(InspectionId id, BeginVisit in) const {
    return on_inspection(std::move(id), [this, in = std::move(in)](State const& state, ledger::Transaction& tx) {
        auto const officers = with_.directory.officers_of(tx.session(), state.task.bureau, in.on);
        auto const law = with_.law();
        auto const draw = draw_of(tx.session(), state.task.content, state.task.content.institution);
        return inspection::begin(in, state, officers, Book(*law, state.place(), in.on), day_of(tx), draw);
    });
}

Decision Service::answer_items(access::Principal who, InspectionId id, AnswerItems in) const {
    return on_inspection(
        std::move(id),
        [this, who = std::move(who), in = std::move(in)](State const& state, ledger::Transaction&) -> Result<Events> {
            std::vector<ItemExhibit> files;
            for (std::size_t i = 0; i < in.files.size(); ++i) {
                auto one = exhibits(who, {in.files[i].file}, fmt::format("/files/{}/file", i));
                if (!one) return unexpected<Error>(std::move(one.error()));
                files.push_back({in.files[i].item, std::move(one->front())});
            }
            return inspection::answer_items(in, state, std::move(files));
        });
}

Decision Service::find_problem(access::Principal who, InspectionId id, FindProblem in) const {
    return on_inspection(std::move(id),
                         [this, who = std::move(who), in = std::move(in)](State const& state,
                                                                          ledger::Transaction& tx) -> Result<Events> {
                             auto files = exhibits(who, in.files, "/files");
                             if (!files) return unexpected<Error>(std::move(files.error()));
                             auto const law = with_.law();
                             Book const book(*law, state.place(), state.visit ? state.visit->content.on : day_of(tx));
                             return inspection::find_problem(in, state, book, std::move(*files));
                         });
}

Decision Service::withdraw_problem(InspectionId id, WithdrawProblem in) const {
    return on_inspection(std::move(id), [in = std::move(in)](State const& state, ledger::Transaction&) {
        return inspection::withdraw_problem(in, state);
    });
}

Decision Service::record_refusal(access::Principal who, InspectionId id, RecordRefusal in) const {
    return on_inspection(
        std::move(id),
        [this, who = std::move(who), in = std::move(in)](State const& state, ledger::Transaction&) -> Result<Events> {
            auto files = exhibits(who, in.files, "/files");
            if (!files) return unexpected<Error>(std::move(files.error()));
            return inspection::record_refusal(in, state, std::move(*files));
        });
}

Decision Service::sign(access::Principal who, InspectionId id, SignResult in) const {
    return on_inspection(std::move(id),
                         [this, who = std::move(who), in = std::move(in)](State const& state,
                                                                          ledger::Transaction& tx) -> Result<Events> {
                             auto files = exhibits(who, in.files, "/files");
                             if (!files) return unexpected<Error>(std::move(files.error()));
                             auto const officers =
                                 with_.directory.officers_of(tx.session(), state.task.bureau, day_of(tx));
                             return inspection::sign(in, state, officers, who, std::move(*files));
                         });
}

Decision Service::close(InspectionId id, CloseInspection in) const {
    return on_inspection(std::move(id), [this, in = std::move(in)](State const& state, ledger::Transaction& tx) {
        auto const law = with_.law();
        auto const day = state.visit ? state.visit->content.on : day_of(tx);
        return inspection::close(in, state, Book(*law, state.place(), day));
    });
}

Decision Service::acknowledge(InspectionId id, AcknowledgeResult in) const {
    return on_inspection(std::move(id), [in = std::move(in)](State const& state, ledger::Transaction&) {
        return inspection::acknowledge(in, state);
    });
}

Decision Service::make_statement(access::Principal who, InspectionId id, MakeStatement in) const {
    return on_inspection(
        std::move(id),
        [this, who = std::move(who), in = std::move(in)](State const& state, ledger::Transaction&) -> Result<Events> {
            auto files = exhibits(who, in.files, "/files");
            if (!files) return unexpected<Error>(std::move(files.error()));
            return inspection::make_statement(in, state, std::move(*files));
        });
}

}  // namespace anping::inspection
