# SPDX-License-Identifier: Apache-2.0
"""Officers and experts, inspections and what is ordered after them, reports called up."""
import base64

from lives import MARK, by
from work import day, quoted
from workbook import workbook

clerk, head, institution = map(by, ("changji", "changji-head", "tianshan"))
EXPERTS = ("expert-1", "expert-2", "expert-3")
CLAUSE = "XJ-13a"
FAULTS = ("untrue", "falsified", "hazard", "other")


def _history(family, one):
    return {"page": f"/{family}/{one}/history?limit=200", "shown": "items/*/entry"}


def officer(_given, _chosen):
    facts = {"certificate": MARK, "valid_until": day(400)}
    one = (yield clerk("/officers", {"name": "陈执法", "facts": facts}, "registry.officer_added",
                       **_history("officers", "{id}")))["id"]
    yield clerk(f"/officers/{one}/changes", {"facts": facts, "reason": MARK}, "registry.officer_changed",
                **_history("officers", one))


def _facts(title):
    return {"title": title, "fields": ["化工工艺"], "employer": "某设计院", "employers_before": [], "listed_on": day(0)}


def expert(_given, _chosen):
    one = (yield clerk("/experts", {"name": "钱专家", "facts": _facts(MARK)}, "registry.expert_listed",
                       **_history("experts", "{id}")))["id"]
    yield clerk(f"/experts/{one}/changes", {"facts": _facts("教授"), "reason": MARK}, "registry.expert_changed",
                **_history("experts", one))
    yield clerk(f"/experts/{one}/removal", {"on": day(0), "reason": MARK}, "registry.expert_struck",
                shown="struck_reason")


def experts_of_a_sheet(_given, chosen):
    """Several entries of one change, which are there all or not at all."""
    employer = "设计院" + chosen.randbytes(4).hex()
    titles = [f"{employer}高工{number}" for number in range(3)]
    rows = [["专家" + one, one, "化工工艺", employer, day(0)] for one in titles]
    sheet = workbook([["姓名", "职称", "专业", "工作单位", "入库日期"], *rows])
    yield clerk("/experts/sheet", {"content": base64.b64encode(sheet).decode()},
                *[("registry.expert_listed", one) for one in titles], page="/experts?q=" + quoted(employer), status=200,
                shown=lambda view, _: sorted(row["title"] for row in view["items"]) == titles)


def _planned(given):
    body = {"title": MARK, "origin": {"kind": "annual_plan"}, "checked": "institution",
            "institution": given.institution_of("tianshan"), "place": "试验厂区", "setting": "daily",
            "subjects": ["process"], "coverage": "site", "announced": True, "planned_from": day(0),
            "planned_until": day(3), "officers": given.officers, "experts": []}
    return clerk("/inspections", body, "inspection.planned", shown="summary/title")


def _visit(given, **more):
    return {"on": day(0), "place": MARK, "officers": given.officers, "experts": [], **more}


def _signed(given, path):
    """By each officer on paper."""
    return [clerk(path + "/signatures",
                  {"signer": "officer", "officer": one, "way": "paper", "words": MARK, "files": []},
                  "inspection.result_signed", shown="history/*/entry") for one in given.officers]


def inspected(given, _chosen):
    path = "/inspections/" + (yield _planned(given))["id"]
    yield head(path + "/approval", {"opinion": MARK}, "inspection.approved", shown="opinion")
    yield clerk(path + "/visit", _visit(given), "inspection.begun", shown="place")
    answers = [{"item": "process.notice", "result": "fails", "words": MARK}]
    yield clerk(path + "/answers", {"answers": answers, "files": []}, "inspection.items_answered",
                shown="checklist/*/words")
    for _ in range(2):
        yield clerk(path + "/problems", {"fact": MARK, "clause": CLAUSE, "files": []}, "inspection.problem_found",
                    shown="problems/*/fact")
    yield clerk(path + "/problem-withdrawals", {"number": 2, "reason": MARK}, "inspection.problem_withdrawn",
                shown="problems/*/withdrawn")
    yield institution(path + "/statements", {"problem": 1, "words": MARK, "files": []}, "inspection.statement_made",
                      shown="problems/*/statements/*/words")
    for act in _signed(given, path):
        yield act
    yield institution(path + "/acknowledgement", {"words": MARK}, "inspection.result_signed",
                      shown="acknowledged/words")
    yield clerk(path + "/closing", {"conclusion": MARK}, "inspection.closed", shown="conclusion")


