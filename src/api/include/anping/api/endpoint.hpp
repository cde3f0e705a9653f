// SPDX-License-Identifier: Apache-2.0
// An endpoint's declaration is its validation, its permission and its documentation.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <anping/access/action.hpp>
#include <anping/access/identity.hpp>
#include <anping/access/policy.hpp>
#include <anping/base/codec.hpp>
#include <anping/base/json.hpp>
#include <anping/base/result.hpp>
#include <anping/base/time.hpp>
#include <anping/http/message.hpp>
#include <anping/ledger/writer.hpp>

namespace anping::api {

// A request once its sender is known. Lives as long as the handler runs.
struct Context {
    access::Principal const& who;
    http::Request const& request;
    Timestamp now;
    access::Policy const& policy;
    std::string idempotency_key;
    std::string request_digest;
    std::optional<std::int64_t> if_match = {};  // the version the sender saw; always there on an if_match() endpoint

    ledger::Actor actor() const;
    // A change by this person with the retry protection asked for.
    ledger::Change change(std::function<Result<ledger::Decided>(ledger::Transaction&)> decide) const;
    std::string const& capture(std::string_view name) const { return request.capture(name); }
};

struct Nothing {};  // no body
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

// One view with its version: the version becomes the strong ETag.
template <class T>
struct Versioned {
    T view;
    std::int64_t version = 0;
};

// A page of a list. `next` is an opaque cursor; absent on the last page.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;
};

// A change's answer with headers of its own (a new session's cookie).
struct WrittenWith {
    ledger::Written written;
    http::Headers headers;
};

// A compiled endpoint; made by endpoint(...).run(...), run by the Dispatcher.
struct Endpoint {
    access::Action action{};
    std::string method;
    std::string path;
    std::string summary;
    std::uint64_t body_limit = 256 * 1024;
    bool changes = false;  // answers carry a receipt; Idempotency-Key is honoured
    bool reauthenticated = false;
    bool if_match = false;  // the request must carry If-Match
    bool secret = false;    // the body holds a password: nothing derived from it is kept for retries
    int success = 200;
    json::object input_schema;                               // empty: no body
    json::object output_schema;                              // empty: not JSON
    std::vector<std::pair<std::string, std::string>> query;  // name, description
    // Whose the thing is; absent: the asker's own unit (create, lists that filter themselves). Then only the role is
    // asked for, and a path that names a thing ("{id}") is refused by the Dispatcher unless the action is everybody's.
    std::function<Result<access::Target>(Context const&)> target;
    bool decides_itself = false;  // what was read tells whose it is: `run` refuses it to who may not see it
    std::function<Result<http::Response>(Context const&)> run;
    std::function<Result<std::unique_ptr<http::BodySink>>(Context const&)> open_sink;  // set instead of run
};

// Declares an endpoint. Without an Action there is none. Order: what it is, what it reads and returns, whose it is,
// run.
class Builder {
public:
    Builder(access::Action action, std::string method, std::string path);
    Builder summary(std::string text) &&;
    Builder query(std::string name, std::string description) &&;
    Builder queries(std::vector<std::pair<char const*, char const*>> const& named) &&;
    Builder target(std::function<Result<access::Target>(Context const&)> load) &&;
    Builder reauthenticated() &&;
    Builder if_match() &&;
    Builder body_limit(std::uint64_t bytes) &&;
    Builder secret() &&;

    // A read: `read(Context const&) -> Result<View>`, Result<Versioned<View>>, Result<Page<View>> or
    // Result<http::Response>.
    template <class View, class Fn>
    Endpoint returns(Fn read) &&;
    // One thing that tells whose it is, in place of target(): one look-up. `whose(View const&) -> access::Target`; what
    // was read is shown to those only who may see it.
    template <class View, class Fn, class Whose>
    Endpoint returns(Fn read, Whose whose) &&;
    // A change: `write(Context const&, Input) -> Result<ledger::Written>` (or Result<WrittenWith>); answers 201 or 200
    // with {"result": Answer, "receipt": Receipt}.
    template <class Input, class Answer, class Fn>
    Endpoint changes(int success, Fn write) &&;
    // Reads a body, changes nothing in the ledger (signing in): `act(Context const&, Input) -> Result<http::Response>`.
    template <class Input, class Answer, class Fn>
    Endpoint acts(int success, Fn act) &&;
    // Takes the body as it arrives: `open(Context const&) -> Result<std::unique_ptr<http::BodySink>>`. The Context is
    // gone once it returns. `View` describes the answer, http::Response if it has no JSON.
    template <class View>
    Endpoint streams(std::function<Result<std::unique_ptr<http::BodySink>>(Context const&)> open) &&;

private:
    Endpoint made_;
};

inline Builder endpoint(access::Action action, std::string method, std::string path) {
    return {action, std::move(method), std::move(path)};
}

}  // namespace anping::api

#include <anping/api/endpoint_impl.hpp>
