// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <update/servicelink.h>

#include "deskpipe.h"

#include <QFileInfo>

namespace yichuang::update {

using domain::Error;
using domain::FailureCode;
using Stage = UpdateStatus::Stage;
using namespace Qt::StringLiterals;

namespace {

/** The service answers from memory; a longer silence is none. */
constexpr int answerMs = 5000;

} // namespace

ServiceLink::ServiceLink(const QString &statusFile, const QString &address, QObject *parent)
    : Renewer(parent)
    , m_statusFile(statusFile)
    , m_address(address)
{
    connect(&m_next, &QTimer::timeout, this, &ServiceLink::look);
    look();
}

void ServiceLink::begin()
{
    m_next.start(betweenMs);
    look();
}

void ServiceLink::look()
{
    const QFileInfo file(m_statusFile);
    const QDateTime written = file.exists() ? file.lastModified() : QDateTime();
    if (written == m_written && m_status.stage != Stage::Off)
        return;
    m_written = written;
    m_said = readServiceStatus(m_statusFile);
    UpdateStatus status;
    status.stage = m_said.ready.isEmpty() || !m_said.asks ? Stage::Idle : Stage::Ready;
    if (status.stage == Stage::Ready) {
        status.version = m_said.ready;
        status.notes = m_said.notes;
        status.agreed = m_agreed == m_said.ready;
    }
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

void ServiceLink::agree()
{
    if (m_status.stage != Stage::Ready)
        return;
    m_agreed = m_status.version;
    m_status.agreed = true;
    Q_EMIT statusChanged();
}

void ServiceLink::takeNow()
{
    if (m_status.stage != Stage::Ready)
        return;
    say(DeskWord::Now, [this](bool yes) {
        Q_EMIT taken(yes ? std::nullopt : std::optional(Error{FailureCode::UpdateNotWritable, u"no yes to now"_s, true}));
    });
}

void ServiceLink::say(DeskWord word, const std::function<void(bool)> &then)
{
    auto *socket = new QLocalSocket(this);
    auto *patience = new QTimer(socket);
    const auto end = [socket, then](bool yes) {
        socket->disconnect();
        socket->deleteLater();
        if (then)
            then(yes);
    };
    connect(patience, &QTimer::timeout, socket, [end] { end(false); });
    connect(socket, &QLocalSocket::connected, this, [socket, word] { socket->write(toBytes(word)); });
    connect(socket, &QLocalSocket::readyRead, this, [socket, patience, end] {
        if (!socket->canReadLine() && socket->bytesAvailable() < longestDeskWord)
            return;
        patience->stop();
        end(socket->readLine(longestDeskWord) == serviceSaysYes);
    });
    const auto failed = [patience, end] {
        patience->stop();
        end(false);
    };
    connect(socket, &QLocalSocket::errorOccurred, this, failed);
    connect(socket, &QLocalSocket::disconnected, this, failed);
    patience->start(answerMs);
    connectToService(socket, m_address);
}

} // namespace yichuang::update
