// SPDX-License-Identifier: Apache-2.0
#include "queries.hpp"

#include <fmt/format.h>

#include <anping/base/json.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/db/columns.hpp>
#include <anping/official/deliveries.hpp>

namespace anping::official::queries {
namespace {

template <class T>
std::optional<T> kept(std::optional<std::string> const& body) {
    if (!body) return std::nullopt;
    return from_trusted_json<T>(json::parse(*body));
}

std::vector<Found> found(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<Found> out;
    using Text = std::string;
    using Maybe = std::optional<std::string>;
    // lint: sql - the conditions below, their values bound
    session.each<DocumentId, Text, Text, Maybe, Text, Id<SubjectTag>, AddresseeKind, Text, registry::BureauId, Stage,
                 Timestamp, std::optional<field::Date>, std::optional<field::Date>, Maybe, std::int64_t, Text, Maybe>(
        "SELECT id, kind, name, number, subject_kind, subject_id, addressee_kind, addressee, bureau, stage, "
        "drafted_at, "
        "issued_on, delivered_on, awaits, entry, contents, despite FROM official_document WHERE " +
            rest,
        params,
        [&](auto id, auto kind, auto name, auto number, auto skind, auto sid, auto akind, auto addressee, auto bureau,
            auto stage, auto at, auto issued, auto delivered, auto awaits, auto entry, auto contents, auto despite) {
            DocumentRow row{std::move(id),
                            std::move(kind),
                            std::move(name),
                            std::move(number),
                            {{std::move(skind)}, std::move(sid)},
                            addressee,
                            bureau,
                            bureau.text,
                            stage,
                            at,
                            issued,
                            delivered,
                            awaits.has_value(),
                            entry,
                            despite.has_value()};
            out.push_back({std::move(row), {akind, {std::move(addressee)}}, std::move(contents)});
        });
    return out;
}

// Conditions with their values, joined by AND.
class Conditions {
public:
    explicit Conditions(access::Predicate seen) : text_(std::move(seen.text)), params_(std::move(seen.params)) {}

