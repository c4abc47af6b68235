// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counterstate.h"

#include <QCoroFuture>
#include <domain/caserules.h>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>
#include <algorithm>

namespace yichuang::desk {

using namespace Qt::StringLiterals;
using domain::FailureCode;
using domain::MaterialWay;
namespace cmd = domain::command;

namespace {

constexpr qint64 maxAttachment = 8 << 20; // bytes; the exchange takes no more in one piece

domain::Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::failure(FailureCode::AttachmentUnreadable, u"the file cannot be opened"_s);
    if (file.size() > maxAttachment)
        return domain::failure(FailureCode::AttachmentTooLarge, u"%1 bytes"_s.arg(file.size()));
    QByteArray content = file.read(maxAttachment + 1);
    if (content.isEmpty())
        return domain::failure(FailureCode::AttachmentUnreadable, u"the file is empty"_s);
    if (content.size() > maxAttachment)
        return domain::failure(FailureCode::AttachmentTooLarge, u"it grew while it was read"_s);
    return content;
}

domain::TrustLevel trustOf(MaterialWay way)
{
    switch (way) {
    case MaterialWay::Certificate: return domain::TrustLevel::A;
    case MaterialWay::OriginalSeen:
    case MaterialWay::FileAttached: return domain::TrustLevel::B;
    case MaterialWay::SelfMade:
    case MaterialWay::Promise:
    case MaterialWay::Deferred: return domain::TrustLevel::D;
    }
    return domain::TrustLevel::D;
}

const domain::PlannedField *plannedField(const CounterView &view, const QString &fieldId)
{
    const auto found = std::find_if(view.plan.fields.begin(), view.plan.fields.end(),
                                    [&](const domain::PlannedField &field) { return field.field.id == fieldId; });
    return found == view.plan.fields.end() ? nullptr : &*found;
}

} // namespace

void LiveCounterDesk::typeField(const QString &fieldId, const QString &text)
{
    State &state = *m_state;
    if (!state.isDraft() || !m_session.store())
        return;
    state.scratch.insert(fieldId, text);
    state.view.hasUnsavedScratch = true;
    [[maybe_unused]] const auto kept = m_session.store()->saveScratch(state.view.openCase.id, fieldId, text);
}

void LiveCounterDesk::leaveField(const QString &fieldId, const QString &text)
{
    State &state = *m_state;
    if (!state.isDraft() || !m_session.store())
        return;
    const bool typed = state.scratch.remove(fieldId) > 0;
    const domain::PlannedField *field = plannedField(state.view, fieldId);
    const domain::FieldValue before = state.view.openCase.fields.value(fieldId);
    const bool sameAsCase = state.view.openCase.fields.contains(fieldId) && before.value == text;
    const bool sameAsPrefill = !typed && field && field->prefilled && field->value.value == text;
    const bool nothing = !state.view.openCase.fields.contains(fieldId) && text.isEmpty() && !typed;
    if (!sameAsCase && !sameAsPrefill && !nothing) {
        domain::FieldValue value;
        value.value = text;
        value.source = domain::FieldSource::Operator;
        value.changedAt = m_session.clock().now();
        value.changedBy = m_session.actor().operatorId;
        giveOne(cmd::SetField{fieldId, value});
    } else {
        rebuild();
    }
    // After the command: a crash between the two shows the text twice, never not at all.
    if (typed)
        [[maybe_unused]] const auto cleared = m_session.store()->saveScratch(state.view.openCase.id, fieldId, {});
}

QList<domain::CommandBody> LiveCounterDesk::scratchCommands() const
{
    QList<domain::CommandBody> bodies;
    for (auto it = m_state->scratch.cbegin(); it != m_state->scratch.cend(); ++it) {
        domain::FieldValue value;
        value.value = it.value();
        value.source = domain::FieldSource::Operator;
        value.changedAt = m_session.clock().now();
        value.changedBy = m_session.actor().operatorId;
        bodies.append(cmd::SetField{it.key(), value});
    }
    return bodies;
}

void LiveCounterDesk::saveNow()
{
    if (!m_state->isDraft() || m_state->scratch.isEmpty())
        return;
    const QList<domain::CommandBody> bodies = scratchCommands();
    m_state->scratch.clear();
    if (give(bodies, true))
        [[maybe_unused]] const auto cleared = m_session.store()->clearScratch(m_state->view.openCase.id);
}

void LiveCounterDesk::satisfyMaterial(const QString &key, MaterialWay way, const QString &note, QDate due)
{
    if (!m_state->isDraft())
        return;
    domain::MaterialState material;
    material.way = way;
    material.trust = trustOf(way);
    material.note = note;
    material.due = due;
    material.originals = way == MaterialWay::OriginalSeen ? 1 : 0;
    material.at = m_session.clock().now();
    material.by = m_session.actor().operatorId;
    giveOne(cmd::SetMaterial{key, material});
}

void LiveCounterDesk::useCertificate(const QString &materialKey, const QString &identifier)
{
    if (!m_state->isDraft())
        return;
    domain::MaterialState material;
    material.certificateIdentifier = identifier;
    material.at = m_session.clock().now();
    material.by = m_session.actor().operatorId;
    if (giveOne(cmd::SetMaterial{materialKey, material}))
        pullWanted();
}

void LiveCounterDesk::clearMaterial(const QString &key)
{
    if (m_state->isDraft() && m_state->view.openCase.materials.contains(key))
        giveOne(cmd::SetMaterial{key, std::nullopt});
}

