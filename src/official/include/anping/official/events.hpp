// SPDX-License-Identifier: Apache-2.0
// What can happen to a document. What it says may name people: an entry holds commitments to that, and digests of
// files.
#pragma once

#include <string>
#include <vector>

#include <anping/ledger/personal.hpp>
#include <anping/official/commands.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::official {

struct DocumentDrafted {
    static constexpr char const* kType = "official.document_drafted";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    std::string kind;
    std::string name;
    Subject subject;
    Addressee addressee;
    ledger::Commitment contents;
};
BOOST_DESCRIBE_STRUCT(DocumentDrafted, (), (bureau, region, authority, kind, name, subject, addressee, contents))

struct DocumentRevised {
    static constexpr char const* kType = "official.document_revised";
    static constexpr std::int64_t kVersion = 1;
    Addressee addressee;
    ledger::Commitment contents;
};
BOOST_DESCRIBE_STRUCT(DocumentRevised, (), (addressee, contents))

// It was issued before the step of its case that such a document comes after, and why.
struct Despite {
    std::vector<std::string> missing;  // steps, in words; any of them would have done
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Despite, (), (missing, reason))

// `values` are what the template was filled with: with it the file can be made again, and has this digest.
struct DocumentIssued {
    static constexpr char const* kType = "official.document_issued";
    static constexpr std::int64_t kVersion = 1;
    std::optional<Number> number;  // kinds without a word have none
    field::Date on;
    std::string code;   // of the public check
    std::string check;  // the address in the QR code
    std::string template_sm3;
    FileDigest docx;
    ledger::Commitment values;
    bool to_party = false;              // who it is addressed to sees it once it is delivered
    std::vector<std::string> warnings;  // what usually is there and was not
    std::string clause;                 // the form
    std::string law;                    // digest of the books
    std::optional<Despite> despite;
};
BOOST_DESCRIBE_STRUCT(DocumentIssued, (),
                      (number, on, code, check, template_sm3, docx, values, to_party, warnings, clause, law, despite))

struct DocumentRendered {
    static constexpr char const* kType = "official.document_rendered";
    static constexpr std::int64_t kVersion = 1;
    FileDigest pdf;
};
BOOST_DESCRIBE_STRUCT(DocumentRendered, (), (pdf))

struct DocumentDelivered {
    static constexpr char const* kType = "official.document_delivered";
    static constexpr std::int64_t kVersion = 1;
    DeliveryWay way = DeliveryWay::direct;
    field::Date on;
    field::Date effective;                     // what later limits count from
    std::optional<rulebook::Deadline> deemed;  // by which clause, where that is another day
    std::optional<std::int64_t> consent;       // entry
    ledger::Commitment receipt;                // receiver, place, note
    std::vector<Scan> scans;
    std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(DocumentDelivered, (), (way, on, effective, deemed, consent, receipt, scans, warnings))

// By whom it was delivered to electronically.
struct DeliveryConfirmed {
    static constexpr char const* kType = "official.delivery_confirmed";
    static constexpr std::int64_t kVersion = 1;
};
BOOST_DESCRIBE_STRUCT(DeliveryConfirmed, (), ())

struct DocumentVoided {
    static constexpr char const* kType = "official.document_voided";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(DocumentVoided, (), (reason))

// Subject of these three: the bureau.
struct TemplateSet {
    static constexpr char const* kType = "official.template_set";
    static constexpr std::int64_t kVersion = 1;
    std::string kind;
    std::string file_name;
    FileDigest file;
    std::vector<std::string> names;  // it asks for
    Text<0, 300> reason;
};
BOOST_DESCRIBE_STRUCT(TemplateSet, (), (kind, file_name, file, names, reason))

struct TemplateWithdrawn {
    static constexpr char const* kType = "official.template_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    std::string kind;
    Text<2, 300> reason;
};
BOOST_DESCRIBE_STRUCT(TemplateWithdrawn, (), (kind, reason))

struct ShortNameSet {
    static constexpr char const* kType = "official.short_name_set";
    static constexpr std::int64_t kVersion = 1;
    Text<1, 12> short_name;
};
BOOST_DESCRIBE_STRUCT(ShortNameSet, (), (short_name))

// Subject of these two: the party.
struct ConsentGiven {
    static constexpr char const* kType = "official.consent_given";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    AddresseeKind kind = AddresseeKind::institution;
    bool by_bureau = false;
    std::optional<Scan> paper;
};
BOOST_DESCRIBE_STRUCT(ConsentGiven, (), (bureau, kind, by_bureau, paper))

struct ConsentWithdrawn {
    static constexpr char const* kType = "official.consent_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
};
BOOST_DESCRIBE_STRUCT(ConsentWithdrawn, (), (bureau))

}  // namespace anping::official
