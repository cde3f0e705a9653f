// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/service.hpp>

#include <fmt/format.h>

#include "errors.hpp"
#include "queries.hpp"
#include "rules.hpp"

namespace anping::practice {
namespace {

// A change of one project: its state is loaded, the rule decides, the answer tells the last judgement.
template <class Decide>
Decision on_project(LawSource law, std::string account, ProjectId id, Decide decide) {
    return [law = std::move(law), account = std::move(account), id = std::move(id),
            decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto state = queries::state(tx.session(), id);
        if (!state) return unknown_project();
        auto const books = law();
        Circumstances const with{*books, tx.now(), field::beijing_date(tx.now()), tx.next_seq(), account};
        auto events = decide(std::move(*state), with, tx);
        if (!events) return unexpected<Error>(std::move(events.error()));
        Answer answer;
        answer.id = id.text;
        for (auto const& event : *events) {
            auto const* judged = event.data.if_contains("judgement");
            if (judged == nullptr) continue;
            auto judgement = from_trusted_json<Judgement>(*judged);
            if (judgement.law.empty()) continue;
            if (!judgement.deadlines.empty()) answer.deadlines = std::move(judgement.deadlines);
            answer.flags = std::move(judgement.flags);
        }
        if (events->front().type == ReportPublished::kType)
            answer.number = from_trusted_json<ReportPublished>(events->front().data).number;
        if (events->front().type == NoticeFiled::kType)
            answer.receipts = from_trusted_json<NoticeFiled>(events->front().data).addressees;
        auto told = to_json(answer);
        return ledger::Decided{std::move(*events), std::move(told)};
    };
}

Result<Parties> parties_of(registry::Directory const& directory, db::Session& session, access::Principal const& who,
                           OpenProject const& in) {
    Parties parties;
    auto institution = directory.institution(session, {who.unit});
    if (!institution) return fail(ErrorCode::forbidden, "practice.no_institution", "只有登记的机构可以建立项目");
    parties.institution = std::move(*institution);
    auto enterprise = directory.enterprise(session, in.enterprise);
    if (!enterprise) return wrong_field("/enterprise", "enterprise", "没有登记这家企业");
    parties.enterprise = std::move(*enterprise);
    if (auto leader = directory.people(session, {in.leader}); !leader.empty())
        parties.leader = std::move(leader.front());
    parties.branch_known = in.branch && directory.has_branch(session, parties.institution.id, *in.branch);
    registry::StaffingQuestion question{
        parties.institution.id, in.branch, in.scope.code, in.region, in.authority, in.contract.signed_on, {}, {}};
    if (in.statutory) parties.staffing = directory.staffing(session, question);
    return parties;
}

}  // namespace

Result<Exhibit> Service::exhibit(access::Principal const& who, vault::UploadId const& upload, std::string const& kind,
                                 std::optional<Timestamp> captured_at, std::string const& pointer) const {
    auto state = vault_.state(upload);
    if (!state || state->owner != who.account.text)
        return wrong_field(pointer, "upload", "没有这个上传，或不是您上传的");
    if (!state->blob) return wrong_field(pointer, "incomplete", "文件还没有传完");
    return Exhibit{{kind}, {state->file_name}, std::move(*state->blob), captured_at};
}

Result<std::vector<Exhibit>> Service::exhibits(access::Principal const& who,
                                               std::vector<AttachFile> const& files) const {
    std::vector<Exhibit> out;
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto one = exhibit(who, files[i].upload, files[i].kind.value, files[i].captured_at,
                           fmt::format("/files/{}/upload", i));
        if (!one) return unexpected<Error>(std::move(one.error()));
        out.push_back(std::move(*one));
    }
    return out;
}

Decision Service::open_project(access::Principal const& who, OpenProject in) const {
    return [this, who, in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const parties = parties_of(directory_, tx.session(), who, in);
        if (!parties) return unexpected<Error>(parties.error());
        auto const files = exhibits(who, in.files);
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

Result<Judgement> Service::preview(db::Session& session, access::Principal const& who, OpenProject const& in) const {
    auto const parties = parties_of(directory_, session, who, in);
    if (!parties) return unexpected<Error>(parties.error());
    auto const files = exhibits(who, in.files);
    if (!files) return unexpected<Error>(files.error());
    auto const law = law_();
    auto const now = clock_.now();
    return preview_project(in, *parties, *files, {*law, now, field::beijing_date(now), 0, who.account.text});
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
            }
            if (state.statutory) parts.staffing = directory_.staffing(session, question);
            return practice::form_team(in, std::move(state), parts, with);
        });
}

Decision Service::file_notice(ProjectId id, FileNotice in) const {
    return on_project(law_, {}, std::move(id),
                      [this, in = std::move(in)](State state, Circumstances const& with, ledger::Transaction& tx) {
                          auto const people = directory_.people(tx.session(), in.members);
                          auto const subject = notice_id(with.seq).text;
                          NoticeContacts const contacts{personal_.put(tx, subject, "contact", in.contact.value),
                                                        personal_.put(tx, subject, "phone", in.phone.value)};
                          auto const to = addressees(state, with.seq, with.law, with.today);
                          return practice::file_notice(in, std::move(state), people, contacts, to, with);
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

Decision Service::attach_evidence(access::Principal const& who, ProjectId id, AttachEvidence in) const {
    return on_project(law_, who.account.text, std::move(id),
                      [this, who, in = std::move(in)](State state, Circumstances const& with,
                                                      ledger::Transaction&) -> Result<std::vector<ledger::Event>> {
                          auto const files = exhibits(who, in.files);
                          if (!files) return unexpected<Error>(files.error());
                          bool const own = who.unit == state.institution.text;
                          return practice::attach_evidence(std::move(state), *files, own, with);
                      });
}

Decision Service::attach_contract_files(access::Principal const& who, ProjectId id, AttachEvidence in) const {
    return on_project(law_, who.account.text, std::move(id),
                      [this, who, in = std::move(in)](State state, Circumstances const& with,
                                                      ledger::Transaction&) -> Result<std::vector<ledger::Event>> {
                          auto const files = exhibits(who, in.files);
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
    return on_project(
        law_, who.account.text, std::move(id),
        [role = who.role, in = std::move(in)](State state, Circumstances const& with,
                                              ledger::Transaction&) -> Result<std::vector<ledger::Event>> {
            // The account of the named office signs its own step, nobody for another.
            std::string const office = boost::describe::enum_to_string(role, "");
            std::string const asked = in.step == ReviewStep::internal_review
                                          ? "internal_reviewer"
                                          : boost::describe::enum_to_string(in.step, "");
            if (office != asked)
                return fail(ErrorCode::forbidden, "practice.not_your_step", "这一级审核由对应岗位的人确认");
            return practice::sign_review(in, state, with);
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
