# SPDX-License-Identifier: Apache-2.0
"""Bodies spoilt in every way the schema gives reason to think of, sent by whoever may do the act."""
import collections
import json
import random
import time

import shapes
from doors import API
from watch import Dropped, Knocker

PAIRS = 4  # of a person and a thing, for each endpoint


class Bodies:
    def __init__(self, world, watch, tally, seed):
        self.world, self.watch, self.tally, self.seed = world, watch, tally, seed
        self.knockers, self.size = {}, watch.size()
        self.sent, self.answered, self.sound = collections.Counter(), collections.Counter(), {}

    def knocker(self, person):
        return self.knockers.setdefault(person.login, Knocker(self.world.program.port, person))

    def once_unlocked(self, person, says):
        """The wrong passwords among the bodies lock an account for seconds."""
        for left in reversed(range(30)):
            try:
                return says(self.world.passwords[person.login])
            except RuntimeError as refused:
                if ": 429 " not in str(refused) or left == 0:
                    raise
                time.sleep(1)

    def knock(self, door, person, thing, body, headers):
        """The answer, with the password said again where that is asked for, or a new session where the last is gone."""
        client = self.knocker(person)
        answer = client.call(door.method, door.where(thing), body, headers)
        if answer.status == 403 and (answer.json() or {}).get("code") == "reauthenticate":
            self.once_unlocked(person, self.world.client(person.login).reauthenticate)
        elif answer.status == 401 and door.family != "session":
            self.once_unlocked(person, self.world.client(person.login).sign_in)
        else:
            return answer
        self.size = self.watch.size()
        return client.call(door.method, door.where(thing), body, headers)

    def family(self, doors, at_least):
        """At least so many spoilt bodies over the endpoints of a family, each from a generator of its own."""
        for door in doors:
            every = -(-at_least // len(doors))
            if not door.pairs:
                self.tally.check(False, "wrong", f"{door.method} {door.path}: nobody may")
                continue
            self.endpoint(door, every)

    def endpoint(self, door, count):
        chance = random.Random(f"{self.seed} {door.method} {door.path}")
        self.world.views.clear()
        pairs = self.reaching(door)
        before, accepted = self.watch.tables(), 0
        for number in range(count):
            person, thing = pairs[number % len(pairs)]
            body = self.body(door, person, thing, rich=number % 3 != 2)
            spoilt = (shapes.upload_head if door.family == "uploads" else shapes.spoil)(chance, body)
            headers = dict(spoilt.headers)
            if number % 2:
                headers.setdefault("Idempotency-Key", f"hostile-{self.seed}-{door.method}-{door.path}-{number}".replace("/", "."))
            accepted += self.one(door, person, thing, spoilt, headers)
        after = self.watch.tables()
        if before and not accepted and not self.may_write_refused(door):
            changed = {name for name in after if after[name] != before.get(name)}
            self.tally.check(not changed, "half", f"{door.method} {door.path}: all refused, and yet {changed} changed")

    @staticmethod
    def may_write_refused(door):
        return door.family == "session"  # a wrong password is counted

    def body(self, door, person, thing, rich=True):
        return shapes.example(door.schema or {"type": "object"}, self.world.facts(door, person, thing), rich=rich)

    def reaching(self, door):
        """The pairs the policy lets through to the reading of the body."""
        found, refused = [], None
        for person, thing in door.pairs:
            answer = self.knock(door, person, thing, b"[]", {"Content-Type": "application/json"}) if door.schema else None
            if answer is None or answer.status not in (401, 403, 404):
                found.append((person, thing))
            else:
                refused = answer
            if len(found) == PAIRS:
                break
        self.tally.check(found, "wrong", f"{door.method} {door.path}: nobody gets as far as the body: {refused}")
        found = found or door.pairs[:1]
        self.size = self.watch.size()
        if door.schema and door.family not in ("session", "accounts"):
            answers = [self.knock(door, *pair, self.body(door, *pair), None) for pair in found]
            self.sound[f"{door.method} {door.path}"] = min(answers, key=lambda one: (one.status, one.body))
            self.size = self.watch.size()
        return found

    def one(self, door, person, thing, spoilt, headers):
        what = f"{person.login}: {door.method} {door.path}: {spoilt.how}"
        self.sent[door.family] += 1
        try:
            answer = self.knock(door, person, thing, spoilt.body, headers)
        except Dropped as fault:
            self.tally.check(False, "dropped", f"{what}: {fault}")
            return False
        self.answered[answer.status] += 1
        self.tally.check(answer.status < 500, "fault", f"{what}: {answer}: {spoilt.body[:300]}")
        if answer.status < 300:
            self.accepted(door, person, thing, spoilt, headers, answer, what)
            return True
        self.explained(door, answer, spoilt, what)
        size = self.watch.size()
        self.tally.check(size == self.size, "half",
                         f"{what}: refused, and the ledger grew by {self.watch.since(self.size)}: {answer}")
        self.size = size
        return False

    def accepted(self, door, person, thing, spoilt, headers, answer, what):
        """Whole or not at all: what the receipt says is there is there, and a retry adds nothing."""
        size = self.watch.size()
        known = answer.json() if answer.body else {}
        receipt = known.get("receipt") if isinstance(known, dict) else None
        self.tally.check(size >= self.size, "half", f"{what}: the ledger shrank")
        if receipt:
            self.tally.check(receipt["entry"] < size and (size > self.size or self.same_key(headers)), "half",
                             f"{what}: entry {receipt['entry']} and the ledger went from {self.size} to {size}")
        if headers.get("Idempotency-Key") and receipt and door.keyed:
            self.size = size  # a password said again in between is an entry of its own
            again = self.knock(door, person, thing, spoilt.body, headers)
            self.tally.check(again.status == answer.status and self.watch.size() == self.size, "half", f"{what}: again: {again}")
        self.size = self.watch.size()

    @staticmethod
    def same_key(headers):
        return headers.get("Idempotency-Key") in shapes.KEYS_TO_A_RETRY

    def explained(self, door, answer, spoilt, what):
        said = f"{what}: {answer}"
        kind = answer.headers.get("content-type", "")
        problem = answer.json() if "json" in kind else None
        told = isinstance(problem, dict) and all(problem.get(one) for one in ("type", "title", "detail")) \
            and problem.get("status") == answer.status
        self.tally.check(kind.startswith("application/problem+json") and told, "words", said)
        if answer.status != 400 or not told:
            return
        errors = problem.get("errors", [])
        for one in errors:
            self.tally.check(one["rule"] and one["text"] and isinstance(one["pointer"], str), "words", said)
        if problem.get("type", "").endswith(":input.invalid"):
            self.tally.check(errors, "words", said)
        if door.schema and readable(spoilt.body) and spoilt.pointer is not None and spoilt.headers.get("Content-Type") == "application/json":
            self.tally.check(errors or problem.get("type", "").endswith(":vault.no_table"), "words", f"no field is named: {said}: {spoilt.body[:200]}")
            near = [one["pointer"] for one in errors if related(one["pointer"], spoilt.pointer)]
            self.tally.check(near or not errors or self.elsewhere(errors), "words", f"another field is named: {said}")

    @staticmethod
    def elsewhere(errors):
        """What a decision found, not the reader: one field speaks, and it may be another than the touched one."""
        return len(errors) == 1


def related(one, other):
    return one == other or one.startswith(other + "/") or other.startswith(one + "/") or not one or not other


def readable(body):
    """JSON the program's reader takes: whole numbers a browser holds, no NUL, no name twice, not too deep."""
    def pairs(found):
        if len({key for key, _ in found}) != len(found):
            raise ValueError
        return dict(found)

    def refuse(_):
        raise ValueError
    try:
        value = json.loads(body.decode("utf-8"), object_pairs_hook=pairs, parse_float=refuse, parse_constant=refuse)
    except (ValueError, RecursionError):
        return False
    return plain(value)


def plain(value, depth=0):
    if depth > 31:
        return False
    if isinstance(value, str):
        return "\0" not in value and not any(0xD800 <= ord(c) < 0xE000 for c in value)
    if isinstance(value, dict):
        return all(plain(key) and len(key.encode()) <= 1000 and plain(one, depth + 1) for key, one in value.items())
    if isinstance(value, list):
        return all(plain(one, depth + 1) for one in value)
    return not isinstance(value, int) or abs(value) < 2**53
