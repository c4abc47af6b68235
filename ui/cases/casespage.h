// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kit/pane.h"

#include <desk/casedesk.h>
#include <memory>

class QPushButton;

namespace yichuang::ui {

class CasesModel;
namespace Ui {
class CasesPage;
}

/** The 办件 page: queues with counters, a list that pages by key, and the case that is open. */
class CasesPage : public Pane
{
    Q_OBJECT
public:
    explicit CasesPage(desk::CaseDesk *desk, QWidget *parent = nullptr);
    ~CasesPage() override;
    void forget() override;
    /** Shows all of a queue. */
    void showQueue(desk::CaseFilter filter);

Q_SIGNALS:
    void counterAsked(const domain::CaseId &id);

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void buildQueues();
    void buildTable();
    void choose(desk::CaseFilter filter);
    void ask();
    void onMoreAsked(const QByteArray &after);
    void onPage(int token, const desk::CasePage &page);
    void onFailed(int token, const domain::Error &error);
    void onChosen();
    /** Why the list is empty; a search that was too short says what it takes. */
    void presentEmpty(const std::optional<desk::ShortSearch> &tooShort);
    void presentCounters();
    void presentFoot(qint64 microseconds);
    desk::CaseDesk *m_desk = nullptr;
    CasesModel *m_model = nullptr;
    QList<QPushButton *> m_queues;
    desk::CaseFilter m_filter = desk::CaseFilter::All;
    int m_firstToken = -1;
    int m_moreToken = -1;
    qint64 m_total = -1;
    qint64 m_microseconds = 0;
    bool m_loaded = false;
    std::unique_ptr<Ui::CasesPage> m_ui;
};

} // namespace yichuang::ui
