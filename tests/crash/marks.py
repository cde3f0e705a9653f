# SPDX-License-Identifier: Apache-2.0
"""By what an entry of the bureaus' modules is known to be the change that was asked for."""
import re

MODULES = ("planning.", "inspection.", "determination.", "official.", "cases.", "credit.", "findings.",
           "registry.expert_", "registry.officer_", "circulation.group_", "circulation.follow_up_",
           "circulation.bureau_criticised", "circulation.criticism_", "practice.hosting_")
MARK = re.compile(r"试验\d+-\d+-\d+(?!\d)")

# Told by their place alone: the body has no text, the subject is one of many changes.
BY_ENTRY = ("planning.seed_announced", "planning.year_plan_approved", "practice.hosting_declared")


def _proposed(data):
    """By an officer, or by a look that found a grade."""
    return data["proposal"]["facts"] if data["key"].startswith("officer:") else data["key"]


# What their data says was another change's to say.
BY_SUBJECT = ("official.document_issued", "planning.draw_held")
BY_DATA = {
    "cases.case_opened": lambda data: data["title"],
    "official.document_drafted": lambda data: data["subject"]["id"],
    "planning.listing_proposed": _proposed,
    "registry.expert_listed": lambda data: data["facts"]["title"],
    "planning.share_committed": lambda data: data["commitment"],
    "planning.share_revealed": lambda data: data["share"],
}
# The program's own, unless somebody's mark is in it.
UNASKED = ("findings.finding_raised", "findings.report_screened")


def texts(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


def marked(kind, key):
    return f"{kind} {key}"


def marker_of_bureau(body):
    """None in entries nobody here asked for."""
    kind, data = body["type"], body["data"]
    if not kind.startswith(MODULES):
        return None
    if kind in BY_ENTRY:
        return marked(kind, body["seq"])
    if kind in BY_DATA:
        return marked(kind, BY_DATA[kind](data))
    if kind == "planning.number_entered":  # two people say the same
        return marked(kind, f"{data['number']} {body['actor']['account']}")
    found = {one for text in texts(data) for one in MARK.findall(text)} if kind not in BY_SUBJECT else set()
    if len(found) > 1:
        raise ValueError(f"entry {body['seq']} ({kind}) has several marks: {sorted(found)}")
    if kind in UNASKED and not found:
        return None
    return marked(kind, found.pop() if found else body["subject"])


def is_of(unknown, marker):
    """Whether the marker is what a change that is known by its place will have left."""
    return unknown == marked(marker.split(" ")[0], "?")
