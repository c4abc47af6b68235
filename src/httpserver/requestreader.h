// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httpserver/message.h>

namespace yichuang::httpserver {

struct ReaderLimits {
    qint64 maxBody = 8 << 20;
    int maxHeader = 16 << 10;
    int maxTarget = 8 << 10;
};

/** Why a request is answered by the server itself. */
struct Refusal {
    int status = 400;
    domain::FailureCode code = domain::FailureCode::RequestMalformed;
    const char *title = "The request is malformed";
};

/**
 * Turns the bytes of one connection into requests, one after the other. Total: any bytes give a request, a wish for more,
 * or a refusal, and memory stays within the limits. Every framing on which two parsers could disagree is refused (RFC 9112
 * sections 6.3 and 11.2), since a proxy in front may have read it the other way. No sockets, no clock.
 */
class RequestReader
{
public:
    enum class Step { NeedMore, HeadDone, Done, Refused };

    explicit RequestReader(ReaderLimits limits);
    ~RequestReader();
    Q_DISABLE_COPY_MOVE(RequestReader)

    void feed(QByteArrayView bytes);
    /** Goes on to the next event. HeadDone comes once per request, before any byte of the body is looked at. */
    [[nodiscard]] Step advance();
    /** Starts on the next request; bytes already fed are kept. */
    void next();

    /** Not one byte of the current request has arrived. */
    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] qsizetype bufferedBytes() const;
    /** Valid from HeadDone, without body. */
    [[nodiscard]] const Request &head() const;
    /** After Done. */
    [[nodiscard]] Request takeRequest();
    [[nodiscard]] Refusal refusal() const;
    [[nodiscard]] bool keepAlive() const;
    [[nodiscard]] bool isHttp10() const;
    /** The client waits for 100 Continue (RFC 9110 section 10.1.1). */
    [[nodiscard]] bool expectsContinue() const;
    /** Upper bound of the body's size: what was declared, or the limit for a chunked one; 0 without body. */
    [[nodiscard]] qint64 expectedBody() const;
    [[nodiscard]] qint64 receivedBody() const;

private:
    struct Parser;

    Step refuse(int status, domain::FailureCode code, const char *title);
    Step refuse(const char *title);
    Step advanceHead();
    Step advanceBody();
    bool scanHead();
    Step checkHead();
    Step checkFraming();
    bool takeTarget(QByteArray target);
    Step parserRefused();
    void consume(qsizetype count);

    ReaderLimits m_limits;
    std::unique_ptr<Parser> m_parser;
    QByteArray m_buffer;
    qsizetype m_scanned = 0;
    qsizetype m_headSize = 0; //!< with the empty line; 0 while that has not come
    Request m_request;
    Refusal m_refusal;
    bool m_headDone = false;
    bool m_keepAlive = false;
    bool m_refused = false;
};

} // namespace yichuang::httpserver
