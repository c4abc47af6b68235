// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "requestreader.h"

#include "bytearraybody.h"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <optional>

namespace yichuang::httpserver {

namespace beast = boost::beast;
namespace http = beast::http;
using domain::FailureCode;

namespace {
QByteArray toBytes(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/** No raw control or non-ASCII byte, no broken escape, no escaped NUL, no fragment. */
bool isCleanTarget(QByteArrayView target)
{
    for (qsizetype i = 0; i < target.size(); ++i) {
        const char c = target[i];
        if (c <= ' ' || c == 0x7f || c == '#')
            return false;
        if (c != '%')
            continue;
        if (i + 2 >= target.size())
            return false;
        const int high = hexDigit(target[i + 1]);
        const int low = hexDigit(target[i + 2]);
        if (high < 0 || low < 0 || (high == 0 && low == 0))
            return false;
    }
    return true;
}

} // namespace

struct RequestReader::Parser {
    std::optional<http::request_parser<ByteArrayBody>> parser;
    beast::error_code error;

    qsizetype put(QByteArrayView bytes)
    {
        error = {};
        return static_cast<qsizetype>(parser->put(boost::asio::const_buffer(bytes.data(), static_cast<std::size_t>(bytes.size())), error));
    }
    http::request_parser<ByteArrayBody> *operator->() { return &*parser; }
};

RequestReader::RequestReader(ReaderLimits limits)
    : m_limits(limits)
    , m_parser(std::make_unique<Parser>())
{
    next();
}

RequestReader::~RequestReader() = default;

void RequestReader::next()
{
    m_parser->parser.emplace();
    (*m_parser)->header_limit(static_cast<std::uint32_t>(m_limits.maxHeader));
    (*m_parser)->body_limit(static_cast<std::uint64_t>(m_limits.maxBody));
    m_parser->error = {};
    m_request = {};
    m_headDone = false;
    m_keepAlive = false;
    m_scanned = 0;
    m_headSize = 0;
}

void RequestReader::feed(QByteArrayView bytes)
{
    m_buffer.append(bytes);
}

RequestReader::Step RequestReader::advance()
{
    if (m_refused)
        return Step::Refused;
    return m_headDone ? advanceBody() : advanceHead();
}

RequestReader::Step RequestReader::advanceHead()
{
    // One empty line before a request is ignored (RFC 9112 section 2.2).
    if (m_scanned == 0 && m_buffer.startsWith("\r\n"))
        consume(2);
    if (isFresh())
        return Step::NeedMore;
    if (!QChar::isLetter(static_cast<uchar>(m_buffer[0])))
        return refuse("The request is malformed");
    if (!scanHead())
        return refuse("A header line is not ended by CR LF, or is folded");
    if ((m_headSize == 0 ? m_buffer.size() : m_headSize) > m_limits.maxHeader)
        m_parser->error = http::error::header_limit;
    else if (m_headSize == 0)
        return Step::NeedMore;
    else
        consume(m_parser->put(m_buffer));
    if (m_parser->error)
        return parserRefused();
    if (!(*m_parser)->is_header_done())
        return refuse("The request is malformed");
    return checkHead();
}

/**
 * Looks at each head byte once and finds the empty line. The parser below would wait for ever on bare line feeds and would
 * join folded lines; it gets the head in one piece.
 */
bool RequestReader::scanHead()
{
    for (; m_scanned < m_buffer.size() && m_headSize == 0; ++m_scanned) {
        const char before = m_scanned == 0 ? '\0' : m_buffer[m_scanned - 1];
        const char c = m_buffer[m_scanned];
        if (c == '\n' && before != '\r')
            return false;
        if ((c == ' ' || c == '\t') && before == '\n')
            return false;
        if (c == '\n' && m_scanned >= 3 && m_buffer[m_scanned - 2] == '\n')
            m_headSize = m_scanned + 1;
    }
    return true;
}

RequestReader::Step RequestReader::checkHead()
{
    const auto &head = (*m_parser)->get();
    m_headDone = true;
    m_keepAlive = head.keep_alive();
    m_request.method = toBytes(head.method_string());
    for (const auto &field : head)
        m_request.headers.append({toBytes(field.name_string()), toBytes(field.value())});
    if (head.version() != 10 && head.version() != 11)
        return refuse(505, FailureCode::RequestMalformed, "Only HTTP/1.0 and HTTP/1.1 are spoken");
    if (head.method() == http::verb::unknown || head.method() == http::verb::connect || head.method() == http::verb::trace)
        return refuse(501, FailureCode::MethodNotAllowed, "The method is not known");
    const Step framing = checkFraming();
    if (framing != Step::HeadDone)
        return framing;
    if (head.target().size() > static_cast<std::size_t>(m_limits.maxTarget))
        return refuse(414, FailureCode::RequestTooLarge, "The target is too long");
    if (!takeTarget(toBytes(head.target())))
        return refuse("The target is malformed");
    const auto expect = head[http::field::expect];
    if (!expect.empty() && !beast::iequals(expect, "100-continue"))
        return refuse(417, FailureCode::RequestMalformed, "The expectation is not known");
    (*m_parser)->eager(true);
    return Step::HeadDone;
}

RequestReader::Step RequestReader::checkFraming()
{
    const auto &head = (*m_parser)->get();
    const auto hosts = head.count(http::field::host);
    if (hosts > 1 || (hosts == 0 && !isHttp10()))
        return refuse("Exactly one Host header is needed");
    const auto encodings = head.count(http::field::transfer_encoding);
    if (encodings > 0 && head.count(http::field::content_length) > 0)
        return refuse("Content-Length and Transfer-Encoding exclude each other");
    if (encodings > 1 || head.count(http::field::content_length) > 1)
        return refuse("The length of the body is given twice");
    if (encodings == 1 && isHttp10())
        return refuse("HTTP/1.0 has no Transfer-Encoding");
    if (encodings == 1 && !beast::iequals(head[http::field::transfer_encoding], "chunked"))
        return refuse(501, FailureCode::RequestMalformed, "Only the chunked transfer encoding is known");
    for (const auto single : {http::field::authorization, http::field::content_type, http::field::expect}) {
        if (head.count(single) > 1)
            return refuse("A header that may stand once stands twice");
    }
    return Step::HeadDone;
}

/** Origin form, or the absolute form a proxy sends (RFC 9112 section 3.2), whose authority is dropped. */
bool RequestReader::takeTarget(QByteArray target)
{
    if (!isCleanTarget(target))
        return false;
    if (target == "*") {
        m_request.path = target;
        return m_request.method == "OPTIONS";
    }
    const QByteArray lower = target.left(8).toLower();
    const qsizetype scheme = lower.startsWith("http://") ? 7 : lower == "https://" ? 8 : 0;
    if (scheme > 0) {
        const qsizetype slash = target.indexOf('/', scheme);
        target = slash < 0 ? QByteArrayLiteral("/") : target.mid(slash);
    }
    const qsizetype mark = target.indexOf('?');
    m_request.path = mark < 0 ? target : target.left(mark);
    m_request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    return m_request.path.startsWith('/');
}

RequestReader::Step RequestReader::advanceBody()
{
    while (!(*m_parser)->is_done()) {
        if (m_buffer.isEmpty())
            return Step::NeedMore;
        consume(m_parser->put(m_buffer));
        if (m_parser->error == http::error::need_more) {
            // What the parser leaves is an unfinished chunk line or trailer; it must not grow for ever.
            if (m_buffer.size() > m_limits.maxHeader)
                return refuse("A chunk line or the trailer is too long");
            return Step::NeedMore;
        }
        if (m_parser->error)
            return parserRefused();
    }
    return Step::Done;
}

RequestReader::Step RequestReader::parserRefused()
{
    const beast::error_code error = m_parser->error;
    if (error == http::error::body_limit)
        return refuse(413, FailureCode::RequestTooLarge, "The body is too large");
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        const bool inRequestLine = !m_buffer.left(m_limits.maxHeader).contains('\n') && !m_headDone;
        return inRequestLine ? refuse(414, FailureCode::RequestTooLarge, "The target is too long")
                             : refuse(431, FailureCode::RequestTooLarge, "The headers are too large");
    }
    if (error == http::error::bad_version)
        return refuse(505, FailureCode::RequestMalformed, "Only HTTP/1.0 and HTTP/1.1 are spoken");
    return refuse("The request is malformed");
}

RequestReader::Step RequestReader::refuse(int status, FailureCode code, const char *title)
{
    m_refusal = {status, code, title};
    m_refused = true;
    m_keepAlive = false;
    m_buffer.clear();
    return Step::Refused;
}

RequestReader::Step RequestReader::refuse(const char *title)
{
    return refuse(400, FailureCode::RequestMalformed, title);
}

void RequestReader::consume(qsizetype count)
{
    m_buffer.remove(0, count);
}

bool RequestReader::isFresh() const
{
    return !m_headDone && (m_buffer.isEmpty() || m_buffer == "\r");
}

qsizetype RequestReader::bufferedBytes() const
{
    return m_buffer.size();
}

const Request &RequestReader::head() const
{
    return m_request;
}

Request RequestReader::takeRequest()
{
    m_request.body = std::move((*m_parser)->get().body());
    return std::exchange(m_request, {});
}

Refusal RequestReader::refusal() const
{
    return m_refusal;
}

bool RequestReader::keepAlive() const
{
    return m_keepAlive;
}

bool RequestReader::isHttp10() const
{
    return (*m_parser)->get().version() == 10;
}

bool RequestReader::expectsContinue() const
{
    return m_headDone && !isHttp10() && !(*m_parser)->is_done() && (*m_parser)->get().count(http::field::expect) > 0;
}

qint64 RequestReader::expectedBody() const
{
    if ((*m_parser)->chunked())
        return m_limits.maxBody;
    const auto length = (*m_parser)->content_length();
    return length ? static_cast<qint64>(*length) : 0;
}

qint64 RequestReader::receivedBody() const
{
    return (*m_parser)->get().body().size();
}

} // namespace yichuang::httpserver
