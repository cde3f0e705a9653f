# SPDX-License-Identifier: Apache-2.0
"""Whom to inspect: the list of those watched more closely, grades, draws, plans of the year, prices."""
import hashlib
import json

from lives import MARK, UPLOAD, alone, by
from work import day

clerk, head, leader, institution = map(by, ("changji", "changji-head", "changji-leader", "tianshan"))
province, province_head = by("xinjiang"), by("xinjiang-head")
PARTIES = ["执法科", "法制科", "机构代表"]


def _proposed(given, chosen):
    body = {"institution": given.institution_of("tianshan"), "trigger": chosen.choice(["accident", "tip"]),
            "happened_on": day(-chosen.randrange(1, 300)), "facts": MARK, "references": []}
    return clerk("/key-list", body, "planning.listing_proposed", shown="facts")


def watched(given, chosen):
    one = (yield _proposed(given, chosen))["id"]
    yield head(f"/key-list/{one}/confirmation", {"reason": MARK}, "planning.listing_confirmed", shown="reason")
    yield institution(f"/key-list/{one}/objections", {"text": MARK}, "planning.listing_objected",
                      shown="objections/*/text")
    yield head(f"/key-list/{one}/answers", {"upheld": False, "reason": MARK}, "planning.objection_answered",
               shown="objections/*/answer")
    yield head(f"/key-list/{one}/removal", {"reason": MARK}, "planning.listing_removed", shown="removed")


def not_watched(given, chosen):
    one = (yield _proposed(given, chosen))["id"]
    yield head(f"/key-list/{one}/declining", {"reason": MARK}, "planning.listing_declined", shown="reason")


@alone("looks")
def graded(given, chosen, _looks):
    """The look proposes every grade that is bad and was not proposed: with one such life at a time, this one's."""
    rater = "评定所" + chosen.randbytes(4).hex()
    body = {"institution": given.institution_of("longjiang"), "year": int(day(0)[:4]), "standing": "graded",
            "grade": "unqualified", "rater": rater, "rated_on": day(0), "basis": MARK, "conflicts": "无"}
    one = (yield province("/credit-grades", body, "credit.grade_entered", page="/credit-grades?limit=200",
                          shown="items/*/basis"))["id"]
    yield province_head(f"/credit-grades/{one}/confirmation", None, "credit.grade_confirmed",
                        page="/credit-grades?limit=200", shown=_stands(one, "confirmed", "withdrawn"))
    yield clerk("/key-list/looks", None, ("planning.listing_proposed", "rating:" + one), page="/key-list?limit=200",
                shown="items/*/entry")
    yield province_head(f"/credit-grades/{one}/withdrawal", {"reason": MARK}, "credit.grade_withdrawn",
                        page="/credit-grades?limit=200", shown="items/*/withdrawn")


def _stands(one, *stages):
    return lambda view, _: [row["stage"] in stages for row in view["items"] if row["id"] == one] == [True]


def _seed_is_listed(view, step):
    """The newest fifty are."""
    entries = [row["entry"] for row in view["items"]]
    entry = step.acknowledged["receipt"]["entry"]
    return entries.count(entry) == 1 or (len(entries) == 50 and min(entries) > entry)


def _plan(form, **more):
    return {"title": MARK, "basis": "年度监督检查计划", "form": form, "scope": "served", "since": "2020-01-01",
            "left_out": [], "weights": [], "take": 1, "reserve": 0, "officers": [], "officers_each": 2, "experts": [],
            "experts_each": 0, "participants": [], **more}


def drawn(_given, chosen):
    """A seed is used by whichever draw is planned next: whoever plans has announced one."""
    yield clerk("/draw-seeds", None, "planning.seed_announced", page="/draw-seeds", shown=_seed_is_listed)
    one = (yield clerk("/draws", _plan("everyday"), "planning.draw_planned", shown="summary/title"))["id"]
    yield head(f"/draws/{one}/holding", {"share": chosen.randbytes(32).hex()}, "planning.draw_held",
               shown="summary/stage=held")
    yield head(f"/draws/{one}/publication", None, "planning.draw_published",
               shown=lambda view, _: "published_at" in view["summary"])


