#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Expands the authorisation oracle into every cell: action,role,relation,allow|deny."""
import csv
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROLES = ("anonymous institution_admin project_leader assessor internal_reviewer technical_lead process_lead authorised_signatory enterprise "
         "clerk section_head leader permit_officer legal_officer discipline_officer rater expert association "
         "administrator security_officer auditor").split()
RELATIONS = "own_unit party same_region child_region parent_region sibling_region stranger public_".split()


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        lines = [line for line in file if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(lines, strict=True))


def resolve(names, groups, known, where):
    """The plain names behind `names`, groups opened, in order and without repetition."""
    found = []
    for name in names.split():
        parts = groups.get(name, ()) if name.startswith("@") else (name,)
        if not parts or (len(parts) == 1 and parts[0] not in known):
            raise SystemExit(f"oracle: unknown name {name!r} in {where}")
        found += [part for part in parts if part not in found]
    return found


def expand(path=HERE / "oracle.csv"):
    """{(action, role, relation): True if allowed}: all cells of all actions the oracle names."""
    roles, relations, said, actions = {}, {}, {}, []
    for row in read_rows(path):
        if row["kind"] == "group":
            if row["roles"]:
                roles[row["action"]] = resolve(row["roles"], roles, ROLES, row["action"])
            else:
                relations[row["action"]] = resolve(row["relations"], relations, RELATIONS, row["action"])
            continue
        if row["kind"] not in ("allow", "deny"):
            raise SystemExit(f"oracle: a row is group, allow or deny, not {row['kind']!r}")
        if row["action"] not in actions:
            actions.append(row["action"])
        for role in resolve(row["roles"], roles, ROLES, row["action"]):
            for relation in resolve(row["relations"], relations, RELATIONS, row["action"]):
                cell = (row["action"], role, relation)
                if said.setdefault(cell, row["kind"]) != row["kind"]:
                    raise SystemExit(f"oracle: {cell} is both allowed and denied")
    return {(action, role, relation): said.get((action, role, relation)) == "allow"
            for action in actions for role in ROLES for relation in RELATIONS}


def main():
    cells = expand()
    out = open(sys.argv[1], "w", encoding="utf-8") if len(sys.argv) > 1 else sys.stdout
    with out:
        for (action, role, relation), allowed in cells.items():
            out.write(f"{action},{role},{relation},{'allow' if allowed else 'deny'}\n")


if __name__ == "__main__":
    main()
