// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/guideview.h"

#include "counter/guidewords.h"
#include "kit/html.h"
#include "kit/tokens.h"
#include "kit/words.h"

namespace yichuang::ui {

using namespace Qt::StringLiterals;

GuideView::GuideView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    document()->setDefaultStyleSheet(htmlStyle());
    // In line with the title above it, which has the cells' own padding less.
    document()->setDocumentMargin(token::gapPage);
}

QString GuideView::basics(const domain::Catalogue &catalogue, const domain::ServiceItem &item)
{
    const domain::Department *department = catalogue.department(item.departmentId);
    const desk::Suspension suspension{item.effectiveFrom, item.effectiveTo, item.stateNote};
    const bool suspended = item.state == domain::ItemState::Suspended;
    return htmlTable((suspended ? htmlRow(GuideWords::state(item.state), Words::suspension(suspension)) : QString())
                     + htmlRow(tr("Department"), department ? department->name : item.departmentId)
                     + htmlRow(tr("Accepted by"), item.guide.acceptingUnit) + htmlRow(tr("For whom"), GuideWords::serves(item.serves))
                     + htmlRow(tr("Conditions"), item.guide.conditions) + htmlRow(tr("Also called"), Words::listed(item.synonyms)));
}

QString GuideView::limits(const domain::ServiceItem &item)
{
    QString rows = htmlRow(tr("Kind"), item.kind == domain::CaseKind::Immediate ? tr("Finished at the counter") : tr("With a promised date"))
        + htmlRow(tr("Acceptance"), GuideWords::acceptance(item.acceptance))
        + htmlRow(tr("Promised limit"), Words::limit(item.promised, item.kind))
        + htmlRow(tr("Statutory limit"), Words::limit(item.statutory, domain::CaseKind::Promised))
        + htmlRow(tr("Note on the limit"), item.guide.limitNote);
    if (item.specialProcedures.isEmpty())
        rows += htmlRow(tr("Special procedure"), tr("None", "no special procedure"));
    for (const domain::SpecialProcedure &procedure : item.specialProcedures) {
        const QString limit = Words::limit(procedure.limit, domain::CaseKind::Promised);
        rows += htmlRow(tr("Special procedure"),
                        tr("%1, %2, not counted in the limit: %3").arg(GuideWords::procedure(procedure.kind), limit, procedure.reason));
    }
    return htmlHeading(tr("Limits")) + htmlTable(rows);
}

QString GuideView::ways(const domain::ServiceItem &item)
{
    const domain::Channels &channels = item.channels;
    return htmlHeading(tr("How to apply"))
        + htmlTable(htmlRow(tr("Ways"), GuideWords::forms(channels.forms)) + htmlRow(tr("Area"), GuideWords::area(channels.area))
                    + htmlRow(tr("Visits"), QString::number(item.visits)) + htmlRow(tr("Received in the hall"), GuideWords::yesNo(channels.inHall))
                    + htmlRow(tr("Online"), GuideWords::yesNo(channels.online)) + htmlRow(tr("Result by courier"), GuideWords::yesNo(channels.courier)))
        + htmlHeading(tr("Where and when"))
        + htmlTable(htmlRow(tr("Place"), item.guide.place) + htmlRow(tr("Hours"), item.guide.hours)
                    + htmlRow(tr("Enquiry"), item.guide.enquiry) + htmlRow(tr("Complaint"), item.guide.complaint));
}

QString GuideView::fees(const domain::ServiceItem &item)
{
    QString rows;
    if (item.fees.isEmpty())
        rows += htmlRow(tr("Fee"), tr("No fee"));
    for (const domain::Fee &fee : item.fees) {
        QString text = tr("%1: %2 yuan").arg(fee.name, QString::number(double(fee.fen) / 100.0, 'f', 2));
        if (!fee.basis.isEmpty())
            text += u'\n' + tr("Basis: %1").arg(fee.basis);
        if (!fee.reduction.isEmpty())
            text += u'\n' + tr("Reduction: %1").arg(fee.reduction);
        rows += htmlRow(tr("Fee"), text);
    }
    if (!item.fees.isEmpty())
        rows += htmlRow(tr("Payment online"), GuideWords::yesNo(item.channels.onlinePayment));
    return htmlHeading(tr("Fees")) + htmlTable(rows);
}

