// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "responsewriter.h"

#include <QDateTime>
#include <QLocale>

namespace yichuang::httpserver {

namespace {
struct Reason {
    int status;
    const char *text;
};
constexpr Reason reasons[] = {
    {200, "OK"}, {201, "Created"}, {202, "Accepted"}, {204, "No Content"}, {206, "Partial Content"}, {207, "Multi-Status"},
    {301, "Moved Permanently"}, {302, "Found"}, {303, "See Other"}, {304, "Not Modified"}, {307, "Temporary Redirect"},
    {308, "Permanent Redirect"}, {400, "Bad Request"}, {401, "Unauthorized"}, {403, "Forbidden"}, {404, "Not Found"},
    {405, "Method Not Allowed"}, {406, "Not Acceptable"}, {408, "Request Timeout"}, {409, "Conflict"}, {410, "Gone"},
    {411, "Length Required"}, {412, "Precondition Failed"}, {413, "Content Too Large"}, {414, "URI Too Long"},
    {415, "Unsupported Media Type"}, {416, "Range Not Satisfiable"}, {417, "Expectation Failed"}, {422, "Unprocessable Content"},
    {423, "Locked"}, {428, "Precondition Required"}, {429, "Too Many Requests"}, {431, "Request Header Fields Too Large"},
    {451, "Unavailable For Legal Reasons"}, {500, "Internal Server Error"}, {501, "Not Implemented"}, {502, "Bad Gateway"},
    {503, "Service Unavailable"}, {504, "Gateway Timeout"}, {505, "HTTP Version Not Supported"}, {507, "Insufficient Storage"},
    {508, "Loop Detected"},
};

const char *reason(int status)
{
    for (const Reason &row : reasons) {
        if (row.status == status)
            return row.text;
    }
    return "Status";
}

int checkedStatus(int status)
{
    return status >= 200 && status <= 599 ? status : 500;
}

bool hasNoBody(int status)
{
    return status == 204 || status == 304;
}

bool isToken(QByteArrayView name)
{
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && !QByteArrayView("!#$%&'*+-.^_`|~").contains(c))
            return false;
    }
    return !name.isEmpty();
}

/** A control character in a value would let whoever supplied it write headers of their own. */
bool isFieldValue(QByteArrayView value)
{
    for (const char c : value) {
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f)
            return false;
    }
    return true;
}

bool isFraming(QByteArrayView name)
{
    for (const char *own : {"content-length", "transfer-encoding", "connection", "date", "keep-alive", "upgrade", "trailer"}) {
        if (name.compare(own, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QByteArray httpDate()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

void add(QByteArray &head, QByteArrayView name, QByteArrayView value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}
} // namespace

bool bodyFollows(const Response &response, const AnswerFrame &frame)
{
    return !frame.isHead && !hasNoBody(checkedStatus(response.status)) && !response.body.isEmpty();
}

QByteArray answerHead(const Response &response, const AnswerFrame &frame)
{
    const int status = checkedStatus(response.status);
    QByteArray head;
    head.reserve(512);
    head.append("HTTP/1.1 ").append(QByteArray::number(status)).append(' ').append(reason(status)).append("\r\n");
    add(head, "Date", httpDate());
    if (!hasNoBody(status)) {
        if (isFieldValue(response.contentType) && !response.contentType.isEmpty())
            add(head, "Content-Type", response.contentType);
        add(head, "Content-Length", QByteArray::number(response.body.size()));
    }
    bool hasCacheControl = false;
    for (const auto &[name, value] : response.headers) {
        if (!isToken(name) || !isFieldValue(value) || isFraming(name))
            continue;
        hasCacheControl = hasCacheControl || name.compare("cache-control", Qt::CaseInsensitive) == 0;
        add(head, name, value);
    }
    if (!hasCacheControl)
        add(head, "Cache-Control", "no-store");
    add(head, "X-Content-Type-Options", "nosniff");
    if (!frame.requestId.isEmpty())
        add(head, "X-Request-Id", frame.requestId.toLatin1());
    if (!frame.keepAlive)
        add(head, "Connection", "close");
    else if (frame.isHttp10)
        add(head, "Connection", "keep-alive");
    head.append("\r\n");
    return head;
}

} // namespace yichuang::httpserver
