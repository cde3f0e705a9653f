# SPDX-License-Identifier: Apache-2.0
"""Official documents, the bureau's own templates, consent to electronic delivery."""
from lives import MARK, NUMBER, UPLOAD, alone, by
from marks import MARK as WRITTEN
from work import credit_code, day

clerk, head, institution = map(by, ("changji", "changji-head", "tianshan"))
SCAN = "送达回执扫描件\n".encode()


def _drafted(given):
    body = {"kind": "rectification_order", "subject": {"kind": "case", "id": "AJ-" + NUMBER},
            "addressee": {"kind": "institution", "id": given.institution_of("tianshan")}, "addressee_name": "",
            "fields": {"被检查单位": MARK, "问题": [{"内容": "演示问题"}]}}
    return clerk("/documents", body, ("official.document_drafted", "AJ-" + NUMBER),
                 shown=lambda view, step: view["row"]["subject"]["id"] == "AJ-" + step.mark[2:])


def _issued(path):
    return head(path + "/issuing", {}, "official.document_issued", shown="row/stage=issued|delivered|voided")


def _delivered(path, way, scans, **more):
    body = {"way": way, "on": day(0), "receiver": "", "place": "", "note": "", "scans": scans, **more}
    return clerk(path + "/deliveries", body, "official.document_delivered", shown="deliveries/*/entry",
                 file=(MARK + ".txt", SCAN) if scans else None)


def on_paper(given, _chosen):
    path = "/documents/" + (yield _drafted(given))["id"]
    body = {"addressee": {"kind": "institution", "id": given.institution_of("tianshan")}, "addressee_name": "",
            "fields": {"被检查单位": "某机构", "问题": [{"内容": "另一问题"}]}}
    yield clerk(path + "/revisions", body, "official.document_revised",
                shown=lambda view, _: view["fields"]["被检查单位"] == "某机构")
    yield _issued(path)
    yield _delivered(path, "direct", [UPLOAD], receiver="签收人")
    yield head(path + "/voiding", {"reason": MARK}, "official.document_voided", shown="voided")


def by_the_platform(given, _chosen):
    """To an institution that consented to it."""
    path = "/documents/" + (yield _drafted(given))["id"]
    yield _issued(path)
    yield _delivered(path, "electronic", [])
    yield institution(path + "/confirmation", {}, "official.delivery_confirmed",
                      shown=lambda view, _: ["confirmed_at" in one for one in view["deliveries"]] == [True])


def short_name(_given, _chosen):
    """The last word of several writers stands."""
    yield clerk("/document-settings", {"short_name": MARK}, "official.short_name_set", page="/document-settings",
                shown=lambda view, _: WRITTEN.fullmatch(view["short_name"]) is not None)


@alone("kinds")
def own_template(given, _chosen, kind):
    page = "/document-templates"
    yield clerk(page, {"kind": kind, "upload": UPLOAD, "reason": MARK}, "official.template_set", page=page,
                shown="items/*/history/*/reason", file=(MARK + ".docx", given.template_of(kind)))
    yield clerk(page + "/withdrawal", {"kind": kind, "reason": MARK}, "official.template_withdrawn", page=page,
                shown="items/*/history/*/reason")


def consented(given, _chosen):
    """By an enterprise on paper, to be its only consent."""
    code = credit_code(given.serial(), "652301")
    firm = {"name": "故障试验企业" + MARK, "credit_code": code, "region": "652301", "authority": "government",
            "address": "试验路一号"}
    one = (yield clerk("/enterprises", firm, ("enterprise", code), page=f"/enterprises?q={code}",
                       shown=lambda view, _: len(view["items"]) == 1))["id"]
    party = {"kind": "enterprise", "id": one}
    yield clerk("/delivery-consents", {"party": party, "scan": UPLOAD}, "official.consent_given",
                page="/delivery-consents", shown="items/*/entry", file=(MARK + ".txt", SCAN))
    yield clerk("/delivery-consents/withdrawal", {"party": party}, "official.consent_withdrawn", subject=one,
                page="/delivery-consents",
                shown=lambda view, _: ["withdrawn_at" in row for row in view["items"]
                                       if row["party"]["id"] == one] == [True])


STORIES = [on_paper, by_the_platform, short_name, own_template, consented]
