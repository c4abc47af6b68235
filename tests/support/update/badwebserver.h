// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QTcpServer>

namespace yichuang::test {

/** Gives out the files of a folder on a loopback port, knows Range, and fails as it is told. */
class BadWebServer : public QTcpServer
{
    Q_OBJECT
public:
    explicit BadWebServer(const QString &folder, QObject *parent = nullptr);
    [[nodiscard]] QString url() const;

    qint64 cutAfter = -1;     ///< of the next answer of a large file: this many bytes, then the line is cut
    bool knowsRanges = true;
    bool saysLength = true;   ///< else the end of the line is the end of the answer
    int status = 0;           ///< answers everything with this status
    QByteArray redirectTo;    ///< answers everything with a redirection
    QByteArrayList ranges;    ///< Range headers that were asked, empty ones too
    QStringList asked;        ///< paths

private:
    void answer(QTcpSocket *socket);
    QString m_folder;
    QHash<QTcpSocket *, QByteArray> m_requests;
};

} // namespace yichuang::test
