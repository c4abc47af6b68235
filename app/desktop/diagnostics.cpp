// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "diagnostics.h"

#include "version.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrentRun>
#include <algorithm>
#include <domain/uuid7.h>

namespace yichuang::app {

using desk::DiagnosticsPart;
using domain::Error;
using domain::FailureCode;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** A prompt of the keychain may wait longer than anybody looks at the panel. */
constexpr auto keychainPatience = 5s;

/** The members of a part that are worth a line: what versions and things are called. */
QStringList membersInShort(const QString &part)
{
    static const QHash<QString, QStringList> members{
        {u"system"_s, {u"name"_s, u"architecture"_s}}, {u"qt"_s, {u"version"_s, u"platform"_s}}, {u"cipher"_s, {u"version"_s}},
        {u"tls"_s, {u"library"_s}}, {u"fonts"_s, {u"chinese"_s}}, {u"printing"_s, {u"printers"_s}}, {u"settings"_s, {u"lockFaults"_s}},
        {u"store"_s, {u"fault"_s}}, {u"exchange"_s, {u"address"_s}}, {u"attachedReaders"_s, {u"readers"_s}}};
    return members.value(part);
}

QString textOf(const QJsonValue &value)
{
    const QJsonObject members = value.toObject();
    return value.isObject() ? members.value(members.contains(u"code"_s) ? u"code"_s : u"name"_s).toString() : value.toString();
}

DiagnosticsPart inShort(const SelfTestPart &part)
{
    QStringList facts;
    const QStringList members = membersInShort(part.name);
    for (const QString &member : members) {
        const QJsonValue value = part.found.value(member);
        const QJsonArray values = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue &one : values)
            facts << textOf(one);
    }
    facts.removeAll(QString());
    using State = DiagnosticsPart::State;
    const State state = !part.missing.isEmpty() ? State::Missing : !part.notes.isEmpty() ? State::Note : State::Good;
    return {part.name, state, part.missing + part.notes, facts.join(u" · "_s)};
}

QJsonValue faultOf(const std::optional<Error> &fault)
{
    return fault ? QJsonObject{{u"code"_s, domain::failureText(fault->code)}, {u"detail"_s, fault->detail}} : QJsonValue();
}

QString connectionWord(desk::Connection connection)
{
    switch (connection) {
    case desk::Connection::Online: return u"online"_s;
    case desk::Connection::Offline: return u"offline"_s;
    case desk::Connection::Connecting: return u"connecting"_s;
    case desk::Connection::SignedOut: break;
    }
    return u"signed-out"_s;
}

QString phaseWord(desk::ReaderView::Phase phase)
{
    using Phase = desk::ReaderView::Phase;
    switch (phase) {
    case Phase::Opening: return u"opening"_s;
    case Phase::Ready: return u"ready"_s;
    case Phase::Reading: return u"reading"_s;
    case Phase::CardRead: return u"card-read"_s;
    case Phase::Missing: return u"missing"_s;
    case Phase::Fault: break;
    }
    return u"fault"_s;
}

/** Where a person finds a file that they are to hand on. */
QString reportFolder()
{
    for (const auto place : {QStandardPaths::DesktopLocation, QStandardPaths::DocumentsLocation}) {
        const QString folder = QStandardPaths::writableLocation(place);
        if (QDir(folder).exists())
            return folder;
    }
    return QDir::homePath();
}

/** A name that no earlier report has. */
QString freeName(const QString &folder, const QDateTime &at)
{
    const QString name = QDir(folder).filePath(u"yichuang-diagnostics-"_s + at.toString(u"yyyyMMdd-HHmmss"_s));
    QString path = name + u".json"_s;
    for (int i = 2; QFile::exists(path); ++i)
        path = u"%1-%2.json"_s.arg(name).arg(i);
    return path;
}

domain::Result<QString> writeReport(const QString &folder, const QDateTime &at, const QJsonObject &report)
{
    QSaveFile file(freeName(folder, at));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(report).toJson()) < 0 || !file.flush() || !file.commit())
        return domain::failure(FailureCode::ReportNotWritable, file.fileName() + u": "_s + file.errorString(), true);
    return file.fileName();
}

} // namespace

Diagnostics::Diagnostics(const Watched &watched, const domain::Clock &clock, const QString &exchange, const QString &folder)
    : m_watched(watched)
    , m_clock(clock)
    , m_exchange(exchange)
    , m_folder(folder)
{
    m_keychain.setPatience(keychainPatience);
    m_view.version = desktopVersion();
}

void Diagnostics::look()
{
    if (m_view.looking)
        return;
    m_view.looking = true;
    m_view.exported.clear();
    m_view.error.reset();
    Q_EMIT viewChanged();
    // Fonts, and a trial of the cipher on the disk, take longer than the keyboard may wait.
    QtConcurrent::run(installedParts).then(this, [this](const QList<SelfTestPart> &parts) { onLooked(parts); });
}

