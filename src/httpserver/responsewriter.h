// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httpserver/message.h>

namespace yichuang::httpserver {

struct AnswerFrame {
    bool keepAlive = true;
    bool isHead = false; //!< answering HEAD: no body, but the length it would have
    bool isHttp10 = false;
    QString requestId;
};

/** Status line and headers, to be followed by the body iff bodyFollows(). A status outside 200..599 becomes 500. */
[[nodiscard]] QByteArray answerHead(const Response &response, const AnswerFrame &frame);
[[nodiscard]] bool bodyFollows(const Response &response, const AnswerFrame &frame);

} // namespace yichuang::httpserver
