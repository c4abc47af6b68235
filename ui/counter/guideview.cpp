// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/guideview.h"

#include "kit/html.h"
#include "kit/words.h"

namespace yichuang::ui {

using namespace Qt::StringLiterals;

GuideView::GuideView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    document()->setDefaultStyleSheet(htmlStyle());
}

QString GuideView::basics(const domain::Catalogue &catalogue, const domain::ServiceItem &item)
{
    const domain::Department *department = catalogue.department(item.departmentId);
    QString rows = htmlRow(tr("Department"), department ? department->name : item.departmentId)
        + htmlRow(tr("Accepted by"), item.guide.acceptingUnit)
        + htmlRow(tr("Implementation code"), item.implementationCode)
        + htmlRow(tr("Kind"), item.kind == domain::CaseKind::Immediate ? tr("Finished at the counter") : tr("With a promised date"))
        + htmlRow(tr("Promised limit"), Words::limit(item.promised, item.kind))
        + htmlRow(tr("Statutory limit"), Words::limit(item.statutory, domain::CaseKind::Promised))
        + htmlRow(tr("Note on the limit"), item.guide.limitNote)
        + htmlRow(tr("Visits"), QString::number(item.visits));
    if (item.fees.isEmpty())
        rows += htmlRow(tr("Fee"), tr("None"));
    for (const domain::Fee &fee : item.fees) {
        QString text = tr("%1: %2 yuan").arg(fee.name, QString::number(double(fee.fen) / 100.0, 'f', 2));
        if (!fee.basis.isEmpty())
            text += u'\n' + tr("Basis: %1").arg(fee.basis);
        if (!fee.reduction.isEmpty())
            text += u'\n' + tr("Reduction: %1").arg(fee.reduction);
        rows += htmlRow(tr("Fee"), text);
    }
    rows += htmlRow(tr("Legal basis"), item.guide.legalBasis) + htmlRow(tr("Conditions"), item.guide.conditions)
        + htmlRow(tr("Also called"), item.synonyms.join(u"、"_s))
        + htmlRow(tr("Version"), tr("%1, in force from %2").arg(item.version).arg(dayText(item.effectiveFrom)));
    return htmlTable(rows);
}

QString GuideView::materials(const domain::ServiceItem &item)
{
    QString html = htmlHeading(tr("Materials"));
    for (const domain::MaterialSpec &material : item.materials) {
        QStringList facts{Words::necessity(material.necessity), tr("%n original(s)", nullptr, material.originals)};
        if (material.copies > 0)
            facts << tr("%n copy(ies)", nullptr, material.copies);
        if (!material.certificateTypes.isEmpty())
            facts << tr("taken from the e-certificate where there is one");
        if (material.onDemand)
            facts << tr("only in some situations");
        html += htmlTable(htmlRow(material.name, facts.join(u" · "_s)) + htmlRow(tr("Why"), material.reason)
                          + htmlRow(tr("Legal basis"), material.legalBasis) + htmlRow(tr("Issued by"), material.source)
                          + htmlRow(tr("How to fill in"), material.instructions) + htmlRow(tr("Accepted when"), material.acceptanceStandard)
                          + htmlRow(tr("Common mistake"), material.commonMistake));
    }
    return html;
}

QString GuideView::guidance(const domain::Guide &guide)
{
    QString html;
    if (!guide.steps.isEmpty()) {
        QString rows;
        for (const domain::GuideStep &step : guide.steps)
            rows += htmlRow(step.name, step.who + u" · "_s + step.duration);
        html += htmlHeading(tr("Steps")) + htmlTable(rows);
    }
    html += htmlHeading(tr("Result")) + htmlTable(htmlRow(tr("Result"), guide.resultName) + htmlRow(tr("Sample"), guide.resultSample));
    if (!guide.modelText.isEmpty())
        html += htmlHeading(tr("Model text")) + htmlText(guide.modelText);
    if (!guide.mistakes.isEmpty())
        html += htmlHeading(tr("Common mistakes")) + htmlText(guide.mistakes.join(u'\n'));
    html += htmlHeading(tr("Where and when"))
        + htmlTable(htmlRow(tr("Place"), guide.place) + htmlRow(tr("Hours"), guide.hours) + htmlRow(tr("Enquiry"), guide.enquiry) + htmlRow(tr("Complaint"), guide.complaint));
    if (!guide.questions.isEmpty()) {
        html += htmlHeading(tr("Common questions"));
        for (const auto &[question, answer] : guide.questions)
            html += htmlTable(htmlRow(tr("Question"), question) + htmlRow(tr("Answer"), answer));
    }
    return html;
}

void GuideView::showItem(const domain::Catalogue &catalogue, const domain::ServiceItem &item)
{
    setHtml(basics(catalogue, item) + materials(item) + guidance(item.guide));
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
        steps += htmlRow(item->name, facts.join(u" · "_s));
    }
    setHtml(htmlText(event.description)
            + htmlTable(htmlRow(tr("Lead department"), lead ? lead->name : event.leadDepartmentId)
                        + htmlRow(tr("Promised limit"), Words::limit(event.promised, domain::CaseKind::Promised))
                        + htmlRow(tr("Also called"), event.synonyms.join(u"、"_s)))
            + htmlHeading(tr("Items")) + htmlTable(steps));
}

} // namespace yichuang::ui
