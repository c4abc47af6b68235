// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/ptyendpoint.h>

#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>
#include <array>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <cstdlib>
#include <termios.h>
#include <unistd.h>
#endif

namespace yichuang::cardsim {

using namespace Qt::StringLiterals;
using domain::FailureCode;
using domain::Result;

PtyEndpoint::PtyEndpoint(QString link)
    : m_link(std::move(link))
{
}

PtyEndpoint::~PtyEndpoint()
{
    PtyEndpoint::unplug();
}

QString PtyEndpoint::readerUri() const
{
    return u"serial:"_s + m_link;
}

#ifdef Q_OS_UNIX

namespace {
QString systemError()
{
    return qt_error_string(errno);
}
} // namespace

Result<void> PtyEndpoint::plug()
{
    if (m_master >= 0)
        return {};
    const QFileInfo info(m_link);
    if (info.exists() && !info.isSymbolicLink())
        return domain::failure(FailureCode::ReaderPortBusy, u"%1 exists and is no symbolic link"_s.arg(m_link));
    return makeTerminal();
}

void PtyEndpoint::unplug()
{
    if (m_master < 0)
        return;
    QFile::remove(m_link);
    closeTerminal();
}

Result<void> PtyEndpoint::makeTerminal()
{
    m_master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    std::array<char, 128> name{};
    if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0
        || ::ptsname_r(m_master, name.data(), name.size()) != 0) {
        const QString detail = systemError();
        closeTerminal();
        return domain::failure(FailureCode::ReaderPermission, detail);
    }
    m_slave = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    termios line{};
    if (m_slave < 0 || ::tcgetattr(m_slave, &line) != 0) {
        const QString detail = systemError();
        closeTerminal();
        return domain::failure(FailureCode::ReaderPermission, detail);
    }
    // Raw from the first byte on: an echo would look like an answer of the module.
    ::cfmakeraw(&line);
    ::tcsetattr(m_slave, TCSANOW, &line);

    // Renamed into place, so that a host never meets a moment without a link when a new line replaces an old one.
    const QByteArray link = QFile::encodeName(m_link);
    const QByteArray fresh = link + ".new";
    ::unlink(fresh.constData());
    if (::symlink(name.data(), fresh.constData()) != 0 || ::rename(fresh.constData(), link.constData()) != 0) {
        const QString detail = u"%1: %2"_s.arg(m_link, systemError());
        closeTerminal();
        return domain::failure(FailureCode::ReaderPermission, detail);
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_master, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PtyEndpoint::onReadable);
    return {};
}

void PtyEndpoint::closeTerminal()
{
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();
    }
    for (int *handle : {&m_slave, &m_master}) {
        if (*handle >= 0)
            ::close(*handle);
        *handle = -1;
    }
}

void PtyEndpoint::onReadable()
{
    std::array<char, 4096> buffer{};
    const ssize_t count = ::read(m_master, buffer.data(), buffer.size());
    if (count > 0) {
        if (m_slave >= 0) {
            ::close(m_slave);
            m_slave = -1;
        }
        Q_EMIT received(QByteArray(buffer.data(), count));
        return;
    }
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    // The host closed the line. A fresh one, because a host that was killed leaves its exclusive lock on the old one.
    closeTerminal();
    Q_EMIT hungUp();
    if (!makeTerminal())
        qWarning("the line cannot be made again");
}

void PtyEndpoint::send(const QByteArray &bytes)
{
    // A host that does not read loses bytes, as on a wire without flow control.
    if (m_master >= 0 && ::write(m_master, bytes.constData(), static_cast<std::size_t>(bytes.size())) < 0 && errno != EAGAIN)
        qWarning("a write to the line failed");
}

#else

Result<void> PtyEndpoint::plug()
{
    return domain::failure(FailureCode::ReaderNotInBuild, u"pseudo-terminals do not exist on this system; use --tcp"_s);
}

void PtyEndpoint::unplug() {}
Result<void> PtyEndpoint::makeTerminal() { return {}; }
void PtyEndpoint::closeTerminal() {}
void PtyEndpoint::onReadable() {}
void PtyEndpoint::send(const QByteArray & /*bytes*/) {}

#endif

} // namespace yichuang::cardsim
