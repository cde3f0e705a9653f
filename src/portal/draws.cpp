// SPDX-License-Identifier: Apache-2.0
#include "draws.hpp"

#include <charconv>
#include <limits>

#include <anping/planning/replay_page.hpp>

#include "html.hpp"

namespace anping::portal {
namespace {

constexpr std::int64_t kDraws = 30;

std::string minute(Timestamp at) {
    auto out = to_string(at);
    out.resize(16);
    out[10] = ' ';
    return out;
}

std::string state_of(planning::PublicDraw const& draw) {
    using planning::DrawStage;
    switch (draw.summary.stage) {
        case DrawStage::held: return draw.summary.published_at ? "结果已公布" : "已抽取，检查以后公布结果";
        case DrawStage::voided: return "已作废";
        default: return "名单已定，尚未抽取";
    }
}

Html digest(std::string const& value) { return element("code", text(value)); }

// Each is drawn apart; of a list that is not split there is nothing to say.
Html strata_of(planning::PublicDraw const& draw) {
    if (draw.strata.empty()) return text("不分层");
    Html rows;
    for (auto const& one : draw.strata)
        rows += element(
            "li", text(one.name + "：" + std::to_string(one.candidates) + " 家抽 " + std::to_string(one.take) + " 家"));
    return element("ul", rows);
}

Html card(planning::PublicDraw const& draw) {
    auto const& row = draw.summary;
    Html out = element("h2", text(row.title));
    std::vector<std::pair<std::string, Html>> rows{
        {"编号", text(row.id.text)},
        {"部门", text(row.bureau_name)},
        {"方式", text(row.form == planning::DrawForm::everyday ? "日常抽取" : "公开抽取")},
        {"名单", text(std::to_string(row.candidates) + " 家抽 " + std::to_string(row.take) + " 家")},
        {"分层", strata_of(draw)},
        {"名单摘要（SM3）", digest(draw.plan_digest)},
        {"定名单", link("/ledger?entry=" + std::to_string(row.entry), minute(row.planned_at))}};
    if (row.held_at) rows.emplace_back("抽取", text(minute(*row.held_at)));
    rows.emplace_back("进展", text(state_of(draw)));
    if (row.form == planning::DrawForm::ceremony && row.stage == planning::DrawStage::planned)
        rows.emplace_back("参与方", link("/draws/share", "下载份额页，在自己的设备上生成份额和承诺"));
    if (draw.voided) rows.emplace_back("作废的理由", text(*draw.voided));
    if (draw.seed) rows.emplace_back("种子", digest(*draw.seed));
    if (!draw.drawn.empty()) {
        Html names;
        for (auto const& name : draw.drawn) names += element("li", text(name));
        rows.emplace_back("抽中", element("ol", names));
        rows.emplace_back("验算", link("/draws/" + row.id.text + "/replay", "下载验算页，不联网也能重算"));
    }
    out += facts(rows);
    return element("section", out, "card");
}

std::int64_t before(http::Request const& request) {
    auto const asked = request.query_value("before").value_or("");
    std::int64_t out = std::numeric_limits<std::int64_t>::max();
    std::from_chars(asked.data(), asked.data() + asked.size(), out);
    return out;
}

http::Response file_of(Sources const& from, std::optional<draw::Paper> paper, std::string const& name) {
    auto out = planning::replay_page(from.replay_page(), paper, name);
    if (!out) return error_page(503, "没有安装验算页。");
    return std::move(*out);
}

}  // namespace

http::Response draws_page(Sources const& from, http::Request const& request) {
    auto lease = from.pool.lease();
    auto found = from.planning.public_draws(*lease, before(request), kDraws + 1);
    bool const more = std::ssize(found) > kDraws;
    if (more) found.pop_back();
    Html body = element(
        "p",
        text("检查谁由抽取决定：名单先定，摘要先公布，种子在后，结果由两者算出。不预先告知的检查，检查以后公布结果；"
             "公布的每一次都可以下载验算页重算。"));
    for (auto const& draw : found) body += card(draw);
    if (found.empty()) body += element("p", text("还没有抽取过。"), "empty");
    if (more) body += element("p", link("/draws?before=" + std::to_string(found.back().summary.entry), "更早的"));
    return page(200, "随机抽取", body);
}

http::Response draw_replay(Sources const& from, http::Request const& request) {
    auto lease = from.pool.lease();
    auto const id = request.capture("id");
    auto paper = from.planning.public_paper(*lease, {id});
    if (!paper) return not_found_page("没有这次抽取，或者结果还没有公布。");
    return file_of(from, std::move(*paper), id);
}

http::Response draw_share(Sources const& from, http::Request const&) { return file_of(from, std::nullopt, "share"); }

}  // namespace anping::portal
