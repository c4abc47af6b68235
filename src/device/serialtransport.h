// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <device/transport.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QSerialPort;
QT_END_NAMESPACE

namespace yichuang::device {

/** A serial port, 8N1 without flow control (reference 1.2). */
class SerialTransport : public Transport
{
    Q_OBJECT

public:
    SerialTransport(QString portName, int baud);
    ~SerialTransport() override;
    Q_DISABLE_COPY_MOVE(SerialTransport)

    void open() override;
    void close() override;
    void write(const QByteArray &bytes) override;
    bool setLineRate(int bitsPerSecond) override;
    [[nodiscard]] int lineRate() const override;

private:
    void onPortError();
    [[nodiscard]] domain::Error openError() const;

    QString m_portName;
    int m_baud;
    std::unique_ptr<QSerialPort> m_port;
};

} // namespace yichuang::device
