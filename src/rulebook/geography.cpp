// SPDX-License-Identifier: Apache-2.0
#include "geography.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include <anping/crypto/digest.hpp>

namespace anping::rulebook {
namespace {

// A regional calendar layer, before it is laid over the national one.
struct Layer {
    std::string region;
    std::string version;
    std::vector<field::RegionalDay> days;
};

std::string version_of(Document const& document, std::string const& id) {
    auto const digest = crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, document.file->text));
    return id + "@" + digest.substr(0, 12);
}

bool starts_year(field::Date date, int year) {
    return date.year() == year || (date.year() == year - 1 && date.month() == 12);
}

class Reader {
public:
    Reader(Collection const& in, Law::Data& into, Report& report) : in_(in), into_(into), report_(report) {}

    void read() {
        bool calendar = false;
        bool regions = false;
        for (std::size_t i = 0; i < in_.extras.size(); ++i) {
            auto const& document = *in_.extras[i];
            if (auto const* table = data_table(document, "calendar")) {
                calendar = true;
                read_calendar(document, *table);
            } else if (auto const* divisions = data_table(document, "regions")) {
                regions = true;
                read_regions(*divisions);
            }
        }
        if (!regions) report_.add(Code::no_regions, {}, "没有任何区划表（regions.toml）", "区划名称与所属关系");
        if (!calendar)
            report_.add(Code::no_calendar, {}, "没有任何工作日历（calendar.toml）", "全部按工作日计算的期限");
        if (divisions_fit_) into_.regions = field::Regions(std::move(divisions_), std::move(parallel_));
        if (calendars_fit_) lay_calendars();
    }

private:
    // The one table the file consists of.
    Node const* data_table(Document const& document, std::string_view key) {
        auto const* table = document.root.find(key);
        if (table == nullptr || document.root.members.size() != 1 || !table->is(Node::Type::table)) {
            if (document.file->name.ends_with(fmt::format("/{}.toml", key)))
                report_.add(key == "calendar" ? Code::bad_calendar : Code::bad_region, {document.file, 1, 1},
                            fmt::format("文件应只有一个 [{}] 表", key), document.file->name);
            return nullptr;
        }
        return table;
    }

    void bad_calendar(Location const& where, std::string message) {
        calendars_fit_ = false;
        report_.add(Code::bad_calendar, where, std::move(message), "按工作日计算的期限");
    }

    // Calls `each(name, date)` for the dates of [["元旦", "2026-01-01", …], …].
    template <class Each>
    void days(Node const& year, std::string_view key, int number, Each each) {
        auto const* groups = year.find(key);
        if (groups == nullptr) return;
        for (auto const& group : groups->items) {
            if (!group.is(Node::Type::list) || group.items.size() < 2) {
                bad_calendar(group.where, fmt::format("{} 的每一项应为 [名称, 日期, …]", key));
                continue;
            }
            for (std::size_t i = 1; i < group.items.size(); ++i) {
                auto const date = field::parse_date(group.items[i].text);
                if (!date || !starts_year(*date, number))
                    bad_calendar(group.items[i].where,
                                 fmt::format("{} 年的安排中不能有日期 {}", number, group.items[i].text));
                else each(group.items[0].text, *date, group.items[i].where);
            }
        }
    }

    field::CalendarYear calendar_year(Node const& table, int number) {
        field::CalendarYear out;
        out.year = number;
        if (auto const* papers = table.find("papers"))
            for (auto const& paper : papers->items) out.source += (out.source.empty() ? "" : " ") + paper.text;
        days(table, "off", number,
             [&](std::string const& name, field::Date date, Location const&) { out.off[date] = name; });
        days(table, "work", number, [&](std::string const& name, field::Date date, Location const& where) {
            if (out.off.contains(date)) bad_calendar(where, fmt::format("{} 不能既放假又上班", to_string(date)));
            out.work[date] = name;
        });
        return out;
    }

    void read_calendar(Document const& document, Node const& table) {
        auto const* years = table.find("year");
        auto const id = table.text_of("id");
        bool const national = table.text_of("layer") == "national";
        Layer layer{table.text_of("region"), version_of(document, id), {}};
        if (!national && (table.text_of("layer") != "regional" || layer.region.empty()))
            bad_calendar(table.where, "layer 应为 national，或为 regional 并写明 region");
        if (national && !national_version_.empty()) bad_calendar(table.where, "已有另一份全国日历");
        if (national) national_version_ = layer.version;
        std::set<int> seen;
        for (auto const& year : years == nullptr ? std::vector<Node>{} : years->items) {
            auto const* number = year.find("year");
            if (number == nullptr || number->number < 1950 || number->number > 2200) {
                bad_calendar(year.where, "year 应为四位年份");
                continue;
            }
            auto const value = static_cast<int>(number->number);
            if (!seen.insert(value).second) bad_calendar(number->where, fmt::format("{} 年出现两次", value));
            else if (national) years_.push_back(calendar_year(year, value));
            else regional_days(year, value, confirmed(id), layer);
        }
        if (!national) layers_.push_back(std::move(layer));
    }

