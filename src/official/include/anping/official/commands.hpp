// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <anping/base/json.hpp>
#include <anping/official/types.hpp>
#include <anping/vault/vault.hpp>

namespace anping::official {

// `fields`: by the codes of the kind's form; texts, and arrays of objects where the form has rows.
struct DraftDocument {
    Text<1, 40> kind;
    Subject subject;
    Addressee addressee;
    Text<0, 100> addressee_name;  // of one without an account
    json::object fields;
};
BOOST_DESCRIBE_STRUCT(DraftDocument, (), (kind, subject, addressee, addressee_name, fields))

struct ReviseDocument {
    Addressee addressee;
    Text<0, 100> addressee_name;
    json::object fields;
};
BOOST_DESCRIBE_STRUCT(ReviseDocument, (), (addressee, addressee_name, fields))

struct IssueDocument {
    // Where the bureau's numbers under this word begin this year, which began on paper: of its first document only.
    std::optional<std::int64_t> first_serial;
    // Why it is issued although its case has none of the steps such a document comes after.
    std::optional<Text<2, 500>> reason = {};
};
BOOST_DESCRIBE_STRUCT(IssueDocument, (), (first_serial, reason))

struct DeliverDocument {
    DeliveryWay way = DeliveryWay::direct;
    field::Date on;
    Text<0, 60> receiver;  // who signed, or the witness of one left
    Text<0, 200> place;
    Text<0, 500> note;  // tracking number, where it was announced, why it was left
    std::vector<vault::UploadId> scans;
};
BOOST_DESCRIBE_STRUCT(DeliverDocument, (), (way, on, receiver, place, note, scans))

struct VoidDocument {
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(VoidDocument, (), (reason))

struct SetTemplate {
    Text<1, 40> kind;
    vault::UploadId upload;
    Text<0, 300> reason;
};
BOOST_DESCRIBE_STRUCT(SetTemplate, (), (kind, upload, reason))

struct WithdrawTemplate {
    Text<1, 40> kind;
    Text<2, 300> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawTemplate, (), (kind, reason))

// What stands in the brackets of the bureau's numbers.
struct SetShortName {
    Text<1, 12> short_name;
};
BOOST_DESCRIBE_STRUCT(SetShortName, (), (short_name))

// By a party: to a bureau. By a bureau: of a party, with the scan of its signed paper.
struct GiveConsent {
    std::optional<registry::BureauId> bureau;
    std::optional<Addressee> party;
    std::optional<vault::UploadId> scan;
};
BOOST_DESCRIBE_STRUCT(GiveConsent, (), (bureau, party, scan))

struct WithdrawConsent {
    std::optional<registry::BureauId> bureau;
    std::optional<Addressee> party;
};
BOOST_DESCRIBE_STRUCT(WithdrawConsent, (), (bureau, party))

}  // namespace anping::official
