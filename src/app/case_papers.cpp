// SPDX-License-Identifier: Apache-2.0
#include "case_papers.hpp"

namespace anping::app {
namespace {

constexpr char const* kCase = "case";

cases::PaperStage stage_of(official::Stage stage) {
    switch (stage) {
        case official::Stage::draft: return cases::PaperStage::draft;
        case official::Stage::issued: return cases::PaperStage::issued;
        case official::Stage::delivered: return cases::PaperStage::delivered;
        case official::Stage::voided: break;
    }
    return cases::PaperStage::voided;
}

cases::PaperDelivery delivery_of(official::DeliveryView const& one) {
    cases::PaperDelivery out;
    out.entry = one.entry;
    out.way = boost::describe::enum_to_string(one.way, "");
    out.on = one.on;
    out.effective = one.effective;
    out.receiver = one.receiver;
    out.place = one.place;
    out.note = one.note;
    for (auto const& scan : one.scans) out.scans.push_back({"送达回执", scan.file_name, scan.file.sm3});
    return out;
}

cases::Paper paper_of(official::DocumentView const& view) {
    cases::Paper out;
    out.id = view.row.id.text;
    out.kind = view.row.kind;
    out.name = view.row.name;
    out.number = view.row.number;
    out.stage = stage_of(view.row.stage);
    out.addressee_name = view.row.addressee_name;
    out.issued_on = view.row.issued_on;
    if (view.docx) out.sm3 = view.docx->sm3;
    if (view.despite) out.despite = view.despite->reason;
    for (auto const& one : view.deliveries) out.deliveries.push_back(delivery_of(one));
    return out;
}

}  // namespace

std::vector<cases::Paper> case_papers(House const& house, db::Session& session, cases::CaseId const& id,
                                      registry::BureauId const& bureau) {
    std::vector<cases::Paper> out;
    for (auto const& one : official::documents_of(session, {{kCase}, {id.text}})) {
        auto const view = house.official.document(session, one.id);
        if (view && view->row.bureau == bureau) out.push_back(paper_of(*view));
    }
    return out;
}

std::vector<std::string> lacking_steps(House const& house, db::Session& session, official::Subject const& subject,
                                       std::vector<std::string> const& needs) {
    cases::CaseId const id{subject.kind.value == kCase ? subject.id.text : std::string()};
    return house.cases.lacking(session, id, needs);
}

}  // namespace anping::app
