// SPDX-License-Identifier: Apache-2.0
// make_ledger DIR ENTRIES [practice]: lets a data directory's ledger grow to ENTRIES entries, as fast as the one writer
// takes them. The entries are the registry's own, or with `practice` a province's: projects, notices, applications
// besides. Every row a projection makes of them is the product's.
#include <fmt/format.h>

#include <array>
#include <deque>
#include <functional>
#include <iostream>
#include <optional>
#include <random>

#include "house.hpp"

namespace {

using namespace anping;

constexpr std::size_t kUnderWay = 512;

// A credit code whose check digits fit, another for every number.
field::CreditCode code_of(std::int64_t number) {
    constexpr std::string_view kDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    constexpr std::string_view kInner = "0123456789X";
    std::string body = "N0000000";
    for (std::size_t i = body.size(); i-- > 1; number /= 31) body[i] = kDigits[static_cast<std::size_t>(number % 31)];
    for (char inner : kInner)
        for (char outer : kDigits)
            if (auto code = field::parse_credit_code("91652301" + body + inner + outer)) return *code;
    throw std::logic_error("no check digit fits " + body);
}

constexpr std::array kCounties{"652301", "652302", "652323", "652324", "652325", "652327", "652328", "650102",
                               "650103", "650104", "650105", "650106", "650107", "650202", "650203", "650204"};

class Maker {
    struct Institution {
        registry::InstitutionId id;
        std::vector<registry::PersonId> people;
    };
    struct Enterprise {
        registry::EnterpriseId id;
        field::RegionCode region;
    };
    struct Project {
        practice::ProjectId id;
        std::size_t by;  // of the institutions
        registry::EnterpriseId enterprise;
        field::Date first_day;
    };

public:
    Maker(app::House& house, bool practice)
        : house_(house), practice_(practice), random_(20261120), first_(house.writer.size() * 1000) {}

    void grow_to(std::int64_t entries) {
        institution();
        while (house_.writer.size() < entries) {
            while (house_.writer.size() + static_cast<std::int64_t>(under_way_.size()) < entries) one();
            while (!under_way_.empty()) take();
        }
    }

private:
    // Another number in every run on the same ledger: a run makes fewer than 1000 for each entry.
    std::int64_t serial() { return first_ + ++serial_; }

    void one() {
        auto const dice = random_() % 100;
        if (practice_) act(dice);
        else if (dice < 3) institution();
        else if (dice < 65) enterprise();
        else if (dice < 85) person();
        else contact();
        if (under_way_.size() >= kUnderWay) take();
    }

    // Some hundred projects for an institution, a notice for each.
    void act(std::uint64_t dice) {
        if (dice < 1 && institutions_.size() < 40 + projects_.size() / 300) institution();
        else if (dice < 7) person();
        else if (dice < 27) enterprise();
        else if (dice < 60) project();
        else if (dice < 94) notice();
        else application();
    }

    using Then = std::function<void(std::string const& id)>;

    void submit(registry::Decision decide, Then then = {}) {
        ledger::Change change;
        change.actor = {"", "operator", "", "650000"};
        if (random_() % 8 == 0) {
            change.idempotency_key = fmt::format("make-{}", serial());
            change.request_digest = std::string(64, '0');
        }
        change.decide = std::move(decide);
        under_way_.push_back({house_.writer.submit(std::move(change)), std::move(then)});
    }

    void take() {
        auto const written = under_way_.front().first.get();
        if (!written) {
            auto text = written.error().text + " " + written.error().internal;
            for (auto const& field : written.error().fields) text += " " + field.pointer + " " + field.text;
            throw std::runtime_error(text);
        }
        if (under_way_.front().second) under_way_.front().second(std::string(written->answer.at("id").as_string()));
        under_way_.pop_front();
    }

    template <class T>
    T& some(std::vector<T>& all) {
        while (all.empty()) take();
        return all[random_() % all.size()];
    }

    void institution() {
        auto const number = serial();
        registry::RegisterInstitution in;
        in.name = {fmt::format("第{}号演示技术服务有限公司", number)};
        in.credit_code = code_of(number);
        in.region = {"650102"};
        in.address = {fmt::format("演示路{}号", number % 997)};
        in.phone = {"000-0000000"};
        in.qualification.certificate = {fmt::format("APJ-(演示)-{}", number)};
        in.qualification.scopes = {{"assess.2"}, {"assess.5"}};
        in.qualification.valid_from = field::add_months(today(), -12);
        in.qualification.valid_until = field::add_months(today(), 24);
        submit(house_.registry.register_institution(std::move(in)),
               [this](std::string const& id) { institutions_.push_back({{id}, {}}); });
    }

    void enterprise() {
        auto const number = serial();
        registry::RegisterEnterprise in;
        in.name = {fmt::format("第{}号演示化工有限公司", number)};
        in.credit_code = code_of(number);
        in.region = {kCounties[random_() % (practice_ ? kCounties.size() : 2)]};
        in.address = {fmt::format("演示工业园{}区{}号", number % 31, number % 997)};
        auto region = in.region;
        submit(house_.registry.register_enterprise(std::move(in)),
               [this, region](std::string const& id) { enterprises_.push_back({{id}, region}); });
    }

