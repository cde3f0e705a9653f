// SPDX-License-Identifier: Apache-2.0
#include "rules_template.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <anping/api/answer.hpp>

#include "errors.hpp"

namespace anping::practice {
namespace {

using Events = std::vector<ledger::Event>;

constexpr std::int64_t kTemplateBytes = 5 << 20;
constexpr char const* kWithMacros = "application/vnd.ms-word.document.macroEnabled.12";

auto wrong_file(char const* rule, std::string text) { return wrong_field("/upload", rule, std::move(text)); }

std::string problem_in_words(std::string const& problem) {
    if (problem == "encrypted") return "文件设有密码，请取消密码后重新上传";
    if (problem == "too_large") return "文件展开后过大，请精简后重新上传";
    if (problem == "unsafe") return "文件中含有不允许的内容，请用 Word 或 WPS 另存为新的 DOCX 文件";
    if (problem == "unavailable" || problem == "timeout") return "现在不能检查这个文件，请稍后重新上传";
    return "文件已损坏，请用 Word 或 WPS 另存为新的 DOCX 文件";
}

std::string places(std::vector<std::string> const& names) {
    std::string out;
    for (auto const& name : names) out += (out.empty() ? "" : "、") + ("{{" + name + "}}");
    return out;
}

}  // namespace

Result<void> template_owner(PaperKind kind, access::UnitKind owner) {
    bool const fits = owner == (of_bureau(kind) ? access::UnitKind::bureau : access::UnitKind::institution);
    if (fits) return {};
    return wrong_field("/kind", "choice",
                       fmt::format("“{}”的表样由{}提供", shape_of(kind).title, of_bureau(kind) ? "监管部门" : "机构"));
}

Result<void> template_file(vault::Blob const& blob) {
    auto const& [type, problem] = std::pair(blob.reading.media_type, blob.reading.problem);
    if (type == kWithMacros) return wrong_file("macros", "文件含有宏，请另存为不含宏的 DOCX 文件");
    if (!problem.empty()) return wrong_file(problem.c_str(), problem_in_words(problem));
    if (type != api::kDocx) return wrong_file("docx", "表样应为 DOCX 文件（Word 或 WPS 的 .docx）");
    if (blob.size > kTemplateBytes)
        return wrong_file("max_size", fmt::format("表样至多 {} MB，请压缩其中的图片", kTemplateBytes >> 20));
    return {};
}

Result<Events> set_paper_template(SetPaperTemplate const& in, std::string const& owner, access::UnitKind kind,
                                  TemplateFile const& file) {
    if (auto fits = template_owner(in.kind, kind); !fits) return unexpected<Error>(fits.error());
    if (auto fine = template_file(file.blob); !fine) return unexpected<Error>(fine.error());
    if (!file.unknown.empty())
        return wrong_file(
            "placeholder",
            fmt::format("表样中有“{}”没有的字段：{}。请对照“可用字段”改正；清单的栏目只能写在清单的同一行里",
                        shape_of(in.kind).title, places(file.unknown)));
    PaperTemplateSet out;
    out.kind = in.kind;
    out.file_name = file.file_name;
    out.blob = file.blob;
    out.unclassified_at = file.unclassified_at;
    out.names = file.known;
    out.reason = in.reason;
    return Events{ledger::event(owner, out)};
}

Result<Events> withdraw_paper_template(WithdrawPaperTemplate const& in, std::string const& owner, access::UnitKind kind,
                                       bool in_force) {
    if (auto fits = template_owner(in.kind, kind); !fits) return unexpected<Error>(fits.error());
    if (!in_force) return no_own_template();
    return Events{ledger::event(owner, PaperTemplateWithdrawn{in.kind, in.reason})};
}

}  // namespace anping::practice
