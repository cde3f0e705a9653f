// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "contract_text.hpp"
#include "service_change.hpp"

namespace anping::practice {
namespace {

// Who signs: the leader, the branch, and whether its people fill what the scope asks for.
template <class Signed>
void add_signing(Parties& parties, registry::Directory const& directory, db::Session& session, Signed const& in,
                 registry::StaffingQuestion question, bool statutory) {
    if (auto leader = directory.people(session, {in.leader}); !leader.empty())
        parties.leader = std::move(leader.front());
    parties.branch_known = in.branch && directory.has_branch(session, parties.institution.id, *in.branch);
    question.institution = parties.institution.id;
    question.branch = in.branch;
    question.day = in.contract.signed_on;
    if (statutory) parties.staffing = directory.staffing(session, question);
}

Result<Parties> signing_parties(registry::Directory const& directory, db::Session& session,
                                access::Principal const& who, OpenProject const& in) {
    auto parties = parties_of(directory, session, {who.unit}, in.enterprise, "");
    if (!parties) return parties;
    add_signing(*parties, directory, session, in, {{}, {}, in.scope.code, in.region, in.authority, {}, {}, {}},
                in.statutory);
    return parties;
}

}  // namespace

Result<Exhibit> Service::exhibit(access::Principal const& who, vault::UploadId const& upload, std::string const& kind,
                                 std::optional<Timestamp> captured_at, std::string const& pointer) const {
    auto state = vault_.state(upload);
    if (!state || state->owner != who.account.text)
        return wrong_field(pointer, "upload", "没有这个上传，或不是您上传的");
    if (!state->blob) return wrong_field(pointer, "incomplete", "文件还没有传完");
    return Exhibit{{kind}, {state->file_name}, std::move(*state->blob), captured_at, state->unclassified_at};
}

Result<std::vector<Exhibit>> Service::exhibits(access::Principal const& who, std::vector<AttachFile> const& files,
                                               Phrases const& phrases) const {
    std::vector<Exhibit> out;
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto one = exhibit(who, files[i].upload, files[i].kind.value, files[i].captured_at,
                           fmt::format("/files/{}/upload", i));
        if (!one) return unexpected<Error>(std::move(one.error()));
        auto const read = phrases.find(one->blob.sm3);
        if (read != phrases.end() && one->kind.value == kContractScan) one->permit_phrases = read->second;
        out.push_back(std::move(*one));
    }
    return out;
}

Decision Service::open_project(access::Principal const& who, OpenProject in, Phrases const& phrases) const {
    return [this, who, in = std::move(in), phrases](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const parties = signing_parties(directory_, tx.session(), who, in);
        if (!parties) return unexpected<Error>(parties.error());
        auto const files = exhibits(who, in.files, phrases);
        if (!files) return unexpected<Error>(files.error());
        auto const law = law_();
        Circumstances const with{*law, tx.now(), field::beijing_date(tx.now()), tx.next_seq(), who.account.text};
        auto events = practice::open_project(in, *parties, *files, with);
        if (!events) return unexpected<Error>(std::move(events.error()));
        auto const opened = from_trusted_json<ProjectOpened>(events->front().data);
        Answer answer;
        answer.id = events->front().subject;
        answer.flags = opened.judgement.flags;
        answer.deadlines = opened.judgement.deadlines;
        auto told = to_json(answer);
        return ledger::Decided{std::move(*events), std::move(told)};
    };
}

Result<Judgement> Service::preview(db::Session& session, access::Principal const& who, OpenProject const& in,
                                   Phrases const& phrases) const {
    auto const parties = signing_parties(directory_, session, who, in);
    if (!parties) return unexpected<Error>(parties.error());
    auto const files = exhibits(who, in.files, phrases);
    if (!files) return unexpected<Error>(files.error());
    auto const law = law_();
    auto const now = clock_.now();
    return preview_project(in, *parties, *files, {*law, now, field::beijing_date(now), 0, who.account.text});
}