def _ceremony(given):
    return clerk("/draws", _plan("ceremony", participants=PARTIES, source="双色球第 2026138 期"), "planning.draw_planned",
                 shown="summary/title")


def drawn_in_public(given, chosen):
    one = (yield _ceremony(given))["id"]
    shares = [chosen.randbytes(32).hex() for _ in PARTIES]
    for number, (party, share) in enumerate(zip(PARTIES, shares), 1):
        promise = json.dumps({"by": party, "draw": one, "share": share}, ensure_ascii=False, separators=(",", ":"))
        digest = hashlib.new("sm3", promise.encode()).hexdigest()
        yield clerk(f"/draws/{one}/commitments", {"participant": number, "commitment": digest},
                    ("planning.share_committed", digest), shown=_once("commitment", digest))
    yield head(f"/draws/{one}/revealing", None, "planning.revealing_begun",
               shown="summary/stage=revealing|numbered|held")
    for number, share in enumerate(shares, 1):
        yield clerk(f"/draws/{one}/shares", {"participant": number, "share": share}, ("planning.share_revealed", share),
                    shown=_once("share", share))
    drawn_number = "03 08 11 15 22 30 + " + one
    for act, who, more in ((clerk, "changji", ()), (head, "changji-head", ("planning.draw_held",))):
        yield act(f"/draws/{one}/numbers", {"number": drawn_number},
                  ("planning.number_entered", f"{drawn_number} {given.account_of(who)}"), *more,
                  shown=_entered_by(who, drawn_number))


def _once(field, value):
    return lambda view, _: [row.get(field) for row in view["participants"]].count(value) == 1


def _entered_by(who, number):
    """Once by each; the second one's draws."""
    def is_entered(view, _):
        held = view["summary"]["stage"] == "held"
        return [row["number"] for row in view["numbers"]] == [number] * (1 + held) and (held or who == "changji")
    return is_entered


def voided(given, _chosen):
    one = (yield _ceremony(given))["id"]
    yield clerk(f"/draws/{one}/voiding", {"reason": MARK}, "planning.draw_voided", shown="voided")


def bureaus_drawn(_given, chosen):
    """Of as many as there are: whoever is looked at was drawn."""
    yield province("/draw-seeds", None, "planning.seed_announced", page="/draw-seeds", shown=_seed_is_listed)
    one = (yield province("/draws", _plan("everyday", scope="bureaus", take=900), "planning.draw_planned",
                          shown="summary/title"))["id"]
    yield province_head(f"/draws/{one}/holding", {"share": chosen.randbytes(32).hex()}, "planning.draw_held",
                        shown="summary/stage=held")
    yield province(f"/draws/{one}/bureau-checks",
                   {"bureau": "B-652301", "on": day(0), "looked_at": "专项整治台账", "finding": MARK},
                   "planning.bureau_check_recorded", shown="checks/*/check/finding")


def drawn_elsewhere(_given, _chosen):
    body = {"title": "自治区双随机抽查", "basis": "年度抽查计划", "platform": "自治区双随机平台", "number": MARK,
            "drawn_on": day(0), "rows": [{"name": "某机构", "drawn": True}, {"name": "另一机构", "drawn": False}]}
    one = (yield clerk("/outside-draws", body, "planning.outside_draw_recorded", shown="summary/number"))["id"]
    yield clerk(f"/outside-draws/{one}/withdrawal", {"reason": MARK}, "planning.outside_draw_withdrawn",
                shown="withdrawn")


