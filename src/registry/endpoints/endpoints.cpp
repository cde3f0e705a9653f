// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>
#include <anping/registry/endpoints.hpp>

#include "../errors.hpp"

namespace anping::registry {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct IdAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id))

class Family {
public:
    Family(Service const& service, ledger::Writer& writer, db::Pool& pool, ConcernedBy concerned)
        : service_(service), writer_(writer), pool_(pool), concerned_(std::move(concerned)) {}

    std::vector<api::Endpoint> all() const {
        return {search_institutions(), register_institution(), view_institution(), change_contact(),     list_people(),
                add_person(),          search_enterprises(),   view_enterprise(),  register_enterprise()};
    }

private:
    Result<access::Target> institution_target(Context const& context) const {
        auto lease = pool_.lease();
        auto const view = service_.institution(*lease, {context.capture("id")});
        if (!view) return unknown_institution();
        access::Target target;
        target.unit = view->id.text;
        target.region = view->region;
        target.published = true;
        if (concerned_) {
            auto concerned = concerned_(*lease, view->id);
            target.parties = std::move(concerned.enterprises);
            target.also = std::move(concerned.regions);
        }
        return target;
    }
    Result<EnterpriseView> enterprise(Context const& context) const {
        auto lease = pool_.lease();
        auto view = service_.enterprise(*lease, {context.capture("id")});
        if (!view) return unknown_enterprise();
        return std::move(*view);
    }
    auto target() const {
        return [self = *this](Context const& context) { return self.institution_target(context); };
    }

    template <class View, class Search>
    static Result<api::Page<View>> page(Context const& context, Search const& search) {
        auto const asked = api::page_request(context.request, 1);
        if (!asked) return unexpected<Error>(asked.error());
        auto const text = context.request.query_value("q").value_or("");
        auto const after = asked->after.empty() ? std::string() : asked->after.front();
        return api::make_page(search(text, after, asked->fetch()), *asked,
                              [](View const& view) { return std::vector{view.id.text}; });
    }

    api::Endpoint search_institutions() const {
        return endpoint(Action::register_view, "GET", "/api/v1/institutions")
            .summary("机构名录：按名称、统一社会信用代码或资质证书编号查找")
            .query("q", "名称的一部分，或完整的代码、证书编号")
            .query("cursor", "上一页给出的 next")
            .returns<InstitutionView>([self = *this](Context const& context) {
                auto lease = self.pool_.lease();
                return page<InstitutionView>(context, [&](auto const& text, auto const& after, std::int64_t limit) {
                    return self.service_.institutions(*lease, text, after, limit);
                });
            });
    }

    api::Endpoint register_institution() const {
        return endpoint(Action::institution_register, "POST", "/api/v1/institutions")
            .summary("登记机构及其资质")
            .changes<RegisterInstitution, IdAnswer>(
                201, [self = *this](Context const& context, auto in) -> Result<ledger::Written> {
                    if (auto const may = self.service_.may_register_institutions(context.who); !may)
                        return unexpected<Error>(may.error());
                    return self.writer_.apply(context.change(self.service_.register_institution(std::move(in))));
                });
    }

    api::Endpoint view_institution() const {
        return endpoint(Action::institution_view, "GET", "/api/v1/institutions/{id}")
            .summary("机构")
            .target(target())
            .returns<InstitutionView>(
                [self = *this](Context const& context) -> Result<api::Versioned<InstitutionView>> {
                    auto lease = self.pool_.lease();
                    auto view = self.service_.institution(*lease, {context.capture("id")});
                    if (!view) return unknown_institution();
                    auto const version = view->version;
                    return api::Versioned<InstitutionView>{std::move(*view), version};
                });
    }

    api::Endpoint change_contact() const {
        return endpoint(Action::institution_edit, "PUT", "/api/v1/institutions/{id}/contact")
            .summary("更新机构地址、网站、电话")
            .target(target())
            .changes<ChangeContact, IdAnswer>(200, [self = *this](Context const& context, auto in) {
                return self.writer_.apply(
                    context.change(self.service_.change_contact({context.capture("id")}, std::move(in))));
            });
    }

    api::Endpoint list_people() const {
        return endpoint(Action::person_view, "GET", "/api/v1/institutions/{id}/people")
            .summary("机构人员")
            .target(target())
            .returns<PersonView>([self = *this](Context const& context) -> Result<api::Page<PersonView>> {
                auto lease = self.pool_.lease();
                return api::Page<PersonView>{self.service_.people(*lease, {context.capture("id")}), std::nullopt};
            });
    }

    api::Endpoint add_person() const {
        return endpoint(Action::person_edit, "POST", "/api/v1/institutions/{id}/people")
            .summary("登记机构人员")
            .target(target())
            .changes<AddPerson, IdAnswer>(201, [self = *this](Context const& context, auto in) {
                return self.writer_.apply(
                    context.change(self.service_.add_person({context.capture("id")}, std::move(in))));
            });
    }

    api::Endpoint search_enterprises() const {
        return endpoint(Action::enterprise_view, "GET", "/api/v1/enterprises")
            .summary("企业：按名称或统一社会信用代码查找")
            .query("q", "名称的一部分，或完整的代码")
            .query("cursor", "上一页给出的 next")
            .returns<EnterpriseView>([self = *this](Context const& context) {
                auto lease = self.pool_.lease();
                return page<EnterpriseView>(context, [&](auto const& text, auto const& after, std::int64_t limit) {
                    return self.service_.enterprises(
                        *lease, context.policy.visibility(context.who, Action::enterprise_view), text, after, limit);
                });
            });
    }

    api::Endpoint view_enterprise() const {
        return endpoint(Action::enterprise_view, "GET", "/api/v1/enterprises/{id}")
            .summary("企业")
            .target([self = *this](Context const& context) -> Result<access::Target> {
                auto const view = self.enterprise(context);
                if (!view) return unexpected<Error>(view.error());
                access::Target target;
                target.unit = view->id.text;
                target.region = view->region;
                target.authority = view->authority;
                return target;
            })
            .returns<EnterpriseView>([self = *this](Context const& context) { return self.enterprise(context); });
    }

    api::Endpoint register_enterprise() const {
        return endpoint(Action::enterprise_register, "POST", "/api/v1/enterprises")
            .summary("登记企业")
            .changes<RegisterEnterprise, IdAnswer>(
                201, [self = *this](Context const& context, auto in) -> Result<ledger::Written> {
                    // A bureau registers where it supervises; the thing does not exist yet, so the input says where.
                    access::Target where;
                    where.region = in.region;
                    where.authority = in.authority;
                    if (auto const may = context.policy.decide(context.who, Action::enterprise_register, where); !may)
                        return unexpected<Error>(may.error());
                    return self.writer_.apply(context.change(self.service_.register_enterprise(std::move(in))));
                });
    }

    Service const& service_;
    ledger::Writer& writer_;
    db::Pool& pool_;
    ConcernedBy concerned_;
};

}  // namespace

std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool,
                                     ConcernedBy concerned) {
    return Family(service, writer, pool, std::move(concerned)).all();
}

}  // namespace anping::registry
