// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/official/events.hpp>

namespace anping::official {

enum class FieldInput { line, text, date, moment, number, sign, rows };
BOOST_DESCRIBE_ENUM(FieldInput, line, text, date, moment, number, sign, rows)

enum class Recipient { party, internal, other };
BOOST_DESCRIBE_ENUM(Recipient, party, internal, other)

struct ColumnView {
    std::string code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ColumnView, (), (code, name))

struct FormField {
    std::string code;
    std::string name;
    FieldInput input = FieldInput::line;
    bool required = false;
    std::vector<ColumnView> columns;  // of rows
};
BOOST_DESCRIBE_STRUCT(FormField, (), (code, name, input, required, columns))

// A kind of document as the law of the place has it.
struct DocumentForm {
    std::string kind;
    std::string name;
    std::string word;  // empty: not numbered
    Recipient to = Recipient::party;
    std::vector<std::string> after;
    std::vector<std::string> body;
    std::vector<FormField> fields;
    rulebook::Citation citation;
    std::string word_mark;
    std::vector<std::string> needs;  // steps of a case, one of which comes before
};
BOOST_DESCRIBE_STRUCT(DocumentForm, (), (kind, name, word, to, after, body, fields, citation, word_mark, needs))

// A document about to be written: what is known already, and what usually comes before and did not.
struct BlankDocument {
    DocumentForm form;
    Addressee addressee;
    std::string addressee_name;
    json::object fields;
    std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(BlankDocument, (), (form, addressee, addressee_name, fields, warnings))

struct KindView {
    std::string kind;
    std::string name;
    bool numbered = false;
    Recipient to = Recipient::party;
};
BOOST_DESCRIBE_STRUCT(KindView, (), (kind, name, numbered, to))

struct DocumentRow {
    DocumentId id;
    std::string kind;
    std::string name;
    std::optional<std::string> number;
    Subject subject;
    std::string addressee_name;
    registry::BureauId bureau;
    std::string bureau_name;
    Stage stage = Stage::draft;
    Timestamp drafted_at;
    std::optional<field::Date> issued_on;
    std::optional<field::Date> delivered_on;
    bool confirm = false;  // delivered electronically and not confirmed
    std::int64_t entry = 0;
    bool despite = false;  // issued without the step of its case it comes after
};
BOOST_DESCRIBE_STRUCT(DocumentRow, (),
                      (id, kind, name, number, subject, addressee_name, bureau, bureau_name, stage, drafted_at,
                       issued_on, delivered_on, confirm, entry, despite))

struct DeliveryView {
    DeliveryWay way = DeliveryWay::direct;
    field::Date on;
    field::Date effective;
    std::optional<rulebook::Deadline> deemed;
    std::string receiver;
    std::string place;
    std::string note;
    std::vector<Scan> scans;
    std::vector<std::string> warnings;
    std::string by;
    std::int64_t entry = 0;
    std::optional<Timestamp> confirmed_at;
};
BOOST_DESCRIBE_STRUCT(DeliveryView, (),
                      (way, on, effective, deemed, receiver, place, note, scans, warnings, by, entry, confirmed_at))

struct DocumentView {
    DocumentRow row;
    DocumentForm form;
    Addressee addressee;
    json::object fields;  // empty once it was erased
    json::object limits;  // what the law of the day says: "听证": "5个工作日"
    std::vector<std::string> warnings;
    std::vector<std::string> lacking;  // of a draft: steps its case has none of
    std::optional<Despite> despite;    // of one that was issued
    std::string written_by;
    std::optional<std::string> issued_by;
    std::optional<std::string> check;  // address of the public check
    std::optional<FileDigest> docx;
    std::optional<FileDigest> pdf;
    std::vector<DeliveryView> deliveries;
    std::optional<std::string> voided;  // why
    bool consent = false;               // to electronic delivery, by whom it is addressed to
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(DocumentView, (),
                      (row, form, addressee, fields, limits, warnings, lacking, despite, written_by, issued_by, check,
                       docx, pdf, deliveries, voided, consent))

// What anybody who holds a document learns of it.
struct CheckView {
    std::string state;    // "issued", "voided", "unknown"
    std::string matched;  // "code", "docx", "pdf"
    std::string bureau_name;
    std::string name;
    std::optional<std::string> number;
    std::optional<field::Date> issued_on;
    std::optional<FileDigest> docx;
    std::optional<FileDigest> pdf;
    std::optional<std::int64_t> entry;
};
BOOST_DESCRIBE_STRUCT(CheckView, (), (state, matched, bureau_name, name, number, issued_on, docx, pdf, entry))

struct TemplateStep {
    std::optional<std::string> file_name;  // nothing: withdrawn
    std::optional<std::string> sm3;
    std::vector<std::string> names;
    std::string reason;
    Timestamp at;
    std::string by;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(TemplateStep, (), (file_name, sm3, names, reason, at, by, entry))

struct TemplateView {
    std::string kind;
    std::string name;
    bool own = false;
    std::vector<std::string> places;  // that may be filled
    std::vector<TemplateStep> history;
};
BOOST_DESCRIBE_STRUCT(TemplateView, (), (kind, name, own, places, history))

struct ConsentView {
    registry::BureauId bureau;
    std::string bureau_name;
    Addressee party;
    std::string party_name;
    bool by_bureau = false;
    std::optional<Scan> paper;
    Timestamp given_at;
    std::optional<Timestamp> withdrawn_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ConsentView, (),
                      (bureau, bureau_name, party, party_name, by_bureau, paper, given_at, withdrawn_at, entry))

struct SettingsView {
    std::string short_name;
    std::string example;  // "（昌吉）应急责改〔2026〕1号"
    bool pdf = false;     // can be made here
};
BOOST_DESCRIBE_STRUCT(SettingsView, (), (short_name, example, pdf))

// What a list is narrowed by.
struct DocumentFilter {
    std::optional<std::string> kind;
    std::optional<Stage> stage;
    std::optional<std::string> subject_kind;
    std::optional<std::string> subject_id;
    std::optional<std::string> number;  // part of it
    std::optional<field::Date> from;    // issued
    std::optional<field::Date> until;
    std::vector<std::string> ids = {};
    bool despite = false;  // only those
};

}  // namespace anping::official
