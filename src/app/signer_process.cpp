// SPDX-License-Identifier: Apache-2.0
#include "signer_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <system_error>

#include <anping/base/log.hpp>

extern char** environ;

namespace anping::app {

SignerProcess::SignerProcess(Config const& config) : data_(config.data) { start(); }

SignerProcess::~SignerProcess() { stop(); }

void SignerProcess::start() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    std::string program = "/proc/self/exe", command = "sign", flag = "--data", data = data_;
    char* const arguments[] = {program.data(), command.data(), flag.data(), data.data(), nullptr};
    int const failed = ::posix_spawn(&pid_, program.c_str(), &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[0]);
    if (failed != 0) {
        ::close(ends[1]);
        throw std::system_error(failed, std::generic_category(), "cannot start the signer");
    }
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
    input_ = ends[1];
}

void SignerProcess::stop() noexcept {
    if (input_ >= 0) ::close(input_);
    input_ = -1;
    if (pid_ > 0) ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

void SignerProcess::wake() noexcept {
    // A full pipe means it has been told already; a broken one is tend()'s business.
    [[maybe_unused]] auto const written = ::write(input_, "c", 1);
}

void SignerProcess::tend() {
    int status = 0;
    if (pid_ > 0 && ::waitpid(pid_, &status, WNOHANG) != pid_) return;
    log::error("signer.ended", {{"status", std::to_string(status)}});
    ::close(input_);
    pid_ = -1;
    start();
}

}  // namespace anping::app
