// SPDX-License-Identifier: Apache-2.0
// make_ledger DIR ENTRIES: lets a data directory's ledger grow to ENTRIES entries, as fast as the one writer takes
// them. The entries are the registry's own: every row a projection makes of them is the product's.
#include <fmt/format.h>

#include <deque>
#include <iostream>
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

class Maker {
public:
    explicit Maker(app::House& house) : house_(house), random_(20261120), first_(house.writer.size() * 1000) {}

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
        if (dice < 3) institution();
        else if (dice < 65) enterprise();
        else if (dice < 85) person();
        else contact();
        if (under_way_.size() >= kUnderWay) take();
    }

    void submit(registry::Decision decide, bool makes_institution = false) {
        ledger::Change change;
        change.actor = {"", "operator", "", "650000"};
        if (random_() % 8 == 0) {
            change.idempotency_key = fmt::format("make-{}", serial());
            change.request_digest = std::string(64, '0');
        }
        change.decide = std::move(decide);
        under_way_.push_back({house_.writer.submit(std::move(change)), makes_institution});
    }

    void take() {
        auto const written = under_way_.front().first.get();
        if (!written) throw std::runtime_error(written.error().text + " " + written.error().internal);
        if (under_way_.front().second) institutions_.push_back({std::string(written->answer.at("id").as_string())});
        under_way_.pop_front();
    }

    registry::InstitutionId const& some_institution() {
        while (institutions_.empty()) take();
        return institutions_[random_() % institutions_.size()];
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
        submit(house_.registry.register_institution(std::move(in)), true);
    }

    void enterprise() {
        auto const number = serial();
        registry::RegisterEnterprise in;
        in.name = {fmt::format("第{}号演示化工有限公司", number)};
        in.credit_code = code_of(number);
        in.region = {random_() % 2 == 0 ? "652301" : "652302"};
        in.address = {fmt::format("演示工业园{}区{}号", number % 31, number % 997)};
        submit(house_.registry.register_enterprise(std::move(in)));
    }

    void person() {
        registry::AddPerson in;
        in.name = {fmt::format("演示员{}", serial())};
        in.level = registry::AssessorLevel::level2;
        in.specialty = {"安全"};
        in.certificate = Text<1, 40>{fmt::format("演示{}", serial())};
        in.certificate_until = field::add_months(today(), 30);
        submit(house_.registry.add_person(some_institution(), std::move(in)));
    }

    void contact() {
        registry::ChangeContact in;
        in.address = {fmt::format("演示新路{}号", random_() % 9973)};
        in.website = Text<1, 200>{fmt::format("https://example.invalid/{}", random_() % 9973)};
        in.phone = {fmt::format("000-{:07}", random_() % 9'999'999)};
        submit(house_.registry.change_contact(some_institution(), std::move(in)));
    }

    field::Date today() const { return field::beijing_date(house_.clock.now()); }

    app::House& house_;
    std::mt19937 random_;
    std::int64_t const first_;
    std::int64_t serial_ = 0;
    std::deque<std::pair<std::future<Result<ledger::Written>>, bool>> under_way_;
    std::vector<registry::InstitutionId> institutions_;
};

int run(std::string const& directory, std::int64_t entries) {
    auto const config = app::load_config(directory, {});
    if (!config) throw std::runtime_error(config.error().text);
    auto const law = app::load_law(config->rulebooks);
    if (!law) throw std::runtime_error(law.error().text);
    SystemClock const clock;
    app::House house(*config, *law, clock);
    Maker(house).grow_to(entries);
    std::cout << house.writer.size() << '\n';
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: make_ledger DIR ENTRIES\n";
        return 2;
    }
    try {
        return run(argv[1], std::stoll(argv[2]));
    } catch (std::exception const& e) {
        std::cerr << "make_ledger: " << e.what() << '\n';
        return 3;
    }
}
