// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <fstream>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <anping/access/policy.hpp>

namespace anping::access {
namespace {

template <class Enum>
constexpr std::size_t count_of = boost::mp11::mp_size<boost::describe::describe_enumerators<Enum>>::value;

struct Cell {
    Action action{};
    Role role{};
    Relation relation{};
    bool allowed = false;
    std::string line;
};

template <class Enum>
bool read(std::string const& name, Enum& out) {
    return boost::describe::enum_from_string(name.c_str(), out);
}

std::vector<std::string> parts_of(std::string const& line) {
    std::vector<std::string> parts(1);
    for (char const c : line)
        if (c == ',') parts.emplace_back();
        else parts.back() += c;
    return parts;
}

std::vector<Cell> oracle() {
    std::vector<Cell> cells;
    std::ifstream file(ANPING_ORACLE_CELLS);
    for (std::string line; std::getline(file, line);) {
        auto const parts = parts_of(line);
        Cell cell;
        cell.line = line;
        bool const understood = parts.size() == 4 && read(parts[0], cell.action) && read(parts[1], cell.role) &&
                                read(parts[2], cell.relation) && (parts[3] == "allow" || parts[3] == "deny");
        EXPECT_TRUE(understood) << "the program does not know: " << line;
        if (!understood) continue;
        cell.allowed = parts[3] == "allow";
        cells.push_back(std::move(cell));
    }
    return cells;
}

TEST(Oracle, AnswersForEveryActionRoleAndRelationOnce) {
    std::set<std::tuple<Action, Role, Relation>> seen;
    for (auto const& cell : oracle())
        EXPECT_TRUE(seen.emplace(cell.action, cell.role, cell.relation).second) << "twice: " << cell.line;
    EXPECT_EQ(seen.size(), count_of<Action> * count_of<Role> * count_of<Relation>);
}

TEST(Policy, AgreesWithTheOracleInEveryCell) {
    Policy const policy;
    std::size_t checked = 0, wrong = 0;
    for (auto const& cell : oracle()) {
        ++checked;
        if (policy.allows(cell.action, cell.role, cell.relation) == cell.allowed) continue;
        ++wrong;
        ADD_FAILURE() << "should be: " << cell.line;
    }
    fmt::print("{} cells checked, {} wrong\n", checked, wrong);
    EXPECT_GT(checked, 0U);
}

TEST(Policy, MaySayNobodyEverOnlyWhereTheOracleAllowsNoRelation) {
    Policy const policy;
    std::array<std::array<bool, count_of<Role>>, count_of<Action>> ever{};
    for (auto const& cell : oracle())
        if (cell.allowed) ever[static_cast<std::size_t>(cell.action)][static_cast<std::size_t>(cell.role)] = true;
    for (std::size_t action = 0; action < ever.size(); ++action)
        for (std::size_t role = 0; role < ever[action].size(); ++role)
            EXPECT_EQ(policy.ever(static_cast<Action>(action), static_cast<Role>(role)), ever[action][role])
                << boost::describe::enum_to_string(static_cast<Action>(action), "?") << " "
                << boost::describe::enum_to_string(static_cast<Role>(role), "?");
}

}  // namespace
}  // namespace anping::access
