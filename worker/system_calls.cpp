// SPDX-License-Identifier: Apache-2.0
#include <linux/futex.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <type_traits>

#include "sandbox.hpp"

namespace anping::worker {
namespace {

// Files, memory, time, and leaving. What makes processes, threads, sockets, mounts or traces is not here; libraries are
// loaded by now, so nothing is executed either.
constexpr std::array kAllowed = {SCMP_SYS(read),
                                 SCMP_SYS(write),
                                 SCMP_SYS(readv),
                                 SCMP_SYS(writev),
                                 SCMP_SYS(pread64),
                                 SCMP_SYS(pwrite64),
                                 SCMP_SYS(open),
                                 SCMP_SYS(openat),
                                 SCMP_SYS(close),
                                 SCMP_SYS(lseek),
                                 SCMP_SYS(stat),
                                 SCMP_SYS(fstat),
                                 SCMP_SYS(lstat),
                                 SCMP_SYS(newfstatat),
                                 SCMP_SYS(statx),
                                 SCMP_SYS(statfs),
                                 SCMP_SYS(fstatfs),
                                 SCMP_SYS(access),
                                 SCMP_SYS(faccessat),
                                 SCMP_SYS(faccessat2),
                                 SCMP_SYS(readlink),
                                 SCMP_SYS(readlinkat),
                                 SCMP_SYS(getdents64),
                                 SCMP_SYS(getcwd),
                                 SCMP_SYS(fcntl),
                                 SCMP_SYS(dup),
                                 SCMP_SYS(fadvise64),
                                 SCMP_SYS(ftruncate),
                                 SCMP_SYS(munmap),
                                 SCMP_SYS(mremap),
                                 SCMP_SYS(madvise),
                                 SCMP_SYS(brk),
                                 SCMP_SYS(rt_sigaction),
                                 SCMP_SYS(rt_sigprocmask),
                                 SCMP_SYS(rt_sigreturn),
                                 SCMP_SYS(sigaltstack),
                                 SCMP_SYS(futex),
                                 SCMP_SYS(sched_yield),
                                 SCMP_SYS(sched_getaffinity),
                                 SCMP_SYS(rseq),
                                 SCMP_SYS(set_robust_list),
                                 SCMP_SYS(clock_gettime),
                                 SCMP_SYS(clock_getres),
                                 SCMP_SYS(gettimeofday),
                                 SCMP_SYS(time),
                                 SCMP_SYS(times),
                                 SCMP_SYS(getrandom),
                                 SCMP_SYS(getpid),
                                 SCMP_SYS(gettid),
                                 SCMP_SYS(getppid),
                                 SCMP_SYS(getuid),
                                 SCMP_SYS(geteuid),
                                 SCMP_SYS(getgid),
                                 SCMP_SYS(getegid),
                                 SCMP_SYS(uname),
                                 SCMP_SYS(sysinfo),
                                 SCMP_SYS(getrlimit),
                                 SCMP_SYS(getrusage),
                                 SCMP_SYS(restart_syscall),
                                 SCMP_SYS(exit),
                                 SCMP_SYS(exit_group)};

using Filter = std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, void (*)(scmp_filter_ctx)>;

bool allow(Filter const& filter, int call) { return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) == 0; }

bool allow(Filter const& filter, int call, scmp_arg_cmp const& condition) {
    return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 1, &condition) == 0;
}

// Memory may be written or executed, never both.
bool allow_mapping(Filter const& filter, int call) {
    return allow(filter, call, {2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0}) &&
           allow(filter, call, {2, SCMP_CMP_MASKED_EQ, PROT_EXEC | PROT_WRITE, PROT_EXEC});
}

}  // namespace

bool restrict_system_calls() {
    // An error instead of a signal: a library that asks for what it need not have goes on without.
    Filter const filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
    if (!filter) return false;
    bool whole = true;
    for (int const call : kAllowed) whole = whole && allow(filter, call);
    whole = whole && allow_mapping(filter, SCMP_SYS(mmap)) && allow_mapping(filter, SCMP_SYS(mprotect));
    // Reading a limit, and the signal by which abort() ends this process.
    whole = whole && allow(filter, SCMP_SYS(prlimit64), {2, SCMP_CMP_EQ, 0, 0}) &&
            allow(filter, SCMP_SYS(tgkill), {0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()), 0});
    return whole && seccomp_load(filter.get()) == 0;
}

}  // namespace anping::worker
