// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "serialtransport.h"

#include "driverprobe.h"

#include <QFileInfo>
#include <QSerialPort>
#include <QSerialPortInfo>

namespace yichuang::device {

using namespace Qt::StringLiterals;
using domain::Error;
using domain::FailureCode;

namespace {
bool portExists(const QString &name)
{
#ifdef Q_OS_WIN
    return !QSerialPortInfo(name).isNull();
#else
    return QFileInfo::exists(name.startsWith(u'/') ? name : u"/dev/"_s + name);
#endif
}

bool mayUse(const QString &name)
{
#ifdef Q_OS_WIN
    // Windows grants serial ports to every user; access denied there means that another program holds the port.
    Q_UNUSED(name)
    return true;
#else
    const QFileInfo info(name.startsWith(u'/') ? name : u"/dev/"_s + name);
    return info.isReadable() && info.isWritable();
#endif
}
} // namespace

SerialTransport::SerialTransport(QString portName, int baud)
    : m_portName(std::move(portName))
    , m_baud(baud)
{
}

SerialTransport::~SerialTransport()
{
    // Deleted from the event loop or with its thread, never by a signal of the port: nothing may be left for later.
    if (m_port)
        m_port->disconnect(this);
}

void SerialTransport::open()
{
    close();
    m_port = std::make_unique<QSerialPort>(m_portName);
    m_port->setBaudRate(m_baud);
    m_port->setDataBits(QSerialPort::Data8);
    m_port->setParity(QSerialPort::NoParity);
    m_port->setStopBits(QSerialPort::OneStop);
    m_port->setFlowControl(QSerialPort::NoFlowControl);
    if (!m_port->open(QIODevice::ReadWrite)) {
        const Error error = openError();
        m_port.reset();
        Q_EMIT failed(error);
        return;
    }
    // What an earlier program left in the driver is not an answer to us.
    m_port->clear();
    connect(m_port.get(), &QSerialPort::readyRead, this, [this] { Q_EMIT received(m_port->readAll()); });
    connect(m_port.get(), &QSerialPort::errorOccurred, this, &SerialTransport::onPortError);
    Q_EMIT opened();
}

void SerialTransport::close()
{
    if (!m_port)
        return;
    m_port->disconnect(this);
    m_port->close();
    // The port may be in the middle of one of its own signals.
    m_port.release()->deleteLater();
}

void SerialTransport::write(const QByteArray &bytes)
{
    if (m_port)
        m_port->write(bytes);
}

bool SerialTransport::setLineRate(int bitsPerSecond)
{
    if (!m_port || !m_port->setBaudRate(bitsPerSecond))
        return false;
    m_baud = bitsPerSecond;
    return true;
}

int SerialTransport::lineRate() const
{
    return m_baud;
}

void SerialTransport::onPortError()
{
    const QSerialPort::SerialPortError error = m_port->error();
    const bool isGone = error == QSerialPort::ResourceError || error == QSerialPort::DeviceNotFoundError
        || error == QSerialPort::ReadError || error == QSerialPort::WriteError || error == QSerialPort::PermissionError;
    if (!isGone)
        return;
    close();
    Q_EMIT closed();
}

Error SerialTransport::openError() const
{
    const QString detail = m_port->errorString();
    if (!portExists(m_portName)) {
        const std::optional<QString> adapter = usbSerialWithoutDriver();
        if (adapter)
            return {FailureCode::ReaderNoDriver, u"USB device %1 has no driver"_s.arg(*adapter), true};
        return {FailureCode::ReaderNotFound, detail, true};
    }
    if (!mayUse(m_portName))
        return {FailureCode::ReaderPermission, detail, true};
    // Qt folds "busy" and "locked by another program" into a permission error.
    if (m_port->error() == QSerialPort::PermissionError)
        return {FailureCode::ReaderPortBusy, detail, true};
    return {FailureCode::ReaderNotFound, detail, true};
}

} // namespace yichuang::device
