// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace yichuang::app {

/** Lines typed or piped into the program's standard input. One of it per program. */
class CommandInput : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** Starts listening; an end of the input ends the listening, not the program. */
    void start();

Q_SIGNALS:
    void lineRead(const QString &line);

private:
    void onReadable();

    QByteArray m_rest;
};

} // namespace yichuang::app
