// SPDX-License-Identifier: Apache-2.0
// What a DOCX looks like, as PDF: by LibreOffice, which stays loaded in a process of its own.
#pragma once

#include <memory>
#include <string>

#include <anping/base/result.hpp>

namespace anping::vault {

// Thread-safe; one document at a time. The process is started with the first document, and again after it failed.
class Press {
public:
    // `program`: anping-print-worker. `folder`: of its own, made when it is needed, emptied with each start.
    Press(std::string program, std::string folder);
    ~Press();
    Press(Press const&) = delete;
    Press& operator=(Press const&) = delete;

    // Whether program and LibreOffice are there.
    bool installed() const;
    // Error unavailable: "vault.no_press" where nothing is installed, "vault.press" when it could not do it now.
    Result<std::string> pdf(std::string const& docx);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace anping::vault
