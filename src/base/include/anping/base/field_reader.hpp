// SPDX-License-Identifier: Apache-2.0
// Where input is validated: reads values and collects every problem with its JSON pointer.
#pragma once

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <anping/base/result.hpp>

namespace anping {

// Not thread-safe. Readers of leaf values return a default when the value has the wrong shape, and note the problem.
class FieldReader {
public:
    // Leaves the member or element it entered when it goes out of scope.
    class Scope {
    public:
        Scope(FieldReader& reader, std::size_t length) noexcept : reader_(reader), length_(length) {}
        ~Scope() { reader_.pointer_.resize(length_); }
        Scope(Scope const&) = delete;
        Scope& operator=(Scope const&) = delete;

    private:
        FieldReader& reader_;
        std::size_t length_;
    };

    [[nodiscard]] Scope enter(std::string_view member);
    [[nodiscard]] Scope enter(std::size_t element);

    // Trimmed UTF-8 without control characters (line breaks and tabs are kept); lengths in code points.
    std::string string(boost::json::value const& value, std::size_t min, std::size_t max);
    std::int64_t integer(boost::json::value const& value);
    std::int64_t integer(boost::json::value const& value, std::int64_t min, std::int64_t max);
    bool boolean(boost::json::value const& value);
    boost::json::object const* object(boost::json::value const& value);
    boost::json::array const* array(boost::json::value const& value, std::size_t max);

    void problem(std::string rule, std::string text);
    void required();
    void unknown_choice(std::vector<std::string> const& choices);
    void refuse_others(boost::json::object const& object, std::vector<std::string_view> const& known);

    bool ok() const noexcept { return problems_.empty(); }
    std::vector<FieldError> const& problems() const noexcept { return problems_; }
    Error error() const;  // ErrorCode::invalid_input with all problems

private:
    std::string pointer_;
    std::vector<FieldError> problems_;
};

[[noreturn]] void throw_untrusted(FieldReader const& reader);

// One field of an input is wrong for a reason only the decision can see; told as the reader tells its problems.
tl::unexpected<Error> wrong_field(std::string pointer, std::string rule, std::string text);

}  // namespace anping
