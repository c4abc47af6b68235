// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "kit/words.h"

#include "kit/countrytable.h"
#include "kit/failurehelp.h"

#include <QLocale>
#include <algorithm>
#include <domain/identifiers.h>
#include <domain/masking.h>

namespace yichuang::ui {

using namespace Qt::StringLiterals;
using namespace domain;

QString Words::phoneProblem(const QString &typed, const QString &known)
{
    const QString text = typed.trimmed();
    const auto phone = parsePhone(text);
    return phone || text.isEmpty() || text == maskPhone(known) ? QString() : FailureHelp::wordsFor(phone.error()).cause;
}

QString Words::sex(Sex sex)
{
    switch (sex) {
    case Sex::Male: return tr("Male");
    case Sex::Female: return tr("Female");
    case Sex::NotStated: return tr("Sex not stated");
    case Sex::Unknown: break;
    }
    return tr("Sex unknown");
}

QString Words::cardKind(CardKind kind)
{
    switch (kind) {
    case CardKind::HkMoTwPermit: return tr("HK/Macao/Taiwan permit");
    case CardKind::Foreigner2017: return tr("Foreigner's card (2017)");
    case CardKind::Foreigner2023: return tr("Foreigner's card (2023)");
    case CardKind::Citizen: break;
    }
    return tr("Resident identity card");
}

QString Words::role(Role role)
{
    switch (role) {
    case Role::Reviewer: return tr("Reviewer");
    case Role::Supervisor: return tr("Supervisor");
    case Role::Auditor: return tr("Auditor");
    case Role::Administrator: return tr("Administrator");
    case Role::System: return tr("System");
    case Role::Clerk: break;
    }
    return tr("Window clerk");
}

QString Words::relation(Relation relation)
{
    switch (relation) {
    case Relation::Spouse: return tr("Spouse");
    case Relation::Child: return tr("Child");
    case Relation::Parent: return tr("Parent");
    case Relation::Deceased: return tr("Deceased");
    case Relation::Household: return tr("Household");
    case Relation::Organisation: return tr("Organisation");
    case Relation::Self: break;
    }
    return tr("Own");
}

QString Words::capacity(domain::AgentCapacity capacity)
{
    switch (capacity) {
    case domain::AgentCapacity::EntrustedAgent: return tr("Entrusted agent");
    case domain::AgentCapacity::Guardian: return tr("Guardian");
    case domain::AgentCapacity::LegalRepresentative: return tr("Legal representative");
    }
    return {};
}

QString Words::holder(MaterialHolder holder)
{
    switch (holder) {
    case MaterialHolder::Spouse: return tr("Spouse");
    case MaterialHolder::Child: return tr("Child");
    case MaterialHolder::Parent: return tr("Parent");
    case MaterialHolder::Deceased: return tr("Deceased");
    case MaterialHolder::Household: return tr("Household");
    case MaterialHolder::Agent: return tr("Agent");
    case MaterialHolder::Applicant: break;
    }
    return tr("Applicant");
}

QString Words::trust(TrustLevel level)
{
    switch (level) {
    case TrustLevel::A: return tr("Trust level A");
    case TrustLevel::B: return tr("Trust level B");
    case TrustLevel::C: return tr("Trust level C");
    case TrustLevel::D: break;
    }
    return tr("Trust level D");
}

QString Words::limit(TimeLimit limit, CaseKind kind)
{
    if (kind == CaseKind::Immediate || limit.value == 0)
        return tr("At once");
    switch (limit.unit) {
    case LimitUnit::NaturalDay: return tr("%n calendar day(s)", nullptr, limit.value);
    case LimitUnit::Month: return tr("%n month(s)", nullptr, limit.value);
    case LimitUnit::Year: return tr("%n year(s)", nullptr, limit.value);
    case LimitUnit::WorkingDay: break;
    }
    return tr("%n working day(s)", nullptr, limit.value);
}

QString Words::suspension(const desk::Suspension &suspension)
{
    const QString time = suspension.until ? tr("suspended from %1 to %2").arg(dayText(suspension.since), dayText(*suspension.until))
                                          : tr("suspended since %1").arg(dayText(suspension.since));
    //: %1 since when an item is suspended, %2 why
    return suspension.reason.isEmpty() ? time : tr("%1: %2").arg(time, suspension.reason);
}

QString Words::way(MaterialWay way)
{
    switch (way) {
    case MaterialWay::Certificate: return tr("From certificate");
    case MaterialWay::OriginalSeen: return tr("Original seen");
    case MaterialWay::FileAttached: return tr("Attach files…");
    case MaterialWay::SelfMade: return tr("Statement by applicant");
    case MaterialWay::Promise: return tr("Promise");
    case MaterialWay::Deferred: break;
    }
    return tr("Follows later");
}

QString Words::necessity(Necessity necessity)
{
    switch (necessity) {
    case Necessity::Optional: return tr("Optional");
    case Necessity::Deferrable: return tr("May follow later");
    case Necessity::Required: break;
    }
    return tr("Required");
}

QString Words::source(FieldSource source)
{
    switch (source) {
    case FieldSource::Card: return tr("Read from ID card");
    case FieldSource::Certificate: return tr("From certificate", "source of a form field");
    case FieldSource::Answer: return tr("From answer");
    case FieldSource::Operator: return tr("Typed");
    case FieldSource::EarlierCase: return tr("From earlier case");
    case FieldSource::None: return tr("Preset", "source of a form field");
    }
    return {};
}

QString Words::command(const QString &name)
{
    static const struct {
        const char *name;
        const char *text;
    } table[] = {
        {"open-case", QT_TR_NOOP("Case opened")}, {"set-applicant", QT_TR_NOOP("Applicant set")},
        {"set-agency", QT_TR_NOOP("Agent changed")}, {"add-item", QT_TR_NOOP("Item added")},
        {"remove-item", QT_TR_NOOP("Item removed")}, {"choose-life-event", QT_TR_NOOP("Life event chosen")},
        {"answer-situation", QT_TR_NOOP("Situation answered")}, {"set-field", QT_TR_NOOP("Form field changed")},
        {"set-material", QT_TR_NOOP("Material changed")}, {"receive-materials", QT_TR_NOOP("Materials received")},
        {"discard-draft", QT_TR_NOOP("Draft discarded")}, {"withdraw-case", QT_TR_NOOP("Case withdrawn")},
        {"accept-part", QT_TR_NOOP("Accepted")}, {"reject-part", QT_TR_NOOP("Not accepted")},
        {"take-part", QT_TR_NOOP("Review started")}, {"ask-correction", QT_TR_NOOP("Correction asked")},
        {"answer-correction", QT_TR_NOOP("Correction answered")}, {"pause-part", QT_TR_NOOP("Clock paused")},
        {"resume-part", QT_TR_NOOP("Clock resumed")}, {"approve-part", QT_TR_NOOP("Approved")},
        {"refuse-part", QT_TR_NOOP("Refused")}, {"finish-part", QT_TR_NOOP("Finished")}};
    for (const auto &row : table) {
        if (name == QLatin1StringView(row.name))
            return tr(row.text);
    }
    return tr("Other change");
}

QString Words::event(const desk::TimelineEntry &entry)
{
    //: nobody answered within the legal limit, so the part counts as accepted from the day of receipt (逾期视为受理)
    return entry.deemed ? tr("Counts as accepted: no answer in time") : command(entry.commandName);
}

QString Words::country(const QString &code)
{
    const QByteArray wanted = code.toUpper().toLatin1();
    const Country *end = countries + countryCount;
    const Country *found = std::lower_bound(countries, end, wanted, [](const Country &one, const QByteArray &key) { return key > one.code; });
    if (found == end || wanted != found->code)
        return code;
    return QString::fromUtf8(QLocale().language() == QLocale::Chinese ? found->chinese : found->english);
}

QString Words::listed(const QStringList &words)
{
    //: between the names or words of a list
    return words.join(tr(", "));
}

QString Words::onOneLine(const QString &lines)
{
    //: between the points that a department wrote one below the other
    return QString(lines).replace(u'\n', tr("; "));
}

static QString namesOf(const QStringList &files)
{
    constexpr int mostNamed = 6;
    const QString named = Words::listed(files.mid(0, mostNamed));
    const int more = int(files.size()) - mostNamed;
    //: %1 names of files
    return more > 0 ? Words::tr("%1 and %n more", nullptr, more).arg(named) : named;
}

QString Words::refusedFiles(const QList<desk::FileRefusal> &refused)
{
    QStringList causes;
    QHash<QString, QStringList> files;
    for (const desk::FileRefusal &one : refused) {
        const QString cause = FailureHelp::wordsFor(one.error).cause;
        if (!causes.contains(cause))
            causes << cause;
        files[cause] << one.fileName;
    }
    QStringList lines;
    for (const QString &cause : std::as_const(causes)) {
        const QString names = namesOf(files.value(cause));
        //: %1 names of files
        lines << (lines.isEmpty() ? tr("Not attached: %1").arg(names)
                                  //: %1 names of files, %2 why they were not attached
                                  : tr("%1: %2").arg(names, cause));
    }
    return lines.join(u'\n');
}

QString Words::legalBasis(const QString &text)
{
    return text.isEmpty() ? QString() : tr("Legal basis: %1").arg(text);
}

QString Words::filter(desk::CaseFilter filter)
{
    switch (filter) {
    case desk::CaseFilter::Drafts: return tr("Drafts");
    case desk::CaseFilter::Waiting: return tr("Waiting to be sent");
    case desk::CaseFilter::InProgress: return tr("In progress");
    case desk::CaseFilter::Corrections: return tr("Correction asked");
    case desk::CaseFilter::DueSoon: return tr("Due soon");
    //: cases of which the exchange refused the last step (退回)
    case desk::CaseFilter::Refused: return tr("Returned");
    case desk::CaseFilter::Ended: return tr("Ended");
    case desk::CaseFilter::All: break;
    }
    return tr("All cases");
}

} // namespace yichuang::ui
