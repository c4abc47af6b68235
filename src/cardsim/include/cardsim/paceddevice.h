// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cardsim/linepacer.h>

#include <QIODevice>

namespace yichuang::cardsim {

/** A reader without a port: the module behind a line of real pace, as a sequential device in this process. */
class PacedDevice : public QIODevice
{
    Q_OBJECT

public:
    explicit PacedDevice(const std::shared_ptr<SharedModule> &module, int rate = 0);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    void close() override;
    /** The cable is pulled: readChannelFinished(), then nothing more. */
    void unplug();

protected:
    qint64 readData(char *data, qint64 maximumSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    LinePacer m_line;
    QByteArray m_arrived;
};

} // namespace yichuang::cardsim
