// SPDX-License-Identifier: Apache-2.0
// Prior notices: filed by the institution, or entered by the clerk who received them.
#include "service_change.hpp"

namespace anping::practice {
namespace {

// The change's own answer: the project, the receipts, the flags that stand.
ledger::Decided answered(std::vector<ledger::Event> events) {
    Answer answer;
    answer.id = events.front().subject;
    for (auto const& event : events) {
        if (event.type != NoticeEntered::kType) continue;
        auto entered = from_trusted_json<NoticeEntered>(event.data);
        answer.notice = std::move(entered.notice);
        answer.receipts = std::move(entered.addressees);
        answer.flags = std::move(entered.judgement.flags);
        answer.deadlines = std::move(entered.judgement.deadlines);
    }
    auto told = to_json(answer);
    return {std::move(events), std::move(told)};
}

}  // namespace

Decision Service::file_notice(ProjectId id, FileNotice in) const {
    return on_project(law_, {}, std::move(id),
                      [this, in = std::move(in)](State state, Circumstances const& with, ledger::Transaction& tx) {
                          auto const people = directory_.people(tx.session(), in.members);
                          auto const subject = notice_id(with.seq).text;
                          NoticeContacts const contacts{personal_.put(tx, subject, "contact", in.contact.value),
                                                        personal_.put(tx, subject, "phone", in.phone.value)};
                          return practice::file_notice(in, std::move(state), people, contacts, with);
                      });
}

Decision Service::enter_notice(access::Principal const& who, EnterNotice in) const {
    return [this, who, in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const files = exhibits(who, in.files);
        if (!files) return unexpected<Error>(files.error());
        std::optional<State> state;
        std::optional<Parties> parties;
        if (in.project) {
            state = queries::state(tx.session(), *in.project);
            if (!state) return unknown_project();
        } else if (in.described) {
            auto found =
                parties_of(directory_, tx.session(), in.described->institution, in.described->enterprise, "/described");
            if (!found) return unexpected<Error>(std::move(found.error()));
            parties = std::move(*found);
        }
        auto const law = law_();
        Circumstances const with{*law, tx.now(), field::beijing_date(tx.now()), tx.next_seq(), who.account.text};
        auto const subject = notice_id(with.seq).text;
        NoticeContacts const contacts{personal_.put(tx, subject, "contact", in.contact.value),
                                      personal_.put(tx, subject, "phone", in.phone.value),
                                      personal_.put(tx, subject, "people", in.people.value)};
        auto events = practice::enter_notice(in, std::move(state), parties, {who.unit}, contacts, *files, with);
        if (!events) return unexpected<Error>(std::move(events.error()));
        return answered(std::move(*events));
    };
}

Decision Service::amend_notice(ProjectId id, AmendNotice in) const {
    return on_project(law_, {}, std::move(id),
                      [this, in = std::move(in)](State state, Circumstances const& with,
                                                 ledger::Transaction& tx) -> Result<std::vector<ledger::Event>> {
                          auto const project = queries::project_of_notice(tx.session(), in.notice);
                          if (!project || *project != state.id) return unknown_notice();
                          People people;
                          if (in.members) people = directory_.people(tx.session(), *in.members);
                          AmendedContacts contacts;
                          if (in.contact)
                              contacts.contact = personal_.put(tx, in.notice.text, "contact", in.contact->value);
                          if (in.phone) contacts.phone = personal_.put(tx, in.notice.text, "phone", in.phone->value);
                          return practice::amend_notice(in, std::move(state), people, contacts, with);
                      });
}

Decision Service::open_notice(NoticeId id, registry::BureauId bureau) const {
    return [id = std::move(id), bureau = std::move(bureau)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const project = queries::project_of_notice(tx.session(), id);
        if (!project) return unknown_notice();
        Answer answer;
        answer.id = id.text;
        ledger::Decided out{{}, to_json(answer)};
        if (!queries::notice_opened(tx.session(), id, bureau))
            out.events.push_back(ledger::event(project->text, NoticeOpened{id, bureau}));
        return out;
    };
}

}  // namespace anping::practice