QString GuideView::materials(const domain::ServiceItem &item)
{
    QString html = htmlHeading(tr("Materials"));
    for (const domain::MaterialSpec &material : item.materials) {
        QStringList facts{Words::necessity(material.necessity), GuideWords::materialForm(material.form), tr("%n original(s)", nullptr, material.originals)};
        if (material.copies > 0)
            facts << tr("%n copy(ies)", nullptr, material.copies);
        if (!material.certificateTypes.isEmpty())
            facts << tr("taken from the e-certificate where there is one");
        if (material.onDemand)
            facts << tr("only in some situations");
        html += htmlTable(htmlRow(material.name, facts.join(u" · "_s)) + htmlRow(tr("Why"), material.reason)
                          + htmlRow(tr("Legal basis"), material.legalBasis) + htmlRow(tr("Issued by"), material.source + u" · "_s + GuideWords::origin(material.origin))
                          + htmlRow(tr("How to fill in"), material.instructions) + htmlRow(tr("Accepted when"), material.acceptanceStandard)
                          + htmlRow(tr("Common mistake"), material.commonMistake));
    }
    return html;
}

QString GuideView::guidance(const domain::ServiceItem &item)
{
    const domain::Guide &guide = item.guide;
    QString html;
    if (!guide.steps.isEmpty()) {
        QString rows;
        for (const domain::GuideStep &step : guide.steps)
            rows += htmlRow(step.name, step.who + u" · "_s + step.duration);
        html += htmlHeading(tr("Steps")) + htmlTable(rows);
    }
    html += htmlHeading(tr("Result")) + htmlTable(htmlRow(tr("Result"), guide.resultName) + htmlRow(tr("Kind of result"), GuideWords::result(item.resultKind))
                    + htmlRow(tr("Sample"), guide.resultSample));
    if (!guide.modelText.isEmpty())
        html += htmlHeading(tr("Model text")) + htmlText(guide.modelText);
    if (!guide.mistakes.isEmpty())
        html += htmlHeading(tr("Common mistakes")) + htmlText(guide.mistakes.join(u'\n'));
    if (!guide.questions.isEmpty()) {
        html += htmlHeading(tr("Common questions"));
        for (const auto &[question, answer] : guide.questions)
            html += htmlTable(htmlRow(tr("Question"), question) + htmlRow(tr("Answer"), answer));
    }
    return html;
}

QString GuideView::law(const domain::ServiceItem &item)
{
    return htmlHeading(tr("Law and body"))
        + htmlTable(htmlRow(tr("Legal basis"), item.guide.legalBasis) + htmlRow(tr("Item type"), GuideWords::itemType(item.itemType))
                    + htmlRow(tr("Exercised at"), GuideWords::level(item.authority.level))
                    + htmlRow(tr("Source of power"), GuideWords::power(item.authority.power))
                    + htmlRow(tr("Nature of the body"), GuideWords::nature(item.authority.nature))
                    + htmlRow(tr("Basic code"), item.basicCode) + htmlRow(tr("Implementation code"), item.implementationCode)
                    + htmlRow(tr("Handling code"), item.handlingCode)
                    + htmlRow(tr("State"), GuideWords::state(item.state))
                    + htmlRow(tr("Version"), tr("%1, in force from %2").arg(item.version).arg(dayText(item.effectiveFrom))));
}

void GuideView::showItem(const domain::Catalogue &catalogue, const domain::ServiceItem &item)
{
    setHtml(basics(catalogue, item) + limits(item) + ways(item) + fees(item) + materials(item) + guidance(item) + law(item));
}

void GuideView::showLifeEvent(const domain::Catalogue &catalogue, const domain::LifeEvent &event, QDate day)
{
    const domain::Department *lead = catalogue.department(event.leadDepartmentId);
    QString steps;
    for (const domain::LifeEventStep &step : event.steps) {
        const domain::ServiceItem *item = catalogue.item(step.itemId, day);
        if (!item)
            continue;
        const domain::Department *department = catalogue.department(item->departmentId);
        QStringList facts{department ? department->name : item->departmentId, Words::limit(item->promised, item->kind)};
        for (const QString &before : step.dependsOn) {
            for (const domain::LifeEventStep &other : event.steps) {
                const domain::ServiceItem *needed = other.id == before ? catalogue.item(other.itemId, day) : nullptr;
                if (needed)
                    facts << tr("after %1").arg(needed->name);
            }
        }
        if (step.optional)
            facts << tr("if chosen");
        if (item->state == domain::ItemState::Suspended)
            facts << tr("left out while it is suspended");
        steps += htmlRow(item->name, facts.join(u" · "_s));
    }
    setHtml(htmlText(event.description)
            + htmlTable(htmlRow(tr("Lead department"), lead ? lead->name : event.leadDepartmentId)
                        + htmlRow(tr("Promised limit"), Words::limit(event.promised, domain::CaseKind::Promised))
                        + htmlRow(tr("Also called"), Words::listed(event.synonyms)))
            + htmlHeading(tr("Items")) + htmlTable(steps));
}

} // namespace yichuang::ui
