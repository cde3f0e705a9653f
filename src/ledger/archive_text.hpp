// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace anping::ledger {

inline constexpr std::string_view kArchiveFormat = "anping-archive-1";

// Members every archive has, in this order; evidence follows, sorted.
inline constexpr std::string_view kFixedMembers[] = {
    "HOWTO.txt", "checkpoint.note", "entries.jsonl", "keys/ledger.pub", "openings.json", "proofs.json", "verify.html"};

inline constexpr std::string_view kHowTo = R"(安评归档包 核验说明

这个压缩包可以在没有网络、不依赖任何服务器的情况下核验。

一、最简单的办法
  用浏览器打开包内的 verify.html，把整个压缩包拖进页面。页面会给出结论和逐条记录。
  更稳妥的做法是从监管部门网站另行取得 verify.html，再用它核验。

二、命令行
  anping verify-archive 文件.zip
  或者  python3 verify_archive.py 文件.zip

三、核验了什么
  1. 压缩包的每个字节都符合固定格式，没有多余内容；
  2. manifest.json 列出的每个文件的 SM3、SHA-256 和长度都相符；
  3. checkpoint.note 是账本首部，其 SM2 签名与 keys/ledger.pub 相符；
  4. entries.jsonl 的每一行（一条记录）都能由 proofs.json 的证明算到首部的树根；
  5. blobs/ 下的每个证据文件的 SM3 都写在某条记录里；
  6. openings.json 公开的每个个人信息值都与记录中的承诺相符。

四、请务必人工核对
  页面显示的“公钥指纹”应与监管部门公布的指纹一致。签名只说明记录属于持有该密钥的账本。

五、没有核验什么
  本说明和 verify.html 只用于阅读和操作，其内容不受签名保护；个人信息以外的业务含义由记录本身说明。
)";

}  // namespace anping::ledger