void LiveCounterDesk::attachFile(const QString &key, const QString &path)
{
    if (!m_state->view.openCase.id.isNull() && m_session.store())
        attach(m_state, key, path);
}

QCoro::Task<> LiveCounterDesk::attach(StatePtr state, QString key, QString path)
{
    const auto content = co_await QtConcurrent::run(readFile, path);
    if (!state->isCurrent())
        co_return;
    if (!content) {
        state->desk->fail(content.error());
        co_return;
    }
    const domain::CaseId id = state->view.openCase.id;
    const QString name = QFileInfo(path).fileName();
    auto saved = co_await state->session->store()->saveAttachment(id, name, *content);
    if (!state->isCurrent())
        co_return;
    if (!saved) {
        state->desk->fail(saved.error());
        co_return;
    }
    saved->at = state->session->clock().now();
    saved->by = state->session->actor().operatorId;
    state->desk->giveOne(cmd::SetMaterial{key, *saved});
}

QList<domain::CommandBody> LiveCounterDesk::closingCommands() const
{
    const CounterView &view = m_state->view;
    QList<domain::CommandBody> bodies = scratchCommands();
    const QDateTime now = m_session.clock().now();
    const QString who = m_session.actor().operatorId;
    for (const domain::PlannedField &field : view.plan.fields) {
        if (!field.prefilled || field.value.value.isEmpty())
            continue;
        domain::FieldValue value = field.value;
        value.changedAt = now;
        value.changedBy = who;
        bodies.append(cmd::SetField{field.field.id, value});
    }
    for (const domain::PlannedMaterial &material : view.plan.materials) {
        const bool proposed = material.status == domain::MaterialStatus::FromCertificate
            && !material.certificateIdentifier.isEmpty() && !view.openCase.materials.contains(material.key);
        if (!proposed)
            continue;
        domain::MaterialState state;
        state.certificateIdentifier = material.certificateIdentifier;
        state.trust = material.trust;
        state.at = now;
        state.by = who;
        bodies.append(cmd::SetMaterial{material.key, state});
    }
    return bodies;
}

void LiveCounterDesk::receive()
{
    State &state = *m_state;
    if (!state.isDraft() || state.view.phase == CounterPhase::Receiving || !m_session.store())
        return;
    rebuild();
    if (!state.view.plan.missing.isEmpty())
        return fail({FailureCode::CaseMaterialsMissing, u"%1 open"_s.arg(state.view.plan.missing.size()), false});
    if (const auto parts = domain::checkParts(m_session.catalogue(), state.view.openCase); !parts)
        return fail(parts.error());
    QList<domain::CommandBody> bodies = closingCommands();
    const QString window = m_session.actor().windowId;
    const QString tail = state.view.openCase.id.toString(QUuid::Id128).right(6).toUpper();
    const QString receipt = u"SJ%1-%2-%3"_s.arg(m_session.clock().today().toString(u"yyyyMMdd"_s),
                                                window.isEmpty() ? u"0"_s : window, tail);
    bodies.append(cmd::ReceiveMaterials{receipt, true});
    const domain::Stamp stamp = m_session.provisionalStamp();
    const auto batch = makeBatch(m_session, state.view.openCase.id, state.view.openCase, state.edits, std::move(bodies), stamp);
    if (!batch)
        return fail(batch.error());
    state.view.phase = CounterPhase::Receiving;
    state.view.error.reset();
    ++state.storing;
    receiveNow(m_state, *batch, stamp);
    announce();
}

QCoro::Task<> LiveCounterDesk::receiveNow(StatePtr state, EditBatch batch, domain::Stamp stamp)
{
    const domain::CaseId id = batch.after.id;
    const auto stored = co_await state->session->store()->submitAll(batch.commands, stamp, batch.places);
    --state->storing;
    if (!state->isCurrent())
        co_return;
    if (!stored) {
        state->view.phase = CounterPhase::Draft;
        state->desk->fail(stored.error());
        co_return;
    }
    state->scratch.clear();
    state->undo.clear();
    state->redo.clear();
    state->view.openCase = stored->current;
    state->view.savedAt = stored->savedAt;
    state->view.phase = CounterPhase::Received;
    [[maybe_unused]] const auto cleared = state->session->store()->clearScratch(id);
    if (sync::SyncEngine *engine = state->session->engine())
        engine->wake();
    const auto rows = co_await state->session->store()->timeline(id);
    if (!state->isCurrent())
        co_return;
    if (rows)
        state->timeline = *rows;
    state->desk->rebuild();
    Q_EMIT state->desk->caseReceived(id, stored->current.provisionalReceipt);
}

void LiveCounterDesk::discardDraft(const QString &reason)
{
    if (m_state->isDraft() && giveOne(cmd::DiscardDraft{reason}, false))
        reset();
}

void LiveCounterDesk::replay(QList<QList<domain::CommandBody>> &from, QList<QList<domain::CommandBody>> &to)
{
    if (from.isEmpty() || !m_state->isDraft())
        return;
    QList<domain::CommandBody> back;
    if (!give(from.takeLast(), false, &back))
        return;
    if (!back.isEmpty())
        to.append(back);
    rebuild();
}

void LiveCounterDesk::undo()
{
    replay(m_state->undo, m_state->redo);
}

void LiveCounterDesk::redo()
{
    replay(m_state->redo, m_state->undo);
}

} // namespace yichuang::desk
