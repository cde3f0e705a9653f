// SPDX-License-Identifier: Apache-2.0
#include "step_papers.hpp"

#include <algorithm>

#include <anping/rulebook/catalogue.hpp>

#include "errors.hpp"
#include "step_order.hpp"

namespace anping::cases {
namespace {

using rulebook::Kind;

std::optional<StepKind> step_named(std::string const& code) {
    StepKind out{};
    return boost::describe::enum_from_string(code.c_str(), out) ? std::optional(out) : std::nullopt;
}

std::string code_of(StepKind kind) { return boost::describe::enum_to_string(kind, ""); }

std::vector<std::string> texts_in(json::object const& body, char const* key) {
    std::vector<std::string> out;
    if (auto const* found = body.if_contains(key))
        for (auto const& one : found->as_array()) out.emplace_back(one.as_string());
    return out;
}

PaperForm const* form_of(std::vector<PaperForm> const& forms, std::string const& kind) {
    auto const found = std::ranges::find_if(forms, [&](PaperForm const& one) { return one.kind.kind == kind; });
    return found == forms.end() ? nullptr : &*found;
}

bool is_issued(Paper const& one) { return one.stage == PaperStage::issued || one.stage == PaperStage::delivered; }

void tell_steps(std::vector<Paper>& papers, State const& state, std::vector<PaperForm> const& forms) {
    for (auto& paper : papers) {
        auto const* form = form_of(forms, paper.kind);
        if (form != nullptr && paper.stage != PaperStage::voided) paper.delivered_as = form->delivered_as;
        for (auto& delivery : paper.deliveries)
            for (auto const& step : state.steps)
                if (step.paper && step.paper->document == paper.id && step.paper->delivery == delivery.entry)
                    delivery.step = step.number;
    }
}

std::vector<Document> written_in(State const& state, std::string const& step) {
    if (step == kOpened) return state.opened.documents;
    auto const kind = step_named(step);
    if (kind == StepKind::decision) return state.decision ? state.decision->documents : std::vector<Document>();
    std::vector<Document> out;
    for (auto const& one : state.steps)
        if (one.kind == kind) out.insert(out.end(), one.documents.begin(), one.documents.end());
    return out;
}

std::optional<field::Date> recorded_on(State const& state, std::string const& step) {
    if (step == kOpened) return state.opened.opened_on;
    auto const kind = step_named(step);
    return kind ? state.day_of(*kind) : std::nullopt;
}

// Of several steps a kind belongs to, the one that was taken.
std::string step_of(PaperForm const& form, State const& state) {
    for (auto const& step : form.steps)
        if (recorded_on(state, step)) return step;
    return form.steps.empty() ? std::string() : form.steps.front();
}

bool is_file_of(Document const& document, std::vector<Paper> const& papers) {
    return std::ranges::any_of(papers, [&](Paper const& one) {
        return (one.sm3 && document.file == one.sm3) || (one.number && document.number == *one.number);
    });
}

StepPapers row_of(std::string step, State const& state, std::vector<Paper> const& papers,
                  std::vector<PaperForm> const& forms) {
    StepPapers out;
    out.on = recorded_on(state, step);
    for (auto const& form : forms)
        if (std::ranges::find(form.steps, step) != form.steps.end()) out.kinds.push_back(form.kind);
    for (auto const& paper : papers)
        if (auto const* form = form_of(forms, paper.kind); form != nullptr && step_of(*form, state) == step)
            out.papers.push_back(paper);
    for (auto& document : written_in(state, step))
        if (!is_file_of(document, papers)) out.written.push_back(std::move(document));
    out.missing = out.on && !out.kinds.empty() && out.written.empty() && std::ranges::none_of(out.papers, is_issued);
    out.step = std::move(step);
    return out;
}

}  // namespace

std::vector<PaperForm> paper_forms(State const& state, Law const& law) {
    std::vector<PaperForm> out;
    auto const place = state.place();
    for (auto const& [code, name] :
         rulebook::catalogue_names(law.books.catalogue("document_kinds", place, law.today))) {
        auto const* clause = law.books.find(Kind::form, "document_" + code, place, law.today);
        if (clause == nullptr) continue;
        PaperForm form{{code, name}, texts_in(clause->body, "steps")};
        if (auto const* delivered = clause->body.if_contains("delivered"))
            form.delivered_as = step_named(std::string(delivered->as_string()));
        out.push_back(std::move(form));
    }
    return out;
}

PapersView papers_of(State const& state, std::vector<Paper> papers, std::vector<PaperForm> const& forms,
                     std::vector<StepKind> const& next) {
    tell_steps(papers, state, forms);
    PapersView out;
    std::vector<std::string> order{kOpened};
    for (auto const kind : steps_in_order()) order.push_back(code_of(kind));
    for (auto const& step : order) {
        auto row = row_of(step, state, papers, forms);
        bool const soon = std::ranges::any_of(next, [&](StepKind kind) { return code_of(kind) == step; });
        if (!row.kinds.empty() && (row.on || soon || !row.papers.empty())) out.steps.push_back(std::move(row));
    }
    for (auto& paper : papers) {
        auto const* form = form_of(forms, paper.kind);
        if (form == nullptr || form->steps.empty()) out.others.push_back(std::move(paper));
    }
    return out;
}

std::vector<std::string> lacking(State const* state, std::vector<std::string> const& steps) {
    std::vector<std::string> out;
    for (auto const& code : steps) {
        if (state != nullptr && recorded_on(*state, code)) return {};
        auto const kind = step_named(code);
        out.emplace_back(kind ? words(*kind) : code == kOpened ? std::string_view("立案") : std::string_view(code));
    }
    return out;
}

Result<void> take_paper(Service::With const& with, db::Session& session, State const& state, RecordStep const& in,
                        Noted& to) {
    if (!in.paper) return {};
    auto const papers = with.papers ? with.papers(session, state.id, state.opened.bureau) : std::vector<Paper>();
    auto const paper = std::ranges::find(papers, in.paper->document.value, &Paper::id);
    if (paper == papers.end() || !is_issued(*paper))
        return wrong_field("/paper/document", "paper", "本案没有这份文书，或者还没有签发、已经作废");
    to.paper = PaperNoted{paper->id, paper->kind, paper->number, paper->sm3, {}, {}};
    to.documents.push_back({paper->name, paper->number.value_or(paper->id), paper->sm3});
    if (!in.paper->delivery) return {};
    auto const delivery = std::ranges::find(paper->deliveries, *in.paper->delivery, &PaperDelivery::entry);
    if (delivery == paper->deliveries.end()) return wrong_field("/paper/delivery", "delivery", "这份文书没有这次送达");
    to.paper->delivery = delivery->entry;
    to.paper->delivered_on = delivery->effective;
    to.documents.insert(to.documents.end(), delivery->scans.begin(), delivery->scans.end());
    return {};
}

}  // namespace anping::cases
