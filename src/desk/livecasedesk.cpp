// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <desk/livecasedesk.h>

#include "editbatch.h"
#include "viewparts.h"

#include <QCoroFuture>
#include <domain/caserules.h>

#include <algorithm>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
namespace cmd = domain::command;

namespace {

CaseRow rowFrom(const store::CaseListRow &row)
{
    return {row.id,    row.number,       row.provisional,     row.maskedName, row.title,    row.departments, row.items,
            row.stage, row.decidedParts, row.correctionAsked, row.due,        row.openedAt, row.waiting,
            domain::WorkCalendar::bundled().isProvisional(row.due), row.refused};
}

std::optional<ShortSearch> shortSearch(const std::optional<store::TooShortFor> &meant)
{
    constexpr store::SearchLengths least = store::searchLengths;
    if (!meant)
        return std::nullopt;
    switch (*meant) {
    case store::TooShortFor::Number: return ShortSearch{ShortSearch::For::Number, least.numberEnd, least.numberStart};
    case store::TooShortFor::Initials: return ShortSearch{ShortSearch::For::Initials, least.initials, 0};
    case store::TooShortFor::Title: return ShortSearch{ShortSearch::For::Title, least.title, 0};
    }
    return std::nullopt;
}

/** Letters in a field that was not left are their clerk's alone: nobody else's answer takes them along. */
QMap<QString, QString> ownScratch(const DeskSession &session, const store::StoredCase &stored)
{
    return stored.current.openedBy.operatorId == session.actor().operatorId ? stored.scratch : QMap<QString, QString>();
}

bool mayWithdraw(const DeskSession &session, const domain::Case &onCase)
{
    const domain::CaseCommand command = session.makeCommand(onCase.id, {}, onCase.revision, cmd::WithdrawCase{u"-"_s});
    return domain::apply(onCase, command, session.provisionalStamp()).has_value();
}

/** The plan with what was typed at the counter for this case and not left yet; empty while its catalogue is not here. */
domain::CasePlan planAsTyped(const DeskSession &session, const store::StoredCase &stored)
{
    const QDate today = session.clock().today();
    const auto input = domain::planInputFor(session.catalogue(), stored.current, {}, {}, domain::planDay(stored.current, today));
    domain::CasePlan plan = input ? domain::planMaterials(*input) : domain::CasePlan();
    const QMap<QString, QString> typed = ownScratch(session, stored);
    const QStringList fields = typed.keys();
    layScratch(plan, typed, today, QSet<QString>(fields.cbegin(), fields.cend()));
    return plan;
}

/** What an answer takes along or ends; while another is still asked for, half a value waits for that one. */
QMap<QString, QString> carriedScratch(const DeskSession &session, const store::StoredCase &stored)
{
    const QList<domain::CasePart> &parts = stored.current.parts;
    const auto asked = std::count_if(parts.cbegin(), parts.cend(), [](const domain::CasePart &part) { return part.state == domain::PartState::CorrectionAsked; });
    const QMap<QString, QString> typed = ownScratch(session, stored);
    return asked > 1 ? fittingScratch(planAsTyped(session, stored), typed, session.clock().today()) : typed;
}

} // namespace

LiveCaseDesk::LiveCaseDesk(DeskSession &session, QObject *parent)
    : CaseDesk(parent)
    , m_session(session)
    , m_life(std::make_shared<Life>(Life{this}))
{
    connect(&session, &DeskSession::casesChanged, this, &LiveCaseDesk::onCasesChanged);
    connect(&session, &DeskSession::operatorChanged, this, [this] {
        closeCase();
        onCasesChanged({});
    });
}

LiveCaseDesk::~LiveCaseDesk()
{
    m_life->desk = nullptr;
}

int LiveCaseDesk::requestPage(CaseFilter filter, const QString &search, const QByteArray &after, int limit)
{
    const int token = ++m_token;
    store::ListQuery query;
    query.filter = store::ListFilter(int(filter));
    query.search = search;
    query.after = after;
    query.limit = limit;
    query.draftsOf = m_session.draftsOf();
    query.today = m_session.clock().today();
    query.dueBefore = store::dueSoonUntil(query.today);
    // The asker must know the token before its answer comes, and a quick store answers at once.
    if (m_session.store())
        QMetaObject::invokeMethod(this, [life = m_life, token, query] { page(life, token, query); }, Qt::QueuedConnection);
    return token;
}

