// SPDX-License-Identifier: Apache-2.0
// Use cases of own templates. Thread-safe.
#pragma once

#include <anping/practice/service.hpp>
#include <anping/practice/views/templates.hpp>

namespace anping::practice {

// A finished upload as it was looked into.
struct TemplateFile {
    std::string file_name;
    vault::Blob blob;
    std::optional<Timestamp> unclassified_at;
    std::vector<std::string> known;    // names it asks for
    std::vector<std::string> unknown;  // and those no such paper has
};

class Templates {
public:
    explicit Templates(vault::Vault const& vault) : vault_(vault) {}

    // Unpacks and fills it with examples: before a change, not within one.
    Result<TemplateFile> look(access::Principal const& who, SetPaperTemplate const& in) const;
    static Decision set(access::Principal const& who, SetPaperTemplate in, TemplateFile file);
    static Decision withdraw(access::Principal const& who, WithdrawPaperTemplate in);

    // Of the asker's unit: the papers it may give templates for.
    std::vector<PaperTemplateView> papers(db::Session& session, access::Principal const& who) const;
    // Nothing: the platform's form holds.
    std::optional<PaperTemplateSet> in_force(db::Session& session, std::string const& owner, PaperKind kind) const;
    Result<std::string> bytes(PaperTemplateSet const& of) const;

private:
    vault::Vault const& vault_;
};

}  // namespace anping::practice
