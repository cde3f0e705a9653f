// SPDX-License-Identifier: Apache-2.0
#include "probe.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cerrno>
#include <iostream>

namespace anping::worker {
namespace {

namespace json = boost::json;

bool is_denied(int outcome) { return outcome < 0 && (errno == EPERM || errno == EACCES); }

bool open_is_denied(char const* path, int flags) {
    int const descriptor = ::open(path, flags | O_CLOEXEC, 0600);
    bool const denied = is_denied(descriptor);
    if (descriptor >= 0) ::close(descriptor);
    return denied;
}

bool socket_is_denied(int family) {
    int const descriptor = ::socket(family, SOCK_STREAM, 0);
    bool const denied = is_denied(descriptor);
    if (descriptor >= 0) ::close(descriptor);
    return denied;
}

bool fork_is_denied() {
    pid_t const child = ::fork();
    if (child == 0) ::_exit(0);
    bool const denied = is_denied(child);
    if (child > 0) ::waitpid(child, nullptr, 0);
    return denied;
}

bool execution_is_denied() {
    // Replaces this process if it is allowed; the missing answer then tells.
    char* none[] = {nullptr};
    return is_denied(::execve("/usr/bin/true", none, none));
}

bool writable_code_is_denied() {
    void* const page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page != MAP_FAILED) ::munmap(page, 4096);
    return page == MAP_FAILED && errno == EPERM;
}

}  // namespace

void probe(Protections const& held, std::vector<std::string> const& paths) {
    json::object denied;
    denied["read /etc/passwd"] = open_is_denied("/etc/passwd", O_RDONLY);
    denied["read /proc/self/environ"] = open_is_denied("/proc/self/environ", O_RDONLY);
    denied["write /tmp"] = open_is_denied("/tmp/anping-worker-probe", O_WRONLY | O_CREAT | O_EXCL);
    for (auto const& path : paths) denied["read " + path] = open_is_denied(path.c_str(), O_RDONLY);
    denied["socket inet"] = socket_is_denied(AF_INET);
    denied["socket unix"] = socket_is_denied(AF_UNIX);
    denied["fork"] = fork_is_denied();
    denied["ptrace"] = is_denied(static_cast<int>(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)));
    denied["mount"] = is_denied(::mount("none", "/tmp", "tmpfs", 0, nullptr));
    denied["writable code"] = writable_code_is_denied();
    denied["execute"] = execution_is_denied();
    json::object const answer{{"limits", held.limits},
                              {"no_new_privileges", held.no_new_privileges},
                              {"no_capabilities", held.no_capabilities},
                              {"no_network", held.no_network},
                              {"landlock", held.landlock},
                              {"system_calls", held.system_calls},
                              {"denied", denied}};
    std::cout << json::serialize(answer) << '\n';
}

}  // namespace anping::worker
