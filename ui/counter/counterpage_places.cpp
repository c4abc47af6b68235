// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The places of the page: how each is told from the keyboard, and how it is reached.
#include "counter/counterpage.h"

#include "counter/placekeeper.h"
#include "ui_counterpage.h"

namespace yichuang::ui {

void CounterPage::namePlaces()
{
    using Part = desk::WorkPlace::Part;
    m_places = new PlaceKeeper(m_desk, this);
    m_places->setMissing([this] { goToMissing(); });
    const auto whole = [](const QWidget *) { return QString(); };
    m_places->add(Part::Certificates, m_ui->certificatesPane, whole, [this](const QString &) { showTab(Certificates); });
    m_places->add(Part::Items, m_ui->itemsPane, whole, [this](const QString &) { showTab(Items); });
    m_places->add(Part::Situations, m_ui->situationsPane, [this](const QWidget *at) { return m_ui->situationsPane->questionAt(at); },
                  [this](const QString &key) {
                      showTab(Situations);
                      m_ui->situationsPane->focusQuestion(key);
                  });
    m_places->add(Part::Form, m_ui->formPane, [](const QWidget *at) { return FormPane::fieldAt(at); },
                  [this](const QString &key) {
                      showTab(Form);
                      m_ui->formPane->goOn(key);
                  });
    m_places->add(Part::Materials, m_ui->caseColumn, [this](const QWidget *at) { return m_ui->caseColumn->materialAt(at); },
                  [this](const QString &key) { key.isEmpty() ? m_ui->caseColumn->focusList() : m_ui->caseColumn->showMaterial(key); });
    // Of a person's card the entries; who presses its buttons fills nothing there.
    const auto entry = [](const QWidget *at) {
        return qobject_cast<const QPushButton *>(at) ? std::nullopt : std::optional(at->objectName());
    };
    const auto goIn = [](const QWidget *card, const QString &name) {
        if (auto *found = card->findChild<QWidget *>(name); found && found->isVisible())
            found->setFocus(Qt::OtherFocusReason);
    };
    m_places->add(Part::Applicant, m_ui->applicantCard, entry, [this, goIn](const QString &key) { goIn(m_ui->applicantCard, key); });
    m_places->add(Part::Agent, m_ui->agentCard, entry, [this, goIn](const QString &key) { goIn(m_ui->agentCard, key); });
}

} // namespace yichuang::ui
