// SPDX-License-Identifier: Apache-2.0
// The templates of endpoint.hpp: what decodes, calls and encodes.
#pragma once

#include <anping/api/answer.hpp>
#include <anping/api/endpoint.hpp>
#include <anping/base/json_text.hpp>

namespace anping::api::detail {

template <class T>
struct Unwrap {
    using type = T;
};
template <class T>
struct Unwrap<Result<T>> {
    using type = T;
};

// How a view is answered and described. Specialised for what is more than its JSON.
template <class View>
struct Answer {
    using Item = View;
    static http::Response respond(Context const&, int status, View const& view) {
        return text_response(status, to_text(view));
    }
    static json::object schema() { return schema_of<View>(); }
};

template <class View>
struct Answer<Versioned<View>> {
    using Item = View;
    static http::Response respond(Context const& context, int, Versioned<View> const& view) {
        return versioned_response(context.request, view.version, [&] { return to_text(view.view); });
    }
    static json::object schema() { return schema_of<View>(); }
};

template <class View>
struct Answer<Page<View>> {
    using Item = View;
    static http::Response respond(Context const&, int status, Page<View> const& page) {
        auto body = R"({"items":)" + to_text(page.items);
        if (page.next) {
            body += R"(,"next":)";
            append_json_string(body, *page.next);
        }
        return text_response(status, body + '}');
    }
    static json::object schema() { return page_schema(schema_of<View>()); }
};

template <>
struct Answer<http::Response> {
    using Item = http::Response;
    static http::Response respond(Context const&, int, http::Response response) { return response; }
    static json::object schema() { return {}; }
};

// The handler must return what the declaration says: the view itself, or a page or version of it.
template <class Declared, class Returned>
inline constexpr bool kDescribes =
    // NOLINTNEXTLINE(misc-redundant-expression): the same twice only where what is declared is a response
    std::is_same_v<Declared, typename Answer<Returned>::Item> || std::is_same_v<Returned, http::Response>;

template <class Input>
Result<Input> read_input(Context const& context) {
    return request_json(context.request).and_then([](json::value const& value) { return from_json<Input>(value); });
}

template <class Input>
json::object input_schema() {
    if constexpr (std::is_same_v<Input, Nothing>) return {};
    else return schema_of<Input>();
}

inline http::Response written_response(int status, ledger::Written const& written) {
    return change_response(status, written);
}
inline http::Response written_response(int status, WrittenWith const& written) {
    auto response = change_response(status, written.written);
    response.headers.insert(response.headers.end(), written.headers.begin(), written.headers.end());
    return response;
}

}  // namespace anping::api::detail

namespace anping::api {

template <class View, class Fn>
Endpoint Builder::returns(Fn read) && {
    using Returned = typename detail::Unwrap<std::invoke_result_t<Fn, Context const&>>::type;
    static_assert(detail::kDescribes<View, Returned>, "the handler returns something else than declared");
    // A handler that answers by itself (a file, a page) is described by what it declares.
    if constexpr (std::is_same_v<Returned, http::Response>) made_.output_schema = detail::Answer<View>::schema();
    else made_.output_schema = detail::Answer<Returned>::schema();
    made_.run = [read = std::move(read), status = made_.success](Context const& context) -> Result<http::Response> {
        Result<Returned> result = read(context);
        if (!result) return unexpected<Error>(std::move(result).error());
        return detail::Answer<Returned>::respond(context, status, std::move(*result));
    };
    return std::move(made_);
}

template <class View, class Fn, class Whose>
Endpoint Builder::returns(Fn read, Whose whose) && {
    using Returned = std::invoke_result_t<Fn, Context const&>;
    made_.decides_itself = true;
    auto decided = [read = std::move(read), whose = std::move(whose),
                    action = made_.action](Context const& context) -> Returned {
        auto result = read(context);
        if (!result) return unexpected<Error>(hide(std::move(result).error()));
        access::Target target;
        if constexpr (std::is_same_v<Returned, Result<View>>) target = whose(*result);
        else target = whose(result->view);
        auto const may = context.policy.decide(context.who, action, target);
        if (!may) return unexpected<Error>(may.error());
        return result;
    };
    return std::move(*this).template returns<View>(std::move(decided));
}

template <class Input, class Answer, class Fn>
Endpoint Builder::changes(int success, Fn write) && {
    made_.changes = true;
    made_.success = success;
    made_.input_schema = detail::input_schema<Input>();
    made_.output_schema = change_schema(detail::Answer<Answer>::schema());
    made_.run = [write = std::move(write), success](Context const& context) -> Result<http::Response> {
        auto input = detail::read_input<Input>(context);
        if (!input) return unexpected<Error>(std::move(input).error());
        auto written = write(context, std::move(*input));
        if (!written) return unexpected<Error>(std::move(written).error());
        return detail::written_response(success, *written);
    };
    return std::move(made_);
}

template <class Input, class Answer, class Fn>
Endpoint Builder::acts(int success, Fn act) && {
    made_.success = success;
    made_.input_schema = detail::input_schema<Input>();
    made_.output_schema = detail::Answer<Answer>::schema();
    made_.run = [act = std::move(act)](Context const& context) -> Result<http::Response> {
        auto input = detail::read_input<Input>(context);
        if (!input) return unexpected<Error>(std::move(input).error());
        return act(context, std::move(*input));
    };
    return std::move(made_);
}

template <class View>
Endpoint Builder::streams(std::function<Result<std::unique_ptr<http::BodySink>>(Context const&)> open) && {
    made_.output_schema = detail::Answer<View>::schema();
    made_.open_sink = std::move(open);
    return std::move(made_);
}

}  // namespace anping::api
