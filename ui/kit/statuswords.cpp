// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/words.h"

#include <domain/uuid7.h>

#include <QTimeZone>

namespace yichuang::ui {

using namespace Qt::StringLiterals;
using namespace domain;

TagText Words::certificate(const CertificateSummary &certificate, QDate day, int noticeDays)
{
    switch (certificate.status) {
    case CertificateStatus::Suspended: return {Tone::Warn, tr("Suspended"), Mark::Warning};
    case CertificateStatus::Rescinded: return {Tone::Bad, tr("Rescinded"), Mark::Cross};
    case CertificateStatus::Cancelled: return {Tone::Bad, tr("Cancelled"), Mark::Cross};
    case CertificateStatus::Lapsed: return {Tone::Bad, tr("Lapsed"), Mark::Cross};
    case CertificateStatus::TransferredOut: return {Tone::Bad, tr("Moved away"), Mark::Cross};
    case CertificateStatus::Revoked: return {Tone::Bad, tr("Revoked"), Mark::Cross};
    case CertificateStatus::Other: return {Tone::Warn, tr("Unclear"), Mark::Warning};
    case CertificateStatus::Valid: break;
    }
    const auto left = certificate.daysLeft(day);
    if (left && *left < 0)
        return {Tone::Bad, tr("Expired"), Mark::Cross};
    if (left && *left <= noticeDays)
        return {Tone::Warn, tr("Expires in %n day(s)", nullptr, int(*left)), Mark::Warning};
    return {Tone::Ok, tr("Valid"), Mark::Tick};
}

TagText Words::material(const PlannedMaterial &material)
{
    switch (material.status) {
    case MaterialStatus::FromCertificate: return {Tone::Ok, tr("From certificate"), Mark::Tick};
    case MaterialStatus::OriginalSeen: return {Tone::Accent, tr("Original seen"), Mark::Tick};
    case MaterialStatus::Attached: return {Tone::Accent, tr("File attached"), Mark::Tick};
    case MaterialStatus::SelfMade: return {Tone::Accent, tr("Statement"), Mark::Tick};
    case MaterialStatus::Promised: return {Tone::Warn, tr("Promised"), Mark::Clock};
    case MaterialStatus::Deferred: return {Tone::Warn, tr("Follows later"), Mark::Clock};
    case MaterialStatus::NotNeeded:
        if (!material.produces.isEmpty())
            return {Tone::Ok, tr("Made by this case"), Mark::Tick};
        //: a material that may be left out and was
        return {Tone::Mute, tr("Optional, left out"), Mark::None};
    case MaterialStatus::Missing: break;
    }
    return {Tone::Bad, tr("Missing"), Mark::Cross};
}

TagText Words::part(PartState state)
{
    switch (state) {
    case PartState::Received: return {Tone::Accent, tr("Received"), Mark::None};
    case PartState::Accepted: return {Tone::Ok, tr("Accepted"), Mark::Tick};
    case PartState::InReview: return {Tone::Accent, tr("In review"), Mark::Clock};
    case PartState::CorrectionAsked: return {Tone::Warn, tr("Correction asked"), Mark::Warning};
    case PartState::Paused: return {Tone::Warn, tr("Paused"), Mark::Clock};
    case PartState::Approved: return {Tone::Ok, tr("Approved"), Mark::Tick};
    case PartState::Refused: return {Tone::Bad, tr("Refused"), Mark::Cross};
    case PartState::NotAccepted: return {Tone::Bad, tr("Not accepted"), Mark::Cross};
    case PartState::Withdrawn: return {Tone::Mute, tr("Withdrawn"), Mark::None};
    case PartState::Finished: return {Tone::Ok, tr("Finished"), Mark::Tick};
    case PartState::Draft: break;
    }
    return {Tone::Mute, tr("Draft"), Mark::None};
}

TagText Words::item(const desk::ItemView &item)
{
    if (item.state == PartState::Received && item.departmentAccepts)
        //: materials are received; the department has not yet said whether it accepts (待受理)
        return {Tone::Warn, tr("Awaiting acceptance"), Mark::Clock};
    return part(item.state);
}

TagText Words::stage(CaseStage stage)
{
    switch (stage) {
    case CaseStage::Received: return {Tone::Accent, tr("Received"), Mark::None};
    case CaseStage::InProgress: return {Tone::Accent, tr("In progress"), Mark::Clock};
    // Over is not granted: how each item ended stands with the item.
    case CaseStage::Finished: return {Tone::Mute, tr("Finished"), Mark::Tick};
    case CaseStage::Withdrawn: return {Tone::Mute, tr("Withdrawn"), Mark::None};
    case CaseStage::Discarded: return {Tone::Mute, tr("Discarded"), Mark::None};
    case CaseStage::Draft: break;
    }
    return {Tone::Mute, tr("Draft"), Mark::None};
}

TagText Words::refusedCase()
{
    //: tag of a case: the exchange refused its last step (退回)
    return {Tone::Bad, tr("Returned"), Mark::Cross};
}

TagText Words::outbox(const desk::OutboxRow &row)
{
    switch (row.state) {
    case desk::OutboxRow::State::Sending: return {Tone::Accent, tr("Sending"), Mark::Clock};
    case desk::OutboxRow::State::Confirmed: return {Tone::Ok, tr("Confirmed"), Mark::Tick};
    case desk::OutboxRow::State::Refused: return {Tone::Bad, tr("Refused"), Mark::Cross};
    case desk::OutboxRow::State::Waiting: break;
    }
    if (row.lastError)
        return {Tone::Warn, tr("Waiting, last try failed"), Mark::Warning};
    return {Tone::Warn, tr("Waiting"), Mark::Clock};
}

TagText Words::due(QDate due, QDate today, bool provisional)
{
    if (!due.isValid())
        return {};
    const int left = int(today.daysTo(due));
    if (left < 0)
        return {Tone::Bad, tr("%n day(s) overdue", nullptr, -left), Mark::Cross};
    if (left == 0)
        return {Tone::Warn, tr("Due today"), Mark::Warning};
    //: the due day is provisional: the holidays of its year are not published yet
    const QString text = provisional ? tr("about %n day(s) left", nullptr, left) : tr("%n day(s) left", nullptr, left);
    return {left <= 2 ? Tone::Warn : Tone::Ok, text, left <= 2 ? Mark::Warning : Mark::None};
}

QString Words::dueDay(QDate due, QDate today, bool provisional)
{
    const QString day = due.year() == today.year() ? due.toString(u"MM-dd"_s) : dayText(due);
    return provisional ? tr("%1 (provisional)").arg(day) : day;
}

QString Words::tooLong(qsizetype length, qsizetype most)
{
    //: under a text field: %1 the most characters it may hold, %2 how many stand there
    return length > most ? tr("At most %1 characters; these are %2.").arg(most).arg(length) : QString();
}

QString clockTime(const QDateTime &at)
{
    return at.isValid() ? domain::inLegalTime(at).toString(u"HH:mm:ss"_s) : QString();
}

QString shortTime(const QDateTime &at)
{
    return at.isValid() ? domain::inLegalTime(at).toString(u"MM-dd HH:mm"_s) : QString();
}

QString dayText(QDate day)
{
    return day.toString(u"yyyy-MM-dd"_s);
}

QString dottedDay(QDate day)
{
    return day.toString(u"yyyy.MM.dd"_s);
}

QDate hallToday()
{
    return domain::inLegalTime(QDateTime::currentDateTimeUtc()).date();
}

} // namespace yichuang::ui