def refused(given, _chosen):
    """Begun before it was approved, and not let in."""
    path = "/inspections/" + (yield _planned(given))["id"]
    yield clerk(path + "/visit", _visit(given, urgent_reason="接到举报，正在销毁档案"), "inspection.begun", shown="place")
    yield clerk(path + "/refusal", {"how": MARK, "files": []}, "inspection.refused", shown="refusal/how")
    yield head(path + "/approval", {}, "inspection.approved", shown="summary/approved=True")
    for act in _signed(given, path):
        yield act
    yield clerk(path + "/closing", {"conclusion": MARK}, "inspection.closed", shown="conclusion")


def called_off(given, _chosen):
    one = (yield _planned(given))["id"]
    yield clerk(f"/inspections/{one}/calling-off", {"reason": MARK}, "inspection.called_off", shown="called_off")


def _ordered(given, kind, **item):
    body = {"kind": kind, "checked": "institution", "institution": given.institution_of("tianshan"), "number": MARK,
            "issued_on": day(0), "items": [{"fact": "开工后才告知", "demand": "完善告知制度", "due": day(20), **item}]}
    return clerk("/rectifications", body, "inspection.order_issued", shown="summary/number")


def put_right(given, _chosen):
    path = "/rectifications/" + (yield _ordered(given, "order", clause=CLAUSE, responsible="技术负责人"))["id"]
    yield clerk(path + "/extensions", {"item": 1, "due": day(40), "reason": MARK}, "inspection.deadline_extended",
                shown="items/*/extensions/*/reason")
    for passed in (False, True):
        yield institution(path + "/proofs", {"item": 1, "words": MARK, "responsible": "技术负责人", "files": []},
                          "inspection.proof_given", shown="items/*/proofs/*/words")
        yield clerk(path + "/rechecks", {"item": 1, "on": day(0), "passed": passed, "words": MARK,
                                         "officers": given.officers, "files": []}, "inspection.item_rechecked",
                    shown="items/*/rechecks/*/words")


def urged(given, _chosen):
    one = (yield _ordered(given, "letter"))["id"]
    yield clerk(f"/rectifications/{one}/withdrawal", {"reason": MARK}, "inspection.order_withdrawn", shown="withdrawn")


def _called_up(given):
    body = {"report": given.report, "why": MARK, "wanted": {"what": "内部审核记录原件", "due": day(20)}}
    return clerk("/call-ups", body, "inspection.report_called_up", shown="why")


def _opinion(who, path):
    answers = [{"fault": fault, "verdict": "no", "grounds": MARK} for fault in FAULTS]
    return by(who)(path + "/opinions", {"answers": answers, "no_interest": True}, "inspection.opinion_given",
                   reader="changji", shown="history/*/entry")


def reviewed(given, _chosen):
    path = "/call-ups/" + (yield _called_up(given))["id"]
    yield institution(path + "/materials", {"note": MARK, "files": []}, "inspection.material_handed_in",
                      shown="handed/*/note")
    seats = [{"expert": one, "account": given.account_of(who)} for who, one in zip(EXPERTS, given.experts)]
    yield clerk(path + "/reviewers", {"seats": seats}, "inspection.reviewers_assigned", shown="history/*/entry")
    yield clerk(path + "/reliefs", {"reviewer": 3, "reason": MARK}, "inspection.reviewer_relieved",
                shown="reviewers/*/relieved")
    for who in EXPERTS[:2]:
        yield _opinion(who, path)
    yield clerk(path + "/further-opinions", {"reviewer": 1, "reason": MARK}, "inspection.opinion_asked_again",
                shown="history/*/entry")
    yield _opinion(EXPERTS[0], path)
    yield clerk(path + "/conclusion", {"found": ["untrue"], "reason": MARK, "differing": "专家没有看到补充材料"},
                "inspection.call_up_concluded", shown="conclusion/reason")


def not_reviewed(given, _chosen):
    one = (yield _called_up(given))["id"]
    yield clerk(f"/call-ups/{one}/withdrawal", {"reason": MARK}, "inspection.call_up_withdrawn", shown="withdrawn")


STORIES = [officer, expert, experts_of_a_sheet, inspected, refused, called_off, put_right, urged, reviewed,
           not_reviewed]
