// SPDX-License-Identifier: Apache-2.0
// The report on the institution's own site (XJ-5d).
#pragma once

#include <anping/practice/commands/opening.hpp>
#include <anping/practice/disclosure.hpp>

namespace anping::practice {

// The address of the report; once there is one, another takes a reason.
struct RecordDisclosure {
    Text<64, 64> report_sm3;
    Text<1, 2000> url;
    DisclosedAs as = DisclosedAs::original;
    std::optional<field::Date> public_since;  // as the institution says
    std::optional<Text<2, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(RecordDisclosure, (), (report_sm3, url, as, public_since, reason))

struct WithdrawDisclosure {
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawDisclosure, (), (reason))

// What a person saw there: `same`, `different` or `unreachable`.
struct RecordSighting {
    Timestamp seen_at;
    Sight sight = Sight::same;
    std::optional<Text<1, 1000>> note;
};
BOOST_DESCRIBE_STRUCT(RecordSighting, (), (seen_at, sight, note))

// A part that is covered in the copy, by where it stands in the report as filed.
struct Redaction {
    Text<1, 40> part;  // of the catalogue "redaction_parts"
    std::int64_t page = 1;
    Text<1, 500> covered;  // what it is; kept apart and only committed to
};
BOOST_DESCRIBE_STRUCT(Redaction, (), (part, page, covered))

// A copy on the portal, by the institution's choice only.
struct PublishCopy {
    Text<64, 64> report_sm3;
    vault::UploadId upload;
    std::vector<Redaction> redactions;
    bool unclassified = false;
};
BOOST_DESCRIBE_STRUCT(PublishCopy, (), (report_sm3, upload, redactions, unclassified))

struct WithdrawCopy {
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawCopy, (), (reason))

}  // namespace anping::practice