QCoro::Task<> LiveCaseDesk::page(LifePtr life, int token, store::ListQuery query)
{
    if (!life->desk || !life->desk->m_session.store())
        co_return;
    const auto answer = co_await life->desk->m_session.store()->listCases(query);
    if (!life->desk)
        co_return;
    if (!answer) {
        Q_EMIT life->desk->failed(token, answer.error());
        co_return;
    }
    CasePage found;
    for (const store::CaseListRow &row : answer->rows)
        found.rows.append(rowFrom(row));
    found.next = answer->next;
    found.total = answer->total;
    found.queryMicroseconds = answer->queryMicroseconds;
    found.shortSearch = shortSearch(answer->tooShort);
    Q_EMIT life->desk->pageReady(token, found);
}

void LiveCaseDesk::openCase(const domain::CaseId &id)
{
    if (m_open.whole.id != id)
        m_open = {};
    m_open.whole.id = id;
    if (m_session.store())
        open(m_life, id);
}

QCoro::Task<> LiveCaseDesk::open(LifePtr life, domain::CaseId id)
{
    const auto stored = co_await life->desk->m_session.store()->loadCase(id);
    if (!life->desk || life->desk->m_open.whole.id != id)
        co_return;
    if (!stored) {
        Q_EMIT life->desk->failed(noQuestion, stored.error());
        co_return;
    }
    const auto rows = co_await life->desk->m_session.store()->timeline(id);
    if (!life->desk || life->desk->m_open.whole.id != id)
        co_return;
    const auto names = co_await life->desk->m_session.store()->operatorNames();
    if (!life->desk || life->desk->m_open.whole.id != id)
        co_return;
    if (!rows || !names) {
        Q_EMIT life->desk->failed(noQuestion, rows ? names.error() : rows.error());
        co_return;
    }
    CaseDetail &detail = life->desk->m_open;
    const domain::Catalogue &catalogue = life->desk->m_session.catalogue();
    detail.whole = stored->current;
    detail.lifeEventName = detail.whole.lifeEventId.isEmpty() ? QString() : caseTitle(detail.whole, catalogue);
    detail.refused = stored->refused;
    detail.items = itemViews(detail.whole, catalogue, {}, life->desk->m_session.legalDay());
    const domain::CasePlan plan = planAsTyped(life->desk->m_session, *stored);
    detail.handIn = handInView(detail.whole, catalogue, plan, life->desk->m_session.actor());
    detail.files = materialFiles(detail.whole, plan);
    detail.mayWithdraw = mayWithdraw(life->desk->m_session, detail.whole);
    const QString &maker = detail.whole.openedBy.operatorId;
    const bool goesOn = mayGoOn(life->desk->m_session.actor(), *stored, *rows).has_value();
    detail.draftOf = goesOn ? QString() : names->value(maker, maker);
    for (CorrectionView &correction : detail.handIn.corrections) {
        correction.note = stored->scratch.value(noteKey(correction.partId));
        correction.missing = missingToAnswer(detail.whole, catalogue, plan, ownScratch(life->desk->m_session, *stored), correction.partId);
    }
    const OperatorView &who = life->desk->m_session.who();
    detail.timeline = timelineEntries(*rows, detail.whole, catalogue, {{who.id, who.name}});
    Q_EMIT life->desk->caseOpened(detail);
}

void LiveCaseDesk::closeCase()
{
    m_open = {};
}

void LiveCaseDesk::reveal(const QString &what)
{
    if (m_open.whole.id.isNull())
        return;
    revealNow(m_life, m_open.whole.id, what);
}

QCoro::Task<> LiveCaseDesk::revealNow(LifePtr life, domain::CaseId id, QString what)
{
    const QString asker = life->desk->m_session.actor().operatorId;
    const auto recorded = co_await life->desk->m_session.audit(u"reveal"_s, id, what);
    // The record names who asked: somebody else who opened the case meanwhile sees it masked.
    if (!life->desk || life->desk->m_open.whole.id != id || life->desk->m_session.actor().operatorId != asker)
        co_return;
    // What could not be put on record is not shown.
    if (!recorded) {
        Q_EMIT life->desk->failed(noQuestion, recorded.error());
        co_return;
    }
    life->desk->m_open.numberRevealed = true;
    Q_EMIT life->desk->caseOpened(life->desk->m_open);
}

void LiveCaseDesk::give(const domain::PartId &partId, qint64 baseRevision, domain::CommandBody body)
{
    if (m_open.whole.id.isNull() || !m_session.store())
        return;
    submit(m_life, m_session.makeCommand(m_open.whole.id, partId, baseRevision, std::move(body)),
           m_session.provisionalStamp());
}

void LiveCaseDesk::typeAnswer(const domain::PartId &partId, const QString &note)
{
    if (!m_open.whole.id.isNull() && m_session.store())
        keep(m_life, {m_open.whole.id, partId, note});
}

