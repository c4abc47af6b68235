// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// From the last byte of a card on the pty, through TLS and store, to the end of the paint event that shows the person's
// certificates. Desktop, simulator and exchange are the real ones. Usage: bench_card [CARDS]; wants a Secret Service.
#include "kit/figures.h"
#include "kit/paintprobe.h"

#include <app/hands.h>
#include <app/realworld.h>

#include <QAbstractItemView>
#include <QCoroTask>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <desk/systemclock.h>
#include <exchange/demopeople.h>
#include <ui/theme.h>

using namespace Qt::StringLiterals;
using namespace yichuang;
using namespace yichuang::bench;

namespace {

constexpr quint64 citySeed = 1;      // the exchange's default
constexpr int warmUp = 3;
constexpr int longestWaitMs = 20'000;

/** Runs the event loop until it holds. */
void waitUntil(const std::function<QString()> &what, const std::function<bool()> &holds)
{
    QEventLoop loop;
    QTimer look;
    QTimer tooLong;
    tooLong.setSingleShot(true);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (holds())
            loop.quit();
    });
    QObject::connect(&tooLong, &QTimer::timeout, &loop, [&] { giveUp(u"waited in vain for "_s + what()); });
    look.start(2);
    tooLong.start(longestWaitMs);
    if (!holds())
        loop.exec();
}

class CardBench
{
public:
    CardBench(PaintProbe &probe, int cards);
    void run();

private:
    void start();
    void oneCard(const domain::IdCard &card, bool measured);
    void onPainted(PaintProbe::Moment end, const QSet<const QObject *> &painted);
    [[nodiscard]] QString state();
    [[nodiscard]] double bareListing(const domain::Party &holder);

    PaintProbe &m_probe;
    int m_cards;
    QTemporaryDir m_folder;
    std::unique_ptr<testing::RealWorld> m_world;
    std::unique_ptr<testing::Hands> m_hands;
    QObject m_context;
    QString m_expected;                ///< number of the card on the reader
    qint64 m_lastByteNs = 0;
    double m_line = 0;
    std::optional<double> m_shown;     ///< ms from the last byte to the end of painting
    Samples m_ours, m_bare, m_lineTimes;
};

CardBench::CardBench(PaintProbe &probe, int cards) : m_probe(probe), m_cards(cards)
{
    m_world = std::make_unique<testing::RealWorld>(m_folder.path(), 4 * cards + 200);
}

void CardBench::start()
{
    if (const QString wrong = m_world->start(); !wrong.isEmpty())
        giveUp(wrong);
    m_hands = std::make_unique<testing::Hands>(m_world->options(), m_world->secret());
    if (const QString wrong = m_hands->start(); !wrong.isEmpty())
        giveUp(wrong);
    app::Stage &stage = m_hands->stage();
    QCoro::waitFor(stage.driver.activate());
    QCoro::waitFor(app::typeSignIn(&stage));
    if (!m_hands->fault().isEmpty())
        giveUp(m_hands->fault());
    QObject::connect(&stage.program.readers(), &device::ReaderManager::cardRead, &m_context,
                     [this](device::ReaderId, const device::CardReading &reading) {
                         m_lastByteNs = reading.lastByteMonotonicNs;
                         m_line = double(reading.elapsedMs);
                     });
    m_probe.listen([this](PaintProbe::Moment end, const QSet<const QObject *> &painted) { onPainted(end, painted); });
}

void CardBench::onPainted(PaintProbe::Moment end, const QSet<const QObject *> &painted)
{
    const desk::CounterView &view = m_hands->stage().view();
    const bool listed = view.listing == desk::ListingState::Ready && view.openCase.applicant
        && view.openCase.applicant->number == m_expected;
    const QAbstractItemView *list = m_hands->stage().driver.view(u"certificatesListView"_s);
    if (m_shown || !listed || !list || !painted.contains(list->viewport()) || list->model()->rowCount() == 0)
        return;
    const auto endNs = std::chrono::duration_cast<std::chrono::nanoseconds>(end.time_since_epoch()).count();
    m_shown = double(endNs - m_lastByteNs) / 1e6;
}

/** What the counter says of itself, without a word about the person. */
QString CardBench::state()
{
    const desk::CounterView &view = m_hands->stage().view();
    const QAbstractItemView *list = m_hands->stage().driver.view(u"certificatesListView"_s);
    return u"listing %1, expected person %2, newcomer %3, rows %4, visible %5, error %6"_s.arg(int(view.listing))
        .arg(view.openCase.applicant && view.openCase.applicant->number == m_expected)
        .arg(view.newcomer.has_value())
        .arg(list ? list->model()->rowCount() : -1)
        .arg(list && list->isVisible())
        .arg(view.error ? domain::failureText(view.error->code) : u"none"_s);
}

/** The same question asked of the exchange by a bare client: no store, no screen. */
double CardBench::bareListing(const domain::Party &holder)
{
    domain::UsePurpose purpose;
    const QList<domain::PurposeCategory> &purposes = m_hands->stage().program.counter().catalogue().content().purposes;
    purpose.category = purposes.isEmpty() ? QString() : purposes.first().id;
    purpose.reason = u"bench"_s;
    purpose.consent = domain::UsePurpose::Consent::HolderPresent;
    purpose.caseId = m_hands->stage().openCase().toString(QUuid::WithoutBraces);
    return timed([&] {
        if (QCoro::waitFor(m_hands->stage().facts.listed(holder, purpose)) < 0)
            giveUp(u"the exchange does not list"_s);
    });
}

void CardBench::oneCard(const domain::IdCard &card, bool measured)
{
    app::Stage &stage = m_hands->stage();
    m_expected = card.number;
    m_shown.reset();
    m_world->placeCard(card);
    waitUntil([this] { return u"the certificates on the screen: "_s + state(); }, [this] { return m_shown.has_value(); });
    const double bare = bareListing(*stage.view().openCase.applicant);
    if (measured) {
        m_ours.add(*m_shown);
        m_bare.add(bare);
        m_lineTimes.add(m_line);
    }
    m_world->removeCard();
    waitUntil([] { return u"the card off the reader"_s; }, [&stage] { return !stage.view().cardPresent; });
    QCoro::waitFor(stage.driver.press(Qt::Key_N, Qt::ControlModifier));
    waitUntil([] { return u"an empty counter"_s; }, [&stage] { return stage.openCase().isNull(); });
}

void CardBench::run()
{
    start();
    const QList<exchange::DemoPerson> people = exchange::demoPeople(citySeed, desk::SystemClock().today(), m_cards + warmUp + 12);
    int used = 0;
    for (const exchange::DemoPerson &person : people) {
        if (person.card.kind != domain::CardKind::Citizen || used >= m_cards + warmUp)
            continue;
        oneCard(person.card, used >= warmUp);
        ++used;
    }
    say(u"  %1 cards, line time %2 ms at the median"_s.arg(m_ours.count()).arg(m_lineTimes.median(), 0, 'f', 0));
    printSeries(u"card.last-byte-to-paint"_s, m_ours, m_bare, u"ours <= 60"_s);
    m_probe.listen({});
    m_hands.reset();
    m_world.reset();
}

} // namespace

int main(int argc, char **argv)
{
    PaintProbe application(argc, argv);
    QApplication::setApplicationName(u"yichuang-bench"_s);
    ui::installTheme(application);
    const QStringList arguments = QApplication::arguments();
    // Static, so that giving up ends exchange and simulator too.
    static CardBench bench(application, arguments.size() > 1 ? std::max(1, arguments.at(1).toInt()) : 200);
    bench.run();
    return 0;
}
