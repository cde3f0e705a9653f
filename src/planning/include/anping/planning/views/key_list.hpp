// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/planning/events/key_list.hpp>

namespace anping::planning {

struct ListingSummary {
    ListingId id;
    registry::InstitutionId institution;
    std::string institution_name;
    registry::BureauId bureau;
    std::string bureau_name;
    Trigger trigger = Trigger::rating;
    std::string trigger_name;
    ListingStage stage = ListingStage::proposed;
    field::Date happened_on;
    Timestamp proposed_at;
    std::optional<field::Date> confirm_due;
    std::optional<field::Date> until;
    bool in_effect = false;  // listed, and the last day is not over
    bool objection_open = false;
    std::int64_t entry = 0;  // of the proposal
};
BOOST_DESCRIBE_STRUCT(ListingSummary, (),
                      (id, institution, institution_name, bureau, bureau_name, trigger, trigger_name, stage,
                       happened_on, proposed_at, confirm_due, until, in_effect, objection_open, entry))

struct ObjectionView {
    std::string text;
    Timestamp at;
    std::optional<rulebook::Deadline> answer_due;
    std::optional<bool> upheld;
    std::optional<std::string> answer;
};
BOOST_DESCRIBE_STRUCT(ObjectionView, (), (text, at, answer_due, upheld, answer))

struct ListingView {
    ListingSummary summary;
    std::string facts;
    std::vector<Reference> references;
    rulebook::Citation citation;
    std::optional<rulebook::Deadline> confirm_due;
    std::optional<rulebook::Deadline> expiry;
    std::optional<std::string> reason;  // of the confirmation or of declining
    std::optional<std::string> removed;
    std::vector<ObjectionView> objections;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ListingView, (),
                      (summary, facts, references, citation, confirm_due, expiry, reason, removed, objections, version))

}  // namespace anping::planning
