// SPDX-License-Identifier: Apache-2.0
#include <anping/official/projection.hpp>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/official/events.hpp>
#include <anping/official/views.hpp>

namespace anping::official {
namespace {

using db::sql;

char const* const kSchema = R"sql(
CREATE TABLE official_document (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, bureau TEXT NOT NULL, region TEXT NOT NULL,
    authority TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, addressee_kind TEXT NOT NULL,
    addressee TEXT NOT NULL, shown_to TEXT, stage TEXT NOT NULL, contents TEXT NOT NULL, word TEXT, year BIGINT,
    serial BIGINT, number TEXT, drafted_at BIGINT NOT NULL, drafted_by TEXT NOT NULL, issued_on TEXT, issued_by TEXT,
    issued_entry BIGINT, code TEXT, docx_sm3 TEXT, docx_sha256 TEXT, issued TEXT, pdf_sm3 TEXT, pdf_sha256 TEXT,
    pdf TEXT, delivered_on TEXT, awaits TEXT, voided TEXT, despite TEXT, entry BIGINT NOT NULL, version BIGINT NOT NULL);
CREATE UNIQUE INDEX official_document_number ON official_document (bureau, word, year, serial);
CREATE UNIQUE INDEX official_document_code ON official_document (code);
CREATE INDEX official_document_entry ON official_document (entry);
CREATE INDEX official_document_region ON official_document (region, entry);
CREATE INDEX official_document_shown ON official_document (shown_to, entry);
CREATE INDEX official_document_subject ON official_document (subject_kind, subject_id);
CREATE INDEX official_document_docx ON official_document (docx_sm3);
CREATE INDEX official_document_docx2 ON official_document (docx_sha256);
CREATE INDEX official_document_pdf ON official_document (pdf_sm3);
CREATE INDEX official_document_pdf2 ON official_document (pdf_sha256);
CREATE TABLE official_delivery (
    document TEXT NOT NULL, entry BIGINT NOT NULL, account TEXT NOT NULL, body TEXT NOT NULL, confirmed_at BIGINT,
    PRIMARY KEY (document, entry));
CREATE TABLE official_template (
    bureau TEXT NOT NULL, kind TEXT NOT NULL, entry BIGINT NOT NULL, own BIGINT NOT NULL, at BIGINT NOT NULL,
    account TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (bureau, kind, entry));
CREATE TABLE official_bureau (bureau TEXT PRIMARY KEY, short_name TEXT NOT NULL);
CREATE TABLE official_consent (
    bureau TEXT NOT NULL, party TEXT NOT NULL, entry BIGINT NOT NULL, kind TEXT NOT NULL, given_at BIGINT NOT NULL,
    by_bureau BIGINT NOT NULL, paper TEXT, withdrawn_at BIGINT, PRIMARY KEY (bureau, party, entry));
)sql";

struct Act {
    db::Session& session;
    ledger::Entry const& entry;
    std::string const& id() const { return entry.event.subject; }
};

void drafted(Act const& act) {
    auto const in = ledger::data_of<DocumentDrafted>(act.entry);
    act.session.exec(
        "INSERT INTO official_document (id, kind, name, bureau, region, authority, subject_kind, subject_id, "
        "addressee_kind, addressee, stage, contents, drafted_at, drafted_by, entry, version) VALUES (:id, :kind, "
        ":name, :bureau, :region, :authority, :skind, :sid, :akind, :addressee, :stage, :contents, :at, :by, :entry, "
        "1)",
        {act.id(), in.kind, in.name, in.bureau, in.region.digits, sql(in.authority), in.subject.kind.value,
         in.subject.id.text, sql(in.addressee.kind), in.addressee.id.value, sql(Stage::draft), in.contents.ref,
         act.entry.at, act.entry.actor.account, act.entry.seq});
}

void revised(Act const& act) {
    auto const in = ledger::data_of<DocumentRevised>(act.entry);
    act.session.exec(
        "UPDATE official_document SET addressee_kind = :kind, addressee = :addressee, contents = :contents, version = "
        "version + 1 WHERE id = :id",
        {sql(in.addressee.kind), in.addressee.id.value, in.contents.ref, act.id()});
}

// A part of the number, or NULL where the kind has none.
template <class T>
db::Value part(std::optional<Number> const& number, T Number::* member) {
    return number ? db::Value((*number).*member) : db::Value(nullptr);
}

void issued(Act const& act) {
    auto const in = ledger::data_of<DocumentIssued>(act.entry);
    auto const& number = in.number;
    act.session.exec(
        "UPDATE official_document SET stage = :stage, word = :word, year = :year, serial = :serial, number = :number, "
        "issued_on = :on, issued_by = :by, issued_entry = :entry, code = :code, docx_sm3 = :sm3, docx_sha256 = :sha, "
        "issued = :body, despite = :despite, version = version + 1 WHERE id = :id",
        {sql(Stage::issued), part(number, &Number::word), part(number, &Number::year), part(number, &Number::serial),
         part(number, &Number::text), sql(in.on), act.entry.actor.account, act.entry.seq, in.code, in.docx.sm3,
         in.docx.sha256, canonical(to_json(in)),
         in.despite ? db::Value(canonical(to_json(*in.despite))) : db::Value(nullptr), act.id()});
}

void rendered(Act const& act) {
    auto const in = ledger::data_of<DocumentRendered>(act.entry);
    act.session.exec(
        "UPDATE official_document SET pdf_sm3 = :sm3, pdf_sha256 = :sha, pdf = :body, version = version + 1 WHERE id = "
        ":id",
        {in.pdf.sm3, in.pdf.sha256, canonical(to_json(in.pdf)), act.id()});
}

// The first day on which it was delivered counts; whom it is for sees it from then on.
void delivered(Act const& act) {
    auto const in = ledger::data_of<DocumentDelivered>(act.entry);
    act.session.exec(
        "INSERT INTO official_delivery (document, entry, account, body, confirmed_at) VALUES (:id, :entry, :account, "
        ":body, NULL)",
        {act.id(), act.entry.seq, act.entry.actor.account, canonical(to_json(in))});
    auto const row = act.session.one<std::string, std::string>(
        "SELECT issued, addressee FROM official_document WHERE id = :id", {act.id()});
    bool const to_party = row && from_trusted_json<DocumentIssued>(json::parse(std::get<0>(*row))).to_party;
    bool const shown = to_party && !std::get<1>(*row).empty();
    act.session.exec(
        "UPDATE official_document SET stage = :stage, delivered_on = CASE WHEN delivered_on IS NULL OR delivered_on > "
        ":on THEN :on ELSE delivered_on END, version = version + 1 WHERE id = :id",
        {sql(Stage::delivered), sql(in.effective), act.id()});
    if (shown) act.session.exec("UPDATE official_document SET shown_to = addressee WHERE id = :id", {act.id()});
    if (in.way == DeliveryWay::electronic)
        act.session.exec("UPDATE official_document SET awaits = :entry WHERE id = :id",
                         {std::to_string(act.entry.seq), act.id()});
}

void confirmed(Act const& act) {
    act.session.exec(
        "UPDATE official_delivery SET confirmed_at = :at WHERE document = :id AND confirmed_at IS NULL AND body LIKE "
        ":way",
        {act.entry.at, act.id(), std::string("%\"way\":\"electronic\"%")});
    act.session.exec("UPDATE official_document SET awaits = NULL, version = version + 1 WHERE id = :id", {act.id()});
}

void voided(Act const& act) {
    act.session.exec(
        "UPDATE official_document SET stage = :stage, voided = :why, awaits = NULL, version = version + 1 WHERE id = "
        ":id",
        {sql(Stage::voided), ledger::data_of<DocumentVoided>(act.entry).reason.value, act.id()});
}

void template_step(Act const& act, std::string const& kind, bool own) {
    act.session.exec(
        "INSERT INTO official_template (bureau, kind, entry, own, at, account, body) VALUES (:bureau, :kind, :entry, "
        ":own, :at, :account, :body)",
        {act.id(), kind, act.entry.seq, own, act.entry.at, act.entry.actor.account, canonical(act.entry.event.data)});
}

void template_set(Act const& act) { template_step(act, ledger::data_of<TemplateSet>(act.entry).kind, true); }
void template_withdrawn(Act const& act) {
    template_step(act, ledger::data_of<TemplateWithdrawn>(act.entry).kind, false);
}

void short_name_set(Act const& act) {
    act.session.exec(
        "INSERT INTO official_bureau (bureau, short_name) VALUES (:bureau, :name) ON CONFLICT (bureau) DO UPDATE SET "
        "short_name = excluded.short_name",
        {act.id(), ledger::data_of<ShortNameSet>(act.entry).short_name.value});
}

void consent_given(Act const& act) {
    auto const in = ledger::data_of<ConsentGiven>(act.entry);
    act.session.exec(
        "INSERT INTO official_consent (bureau, party, entry, kind, given_at, by_bureau, paper, withdrawn_at) VALUES "
        "(:bureau, :party, :entry, :kind, :at, :by, :paper, NULL)",
        {in.bureau, act.id(), act.entry.seq, sql(in.kind), act.entry.at, in.by_bureau,
         in.paper ? db::Value(canonical(to_json(*in.paper))) : db::Value(nullptr)});
}

void consent_withdrawn(Act const& act) {
    act.session.exec(
        "UPDATE official_consent SET withdrawn_at = :at WHERE bureau = :bureau AND party = :party AND withdrawn_at IS "
        "NULL",
        {act.entry.at, ledger::data_of<ConsentWithdrawn>(act.entry).bureau, act.id()});
}

struct Handler {
    char const* type;
    void (*apply)(Act const&);
};
constexpr Handler kHandlers[] = {{DocumentDrafted::kType, drafted},
                                 {DocumentRevised::kType, revised},
                                 {DocumentIssued::kType, issued},
                                 {DocumentRendered::kType, rendered},
                                 {DocumentDelivered::kType, delivered},
                                 {DeliveryConfirmed::kType, confirmed},
                                 {DocumentVoided::kType, voided},
                                 {TemplateSet::kType, template_set},
                                 {TemplateWithdrawn::kType, template_withdrawn},
                                 {ShortNameSet::kType, short_name_set},
                                 {ConsentGiven::kType, consent_given},
                                 {ConsentWithdrawn::kType, consent_withdrawn}};

class OfficialProjection final : public ledger::Projection {
public:
    std::string name() const override { return "official"; }
    std::string stamp() const override { return "2"; }
    std::string schema() const override { return kSchema; }
    std::vector<ledger::Table> tables() const override {
        return {
            {"official_document",
             {"id"},
             {"id",           "kind",           "name",      "bureau",      "region",     "authority", "subject_kind",
              "subject_id",   "addressee_kind", "addressee", "shown_to",    "stage",      "contents",  "word",
              "year",         "serial",         "number",    "drafted_at",  "drafted_by", "issued_on", "issued_by",
              "issued_entry", "code",           "docx_sm3",  "docx_sha256", "issued",     "pdf_sm3",   "pdf_sha256",
              "pdf",          "delivered_on",   "awaits",    "voided",      "despite",    "entry",     "version"}},
            {"official_delivery", {"document", "entry"}, {"document", "entry", "account", "body", "confirmed_at"}},
            {"official_template",
             {"bureau", "kind", "entry"},
             {"bureau", "kind", "entry", "own", "at", "account", "body"}},
            {"official_bureau", {"bureau"}, {"bureau", "short_name"}},
            {"official_consent",
             {"bureau", "party", "entry"},
             {"bureau", "party", "entry", "kind", "given_at", "by_bureau", "paper", "withdrawn_at"}}};
    }
    void apply(db::Session& session, ledger::Entry const& entry) override {
        Act const act{session, entry};
        for (auto const& handler : kHandlers)
            if (entry.event.type == handler.type) handler.apply(act);
    }
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<OfficialProjection>(); }

}  // namespace anping::official
