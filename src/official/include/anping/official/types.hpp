// SPDX-License-Identifier: Apache-2.0
// Official documents 执法文书 of a bureau.
#pragma once

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/field/date.hpp>
#include <anping/registry/types.hpp>

namespace anping::official {

struct DocumentTag {
    static constexpr char const* name = "执法文书";
};
using DocumentId = Id<DocumentTag>;

struct SubjectTag {
    static constexpr char const* name = "事项";
};

// What a document belongs to, as another module calls it: {"case", "AJ-00000012"}.
struct Subject {
    Text<1, 40> kind;
    Id<SubjectTag> id;
    bool operator==(Subject const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Subject, (), (kind, id))

enum class AddresseeKind { institution, enterprise, other };
BOOST_DESCRIBE_ENUM(AddresseeKind, institution, enterprise, other)

// Whom it is for. Of somebody without an account here only the name is known, and that is kept apart.
struct Addressee {
    AddresseeKind kind = AddresseeKind::other;
    Text<0, 64> id;
};
BOOST_DESCRIBE_STRUCT(Addressee, (), (kind, id))

enum class Stage { draft, issued, delivered, voided };
BOOST_DESCRIBE_ENUM(Stage, draft, issued, delivered, voided)

enum class DeliveryWay {
    direct,        // 直接送达
    left,          // 留置送达
    electronic,    // 电子送达: on consent, by this platform
    post,          // 邮寄送达
    announcement,  // 公告送达
};
BOOST_DESCRIBE_ENUM(DeliveryWay, direct, left, electronic, post, announcement)

// （昌吉）应急责改〔2026〕1号
struct Number {
    std::string word;
    std::int64_t year = 0;
    std::int64_t serial = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Number, (), (word, year, serial, text))

struct FileDigest {
    std::string sm3;
    std::string sha256;
    std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(FileDigest, (), (sm3, sha256, size))

// A scan or photo of a receipt.
struct Scan {
    std::string file_name;
    FileDigest file;
};
BOOST_DESCRIBE_STRUCT(Scan, (), (file_name, file))

// Limits of a product, not of the law.
inline constexpr std::size_t kMostRows = 200;
inline constexpr std::size_t kMostScans = 20;
inline constexpr std::size_t kMostInBatch = 100;

}  // namespace anping::official
