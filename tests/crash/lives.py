# SPDX-License-Identifier: Apache-2.0
"""A life: what happens to one thing from its first change to its last, whoever acts. A story tells it, a generator of
acts; the next act is asked for when the one before was acknowledged, and gets what that one was answered."""
import functools

from marks import BY_ENTRY, BY_SUBJECT, marked
from work import Change, File

API = "/api/v1"
MARK = "※"  # in a body or a key: the step's own mark
UPLOAD = "§upload"  # the file sent with it
NUMBER = "§number"  # the mark where only letters, digits and hyphens may stand


class Act:
    """What is asked for. `leaves`: types of its entries, in order; a pair where the body does not say by what one is
    known. `shown`: where the thing's page shows it (see `Step.seen`); `page`: another address than its own."""

    def __init__(self, by, path, body, *leaves, shown, page=None, reader=None, subject=None, file=None, status=201):
        self.by, self.path, self.body, self.leaves, self.shown = by, path, body, leaves, shown
        self.page, self.reader, self.subject, self.file, self.status = page, reader or by, subject, file, status


def by(login):
    return functools.partial(Act, login)


def filled(value, known):
    """The body with every placeholder replaced, also inside of texts."""
    if isinstance(value, dict):
        return {name: filled(one, known) for name, one in value.items()}
    if isinstance(value, list):
        return [filled(one, known) for one in value]
    if isinstance(value, str):
        for placeholder, text in known.items():
            value = value.replace(placeholder, text)
    return value


def at(view, place):
    """Every value at a place like "problems/*/fact"."""
    found = [view]
    for part in place.split("/"):
        if part == "*":
            found = [inner for one in found for inner in one]
        else:
            found = [one[part] for one in found if one.get(part) is not None]
    return found


def whole(client, address):
    """The page's answer, a list with all that follows on it."""
    answer = client.call("GET", address)
    view = answer.json() if answer.status == 200 else None
    more = view if view and "items" in view else {}
    while more.get("next"):
        following = client.call("GET", address + ("&" if "?" in address else "?") + "cursor=" + more["next"])
        if following.status != 200:
            return following, None
        more = following.json()
        view["items"] += more["items"]
    return answer, view


class Step(Change):
    """An act that is to be done, with its mark."""

    def __init__(self, act, seats, mark):
        known = {MARK: mark, NUMBER: mark[2:]}
        said = filled(act.body, known)
        self.act, self.mark, self.status = act, mark, act.status
        self.session, self.reader = seats[act.by], seats[act.reader]
        files = [File(filled(act.file[0], known), act.file[1])] if act.file else []
        is_said = said != act.body or any(mark in file.name for file in files)
        keys = [self._key(one, is_said, known) for one in act.leaves]
        super().__init__("k-" + mark.encode().hex(), API + act.path, said, [marked(*key) for key in keys], files)

    def _key(self, leaf, is_said, known):
        if isinstance(leaf, tuple):
            return leaf[0], filled(leaf[1], known)
        if leaf in BY_ENTRY:
            return leaf, "?"  # until it is acknowledged
        if is_said and leaf not in BY_SUBJECT:
            return leaf, self.mark
        return leaf, self.act.subject or self.act.path.split("/")[2]

    def attach(self):
        for file in self.files:
            self.body = filled(self.body, {UPLOAD: file.id})

    def acknowledge(self, told):
        super().acknowledge(told)
        entry = told["receipt"]["entry"]
        self.markers = [marked(one.split(" ")[0], entry) if one.endswith(" ?") else one for one in self.markers]

    def seen(self, client):
        """What is wrong with it as its page shows it. "place": its mark stands there, once; a place that ends with
        "entry": the number of its entry; "place=a|b": one of these."""
        address = API + (self.act.page or self._own_page()).replace("{id}", self.acknowledged["result"].get("id", ""))
        answer, view = whole(client, address)
        if view is None:
            return f"{address}: {answer}"
        if callable(self.act.shown):
            return None if self.act.shown(view, self) else f"{address} does not show it: {answer}"
        place, _, among = self.act.shown.partition("=")
        held = at(view, place)
        if among:
            return None if len(held) == 1 and str(held[0]) in among.split("|") else f"{address}: {place} is {held}"
        wanted = self.acknowledged["receipt"]["entry"] if place.endswith("entry") else self.mark
        times = held.count(wanted)
        return None if times == 1 else f"{address}: {wanted} is shown {times} times as {place}: {held}"

    def _own_page(self):
        """Of the thing it happened to, or that came of it."""
        parts = self.act.path.split("/")
        return "/".join(parts[:3]) if len(parts) > 2 else self.act.path + "/{id}"


class Life:
    """A story under way. `held` is what it has for itself until its end."""

    def __init__(self, story, grounds, chosen, held=None):
        self.name, self.held, self._story = story.__name__, held, story
        self._acts = story(grounds, chosen, held) if held is not None else story(grounds, chosen)
        self.act = next(self._acts)

    @property
    def needs(self):
        return needed_by(self._story)

    def goes_on(self, told):
        """Whether there is another act after what was told."""
        self.act = None
        try:
            self.act = self._acts.send(told)
        except StopIteration:
            pass
        return self.act is not None


def alone(pool):
    """Marks a story that has one of a pool for itself: what two of them did at once would refuse one."""
    def mark(story):
        story.needs = pool
        return story
    return mark


def needed_by(story):
    return getattr(story, "needs", None)
