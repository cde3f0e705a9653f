// SPDX-License-Identifier: Apache-2.0
#include "html.hpp"

namespace anping::portal {

Html text(std::string_view plain) {
    Html out;
    for (char c : plain) {
        switch (c) {
            case '&': out.markup += "&amp;"; break;
            case '<': out.markup += "&lt;"; break;
            case '>': out.markup += "&gt;"; break;
            case '"': out.markup += "&quot;"; break;
            case '\'': out.markup += "&#39;"; break;
            default: out.markup += c;
        }
    }
    return out;
}

Html element(std::string_view name, Html const& inner, std::string_view css) {
    Html out;
    out.markup = "<" + std::string(name);
    if (!css.empty()) out.markup += " class=\"" + text(css).markup + "\"";
    out.markup += ">" + inner.markup + "</" + std::string(name) + ">";
    return out;
}

Html link(std::string_view address, std::string_view label) {
    return {"<a href=\"" + text(address).markup + "\">" + text(label).markup + "</a>"};
}

Html outward_link(std::string_view address) {
    return {"<a rel=\"nofollow noopener noreferrer external\" href=\"" + text(address).markup + "\">" +
            text(address).markup + "</a>"};
}

Html facts(std::vector<std::pair<std::string, Html>> const& rows) {
    Html inner;
    for (auto const& [label, value] : rows) {
        inner += element("dt", text(label));
        inner += element("dd", value);
    }
    return element("dl", inner, "facts");
}

Html table(std::vector<std::string> const& head, std::vector<std::vector<Html>> const& rows, std::string_view empty) {
    if (rows.empty()) return element("p", text(empty), "empty");
    Html titles;
    for (auto const& title : head) titles.markup += "<th scope=\"col\">" + text(title).markup + "</th>";
    Html lines;
    for (auto const& row : rows) {
        Html cells;
        for (auto const& cell : row) cells += element("td", cell);
        lines += element("tr", cells);
    }
    Html inner = element("thead", element("tr", titles));
    inner += element("tbody", lines);
    return element("div", element("table", inner), "scroll");
}

Html wide_table(std::vector<std::string> const& head, std::vector<std::vector<Html>> const& rows,
                std::string_view empty) {
    if (rows.empty()) return element("p", text(empty), "empty");
    Html titles;
    for (auto const& title : head)
        titles.markup += "<th role=\"columnheader\" scope=\"col\">" + text(title).markup + "</th>";
    std::string lines;
    for (auto const& row : rows) {
        lines += "<tr role=\"row\">";
        for (std::size_t i = 0; i < row.size(); ++i)
            lines += "<td role=\"cell\" data-title=\"" + text(head.at(i)).markup + "\">" + row[i].markup + "</td>";
        lines += "</tr>";
    }
    // The roles stay where the blocks are no table any more to the browser.
    return {"<div class=\"scroll\"><table class=\"wide\" role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">" +
            titles.markup + "</tr></thead><tbody role=\"rowgroup\">" + lines + "</tbody></table></div>"};
}

Html search_form(std::string_view action, std::string_view label, std::string_view value, std::string_view hint) {
    return {"<form class=\"search\" role=\"search\" action=\"" + text(action).markup +
            "\" method=\"get\"><label for=\"q\">" + text(label).markup +
            "</label><div><input id=\"q\" name=\"q\" type=\"search\" value=\"" + text(value).markup +
            "\" placeholder=\"" + text(hint).markup + "\"><button>查询</button></div></form>"};
}

http::Response page(int status, std::string_view title, Html const& body) {
    std::string const heading = text(title).markup;
    std::string document =
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\"><title>" +
        heading +
        " · 安评</title><link rel=\"icon\" href=\"/portal/icon.svg\"><link rel=\"stylesheet\" "
        "href=\"/portal/portal.css\"><script src=\"/portal/portal.js\" "
        "defer></script></head><body><a class=\"skip\" href=\"#main\">跳到正文</a><header><div class=\"inner\"><a "
        "class=\"brand\" href=\"/\"><b>安评</b><span>安全评价检测检验机构监督管理</span></a><nav "
        "aria-label=\"主导航\"><a "
        "href=\"/institutions\">机构名录</a><a href=\"/reports\">报告查验</a><a href=\"/check\">文书查验</a><a "
        "href=\"/draws\">随机抽取</a><a href=\"/penalties\">处罚公示</a><a href=\"/typical-cases\">典型案例</a><a "
        "href=\"/permits\">许可统计</a><a "
        "href=\"/ledger\">账本与回执</a><a "
        "href=\"/law\">执行依据</a><button id=\"large\" type=\"button\" hidden>大字版</button><a class=\"enter\" "
        "href=\"/desk/\">登录</a></nav></div></header><main id=\"main\" class=\"inner\"><h1>" +
        heading + "</h1>" + body.markup +
        "</main><footer><div "
        "class=\"inner\">页面上的每一项公开信息都来自不可改写的账本，任何人都可以核验。</div></footer></body></html>";
    auto response = http::text(status, std::move(document), "text/html; charset=utf-8");
    return std::move(response)
        .with("Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
              "form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
        .with("Cache-Control", "no-cache");
}

http::Response error_page(int status, std::string_view what) {
    return page(status, status == 404 ? "没有找到" : "暂时无法办理",
                Html{element("p", text(what)).markup + element("p", link("/", "回到首页")).markup});
}

http::Response not_found_page(std::string_view what) { return page(404, "没有找到", element("p", text(what))); }

}  // namespace anping::portal
