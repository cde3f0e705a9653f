#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turns src/access/policy.csv into the C++ enum of actions and the table of who may.

    gen_policy.py --policy policy.csv --identity identity.hpp --enum action.hpp --table policy_table.hpp

Fails, naming file and line, unless every action has exactly one answer for each role and relation."""

import argparse
import pathlib
import re
import sys


class PolicyError(Exception):
    pass


def enumerators(header: str, name: str) -> list[str]:
    """The enumerators of BOOST_DESCRIBE_ENUM(name, ...) in a header."""
    match = re.search(r"BOOST_DESCRIBE_ENUM\(\s*" + name + r"\s*,([^)]*)\)", header)
    if match is None:
        raise PolicyError(f"no BOOST_DESCRIBE_ENUM({name}, ...) in the header of identities")
    return [item.strip() for item in match.group(1).split(",")]


def expand_roles(text: str, roles: list[str], groups: dict[str, list[str]], where: str) -> list[str]:
    out: list[str] = []
    for word in text.split():
        if word.startswith("@"):
            if word not in groups:
                raise PolicyError(f"{where}: unknown group {word}")
            out += groups[word]
        elif word in roles:
            out.append(word)
        else:
            raise PolicyError(f"{where}: unknown role {word!r}")
    if not out:
        raise PolicyError(f"{where}: no role")
    return out


def answers(text: str, relations: list[str], where: str) -> dict[str, bool]:
    """'own_unit party !*' -> an answer for every relation; a named relation outranks the star."""
    named: dict[str, bool] = {}
    rest: bool | None = None
    for word in text.split():
        allow, relation = not word.startswith("!"), word.lstrip("!")
        if relation == "*":
            if rest is not None:
                raise PolicyError(f"{where}: '*' stands twice")
            rest = allow
        elif relation not in relations:
            raise PolicyError(f"{where}: unknown relation {relation!r}")
        elif relation in named:
            raise PolicyError(f"{where}: {relation} stands twice")
        else:
            named[relation] = allow
    missing = [relation for relation in relations if relation not in named and rest is None]
    if missing:
        raise PolicyError(f"{where}: no answer for {', '.join(missing)} (allow, or deny with '!')")
    return {relation: named.get(relation, bool(rest)) for relation in relations}


def read_rows(text: str, file: str):
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        where = f"{file}:{number}"
        cells = [cell.strip() for cell in line.split(",")]
        if len(cells) != 3:
            raise PolicyError(f"{where}: a row is action,role,relations")
        yield where, cells


def read_policy(text: str, file: str, roles: list[str], relations: list[str]) -> dict[str, dict[str, dict[str, bool]]]:
    """action -> role -> relation -> may."""
    groups: dict[str, list[str]] = {}
    table: dict[str, dict[str, dict[str, bool]]] = {}
    rest: dict[str, dict[str, bool]] = {}
    header_seen = False
    for where, (action, role, relation) in read_rows(text, file):
        if not header_seen:
            if (action, role, relation) != ("action", "role", "relations"):
                raise PolicyError(f"{where}: the first row must be action,role,relations")
            header_seen = True
            continue
        if action.startswith("@"):
            groups[action] = expand_roles(role, roles, groups, where)
            continue
        if not re.fullmatch(r"[a-z][a-z0-9_]*", action):
            raise PolicyError(f"{where}: {action!r} is not a name for an action")
        cells = table.setdefault(action, {})
        may = answers(relation, relations, where)
        if role == "*":
            if action in rest:
                raise PolicyError(f"{where}: {action},* stands twice")
            rest[action] = may
            continue
        for one in expand_roles(role, roles, groups, where):
            if one in cells:
                raise PolicyError(f"{where}: {action},{one} stands twice")
            cells[one] = may
    if not table:
        raise PolicyError(f"{file}: no action")
    for action, cells in table.items():
        missing = [role for role in roles if role not in cells and action not in rest]
        if missing:
            raise PolicyError(f"{file}: {action} has no row for {', '.join(missing)}")
        table[action] = {role: cells.get(role, rest.get(action, {})) for role in roles}
        check_public(table[action], f"{file}: {action}")
    return table


def check_public(cells: dict[str, dict[str, bool]], where: str) -> None:
    """What is published is nobody's secret: whoever may as one of the public may also as somebody nearer."""
    for role, may in cells.items():
        if may["public_"]:
            hidden = [name for name, allowed in may.items() if not allowed and name != "stranger"]
            if hidden:
                raise PolicyError(f"{where},{role}: may as public_ but not as {', '.join(hidden)}")


def write_enum(actions: list[str]) -> str:
    lines = ["// SPDX-License-Identifier: Apache-2.0",
             "// Generated from src/access/policy.csv by tools/gen_policy.py.",
             "// What can be asked for. An endpoint cannot be declared without one.",
             "#pragma once", "", "#include <boost/describe/enum.hpp>", "", "namespace anping::access {", "",
             "enum class Action {"]
    lines += [f"    {action}," for action in actions]
    lines += ["};", "BOOST_DESCRIBE_ENUM_BEGIN(Action)"]
    lines += [f"BOOST_DESCRIBE_ENUM_ENTRY(Action, {action})" for action in actions]
    lines += ["BOOST_DESCRIBE_ENUM_END(Action)", "", "}  // namespace anping::access", ""]
    return "\n".join(lines)


def write_table(table: dict[str, dict[str, dict[str, bool]]], roles: list[str], relations: list[str]) -> str:
    lines = ["// SPDX-License-Identifier: Apache-2.0",
             "// Generated from src/access/policy.csv by tools/gen_policy.py.",
             "// kPolicy[action][role]: bit n is the answer for relation n.",
             "#pragma once", "", "#include <array>", "#include <cstdint>", "", "namespace anping::access {", "",
             f"inline constexpr std::size_t kActions = {len(table)};",
             f"inline constexpr std::size_t kRoles = {len(roles)};",
             f"inline constexpr std::size_t kRelations = {len(relations)};",
             "inline constexpr std::array<std::array<std::uint16_t, kRoles>, kActions> kPolicy{{"]
    for action, cells in table.items():
        masks = [sum(1 << bit for bit, relation in enumerate(relations) if cells[role][relation]) for role in roles]
        lines.append("    {{" + ", ".join(str(mask) for mask in masks) + "}},  // " + action)
    lines += ["}};", "", "}  // namespace anping::access", ""]
    return "\n".join(lines)


def write_if_changed(path: str, text: str) -> None:
    """An unchanged file keeps its time, so nothing that includes it is compiled again."""
    file = pathlib.Path(path)
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--policy", required=True, help="the table of who may")
    parser.add_argument("--identity", required=True, help="the header that names roles and relations")
    parser.add_argument("--enum", required=True, help="where the enum of actions goes")
    parser.add_argument("--table", required=True, help="where the compiled table goes")
    args = parser.parse_args()
    try:
        header = pathlib.Path(args.identity).read_text(encoding="utf-8")
        roles, relations = enumerators(header, "Role"), enumerators(header, "Relation")
        table = read_policy(pathlib.Path(args.policy).read_text(encoding="utf-8"), args.policy, roles, relations)
    except (PolicyError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    write_if_changed(args.enum, write_enum(list(table)))
    write_if_changed(args.table, write_table(table, roles, relations))
    return 0


if __name__ == "__main__":
    sys.exit(main())