    void add(char const* condition, db::Value value) {
        text_ += std::string(" AND ") + condition;
        params_.push_back(std::move(value));
    }
    void add(char const* condition) { text_ += std::string(" AND ") + condition; }
    void among(std::vector<std::string> const& ids) {
        if (ids.empty()) return;
        text_ += " AND id IN (";
        for (std::size_t i = 0; i < ids.size(); ++i) {
            text_ += fmt::format("{}:one{}", i == 0 ? "" : ", ", i);
            params_.emplace_back(ids[i]);
        }
        text_ += ")";
    }
    std::string const& text() const noexcept { return text_; }
    db::Params const& params() const noexcept { return params_; }

private:
    std::string text_;
    db::Params params_;
};

void narrow(Conditions& where, DocumentFilter const& filter) {
    if (filter.kind) where.add("kind = :kind", *filter.kind);
    if (filter.stage) where.add("stage = :stage", db::sql(*filter.stage));
    if (filter.subject_kind) where.add("subject_kind = :skind", *filter.subject_kind);
    if (filter.subject_id) where.add("subject_id = :sid", *filter.subject_id);
    if (filter.from) where.add("issued_on >= :from", db::sql(*filter.from));
    if (filter.until) where.add("issued_on <= :until", db::sql(*filter.until));
    if (filter.despite) where.add("despite IS NOT NULL");
    if (filter.number) {
        std::string pattern = "%";
        for (char const c : *filter.number) {
            if (c == '%' || c == '_' || c == '\\') pattern += '\\';
            pattern += c;
        }
        where.add("number LIKE :number ESCAPE '\\'", pattern + "%");
    }
    where.among(filter.ids);
}

}  // namespace

std::optional<State> state(db::Session& session, DocumentId const& id) {
    using Maybe = std::optional<std::string>;
    auto one = document(session, id);
    if (!one) return std::nullopt;
    auto row = session.one<field::RegionCode, field::Authority, Maybe, Maybe, Maybe>(
        "SELECT region, authority, issued, awaits, pdf FROM official_document WHERE id = :id", {id});
    State out{id,           one->row.kind, one->row.bureau, {}, {}, one->row.subject, one->addressee, one->row.stage,
              one->contents};
    auto& [region, authority, issued, awaits, pdf] = *row;
    out.region = std::move(region);
    out.authority = authority;
    out.issued = kept<DocumentIssued>(issued);
    out.awaits_confirmation = awaits.has_value();
    out.pdf = kept<FileDigest>(pdf);
    return out;
}

std::optional<access::Target> target(db::Session& session, DocumentId const& id) {
    auto row = session.one<std::string, field::RegionCode, field::Authority, std::optional<std::string>>(
        "SELECT bureau, region, authority, shown_to FROM official_document WHERE id = :id", {id});
    if (!row) return std::nullopt;
    access::Target out;
    out.unit = std::move(std::get<0>(*row));
    out.region = std::move(std::get<1>(*row));
    out.authority = std::get<2>(*row);
    if (auto& shown = std::get<3>(*row)) out.parties.push_back(std::move(*shown));
    return out;
}

std::vector<Found> documents(db::Session& session, access::Visibility const& sees, DocumentFilter const& filter,
                             std::int64_t before, std::int64_t limit) {
    Conditions where(sees.where({"bureau", {"shown_to"}, {"region"}, "authority", ""}));
    narrow(where, filter);
    where.add("entry < :before", before);
    auto params = where.params();
    params.emplace_back(limit);
    return found(session, where.text() + " ORDER BY entry DESC LIMIT :limit", params);
}

std::optional<Found> document(db::Session& session, DocumentId const& id) {
    auto out = found(session, "id = :id", {id});
    if (out.empty()) return std::nullopt;
    return std::move(out.front());
}

Rest rest(db::Session& session, DocumentId const& id) {
    using Maybe = std::optional<std::string>;
    auto row = session.one<std::string, Maybe, Maybe, std::int64_t>(
        "SELECT drafted_by, issued_by, voided, version FROM official_document WHERE id = :id", {id});
    if (!row) return {};
    auto& [drafted, issued, voided, version] = *row;
    return {std::move(drafted), std::move(issued), std::move(voided), version};
}

std::vector<Delivered> deliveries(db::Session& session, DocumentId const& id) {
    std::vector<Delivered> out;
    session.each<std::string, std::string, std::int64_t, std::optional<Timestamp>>(
        "SELECT body, account, entry, confirmed_at FROM official_delivery WHERE document = :id ORDER BY entry", {id},
        [&](auto body, auto account, auto entry, auto confirmed) {
            out.push_back(
                {from_trusted_json<DocumentDelivered>(json::parse(body)), std::move(account), entry, confirmed});
        });
    return out;
}

std::vector<std::string> issued_kinds(db::Session& session, registry::BureauId const& bureau, Subject const& subject) {
    std::vector<std::string> out;
    session.each<std::string>(
        "SELECT DISTINCT kind FROM official_document WHERE subject_kind = :kind AND subject_id = :id AND bureau = "
        ":bureau AND stage IN ('issued', 'delivered')",
        {subject.kind.value, subject.id.text, bureau}, [&](auto kind) { out.push_back(std::move(kind)); });
    return out;
}

std::int64_t last_serial(db::Session& session, registry::BureauId const& bureau, std::string const& word,
                         std::int64_t year) {
    return session.scalar<std::int64_t>(
        "SELECT coalesce(max(serial), 0) FROM official_document WHERE bureau = :bureau AND word = :word AND year = "
        ":year",
        {bureau, word, year});
}

std::optional<std::string> short_name(db::Session& session, registry::BureauId const& bureau) {
    auto row = session.one<std::string>("SELECT short_name FROM official_bureau WHERE bureau = :bureau", {bureau});
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

std::optional<Checked> checked(db::Session& session, std::string const& asked) {
    if (asked.empty()) return std::nullopt;
    using Text = std::string;
    auto row = session.one<DocumentId, Text, Text, Text, std::optional<std::int64_t>, Stage>(
        "SELECT id, code, docx_sm3, docx_sha256, issued_entry, stage FROM official_document WHERE code = :asked OR "
        "docx_sm3 "
        "= :asked OR docx_sha256 = :asked OR pdf_sm3 = :asked OR pdf_sha256 = :asked LIMIT 1",
        {asked});
    if (!row) return std::nullopt;
    auto& [id, code, sm3, sha256, entry, stage] = *row;
    auto const* matched = asked == code ? "code" : asked == sm3 || asked == sha256 ? "docx" : "pdf";
    return Checked{std::move(id), matched, stage, entry};
}

std::vector<Step> template_steps(db::Session& session, registry::BureauId const& bureau) {
    std::vector<Step> out;
    session.each<bool, std::string, Timestamp, std::string, std::int64_t, std::string>(
        "SELECT own, body, at, account, entry, kind FROM official_template WHERE bureau = :bureau ORDER BY entry DESC",
        {bureau}, [&](bool own, auto body, auto at, auto account, auto entry, auto kind) {
            out.push_back({own, std::move(body), at, std::move(account), entry, std::move(kind)});
        });
    return out;
}

std::optional<TemplateSet> template_in_force(db::Session& session, registry::BureauId const& bureau,
                                             std::string const& kind) {
    auto const row = session.one<bool, std::string>(
        "SELECT own, body FROM official_template WHERE bureau = :bureau AND kind = :kind ORDER BY entry DESC LIMIT 1",
        {bureau, kind});
    if (!row || !std::get<0>(*row)) return std::nullopt;
    return from_trusted_json<TemplateSet>(json::parse(std::get<1>(*row)));
}

std::optional<std::int64_t> consent(db::Session& session, registry::BureauId const& bureau, std::string const& party) {
    auto const row = session.one<std::int64_t>(
        "SELECT entry FROM official_consent WHERE bureau = :bureau AND party = :party AND withdrawn_at IS NULL ORDER "
        "BY "
        "entry DESC LIMIT 1",
        {bureau, party});
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

std::vector<ConsentView> consents(db::Session& session, std::string const& unit) {
    std::vector<ConsentView> out;
    session.each<registry::BureauId, std::string, AddresseeKind, bool, std::optional<std::string>, Timestamp,
                 std::optional<Timestamp>, std::int64_t>(
        "SELECT bureau, party, kind, by_bureau, paper, given_at, withdrawn_at, entry FROM official_consent WHERE "
        "bureau "
        "= :unit OR party = :unit ORDER BY entry DESC LIMIT 200",
        {unit}, [&](auto bureau, auto party, auto kind, bool by, auto paper, auto given, auto withdrawn, auto entry) {
            out.push_back(
                {bureau, bureau.text, {kind, {party}}, party, by, kept<Scan>(paper), given, withdrawn, entry});
        });
    return out;
}

}  // namespace anping::official::queries

namespace anping::official {

std::optional<field::Date> delivered_on(db::Session& session, DocumentId const& document) {
    auto const row = session.one<std::optional<field::Date>>(
        "SELECT delivered_on FROM official_document WHERE id = :id AND stage = 'delivered'", {document});
    return row ? std::get<0>(*row) : std::nullopt;
}

std::vector<SubjectDocument> documents_of(db::Session& session, Subject const& subject) {
    std::vector<SubjectDocument> out;
    session.each<DocumentId, std::string, std::optional<std::string>, Stage, std::optional<field::Date>,
                 std::optional<field::Date>>(
        "SELECT id, kind, number, stage, issued_on, delivered_on FROM official_document WHERE subject_kind = :kind AND "
        "subject_id = :id ORDER BY entry",
        {subject.kind.value, subject.id.text},
        [&](auto id, auto kind, auto number, auto stage, auto issued, auto delivered) {
            out.push_back({std::move(id), std::move(kind), std::move(number), stage, issued, delivered});
        });
    return out;
}

}  // namespace anping::official
