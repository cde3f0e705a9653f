// SPDX-License-Identifier: Apache-2.0
// anping-print-worker FOLDER: what documents look like, as PDF. LibreOffice stays loaded between them, so that one
// takes a fraction of a second. A line "NAME" on the input asks for FOLDER/NAME.docx as FOLDER/NAME.pdf; the answer is
// a line "ok" or "no". It ends with its input. The documents are this platform's own, filled into templates that were
// admitted; all the same it reads and writes nothing but the folder, and reaches no network.
#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "sandbox.hpp"

namespace {

constexpr int kWrongUse = 2;
constexpr int kNoLibrary = 3;
constexpr int kUnfit = 125;
constexpr unsigned kSeconds = 1800;  // of processor; then a new one is started
constexpr char const* kPrograms = "/usr/lib/libreoffice/program";
constexpr char const* kLibrary = "/usr/lib/libreoffice/program/libmergedlo.so";

// LibreOfficeKit's interface in C (LibreOfficeKit/LibreOfficeKit.h), as far as it is used: functions are only ever
// added at the end of these tables.
struct Office;
struct Paper;
struct OfficeTable {
    std::size_t size;
    void (*destroy)(Office*);
    Paper* (*load)(Office*, char const* url);
};
struct PaperTable {
    std::size_t size;
    void (*destroy)(Paper*);
    int (*save_as)(Paper*, char const* url, char const* format, char const* options);
};
struct Office {
    OfficeTable* table;
};
struct Paper {
    PaperTable* table;
};
using Hook = Office* (*)(char const* programs, char const* profile_url);

bool is_name(std::string const& text) {
    if (text.empty() || text.size() > 64) return false;
    for (char const c : text)
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-')) return false;
    return true;
}

bool print(Office* office, std::string const& from, std::string const& to) {
    Paper* const paper = office->table->load(office, ("file://" + from).c_str());
    if (paper == nullptr) return false;
    bool const saved = paper->table->save_as(paper, ("file://" + to).c_str(), "pdf", nullptr) != 0;
    paper->table->destroy(paper);
    return saved;
}

Office* office_in(std::string const& folder) {
    void* const library = ::dlopen(kLibrary, RTLD_LAZY | RTLD_GLOBAL);
    if (library == nullptr) return nullptr;
    auto const hook = reinterpret_cast<Hook>(::dlsym(library, "libreofficekit_hook_2"));
    if (hook == nullptr) return nullptr;
    return hook(kPrograms, ("file://" + folder + "/profile").c_str());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return kWrongUse;
    auto const folder = std::filesystem::absolute(arguments[1]).string();
    if (::access(kLibrary, R_OK) != 0) return kNoLibrary;
    for (auto const& [name, value] : {std::pair("HOME", folder.c_str()), std::pair("TMPDIR", folder.c_str()),
                                      std::pair("SAL_USE_VCLPLUGIN", "svp"), std::pair("LC_ALL", "C.UTF-8")})
        ::setenv(name, value, 1);
    using anping::worker::Work;
    if (!anping::worker::protect({"", folder, kSeconds, Work::printing}).enough()) return kUnfit;
    Office* const office = office_in(folder);
    if (office == nullptr) return kNoLibrary;
    std::cout << "ready" << std::endl;
    for (std::string name; std::getline(std::cin, name);) {
        bool const done = is_name(name) && print(office, folder + "/" + name + ".docx", folder + "/" + name + ".pdf");
        std::cout << (done ? "ok" : "no") << std::endl;
    }
    // Its own end is long, and there is nothing to save.
    ::_exit(0);
}