void Diagnostics::onLooked(const QList<SelfTestPart> &parts)
{
    m_keychain.load(u"selftest"_s).then(this, [this, parts](const vault::KeyAnswer &answer) { tryStore(parts + QList{keychainPart(answer)}); });
}

void Diagnostics::tryStore(const QList<SelfTestPart> &parts)
{
    // A disk that is full, or went read-only, shows only when something is written.
    const bool isOpen = m_watched.tryStore && m_watched.signIn.state() != desk::EntryState::StoreFailed;
    if (isOpen)
        m_watched.tryStore().then(this, [this, parts](const domain::Result<void> &written) { onTried(parts, written); });
    else
        onTried(parts, {});
}

void Diagnostics::onTried(const QList<SelfTestPart> &parts, const domain::Result<void> &written)
{
    m_storeFault = written ? std::nullopt : std::optional(written.error());
    m_parts = parts + QList{m_watched.settings} + workplaceParts();
    m_view.looking = false;
    m_view.lookedAt = m_clock.now();
    m_view.parts.clear();
    for (const SelfTestPart &part : std::as_const(m_parts))
        m_view.parts << inShort(part);
    if (std::exchange(m_exportWanted, false))
        write();
    Q_EMIT viewChanged();
}

void Diagnostics::exportReport()
{
    m_exportWanted = true;
    look();
}

void Diagnostics::write()
{
    QJsonObject report = reportOf(m_parts);
    report.insert(u"at"_s, m_view.lookedAt.toUTC().toString(Qt::ISODate));
    const QString folder = m_folder.isEmpty() ? reportFolder() : m_folder;
    QtConcurrent::run(writeReport, folder, m_view.lookedAt, report).then(this, [this](const domain::Result<QString> &written) { onWritten(written); });
}

void Diagnostics::onWritten(const domain::Result<QString> &written)
{
    m_view.exported = written.value_or(QString());
    m_view.error.reset();
    if (!written)
        m_view.error = written.error();
    Q_EMIT viewChanged();
}

QList<SelfTestPart> Diagnostics::workplaceParts() const
{
    return {storePart(), exchangePart(), attachedReadersPart()};
}

SelfTestPart Diagnostics::storePart() const
{
    std::optional<Error> fault = m_storeFault ? m_storeFault : m_watched.sync.view().storeError;
    const bool isShut = m_watched.signIn.state() == desk::EntryState::StoreFailed;
    if (isShut)
        fault = m_watched.signIn.error();
    SelfTestPart part{u"store"_s, {{u"failed"_s, fault.has_value()}, {u"fault"_s, faultOf(fault)}}, {}, {}};
    if (fault)
        part.missing << (isShut ? u"store"_s : u"store-fails"_s);
    return part;
}

SelfTestPart Diagnostics::exchangePart() const
{
    const desk::SyncView &sync = m_watched.sync.view();
    SelfTestPart part{u"exchange"_s,
                      {{u"address"_s, m_exchange},
                       {u"connection"_s, connectionWord(sync.connection)},
                       {u"lastAnswer"_s, sync.lastSync.toUTC().toString(Qt::ISODate)},
                       {u"nextTry"_s, sync.nextTry.toUTC().toString(Qt::ISODate)},
                       {u"waiting"_s, sync.waiting},
                       {u"waitingForOthers"_s, sync.waitingForOthers},
                       {u"refusedCases"_s, sync.refusedCases},
                       {u"fault"_s, faultOf(sync.reason)},
                       {u"catalogueFault"_s, faultOf(sync.catalogueError)}},
                      {},
                      {}};
    if (sync.connection == desk::Connection::Offline)
        part.notes << u"exchange-away"_s;
    if (sync.catalogueError)
        part.notes << u"catalogue-not-taken"_s;
    if (sync.refusedCases > 0)
        part.notes << u"cases-refused"_s;
    return part;
}

SelfTestPart Diagnostics::attachedReadersPart() const
{
    using Phase = desk::ReaderView::Phase;
    const QList<desk::ReaderView> readers = m_watched.readers.readers();
    QJsonArray listed;
    for (const desk::ReaderView &reader : readers) {
        listed.append(QJsonObject{{u"name"_s, reader.name}, {u"phase"_s, phaseWord(reader.phase)}, {u"module"_s, reader.samNumber}, {u"fault"_s, faultOf(reader.fault)}});
    }
    SelfTestPart part{u"attachedReaders"_s, {{u"readers"_s, listed}}, {}, {}};
    const auto isOut = [](const desk::ReaderView &reader) { return reader.phase == Phase::Missing || reader.phase == Phase::Fault; };
    if (readers.isEmpty())
        part.notes << u"no-reader"_s;
    else if (std::any_of(readers.cbegin(), readers.cend(), isOut))
        part.notes << u"reader-fault"_s;
    return part;
}

} // namespace yichuang::app
