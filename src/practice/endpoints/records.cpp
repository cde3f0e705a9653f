// SPDX-License-Identifier: Apache-2.0
// A project's papers one by one: records of the process control, and a notice as its addressee wants it.
#include <anping/practice/endpoints.hpp>

#include "../errors.hpp"
#include "../notice_forms.hpp"
#include "families.hpp"
#include "own_papers.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using documents::Form;

Result<std::string> record(Rooms const& rooms, Context const& context, PaperKind kind) {
    auto lease = rooms.pool.lease();
    auto of = rooms.service.project_paper(*lease, {context.capture("id")});
    if (!of) return unexpected<Error>(std::move(of.error()));
    family::keep_price(context.who, of->project);
    std::optional<SurveyId> asked;
    if (auto const named = context.request.query_value("survey")) asked = SurveyId{*named};
    auto const* survey = survey_of(of->project, asked);
    if (asked && survey == nullptr) return wrong_field("/survey", "survey", "这个项目没有这次勘验");
    bool const listed = survey != nullptr && survey->checklist;
    auto const names = family::names_for(rooms, of->project, listed ? survey->checklist->name.value : std::string());
    auto const values = record_values(kind, *of, names, field::beijing_date(context.now), asked);
    return family::written(rooms, *lease, of->project.institution.text, kind, {&values, 1},
                           [&] { return std::vector<Form>{record_form(shape_of(kind), values)}; });
}

// To the bureau named, to the asker's own, or to the first.
Result<AddresseeView> addressee(NoticeView const& notice, Context const& context) {
    auto const named = context.request.query_value("bureau");
    auto const find = [&](std::string const& bureau) {
        return std::ranges::find_if(notice.addressees,
                                    [&](AddresseeView const& one) { return one.addressee.bureau.text == bureau; });
    };
    auto found = find(named.value_or(context.who.unit));
    if (found == notice.addressees.end() && !named) found = notice.addressees.begin();
    if (found == notice.addressees.end()) return wrong_field("/bureau", "bureau", "这份告知没有送这个部门");
    return *found;
}

Result<std::string> notice(Rooms const& rooms, Context const& context, PaperKind kind) {
    std::optional<NoticeId> asked;
    if (auto const named = context.request.query_value("notice")) asked = NoticeId{*named};
    auto lease = rooms.pool.lease();
    auto const of = rooms.service.notice_paper(*lease, {context.capture("id")}, asked);
    if (!of) return unexpected<Error>(of.error());
    auto const to = addressee(of->notice, context);
    if (!to) return unexpected<Error>(to.error());
    auto const values = notice_values(kind, *of, *to, family::names_for(rooms, of->project));
    return family::written(rooms, *lease, to->addressee.bureau.text, kind, {&values, 1}, [&] {
        return std::vector<Form>{kind == PaperKind::notice_form ? notice_form(rooms.service, *of)
                                                                : receipt_form(of->notice, *to)};
    });
}

api::Endpoint paper(Rooms const& rooms) {
    return endpoint(Action::project_view, "GET", "/api/v1/projects/{id}/papers/{kind}")
        .summary("按项目的记录填好的表，DOCX：有自己的表样的用表样，没有的用平台的表式；不知道的留空")
        .query("notice", "告知书、回执：告知编号；不填为最近一份")
        .query("bureau", "告知书、回执：收到的部门；不填为本部门或第一个收到的部门")
        .query("survey", "现场记录：勘验编号；不填为最近一次")
        .target(family::of_project(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const kind = family::paper_kind(context.capture("kind"));
            if (!kind) return unexpected<Error>(kind.error());
            auto bytes = of_bureau(*kind) ? notice(rooms, context, *kind) : record(rooms, context, *kind);
            if (!bytes) return unexpected<Error>(std::move(bytes.error()));
            return attachment(std::move(*bytes), kDocx, family::file_name(context.capture("id"), *kind));
        });
}

}  // namespace

std::vector<api::Endpoint> families::records(Rooms const& rooms) { return {paper(rooms)}; }

}  // namespace anping::practice
