// SPDX-License-Identifier: Apache-2.0
// What the use cases share.
#pragma once

#include <anping/official/service.hpp>

#include "errors.hpp"
#include "queries.hpp"
#include "rules.hpp"

namespace anping::official {

// What a document says and to whom, as it is kept.
struct Contents {
    std::string addressee_name;
    json::object fields;
};
BOOST_DESCRIBE_STRUCT(Contents, (), (addressee_name, fields))

struct Service::Room {
    With const& with;
    std::shared_ptr<rulebook::Law const> law = with.law();

    Statute statute(rulebook::Place const& place, field::Date day) const { return {*law, place, day}; }
    Statute statute(access::Principal const& who) const {
        return statute({who.region, who.authority}, field::beijing_date(with.clock.now()));
    }
    Statute statute(State const& state) const {
        auto const day = state.issued ? state.issued->on : field::beijing_date(with.clock.now());
        return statute({state.region, state.authority}, day);
    }
    Contents contents(db::Session& session, std::string const& ref) const;
    // Of a unit its name of today; of anybody else the one that was written.
    std::string addressee_name(db::Session& session, Addressee const& addressee, Contents const& contents) const;
    std::string short_name(db::Session& session, registry::BureauId const& bureau, field::RegionCode const& region,
                           field::Authority authority) const;
    bool is_registered(db::Session& session, Addressee const& addressee) const;
    // Of the steps the kind comes after, where the subject has none.
    std::vector<std::string> lacking(db::Session& session, Subject const& subject, DocumentForm const& form) const {
        if (form.needs.empty() || !with.lacking) return {};
        return with.lacking(session, subject, form.needs);
    }

    struct Template {
        std::string docx;
        std::string sm3;
    };
    Result<Template> template_of(db::Session& session, registry::BureauId const& bureau,
                                 DocumentForm const& form) const;
    Result<std::string> stored(std::string const& sm3) const;
    Result<std::vector<Scan>> scans(access::Principal const& who, std::vector<vault::UploadId> const& uploads,
                                    std::string const& pointer) const;
};

FileDigest digest_of(std::string const& bytes);
// What stands in the document, filled into its template.
Result<std::string> written(std::string const& template_docx, json::object const& values);

}  // namespace anping::official
