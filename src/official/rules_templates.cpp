// SPDX-License-Identifier: Apache-2.0
// Decisions about a bureau's templates, and about consent to electronic delivery.
#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"
#include "rules.hpp"

namespace anping::official {
namespace {

std::string marks(std::vector<std::string> const& names) {
    std::string out;
    for (auto const& name : names) out += (out.empty() ? "" : "、") + ("{{" + name + "}}");
    return out;
}

}  // namespace

Result<Events> set_template(SetTemplate const& in, DocumentForm const& form, registry::BureauId const& bureau,
                            LookedInto const& file) {
    if (!file.unknown.empty())
        return wrong_field(
            "/upload", "placeholder",
            fmt::format("表样中有《{}》没有的字段：{}。请对照“可用字段”改正", form.name, marks(file.unknown)));
    if (!form.word.empty() && std::ranges::find(file.known, "文号") == file.known.end())
        return wrong_field("/upload", "number", "表样中没有 {{文号}}，签发时无处写文号");
    if (!file.code)
        return wrong_field(
            "/upload", "code",
            fmt::format("表样中没有二维码的位置：请保留平台表样里的二维码图片（替代文字为“{}”）", kCodePicture));
    return Events{ledger::event(bureau.text, TemplateSet{form.kind, file.file_name, file.file, file.known, in.reason})};
}

Result<Events> withdraw_template(WithdrawTemplate const& in, registry::BureauId const& bureau, bool in_force) {
    if (!in_force) return no_own_template();
    return Events{ledger::event(bureau.text, TemplateWithdrawn{in.kind.value, in.reason})};
}

Result<ConsentOf> consent_of(std::optional<registry::BureauId> const& bureau, std::optional<Addressee> const& party,
                             access::Principal const& who) {
    if (who.unit_kind == access::UnitKind::bureau) {
        if (!party || party->kind == AddresseeKind::other || party->id.value.empty())
            return wrong_field("/party", "required", "请写明是哪家机构或者企业");
        if (bureau && bureau->text != who.unit) return wrong_field("/bureau", "own", "只能登记向本部门的同意");
        return ConsentOf{{who.unit}, *party};
    }
    if (!bureau) return wrong_field("/bureau", "required", "请写明向哪个部门");
    auto const kind =
        who.unit_kind == access::UnitKind::enterprise ? AddresseeKind::enterprise : AddresseeKind::institution;
    if (party && party->id.value != who.unit) return wrong_field("/party", "own", "只能代表本单位");
    return ConsentOf{*bureau, {kind, {who.unit}}};
}

Result<Events> give_consent(GiveConsent const& in, Consenting const& with) {
    auto of = consent_of(in.bureau, in.party, with.who);
    if (!of) return unexpected<Error>(std::move(of.error()));
    bool const by_bureau = with.who.unit_kind == access::UnitKind::bureau;
    if (by_bureau && !with.paper) return wrong_field("/scan", "required", "请附受送达人签名或者盖章的确认书");
    return Events{ledger::event(of->party.id.value, ConsentGiven{of->bureau, of->party.kind, by_bureau, with.paper})};
}

Result<Events> withdraw_consent(WithdrawConsent const& in, Consenting const& with) {
    auto of = consent_of(in.bureau, in.party, with.who);
    if (!of) return unexpected<Error>(std::move(of.error()));
    if (!with.in_force) return no_consent_given();
    return Events{ledger::event(of->party.id.value, ConsentWithdrawn{of->bureau})};
}

}  // namespace anping::official