def made_earlier(_given, _chosen):
    page = f"/campaign-earlier-reports?since=2020-01-01&to={day(0)}&shown=all&limit=200"
    rows = [{"title": MARK + last, "institution_name": "某机构", "enterprise_name": "某企业", "made_on": "2020-05-06"}
            for last in ("", "之二")]
    one = (yield clerk("/earlier-reports", {"rows": rows}, "planning.earlier_reports_recorded", page=page,
                       shown="items/*/report/title"))["id"]
    yield clerk(f"/earlier-reports/{one}-1/checks", {"kind": "desk", "on": day(0), "reference": MARK},
                "planning.earlier_report_checked", page=page, shown="items/*/by/*/reference")


@alone("years")
def planned_for_a_year(given, chosen, year):
    """A bureau has one plan of it: who has the year first writes it, and everybody changes it and has it approved."""
    rows = [{"institution": given.institution_of(chosen.choice(["tianshan", "longjiang"])), "kind": "site",
             "times": chosen.randrange(1, 5), "reason": "全覆盖"}]
    if not year.plan:
        body = {"year": year.number, "title": MARK, "basis": "自治区措施第十一条", "items": rows}
        year.plan = (yield clerk("/year-plans", body, "planning.year_plan_written", shown="summary/title"))["id"]
    yield clerk(f"/year-plans/{year.plan}/changes", {"reason": MARK, "items": rows}, "planning.year_plan_changed",
                shown="acts/*/reason")
    yield leader(f"/year-plans/{year.plan}/approval", None, "planning.year_plan_approved",
                 shown=lambda view, _: "批准" in [act["what"] for act in view["acts"]])


def priced(given, _chosen):
    yield head(f"/projects/{given.cheap}/price-conclusions",
               {"verdict": "explained", "reason": MARK, "asked": "询问委托方，称规模小"}, "planning.price_concluded",
               page=f"/projects/{given.cheap}/like-prices", shown="conclusions/*/conclusion/reason")


def followed_up(given, _chosen):
    """The province's group for a county, which answers."""
    body = {"name": MARK, "members": [given.account_of("xinjiang")], "counties": ["B-652301"], "from": day(0), "until": day(30)}
    group = (yield province("/supervision-groups", body, "circulation.group_started", shown="summary/name"))["id"]
    page = f"/supervision-groups/{group}"
    yield province(f"{page}/visits", {"county": "B-652301", "on": day(0), "finding": MARK}, "circulation.group_visited",
                   shown="visits/*/finding")
    body = {"county": "B-652301", "reason": MARK, "items": ["逾期的事项何时办结"], "due": day(9)}
    one = (yield province(f"{page}/follow-ups", body, "circulation.follow_up_placed", shown="follow_ups/*/reason"))["id"]
    yield head(f"/follow-ups/{one}/answers", {"number": 1, "text": MARK}, "circulation.follow_up_answered", page=page,
               shown="follow_ups/*/items/*/answer")
    yield province(f"/follow-ups/{one}/ending", {"result": MARK}, "circulation.follow_up_ended", page=page,
                   shown="follow_ups/*/result")


def hosted(given, _chosen):
    """For a day of its own: nobody hosts an enterprise twice at a time."""
    when = day(-2 * (given.serial() % 5_000) - 1)
    body = {"enterprise": given.hosted, "kind": "key", "from": when, "until": when}
    one = (yield institution("/hostings", body, "practice.hosting_declared", shown="summary/entry"))["id"]
    visited = {"expert": given.experts[0], "on": when, "upload": UPLOAD, "delivered_on": day(0)}
    yield institution(f"/hostings/{one}/visits", visited, "practice.hosting_visited", file=(MARK + ".pdf", b"%PDF-1.4\n%%EOF\n"),
                      shown=lambda view, step: [row["record"]["file_name"] for row in view["visits"]].count(step.mark + ".pdf") == 1)
    yield institution(f"/hostings/{one}/ending", {"on": when, "reason": MARK}, "practice.hosting_ended", shown="ended_reason")


STORIES = [followed_up, hosted, watched, not_watched, graded, drawn, drawn_in_public, voided, bureaus_drawn, drawn_elsewhere, made_earlier,
           planned_for_a_year, priced]
