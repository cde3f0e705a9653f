// SPDX-License-Identifier: Apache-2.0
#include <anping/official/service.hpp>

#include <fmt/format.h>

#include <anping/base/json.hpp>
#include <anping/crypto/digest.hpp>

#include "room.hpp"

namespace anping::official {
namespace {

constexpr std::size_t kCodeBytes = 12;

Result<ledger::Decided> decided(Result<Events> events) {
    if (!events) return unexpected<Error>(std::move(events.error()));
    json::object answer{{"id", events->front().subject}};
    if (events->front().type == DocumentIssued::kType)
        if (auto const* number = events->front().data.if_contains("number"); number != nullptr && number->is_object())
            answer["number"] = number->at("text");
    return ledger::Decided{std::move(*events), std::move(answer)};
}

// A change of one document: its state is loaded, the rule decides.
template <class Decide>
Decision on_document(DocumentId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::state(tx.session(), id);
        if (!state) return unknown_document();
        return decided(decide(*state, tx));
    };
}

std::string hex(std::string const& bytes) {
    return crypto::to_hex({reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()});
}

}  // namespace

Decision Service::draft(access::Principal who, DraftDocument in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        Room const room{with_};
        auto const form = form_of(room.statute(who), in.kind.value);
        if (!form) return no_form();
        if (auto fine = check_addressee(in.addressee, room.is_registered(tx.session(), in.addressee)); !fine)
            return unexpected<Error>(std::move(fine.error()));
        auto fields = checked_fields(*form, in.fields);
        if (!fields) return unexpected<Error>(std::move(fields.error()));
        DocumentId const id{fmt::format("WS-{:08}", tx.next_seq())};
        auto contents = with_.personal.put(tx, id.text, "contents",
                                           canonical(to_json(Contents{in.addressee_name.value, std::move(*fields)})));
        return decided(official::draft(in, {id, who, *form, std::move(contents)}));
    };
}

Decision Service::revise(DocumentId id, ReviseDocument in) const {
    return on_document(std::move(id),
                       [this, in = std::move(in)](State const& state, ledger::Transaction& tx) -> Result<Events> {
                           Room const room{with_};
                           if (auto fine = may_revise(state); !fine) return unexpected<Error>(std::move(fine.error()));
                           auto const form = form_of(room.statute(state), state.kind);
                           if (!form) return no_form();
                           bool const registered = room.is_registered(tx.session(), in.addressee);
                           if (auto fine = check_addressee(in.addressee, registered); !fine)
                               return unexpected<Error>(std::move(fine.error()));
                           auto fields = checked_fields(*form, in.fields);
                           if (!fields) return unexpected<Error>(std::move(fields.error()));
                           Contents const kept{in.addressee_name.value, std::move(*fields)};
                           return official::revise(
                               in, state, with_.personal.put(tx, state.id.text, "contents", canonical(to_json(kept))));
                       });
}

// The number is given here, on the writer's thread: two at once get two, and one that is refused gets none.
Decision Service::issue(access::Principal who, DocumentId id, IssueDocument in, std::string origin,
                        std::shared_ptr<Made> made) const {
    return on_document(
        std::move(id),
        [this, who = std::move(who), in, origin = std::move(origin), made = std::move(made)](
            State const& state, ledger::Transaction& tx) -> Result<Events> {
            if (auto fine = may_issue(state); !fine) return unexpected<Error>(std::move(fine.error()));
            Room const room{with_};
            auto& session = tx.session();
            auto const statute = room.statute({state.region, state.authority}, field::beijing_date(tx.now()));
            auto const form = form_of(statute, state.kind);
            if (!form) return no_form();
            auto const last =
                serial_before(in, *form, queries::last_serial(session, state.bureau, form->word, statute.day.year()));
            if (!last) return unexpected<Error>(last.error());
            auto const contents = room.contents(session, state.contents);
            auto gone_ahead = despite(in, room.lacking(session, state.subject, *form));
            if (!gone_ahead) return unexpected<Error>(std::move(gone_ahead.error()));
            Issuing issuing{*form, statute.day,       {}, hex(with_.random(kCodeBytes)), {}, {}, {}, {},
                            {},    room.law->digest()};
            issuing.despite = std::move(*gone_ahead);
            issuing.number = number(*form, room.short_name(session, state.bureau, state.region, state.authority),
                                    statute.day, *last);
            issuing.check = origin + "/check/d/" + issuing.code;
            issuing.warnings =
                warnings(*form, contents.fields, queries::issued_kinds(session, state.bureau, state.subject),
                         official::kinds(statute));
            auto const used = room.template_of(session, state.bureau, *form);
            if (!used) return unexpected<Error>(used.error());
            auto const values = template_values(
                *form, contents.fields,
                {with_.directory.bureau_name(state.bureau), room.addressee_name(session, state.addressee, contents),
                 issuing.number ? issuing.number->text : "", statute.day, issuing.check, limits(statute)});
            auto docx = written(used->docx, values);
            if (!docx) return unexpected<Error>(std::move(docx.error()));
            issuing.template_sm3 = used->sm3;
            issuing.docx = digest_of(*docx);
            issuing.values = with_.personal.put(tx, state.id.text, "values", canonical(values));
            *made = {std::move(*docx), used->docx};
            return official::issue(state, std::move(issuing));
        });
}

