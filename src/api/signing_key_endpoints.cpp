// SPDX-License-Identifier: Apache-2.0
#include <anping/api/session_endpoints.hpp>

namespace anping::api {
namespace {

using access::Action;

struct KeyAnswer {
    std::string key;
};
BOOST_DESCRIBE_STRUCT(KeyAnswer, (), (key))

struct OwnSigningKey {
    std::optional<access::SigningKeyView> present;
};
BOOST_DESCRIBE_STRUCT(OwnSigningKey, (), (present))

struct RevocationInput {
    Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(RevocationInput, (), (reason))

Endpoint show(access::SigningKeys& keys) {
    return endpoint(Action::session_own, "GET", "/api/v1/session/signing-key")
        .summary("本人的签名密钥；私钥部分只有本人的浏览器能用口令打开")
        .returns<OwnSigningKey>([&keys](Context const& context) -> Result<OwnSigningKey> {
            return OwnSigningKey{keys.find(context.who.account)};
        });
}

Endpoint make(access::SigningKeys& keys) {
    return endpoint(Action::session_own, "POST", "/api/v1/session/signing-key")
        .summary("登记在浏览器里生成的签名密钥；原有的密钥随即停用")
        .reauthenticated()
        .secret()
        .changes<access::MakeSigningKey, KeyAnswer>(201,
                                                    [&keys](Context const& context, access::MakeSigningKey const& in) {
                                                        return keys.make(context.actor(), context.who.account, in);
                                                    });
}

Endpoint revoke(access::SigningKeys& keys) {
    return endpoint(Action::session_own, "POST", "/api/v1/session/signing-key/revocation")
        .summary("停用本人的签名密钥：口令泄露或忘记；以前的确认仍然有效")
        .reauthenticated()
        .changes<RevocationInput, KeyAnswer>(200, [&keys](Context const& context, RevocationInput const& in) {
            return keys.revoke(context.change({}), context.who.account, in.reason.value);
        });
}

}  // namespace

std::vector<Endpoint> signing_key_endpoints(access::SigningKeys& keys) {
    return {show(keys), make(keys), revoke(keys)};
}

}  // namespace anping::api
