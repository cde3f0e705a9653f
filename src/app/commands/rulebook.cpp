// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>

#include <anping/base/json.hpp>
#include <anping/rulebook/tools.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "../house.hpp"

namespace anping::app {
namespace {

int wrong(std::string const& what) {
    std::cerr << "anping: " << what << '\n';
    return kUsage;
}

void print(json::value const& document) { std::cout << json::serialize(document) << '\n'; }

int check(Config const& config, bool json) {
    auto const result = rulebook::check(config.rulebooks);
    if (json) print(to_json(result));
    else std::cout << rulebook::to_text(result);
    return result.ok ? kOk : kFound;
}

int explain(Config const& config, RulebookCommand const& command) {
    auto const law = load_law(config.rulebooks);
    if (!law) return wrong(law.error().text);
    SystemClock const clock;
    auto day = field::beijing_date(clock.now());
    if (!command.date.empty()) {
        auto const given = field::parse_date(command.date);
        if (!given) return wrong("--date should be YYYY-MM-DD");
        day = *given;
    }
    rulebook::Place const place{{command.region.empty() ? "000000" : command.region}};
    auto const text = rulebook::explain(**law, command.clause, place, day, {});
    if (!text) return wrong(text.error().text);
    if (command.json) print(json::object{{"text", *text}});
    else std::cout << *text << '\n';
    return kOk;
}

// Without a data directory only the clauses are compared.
std::vector<rulebook::OpenDeadline> open_deadlines(Config const& config,
                                                   std::shared_ptr<rulebook::Law const> const& law) {
    if (!std::filesystem::exists(config.data + "/keys")) return {};
    SystemClock const clock;
    House house(config, law, clock);
    auto lease = house.pool.lease();
    return house.practice.open_deadlines(*lease);
}

int diff(Config const& config, RulebookCommand const& command) {
    auto const before = load_law(config.rulebooks);
    if (!before) return wrong(before.error().text);
    auto const after = load_law(command.other);
    if (!after) return wrong(after.error().text);
    auto const moved = rulebook::diff(**before, **after, open_deadlines(config, *before));
    auto const changed = rulebook::changes(**before, **after);
    if (command.json) print(json::object{{"changed", to_json(changed)}, {"moved", to_json(moved)}});
    else std::cout << rulebook::to_text(changed, moved);
    return kOk;
}

}  // namespace

int rulebook_command(Config const& config, RulebookCommand const& command) {
    if (command.action == "check") return check(config, command.json);
    if (command.action == "explain") return explain(config, command);
    return diff(config, command);
}

}  // namespace anping::app
