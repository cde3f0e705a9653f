// SPDX-License-Identifier: Apache-2.0
#include "sandbox.hpp"

#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>

#include <anping/base/instrumented.hpp>

namespace anping::worker {
namespace {

constexpr rlim_t kMiB = 1 << 20;
constexpr rlim_t kSlowness = kInstrumented ? 3 : 1;  // instrumented code is several times slower

template <class Resource>
bool limit(Resource resource, rlim_t soft, rlim_t hard) {
    rlimit const wanted{soft, hard};
    return ::setrlimit(resource, &wanted) == 0;
}

bool set_limits(Allowed const& allowed) {
    bool const reads = allowed.work == Work::reading;
    auto const seconds = allowed.seconds * (reads ? kSlowness : 1);
    rlim_t const size = (reads ? 64 : 256) * kMiB;
    rlim_t const files = reads ? 64 : 256;
    rlim_t const memory = (reads ? 512 : 4096) * kMiB;
    bool const held = kInstrumented || limit(RLIMIT_AS, memory, memory);
    return held && limit(RLIMIT_CPU, seconds, seconds + 1) && limit(RLIMIT_FSIZE, size, size) &&
           limit(RLIMIT_NOFILE, files, files) && limit(RLIMIT_CORE, 0, 0);
}

bool leave_network() { return ::unshare(CLONE_NEWNET) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0; }

bool drop_capabilities() {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> none{};
    ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
    return ::syscall(SYS_capset, &header, none.data()) == 0;
}

}  // namespace

Protections protect(Allowed const& allowed) {
    Protections out;
    out.no_network = leave_network();
    out.no_capabilities = drop_capabilities();
    // After the changes of identity above, which clear it. The one who asked may be gone already.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (allowed.work != Work::printing && ::nice(10) == -1) {
        // Less than what a file costs others is all this is about.
    }
    out.limits = set_limits(allowed);
    out.no_new_privileges = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    out.landlock = restrict_files(allowed);
    out.system_calls = restrict_system_calls(allowed.work);
    return out;
}

}  // namespace anping::worker
