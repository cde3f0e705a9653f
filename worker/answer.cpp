// SPDX-License-Identifier: Apache-2.0
#include "answer.hpp"

#include <unistd.h>

#include <cerrno>

#include <anping/base/json.hpp>

#include "document.hpp"

namespace anping::worker {

void write_line(std::string const& line) {
    auto const ended = line + "\n";
    std::string_view rest = ended;
    while (!rest.empty()) {
        auto const count = ::write(STDOUT_FILENO, rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) ::_exit(1);
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

void Answer::say() const {
    if (voice_ == Voice::line) write_line(canonical(to_json(reading)));
}

void Answer::end() const {
    if (last_) {
        write_line(last_(reading));
        ::_exit(0);
    }
    say();
    if (voice_ == Voice::document) write_line(no_document(reading.problem, reading.media_type));
    ::_exit(voice_ == Voice::status && !reading.problem.empty() ? 1 : 0);
}

void Answer::give_up(std::string problem) {
    reading.problem = std::move(problem);
    end();
}

namespace {

// How many bytes follow the lead byte; -1 if it is none.
int following(unsigned char lead) {
    if (lead < 0x80) return 0;
    if (lead >= 0xc2 && lead <= 0xdf) return 1;
    if (lead >= 0xe0 && lead <= 0xef) return 2;
    if (lead >= 0xf0 && lead <= 0xf4) return 3;
    return -1;
}

bool is_second(unsigned char lead, unsigned char second) {
    if ((second & 0xc0) != 0x80) return false;
    if (lead == 0xe0) return second >= 0xa0;  // overlong
    if (lead == 0xed) return second < 0xa0;   // surrogates
    if (lead == 0xf0) return second >= 0x90;
    if (lead == 0xf4) return second < 0x90;
    return true;
}

}  // namespace

bool is_utf8(std::string_view text, bool may_be_cut) {
    std::size_t at = 0;
    while (at < text.size()) {
        auto const lead = static_cast<unsigned char>(text[at++]);
        int const count = following(lead);
        if (count < 0) return false;
        for (int i = 0; i < count; ++i, ++at) {
            if (at == text.size()) return may_be_cut;
            auto const next = static_cast<unsigned char>(text[at]);
            if (i == 0 ? !is_second(lead, next) : (next & 0xc0) != 0x80) return false;
        }
    }
    return true;
}

std::string clean_text(std::string_view text, std::size_t limit) {
    std::string out;
    for (char c : text.substr(0, limit)) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7f) out += c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    while (!out.empty() && out.front() == ' ') out.erase(out.begin());
    return is_utf8(out, false) ? out : "";
}

}  // namespace anping::worker
