// SPDX-License-Identifier: Apache-2.0
// Use cases of official documents. Each change is returned as the decision the writer runs.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <anping/access/policy.hpp>
#include <anping/base/time.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/official/deliveries.hpp>
#include <anping/official/views.hpp>
#include <anping/registry/directory.hpp>

namespace anping::official {

using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;

// What the module a document's subject belongs to knows of it.
struct Known {
    Addressee addressee;
    std::string addressee_name;
    json::object fields;
};

// A file made within a change, to be kept once the change stands.
struct Made {
    std::string docx;
    std::string template_docx;
};

enum class FileKind { docx, pdf };
BOOST_DESCRIBE_ENUM(FileKind, docx, pdf)

struct Document {
    std::string bytes;
    std::string name;  // without ending
};

struct State;

// Thread-safe.
class Service {
public:
    struct With {
        std::function<std::shared_ptr<rulebook::Law const>()> law;
        registry::Directory const& directory;
        ledger::Personal const& personal;
        vault::Vault& vault;
        std::string exports;  // directory of files in the making
        Clock const& clock;
        std::function<std::string(std::size_t bytes)> random;  // crypto::random_bytes
        std::function<std::string(db::Session&, std::string const& account)> name_of;
        // What a DOCX looks like as PDF. Empty where nothing can make one.
        std::function<Result<std::string>(std::string const& docx)> to_pdf = {};
        // What is known of a subject. Empty: nothing.
        std::function<Known(db::Session&, access::Principal const&, Subject const&, std::string const& kind)> known =
            {};
        // Of these steps one has to be there: their words, where the subject has none. Empty: nobody knows of steps.
        std::function<std::vector<std::string>(db::Session&, Subject const&, std::vector<std::string> const& needs)>
            lacking = {};
    };
    explicit Service(With with) : with_(std::move(with)) {}

    // ---- service.cpp: `who` is an officer of the bureau whose document it is
    Decision draft(access::Principal who, DraftDocument in) const;
    Decision revise(DocumentId id, ReviseDocument in) const;
    // `origin`: what the QR code's address begins with. Afterwards: keep.
    Decision issue(access::Principal who, DocumentId id, IssueDocument in, std::string origin,
                   std::shared_ptr<Made> made) const;
    Decision deliver(access::Principal who, DocumentId id, DeliverDocument in) const;
    Decision confirm(DocumentId id) const;
    Decision give_up(DocumentId id, VoidDocument in) const;
    Decision set_short_name(access::Principal who, SetShortName in) const;
    Decision give_consent(access::Principal who, GiveConsent in) const;
    Decision withdraw_consent(access::Principal who, WithdrawConsent in) const;

    // ---- service_files.cpp
    // Into the vault; the same content once.
    Result<FileDigest> keep(std::string const& bytes) const;
    Result<void> keep(Made const& made) const;
    // As it is kept; a draft as it would be. One that is not in the vault is made again and has its digest.
    Result<Document> file(db::Session& session, DocumentId const& id, FileKind kind) const;
    // The receipt of its delivery, with room to sign.
    Result<Document> receipt(db::Session& session, DocumentId const& id) const;
    Result<Document> batch(db::Session& session, std::vector<DocumentRow> const& rows) const;
    // Makes the PDF of one that was issued; the decision says so in the ledger.
    Result<FileDigest> make_pdf(db::Session& session, DocumentId const& id) const;
    Decision rendered(DocumentId id, FileDigest pdf) const;
    bool can_make_pdf() const noexcept { return static_cast<bool>(with_.to_pdf); }

    // ---- service_templates.cpp
    // Unpacks and fills the upload with nothing: before a change, not within one.
    struct Looked {
        std::string file_name;
        FileDigest file;
        std::vector<std::string> known;
        std::vector<std::string> unknown;
        bool code = false;
    };
    Result<Looked> look(access::Principal const& who, SetTemplate const& in) const;
    Decision set_template(access::Principal who, SetTemplate in, Looked looked) const;
    Decision withdraw_template(access::Principal who, WithdrawTemplate in) const;
    std::vector<TemplateView> templates(db::Session& session, access::Principal const& who) const;
    // The bureau's own, or the platform's, to be edited.
    Result<Document> template_file(db::Session& session, access::Principal const& who, std::string const& kind) const;

    // ---- service_reads.cpp
    Result<access::Target> target(db::Session& session, DocumentId const& id) const;
    std::vector<KindView> kinds(access::Principal const& who) const;
    Result<BlankDocument> blank(db::Session& session, access::Principal const& who, std::string const& kind,
                                Subject const& subject) const;
    // Newest first, below the entry `before`.
    std::vector<DocumentRow> documents(db::Session& session, access::Visibility const& sees,
                                       DocumentFilter const& filter, std::int64_t before, std::int64_t limit) const;
    Result<DocumentView> document(db::Session& session, DocumentId const& id) const;
    CheckView check(db::Session& session, std::string const& asked) const;
    std::vector<ConsentView> consents(db::Session& session, access::Principal const& who) const;
    SettingsView settings(db::Session& session, access::Principal const& who) const;
    Result<Scan> scan(db::Session& session, DocumentId const& id, std::string const& sm3) const;

private:
    struct Room;
    Result<std::string> docx_of(db::Session& session, State const& state) const;
    With with_;
};

}  // namespace anping::official
