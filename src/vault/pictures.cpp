// SPDX-License-Identifier: Apache-2.0
#include <anping/vault/pictures.hpp>

#include <filesystem>

#include "errors.hpp"
#include "plausible.hpp"
#include "process.hpp"

namespace anping::vault {
namespace {

constexpr int kUnfit = 125;  // of a worker that could not protect itself

// Its last whole line; what ends otherwise says nothing of the photo but that it cannot be read.
template <class Answer>
Result<Answer> answer(Run const& ended, Result<Answer> (*read)(std::string_view)) {
    if (ended.end == Run::End::not_started || (ended.end == Run::End::exited && ended.status >= kUnfit))
        return errors::unavailable("worker cannot be started");
    std::string_view line = ended.output;
    line = line.substr(0, line.rfind('\n') == std::string_view::npos ? 0 : line.rfind('\n'));
    if (auto const before = line.rfind('\n'); before != std::string_view::npos) line.remove_prefix(before + 1);
    auto said = read(line);
    if (said && ended.end == Run::End::exited && ended.status == 0) return said;
    Answer out;
    out.problem = ended.end == Run::End::timeout ? "timeout" : "damaged";
    return out;
}

}  // namespace

Result<picture::Facts> picture_of_file(std::string const& worker_program, std::string const& path) {
    auto said = answer(run(worker_program, {"picture", path}), picture::facts_from);
    if (!said || !said->problem.empty()) return said;
    if (is_media_type(said->media_type) && is_claim(*said) && is_line(said->serial, 400)) return said;
    picture::Facts none;
    none.problem = "damaged";
    return none;
}

Result<picture::Likeness> likeness_of_files(std::string const& worker_program, std::string const& one,
                                            std::string const& other) {
    auto const program = std::filesystem::path(worker_program).parent_path() / kPictureWorker;
    return answer(run(program.string(), {"compare", one, other}), picture::likeness_from);
}

}  // namespace anping::vault
