// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/counterview.h>

#include <QObject>

namespace yichuang::desk {

/** A row of the 办件 list; names masked. */
struct CaseRow {
    domain::CaseId id;
    QString number;              ///< official number, or the provisional receipt
    bool provisional = false;
    QString applicantName;       ///< masked
    QString title;               ///< life event's or first item's name
    int departments = 0;
    int items = 0;
    domain::CaseStage stage = domain::CaseStage::Draft;
    int decidedParts = 0;
    bool correctionAsked = false;
    QDate due;                   ///< nearest promised day still running
    QDateTime openedAt;
    int waiting = 0;             ///< commands not yet confirmed by the exchange
    bool dueProvisional = false; ///< `due` lies in a year whose public holidays are not published yet
    bool refused = false;        ///< the exchange refused what was sent last, and it is still to be done
    friend bool operator==(const CaseRow &, const CaseRow &) = default;
};

enum class CaseFilter { All, Drafts, Waiting, InProgress, Corrections, DueSoon, Ended, Refused };

/** A search has a piece that was too short for what it may have meant, and how many characters that takes. */
struct ShortSearch {
    enum class For { Number, Initials, Title };
    For meant = For::Number;
    int least = 0;               ///< characters; of a number its last ones
    int leastAtStart = 0;        ///< of a number: its first ones
    friend bool operator==(const ShortSearch &, const ShortSearch &) = default;
};

/** One page of the list and where the next one starts. Pages by key, never by offset. */
struct CasePage {
    QList<CaseRow> rows;
    QByteArray next;             ///< opaque; empty: last page
    qint64 total = -1;           ///< counter of the filter, -1: not counted (search)
    qint64 queryMicroseconds = 0;
    std::optional<ShortSearch> shortSearch;
};

/** The files that stand for a material of a case. */
struct MaterialFiles {
    QString name;                ///< of the material
    QList<domain::AttachedFile> files;
    friend bool operator==(const MaterialFiles &, const MaterialFiles &) = default;
};

/** A case opened in the list, with its timeline per department. */
struct CaseDetail {
    domain::Case whole;
    QString lifeEventName;       ///< empty for a case of single items
    QList<ItemView> items;
    QList<TimelineEntry> timeline;
    HandInView handIn;
    QList<MaterialFiles> files;  ///< in the order of the plan
    bool numberRevealed = false;
    bool refused = false;        ///< as in CaseRow
    bool mayWithdraw = false;    ///< by its state and by who sits here
    QString draftOf = {};        ///< of a draft that only somebody else goes on with: their name where it is known here, else their id
};

/** The 办件 page. Lives on the ui thread; answers arrive by signal with the token of the question. */
class CaseDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    static constexpr int noQuestion = 0;
    /** Asks for a page; answered by pageReady or failed with the same token. Name (2 characters too), number, item, initials. */
    virtual int requestPage(CaseFilter filter, const QString &search, const QByteArray &after, int limit) = 0;
    virtual void openCase(const domain::CaseId &id) = 0;      ///< answered by caseOpened, again on each change
    virtual void closeCase() = 0;
    virtual void reveal(const QString &what) = 0;
    /** Each keystroke of an answer to a correction, to the same scratch row that the counter continues. */
    virtual void typeAnswer(const domain::PartId &partId, const QString &note) = 0;
    virtual void answerCorrection(const domain::PartId &partId, const QString &note) = 0;
    virtual void withdraw(const QString &reason) = 0;
    [[nodiscard]] virtual QHash<CaseFilter, qint64> counters() const = 0;

Q_SIGNALS:
    void pageReady(int token, const yichuang::desk::CasePage &page);
    /** @param token of the question; noQuestion: an action on the open case, which is as it was before. */
    void failed(int token, const yichuang::domain::Error &error);
    void caseOpened(const yichuang::desk::CaseDetail &detail);
    void countersChanged();
    void rowsChanged();          ///< something in the list changed; ask again for what is visible
};

inline size_t qHash(CaseFilter filter, size_t seed = 0) { return ::qHash(int(filter), seed); }

} // namespace yichuang::desk
