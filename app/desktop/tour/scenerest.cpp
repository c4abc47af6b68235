// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stage.h"

#include <QAbstractItemView>
#include <QCoroFuture>
#include <QLabel>
#include <QPushButton>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

QString pillText(Stage *stage, const QString &name)
{
    const auto *pill = stage->program.window().findChild<QPushButton *>(name);
    return pill ? pill->text() : QString();
}

QString faultOf(const Stage *stage)
{
    const QList<device::ReaderState> readers = stage->program.readers().readers();
    if (readers.isEmpty())
        return u"no reader"_s;
    const auto &failure = readers.first().diagnosis.failure;
    return failure ? domain::failureText(*failure) : u"ready"_s;
}

QCoro::Task<Seen> switchLanguage(Stage *stage, QString to, QString word)
{
    EventDriver &driver = stage->driver;
    co_await driver.click(u"languagePushButton"_s);
    const std::function<bool()> isSwitched = [stage, word] {
        const auto *label = stage->program.window().findChild<QLabel *>(u"applicantTitleLabel"_s);
        return label && label->text() == word;
    };
    co_await driver.until(u"the page in the other language"_s, isSwitched, 5000);
    co_await driver.see(u"applicantTitleLabel"_s);
    co_return Seen{to, stage->program.translator().language()};
}

} // namespace

QCoro::Task<Seen> searchScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const auto stored = co_await stage->facts.inStore(stage->firstCase, [](const store::StoredCase &) { return true; });
    const QString two = stored.current.applicant ? stored.current.applicant->name.left(2) : QString();
    driver.require(two.size() == 2, u"the first case has no name"_s);
    co_await driver.press(Qt::Key_8, Qt::ControlModifier);
    co_await driver.click(u"queue%1PushButton"_s.arg(int(desk::CaseFilter::All)));
    co_await driver.press(Qt::Key_F, Qt::ControlModifier);
    driver.require(driver.focusName() == "caseSearchLineEdit"_L1, u"Ctrl+F leads to %1"_s.arg(driver.focusName()));
    co_await driver.retype(two);
    store::ListQuery query;
    query.search = two;
    query.today = stage->program.clock().today();
    const auto page = co_await stage->program.session().store()->listCases(query);
    const qsizetype found = page ? page->rows.size() : 0;
    co_await driver.until(u"the rows found"_s, [stage, found] {
        const QAbstractItemView *table = stage->driver.view(u"casesTableView"_s);
        return table && table->isVisible() && table->model()->rowCount() == found;
    });
    bool first = false;
    if (page) {
        for (const store::CaseListRow &row : page->rows)
            first = first || row.id == stage->firstCase;
    }
    co_await driver.clickRow(u"casesTableView"_s, 0);
    co_await driver.see(u"detailNumberLabel"_s);
    co_return Seen{u"the case is found by two characters"_s, first ? u"the case is found by two characters"_s : u"the case is not found"_s};
}

QCoro::Task<Seen> englishScene(Stage *stage)
{
    co_await stage->driver.press(Qt::Key_7, Qt::ControlModifier);
    const Seen seen = co_await switchLanguage(stage, u"en"_s, u"Applicant"_s);
    co_return seen;
}

QCoro::Task<Seen> chineseScene(Stage *stage)
{
    const Seen seen = co_await switchLanguage(stage, u"zh_CN"_s, u"申请人"_s);
    co_return seen;
}

QCoro::Task<Seen> unpluggedScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    stage->program.demo()->unplugReader();
    co_await driver.until(u"the fault's code in the pill"_s, [stage] {
        const QString fault = faultOf(stage);
        return fault.startsWith("RDR"_L1) && pillText(stage, u"readerPushButton"_s).contains(fault);
    });
    co_await driver.click(u"readerPushButton"_s);
    co_await driver.see(u"readersTitleLabel"_s);
    // Unplugged at first, not found at the next try to open it.
    const QStringList ofTheCable{domain::failureText(domain::FailureCode::ReaderUnplugged), domain::failureText(domain::FailureCode::ReaderNotFound)};
    const QString fault = faultOf(stage);
    co_return Seen{u"no reader on the cable"_s, ofTheCable.contains(fault) ? u"no reader on the cable"_s : fault};
}

QCoro::Task<Seen> pluggedScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const auto plugged = stage->program.demo()->plugReader();
    driver.require(plugged.has_value(), u"the reader's cable cannot be put back"_s);
    co_await driver.click(u"readAgainPushButton"_s);
    co_await driver.until(u"a working reader"_s, [stage] {
        const QList<device::ReaderState> readers = stage->program.readers().readers();
        return !readers.isEmpty() && readers.first().diagnosis.isReaderWorking() && !pillText(stage, u"readerPushButton"_s).contains("RDR"_L1);
    });
    co_await driver.click(u"closeReadersPushButton"_s);
    const QList<device::ReaderState> readers = stage->program.readers().readers();
    co_return Seen{u"the reader works"_s, !readers.isEmpty() && readers.first().diagnosis.isReaderWorking() ? u"the reader works"_s : faultOf(stage)};
}

} // namespace yichuang::app
