// SPDX-License-Identifier: Apache-2.0
// A bureau's templates and how its numbers begin; consent to electronic delivery.
#include <anping/api/asked.hpp>

#include "families.hpp"

namespace anping::official {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::document_template_view, "GET", "/api/v1/document-templates")
        .summary("各种文书的表样：用的是谁的、以前的、可以用的字段")
        .returns<TemplateView>([rooms](Context const& context) -> Result<api::Page<TemplateView>> {
            auto lease = rooms.pool.lease();
            return api::Page<TemplateView>{rooms.service.templates(*lease, context.who), std::nullopt};
        });
}

api::Endpoint file(Rooms const& rooms) {
    return endpoint(Action::document_template_view, "GET", "/api/v1/document-templates/file")
        .summary("一种文书现行的表样，DOCX，可以用 Word、WPS 修改以后再上传")
        .query("kind", "种类的代码")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            api::Asked asked(context.request);
            auto lease = rooms.pool.lease();
            auto found = rooms.service.template_file(*lease, context.who, asked.text("kind").value_or(""));
            if (!found) return unexpected<Error>(std::move(found.error()));
            return named(std::move(found->bytes), api::kDocx, found->name + ".docx");
        });
}

api::Endpoint set(Rooms const& rooms) {
    return endpoint(Action::document_template_set, "POST", "/api/v1/document-templates")
        .summary("用本部门自己的 DOCX 作表样；有不认识的字段、宏、外部链接的不收")
        .changes<SetTemplate, IdAnswer>(
            201, [rooms](Context const& context, SetTemplate in) -> Result<ledger::Written> {
                auto looked = rooms.service.look(context.who, in);
                if (!looked) return unexpected<Error>(std::move(looked.error()));
                return rooms.writer.apply(
                    context.change(rooms.service.set_template(context.who, std::move(in), std::move(*looked))));
            });
}

api::Endpoint withdraw(Rooms const& rooms) {
    return endpoint(Action::document_template_set, "POST", "/api/v1/document-templates/withdrawal")
        .summary("不再用自己的表样，改回平台的")
        .changes<WithdrawTemplate, IdAnswer>(201, [rooms](Context const& context, WithdrawTemplate in) {
            return rooms.writer.apply(context.change(rooms.service.withdraw_template(context.who, std::move(in))));
        });
}

api::Endpoint short_name(Rooms const& rooms) {
    return endpoint(Action::document_template_set, "POST", "/api/v1/document-settings")
        .summary("文号括号里的简称；已经签发的不变")
        .changes<SetShortName, IdAnswer>(201, [rooms](Context const& context, SetShortName in) {
            return rooms.writer.apply(context.change(rooms.service.set_short_name(context.who, std::move(in))));
        });
}

api::Endpoint consents_of(Rooms const& rooms) {
    return endpoint(Action::delivery_consent, "GET", "/api/v1/delivery-consents")
        .summary("电子送达的同意：部门看到向自己的，机构、企业看到自己的")
        .returns<ConsentView>([rooms](Context const& context) -> Result<api::Page<ConsentView>> {
            auto lease = rooms.pool.lease();
            return api::Page<ConsentView>{rooms.service.consents(*lease, context.who), std::nullopt};
        });
}

api::Endpoint give(Rooms const& rooms) {
    return endpoint(Action::delivery_consent, "POST", "/api/v1/delivery-consents")
        .summary("同意电子送达；部门登记的，附受送达人的确认书")
        .changes<GiveConsent, IdAnswer>(201, [rooms](Context const& context, GiveConsent in) {
            return rooms.writer.apply(context.change(rooms.service.give_consent(context.who, std::move(in))));
        });
}

api::Endpoint take_back(Rooms const& rooms) {
    return endpoint(Action::delivery_consent, "POST", "/api/v1/delivery-consents/withdrawal")
        .summary("撤回电子送达的同意；已经送达的不变")
        .changes<WithdrawConsent, IdAnswer>(201, [rooms](Context const& context, WithdrawConsent in) {
            return rooms.writer.apply(context.change(rooms.service.withdraw_consent(context.who, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::templates(Rooms const& rooms) {
    return {list(rooms), file(rooms), set(rooms), withdraw(rooms), short_name(rooms)};
}

std::vector<api::Endpoint> families::consents(Rooms const& rooms) {
    return {consents_of(rooms), give(rooms), take_back(rooms)};
}

}  // namespace anping::official