Decision Service::record_contract(access::Principal const& who, ProjectId id, RecordContract in,
                                  Phrases const& phrases) const {
    return on_project(
        law_, who.account.text, std::move(id),
        [this, who, in = std::move(in), phrases](State state, Circumstances const& with,
                                                 ledger::Transaction& tx) -> Result<std::vector<ledger::Event>> {
            auto const files = exhibits(who, in.files, phrases);
            if (!files) return unexpected<Error>(files.error());
            auto parties = parties_of(directory_, tx.session(), state.institution, state.enterprise, "");
            if (!parties) return unexpected<Error>(std::move(parties.error()));
            add_signing(*parties, directory_, tx.session(), in,
                        {{}, {}, state.scope, state.region, state.authority, {}, {}, {}}, state.statutory);
            return practice::record_contract(in, std::move(state), *parties, *files, with);
        });
}

Decision Service::form_team(ProjectId id, FormTeam in) const {
    return on_project(
        law_, {}, std::move(id),
        [this, in = std::move(in)](State state, Circumstances const& with, ledger::Transaction& tx) {
            auto& session = tx.session();
            TeamParts parts;
            std::vector<registry::PersonId> people{in.leader};
            for (auto const& member : in.members) people.push_back(member.person);
            parts.people = directory_.people(session, people);
            parts.instruments = directory_.instruments(session, in.instruments);
            registry::StaffingQuestion question{state.institution, {},         state.scope, state.region,
                                                state.authority,   with.today, people,      {}};
            for (auto const& expert : in.experts) {
                question.outside.push_back(expert.specialty.value);
                parts.expert_names.push_back(personal_.put(tx, state.id.text, "expert", expert.name.value));
                if (expert.listed && !directory_.has_expert(session, *expert.listed))
                    parts.unlisted.push_back(*expert.listed);
            }
            if (state.statutory) parts.staffing = directory_.staffing(session, question);
            return practice::form_team(in, std::move(state), parts, with);
        });
}

Decision Service::record_survey(access::Principal const& who, ProjectId id, RecordSurvey in) const {
    return on_project(law_, who.account.text, std::move(id),
                      [this, who, in = std::move(in)](State state, Circumstances const& with,
                                                      ledger::Transaction& tx) -> Result<std::vector<ledger::Event>> {
                          auto const files = exhibits(who, in.files);
                          if (!files) return unexpected<Error>(files.error());
                          auto const people = directory_.people(tx.session(), in.members);
                          return practice::record_survey(in, std::move(state), people, *files, with);
                      });
}

Decision Service::attach_evidence(access::Principal const& who, ProjectId id, AttachEvidence in,
                                  Phrases const& phrases) const {
    return on_project(
        law_, who.account.text, std::move(id),
        [this, who, in = std::move(in), phrases](State state, Circumstances const& with,
                                                 ledger::Transaction&) -> Result<std::vector<ledger::Event>> {
            auto const files = exhibits(who, in.files, phrases);
            if (!files) return unexpected<Error>(files.error());
            bool const own = who.unit == state.institution.text;
            return practice::attach_evidence(std::move(state), *files, own, with);
        });
}

Decision Service::attach_contract_files(access::Principal const& who, ProjectId id, AttachEvidence in,
                                        Phrases const& phrases) const {
    return on_project(
        law_, who.account.text, std::move(id),
        [this, who, in = std::move(in), phrases](State state, Circumstances const& with,
                                                 ledger::Transaction&) -> Result<std::vector<ledger::Event>> {
            auto const files = exhibits(who, in.files, phrases);
            if (!files) return unexpected<Error>(files.error());
            return practice::attach_contract_files(std::move(state), *files, with);
        });
}

