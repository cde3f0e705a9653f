// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <sstream>

#include <anping/documents/template.hpp>
#include <anping/practice/templates.hpp>

#include "errors.hpp"
#include "paper_values.hpp"
#include "queries_template.hpp"
#include "rules_template.hpp"

namespace anping::practice {
namespace {

Result<std::string> read_file(std::optional<std::string> const& path) {
    if (!path) return template_lost();
    std::ifstream in(*path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    if (!in) return template_lost();
    return std::move(out).str();
}

std::vector<PaperFieldView> fields_of(PaperShape const& shape) {
    std::vector<PaperFieldView> out;
    out.reserve(shape.fields.size());
    for (auto const& field : shape.fields) out.push_back({field.name, field.meaning, field.example, {}});
    for (auto const& list : shape.lists) {
        out.push_back({list.name, list.meaning, "", {}});
        for (auto const& field : list.columns) out.push_back({field.name, field.meaning, field.example, list.name});
    }
    return out;
}

ledger::Decided decided(std::vector<ledger::Event> events, std::string const& owner) {
    Answer answer;
    answer.id = owner;
    return {std::move(events), to_json(answer)};
}

// A refusal of the file is one of the field that names it.
Error of_upload(Error error) {
    error.fields.push_back({"/upload", error.key, error.text});
    return error;
}

}  // namespace

Result<TemplateFile> Templates::look(access::Principal const& who, SetPaperTemplate const& in) const {
    if (auto fits = template_owner(in.kind, who.unit_kind); !fits) return unexpected<Error>(fits.error());
    auto state = vault_.state(in.upload);
    if (!state || state->owner != who.account.text)
        return wrong_field("/upload", "upload", "没有这个上传，或不是您上传的");
    if (!state->blob) return wrong_field("/upload", "incomplete", "文件还没有传完");
    TemplateFile out{state->file_name, std::move(*state->blob), state->unclassified_at, {}, {}};
    if (auto fine = template_file(out.blob); !fine) return unexpected<Error>(fine.error());
    auto const bytes = read_file(vault_.path_of(out.blob.sm3));
    if (!bytes) return unexpected<Error>(bytes.error());
    if (auto admitted = documents::admit(*bytes); !admitted) return unexpected<Error>(of_upload(admitted.error()));
    auto filled = documents::fill(*bytes, sample_values(in.kind));
    if (!filled) return unexpected<Error>(of_upload(filled.error()));
    out.known = std::move(filled->known);
    out.unknown = std::move(filled->unknown);
    return out;
}

Decision Templates::set(access::Principal const& who, SetPaperTemplate in, TemplateFile file) {
    return [owner = who.unit, kind = who.unit_kind, in = std::move(in),
            file = std::move(file)](ledger::Transaction&) -> Result<ledger::Decided> {
        auto events = set_paper_template(in, owner, kind, file);
        if (!events) return unexpected<Error>(std::move(events.error()));
        return decided(std::move(*events), owner);
    };
}

Decision Templates::withdraw(access::Principal const& who, WithdrawPaperTemplate in) {
    return [owner = who.unit, kind = who.unit_kind,
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        bool const own = queries::template_in_force(tx.session(), owner, in.kind).has_value();
        auto events = withdraw_paper_template(in, owner, kind, own);
        if (!events) return unexpected<Error>(std::move(events.error()));
        return decided(std::move(*events), owner);
    };
}

std::vector<PaperTemplateView> Templates::papers(db::Session& session, access::Principal const& who) const {
    std::vector<PaperTemplateView> out;
    auto steps = queries::template_steps(session, who.unit);
    for (auto const kind : paper_kinds()) {
        if (!template_owner(kind, who.unit_kind)) continue;
        auto const& shape = shape_of(kind);
        auto& history = steps[kind];
        bool const own = !history.empty() && history.front().sm3;
        out.push_back({kind, shape.title, own, std::move(history), fields_of(shape)});
    }
    return out;
}

std::optional<PaperTemplateSet> Templates::in_force(db::Session& session, std::string const& owner,
                                                    PaperKind kind) const {
    return queries::template_in_force(session, owner, kind);
}

Result<std::string> Templates::bytes(PaperTemplateSet const& of) const {
    return read_file(vault_.path_of(of.blob.sm3));
}

}  // namespace anping::practice
