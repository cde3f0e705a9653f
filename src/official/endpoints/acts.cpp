// SPDX-License-Identifier: Apache-2.0
// What is done with a document.
#include <tuple>

#include "families.hpp"

namespace anping::official {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

std::string origin_of(Rooms const& rooms, Context const& context) {
    if (!rooms.origin.empty()) return rooms.origin;
    return std::string(rooms.scheme) + "://" + std::string(context.request.header("host"));
}

DocumentId id_of(Context const& context) { return {context.capture("id")}; }

api::Endpoint draft(Rooms const& rooms) {
    return endpoint(Action::document_write, "POST", "/api/v1/documents")
        .summary("起草一份文书")
        .changes<DraftDocument, IdAnswer>(201, [rooms](Context const& context, DraftDocument in) {
            return rooms.writer.apply(context.change(rooms.service.draft(context.who, std::move(in))));
        });
}

api::Endpoint revise(Rooms const& rooms) {
    return endpoint(Action::document_write, "POST", "/api/v1/documents/{id}/revisions")
        .summary("修改草稿")
        .target(of_document(rooms))
        .changes<ReviseDocument, IdAnswer>(201, [rooms](Context const& context, ReviseDocument in) {
            return rooms.writer.apply(context.change(rooms.service.revise(id_of(context), std::move(in))));
        });
}

api::Endpoint issue(Rooms const& rooms) {
    return endpoint(Action::document_issue, "POST", "/api/v1/documents/{id}/issuing")
        .summary("签发：给文号，文件的摘要记入账本；此后不能再改。第一号可以接着纸质文书；案件缺少在先步骤的须写明理由")
        .target(of_document(rooms))
        .changes<IssueDocument, IdAnswer>(
            201, [rooms](Context const& context, IssueDocument in) -> Result<ledger::Written> {
                auto const made = std::make_shared<Made>();
                auto written = rooms.writer.apply(context.change(
                    rooms.service.issue(context.who, id_of(context), in, origin_of(rooms, context), made)));
                // It is issued; should the disk be full now, the file is made again when it is asked for.
                if (written && !made->docx.empty()) std::ignore = rooms.service.keep(*made);
                return written;
            });
}

api::Endpoint pdf(Rooms const& rooms) {
    return endpoint(Action::document_issue, "POST", "/api/v1/documents/{id}/pdf")
        .summary("生成 PDF 并保存，其摘要记入账本")
        .target(of_document(rooms))
        .changes<Nothing, IdAnswer>(201, [rooms](Context const& context, Nothing) -> Result<ledger::Written> {
            auto made = [&] {
                auto lease = rooms.pool.lease();
                return rooms.service.make_pdf(*lease, id_of(context));
            }();
            if (!made) return unexpected<Error>(std::move(made.error()));
            return rooms.writer.apply(context.change(rooms.service.rendered(id_of(context), std::move(*made))));
        });
}

api::Endpoint deliver(Rooms const& rooms) {
    return endpoint(Action::document_issue, "POST", "/api/v1/documents/{id}/deliveries")
        .summary("登记送达，附回执；电子送达须有受送达人的同意，由平台即时发出")
        .target(of_document(rooms))
        .changes<DeliverDocument, IdAnswer>(201, [rooms](Context const& context, DeliverDocument in) {
            return rooms.writer.apply(
                context.change(rooms.service.deliver(context.who, id_of(context), std::move(in))));
        });
}

api::Endpoint confirm(Rooms const& rooms) {
    return endpoint(Action::document_confirm, "POST", "/api/v1/documents/{id}/confirmation")
        .summary("受送达人确认收到电子送达的文书")
        .target(of_document(rooms))
        .changes<Nothing, IdAnswer>(201, [rooms](Context const& context, Nothing) {
            return rooms.writer.apply(context.change(rooms.service.confirm(id_of(context))));
        });
}

api::Endpoint give_up(Rooms const& rooms) {
    return endpoint(Action::document_void, "POST", "/api/v1/documents/{id}/voiding")
        .summary("作废，写明理由；文号保留，不再使用")
        .target(of_document(rooms))
        .changes<VoidDocument, IdAnswer>(201, [rooms](Context const& context, VoidDocument in) {
            return rooms.writer.apply(context.change(rooms.service.give_up(id_of(context), std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::acts(Rooms const& rooms) {
    return {draft(rooms), revise(rooms), issue(rooms), pdf(rooms), deliver(rooms), confirm(rooms), give_up(rooms)};
}

std::vector<api::Endpoint> endpoints(Rooms const& rooms) {
    std::vector<api::Endpoint> out;
    for (auto* family : {families::documents, families::acts, families::files, families::templates, families::consents})
        for (auto& one : family(rooms)) out.push_back(std::move(one));
    return out;
}

}  // namespace anping::official
