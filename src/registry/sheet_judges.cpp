// SPDX-License-Identifier: Apache-2.0
#include "sheet_judges.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "rules.hpp"
#include "sheet_fields.hpp"

namespace anping::registry {
namespace {

constexpr char const* kRegistered = "已登记，跳过";
constexpr char const* kInPool = "已在库，跳过";

std::string same_as(std::int64_t row) { return fmt::format("与第 {} 行相同，跳过", row); }

std::string id_of(char const* prefix, std::int64_t seq) { return fmt::format("{}-{:08}", prefix, seq); }

// A refusal of one of the row's commands, told of the part of the row that became it.
Error within(char const* part, Error error) {
    for (auto& field : error.fields) field.pointer = part + field.pointer;
    return error;
}
std::vector<FieldError> problems_of(Error error) {
    if (error.fields.empty()) return {{"", error.key, std::move(error.text)}};
    return std::move(error.fields);
}

template <class Row>
class RowJudge : public Judge {
public:
    Judged judge(json::object values, std::int64_t number, std::int64_t seq) final {
        auto row = decoded(std::move(values));
        if (!row) return {RowState::wrong, "", problems_of(row.error()), {}};
        if (auto note = known(*row); !note.empty()) return {RowState::known, std::move(note), {}, {}};
        auto events = decide(*row, seq);
        if (!events) return {RowState::wrong, "", problems_of(events.error()), {}};
        remember(*row, number);
        return {RowState::added, "", {}, std::move(*events)};
    }
    std::vector<FieldError> problems(json::object values) const final {
        auto const row = decoded(std::move(values));
        return row ? std::vector<FieldError>{} : problems_of(row.error());
    }

protected:
    // What a form would send besides what a table has columns for.
    virtual void complete(json::object&) const {}
    // Why it is known; "" when it is not.
    virtual std::string known(Row const& row) const = 0;
    virtual Result<std::vector<ledger::Event>> decide(Row& row, std::int64_t seq) = 0;
    virtual void remember(Row const& row, std::int64_t number) = 0;

private:
    Result<Row> decoded(json::object values) const {
        complete(values);
        return from_json<Row>(values);
    }
};

std::set<std::string> ids_of(std::vector<BranchView> const& branches) {
    std::set<std::string> out;
    for (auto const& branch : branches) out.insert(branch.id.text);
    return out;
}

class People final : public RowJudge<PersonRow> {
public:
    People(InstitutionId institution, std::vector<PersonView> const& known, std::set<std::string> branches,
           KeepName keep)
        : institution_(std::move(institution)), branches_(std::move(branches)), keep_(std::move(keep)) {
        for (auto const& person : known) seen_.emplace(person.name, Seen{person.certificate, 0});
    }

private:
    struct Seen {
        std::optional<std::string> certificate;
        std::int64_t row;  // 0: registered
    };

    void complete(json::object& values) const override {
        for (auto const* part : {"credential", "employment"})
            if (auto* value = values.if_contains(part)) value->as_object()["person"] = kWhoeverItIs;
    }
    std::string known(PersonRow const& row) const override {
        std::optional<std::string> certificate;
        if (row.person.certificate) certificate = row.person.certificate->value;
        for (auto const& [name, one] : seen_) {
            bool const tell_apart = certificate && one.certificate;
            if (tell_apart ? *certificate == *one.certificate : name == row.person.name.value)
                return one.row == 0 ? kRegistered : same_as(one.row);
        }
        return {};
    }

    // The name is kept only once nothing of the row is refused.
    Result<std::vector<ledger::Event>> decide(PersonRow& row, std::int64_t seq) override {
        std::vector<ledger::Event> out(1);
        PersonId const person{id_of("R", seq)};
        Own own;
        own.institution = institution_;
        own.person = true;
        if (row.credential) {
            row.credential->person = person;
            auto event = decide_credential(*row.credential, own, {id_of("Z", seq + 1)});
            if (!event) return unexpected<Error>(within("/credential", event.error()));
            out.push_back(std::move(*event));
        }
        if (row.employment) {
            row.employment->person = person;
            own.branch = row.employment->branch && branches_.contains(row.employment->branch->text);
            auto event = decide_employment(*row.employment, own);
            if (!event) return unexpected<Error>(within("/employment", event.error()));
            out.push_back(std::move(*event));
        }
        out.front() = decide_person(row.person, person, keep_(person.text, row.person.name.value), institution_);
        return out;
    }

    void remember(PersonRow const& row, std::int64_t number) override {
        Seen seen{std::nullopt, number};
        if (row.person.certificate) seen.certificate = row.person.certificate->value;
        seen_.emplace(row.person.name.value, std::move(seen));
    }

    InstitutionId institution_;
    std::set<std::string> branches_;
    KeepName keep_;
    std::multimap<std::string, Seen> seen_;  // by name
};

class Instruments final : public RowJudge<RegisterInstrument> {
public:
    Instruments(InstitutionId institution, std::vector<InstrumentView> const& known, std::set<std::string> branches)
        : institution_(std::move(institution)), branches_(std::move(branches)) {
        for (auto const& one : known) seen_.emplace(std::pair(one.model, one.serial), 0);
    }

private:
    std::string known(RegisterInstrument const& row) const override {
        auto const found = seen_.find({row.model.value, row.serial.value});
        if (found == seen_.end()) return {};
        return found->second == 0 ? kRegistered : same_as(found->second);
    }
    Result<std::vector<ledger::Event>> decide(RegisterInstrument& row, std::int64_t seq) override {
        Own own;
        own.institution = institution_;
        own.branch = row.branch && branches_.contains(row.branch->text);
        auto event = decide_instrument(row, own, {id_of("Y", seq)});
        if (!event) return unexpected<Error>(event.error());
        return std::vector{std::move(*event)};
    }
    void remember(RegisterInstrument const& row, std::int64_t number) override {
        seen_.emplace(std::pair(row.model.value, row.serial.value), number);
    }

