// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "winserialtransport.h"

#include "driverprobe.h"
#include "winport.h"

#include <utility>

namespace yichuang::device {

using namespace Qt::StringLiterals;
using domain::Error;
using domain::FailureCode;

namespace {

Error openError(DWORD error)
{
    const QString detail = qt_error_string(static_cast<int>(error));
    switch (error) {
    // Windows grants serial ports to every user: access denied means that another program holds the port.
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
    case ERROR_BUSY:
        return {FailureCode::ReaderPortBusy, detail, true};
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
        if (const std::optional<QString> adapter = usbDeviceWithoutDriver())
            return {FailureCode::ReaderNoDriver, u"USB device %1 has no driver"_s.arg(*adapter), true};
        break;
    default:
        break;
    }
    return {FailureCode::ReaderNotFound, detail, true};
}

} // namespace

WinSerialTransport::WinSerialTransport(QString portName, int baud)
    : m_portName(std::move(portName))
    , m_baud(baud)
{
}

WinSerialTransport::~WinSerialTransport() = default;

void WinSerialTransport::open()
{
    close();
    auto port = std::make_unique<WinPort>();
    if (const DWORD error = port->open(m_portName, m_baud); error != ERROR_SUCCESS) {
        port.reset();
        Q_EMIT failed(openError(error));
        return;
    }
    connect(&port->readDone, &QWinEventNotifier::activated, this, &WinSerialTransport::onRead);
    connect(&port->writeDone, &QWinEventNotifier::activated, this, &WinSerialTransport::onWritten);
    m_port = std::move(port);
    Q_EMIT opened();
}

void WinSerialTransport::close()
{
    if (!m_port)
        return;
    m_port->readDone.disconnect(this);
    m_port->writeDone.disconnect(this);
    // The port may be in the middle of one of its own signals.
    QMetaObject::invokeMethod(this, [port = std::shared_ptr<WinPort>(std::move(m_port))] {}, Qt::QueuedConnection);
}

void WinSerialTransport::write(const QByteArray &bytes)
{
    if (m_port && !m_port->send(bytes))
        onGone();
}

bool WinSerialTransport::setLineRate(int bitsPerSecond)
{
    if (!m_port || m_port->setRate(bitsPerSecond) != ERROR_SUCCESS)
        return false;
    m_baud = bitsPerSecond;
    return true;
}

int WinSerialTransport::lineRate() const
{
    return m_baud;
}

void WinSerialTransport::onRead()
{
    const std::optional<QByteArray> bytes = m_port->takeRead();
    if (!bytes || !m_port->startRead()) {
        onGone();
        return;
    }
    if (!bytes->isEmpty())
        Q_EMIT received(*bytes);
}

void WinSerialTransport::onWritten()
{
    if (!m_port->takeWritten())
        onGone();
}

void WinSerialTransport::onGone()
{
    close();
    Q_EMIT closed();
}

} // namespace yichuang::device
