// SPDX-License-Identifier: Apache-2.0
#include "compiler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include <anping/crypto/digest.hpp>

#include "geography.hpp"

namespace anping::rulebook {
namespace {

constexpr int kMaxAmount = 3650;

// What a clause says: what a confirmation is of. Where it stands in the file and how sure it was are no part of it.
json::object content_of(RawClause const& raw) {
    json::object out{{"id", raw.id},
                     {"kind", boost::describe::enum_to_string(raw.kind, "")},
                     {"name", raw.name},
                     {"title", raw.title},
                     {"text", raw.text},
                     {"source", raw.source},
                     {"from", raw.from ? to_string(*raw.from) : ""},
                     {"until", raw.until ? to_string(*raw.until) : ""}};
    if (raw.kind == Kind::calendar) out["body"] = to_json(*raw.table);  // its days
    else if (raw.body != nullptr) out["body"] = to_json(*raw.body);
    return out;
}

class Compiler {
public:
    // `around`: the regions whose confirmations count.
    Compiler(Collection const& in, std::vector<Confirmation> const& confirmed, std::vector<std::string> around,
             Report& report)
        : in_(in),
          confirmed_(confirmed),
          around_(std::move(around)),
          report_(report),
          data_(std::make_shared<Law::Data>()) {}

    std::shared_ptr<Law::Data> compile() {
        data_->books = in_.books;
        for (auto const& clause : in_.clauses) wholes_[clause.id].push_back(&clause);
        for (auto const& clause : in_.clauses) contents_[&clause] = content(clause);
        for (auto const& clause : in_.clauses) add(clause);
        read_geography(in_, *data_, report_);
        index();
        check_confirmations();
        check_setting_uses();
        check_regions();
        check_overrides();
        data_->digest = digest();
        return data_;
    }

private:
    void add(RawClause const& raw) {
        CompileContext context{report_, raw.affects(in_.books), uses_};
        Compiled out;
        out.book = raw.book;
        out.from = raw.from;
        out.until = raw.until;
        out.clause = clause_of(raw);
        check_name(raw, context);
        if (raw.body == nullptr) {
            if (raw.kind == Kind::calendar) out.clause.body = {{"file", out.clause.file}};
            else
                report_.add(Code::missing_key, raw.table->where,
                            fmt::format("缺少 [clause.{}] 表", boost::describe::enum_to_string(raw.kind, "")),
                            context.affects);
        } else if (raw.body->is(Node::Type::table)) {
            out.clause.body = to_json(*raw.body).as_object();
            if (check_shape(*raw.body, body_shape(raw.kind), context.affects, report_)) compile_body(raw, out, context);
        } else {
            report_.add(Code::wrong_type, raw.body->where, "应为表", context.affects);
        }
        if (raw.until && raw.until_unconfirmed) bridge(raw, out);
        data_->clauses.push_back(std::move(out));
    }

    Clause clause_of(RawClause const& raw) const {
        Clause out;
        out.id = raw.id;
        out.book = in_.books[raw.book].code;
        out.kind = raw.kind;
        out.name = raw.name;
        out.enforced = enforced(raw);
        out.file = raw.table->where.file->name;
        out.line = raw.table->where.line;
        out.part_of = raw.part_of;
        out.legality = raw.table->text_of("legality");
        out.fallback = raw.table->text_of("fallback");
        out.edit = raw.table->text_of("edit");
        out.content = contents_.at(&raw);
        auto& citation = out.citation;
        citation.book = out.book;
        citation.clause = raw.id;
        citation.title = raw.title;
        citation.text = raw.text;
        citation.source = raw.source;
        citation.mark = raw.mark;
        citation.binding = raw.mark != Mark::missing && (binds_by_itself(raw.mark) || confirmed(raw));
        citation.in_force_from = raw.from;
        citation.in_force_until = raw.until;
        citation.digest = in_.books[raw.book].digest;
        return out;
    }

    // Confirming a clause confirms the parts that say the same; a part with a mark of its own says something else.
    bool confirmed(RawClause const& raw) const {
        if (confirmed_itself(raw)) return true;
        auto const whole = raw.own_mark ? wholes_.end() : wholes_.find(raw.part_of);
        return whole != wholes_.end() &&
               std::ranges::any_of(whole->second, [&](RawClause const* one) { return confirmed_itself(*one); });
    }

    bool confirmed_itself(RawClause const& raw) const {
        return std::ranges::any_of(confirmed_, [&](Confirmation const& one) {
            return one.clause == raw.id && (one.content.empty() || one.content == contents_.at(&raw)) &&
                   std::ranges::find(around_, one.region.digits) != around_.end();
        });
    }

    // With the parts that are confirmed with it.
    std::string content(RawClause const& raw) const {
        json::array says{content_of(raw)};
        for (auto const& part : in_.clauses)
            if (!part.own_mark && part.part_of == raw.id) says.push_back(content_of(part));
        return crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, canonical(says)));
    }

