# SPDX-License-Identifier: Apache-2.0
"""Penalty cases with what follows them, interviews, determinations about reports, findings."""
from lives import MARK, UPLOAD, alone, by
from work import day

clerk, head, leader, institution = map(by, ("changji", "changji-head", "changji-leader", "tianshan"))
province, province_head = by("xinjiang"), by("xinjiang-head")
neighbour, neighbour_leader = by("fukang"), by("fukang-leader")
TWO = [{"name": name, "certificate": f"试验{name}"} for name in ("张三", "李四")]


def _opened(who, given, acted=-100):
    body = {"title": MARK, "opened_on": day(0), "acted_on": day(acted), "harm": False, "conducts": ["false_report"],
            "parties": [{"kind": "institution", "id": given.institution_of("tianshan"), "name": "某机构"}],
            "sources": [{"kind": "clue", "text": "举报"}], "projects": [given.project], "summary": "涉嫌虚假报告",
            "officers": TWO, "documents": []}
    return who("/cases", body, "cases.case_opened", shown="summary/title")


def _step(who, path, kind):
    body = {"kind": kind, "on": day(0), "text": MARK, "instalments": [], "officers": TWO, "documents": []}
    return who(path + "/steps", body, "cases.step_recorded", shown="steps/*/text")


def _decision():
    facts = {"conduct": "false_report", "acted_on": day(-100), "decided_on": day(0), "income": 0, "stage": "first",
             "persons": 0, "factors": [], "earlier": 0, "deaths": 0, "injured": 0}
    penalty = {"count": 1, "code": "fine", "on": "unit", "who": "某机构", "amount": 10_000_000}
    return {"on": day(0), "number": "（昌）应急罚1号", "reasons": MARK, "officers": TWO, "documents": [], "conducts": [facts],
            "penalties": [penalty]}


def _defence(path, hearing):
    return institution(path + "/defences", {"hearing": hearing, "text": MARK, "documents": []}, "cases.step_recorded",
                       page="/own-cases", shown="items/*/said/*/text")


def _of_listing(path, where):
    return institution(path + where, {"text": MARK, "documents": []}, "cases.listing_recorded", reader="changji",
                       shown="steps/*/text")


def _moved(who, path, where, step):
    return who(f"{path}/{where}", {"step": step, "on": day(0), "text": MARK, "documents": []},
               "cases.listing_recorded", shown="steps/*/text")


def punished(given, _chosen):
    """As far as the list of serious dishonesty, which rests on a decision that was delivered."""
    case = (yield _opened(clerk, given))["id"]
    path = f"/cases/{case}"
    for kind in ("investigation", "proposal", "notice"):
        yield _step(clerk, path, kind)
    yield _defence(path, False)
    for kind in ("hearing_notice", "hearing_waived", "discussion"):
        yield _step(clerk, path, kind)
    yield leader(path + "/decision", _decision(), "cases.decision_made", shown="decision/reasons")
    yield _step(clerk, path, "delivery")
    yield clerk(path + "/reliances", {"application": given.application, "on": day(0), "outcome": MARK},
                "cases.reliance_handled", shown="reliances/*/outcome")
    again = (yield _opened(clerk, given, acted=0))["id"]
    yield clerk(f"/cases/{again}/earlier-judgements", {"earlier": case, "different": True, "reason": MARK},
                "cases.earlier_judged", shown="earlier_decisions/*/reason")
    listing = (yield clerk("/listings", {"of": case, "situation": "false_documents", "on": day(0), "grounds": MARK,
                                         "documents": []}, "cases.listing_proposed", shown="grounds"))["id"]
    path = f"/listings/{listing}"
    yield _of_listing(path, "/defences")
    yield _moved(leader, path, "decisions", "listed")
    yield _moved(clerk, path, "steps", "entered")
    yield _of_listing(path, "/repair-requests")
    yield _moved(leader, path, "decisions", "removed")
    text = {"kind": "typical", "topic": "false_report", "title": MARK, "facts": "报告与现场不符", "clause": "第九十二条",
            "lesson": "勘验须到现场"}
    for kind in ("publication", "closing"):
        yield _step(clerk, f"/cases/{case}", kind)
    page = "/typical-cases?limit=200"
    typical = (yield clerk(f"/cases/{case}/typical-cases", text, "cases.typical_drafted", page=page, shown="items/*/title"))["id"]
    yield leader(f"/typical-cases/{typical}/decision", {"approved": True, "reason": MARK}, "cases.typical_decided", page=page,
                 shown=lambda view, _: [bool(one.get("published_on")) for one in view["items"] if one["id"] == typical] == [True])
    yield leader(f"/typical-cases/{typical}/withdrawal", {"reason": MARK}, "cases.typical_withdrawn", page=page,
                 shown="items/*/reason")


def run_elsewhere(given, _chosen):
    """Of a bureau that always says the same of where its cases run: the last word is one of several writers' words."""
    yield neighbour_leader("/case-mode", {"mode": "external", "system": MARK}, "cases.mode_set", page="/case-mode",
                           shown="mode=external")
    one = (yield _opened(neighbour, given))["id"]
    yield _step(neighbour, f"/cases/{one}", "pushed")
    yield neighbour(f"/cases/{one}/recorded-decision", _decision(), "cases.decision_made", shown="decision/reasons")
    sheet = f"案号,事项,日期,结果\n{one},送达处罚决定书,{day(0)},邮寄送达\n".encode()
    yield neighbour("/case-results/sheet", {"upload": UPLOAD, "file_name": MARK + ".csv"}, "cases.step_recorded",
                    page=f"/cases/{one}", status=200, file=(MARK + ".csv", sheet),
                    shown=lambda view, step: step.mark in view["steps"][-1]["imported"]["file_name"])


