// SPDX-License-Identifier: Apache-2.0
#include "convert.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <vector>

#include "sandbox.hpp"

namespace anping::worker {
namespace {

constexpr int kUnfit = 125;
constexpr unsigned kSeconds = 60;  // of processor
// Not the scripts and the splash screen around it.
constexpr char const* kProgram = "/usr/lib/libreoffice/program/soffice.bin";

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> out;
    out.reserve(texts.size() + 1);
    for (auto& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

// Its exit status; -1 when it had none.
int run(std::vector<std::string> arguments, std::vector<std::string> environment) {
    pid_t child = -1;
    if (::posix_spawn(&child, kProgram, nullptr, nullptr, pointers(arguments).data(), pointers(environment).data()) !=
        0)
        return -1;
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

int convert(std::string const& path, std::string const& folder) {
    if (::access(kProgram, X_OK) != 0) return kNoConverter;
    auto const file = std::filesystem::absolute(path).string();
    auto const place = std::filesystem::absolute(folder).string();
    if (!protect({file, place, kSeconds, Work::converting}).enough()) return kUnfit;
    // What it prints is of no use to whoever reads this program's answer.
    if (int const nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC); nothing >= 0) {
        ::dup2(nothing, STDOUT_FILENO);
        ::dup2(nothing, STDERR_FILENO);
    }
    std::vector<std::string> const arguments = {kProgram,
                                                "--headless",
                                                "--norestore",
                                                "--nolockcheck",
                                                "-env:UserInstallation=file://" + place + "/profile",
                                                "-env:OSL_SOCKET_PATH=" + place,
                                                "--convert-to",
                                                "docx",
                                                "--outdir",
                                                place,
                                                file};
    std::vector<std::string> const environment = {"HOME=" + place, "TMPDIR=" + place, "PATH=/usr/bin", "LC_ALL=C.UTF-8",
                                                  "SAL_USE_VCLPLUGIN=svp"};
    auto status = run(arguments, environment);
    // The first time it sets up its profile, and asks to be started again.
    for (int i = 0; i < 2 && (status == 81 || status == 79); ++i) status = run(arguments, environment);
    return status == 0 ? 0 : 1;
}

}  // namespace anping::worker
