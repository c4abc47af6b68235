// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakecounterdesk.h"

#include <desk/desks.h>

namespace yichuang::test {

/** Cases from a list in memory, paged by position; calls are noted. */
class FakeCaseDesk : public desk::CaseDesk
{
    Q_OBJECT
public:
    explicit FakeCaseDesk(QObject *parent = nullptr);
    QList<desk::CaseRow> rows;
    desk::CaseDetail detail;
    QStringList calls;
    std::optional<domain::Error> failure; ///< answers every page with it
    std::optional<domain::Error> openFailure; ///< answers every case that is opened with it
    std::optional<desk::ShortSearch> shortSearch; ///< says this of every search
    bool withhold = false;                ///< keeps answers back until answerHeld()
    void answerHeld();
    void fill(int count);
    int requestPage(desk::CaseFilter filter, const QString &search, const QByteArray &after, int limit) override;
    void openCase(const domain::CaseId &id) override;
    void closeCase() override;
    void reveal(const QString &what) override;
    void typeAnswer(const domain::PartId &partId, const QString &note) override { calls << QStringLiteral("typeAnswer ") + partId.toString() + QStringLiteral(" ") + note; }
    void answerCorrection(const domain::PartId &partId, const QString &note) override;
    void withdraw(const QString &reason) override;
    [[nodiscard]] QHash<desk::CaseFilter, qint64> counters() const override;

private:
    int m_token = 0;
    QList<std::pair<int, desk::CasePage>> m_held;
};

class FakeSyncDesk : public desk::SyncDesk
{
    Q_OBJECT
public:
    explicit FakeSyncDesk(QObject *parent = nullptr);
    desk::SyncView v;
    int retries = 0;
    void playOffline();
    [[nodiscard]] const desk::SyncView &view() const override { return v; }
    void retryNow() override { ++retries; }
};

class FakeReaderDesk : public desk::ReaderDesk
{
    Q_OBJECT
public:
    explicit FakeReaderDesk(QObject *parent = nullptr);
    QList<desk::ReaderView> list;
    QList<desk::TrayCard> cards;
    QStringList calls;
    [[nodiscard]] QList<desk::ReaderView> readers() const override { return list; }
    void prefer(const QString &readerId) override { calls << QStringLiteral("prefer ") + readerId; }
    void readAgain() override { calls << QStringLiteral("readAgain"); }
    [[nodiscard]] QList<desk::TrayCard> tray() const override { return cards; }
    void placeCard(const QString &trayCardId) override;
    void takeCardOff() override;
};

class FakeSignInDesk : public desk::SignInDesk
{
    Q_OBJECT
public:
    explicit FakeSignInDesk(QObject *parent = nullptr);
    desk::EntryState entry = desk::EntryState::SignedIn;
    std::optional<domain::Error> fault;
    QString account = QStringLiteral("clerk");
    QString last;
    int offlineDays = 7;
    bool confirmed = true;
    domain::Role role = domain::Role::Clerk;
    QStringList calls;
    void enter(desk::EntryState state, const std::optional<domain::Error> &error = {});
    [[nodiscard]] desk::EntryState state() const override { return entry; }
    [[nodiscard]] std::optional<domain::Error> error() const override { return fault; }
    [[nodiscard]] desk::OperatorView who() const override;
    [[nodiscard]] QString lastLogin() const override { return last; }
    [[nodiscard]] int offlineEntryDays() const override { return offlineDays; }
    void signIn(const QString &login, const QString &password) override;
    void signOut() override;
    void retryStore() override { calls << QStringLiteral("retryStore"); }
    void setStoreAside() override { calls << QStringLiteral("setStoreAside"); }
};

class FakeUpdateDesk : public desk::UpdateDesk
{
    Q_OBJECT
public:
    using desk::UpdateDesk::UpdateDesk;
    desk::UpdateView v;
    QStringList calls;
    /** A version that is ready, at a quiet moment or not. */
    void playReady(bool quiet = true);
    void playRolledBack();
    void show() { Q_EMIT viewChanged(); }
    [[nodiscard]] const desk::UpdateView &view() const override { return v; }
    void takeNow() override { calls << QStringLiteral("takeNow"); }
    void takeAtNextStart() override { calls << QStringLiteral("takeAtNextStart"); }
    void dismiss() override { calls << QStringLiteral("dismiss"); }
    void look() override { ++looks; }
    int looks = 0;
    [[nodiscard]] bool unkept() const { return hasUnkeptWords(); }
};

class FakeDiagnosticsDesk : public desk::DiagnosticsDesk
{
    Q_OBJECT
public:
    using DiagnosticsDesk::DiagnosticsDesk;
    desk::DiagnosticsView v{false, QStringLiteral("0.1.0"), {}, {}, {}, {}};
    int looks = 0;
    int exports = 0;
    /** A workplace with something of everything: good, worth a note, missing. */
    void playLooked();
    void show() { Q_EMIT viewChanged(); }
    [[nodiscard]] const desk::DiagnosticsView &view() const override { return v; }
    void look() override { ++looks; }
    void exportReport() override { ++exports; }
};

/** All fakes, wired. */
struct FakeDesks {
    FakeCounterDesk counter;
    FakeCaseDesk cases;
    FakeSyncDesk sync;
    FakeReaderDesk readers;
    FakeSignInDesk signIn;
    FakeDiagnosticsDesk diagnostics;
    FakeUpdateDesk updates;
    bool unkeptWords = false; ///< where a desk is asked with these fakes instead of the window
    [[nodiscard]] desk::Desks desks() { return {&signIn, &counter, &cases, &sync, &readers, &diagnostics, &updates}; }
};

} // namespace yichuang::test
