// SPDX-License-Identifier: Apache-2.0
#include "documents.hpp"

#include "html.hpp"

namespace anping::portal {
namespace {

Html code(std::string_view value) { return element("code", text(value)); }

official::CheckView checked(Sources const& from, std::string const& asked) {
    official::CheckView out;
    out.state = "unknown";
    if (!from.check_document || asked.empty()) return out;
    auto lease = from.pool.lease();
    return from.check_document(*lease, asked);
}

// The file is hashed by the browser; what comes back is its digest, to `address`.
Html drop(std::string const& address) {
    return {"<section class=\"drop\" id=\"drop\" data-to=\"" + text(address).markup +
            "\" hidden><p>把文书文件（DOCX 或 PDF）拖到这里，或 <label class=\"file\">选择文件<input type=\"file\" "
            "id=\"file\"></label></p><p class=\"note\">文件只在您的浏览器里计算摘要，不会上传。</p><output "
            "id=\"drop-state\"></output></section>"};
}

Html state_of(official::CheckView const& view) {
    if (view.state == "voided") return element("strong", text("这份文书已被作出部门作废"), "bad");
    return element("strong", text("这份文书由下列部门签发"), "good");
}

// No content, and nobody's name: those are for whom it is addressed to.
Html card_of(official::CheckView const& view) {
    Html card = state_of(view);
    std::vector<std::pair<std::string, Html>> rows{{"签发部门", text(view.bureau_name)},
                                                   {"文书", text(view.name)},
                                                   {"文号", text(view.number.value_or("不编号的文书"))}};
    if (view.issued_on) rows.emplace_back("签发日期", text(field::to_string(*view.issued_on)));
    if (view.docx) {
        rows.emplace_back("DOCX 的 SM3", code(view.docx->sm3));
        rows.emplace_back("DOCX 的 SHA-256", code(view.docx->sha256));
    }
    if (view.pdf) {
        rows.emplace_back("PDF 的 SM3", code(view.pdf->sm3));
        rows.emplace_back("PDF 的 SHA-256", code(view.pdf->sha256));
    }
    if (view.entry)
        rows.emplace_back("账本条目",
                          link("/ledger?entry=" + std::to_string(*view.entry), std::to_string(*view.entry)));
    card += facts(rows);
    return element("section", card, "card");
}

Html compared(official::CheckView const& of, std::string const& digest) {
    auto const is = [&](std::optional<official::FileDigest> const& file) {
        return file && (file->sha256 == digest || file->sm3 == digest);
    };
    if (is(of.docx) || is(of.pdf)) return element("p", element("strong", text("文件与签发的一致"), "good"));
    return element("p", element("strong", text("文件与签发的不一致"), "bad"));
}

}  // namespace

http::Response documents_page(Sources const& from, http::Request const& request) {
    std::string const q(request.query_value("q").value_or(""));
    Html body =
        element("p", text("扫描文书上的二维码，或者在这里查验手里的文件，可以知道它是不是应急管理部门签发的原样。"));
    body += drop("/check");
    body += search_form("/check", "查验码或文件摘要", q, "二维码下面网址的最后一段，或 64 位十六进制摘要");
    if (q.empty()) return page(200, "执法文书查验", body);
    auto const view = checked(from, q);
    if (view.state == "unknown")
        body +=
            element("p",
                    text("账本里没有这个查验码或摘要对应的文书。文件只要改动一个字节，摘要就会不同；签名、盖章后的扫描"
                         "件不能用摘要查验，请扫描文书上的二维码。"),
                    "unknown");
    else body += card_of(view);
    return page(200, "执法文书查验", body);
}

http::Response document_page(Sources const& from, http::Request const& request) {
    auto const& asked = request.capture("code");
    auto const view = checked(from, asked);
    if (view.state == "unknown" || view.matched != "code") return not_found_page("没有这个查验码对应的文书。");
    std::string const digest(request.query_value("q").value_or(""));
    Html body = card_of(view);
    if (!digest.empty()) body += compared(view, digest);
    body += element("h2", text("手里的文件是不是签发的原样"));
    body += drop("/check/d/" + asked);
    body += element("p", text("纸质文书请与送达的原件核对文号、日期；签名、盖章后的扫描件摘要不同。"), "note");
    return page(200, "执法文书查验", body);
}

}  // namespace anping::portal
