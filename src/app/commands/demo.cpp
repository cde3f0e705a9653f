// SPDX-License-Identifier: Apache-2.0
// A demonstration province: institutions, enterprises and people that do not exist, in regions that do.
#include <fmt/format.h>

#include <iostream>
#include <stdexcept>

#include <anping/base/json.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "../house.hpp"
#include "demo_reports.hpp"

namespace anping::app {
namespace {

constexpr char const* kPassword = "anping-demo-2026";

// A credit code of the given registration and body part with its check digits filled in.
field::CreditCode fictional_code(std::string const& region, std::string const& body) {
    constexpr std::string_view kInner = "0123456789X";
    constexpr std::string_view kOuter = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    for (char inner : kInner)
        for (char outer : kOuter)
            if (auto code = field::parse_credit_code("91" + region + body + inner + outer)) return *code;
    throw std::logic_error("no check digit fits " + body);
}

struct Login {
    std::string login;
    std::string name;
    std::string office;
};

class Province {
public:
    explicit Province(House& house) : house_(house), today_(field::beijing_date(house.clock.now())) {}

    std::vector<Login> build() {
        officers();
        auto tianshan =
            institution("天山演示安全评价有限公司", "650102", "MADEM001", {"assess.2", "assess.5"}, "APJ-(演示)-001");
        people(tianshan, "tianshan");
        auto longjiang =
            institution("龙江演示安全技术服务有限公司", "230102", "MADEM002", {"assess.6"}, "APJ-(演示)-002");
        people(longjiang, "longjiang");
        auto const branch = branch_of(longjiang);
        auto const refinery = enterprise("昌吉演示化工有限公司", "652301", "MAENT001", "昌吉市演示工业园一号");
        auto const mine = enterprise("阜康演示矿业有限公司", "652302", "MAENT002", "阜康市演示矿区");
        auto const plant = enterprise("武进演示精细化工有限公司", "320412", "MAENT003", "武进区演示路九号");
        account("enterprise", "李企业（演示）", access::Role::enterprise, refinery, access::UnitKind::enterprise,
                "652301");
        describe(refinery, "26", registry::SupervisionLevel::county);
        describe(mine, "09", registry::SupervisionLevel::prefecture);
        describe(plant, "26", registry::SupervisionLevel::county);
        auto const methanol = open(tianshan, refinery, "652301", "年产二十万吨甲醇装置安全现状评价", "assess.5", 12, 3);
        team(methanol);
        notified(methanol);
        open(tianshan, mine, "652302", "演示露天矿安全设施验收评价", "assess.2", 4, 20);
        open(longjiang, refinery, "652301", "罐区扩建项目安全预评价", "assess.5", 2, 6, branch);
        open(tianshan, plant, "320412", "精细化工装置安全现状评价", "assess.5", 12, 3);
        auto const energy = enterprise("呼图壁演示能源有限公司", "652323", "MAENT004", "呼图壁县演示集中区");
        auto const depot = open(tianshan, refinery, "652301", "演示储运站安全现状评价", "assess.5", 60, -40);
        report(depot, demonstration::first_report(depot.first_day));
        auto const station = open(longjiang, energy, "652323", "演示装卸站安全现状评价", "assess.5", 50, -30, branch);
        report(station, demonstration::second_report(station.first_day));
        return std::move(logins_);
    }

private:
    struct Office {
        std::string id;
        std::string region;
        access::Principal admin;
        registry::PersonId leader;
        std::vector<registry::PersonId> people;
        std::vector<registry::InstrumentId> instruments;
    };

    // Every act of the demonstration is the operator's; what it says is the demonstration's.
    std::string act(practice::Decision decide, ledger::Actor const& by) {
        auto const written = house_.writer.apply({by, {}, {}, std::move(decide)});
        if (!written) {
            auto text = written.error().text;
            for (auto const& field : written.error().fields) text += " " + field.pointer + " " + field.text;
            throw std::runtime_error(text);
        }
        return std::string(written->answer.at("id").as_string());
    }
    static ledger::Actor operator_() { return {"", "operator", "", ""}; }
    static ledger::Actor actor(access::Principal const& who) {
        return {who.account.text, boost::describe::enum_to_string(who.role, ""), who.unit, who.region.digits};
    }

