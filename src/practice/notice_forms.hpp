// SPDX-License-Identifier: Apache-2.0
// The platform's own forms of a notice and of its receipt.
#pragma once

#include <anping/documents/form.hpp>
#include <anping/practice/service.hpp>

namespace anping::practice {

documents::Form notice_form(Service const& service, NoticePaper const& paper);
documents::Form receipt_form(NoticeView const& notice, AddresseeView const& to);

}  // namespace anping::practice
