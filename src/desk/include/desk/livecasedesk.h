// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/casedesk.h>
#include <desk/desksession.h>

#include <QCoroTask>

namespace yichuang::desk {

struct EditBatch;

/** The 办件 page on the real store. Owned by the program; the session must outlive it. */
class LiveCaseDesk : public CaseDesk
{
    Q_OBJECT
public:
    explicit LiveCaseDesk(DeskSession &session, QObject *parent = nullptr);
    ~LiveCaseDesk() override;

    int requestPage(CaseFilter filter, const QString &search, const QByteArray &after, int limit) override;
    void openCase(const domain::CaseId &id) override;
    void closeCase() override;
    void reveal(const QString &what) override;
    void typeAnswer(const domain::PartId &partId, const QString &note) override;
    void answerCorrection(const domain::PartId &partId, const QString &note) override;
    void withdraw(const QString &reason) override;
    [[nodiscard]] QHash<CaseFilter, qint64> counters() const override;

private:
    /** Lifetime token of flows; `desk` is null once the desk is gone. */
    struct Life {
        LiveCaseDesk *desk = nullptr;
    };
    using LifePtr = std::shared_ptr<Life>;
    /** An answer to a correction, with the part's revision that the clerk saw. */
    struct Answer {
        domain::PartId partId;
        qint64 seenRevision = 0;
        QString note;
    };
    /** An answer as far as it was typed. */
    struct Note {
        domain::CaseId caseId;
        domain::PartId partId;
        QString text;
    };
    /** The answer, after what was typed at the counter for this case and not left yet. Errors of domain::apply, CASE-002, CASE-009. */
    [[nodiscard]] static domain::Result<EditBatch> answerBatch(const DeskSession &session, const domain::Result<store::StoredCase> &stored, const Answer &given);
    void give(const domain::PartId &partId, qint64 baseRevision, domain::CommandBody body);
    void onCasesChanged(const QSet<QUuid> &cases);
    static QCoro::Task<> page(LifePtr life, int token, store::ListQuery query);
    static QCoro::Task<> open(LifePtr life, domain::CaseId id);
    static QCoro::Task<> revealNow(LifePtr life, domain::CaseId id, QString what);
    static QCoro::Task<> keep(LifePtr life, Note typed);
    static QCoro::Task<> answer(LifePtr life, domain::CaseId id, Answer given);
    static QCoro::Task<> submit(LifePtr life, domain::CaseCommand command, domain::Stamp stamp);
    static QCoro::Task<> count(LifePtr life);

    DeskSession &m_session;
    LifePtr m_life;
    CaseDetail m_open;
    QHash<CaseFilter, qint64> m_counters;
    int m_token = 0;
};

} // namespace yichuang::desk