    access::Principal account(std::string const& login, std::string const& name, access::Role role,
                              std::string const& unit, access::UnitKind kind, std::string const& region) {
        access::NewAccount in;
        in.login = login;
        in.display_name = name;
        in.password = kPassword;
        in.role = role;
        in.unit = unit;
        in.unit_kind = kind;
        in.region = field::RegionCode{region};
        auto const made = house_.accounts.create(operator_(), in);
        if (!made) throw std::runtime_error(login + ": " + made.error().text);
        logins_.push_back({login, name, boost::describe::enum_to_string(role, "")});
        access::Principal who;
        who.account = {std::string(made->answer.at("id").as_string())};
        who.role = role;
        who.unit = unit;
        who.unit_kind = kind;
        who.region = {region};
        return who;
    }

    void officer(std::string const& login, std::string const& name, access::Role role, std::string const& region) {
        account(login, name, role, registry::bureau_of({region}, field::Authority::government).text,
                access::UnitKind::bureau, region);
    }

    void officers() {
        officer("xinjiang", "自治区经办（演示）", access::Role::clerk, "650000");
        officer("xinjiang-head", "自治区处长（演示）", access::Role::section_head, "650000");
        officer("xinjiang-legal", "自治区法制（演示）", access::Role::legal_officer, "650000");
        officer("changji", "昌吉市经办（演示）", access::Role::clerk, "652301");
        officer("changji-head", "昌吉市科长（演示）", access::Role::section_head, "652301");
        officer("fukang", "阜康市经办（演示）", access::Role::clerk, "652302");
        officer("hutubi", "呼图壁县经办（演示）", access::Role::clerk, "652323");
        officer("wujin", "武进区经办（演示）", access::Role::clerk, "320412");
    }

    Office institution(std::string const& name, std::string const& region, std::string const& body,
                       std::vector<std::string> const& scopes, std::string const& certificate) {
        registry::RegisterInstitution in;
        in.name = {name};
        in.credit_code = fictional_code(region, body);
        in.region = {region};
        in.address = {"演示大厦"};
        in.phone = {"000-0000000"};
        in.qualification.certificate = {certificate};
        for (auto const& scope : scopes) in.qualification.scopes.push_back({scope});
        in.qualification.valid_from = field::add_months(today_, -24);
        in.qualification.valid_until = field::add_months(today_, 36) - 1;
        Office office;
        office.id = act(house_.registry.register_institution(std::move(in)), operator_());
        office.region = region;
        return office;
    }

    registry::PersonId person(Office const& office, std::string const& name, registry::AssessorLevel level,
                              std::string const& specialty) {
        registry::AddPerson in;
        in.name = {name};
        in.level = level;
        in.specialty = {specialty};
        in.certificate = Text<1, 40>{fmt::format("演示{:06}", ++certificates_)};
        in.certificate_until = field::add_months(today_, 1 + certificates_ * 2);
        return {act(house_.registry.add_person({office.id}, std::move(in)), operator_())};
    }

    // What no assessor's certificate shows: the second specialty, the engineer's registration, the contract.
    void file_of(Office const& office, registry::PersonId const& whose) {
        registry::RecordCredential in;
        in.person = whose;
        in.kind = registry::CredentialKind::engineer;
        in.grade = registry::Grade::middle;
        in.specialty = {"化工安全"};
        in.number = Text<1, 40>{fmt::format("演示注安{:06}", ++certificates_)};
        in.valid_from = field::add_months(today_, -20);
        in.valid_until = field::add_months(today_, 16);
        auto const credential = act(house_.registry.record_credential({office.id}, std::move(in)), operator_());
        registry::RecordVerification asked;
        asked.credential = {credential};
        asked.platform = {"engineer"};
        asked.asked_on = today_ - 30;
        act(house_.registry.record_verification({office.id}, std::move(asked)), operator_());
        registry::RecordEmployment job;
        job.person = whose;
        job.from = field::add_months(today_, -30);
        act(house_.registry.record_employment({office.id}, std::move(job)), operator_());
    }