    InstitutionId institution_;
    std::set<std::string> branches_;
    std::map<std::pair<std::string, std::string>, std::int64_t> seen_;  // by model and serial number
};

class Enterprises final : public RowJudge<EnterpriseRow> {
public:
    Enterprises(std::function<bool(std::string const&)> known, EnterpriseGate may,
                std::shared_ptr<rulebook::Law const> law, field::Date today)
        : known_(std::move(known)), may_(std::move(may)), law_(std::move(law)), today_(today) {}

private:
    void complete(json::object& values) const override {
        if (auto* value = values.if_contains("description")) value->as_object()["site"] = json::array{};
    }
    std::string known(EnterpriseRow const& row) const override {
        auto const& code = row.enterprise.credit_code.text;
        if (auto const found = seen_.find(code); found != seen_.end()) return same_as(found->second);
        return known_(code) ? kRegistered : "";
    }
    Result<std::vector<ledger::Event>> decide(EnterpriseRow& row, std::int64_t seq) override {
        EnterpriseId const id{id_of("Q", seq)};
        auto event = decide_enterprise(row.enterprise, id, {}, law_->regions());
        if (!event) return unexpected<Error>(within("/enterprise", event.error()));
        if (auto const may = may_.registers(row.enterprise); !may)
            return wrong_field("/enterprise/region", "region", "企业所在地不在本单位登记企业的范围内");
        std::vector<ledger::Event> out{std::move(*event)};
        if (!row.description) return out;
        auto described = decide_description(*row.description, id, *law_, today_);
        if (!described) return unexpected<Error>(within("/description", described.error()));
        if (auto const may = may_.describes(row.enterprise); !may)
            return wrong_field("/description/industry", "role", "行业和监管层级由企业或其监管部门填写，请留空");
        out.push_back(std::move(*described));
        return out;
    }
    void remember(EnterpriseRow const& row, std::int64_t number) override {
        seen_.emplace(row.enterprise.credit_code.text, number);
    }

    std::function<bool(std::string const&)> known_;
    EnterpriseGate may_;
    std::shared_ptr<rulebook::Law const> law_;
    field::Date today_;
    std::map<std::string, std::int64_t> seen_;  // by credit code
};

class Experts final : public RowJudge<ListExpert> {
public:
    Experts(std::vector<ExpertView> const& known, rulebook::Place bureau, field::Date today, KeepName keep)
        : bureau_(std::move(bureau)), today_(today), keep_(std::move(keep)) {
        for (auto const& one : known) seen_.emplace(std::pair(one.name, one.employer), 0);
    }

private:
    void complete(json::object& values) const override {
        auto& facts = values["facts"];
        if (!facts.is_object()) facts = json::object{};
        facts.get_object().emplace("employers_before", json::array{});
    }
    std::string known(ListExpert const& row) const override {
        auto const found = seen_.find({row.name.value, row.facts.employer.value});
        if (found == seen_.end()) return {};
        return found->second == 0 ? kInPool : same_as(found->second);
    }
    // The name is kept only once nothing of the row is refused.
    Result<std::vector<ledger::Event>> decide(ListExpert& row, std::int64_t seq) override {
        ExpertId const id{id_of("X", seq)};
        if (auto const fine = decide_expert(row, id, {}, bureau_, today_); !fine)
            return unexpected<Error>(fine.error());
        auto event = decide_expert(row, id, keep_(id.text, row.name.value), bureau_, today_);
        if (!event) return unexpected<Error>(event.error());
        return std::vector{std::move(*event)};
    }
    void remember(ListExpert const& row, std::int64_t number) override {
        seen_.emplace(std::pair(row.name.value, row.facts.employer.value), number);
    }

    rulebook::Place bureau_;
    field::Date today_;
    KeepName keep_;
    std::map<std::pair<std::string, std::string>, std::int64_t> seen_;  // by name and employer
};

}  // namespace

std::unique_ptr<Judge> judge_of_people(InstitutionId const& institution, std::vector<PersonView> const& known,
                                       std::vector<BranchView> const& branches, KeepName keep) {
    return std::make_unique<People>(institution, known, ids_of(branches), std::move(keep));
}

std::unique_ptr<Judge> judge_of_instruments(InstitutionId const& institution, std::vector<InstrumentView> const& known,
                                            std::vector<BranchView> const& branches) {
    return std::make_unique<Instruments>(institution, known, ids_of(branches));
}

std::unique_ptr<Judge> judge_of_enterprises(std::function<bool(std::string const&)> known, EnterpriseGate may,
                                            std::shared_ptr<rulebook::Law const> law, field::Date today) {
    return std::make_unique<Enterprises>(std::move(known), std::move(may), std::move(law), today);
}

std::unique_ptr<Judge> judge_of_experts(std::vector<ExpertView> const& known, rulebook::Place const& bureau,
                                        field::Date today, KeepName keep) {
    return std::make_unique<Experts>(known, bureau, today, std::move(keep));
}

}  // namespace anping::registry
