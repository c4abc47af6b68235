// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <device/readermanager.h>

#include <device/readersession.h>

#include <QPointer>
#include <QThread>

namespace yichuang::device {

using namespace Qt::StringLiterals;
using domain::Result;

struct ReaderManager::Reader {
    ReaderState state;
    const TurnTaker *turns = nullptr; ///< the session, as the one who takes turns
    QPointer<ReaderSession> session;  ///< lives on the thread
    QThread thread;
    bool doesCardLie = false; ///< as was told outside
};

ReaderManager::ReaderManager(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_turns(std::make_shared<ReaderTurns>())
{
    if (!m_options.transports) {
        m_options.transports = [demo = m_options.demo](const ReaderUri &uri) { return makeTransport(uri, demo); };
    }
}

ReaderManager::~ReaderManager()
{
    for (const auto &[id, reader] : m_readers)
        reader->thread.quit();
    for (const auto &[id, reader] : m_readers)
        end(*reader);
}

Result<ReaderId> ReaderManager::addReader(const QString &uri)
{
    const Result<ReaderUri> parsed = ReaderUri::parse(uri);
    if (!parsed)
        return tl::unexpected<domain::Error>(parsed.error());
    const ReaderId id = ++m_lastId;
    auto reader = std::make_unique<Reader>();
    reader->state.reader = id;
    reader->state.uri = parsed->text();
    reader->state.diagnosis = Diagnosis::of(domain::FailureCode::ReaderNotFound, u"not opened yet"_s);
    reader->thread.setObjectName(u"reader %1"_s.arg(id));

    auto *session = new ReaderSession({id, *parsed, m_options.transports, m_turns, m_options.timing, PhotoDecoder(m_options.photoDecoderPath)});
    reader->turns = session;
    reader->session = session;
    session->moveToThread(&reader->thread);
    connect(&reader->thread, &QThread::started, session, &ReaderSession::start);
    connect(&reader->thread, &QThread::finished, session, &QObject::deleteLater);
    connect(session, &ReaderSession::cardRead, this, &ReaderManager::onCardRead);
    connect(session, &ReaderSession::cardRemoved, this, &ReaderManager::onCardRemoved);
    connect(session, &ReaderSession::stateChanged, this, &ReaderManager::onStateChanged);
    reader->thread.start();
    m_readers.emplace(id, std::move(reader));
    return id;
}

void ReaderManager::removeReader(ReaderId reader)
{
    const auto found = m_readers.find(reader);
    if (found == m_readers.end())
        return;
    // Another session may come to lie at the same address.
    if (m_chosen == reader)
        m_turns->prefer(nullptr);
    end(*found->second);
    const bool didCardLie = found->second->doesCardLie;
    m_readers.erase(found);
    // Who is not watched any more is not known to lie there.
    if (didCardLie)
        Q_EMIT cardRemoved(reader);
}

void ReaderManager::readAgain(ReaderId reader)
{
    const auto found = m_readers.find(reader);
    if (found != m_readers.end() && found->second->session)
        QMetaObject::invokeMethod(found->second->session, &ReaderSession::readAgain, Qt::QueuedConnection);
}

QList<ReaderState> ReaderManager::readers() const
{
    QList<ReaderState> states;
    for (const auto &[id, reader] : m_readers)
        states.append(reader->state);
    return states;
}

ReaderId ReaderManager::preferredReader() const
{
    for (const ReaderId candidate : {m_chosen, m_lastRead}) {
        if (m_readers.contains(candidate))
            return candidate;
    }
    return m_readers.empty() ? 0 : m_readers.begin()->first;
}

void ReaderManager::setPreferredReader(ReaderId reader)
{
    m_chosen = reader;
    const auto found = m_readers.find(reader);
    m_turns->prefer(found == m_readers.end() ? nullptr : found->second->turns);
}

void ReaderManager::onCardRead(ReaderId reader, const CardReading &reading)
{
    // A reading may still be on its way when its reader was removed.
    const auto found = m_readers.find(reader);
    if (found == m_readers.end())
        return;
    found->second->doesCardLie = true;
    m_lastRead = reader;
    Q_EMIT cardRead(reader, reading);
}

void ReaderManager::onCardRemoved(ReaderId reader)
{
    const auto found = m_readers.find(reader);
    if (found == m_readers.end())
        return;
    found->second->doesCardLie = false;
    Q_EMIT cardRemoved(reader);
}

void ReaderManager::onStateChanged(const ReaderState &state)
{
    const auto found = m_readers.find(state.reader);
    if (found == m_readers.end())
        return;
    found->second->state = state;
    Q_EMIT stateChanged(state.reader, state);
}

void ReaderManager::end(Reader &reader)
{
    reader.thread.quit();
    reader.thread.wait();
}

} // namespace yichuang::device
