// SPDX-License-Identifier: Apache-2.0
#include <anping/db/columns.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/receipts.hpp>
#include <anping/portal/portal.hpp>

#include "documents.hpp"
#include "draws.hpp"
#include "html.hpp"
#include "penalties.hpp"
#include "permits.hpp"
#include "typical.hpp"
#include "wording.hpp"

namespace anping::portal {
namespace {

constexpr std::int64_t kRows = 50;

std::string short_time(Timestamp at) {
    auto text = to_string(at);
    text.resize(16);
    text[10] = ' ';
    return text;
}

Html code(std::string_view value) { return element("code", text(value)); }

Html report_state(std::string const& state) {
    if (state == "filed") return element("strong", text("这是现行公开的报告"), "good");
    if (state == "withdrawn") return element("strong", text("这份报告已被机构撤回"), "bad");
    return element("strong", text("这份报告已被新的版本替代"), "warn");
}

http::Response home(Sources const& from) {
    Html body;
    body += search_form("/institutions", "查找机构", "", "机构名称、统一社会信用代码或资质证书编号");
    body += search_form("/reports", "查验报告", "", "报告公开编号，或文件的 SM3 / SHA-256 摘要");
    body.markup +=
        "<section class=\"drop\" id=\"drop\" hidden><p>把报告文件拖到这里，或 <label class=\"file\">选择文件<input "
        "type=\"file\" id=\"file\"></label></p><p class=\"note\">文件只在您的浏览器里计算摘要，不会上传。</p><output "
        "id=\"drop-state\"></output></section>";
    auto const head = ledger::latest_head(from.directory);
    if (head) {
        body += element("h2", text("账本"));
        body += facts({{"条目", text(std::to_string(head->size))},
                       {"最近签名", text(short_time(head->time))},
                       {"树根", code(head->root)}});
    }
    return page(200, "安全评价检测检验 公开查询", body);
}

http::Response institutions(Sources const& from, http::Request const& request) {
    auto const q = request.query_value("q").value_or("");
    auto lease = from.pool.lease();
    std::vector<std::vector<Html>> rows;
    for (auto const& view : from.registry.institutions(*lease, q, "", kRows))
        rows.push_back({link("/institutions/" + view.id.text, view.name), text(view.qualification.certificate.value),
                        text(field::to_string(view.qualification.valid_until)), text(view.region_name)});
    Html body = search_form("/institutions", "查找机构", q, "机构名称、统一社会信用代码或资质证书编号");
    body += table({"机构", "资质证书编号", "有效期至", "登记地"}, rows, "没有符合条件的机构。");
    return page(200, "机构名录", body);
}

Html scopes(registry::InstitutionView const& view, rulebook::Law const& law, field::Date today) {
    auto const* names = law.catalogue("scopes", {view.region}, today);
    Html out;
    for (auto const& scope : view.qualification.scopes) {
        auto name = catalogue_name(names, scope.code);
        out += element("li", text(name));
    }
    return element("ul", out);
}

// Grade and date as they were given; no order among institutions, and no advice (XJ-3c).
Html grades_of(Sources const& from, db::Session& session, registry::InstitutionId const& id) {
    std::vector<std::vector<Html>> rows;
    if (from.grades)
        for (auto const& one : from.grades(session, id))
            rows.push_back({text(std::to_string(one.year)), text(one.grade_name), text(one.rater),
                            text(field::to_string(one.rated_on)), text(one.region_name)});
    return table({"年度", "等级", "评定方", "评定日期", "适用地区"}, rows,
                 "还没有公开的评级。未评级不等于不参加评定。");
}

http::Response institution(Sources const& from, http::Request const& request) {
    auto lease = from.pool.lease();
    auto const view = from.registry.institution(*lease, {request.capture("id")});
    if (!view) return not_found_page("没有这家机构。");
    auto const law = from.law();
    auto const today = field::beijing_date(from.clock.now());
    auto const& q = view->qualification;
    Html body = facts({{"统一社会信用代码", code(view->credit_code.text)},
                       {"资质证书编号", text(q.certificate.value)},
                       {"有效期", text(field::to_string(q.valid_from) + " 至 " + field::to_string(q.valid_until) +
                                       (q.valid_on(today) ? "" : "（不在有效期内）"))},
                       {"登记地", text(view->region_name)},
                       {"地址", text(view->address)},
                       {"电话", text(view->phone)},
                       {"网站", view->website ? text(*view->website) : text("未填写")},
                       {"登记人员", text(std::to_string(view->people) + " 人")}});
    body += element("h2", text("业务范围"));
    body += scopes(*view, *law, today);
    body += element("h2", text("信用评级"));
    body += grades_of(from, *lease, view->id);
    body += element("h2", text("公开的报告"));
    std::vector<std::vector<Html>> rows;
    for (auto const& report : from.practice.published_of(*lease, view->id, kRows))
        rows.push_back({link("/reports?q=" + report.number, report.number), text(report.title),
                        text(report.enterprise_name), text(short_time(report.published_at))});
    body += table({"公开编号", "报告", "企业", "公开时间"}, rows, "还没有公开的报告。");
    return page(200, view->name, body);
}

// The link to the institution's own site, and what was last found there; the portal keeps no copy.
Html disclosure_of(practice::PublishedReport const& report) {
    if (!report.disclosure) return text("没有登记");
    auto const& disclosure = *report.disclosure;
    Html out = outward_link(disclosure.url);
    std::string state = short_time(disclosure.recorded_at) + " 登记；" + sight_name(disclosure);
    if (disclosure.checked_at) state += "（" + short_time(*disclosure.checked_at) + " 核对）";
    out += element("div", text(state), "note");
    return out;
}

// What the institution chose to show here, and where it covered what.
Html copy_of(practice::PublishedReport const& report, rulebook::Law const& law, field::Date today) {
    if (!report.copy) return text("没有（平台默认不留存公开副本）");
    auto const& copy = *report.copy;
    Html out = link("/api/v1/report-copies/" + report.number, "下载遮盖后的副本");
    auto const* names = law.catalogue("redaction_parts", {report.region}, today);
    std::string covered;
    for (auto const& one : copy.covered)
        covered += (covered.empty() ? "" : "、") + ("第 " + std::to_string(one.page) + " 页") +
                   catalogue_name(names, one.part.value);
    out += element("div", text(short_time(copy.published_at) + " 公开；遮盖：" + covered), "note");
    out += element("div", code(copy.sm3));
    return out;
}

http::Response reports(Sources const& from, http::Request const& request) {
    auto const q = request.query_value("q").value_or("");
    Html body = search_form("/reports", "公开编号或文件摘要", q, "AP2026-00000001，或 64 位十六进制摘要");
    body.markup +=
        "<section class=\"drop\" id=\"drop\" hidden><p>把报告文件拖到这里，或 <label class=\"file\">选择文件<input "
        "type=\"file\" id=\"file\"></label></p><p class=\"note\">文件只在您的浏览器里计算摘要，不会上传。</p><output "
        "id=\"drop-state\"></output></section>";
    if (q.empty()) return page(200, "报告查验", body);
    auto lease = from.pool.lease();
    auto const found = from.practice.published(*lease, q);
    if (found.empty()) {
        body += element("p", text("账本里没有这个编号或摘要对应的公开报告。文件只要改动一个字节，摘要就会不同。"),
                        "unknown");
        return page(200, "报告查验", body);
    }
    auto const law = from.law();
    auto const today = field::beijing_date(from.clock.now());
    for (auto const& report : found) {
        Html card = report_state(report.state);
        card +=
            facts({{"公开编号", text(report.number)},
                   {"报告", text(report.title)},
                   {"机构", text(report.institution_name)},
                   {"企业", text(report.enterprise_name)},
                   {"项目所在地", text(report.region_name)},
                   {"公开时间", text(short_time(report.published_at))},
                   {"机构网站公开", disclosure_of(report)},
                   {"公开副本", copy_of(report, *law, today)},
                   {"文件大小", text(std::to_string(report.size) + " 字节")},
                   {"SM3", code(report.sm3)},
                   {"SHA-256", code(report.sha256)},
                   {"账本条目", link("/ledger?entry=" + std::to_string(report.entry), std::to_string(report.entry))}});
        body += element("section", card, "card");
    }
    return page(200, "报告查验", body);
}

Html receipt_of(Sources const& from, std::int64_t entry) {
    auto lease = from.pool.lease();
    auto const receipt = ledger::receipt_of(*lease, from.directory, entry);
    if (!receipt) return element("p", text(receipt.error().text), "unknown");
    Html out = facts({{"条目", text(std::to_string(receipt->receipt.entry))},
                      {"条目摘要", code(receipt->receipt.leaf)},
                      {"树的大小", text(std::to_string(receipt->receipt.size))},
                      {"树根", code(receipt->receipt.root)}});
    Html path;
    for (auto const& node : receipt->receipt.proof) path += element("li", code(node));
    out += element("h3", text("证明路径"));
    out += element("ol", path);
    out += element("h3", text("签名的树头"));
    out += element("pre", text(receipt->head));
    return element("section", out, "card");
}

http::Response ledger_page(Sources const& from, http::Request const& request) {
    Html body = element(
        "p",
        text("每一次操作都是账本的一个条目。条目的摘要组成一棵树，树头由独立的签名程序核对后签名；改动任何一个旧条目，"
             "树头都会不同。手里有回执的人可以在这里核对。"));
    body.markup +=
        "<form class=\"search\" action=\"/ledger\" method=\"get\"><label "
        "for=\"entry\">核对回执：条目编号</label><div><input "
        "id=\"entry\" name=\"entry\" inputmode=\"numeric\" value=\"" +
        text(request.query_value("entry").value_or("")).markup + "\"><button>核对</button></div></form>";
    auto const asked = request.query_value("entry").value_or("");
    if (!asked.empty() && asked.size() < 16 && asked.find_first_not_of("0123456789") == std::string::npos)
        body += receipt_of(from, std::stoll(asked));
    if (auto const key = ledger::load_public_key(from.directory)) {
        body += element("h2", text("签名公钥"));
        body += facts({{"指纹（SM3）", code(ledger::fingerprint(*key))}});
    }
    body += element("h2", text("签名的树头"));
    std::vector<std::vector<Html>> rows;
    for (auto const& head : ledger::newest_heads(from.directory, 20))
        rows.push_back({text(std::to_string(head.size)), text(short_time(head.time)), code(head.root)});
    body += table({"条目数", "签名时间", "树根"}, rows, "还没有签名的树头。");
    return page(200, "账本与回执", body);
}

http::Response law_page(Sources const& from, http::Request const& request) {
    auto const law = from.law();
    auto const wanted = request.query_value("book").value_or("");
    std::vector<std::vector<Html>> rows;
    std::int64_t unconfirmed = 0;
    for (auto const* clause : law->all()) {
        if (!clause->citation.binding) ++unconfirmed;
        if (!wanted.empty() && clause->book != wanted) continue;
        rows.push_back({code(clause->id), text(clause->citation.title), text(clause->citation.source),
                        text(mark_name(clause->citation.mark)), text(clause->enforced ? "已实现" : "尚未实现")});
    }
    Html body = element("p", text("平台上的每一个期限、标记和审核要求都来自下列条款。没有核实的条款只用于提示，不会阻止"
                                  "任何人，也不会作为认定依据。"));
    body += facts({{"条款", text(std::to_string(law->all().size()))},
                   {"其中未经法制人员核实", text(std::to_string(unconfirmed))},
                   {"规则版本摘要", code(law->digest())}});
    body += table({"条款", "名称", "出处", "来源核实", "状态"}, rows, "没有条款。");
    return page(200, "执行依据", body);
}

template <class Render>
http::Route route(std::string pattern, Sources const& from, Render render) {
    http::Route out;
    out.method = "GET";
    out.pattern = std::move(pattern);
    out.handle = [from, render](http::Request const& request) { return render(from, request); };
    return out;
}

}  // namespace

std::vector<http::Route> pages(Sources const& sources) {
    return {route("/", sources, [](Sources const& from, http::Request const&) { return home(from); }),
            route("/institutions", sources, institutions),
            route("/institutions/{id}", sources, institution),
            route("/reports", sources, reports),
            route("/check", sources, documents_page),
            route("/check/d/{code}", sources, document_page),
            route("/permits", sources, permits_page),
            route("/draws", sources, draws_page),
            route("/draws/share", sources, draw_share),
            route("/draws/{id}/replay", sources, draw_replay),
            route("/penalties", sources, penalties_page),
            route("/typical-cases", sources, typical_page),
            route("/typical-cases/{id}", sources, typical_case_page),
            route("/ledger", sources, ledger_page),
            route("/law", sources, law_page)};
}

}  // namespace anping::portal
