// SPDX-License-Identifier: Apache-2.0
// An institution at work with all the desk shows, for the tests of this module.
#pragma once

#include <gtest/gtest.h>

#include <anping/access/events.hpp>
#include <anping/api/testing.hpp>
#include <anping/circulation/projection.hpp>
#include <anping/desk/desk.hpp>
#include <anping/findings/events.hpp>
#include <anping/findings/projection.hpp>
#include <anping/findings/screener.hpp>
#include <anping/inspection/projection.hpp>
#include <anping/licensing/projection.hpp>
#include <anping/practice/testing.hpp>

namespace anping::desk {
using access::Role;

// Projects alone circulate.
class Projects final : public circulation::Matters {
public:
    explicit Projects(practice::Service const& practice) : practice_(practice) {}
    std::optional<circulation::MatterFacts> find(db::Session& session, circulation::Matter const& matter,
                                                 registry::BureauId const&) const override {
        practice::ProjectId const id{matter.id.text};
        auto const target = practice_.target(session, id);
        if (!target) return std::nullopt;
        return circulation::MatterFacts{"甲醇项目", "天山安评", id.text, *target, access::Action::project_view};
    }
    std::vector<circulation::OwnDue> own_overdue(db::Session&, access::Principal const&, field::Date) const override {
        return {};
    }
    std::vector<circulation::InstitutionsOverdue> institutions_overdue(db::Session&, access::Principal const&,
                                                                       field::Date) const override {
        return {};
    }
    std::vector<circulation::BelowCovered> covered_below(db::Session&, access::Principal const&,
                                                         field::Date) const override {
        return {};
    }
    std::vector<circulation::OrdersLate> orders_late(db::Session&, access::Principal const&) const override {
        return {};
    }

private:
    practice::Service const& practice_;
};

class DeskTest : public ::testing::TestWithParam<db::Backend> {
protected:
    // "kind text" of what waits for somebody.
    std::vector<std::string> waiting(access::Principal const& who) {
        auto lease = house.pool.lease();
        std::vector<std::string> out;
        for (auto const& todo : desk.todos(*lease, who, house.policy))
            out.push_back(std::string(boost::describe::enum_to_string(todo.kind, "")) + " " + todo.text);
        return out;
    }
    practice::ProjectId opened(practice::OpenProject in) {
        return {house.done(house.leader(), house.service.open_project(house.leader(), std::move(in))).id};
    }
    practice::ProjectId complete() {
        auto in = house.contract();
        in.files = {house.file(house.leader(), "contract_scan", "合同.pdf", "%PDF c"),
                    house.file(house.leader(), "invoice", "票.pdf", "%PDF i")};
        return opened(std::move(in));
    }
    void notified(practice::ProjectId const& id) {
        house.done(house.leader(), house.service.file_notice(id, house.notice("2026-03-23", "2026-03-25")));
    }
    std::string reported(practice::ProjectId const& id) {
        practice::FileReport in{
            {"现状评价报告"}, {"符合"}, {house.people[0]}, house.upload(house.leader(), "报告.pdf", "%PDF r")};
        house.done(house.leader(), house.service.file_report(house.leader(), id, std::move(in)));
        auto lease = house.pool.lease();
        return house.service.project(*lease, id)->reports[0].file.blob.sm3;
    }
    void sign(practice::ProjectId const& id, Role role, practice::ReviewStep step, std::string const& sm3) {
        auto const who = house.of_institution(role, std::string("A-") + boost::describe::enum_to_string(role, ""));
        house.done(who, house.service.sign_review(who, id, house.confirming(who, id, step, sm3)));
    }
    access::Principal office(Role role) const { return house.of_institution(role, "A-o"); }

    access::Principal officer(std::string const& name) {
        auto who = house.of_bureau(Role::clerk, "652301", "");
        auto const written = house.writer.apply(
            {{"A-operator", "operator", "platform", ""}, {}, {}, [&](auto& tx) {
                 std::string const id = "acc-" + std::to_string(tx.next_seq());
                 access::AccountCreated event{who.role, who.unit, who.unit_kind, who.region, who.authority, {}, {}};
                 event.login = house.personal.put(tx, id, "login", id);
                 event.display_name = house.personal.put(tx, id, "display_name", name);
                 return Result<ledger::Decided>(ledger::Decided{{ledger::event(id, event)}, json::object{{"id", id}}});
             }});
        who.account = {std::string(written.value().answer.at("id").as_string())};
        return who;
    }
    void sent(access::Principal const& from, access::Principal const& to, practice::ProjectId const& id,
              char const* text, std::optional<field::Date> due) {
        circulation::SendSlip in;
        in.matters = {{circulation::MatterKind::project, {id.text}}};
        in.to = {{{to.unit}, to.account}};
        in.text = Text<1, 2000>{text};
        in.due = due;
        house.act(from, circulation.send(from, in)).value();
    }

    std::unique_ptr<ledger::Projection> slips = circulation::make_projection();
    std::unique_ptr<ledger::Projection> applications = licensing::make_projection();
    std::unique_ptr<ledger::Projection> clues = findings::make_projection();
    std::unique_ptr<ledger::Projection> inspection_rows = inspection::make_projection();
    practice::testing::House house{GetParam(),
                                   practice::testing::books(ANPING_SOURCE_DIR "/rulebooks"),
                                   {slips.get(), applications.get(), clues.get(), inspection_rows.get()}};
    Projects matters{house.service};
    circulation::Service circulation{{[this] { return house.law; }, house.registry, matters, house.policy,
                                      access::Colleagues(house.personal), house.clock}};
    licensing::Service licensing{[this] { return house.law; }, house.registry, house.service, house.clock};
    findings::Service findings{{[this] { return house.law; }, house.service, house.registry, house.vault, house.policy,
                                house.clock, [] { return findings::Progress(); }}};
    inspection::Service inspection{{[this] { return house.law; }, house.registry, house.service, house.personal,
                                    house.vault, house.clock,
                                    [](auto&, std::string const& account) { return account; }}};
    Desk desk{house.service, house.registry, circulation, licensing, findings, inspection};
    api::testing::Caller caller{endpoints(desk, house.pool), house.policy, house.clock};
};

}  // namespace anping::desk
