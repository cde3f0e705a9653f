// SPDX-License-Identifier: Apache-2.0
// A unit's own templates of its papers.
#include <anping/practice/endpoints.hpp>

#include "../errors.hpp"
#include "../rules_template.hpp"
#include "families.hpp"
#include "own_papers.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

Result<PaperKind> own_kind(Context const& context) {
    auto kind = family::paper_kind(context.request.query_value("kind").value_or(""));
    if (!kind) return kind;
    if (auto fits = template_owner(*kind, context.who.unit_kind); !fits) return unexpected<Error>(fits.error());
    return kind;
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::paper_template_view, "GET", "/api/v1/paper-templates")
        .summary("本单位各种表的表样：现行的、以前的，以及可用的字段")
        .returns<PaperTemplateView>([rooms](Context const& context) -> Result<api::Page<PaperTemplateView>> {
            auto lease = rooms.pool.lease();
            return api::Page<PaperTemplateView>{Templates(rooms.vault).papers(*lease, context.who), std::nullopt};
        });
}

api::Endpoint set(Rooms const& rooms) {
    return endpoint(Action::paper_template_set, "POST", "/api/v1/paper-templates")
        .summary("用自己的 DOCX 作为一种表的表样；有不认识的字段、宏、外部链接的不收")
        .changes<SetPaperTemplate, Answer>(
            201, [rooms](Context const& context, SetPaperTemplate in) -> Result<ledger::Written> {
                auto file = Templates(rooms.vault).look(context.who, in);
                if (!file) return unexpected<Error>(std::move(file.error()));
                return rooms.writer.apply(context.change(Templates::set(context.who, std::move(in), std::move(*file))));
            });
}

api::Endpoint withdraw(Rooms const& rooms) {
    return endpoint(Action::paper_template_set, "POST", "/api/v1/paper-templates/withdrawal")
        .summary("不再用自己的表样，改回平台的表式")
        .changes<WithdrawPaperTemplate, Answer>(201, [rooms](Context const& context, WithdrawPaperTemplate in) {
            return rooms.writer.apply(context.change(Templates::withdraw(context.who, std::move(in))));
        });
}

api::Endpoint file(Rooms const& rooms) {
    return endpoint(Action::paper_template_view, "GET", "/api/v1/paper-templates/file")
        .summary("本单位一种表现行的表样，原样")
        .query("kind", "哪种表")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const kind = own_kind(context);
            if (!kind) return unexpected<Error>(kind.error());
            Templates const templates(rooms.vault);
            auto lease = rooms.pool.lease();
            auto const own = templates.in_force(*lease, context.who.unit, *kind);
            if (!own) return no_own_template();
            auto bytes = templates.bytes(*own);
            if (!bytes) return unexpected<Error>(std::move(bytes.error()));
            return attachment(std::move(*bytes), kDocx, family::file_name("template", *kind));
        });
}

api::Endpoint sample(Rooms const& rooms) {
    return endpoint(Action::paper_template_view, "GET", "/api/v1/paper-templates/sample")
        .summary("一种表用示例项目填好的样子，DOCX")
        .query("kind", "哪种表")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const kind = own_kind(context);
            if (!kind) return unexpected<Error>(kind.error());
            auto const values = sample_values(*kind);
            auto lease = rooms.pool.lease();
            // The platform's own notice is not a record: it is made from a real one only.
            if (of_bureau(*kind) && !Templates(rooms.vault).in_force(*lease, context.who.unit, *kind))
                return no_own_template();
            auto bytes = family::written(rooms, *lease, context.who.unit, *kind, {&values, 1}, [&] {
                auto form = record_form(shape_of(*kind), values);
                form.title += "（示例）";
                return std::vector{std::move(form)};
            });
            if (!bytes) return unexpected<Error>(std::move(bytes.error()));
            return attachment(std::move(*bytes), kDocx, family::file_name("sample", *kind));
        });
}

}  // namespace

std::vector<api::Endpoint> families::templates(Rooms const& rooms) {
    return {list(rooms), set(rooms), withdraw(rooms), file(rooms), sample(rooms)};
}

}  // namespace anping::practice