    void instruments(Office& office) {
        for (auto const& [name, months] : {std::pair{"可燃气体检测仪（演示）", 8}, {"超声波测厚仪（演示）", 1}}) {
            registry::RegisterInstrument in;
            in.name = {name};
            in.model = {"YS-1"};
            in.serial = {fmt::format("YS{:04}", ++certificates_)};
            in.calibration = registry::Calibration{{fmt::format("演示检定{:04}", certificates_)},
                                                   {"演示计量院"},
                                                   field::add_months(today_, months - 12),
                                                   field::add_months(today_, months)};
            office.instruments.push_back(
                {act(house_.registry.register_instrument({office.id}, std::move(in)), operator_())});
        }
    }

    // Of the institution from another province: two of its people there, not all that chemicals ask for.
    registry::BranchId branch_of(Office const& office) {
        registry::RegisterBranch in;
        in.name = {"龙江演示昌吉分公司"};
        in.region = {"652301"};
        in.address = {"昌吉市演示路一号"};
        in.phone = {"0994-0000000"};
        in.registered_on = field::add_months(today_, -14);
        registry::BranchId const branch{act(house_.registry.register_branch({office.id}, std::move(in)), operator_())};
        for (std::size_t i = 0; i < 2; ++i) {
            registry::RecordEmployment job;
            job.person = office.people[i];
            job.branch = branch;
            job.from = field::add_months(today_, -14);
            act(house_.registry.record_employment({office.id}, std::move(job)), operator_());
        }
        return branch;
    }

    void describe(std::string const& enterprise, std::string const& industry, registry::SupervisionLevel level) {
        registry::DescribeEnterprise in;
        in.industry = {industry};
        in.supervision_level = level;
        act(house_.registry.describe_enterprise({enterprise}, std::move(in)), operator_());
    }

    void people(Office& office, std::string const& login) {
        using enum registry::AssessorLevel;
        for (auto const& [name, level, specialty] : {std::tuple{"王组长（演示）", level1, "化工工艺"},
                                                     {"赵评价（演示）", level2, "安全"},
                                                     {"孙评价（演示）", level2, "电气"},
                                                     {"钱评价（演示）", level2, "化工工艺"},
                                                     {"周评价（演示）", level1, "化工机械"},
                                                     {"吴评价（演示）", level3, "化工机械"},
                                                     {"郑评价（演示）", level2, "电气"},
                                                     {"冯评价（演示）", level3, "安全"},
                                                     {"陈评价（演示）", level3, "自动化"},
                                                     {"褚评价（演示）", level2, "采矿"}})
            office.people.push_back(person(office, name, level, specialty));
        for (std::size_t i = 0; i < 4; ++i) file_of(office, office.people[i]);
        instruments(office);
        office.leader = office.people.front();
        auto const make = [&](char const* suffix, char const* name, access::Role role) {
            return account(login + suffix, name, role, office.id, access::UnitKind::institution, office.region);
        };
        office.admin = make("", "机构管理员（演示）", access::Role::institution_admin);
        make("-leader", "王组长（演示）", access::Role::project_leader);
        make("-review", "内审员（演示）", access::Role::internal_reviewer);
        make("-tech", "技术负责人（演示）", access::Role::technical_lead);
        make("-process", "过程控制负责人（演示）", access::Role::process_lead);
    }

    std::string enterprise(std::string const& name, std::string const& region, std::string const& body,
                           std::string const& address) {
        registry::RegisterEnterprise in;
        in.name = {name};
        in.credit_code = fictional_code(region, body);
        in.region = {region};
        in.address = {address};
        return act(house_.registry.register_enterprise(std::move(in)), operator_());
    }

    struct Opened {
        Office office;
        std::string id;
        field::Date first_day;
    };