QCoro::Task<> LiveCaseDesk::keep(LifePtr life, Note typed)
{
    const auto kept = co_await life->desk->m_session.store()->saveScratch(typed.caseId, noteKey(typed.partId), typed.text);
    if (life->desk && !kept)
        Q_EMIT life->desk->failed(noQuestion, kept.error());
}

void LiveCaseDesk::answerCorrection(const domain::PartId &partId, const QString &note)
{
    const domain::CasePart *part = m_open.whole.part(partId);
    if (part && m_session.store())
        answer(m_life, m_open.whole.id, {partId, part->revision, note});
}

QCoro::Task<> LiveCaseDesk::answer(LifePtr life, domain::CaseId id, Answer given)
{
    const auto stored = co_await life->desk->m_session.store()->loadCase(id);
    if (!life->desk || !life->desk->m_session.store())
        co_return;
    const auto batch = answerBatch(life->desk->m_session, stored, given);
    if (!batch) {
        Q_EMIT life->desk->failed(noQuestion, batch.error());
        co_return;
    }
    const domain::Stamp stamp = life->desk->m_session.provisionalStamp();
    const auto answered = co_await life->desk->m_session.store()->submitAll(batch->commands, stamp);
    if (!life->desk)
        co_return;
    if (!answered) {
        Q_EMIT life->desk->failed(noQuestion, answered.error());
        co_return;
    }
    // After the commands: a crash between the two shows the text twice, never not at all.
    if (store::CaseStore *store = life->desk->m_session.store(); store && !stored->scratch.isEmpty())
        [[maybe_unused]] const auto dropped = store->dropScratch(id, carriedBy(carriedScratch(life->desk->m_session, *stored), given.partId));
    if (life->desk->m_open.whole.id == id)
        open(life, id);
}

domain::Result<EditBatch> LiveCaseDesk::answerBatch(const DeskSession &session, const domain::Result<store::StoredCase> &stored, const Answer &given)
{
    if (!stored)
        return tl::unexpected(stored.error());
    const domain::CasePart *part = stored->current.part(given.partId);
    if (!part || part->revision != given.seenRevision)
        return domain::failure(domain::FailureCode::CaseStaleRevision, u"the part changed since it was shown"_s, true);
    const domain::CasePlan plan = planAsTyped(session, *stored);
    const QList<domain::Missing> missing = missingToAnswer(stored->current, session.catalogue(), plan, ownScratch(session, *stored), given.partId);
    if (!missing.isEmpty())
        return domain::failure(domain::FailureCode::CaseMaterialsMissing, domain::describeMissing(missing));
    // The answer ends the time in which fields may be changed, so what was typed at the counter goes first.
    QList<domain::CommandBody> bodies = typedEdits(session, fittingScratch(plan, ownScratch(session, *stored), session.clock().today()));
    bodies.append(cmd::AnswerCorrection{given.note});
    return makeBatch(session, stored->current.id, stored->current, {}, {std::move(bodies), given.partId}, session.provisionalStamp());
}

void LiveCaseDesk::withdraw(const QString &reason)
{
    give({}, m_open.whole.revision, cmd::WithdrawCase{reason});
}

QCoro::Task<> LiveCaseDesk::submit(LifePtr life, domain::CaseCommand command, domain::Stamp stamp)
{
    const auto stored = co_await life->desk->m_session.store()->submit(command, stamp);
    if (!life->desk)
        co_return;
    if (!stored)
        Q_EMIT life->desk->failed(noQuestion, stored.error());
    else if (life->desk->m_open.whole.id == command.caseId)
        open(life, command.caseId);
}

QHash<CaseFilter, qint64> LiveCaseDesk::counters() const
{
    return m_counters;
}

void LiveCaseDesk::onCasesChanged(const QSet<QUuid> &cases)
{
    if (!m_session.store())
        return;
    count(m_life);
    Q_EMIT rowsChanged();
    if (!m_open.whole.id.isNull() && cases.contains(m_open.whole.id))
        open(m_life, m_open.whole.id);
}

QCoro::Task<> LiveCaseDesk::count(LifePtr life)
{
    const auto answer = co_await life->desk->m_session.store()->counters(life->desk->m_session.draftsOf());
    if (!life->desk)
        co_return;
    QHash<CaseFilter, qint64> counted;
    // What could not be counted has no number: the pages say why.
    for (auto it = answer ? answer->cbegin() : QHash<int, qint64>::const_iterator(); answer && it != answer->cend(); ++it)
        counted.insert(CaseFilter(it.key()), it.value());
    if (counted == life->desk->m_counters)
        co_return;
    life->desk->m_counters = counted;
    Q_EMIT life->desk->countersChanged();
}

} // namespace yichuang::desk