Decision Service::file_report(access::Principal const& who, ProjectId id, FileReport in) const {
    return on_project(law_, who.account.text, std::move(id),
                      [this, who, in = std::move(in)](State state, Circumstances const& with,
                                                      ledger::Transaction& tx) -> Result<std::vector<ledger::Event>> {
                          auto const file = exhibit(who, in.upload, "report", std::nullopt, "/upload");
                          if (!file) return unexpected<Error>(file.error());
                          auto const people = directory_.people(tx.session(), in.authors);
                          return practice::file_report(in, std::move(state), people, *file, with);
                      });
}

Decision Service::sign_review(access::Principal const& who, ProjectId id, SignReview in) const {
    return on_project(law_, who.account.text, std::move(id),
                      [who, in = std::move(in)](State const& state, Circumstances const& with,
                                                ledger::Transaction& tx) -> Result<std::vector<ledger::Event>> {
                          if (who.role != office_of(in.step)) return not_your_step();
                          std::optional<access::SignedWith> signed_with;
                          if (in.signature) {
                              auto checked = access::SigningKeys::check(
                                  tx.session(), who.account, confirmation_statement(in, state, who.account.text),
                                  *in.signature);
                              if (!checked) return unexpected<Error>(std::move(checked.error()));
                              signed_with = std::move(*checked);
                          }
                          return practice::sign_review(in, state, signed_with, with);
                      });
}

Decision Service::set_process_rule(registry::InstitutionId const& of, SetProcessRule const& in) {
    return [of, in](ledger::Transaction&) -> Result<ledger::Decided> {
        auto events = practice::set_process_rule(in, of);
        if (!events) return unexpected<Error>(std::move(events.error()));
        Answer answer;
        answer.id = of.text;
        return ledger::Decided{std::move(*events), to_json(answer)};
    };
}

Decision Service::give_opinions(access::Principal const& who, ProjectId id, GiveOpinions in) const {
    return on_project(
        law_, who.account.text, std::move(id),
        [role = who.role, in = std::move(in)](State const& state, Circumstances const& with,
                                              ledger::Transaction&) -> Result<std::vector<ledger::Event>> {
            if (role != office_of(in.step)) return not_your_step();
            return practice::give_opinions(in, state, with);
        });
}

Decision Service::answer_opinions(ProjectId id, AnswerOpinions in) const {
    return on_project(law_, {}, std::move(id),
                      [in = std::move(in)](State const& state, Circumstances const&, ledger::Transaction&) {
                          return practice::answer_opinions(in, state);
                      });
}

Decision Service::withdraw_report(ProjectId id, WithdrawReport in) const {
    return on_project(law_, {}, std::move(id),
                      [in = std::move(in)](State state, Circumstances const& with, ledger::Transaction&) {
                          return practice::withdraw_report(in, std::move(state), with);
                      });
}

Decision Service::publish_report(access::Principal const& who, ProjectId id, PublishReport in) const {
    return on_project(law_, who.account.text, std::move(id),
                      [in = std::move(in)](State state, Circumstances const& with, ledger::Transaction&) {
                          return practice::publish_report(in, std::move(state), with);
                      });
}

Decision Service::archive_project(ProjectId id) const {
    return on_project(law_, {}, std::move(id), [](State state, Circumstances const&, ledger::Transaction&) {
        return practice::archive_project(state);
    });
}

Result<access::Target> Service::target(db::Session& session, ProjectId const& id) const {
    auto out = queries::target(session, id);
    if (!out) return unknown_project();
    return std::move(*out);
}

Result<access::Target> Service::target(db::Session& session, NoticeId const& id,
                                       registry::BureauId const& asker) const {
    auto const project = queries::project_of_notice(session, id);
    if (!project) return unknown_notice();
    auto out = target(session, *project);
    // To a bureau it was sent to it is a matter of its own authority, whoever supervises the site.
    auto const authority = queries::notice_authority(session, id, asker);
    if (out && authority) out->authority = *authority;
    return out;
}

}  // namespace anping::practice
