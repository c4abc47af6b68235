// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <device/transport.h>

namespace yichuang::device {

/** Stands for a line this build cannot open; every opening answers RDR-018. */
class AbsentTransport : public Transport
{
    Q_OBJECT

public:
    explicit AbsentTransport(QString reason)
        : m_reason(std::move(reason))
    {
    }

    void open() override
    {
        Q_EMIT failed({domain::FailureCode::ReaderNotInBuild, m_reason, false});
    }
    void close() override {}
    void write(const QByteArray & /*bytes*/) override {}

private:
    QString m_reason;
};

} // namespace yichuang::device
