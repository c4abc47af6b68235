// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <cardsim/paceddevice.h>

#include <device/wipe.h>

namespace yichuang::cardsim {

PacedDevice::PacedDevice(const std::shared_ptr<SharedModule> &module, int rate)
    : m_line(module, rate)
{
    connect(&m_line, &LinePacer::delivered, this, [this](const QByteArray &bytes) {
        m_arrived += bytes;
        Q_EMIT readyRead();
    });
    connect(&m_line, &LinePacer::unplugRequested, this, [this, module] {
        module->with([](Module &unplugged) { unplugged.powerCycle(); });
        unplug();
    });
}

qint64 PacedDevice::bytesAvailable() const
{
    return m_arrived.size() + QIODevice::bytesAvailable();
}

void PacedDevice::close()
{
    m_line.clear();
    device::wipe(m_arrived);
    QIODevice::close();
}

void PacedDevice::unplug()
{
    if (!isOpen())
        return;
    m_line.clear();
    Q_EMIT readChannelFinished();
}

qint64 PacedDevice::readData(char *data, qint64 maximumSize)
{
    const qint64 count = qMin<qint64>(maximumSize, m_arrived.size());
    std::copy_n(m_arrived.constData(), count, data);
    m_arrived.remove(0, count);
    return count;
}

qint64 PacedDevice::writeData(const char *data, qint64 size)
{
    m_line.receive(QByteArray(data, size));
    return size;
}

} // namespace yichuang::cardsim
