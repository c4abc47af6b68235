// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "fakecounterdesk.h"

#include "scenecatalogue.h"

namespace yichuang::test {

using namespace domain;
using namespace Qt::StringLiterals;

FakeCounterDesk::FakeCounterDesk(QObject *parent)
    : CounterDesk(parent)
    , m_catalogue(sceneCatalogue())
{
}

void FakeCounterDesk::note(const QString &name, const QStringList &arguments)
{
    calls << (QStringList{name} + arguments).join(u' ');
}

void FakeCounterDesk::changed()
{
    PlanInput input;
    for (const desk::ItemView &item : std::as_const(v.items))
        input.items << m_catalogue.item(item.itemId, sceneDay());
    input.lifeEvent = v.openCase.lifeEventId.isEmpty() ? nullptr : m_catalogue.lifeEvent(v.openCase.lifeEventId, sceneDay());
    input.answers = v.openCase.answers;
    input.fields = v.openCase.fields;
    input.materials = v.openCase.materials;
    for (const desk::CertificateView &certificate : std::as_const(v.certificates))
        input.certificates << certificate.summary;
    input.applicant = v.openCase.applicant;
    input.agency = v.openCase.agency;
    input.date = sceneDay();
    v.plan = v.phase == desk::CounterPhase::Idle ? CasePlan{} : planMaterials(input);
    if (v.phase == desk::CounterPhase::Draft || v.phase == desk::CounterPhase::HandingIn) {
        v.edits.fields = v.phase == desk::CounterPhase::Draft || !v.handIn.corrections.isEmpty();
        v.edits.materials.clear();
        for (const PlannedMaterial &material : std::as_const(v.plan.materials))
            v.edits.materials.insert(material.key);
    } else {
        v.edits = {};
    }
    for (desk::CertificateView &certificate : v.certificates) {
        certificate.usable = certificate.summary.isUsableOn(sceneDay());
        certificate.usedByItems = 0;
        for (const PlannedMaterial &material : std::as_const(v.plan.materials))
            certificate.usedByItems += material.certificateIdentifier == certificate.summary.identifier ? int(material.uses.size()) : 0;
    }
    for (desk::ItemView &item : v.items) {
        item.missing = 0;
        item.deferred = 0;
        for (const PlannedMaterial &material : std::as_const(v.plan.materials)) {
            const bool used = std::any_of(material.uses.cbegin(), material.uses.cend(), [&item](const MaterialUse &use) { return use.itemId == item.itemId; });
            item.missing += used && material.status == MaterialStatus::Missing ? 1 : 0;
            item.deferred += used && material.status == MaterialStatus::Deferred ? 1 : 0;
        }
    }
    Q_EMIT viewChanged();
}

void FakeCounterDesk::playCardRead()
{
    v = {};
    v.phase = desk::CounterPhase::Draft;
    v.openCase.id = QUuid::createUuid();
    v.openCase.rulesDay = sceneDay();
    v.openCase.applicant = sceneApplicant();
    v.savedAt = QDateTime(sceneDay(), QTime(2, 31, 12), Qt::UTC);
    v.cardPresent = true;
    v.listing = desk::ListingState::Ready;
    v.lookedUpBy = UsePurpose::Consent::HolderPresent;
    v.readMs = 900;
    v.listMs = 300;
    for (const CertificateSummary &summary : sceneCertificates())
        v.certificates << desk::CertificateView{summary, 0, true, false};
    v.hints = {{{Hint::Kind::ExpiresSoon, u"id-licence"_s, u"机动车驾驶证"_s, 23, u"licence-renewal"_s, {}}, u"机动车驾驶证期满换证"_s, false},
               {{Hint::Kind::LifeEvent, u"id-birth"_s, u"出生医学证明"_s, 0, {}, u"newborn"_s}, u"新生儿出生“一件事”"_s, false},
               {{Hint::Kind::Missing, u"id-birth"_s, u"出生医学证明"_s, 0, u"vaccination"_s, {}, u"vaccination-record"_s, u"李*"_s}, u"预防接种证办理"_s, false, u"预防接种证"_s, u"卫生健康委"_s}};
    v.timeline = {{QDateTime(sceneDay(), QTime(2, 30), Qt::UTC), u"open-case"_s, {}, {}, {}, u"王某某"_s, {}, true, {}},
                  {QDateTime(sceneDay(), QTime(2, 30, 2), Qt::UTC), u"set-applicant"_s, {}, {}, {}, u"王某某"_s, {}, true, {}}};
    changed();
}

void FakeCounterDesk::playNewborn()
{
    playCardRead();
    chooseLifeEvent(u"newborn"_s);
    v.openCase.answers = {{u"newborn/married"_s, {u"yes"_s}}, {u"newborn/extra"_s, {u"sms"_s}}};
    v.openCase.fields = {{u"child-name"_s, {u"李小示例"_s, FieldSource::Operator, {}, QDateTime::currentDateTimeUtc(), u"clerk"_s}},
                         {u"child-birth"_s, {u"2026-11-02"_s, FieldSource::Operator, {}, {}, u"clerk"_s}},
                         {u"bank"_s, {u"a"_s, FieldSource::Operator, {}, {}, u"clerk"_s}}};
    v.openCase.materials.insert(u"name-statement"_s, MaterialState{MaterialWay::SelfMade, TrustLevel::D, {}, {}, 0, 0, {}, {}, {}, u"clerk"_s});
    v.hints[1].taken = true;
    v.hints[2].taken = true;
    calls.clear();
    changed();
}

void FakeCounterDesk::playReceived(bool official)
{
    v.phase = desk::CounterPhase::Received;
    v.openCase.stage = official ? CaseStage::InProgress : CaseStage::Received;
    v.openCase.provisionalReceipt = u"收99010020261123-0007"_s;
    v.openCase.number = official ? u"990100202611230004512"_s : QString();
    int place = 0;
    for (desk::ItemView &item : v.items) {
        ++place;
        item.state = official ? PartState::Accepted : PartState::Received;
        item.number = official ? u"990100202611230004512-0%1"_s.arg(place) : QString();
    }
    v.timeline << desk::TimelineEntry{QDateTime::currentDateTimeUtc(), u"receive-materials"_s, {}, {}, {}, u"王某某"_s, {}, !official, {}};
    if (official)
        v.timeline << desk::TimelineEntry{QDateTime::currentDateTimeUtc(), u"accept-part"_s, v.items.first().partId, v.items.first().departmentName, v.items.first().name, u"系统"_s, {}, false, {}};
    changed();
}

void FakeCounterDesk::playFile(desk::FileState state, const std::optional<Error> &error)
{
    v.file.state = state;
    v.file.error = error;
    v.file.fetchedAt = QDateTime(sceneDay(), QTime(2, 32), Qt::UTC);
    v.file.usableUntil = v.file.fetchedAt.addDays(1);
    v.file.sheets.clear();
    if (state == desk::FileState::Ready || state == desk::FileState::Kept)
        v.file.sheets << document::Sheet{595, 842,
                                         {{u"结婚证"_s, 20, 0, {1, 0, 0, 1, 72, 760}},
                                          {u"持证人：李示例"_s, 11, 0, {1, 0, 0, 1, 72, 700}},
                                          {u"仅供：新生儿出生“一件事”"_s, 16, 0.75, {0.866, 0.5, -0.5, 0.866, 120, 260}}}};
    changed();
}

void FakeCounterDesk::playHandingIn()
{
    playNewborn();
    playReceived(true);
    v.phase = desk::CounterPhase::HandingIn;
    desk::ItemView &item = v.items.first();
    item.state = PartState::CorrectionAsked;
    v.handIn.corrections = {{item.partId, item.name, item.departmentName, {u"出生证明复印件不清晰"_s, u"联系电话请核对"_s}, sceneDay().addDays(14)}};
    changed();
}

void FakeCounterDesk::playReturned()
{
    desk::ReturnedView returned;
    returned.receipt = u"SJ20261127-1-ABCDEF"_s;
    returned.error = {domain::FailureCode::CaseMaterialsMissing, {}, false};
    returned.missing = {{domain::Missing::Kind::Material, u"id-card"_s, u"居民身份证"_s, {}}, {domain::Missing::Kind::Field, u"phone"_s, u"联系电话"_s, {}}};
    returned.unusable = {u"id-card"_s};
    v.returned = returned;
    changed();
}

QList<desk::ItemHit> FakeCounterDesk::search(const QString &text, const QString &category) const
{
    QList<desk::ItemHit> hits;
    const auto matchedBy = [&text](const QString &name, const QStringList &synonyms) -> std::optional<QString> {
        if (text.isEmpty() || name.contains(text))
            return QString();
        for (const QString &synonym : synonyms) {
            if (synonym.contains(text))
                return synonym;
        }
        return std::nullopt;
    };
    for (const LifeEvent *event : m_catalogue.lifeEventsOn(sceneDay())) {
        if (const auto matched = matchedBy(event->name, event->synonyms); matched && category.isEmpty())
            hits << desk::ItemHit{event->id, true, event->name, m_catalogue.department(event->leadDepartmentId)->name, *matched, event->promised, CaseKind::Promised};
    }
    const QList<const ServiceItem *> items = m_catalogue.itemsOn(sceneDay()) + m_catalogue.suspendedOn(sceneDay());
    for (const ServiceItem *item : items) {
        const auto matched = matchedBy(item->name, item->synonyms);
        if (!matched || (!category.isEmpty() && item->category != category))
            continue;
        hits << desk::ItemHit{item->id, false, item->name, m_catalogue.department(item->departmentId)->name, *matched, item->promised, item->kind};
        if (item->state == ItemState::Suspended)
            hits.last().suspension = desk::Suspension{item->effectiveFrom, item->effectiveTo, item->stateNote};
    }
    return hits;
}

void FakeCounterDesk::addPart(const QString &itemId, const QStringList &waitsFor)
{
    const ServiceItem *item = m_catalogue.item(itemId, sceneDay());
    desk::ItemView part;
    part.partId = QUuid::createUuid();
    part.itemId = itemId;
    part.name = item->name;
    part.departmentId = item->departmentId;
    part.departmentName = m_catalogue.department(item->departmentId)->name;
    part.kind = item->kind;
    part.promised = item->promised;
    part.waitsFor = waitsFor;
    part.expectedDue = waitsFor.isEmpty() ? sceneDay().addDays(3) : QDate();
    v.items << part;
}

} // namespace yichuang::test