    // A legal officer who confirmed the calendar's clause confirmed its days.
    bool confirmed(std::string const& id) const {
        auto const clause = std::ranges::find_if(into_.clauses, [&](Compiled const& c) { return c.clause.id == id; });
        bool const sure = clause != into_.clauses.end() && clause->clause.citation.binding;
        return sure && clause->clause.citation.mark != Mark::seen && clause->clause.citation.mark != Mark::secondary;
    }

    void regional_days(Node const& year, int number, bool all_confirmed, Layer& layer) {
        auto const mark = year.text_of("mark");
        bool const sure = all_confirmed || mark == "seen" || mark == "secondary";
        days(year, "off", number, [&](std::string const& name, field::Date date, Location const& where) {
            if (!regional_seen_.insert({layer.region, date}).second)
                bad_calendar(where, fmt::format("{} 出现两次", to_string(date)));
            else layer.days.push_back({date, name, sure});
        });
    }

    void read_regions(Node const& table) {
        divisions_.push_back({{"000000"}, "中华人民共和国", field::RegionLevel::nation, {}, {}, {}, "seen"});
        codes_.insert("000000");
        auto const mark = table.text_of("mark");
        if (auto const* rows = table.find("province")) add_rows(*rows, "000000", field::RegionLevel::province, mark);
        for (auto const level : {field::RegionLevel::prefecture, field::RegionLevel::county}) {
            auto const* groups = table.find(boost::describe::enum_to_string(level, ""));
            if (groups == nullptr) continue;
            for (auto const& group : groups->members) {
                auto parent = group.key;
                parent.resize(6, '0');
                if (!codes_.contains(parent)) bad_region(group.where, fmt::format("上级 {} 不在区划表中", parent));
                add_rows(group.value, parent, level, mark);
            }
        }
        if (auto const* authorities = table.find("authority"))
            for (auto const& row : authorities->items) add_authority(row);
    }

    void add_authority(Node const& row) {
        auto const region = row.text_of("region");
        if (row.text_of("authority") != "corps" || !codes_.contains(region)) {
            bad_region(row.where, "并行机关应写明 authority = \"corps\" 与区划表中的 region");
            return;
        }
        parallel_.push_back({{region}, field::Authority::corps, row.text_of("name")});
    }

    void bad_region(Location const& where, std::string message) {
        divisions_fit_ = false;
        report_.add(Code::bad_region, where, std::move(message), "区划名称与所属关系");
    }

    void add_rows(Node const& rows, std::string const& parent, field::RegionLevel level, std::string const& mark) {
        for (auto const& row : rows.items) {
            bool const shaped = row.is(Node::Type::text) && row.text.size() > 7 && row.text[6] == ' ' &&
                                row.text.find_first_not_of("0123456789") == 6;
            if (!shaped) {
                bad_region(row.where, fmt::format("应为 \"六位代码 名称\"：{}", row.text));
                continue;
            }
            auto code = row.text.substr(0, 6);
            if (!codes_.insert(code).second) bad_region(row.where, fmt::format("区划代码 {} 出现两次", code));
            else divisions_.push_back({{std::move(code)}, row.text.substr(7), level, {parent}, {}, {}, mark});
        }
    }

    void lay_calendars() {
        into_.national = field::Calendar(national_version_, years_, {});
        for (auto const& own : layers_) {
            auto version = national_version_;
            std::vector<field::RegionalDay> all;
            auto const around = into_.layers({own.region});
            for (auto const& layer : layers_) {
                if (std::ranges::find(around, layer.region) == around.end()) continue;
                version += "+" + layer.version;
                for (auto const& day : layer.days)
                    if (std::ranges::find(all, day.date, &field::RegionalDay::date) == all.end()) all.push_back(day);
            }
            into_.regional.insert_or_assign(own.region, field::Calendar(version, years_, std::move(all)));
        }
    }

    Collection const& in_;
    Law::Data& into_;
    Report& report_;
    std::set<std::string> codes_;
    std::vector<field::Region> divisions_;
    std::vector<field::ParallelAuthority> parallel_;
    std::string national_version_;
    std::vector<field::CalendarYear> years_;
    std::vector<Layer> layers_;
    std::set<std::pair<std::string, field::Date>> regional_seen_;
    bool divisions_fit_ = true;
    bool calendars_fit_ = true;
};

}  // namespace

void read_geography(Collection const& collection, Law::Data& into, Report& report) {
    Reader(collection, into, report).read();
}

}  // namespace anping::rulebook