    void person() {
        registry::AddPerson in;
        in.name = {fmt::format("演示员{}", serial())};
        in.level = registry::AssessorLevel::level2;
        in.specialty = {"安全"};
        in.certificate = Text<1, 40>{fmt::format("演示{}", serial())};
        auto const institution = some(institutions_).id;
        in.certificate_until = field::add_months(today(), static_cast<int>(random_() % 60));
        submit(house_.registry.add_person(institution, std::move(in)), [this, institution](std::string const& id) {
            for (auto& one : institutions_)
                if (one.id == institution) one.people.push_back({id});
        });
    }

    void contact() {
        registry::ChangeContact in;
        in.address = {fmt::format("演示新路{}号", random_() % 9973)};
        in.website = Text<1, 200>{fmt::format("https://example.invalid/{}", random_() % 9973)};
        in.phone = {fmt::format("000-{:07}", random_() % 9'999'999)};
        submit(house_.registry.change_contact(some(institutions_).id, std::move(in)));
    }

    // One whose people suffice for a project, after a few looks.
    std::optional<std::size_t> staffed() {
        while (institutions_.empty()) take();
        for (int looks = 0; looks < 8; ++looks)
            if (auto const at = random_() % institutions_.size(); institutions_[at].people.size() >= 3) return at;
        return std::nullopt;
    }

    void project() {
        auto const by = staffed();
        if (!by) return person();
        if (enterprises_.empty()) return enterprise();
        auto const& whose = enterprises_[random_() % enterprises_.size()];
        practice::OpenProject in;
        in.title = {fmt::format("第{}号装置安全现状评价", serial())};
        in.enterprise = whose.id;
        in.region = whose.region;
        in.site = {"演示厂区"};
        in.scope = {random_() % 3 == 0 ? "assess.2" : "assess.5"};
        in.statutory_kind = {"chemical_permit"};
        in.service_type = {"current"};
        in.contract.number = {fmt::format("演示-{}", serial())};
        in.contract.signed_on = today() - static_cast<int>(random_() % 700);
        in.contract.ends_on = in.contract.signed_on + 120;
        in.contract.price = {static_cast<std::int64_t>(3'000'000 + random_() % 20'000'000)};
        in.leader = institutions_[*by].people.front();
        in.site_first_day = in.contract.signed_on + static_cast<int>(3 + random_() % 30);
        Project made{{}, *by, in.enterprise, in.site_first_day};
        submit(house_.practice.open_project(of(institutions_[*by]), std::move(in)),
               [this, made](std::string const& id) {
                   projects_.push_back(made);
                   projects_.back().id = {id};
               });
    }

    void notice() {
        if (projects_.empty()) return project();
        auto const& project = projects_[random_() % projects_.size()];
        practice::FileNotice in;
        in.site_first_day = project.first_day;
        in.site_last_day = project.first_day + static_cast<int>(random_() % 5);
        auto const& people = institutions_[project.by].people;
        in.members = {people.begin(), people.begin() + 3};
        in.contact = {"演示联系人"};
        in.phone = {"000-0000000"};
        submit(house_.practice.file_notice(project.id, std::move(in)));
    }

    void application() {
        if (projects_.empty()) return project();
        auto const& project = projects_[random_() % projects_.size()];
        licensing::ReceiveApplication in;
        in.enterprise = project.enterprise;
        in.kind = {"chemical_production"};
        in.title = {fmt::format("第{}号许可延期", serial())};
        in.received_on = today() - static_cast<int>(random_() % 300);
        in.accepted_on = in.received_on + 2;
        in.projects = {project.id};
        submit(house_.licensing.receive(std::move(in)));
    }

    static access::Principal of(Institution const& institution) {
        access::Principal who;
        who.account = {"acc-0"};
        who.role = access::Role::institution_admin;
        who.unit = institution.id.text;
        who.unit_kind = access::UnitKind::institution;
        who.region = {"650102"};
        return who;
    }

    field::Date today() const { return field::beijing_date(house_.clock.now()); }

    app::House& house_;
    bool const practice_;
    std::mt19937 random_;
    std::int64_t const first_;
    std::int64_t serial_ = 0;
    std::deque<std::pair<std::future<Result<ledger::Written>>, Then>> under_way_;
    std::vector<Institution> institutions_;
    std::vector<Enterprise> enterprises_;
    std::vector<Project> projects_;
};

int run(std::string const& directory, std::int64_t entries, bool practice) {
    auto const config = app::load_config(directory, {});
    if (!config) throw std::runtime_error(config.error().text);
    auto const law = app::load_law(config->rulebooks);
    if (!law) throw std::runtime_error(law.error().text);
    SystemClock const clock;
    app::House house(*config, *law, clock);
    Maker(house, practice).grow_to(entries);
    std::cout << house.writer.size() << '\n';
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    bool const practice = argc == 4 && std::string_view(argv[3]) == "practice";
    if (argc != 3 && !practice) {
        std::cerr << "usage: make_ledger DIR ENTRIES [practice]\n";
        return 2;
    }
    try {
        return run(argv[1], std::stoll(argv[2]), practice);
    } catch (std::exception const& e) {
        std::cerr << "make_ledger: " << e.what() << '\n';
        return 3;
    }
}
