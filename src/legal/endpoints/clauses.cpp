// SPDX-License-Identifier: Apache-2.0
#include <anping/legal/endpoints.hpp>

namespace anping::legal {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint clauses(Service const& service, db::Pool& pool) {
    return endpoint(Action::rulebook_view, "GET", "/api/v1/law/clauses")
        .summary("全部条款：内容、出处、来源核实与确认、是否已实现、被引用的次数")
        .query("region", "行政区划代码：按该地区的确认情况；不填为全国")
        .returns<ClauseView>([&](Context const& context) -> Result<api::Page<ClauseView>> {
            auto const region = context.request.query_value("region").value_or("000000");
            auto lease = pool.lease();
            return api::Page<ClauseView>{service.clauses(*lease, {region}), std::nullopt};
        });
}

api::Endpoint files(Service const& service) {
    return endpoint(Action::rulebook_view, "GET", "/api/v1/law/files")
        .summary("规则书的文件")
        .returns<FileView>([&](Context const&) -> Result<api::Page<FileView>> {
            return api::Page<FileView>{service.library().files(), std::nullopt};
        });
}

api::Endpoint text(Service const& service) {
    return endpoint(Action::rulebook_view, "GET", "/api/v1/law/text")
        .summary("一个规则书文件的原文")
        .query("file", "文件名，如 XJ-xinjiang/practice.toml")
        .returns<FileText>([&](Context const& context) {
            return service.library().text(context.request.query_value("file").value_or(""));
        });
}

}  // namespace

std::vector<api::Endpoint> clause_endpoints(Service const& service, db::Pool& pool) {
    return {clauses(service, pool), files(service), text(service)};
}

}  // namespace anping::legal
