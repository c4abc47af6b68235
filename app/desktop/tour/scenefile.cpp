// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "stage.h"

#include <QCoroFuture>
#include <algorithm>

namespace yichuang::app {

using namespace Qt::StringLiterals;

namespace {

/** The first certificate of the list that an item uses and whose contents were pulled; -1 when there is none. */
int rowWithContents(const Stage *stage)
{
    const QList<desk::CertificateView> &listed = stage->view().certificates;
    const auto found = std::find_if(listed.cbegin(), listed.cend(), [](const desk::CertificateView &one) { return one.hasFace && one.usedByItems > 0; });
    return found == listed.cend() ? -1 : int(found - listed.cbegin());
}

/** Copies that the exchange gave for the case, as its supervisor finds them on record. */
QCoro::Task<int> copiesOnRecord(Stage *stage, domain::CaseId id)
{
    remote::ExchangeClient *supervisor = co_await stage->facts.as(u"super01"_s);
    if (!supervisor)
        co_return -1;
    // Named: GCC 12 destroys twice what braces make inside an awaited call.
    const wire::LookupQuery query{{}, id.toString(QUuid::WithoutBraces)};
    const auto page = co_await supervisor->findLookups(query);
    if (!page)
        co_return -1;
    const auto isCopy = [](const wire::LookupRecord &record) {
        const bool bound = record.purpose && record.purpose->consent == domain::UsePurpose::Consent::ItemRequires && !record.purpose->itemId.isEmpty();
        return record.kind == wire::LookupKind::File && record.outcome == wire::LookupOutcome::Answered && record.operatorId == "clerk01"_L1 && bound;
    };
    co_return int(std::count_if(page->lookups.cbegin(), page->lookups.cend(), isCopy));
}

} // namespace

QCoro::Task<Seen> copyScene(Stage *stage)
{
    EventDriver &driver = stage->driver;
    const std::function<bool()> isShown = [stage] { return stage->view().file.state == desk::FileState::Ready; };
    co_await driver.press(Qt::Key_1, Qt::AltModifier);
    co_await driver.until(u"the contents of a certificate that an item uses"_s, [stage] { return rowWithContents(stage) >= 0; });
    const int row = rowWithContents(stage);
    if (driver.isStuck() || row < 0)
        co_return Seen{u"a copy"_s, u"none"_s};
    const QString identifier = stage->view().certificates.at(row).summary.identifier;
    co_await driver.clickRow(u"certificatesListView"_s, row);
    co_await driver.click(u"openFilePushButton"_s);
    co_await driver.until(u"the annotated copy"_s, isShown);
    co_await driver.see(u"fileSheetView"_s);
    co_await driver.press(Qt::Key_Escape);
    co_await driver.until(u"the list of certificates again"_s, [stage] { return stage->view().file.state == desk::FileState::Closed; });
    driver.require(driver.focusName() == "openFilePushButton"_L1, u"Esc leads to %1"_s.arg(driver.focusName()));
    co_await driver.press(Qt::Key_O, Qt::ControlModifier);
    co_await driver.until(u"the annotated copy again"_s, isShown);
    co_await driver.see(u"fileSheetView"_s);
    const int copies = co_await copiesOnRecord(stage, stage->firstCase);
    const auto kept = co_await stage->program.session().store()->certificateFile(stage->firstCase, identifier);
    const bool isKept = kept && kept->content.startsWith("%PDF-") && kept->usableUntil > stage->program.clock().now();
    co_return Seen{u"2 copies on record, kept in the store"_s, u"%1 copies on record, %2"_s.arg(copies).arg(isKept ? u"kept in the store"_s : u"not kept"_s)};
}

} // namespace yichuang::app
