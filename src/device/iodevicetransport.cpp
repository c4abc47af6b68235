// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "iodevicetransport.h"

namespace yichuang::device {

IoDeviceTransport::IoDeviceTransport(DemoDeviceFactory factory)
    : m_factory(std::move(factory))
{
}

IoDeviceTransport::~IoDeviceTransport()
{
    // Deleted from the event loop or with its thread, never by a signal of the device: nothing may be left for later.
    if (!m_device)
        return;
    m_device->disconnect(this);
    m_device->close();
}

void IoDeviceTransport::open()
{
    close();
    m_device = m_factory();
    if (!m_device || (!m_device->isOpen() && !m_device->open(QIODevice::ReadWrite))) {
        const QString detail = m_device ? m_device->errorString() : QString();
        m_device.reset();
        Q_EMIT failed({domain::FailureCode::ReaderNotFound, detail, true});
        return;
    }
    connect(m_device.get(), &QIODevice::readyRead, this, [this] { Q_EMIT received(m_device->readAll()); });
    connect(m_device.get(), &QIODevice::readChannelFinished, this, &IoDeviceTransport::onGone);
    Q_EMIT opened();
}

void IoDeviceTransport::close()
{
    if (!m_device)
        return;
    m_device->disconnect(this);
    m_device->close();
    // The device may be in the middle of one of its own signals.
    m_device.release()->deleteLater();
}

void IoDeviceTransport::write(const QByteArray &bytes)
{
    if (m_device)
        m_device->write(bytes);
}

void IoDeviceTransport::onGone()
{
    close();
    Q_EMIT closed();
}

} // namespace yichuang::device
