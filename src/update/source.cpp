// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "source.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

namespace yichuang::update {

using domain::Error;
using domain::FailureCode;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 piece = 1 << 20;
/** Without a byte for so long the line is given up. */
constexpr int idleMs = 30'000;

std::optional<Error> unreachable(const QString &why)
{
    return Error{FailureCode::UpdateUnreachable, why, true};
}

/** A folder, for example a share of the intranet that the system has mounted. */
class FolderSource : public Source
{
public:
    explicit FolderSource(const QString &folder) : m_folder(folder) {}

    void read(const QString &name, qint64 offset) override
    {
        stop();
        m_file = std::make_unique<QFile>(QDir(m_folder).filePath(name), nullptr);
        if (!QFileInfo(*m_file).isFile() || !m_file->open(QIODevice::ReadOnly)) {
            m_file.reset();
            return Q_EMIT ended(unreachable(u"no such file in the folder"_s));
        }
        const qint64 from = offset <= m_file->size() && m_file->seek(offset) ? offset : 0;
        Q_EMIT startsAt(from);
        next();
    }
    void stop() override { m_file.reset(); }

private:
    /** One piece in each event, so that stopping is heard in between. */
    void next()
    {
        QTimer::singleShot(0, this, [this, file = m_file.get()] {
            if (!m_file || m_file.get() != file)
                return;
            const QByteArray bytes = m_file->read(piece);
            if (!bytes.isEmpty()) {
                Q_EMIT chunk(bytes);
                return next();
            }
            const bool whole = m_file->error() == QFileDevice::NoError;
            m_file.reset();
            Q_EMIT ended(whole ? std::nullopt : unreachable(u"the folder went away"_s));
        });
    }

    QString m_folder;
    std::unique_ptr<QFile> m_file;
};

/** The system's proxy for each address. */
class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

/** An address of the web. */
class WebSource : public Source
{
public:
    explicit WebSource(const UpdateSettings &settings) : m_folder(settings.source)
    {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls.setProtocol(QSsl::TlsV1_2OrLater);
        m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        if (!settings.authoritiesPem.isEmpty())
            m_tls.addCaCertificates(QSslCertificate::fromData(settings.authoritiesPem, QSsl::Pem));
        m_network.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
        m_network.setTransferTimeout(idleMs);
        const QUrl proxy(settings.proxy);
        if (settings.proxy == "none"_L1)
            m_network.setProxy(QNetworkProxy::NoProxy);
        else if (!settings.proxy.isEmpty())
            m_network.setProxy({QNetworkProxy::HttpProxy, proxy.host(), quint16(proxy.port()), proxy.userName(), proxy.password()});
        else
            m_network.setProxyFactory(new SystemProxies);
    }
    ~WebSource() override { stop(); }

    void read(const QString &name, qint64 offset) override
    {
        stop();
        QUrl url(m_folder);
        url.setPath(url.path() + (url.path().endsWith(u'/') ? QString() : u"/"_s) + name);
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setMaximumRedirectsAllowed(5);
        // What is signed is what lies there: no coding in between, which would also break going on from a byte.
        request.setRawHeader("Accept-Encoding", "identity");
        if (offset > 0)
            request.setRawHeader("Range", "bytes=" + QByteArray::number(offset) + "-");
        if (url.scheme() == "https"_L1)
            request.setSslConfiguration(m_tls);
        m_offset = offset;
        m_begun = false;
        m_came = 0;
        m_reply = m_network.get(request);
        m_reply->setReadBufferSize(4 * piece);
        connect(m_reply, &QNetworkReply::readyRead, this, &WebSource::take);
        connect(m_reply, &QNetworkReply::finished, this, &WebSource::finish);
    }
    void stop() override
    {
        if (!m_reply)
            return;
        m_reply->disconnect(this);
        m_reply->abort();
        std::exchange(m_reply, nullptr)->deleteLater();
    }

private:
    [[nodiscard]] int status() const { return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }
    /** Says where the answer begins; false when it is none. */
    bool begin()
    {
        if (m_begun)
            return true;
        const bool goesOn = status() == 206 && m_reply->rawHeader("Content-Range").startsWith("bytes " + QByteArray::number(m_offset) + '-');
        if (status() != 200 && !goesOn)
            return false;
        m_begun = true;
        Q_EMIT startsAt(goesOn ? m_offset : 0);
        return m_reply != nullptr; // who heard it may have stopped us
    }
    void take()
    {
        if (!begin() || m_reply->bytesAvailable() == 0)
            return;
        const QByteArray bytes = m_reply->readAll();
        m_came += bytes.size();
        Q_EMIT chunk(bytes);
    }
    void finish()
    {
        take(); // also of an answer that was cut: what came need not come again
        if (!m_reply)
            return;
        // 416: what was kept is as long as the file there, or longer; its checksum decides.
        const bool nothingLeft = m_offset > 0 && status() == 416;
        std::optional<Error> fault;
        if (m_reply->error() != QNetworkReply::NoError || !m_begun)
            fault = unreachable(u"answer %1, %2"_s.arg(status()).arg(int(m_reply->error())));
        else if (const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader); announced.isValid() && m_came < announced.toLongLong())
            fault = unreachable(u"answer cut after %1 bytes"_s.arg(m_came)); // Qt does not always call that an error
        if (nothingLeft && !m_begun) {
            fault.reset();
            Q_EMIT startsAt(m_offset);
        }
        if (!m_reply)
            return;
        std::exchange(m_reply, nullptr)->deleteLater();
        Q_EMIT ended(fault);
    }

    QString m_folder;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
    qint64 m_offset = 0;
    qint64 m_came = 0;
    bool m_begun = false;
};

} // namespace

std::unique_ptr<Source> Source::make(const UpdateSettings &settings)
{
    if (QFileInfo(settings.source).isAbsolute())
        return std::make_unique<FolderSource>(settings.source);
    return std::make_unique<WebSource>(settings);
}

} // namespace yichuang::update
