// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "counter/lookupspane.h"

#include "kit/html.h"
#include "kit/words.h"
#include "ui_lookupspane.h"

namespace yichuang::ui {

using namespace Qt::StringLiterals;
using desk::LookupsState;

LookupsPane::LookupsPane(QWidget *parent)
    : Pane(parent)
    , m_ui(std::make_unique<Ui::LookupsPane>())
{
    m_ui->setupUi(this);
    m_ui->lookupsTextBrowser->document()->setDefaultStyleSheet(htmlStyle());
    connect(m_ui->closeLookupsPushButton, &QPushButton::clicked, this, &LookupsPane::leave);
    hide();
}

LookupsPane::~LookupsPane() = default;

void LookupsPane::bind(desk::CounterDesk *desk)
{
    m_desk = desk;
    connect(m_ui->lookupsStateView, &StateView::actionTriggered, desk, [desk] { desk->openLookups(); });
}

void LookupsPane::leave()
{
    m_desk->closeLookups();
    Q_EMIT closed();
}

QString LookupsPane::entryHtml(const desk::LookupView &lookup)
{
    using Kind = desk::LookupView::Kind;
    using Consent = domain::UsePurpose::Consent;
    QStringList found;
    for (const auto &[type, count] : lookup.found)
        found << (count > 1 ? tr("%1 × %2").arg(type).arg(count) : type);
    if (lookup.refused > 0)
        found << tr("%n refused", nullptr, lookup.refused);
    if (found.isEmpty())
        found << (lookup.answered ? tr("nothing") : tr("refused: name or permission did not fit"));
    //: what a look-up asked for: the list of certificates, the contents of some, or an annotated copy
    const QString what = lookup.kind == Kind::Listing ? tr("List") : lookup.kind == Kind::Contents ? tr("Contents") : tr("Copy");
    const QString by = lookup.consent == Consent::HolderPresent ? tr("card read")
        : lookup.consent == Consent::ItemRequires               ? tr("an item asks for it")
                                                                : tr("holder agreed");
    QStringList why{lookup.reason};
    if (!lookup.itemName.isEmpty() && !lookup.reason.contains(lookup.itemName))
        why << lookup.itemName;
    why << by;
    QStringList whence{what, lookup.who};
    if (!lookup.windowName.isEmpty())
        whence << lookup.windowName;
    else if (!lookup.windowId.isEmpty())
        whence << tr("window %1").arg(lookup.windowId);
    return htmlTable(htmlRow(shortTime(lookup.at), whence.join(u" · "_s))
                     + htmlRow(tr("Why"), why.join(u" · "_s)) + htmlRow(tr("Came back"), Words::listed(found)));
}

QString LookupsPane::listHtml(const QList<desk::LookupView> &lookups)
{
    QString here;
    QString elsewhere;
    for (const desk::LookupView &lookup : lookups)
        (lookup.thisCase ? here : elsewhere) += entryHtml(lookup);
    QString html;
    if (!here.isEmpty())
        html += htmlHeading(tr("For this case")) + here;
    if (!elsewhere.isEmpty())
        html += htmlHeading(tr("For other cases")) + elsewhere;
    return html;
}

void LookupsPane::presentState(const desk::CounterView &view)
{
    using Kind = StateView::Kind;
    StateView *state = m_ui->lookupsStateView;
    if (view.lookupsState == LookupsState::Loading)
        state->setState(Kind::Loading, tr("Asking for the look-ups"), {});
    else if (view.lookupsState == LookupsState::Offline)
        state->setState(Kind::Offline, tr("Offline"), tr("The exchange keeps the records; ask again when it answers."), tr("Try again"));
    else if (view.lookupsState == LookupsState::Failed && view.lookupsError)
        state->setError(*view.lookupsError, tr("Try again"));
    else
        state->setState(Kind::Empty, tr("No look-up is recorded"), tr("Clerks see their own; supervisors and auditors see all."));
}

void LookupsPane::present(const desk::CounterView &view)
{
    setVisible(view.lookupsState != LookupsState::Closed);
    const bool listed = view.lookupsState == LookupsState::Ready && !view.lookups.isEmpty();
    m_ui->lookupsTextBrowser->setVisible(listed);
    m_ui->lookupsStateView->setVisible(!listed);
    if (!listed)
        return presentState(view);
    const QString html = listHtml(view.lookups);
    if (m_ui->lookupsTextBrowser->property("shown").toString() == html)
        return;
    m_ui->lookupsTextBrowser->setProperty("shown", html);
    m_ui->lookupsTextBrowser->setHtml(html);
}

void LookupsPane::retranslate()
{
    m_ui->retranslateUi(this);
    if (m_desk)
        present(m_desk->view());
}

} // namespace yichuang::ui