    // Watches are run whatever their name, so a new one works at once; other kinds are asked for by name.
    static bool enforced(RawClause const& raw) {
        if (raw.name.empty()) return false;
        if (raw.kind == Kind::watch) {
            auto const subject = raw.body == nullptr ? std::string() : raw.body->text_of("subject");
            return subject == "project" || subject == "bureau";
        }
        auto const* known = find_name(raw.kind, raw.name);
        return known != nullptr && known->enforced;
    }

    void check_name(RawClause const& raw, CompileContext const& context) {
        if (raw.name.empty() || find_name(raw.kind, raw.name) != nullptr) return;
        std::vector<std::string_view> names;
        for (auto const& known : known_names())
            if (known.kind == raw.kind) names.push_back(known.name);
        auto const near = suggestion(raw.name, names);
        if (raw.kind == Kind::watch)
            report_.add(Code::new_watch, raw.where("name"),
                        fmt::format("{} 是新的提示，不覆盖任何已有提示{}", raw.name, near), context.affects);
        else
            report_.add(Code::unknown_name, raw.where("name"),
                        fmt::format("程序不认识{} {}{}；没有模块使用的条款不写 name", label(raw.kind), raw.name, near),
                        context.affects);
    }

    void compile_body(RawClause const& raw, Compiled& out, CompileContext& context) {
        Node const& body = *raw.body;
        if (raw.kind == Kind::duty) out.term = term(body, context);
        if (auto const* items = body.find("items")) check_codes(*items, context);
        if (auto const* when = body.find(raw.kind == Kind::watch ? "when" : "held_when"))
            out.when = compile_condition(*when, context);
        out.subject = body.text_of("subject");
        out.severity = raw.kind == Kind::gate ? "hold" : body.text_of("severity");
        if (auto const* says = body.find("says")) out.says = compile_message(*says, context);
        if (auto const* clears = body.find("clears")) out.clears = compile_message(*clears, context);
    }

    Term term(Node const& body, CompileContext& context) {
        Term out;
        out.from = body.text_of("from");
        boost::describe::enum_from_string(body.text_of("direction").c_str(), out.direction);
        boost::describe::enum_from_string(body.text_of("unit").c_str(), out.unit);
        check_start(*body.find("from"), context);
        auto const* amount = body.find("amount");
        auto const* unit = body.find("unit");
        if ((amount == nullptr) != (unit == nullptr))
            report_.add(Code::missing_key, body.where, "amount 与 unit 须同时写出", context.affects);
        if (amount != nullptr && (amount->number < 1 || amount->number > kMaxAmount))
            report_.add(Code::bad_value, amount->where, fmt::format("amount 应在 1 与 {} 之间", kMaxAmount),
                        context.affects);
        if (amount != nullptr) out.amount = static_cast<int>(std::clamp<std::int64_t>(amount->number, 1, kMaxAmount));
        bool const natural_after = out.direction == Direction::after && out.unit != Unit::working_day;
        out.roll_over = body.flag_of("roll_over", natural_after);
        out.window = body.text_of("rule") == "within";
        if (auto const* rule = body.find("rule"); rule != nullptr && out.direction != Direction::before)
            report_.add(Code::bad_value, rule->where, "rule 只用于 direction = \"before\" 的期限", context.affects);
        return out;
    }

    void check_start(Node const& from, CompileContext& context) {
        auto const* fact = find_fact(from.text);
        std::vector<std::string_view> dates;
        for (auto const& known : facts())
            if (known.type == FactType::date) dates.push_back(known.name);
        if (fact == nullptr)
            report_.add(Code::unknown_fact, from.where,
                        fmt::format("没有 {} 这个日期事实{}", from.text, suggestion(from.text, dates)),
                        context.affects);
        else if (fact->type != FactType::date)
            report_.add(Code::type_mismatch, from.where, fmt::format("{} 不是日期", from.text), context.affects);
    }

    void check_codes(Node const& items, CompileContext& context) {
        std::set<std::string> codes;
        for (auto const& item : items.items) {
            auto const code = item.text_of("code");
            if (!codes.insert(code).second)
                report_.add(Code::duplicate_id, item.where, fmt::format("列表中已有代码 {}", code), context.affects);
        }
    }

    // The revised text is not at hand: the old one is still shown and asked for, but holds and accuses no longer.
    void bridge(RawClause const& raw, Compiled const& original) {
        if (raw.successor && *raw.successor <= *raw.until) return;
        Compiled out = original;
        out.bridge = true;
        out.from = raw.until;
        out.until = raw.successor;
        auto& citation = out.clause.citation;
        if (citation.mark != Mark::missing) citation.mark = Mark::unconfirmed;
        citation.binding = raw.mark != Mark::missing && confirmed(raw);
        citation.source += fmt::format("（{} 起已有修订，修订文本未取得，暂示原文）", to_string(*raw.until));
        data_->clauses.push_back(std::move(out));
    }

