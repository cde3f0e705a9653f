// SPDX-License-Identifier: Apache-2.0
// What screenings left in the vault.
#pragma once

#include <anping/findings/evidence.hpp>
#include <anping/findings/exhibit.hpp>
#include <anping/vault/document.hpp>
#include <anping/vault/vault.hpp>

#include "album.hpp"

namespace anping::findings {

// As the vault keeps it and document_from reads it.
std::string line_of(vault::Document const& document);

// Thread-safe.
class Readings {
public:
    explicit Readings(vault::Vault const& vault) : vault_(vault) {}
    // Error "findings.gone" when the vault has it no more.
    Result<vault::Document> document(std::string const& sm3) const;
    Result<std::string> text(std::string const& sm3) const;
    Result<Evidence> evidence(std::string const& sm3) const;
    Result<Exhibit> exhibit(std::string const& sm3) const;
    Result<Album> album(std::string const& sm3) const;

private:
    Result<std::string> bytes(std::string const& sm3) const;
    vault::Vault const& vault_;
};

}  // namespace anping::findings
