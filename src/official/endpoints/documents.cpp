// SPDX-License-Identifier: Apache-2.0
// Documents as lists and one by one.
#include <algorithm>

#include <anping/api/asked.hpp>
#include <anping/api/paging.hpp>
#include <anping/documents/list.hpp>

#include "families.hpp"

namespace anping::official {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

// What a bureau did not have when it issued a document is its own business, and that of those above it.
bool of_bureau(Context const& context) { return context.who.unit_kind == access::UnitKind::bureau; }

Result<DocumentFilter> filter_of(Context const& context) {
    api::Asked asked(context.request);
    DocumentFilter out;
    out.kind = asked.text("kind");
    out.stage = asked.word<Stage>("stage");
    out.subject_kind = asked.text("subject_kind");
    out.subject_id = asked.text("subject_id");
    out.number = asked.text("number");
    out.from = asked.day("from");
    out.until = asked.day("until");
    out.despite = of_bureau(context) && asked.text("despite").has_value();
    if (asked.error()) return unexpected<Error>(*asked.error());
    return out;
}

std::vector<std::pair<char const*, char const*>> const& filters() {
    static std::vector<std::pair<char const*, char const*>> const all{
        {"kind", "种类的代码"},         {"stage", "draft、issued、delivered、voided"},
        {"subject_kind", "事项的种类"}, {"subject_id", "事项的编号"},
        {"number", "文号的一部分"},     {"from", "签发日期起"},
        {"until", "签发日期止"},        {"despite", "1：只看案件缺少在先步骤而签发的"}};
    return all;
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::document_view, "GET", "/api/v1/documents")
        .summary("执法文书，最新的在前；机构、企业看到向自己送达的")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .queries(filters())
        .returns<DocumentRow>([rooms](Context const& context) -> Result<api::Page<DocumentRow>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto const filter = filter_of(context);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::document_view);
            auto rows = rooms.service.documents(*lease, sees, *filter, asked->before, asked->fetch());
            if (!of_bureau(context))
                for (auto& row : rows) row.despite = false;
            return api::make_page(std::move(rows), *asked,
                                  [](DocumentRow const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

char const* stage_name(Stage stage) {
    switch (stage) {
        case Stage::draft: return "草稿";
        case Stage::issued: return "已签发";
        case Stage::delivered: return "已送达";
        case Stage::voided: return "已作废";
    }
    return "";
}

std::vector<documents::ListColumn<DocumentRow>> const& columns() {
    using documents::Cell;
    using enum documents::ColumnKind;
    static std::vector<documents::ListColumn<DocumentRow>> const all{
        {"文书", text, [](DocumentRow const& row) -> Cell { return row.name; }, 24},
        {"文号", text, [](DocumentRow const& row) { return documents::cell_of(row.number); }, 32},
        {"编号", text, [](DocumentRow const& row) -> Cell { return row.id.text; }, 14},
        {"事项", text, [](DocumentRow const& row) -> Cell { return row.subject.id.text; }, 18},
        {"受送达人", text, [](DocumentRow const& row) -> Cell { return row.addressee_name; }, 30},
        {"部门", text, [](DocumentRow const& row) -> Cell { return row.bureau_name; }, 24},
        {"状态", text, [](DocumentRow const& row) -> Cell { return std::string(stage_name(row.stage)); }, 10},
        {"签发日期", date, [](DocumentRow const& row) { return documents::cell_of(row.issued_on); }},
        {"送达日期", date, [](DocumentRow const& row) { return documents::cell_of(row.delivered_on); }}};
    return all;
}

api::Endpoint sheet(Rooms const& rooms) {
    return endpoint(Action::document_view, "GET", "/api/v1/document-sheet")
        .summary("执法文书清单，XLSX")
        .queries(filters())
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const filter = filter_of(context);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::document_view);
            auto const rows =
                rooms.service.documents(*lease, sees, *filter, api::PageRequest{}.before, documents::kListRows);
            auto const made = documents::list_sheet("执法文书清单", "份", columns(), rows);
            return named(documents::xlsx({&made, 1}, context.now), api::kXlsx, "执法文书清单.xlsx");
        });
}

// What is the bureau's own business with a document is not for whom it was sent to.
DocumentView for_reader(DocumentView view, access::Principal const& who) {
    if (who.unit_kind == access::UnitKind::bureau) return view;
    view.warnings.clear();
    view.lacking.clear();
    view.despite.reset();
    view.row.despite = false;
    view.written_by.clear();
    for (auto& delivery : view.deliveries) {
        delivery.warnings.clear();
        delivery.note.clear();
        delivery.by.clear();
    }
    return view;
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::document_view, "GET", "/api/v1/documents/{id}")
        .summary("一份文书：各栏、文号、送达、摘要、缺少什么")
        .target(of_document(rooms))
        .returns<DocumentView>([rooms](Context const& context) -> Result<api::Versioned<DocumentView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.service.document(*lease, {context.capture("id")});
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<DocumentView>{for_reader(std::move(*found), context.who), version};
        });
}

api::Endpoint kinds(Rooms const& rooms) {
    return endpoint(Action::document_write, "GET", "/api/v1/document-kinds")
        .summary("本地可以制作的文书")
        .returns<KindView>([rooms](Context const& context) -> Result<api::Page<KindView>> {
            return api::Page<KindView>{rooms.service.kinds(context.who), std::nullopt};
        });
}

api::Endpoint blank(Rooms const& rooms) {
    return endpoint(Action::document_write, "GET", "/api/v1/document-blank")
        .summary("一种文书的栏目，填上已知的；一般先有的文书还没有的，给出提示")
        .query("kind", "种类的代码")
        .query("subject_kind", "事项的种类")
        .query("subject_id", "事项的编号")
        .returns<BlankDocument>([rooms](Context const& context) -> Result<BlankDocument> {
            api::Asked asked(context.request);
            auto const subject = from_json<Subject>(json::object{{"kind", asked.text("subject_kind").value_or("")},
                                                                 {"id", asked.text("subject_id").value_or("")}});
            if (!subject) return unexpected<Error>(subject.error());
            auto lease = rooms.pool.lease();
            return rooms.service.blank(*lease, context.who, asked.text("kind").value_or(""), *subject);
        });
}

api::Endpoint settings(Rooms const& rooms) {
    return endpoint(Action::document_template_view, "GET", "/api/v1/document-settings")
        .summary("本部门文号的简称；能否生成 PDF")
        .returns<SettingsView>([rooms](Context const& context) -> Result<SettingsView> {
            auto lease = rooms.pool.lease();
            return rooms.service.settings(*lease, context.who);
        });
}

// By the digest a program computed, or the code in the QR picture.
api::Endpoint check(Rooms const& rooms) {
    return endpoint(Action::document_check, "GET", "/api/v1/document-check")
        .summary("按查验码或者文件摘要查验执法文书")
        .query("q", "查验码，或 SM3 / SHA-256 摘要")
        .returns<CheckView>([rooms](Context const& context) -> Result<CheckView> {
            auto lease = rooms.pool.lease();
            return rooms.service.check(*lease, std::string(context.request.query_value("q").value_or("")));
        });
}

}  // namespace

std::vector<api::Endpoint> families::documents(Rooms const& rooms) {
    return {list(rooms), sheet(rooms), view(rooms), kinds(rooms), blank(rooms), settings(rooms), check(rooms)};
}

}  // namespace anping::official