    void index() {
        std::set<std::string> watches;
        for (auto const& compiled : data_->clauses) {
            auto const& clause = compiled.clause;
            data_->by_id[clause.id].push_back(&compiled);
            if (clause.name.empty()) continue;
            data_->by_name[{clause.kind, clause.name}].push_back(&compiled);
            if (clause.kind == Kind::watch && watches.insert(clause.name).second)
                data_->watch_names.push_back(clause.name);
        }
    }

    void check_confirmations() {
        for (auto const& one : confirmed_) {
            auto const found = data_->by_id.find(one.clause);
            std::string problem;
            if (found == data_->by_id.end()) problem = fmt::format("已确认的条款 {} 不在任何规则书中", one.clause);
            else if (found->second.front()->clause.citation.mark == Mark::missing)
                problem = fmt::format("条款 {} 缺原文，无从确认", one.clause);
            else if (!one.content.empty() && std::ranges::none_of(found->second, [&](Compiled const* version) {
                         return version->clause.content == one.content;
                     }))
                problem = fmt::format("条款 {} 在确认之后已改动，需重新确认", one.clause);
            if (!problem.empty()) report_.add(Code::unknown_confirmation, {}, std::move(problem), "对它的确认不起作用");
        }
    }

    void check_setting_uses() {
        for (auto const& use : uses_) {
            auto const found = data_->by_name.find(std::pair(use.setting.kind, use.setting.name));
            bool const known =
                found != data_->by_name.end() && std::ranges::any_of(found->second, [&](Compiled const* c) {
                    return c->clause.body.contains(use.setting.key);
                });
            if (known) continue;
            report_.add(Code::unknown_setting, use.where,
                        fmt::format("没有条款写出参数 {}.{}.{}", boost::describe::enum_to_string(use.setting.kind, ""),
                                    use.setting.name, use.setting.key),
                        use.affects);
        }
    }

    void check_regions() {
        if (data_->regions.all().empty()) return;
        for (std::size_t i = 0; i < in_.books.size(); ++i) {
            auto const& book = in_.books[i];
            if (data_->regions.find(book.region) != nullptr) continue;
            Location where;
            for (auto const& clause : in_.clauses)
                if (clause.book == i && where.file == nullptr) where = {clause.table->where.file, 0, 0};
            report_.add(Code::unknown_region, where, fmt::format("区划代码 {} 不在区划表中", book.region.digits),
                        fmt::format("规则书 {} 的全部条款：没有地方适用它们", book.code));
        }
    }

    // A local clause that may not bind would silence a wider one that may.
    void check_overrides() {
        for (auto const& [key, candidates] : data_->by_name)
            for (auto const* inner : candidates)
                for (auto const* outer : candidates) check_override(*inner, *outer);
    }

    void check_override(Compiled const& inner, Compiled const& outer) {
        if (inner.book == outer.book || inner.bridge || outer.bridge) return;
        if (inner.clause.citation.binding || !outer.clause.citation.binding) return;
        auto const layers = data_->layers(in_.books[inner.book].region);
        if (std::ranges::find(layers, in_.books[outer.book].region.digits) == layers.end()) return;
        if ((inner.until && outer.from && *inner.until <= *outer.from) ||
            (outer.until && inner.from && *outer.until <= *inner.from))
            return;
        auto const raw = std::ranges::find_if(in_.clauses, [&](RawClause const& r) {
            return r.book == inner.book && r.id == inner.clause.id && r.table->where.line == inner.clause.line;
        });
        report_.add(Code::weaker_override, raw->where("mark"),
                    fmt::format("未经确认的条款覆盖了有约束力的 {}/{}", outer.clause.book, outer.clause.id),
                    raw->affects(in_.books));
    }

    std::string digest() const {
        crypto::Hasher hasher(crypto::HashAlgorithm::sm3);
        for (auto const& book : data_->books) hasher.update(fmt::format("{} {}\n", book.code, book.digest));
        for (auto const& one : confirmed_)
            hasher.update(fmt::format("confirmed {} {} {}\n", one.clause, one.region.digits, one.content));
        return crypto::to_hex(hasher.finish());
    }

    Collection const& in_;
    std::vector<Confirmation> const& confirmed_;
    std::vector<std::string> around_;
    std::map<std::string, std::vector<RawClause const*>, std::less<>> wholes_;
    std::map<RawClause const*, std::string> contents_;
    Report& report_;
    std::shared_ptr<Law::Data> data_;
    std::vector<SettingUse> uses_;
};

}  // namespace

std::shared_ptr<Law::Data> compile(Collection const& collection, std::vector<Confirmation> const& confirmed,
                                   Report& report) {
    auto data = Compiler(collection, confirmed, {"000000"}, report).compile();
    for (auto const& one : confirmed) {
        auto const& region = one.region.digits;
        if (region == "000000" || data->local.contains(region)) continue;
        Report heard;  // what is wrong with the books has been said
        data->local.emplace(region, Compiler(collection, confirmed, data->layers(one.region), heard).compile());
    }
    return data;
}

}  // namespace anping::rulebook