def talked_to(given, _chosen):
    body = {"kind": "interview", "title": MARK, "institutions": [given.institution_of("tianshan")], "basis": "第三条",
            "facts": "评定不合格", "on": day(0), "officers": TWO, "documents": []}
    one = (yield clerk("/talks", body, "cases.talk_recorded", page="/talks?limit=200", shown="items/*/title"))["id"]
    yield institution(f"/talks/{one}/remarks", {"text": MARK}, "cases.talk_remarked", reader="changji", page="/talks?limit=200",
                      shown="items/*/remarks/*/text")
    yield clerk(f"/talks/{one}/closing", {"on": day(0), "outcome": MARK}, "cases.talk_closed", page="/talks?limit=200",
                shown="items/*/outcome")


def invited(given, _chosen):
    """Asked for another time, given one, held."""
    body = {"institution": given.institution_of("tianshan"), "title": "约谈", "basis": "第三条", "facts": MARK,
            "at": day(20) + "T10:00:00+08:00", "place": "会议室", "hosts": "分管领导", "expected": "主要负责人"}
    page = {"reader": "changji", "page": "/talk-invitations?limit=200"}
    one = (yield clerk("/talk-invitations", body, "cases.talk_invited", shown="items/*/facts", **page))["id"]
    path, page["shown"] = f"/talk-invitations/{one}", "items/*/acts/*/text"
    yield institution(path + "/answers", {"answer": "other_time", "text": MARK}, "cases.invitation_answered", **page)
    yield clerk(path + "/times", {"at": day(25) + "T10:00:00+08:00", "place": "会议室", "text": MARK},
                "cases.invitation_time_set", **page)
    yield clerk(path + "/end", {"outcome": "held", "on": day(0), "text": MARK, "officers": TWO, "documents": []},
                "cases.invitation_ended", "cases.talk_recorded", **page)


def determined(given, _chosen):
    body = {"report": given.report, "fault": "untrue", "clause": "CN-99-1", "situation": "8", "why": MARK, "clues": []}
    path = "/determinations/" + (yield clerk("/determinations", body, "determination.opened", shown="why"))["id"]
    evidence = [{"kind": "现场检查记录", "id": "", "text": "检查记录第三项"}]
    yield clerk(path + "/elements", {"element": "differs", "holds": "yes", "facts": MARK, "evidence": evidence},
                "determination.element_judged", shown="elements/*/facts")
    yield clerk(path + "/opinions",
                {"expert": given.experts[0], "stance": "supports", "text": MARK, "given_on": day(0)},
                "determination.opinion_attached", shown="opinions/*/text")
    yield clerk(path + "/telling", None, "determination.told", shown=lambda view, _: "told_at" in view)
    yield institution(path + "/answers", {"text": MARK}, "determination.answered", shown="answers/*/text")
    yield leader(path + "/decision", {"established": True, "reasons": MARK}, "determination.decided", shown="reasons")
    yield leader(path + "/annulment", {"reason": MARK}, "determination.annulled", shown="annulled")


def found(given, _chosen):
    one = (yield clerk(f"/reports/{given.report}/findings", {"told": "tip", "words": MARK}, "findings.finding_raised",
                       page=f"/findings?report={given.report}&limit=200", shown="items/*/words"))["id"]
    path = f"/findings/{one}"
    yield clerk(path + "/decisions", {"outcome": "asked", "reason": MARK}, "findings.finding_decided",
                shown="acts/*/text")
    yield institution(path + "/answers", {"text": MARK}, "findings.finding_answered", shown="acts/*/text")
    yield head(path + "/decisions", {"outcome": "accepted", "reason": MARK}, "findings.finding_decided",
               shown="acts/*/text")


def judged(given, _chosen):
    yield province_head(f"/findings/{given.copied}/families",
                        {"at": given.copied_at, "as": "violation", "reason": MARK}, "findings.family_judged",
                        page="/families?limit=200", shown="items/*/reason")


def screened(given, _chosen):
    """How it is screened comes later, and is the program's own."""
    yield province(f"/reports/{given.copy}/screening", {"reason": MARK}, "findings.screening_asked",
                   shown=lambda view, _: view["report"] == given.copy, page=f"/reports/{given.copy}/screening")


def criticised(_given, _chosen):
    """A bureau by the one above, which tells the nation."""
    body = {"bureau": "B-652301", "title": MARK, "basis": "第三条", "facts": "整改逾期", "grounds": [], "on": day(0)}
    page = "/criticisms?limit=200"
    one = (yield province_head("/criticisms", body, "circulation.bureau_criticised", page=page, shown="items/*/title"))["id"]
    yield clerk(f"/criticisms/{one}/answers", {"text": MARK}, "circulation.criticism_answered", page=page,
                shown="items/*/acts/*/text")
    yield province_head(f"/criticisms/{one}/reports", {"on": day(0), "number": MARK, "to": "应急管理部"},
                        "circulation.criticism_reported", page=page, shown="items/*/acts/*/number")


@alone("holds")
def held_back(_given, _chosen, project):
    """A project's findings are held back once at a time."""
    page = f"/projects/{project}/finding-holds?limit=200"
    one = (yield head(f"/projects/{project}/finding-holds", {"until": day(30), "reason": MARK}, "findings.held_back",
                      page=page, shown="items/*/reason"))["id"]
    yield head(f"/finding-holds/{one}/end", {"reason": MARK}, "findings.hold_ended", page=page,
               shown="items/*/ended_why")


STORIES = [punished, run_elsewhere, talked_to, invited, determined, found, judged, screened, criticised, held_back]