    Opened open(Office const& office, std::string const& enterprise, std::string const& region,
                std::string const& title, std::string const& scope, int signed_days_ago, int site_in_days,
                std::optional<registry::BranchId> branch = {}) {
        practice::OpenProject in;
        in.title = {title};
        in.enterprise = {enterprise};
        in.region = {region};
        in.site = {"演示厂区"};
        in.scope = {scope};
        in.statutory_kind = {"chemical_permit"};
        in.service_type = {"current"};
        in.contract.number = {fmt::format("演示-{:03}", ++contracts_)};
        in.contract.signed_on = today_ - signed_days_ago;
        in.contract.ends_on = today_ + 90;
        in.contract.price = {8'000'000 + contracts_ * 500'000};
        in.leader = office.leader;
        in.site_first_day = today_ + site_in_days;
        in.branch = std::move(branch);
        in.risk = practice::RiskAnalysis{in.contract.signed_on - 3, true, true, false, {}, {"可以承接（演示）"}};
        in.terms = practice::Terms{{title + "，按合同约定的范围评价（演示）"}, {}, false, {}};
        auto const first = in.site_first_day;
        return {office, act(house_.practice.open_project(office.admin, std::move(in)), actor(office.admin)), first};
    }

    void team(Opened const& project) {
        practice::FormTeam in;
        in.leader = project.office.leader;
        in.leader_years = 8;
        for (auto const& member : project.office.people)
            if (member != in.leader) in.members.push_back({member, {"survey"}});
        in.instruments = project.office.instruments;
        in.supports = {{{"演示测绘院"}, {"总平面测绘"}}};
        act(house_.practice.form_team({project.id}, std::move(in)), actor(project.office.admin));
    }

    void notified(Opened const& project) {
        practice::FileNotice in;
        in.site_first_day = project.first_day;
        in.site_last_day = project.first_day + 2;
        in.members = {project.office.people.begin(), project.office.people.begin() + 3};
        in.contact = {"王组长（演示）"};
        in.phone = {"000-0000000"};
        act(house_.practice.file_notice({project.id}, std::move(in)), actor(project.office.admin));
    }

    void report(Opened const& project, std::string const& docx) {
        auto const& who = project.office.admin;
        auto const upload = house_.vault.create(who.account.text, "安全现状评价报告（演示）.docx",
                                                static_cast<std::int64_t>(docx.size()), true);
        auto append = upload ? house_.vault.append(upload->id, 0) : tl::make_unexpected(upload.error());
        if (!append || !(*append)->write(docx) || !(*append)->finish())
            throw std::runtime_error("the vault did not take a report");
        practice::FileReport in{
            {"安全现状评价报告（演示）"}, {"符合要求（演示）"}, {project.office.people[1]}, upload->id};
        act(house_.practice.file_report(who, {project.id}, std::move(in)), actor(who));
    }

    House& house_;
    field::Date today_;
    int certificates_ = 0;
    std::int64_t contracts_ = 0;
    std::vector<Login> logins_;
};

}  // namespace

int demo(Config const& config, bool json) {
    auto const law = load_law(config.rulebooks);
    if (!law) {
        std::cerr << "anping: " << law.error().text << '\n';
        return kUsage;
    }
    SystemClock const clock;
    House house(config, *law, clock);
    if (house.accounts.by_login("tianshan")) {
        std::cerr << "anping: " << config.data << " has the demonstration already\n";
        return kUsage;
    }
    auto const logins = Province(house).build();
    if (json) {
        json::array all;
        for (auto const& one : logins)
            all.push_back(json::object{{"login", one.login}, {"name", one.name}, {"role", one.office}});
        std::cout << json::serialize(json::object{{"password", kPassword}, {"accounts", all}}) << '\n';
        return kOk;
    }
    std::cout << "a fictional demonstration province. Everybody's password is " << kPassword << '\n';
    for (auto const& one : logins) std::cout << fmt::format("  {:<18} {:<20} {}\n", one.login, one.office, one.name);
    return kOk;
}

}  // namespace anping::app
