// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include <anping/base/json.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "../house.hpp"

namespace anping::app {
namespace {

ledger::Actor const kOperator{"", "operator", "", ""};

int wrong(std::string const& what) {
    std::cerr << "anping: " << what << '\n';
    return kUsage;
}

int done(Result<ledger::Written> const& written, bool json) {
    if (!written) {
        std::cerr << "anping: " << written.error().text << '\n';
        for (auto const& field : written.error().fields)
            std::cerr << "  " << field.pointer << " " << field.text << '\n';
        return kUsage;
    }
    std::cout << (json ? json::serialize(written->answer) : "done: " + json::serialize(written->answer)) << '\n';
    return kOk;
}

int list(House& house, bool as_json) {
    access::Principal operator_;
    operator_.role = access::Role::administrator;
    auto const sees = house.policy.visibility(operator_, access::Action::account_view);
    json::array all;
    std::string after;
    for (;;) {
        auto const page = house.accounts.list(sees, after, 200);
        if (page.empty()) break;
        for (auto const& account : page) {
            if (as_json) all.push_back(to_json(account));
            else
                std::cout << fmt::format("{:<14} {:<24} {:<20} {:<12} {}{}\n", account.id.text, account.login,
                                         boost::describe::enum_to_string(account.role, "?"), account.unit,
                                         account.display_name, account.disabled ? " (disabled)" : "");
        }
        after = page.back().id.text;
    }
    if (as_json) std::cout << json::serialize(all) << '\n';
    return kOk;
}

std::string password_from_input() {
    std::string password;
    std::getline(std::cin, password);
    return password;
}

int create(House& house, AccountCommand const& command) {
    access::NewAccount account;
    account.login = command.login;
    account.display_name = command.name;
    account.unit = command.unit;
    if (!boost::describe::enum_from_string(command.role.c_str(), account.role)) return wrong("no such role");
    if (!boost::describe::enum_from_string(command.unit_kind.c_str(), account.unit_kind))
        return wrong("no such kind of unit");
    if (!command.region.empty()) account.region = field::RegionCode{command.region};
    account.password = password_from_input();
    account.must_change_password = true;
    return done(house.accounts.create(kOperator, account), command.json);
}

}  // namespace

int account_command(Config const& config, AccountCommand const& command) {
    auto const law = load_law(config.rulebooks);
    if (!law) return wrong(law.error().text);
    SystemClock const clock;
    House house(config, *law, clock);
    if (command.action == "list") return list(house, command.json);
    if (command.action == "create") return create(house, command);
    auto const account = house.accounts.by_login(command.login);
    if (!account) return wrong("nobody signs in as " + command.login);
    return done(house.accounts.reset(kOperator, *account, password_from_input(), command.reason), command.json);
}

}  // namespace anping::app
