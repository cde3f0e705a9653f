// SPDX-License-Identifier: Apache-2.0
// A county's officers and those above them, with a project, its notice and the desk they share.
#pragma once

#include <anping/access/events.hpp>
#include <anping/api/testing.hpp>
#include <anping/circulation/endpoints.hpp>
#include <anping/circulation/projection.hpp>
#include <anping/practice/testing.hpp>

namespace anping::circulation::testing {

using access::Role;
using practice::testing::at;
using practice::testing::day;

// Projects and their notices alone.
class ProjectMatters final : public Matters {
public:
    explicit ProjectMatters(practice::Service const& practice) : practice_(practice) {}
    std::optional<MatterFacts> find(db::Session& session, Matter const& matter,
                                    registry::BureauId const& asker) const override {
        std::optional<practice::ProjectId> id{matter.id.text};
        if (matter.kind == MatterKind::notice) id = practice_.project_of(session, {matter.id.text});
        if (!id || matter.kind == MatterKind::application || matter.kind == MatterKind::institution)
            return std::nullopt;
        auto const facts = practice_.facts_of(session, {*id});
        if (facts.empty()) return std::nullopt;
        auto target = matter.kind == MatterKind::notice ? practice_.target(session, {matter.id.text}, asker)
                                                        : practice_.target(session, *id);
        return MatterFacts{facts.front().title, "天山安评", id->text, std::move(*target), access::Action::project_view};
    }
    std::vector<OwnDue> own_overdue(db::Session&, access::Principal const&, field::Date today) const override {
        if (due_at) return {{decided_about, {"B-652301"}, "批准后移送公安机关", field::beijing_date(*due_at), due_at}};
        if (!decision_due || *decision_due >= today) return {};
        return {{{MatterKind::project, {"P-404"}}, {"B-652301"}, "没有这件事项", *decision_due},
                {decided_about, {"B-652301"}, "作出许可决定", *decision_due}};
    }
    std::vector<InstitutionsOverdue> institutions_overdue(db::Session& session, access::Principal const& who,
                                                          field::Date today) const override {
        std::vector<InstitutionsOverdue> out;
        access::Policy const policy(practice::testing::books(ANPING_SOURCE_DIR "/rulebooks")->regions());
        auto const sees = policy.visibility(who, access::Action::project_list);
        for (auto const& one : practice_.overdue_by_place(session, sees, today))
            out.push_back({registry::bureau_of(one.region, one.authority), one.count});
        return out;
    }
    std::vector<BelowCovered> covered_below(db::Session&, access::Principal const&, field::Date) const override {
        return covered;
    }
    std::vector<OrdersLate> orders_late(db::Session&, access::Principal const&) const override { return late; }

    std::optional<Timestamp> due_at;  // of something that runs by the hour
    std::vector<BelowCovered> covered;
    std::vector<OrdersLate> late;
    std::optional<field::Date> decision_due;  // of something the law set the county a day for
    Matter decided_about;

private:
    practice::Service const& practice_;
};

class House {
public:
    explicit House(db::Backend backend)
        : practice(backend, practice::testing::books(ANPING_SOURCE_DIR "/rulebooks"), {rows_.get()}) {
        auto answer =
            practice.done(practice.leader(), practice.service.open_project(practice.leader(), practice.contract()));
        project = {answer.id};
        practice.done(practice.leader(),
                      practice.service.file_notice(project, practice.notice("2026-03-23", "2026-03-25")));
        auto lease = practice.pool.lease();
        notice = practice.service.project(*lease, project)->notices.at(0).id.text;
    }

    access::Principal officer(std::string const& name, Role role, std::string const& region) {
        auto who = practice.of_bureau(role, region, "");
        auto const written = practice.writer.apply(
            {{"A-operator", "operator", "platform", ""}, {}, {}, [&](auto& tx) {
                 std::string const id = "acc-" + std::to_string(tx.next_seq());
                 access::AccountCreated event{role, who.unit, who.unit_kind, who.region, who.authority, {}, {}};
                 event.login = practice.personal.put(tx, id, "login", id);
                 event.display_name = practice.personal.put(tx, id, "display_name", name);
                 return Result<ledger::Decided>(ledger::Decided{{ledger::event(id, event)}, json::object{{"id", id}}});
             }});
        who.account = {std::string(written.value().answer.at("id").as_string())};
        who.display_name = name;
        return who;
    }
    Matter matter() const { return {MatterKind::project, {project.text}}; }
    Matter the_notice() const { return {MatterKind::notice, {notice}}; }

    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, "/api/v1" + path, body);
    }
    json::value read(access::Principal const& who, std::string const& path) {
        auto const response = caller.get(who, "/api/v1" + path);
        if (response.status != 200) throw std::runtime_error(path + ": " + response.body);
        return api::testing::body_of(response);
    }
    json::array rows(access::Principal const& who, std::string const& path, char const* of = "items") {
        return read(who, path).at(of).as_array();
    }
    // The id of what was sent.
    std::string sent(access::Principal const& who, SendSlip const& in) {
        auto const response = post(who, "/slips", to_json(in));
        if (response.status != 201) throw std::runtime_error(response.body);
        return std::string(api::testing::body_of(response).at("result").at("id").as_string());
    }
    // "kind text" of what waits for somebody.
    std::vector<std::string> waiting(access::Principal const& who) {
        std::vector<std::string> out;
        for (auto const& slip : rows(who, "/slips")) out.push_back(text_of(slip, "kind") + " " + text_of(slip, "text"));
        return out;
    }
    static std::string text_of(json::value const& object, char const* name) {
        auto const* value = object.as_object().if_contains(name);
        return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
    }

private:
    std::vector<api::Endpoint> all_endpoints() {
        auto out = endpoints(service, practice.writer, practice.pool);
        for (auto& one : supervision_endpoints(supervision, practice.writer, practice.pool))
            out.push_back(std::move(one));
        return out;
    }

    std::unique_ptr<ledger::Projection> rows_ = make_projection();

public:
    practice::testing::House practice;
    practice::ProjectId project;
    std::string notice;
    ProjectMatters matters{practice.service};
    Service service{{[this] { return practice.law; }, practice.registry, matters, practice.policy,
                     access::Colleagues(practice.personal), practice.clock}};
    Supervision supervision{{[this] { return practice.law; }, practice.registry, matters, practice.policy,
                             access::Colleagues(practice.personal), practice.clock},
                            service};
    api::testing::Caller caller{all_endpoints(), practice.policy, practice.clock};
};

}  // namespace anping::circulation::testing