Decision Service::deliver(access::Principal who, DocumentId id, DeliverDocument in) const {
    return on_document(std::move(id),
                       [this, who = std::move(who), in = std::move(in)](State const& state,
                                                                        ledger::Transaction& tx) -> Result<Events> {
                           Room const room{with_};
                           Delivering with;
                           with.today = field::beijing_date(tx.now());
                           with.consent = queries::consent(tx.session(), state.bureau, state.addressee.id.value);
                           if (auto fine = may_deliver(in, state, with.today, with.consent); !fine)
                               return unexpected<Error>(std::move(fine.error()));
                           auto scans = room.scans(who, in.scans, "/scans");
                           if (!scans) return unexpected<Error>(std::move(scans.error()));
                           with.scans = std::move(*scans);
                           if (in.way == DeliveryWay::announcement) {
                               auto counted =
                                   room.law->deadline("announced_service", {state.region, state.authority}, in.on,
                                                      {{"document.announced_on", field::to_string(in.on)}});
                               if (counted) with.announced = std::move(*counted);
                           }
                           json::object const receipt{
                               {"receiver", in.receiver.value}, {"place", in.place.value}, {"note", in.note.value}};
                           with.receipt = with_.personal.put(tx, state.id.text, "receipt", canonical(receipt));
                           return official::deliver(in, state, std::move(with));
                       });
}

Decision Service::confirm(DocumentId id) const {
    return on_document(std::move(id),
                       [](State const& state, ledger::Transaction&) { return official::confirm(state); });
}

Decision Service::give_up(DocumentId id, VoidDocument in) const {
    return on_document(std::move(id), [in = std::move(in)](State const& state, ledger::Transaction&) {
        return official::give_up(in, state);
    });
}

Decision Service::rendered(DocumentId id, FileDigest pdf) const {
    return on_document(std::move(id), [pdf = std::move(pdf)](State const& state, ledger::Transaction&) {
        return official::render(state, pdf);
    });
}

Decision Service::set_short_name(access::Principal who, SetShortName in) const {
    return [who = std::move(who), in = std::move(in)](ledger::Transaction&) -> Result<ledger::Decided> {
        return decided(Events{ledger::event(who.unit, ShortNameSet{in.short_name})});
    };
}

Decision Service::give_consent(access::Principal who, GiveConsent in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        Room const room{with_};
        auto const of = consent_of(in.bureau, in.party, who);
        if (!of) return unexpected<Error>(of.error());
        if (!room.is_registered(tx.session(), of->party))
            return wrong_field("/party/id", "registered", "没有登记这家单位");
        Consenting with{who, {}, false};
        if (in.scan) {
            auto scans = room.scans(who, {*in.scan}, "/scan");
            if (!scans) return unexpected<Error>(std::move(scans.error()));
            with.paper = std::move(scans->front());
        }
        return decided(official::give_consent(in, with));
    };
}

Decision Service::withdraw_consent(access::Principal who, WithdrawConsent in) const {
    return [who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const of = consent_of(in.bureau, in.party, who);
        if (!of) return unexpected<Error>(of.error());
        bool const given = queries::consent(tx.session(), of->bureau, of->party.id.value).has_value();
        return decided(official::withdraw_consent(in, {who, {}, given}));
    };
}

}  // namespace anping::official
