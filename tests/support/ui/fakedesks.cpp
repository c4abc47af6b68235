// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "fakedesks.h"

#include "scenecatalogue.h"

namespace yichuang::test {

using namespace domain;
using namespace Qt::StringLiterals;

FakeCaseDesk::FakeCaseDesk(QObject *parent)
    : CaseDesk(parent)
{
    fill(120);
}

void FakeCaseDesk::fill(int count)
{
    rows.clear();
    for (int i = 0; i < count; ++i) {
        desk::CaseRow row;
        row.id = QUuid::createUuid();
        row.number = u"99010020261123%1"_s.arg(i + 1, 6, 10, QLatin1Char('0')) + u"5"_s;
        row.applicantName = i % 2 ? u"李*例"_s : u"王*例"_s;
        row.title = i % 3 ? u"新生儿出生“一件事”"_s : u"机动车驾驶证期满换证"_s;
        row.departments = i % 3 ? 4 : 1;
        row.items = i % 3 ? 5 : 1;
        row.stage = i % 5 == 0 ? CaseStage::Received : i % 7 == 0 ? CaseStage::Finished : CaseStage::InProgress;
        row.decidedParts = i % 2;
        row.correctionAsked = i % 6 == 1;
        row.due = sceneDay().addDays(i % 9 - 1);
        row.waiting = i % 11 == 3 ? 2 : 0;
        row.openedAt = QDateTime(sceneDay(), QTime(1, 0), Qt::UTC).addSecs(-600LL * i);
        if (i == 6) {
            row.refused = row.provisional = true;
            row.stage = CaseStage::Draft;
            row.number = u"SJ20261123-W02-000017"_s;
        }
        rows << row;
    }
}

int FakeCaseDesk::requestPage(desk::CaseFilter filter, const QString &search, const QByteArray &after, int limit)
{
    calls << u"page %1 '%2' after '%3'"_s.arg(int(filter)).arg(search, QString::fromLatin1(after));
    const int token = ++m_token;
    QList<desk::CaseRow> found;
    for (const desk::CaseRow &row : std::as_const(rows)) {
        if (search.isEmpty() || row.title.contains(search) || row.number.contains(search) || row.applicantName.contains(search))
            found << row;
    }
    const int from = after.toInt();
    desk::CasePage page;
    page.rows = found.mid(from, limit);
    page.next = from + limit < found.size() ? QByteArray::number(from + limit) : QByteArray();
    page.total = search.isEmpty() ? found.size() : -1;
    page.queryMicroseconds = 3000;
    page.shortSearch = search.isEmpty() ? std::nullopt : shortSearch;
    if (withhold) {
        m_held << std::pair(token, page);
        return token;
    }
    QMetaObject::invokeMethod(this, [this, token, page] { failure ? Q_EMIT failed(token, *failure) : Q_EMIT pageReady(token, page); }, Qt::QueuedConnection);
    return token;
}

void FakeCaseDesk::answerHeld()
{
    const auto held = std::exchange(m_held, {});
    for (const auto &[token, page] : held)
        Q_EMIT pageReady(token, page);
}

void FakeCaseDesk::openCase(const CaseId &id)
{
    calls << u"openCase"_s;
    detail.whole.id = id;
    openFailure ? Q_EMIT failed(noQuestion, *openFailure) : Q_EMIT caseOpened(detail);
}

void FakeCaseDesk::closeCase()
{
    calls << u"closeCase"_s;
}

void FakeCaseDesk::reveal(const QString &what)
{
    calls << u"reveal "_s + what;
    detail.numberRevealed = true;
    Q_EMIT caseOpened(detail);
}

void FakeCaseDesk::answerCorrection(const PartId &, const QString &note)
{
    calls << u"answerCorrection "_s + note;
}

void FakeCaseDesk::withdraw(const QString &reason)
{
    calls << u"withdraw "_s + reason;
}

QHash<desk::CaseFilter, qint64> FakeCaseDesk::counters() const
{
    return {{desk::CaseFilter::All, 1284}, {desk::CaseFilter::Drafts, 3}, {desk::CaseFilter::Waiting, 6}, {desk::CaseFilter::InProgress, 1100}, {desk::CaseFilter::Corrections, 61}, {desk::CaseFilter::DueSoon, 23}, {desk::CaseFilter::Ended, 94}};
}

FakeSyncDesk::FakeSyncDesk(QObject *parent)
    : SyncDesk(parent)
{
    v.connection = desk::Connection::Online;
    v.lastSync = QDateTime(sceneDay(), QTime(2, 24, 5), Qt::UTC);
}

void FakeSyncDesk::playOffline()
{
    v.connection = desk::Connection::Offline;
    v.nextTry = QDateTime::currentDateTimeUtc().addSecs(18);
    v.waiting = 3;
    v.reason = Error{FailureCode::NetworkUnreachable, u"refused"_s, true};
    const std::pair<const char16_t *, const char16_t *> what[] = {{u"receive-materials", u"新生儿出生“一件事”"}, {u"set-material", u"租赁合同"}, {u"answer-correction", u"联系电话"}};
    v.waitingRows.clear();
    int minute = 0;
    for (const auto &[command, title] : what) {
        desk::OutboxRow row;
        row.commandId = QUuid::createUuid();
        row.caseLabel = u"收99010020261123-0007"_s;
        row.commandName = QString::fromUtf16(command);
        row.title = QString::fromUtf16(title);
        row.queuedAt = QDateTime(sceneDay(), QTime(2, 33 + minute, 20), Qt::UTC);
        row.attempts = minute == 0 ? 2 : 0;
        if (minute == 0) {
            row.lastError = v.reason;
            row.nextTry = v.nextTry;
        }
        v.waitingRows << row;
        ++minute;
    }
    v.waitingRows.last().waitsFor = v.waitingRows.last().operatorName = u"窗口02示例"_s;
    v.waitingForOthers = 1;
    desk::OutboxRow done = v.waitingRows.first();
    done.commandId = QUuid::createUuid();
    done.state = desk::OutboxRow::State::Confirmed;
    desk::OutboxRow refused = done;
    refused.commandId = QUuid::createUuid();
    refused.state = desk::OutboxRow::State::Refused;
    refused.lastError = Error{FailureCode::CaseStaleRevision, {}, false};
    v.recentRows = {refused, done};
    v.refusedCases = 1;
    v.confirmedToday = 96;
    Q_EMIT viewChanged();
}

FakeReaderDesk::FakeReaderDesk(QObject *parent)
    : ReaderDesk(parent)
{
    desk::ReaderView reader;
    reader.id = u"r1"_s;
    reader.name = u"serial:/dev/ttyUSB0"_s;
    reader.phase = desk::ReaderView::Phase::Ready;
    reader.samNumber = u"05.03-20260101-0000000001"_s;
    list = {reader};
}

void FakeReaderDesk::placeCard(const QString &trayCardId)
{
    calls << u"placeCard "_s + trayCardId;
    for (desk::TrayCard &card : cards)
        card.placed = card.id == trayCardId;
    Q_EMIT trayChanged();
}

void FakeReaderDesk::takeCardOff()
{
    calls << u"takeCardOff"_s;
    for (desk::TrayCard &card : cards)
        card.placed = false;
    Q_EMIT trayChanged();
}

FakeSignInDesk::FakeSignInDesk(QObject *parent)
    : SignInDesk(parent)
{
}

void FakeSignInDesk::enter(desk::EntryState state, const std::optional<Error> &error)
{
    entry = state;
    fault = error;
    Q_EMIT stateChanged();
}

desk::OperatorView FakeSignInDesk::who() const
{
    return {account, u"王某某"_s, role, {}, u"综合窗口 12 号"_s, u"示范市政务服务中心"_s, confirmed};
}

void FakeSignInDesk::signIn(const QString &login, const QString &password)
{
    calls << u"signIn %1 %2"_s.arg(login, password);
    enter(desk::EntryState::SignedIn);
}

void FakeSignInDesk::signOut()
{
    calls << u"signOut"_s;
    enter(desk::EntryState::SignedOut);
}

void FakeUpdateDesk::playReady(bool quiet)
{
    v = {desk::UpdateView::State::Ready, u"0.2.0"_s,
         {{u"zh_CN"_s, u"读卡更快。修正了容缺补正的提示。"_s}, {u"en"_s, u"Cards are read faster. Hints on deferred materials are right again."_s}}, quiet, {}};
    show();
}

void FakeUpdateDesk::playRolledBack()
{
    v = {desk::UpdateView::State::RolledBack, u"0.2.0"_s, {}, true, Error{domain::FailureCode::UpdateRolledBack, u"0.2.0"_s, false}};
    show();
}

void FakeDiagnosticsDesk::playLooked()
{
    using State = desk::DiagnosticsPart::State;
    v.lookedAt = QDateTime::currentDateTimeUtc();
    v.parts = {{u"system"_s, State::Good, {}, u"Debian GNU/Linux 12 (bookworm) · x86_64"_s},
               {u"qt"_s, State::Good, {}, u"6.4.2 · xcb"_s},
               {u"cipher"_s, State::Good, {}, u"4.14.0 community"_s},
               {u"tls"_s, State::Note, {u"no-system-authorities"_s}, u"OpenSSL 3.0.17"_s},
               {u"translation"_s, State::Good, {}, {}},
               {u"fonts"_s, State::Note, {u"no-rare-characters"_s}, u"Noto Sans CJK SC"_s},
               {u"printing"_s, State::Note, {u"no-printing"_s}, {}},
               {u"readers"_s, State::Note, {u"no-serial-readers"_s}, {}},
               {u"keychain"_s, State::Note, {u"keychain-locked"_s}, {}},
               {u"store"_s, State::Missing, {u"store"_s}, {}},
               {u"exchange"_s, State::Note, {u"exchange-away"_s, u"cases-refused"_s}, u"https://exchange.hall.example:8443"_s},
               {u"attachedReaders"_s, State::Note, {u"reader-fault"_s}, u"serial:/dev/ttyUSB0"_s}};
    show();
}

} // namespace yichuang::test
