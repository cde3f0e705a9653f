// SPDX-License-Identifier: Apache-2.0
// Any bytes as a PDF, or as what is painted on a page of one. Nothing is read off pictures: that takes seconds.
#include <sys/mman.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "believed.hpp"
#include "pdf_document.hpp"
#include "tests/pdf_writer.hpp"

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    ::setenv("TESSDATA_PREFIX", "/nowhere", 1);
    std::signal(SIGPROF, SIG_IGN);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace anping::worker;
    std::string bytes(reinterpret_cast<char const*>(data), size);
    if (!bytes.starts_with("%PDF-")) bytes = PdfWriter::of(bytes);
    int const file = ::memfd_create("pdf", 0);
    if (file < 0 || ::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) std::abort();
    Composer composer(200'000);
    read_pdf_document(open_input("/proc/self/fd/" + std::to_string(file)), "", composer);
    ::close(file);
    demand_believed(composer.document);
    return 0;
}
