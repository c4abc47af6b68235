// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// yichuang-probe put FILE KEY WORD   keeps a word in the vault FILE, which it makes when there is none
// yichuang-probe get FILE KEY        prints the words of the vault, one a line
// yichuang-probe read URI            waits for one card on a reader and prints its name and number
// yichuang-probe now                 asks the machine's update service, as a desktop does, for the version that is ready until it says yes
// yichuang-probe service             succeeds where a desktop would listen to the machine's update service
// yichuang-probe thread              ends a thread and says whether what that had of its own was whole until it was destroyed
#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>
#include <QTextStream>
#include <QTimer>
#include <device/readermanager.h>
#include <thread>
#include <update/servicefolder.h>
#include <update/servicelink.h>
#include <vault/vault.h>

using namespace yichuang;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int exitFailed = 1;
constexpr int exitBadArguments = 2;
constexpr auto patience = 15s;
constexpr auto betweenWords = 500ms;

int complain(const QString &text)
{
    QTextStream(stderr) << "yichuang-probe: " << text << Qt::endl;
    return exitFailed;
}

vault::VaultRequest requestFor(const QStringList &words)
{
    QByteArray key = QByteArray::fromHex(words.at(3).toLatin1());
    vault::VaultRequest request;
    request.file = words.at(2);
    request.highestVersion = 1;
    request.key = std::make_shared<vault::SecureKey>(vault::SecureKey::take(key));
    return request;
}

int useVault(const QStringList &words)
{
    const auto opened = vault::Vault::open(requestFor(words));
    if (!opened)
        return complain(domain::failureText(opened.error().code) + u' ' + opened.error().detail);
    QSqlQuery query((*opened)->database());
    if (words.size() == 5) {
        const bool kept = query.exec(u"CREATE TABLE IF NOT EXISTS words (word TEXT)"_s)
            && query.prepare(u"INSERT INTO words VALUES (?)"_s);
        query.addBindValue(words.at(4));
        if (!kept || !query.exec())
            return complain(query.lastError().text());
    }
    if (!query.exec(u"SELECT word FROM words ORDER BY rowid"_s))
        return complain(query.lastError().text());
    while (query.next())
        QTextStream(stdout) << query.value(0).toString() << Qt::endl;
    return 0;
}

int readCard(const QString &uri)
{
    device::ReaderManager readers;
    QObject::connect(&readers, &device::ReaderManager::cardRead, qApp, [](device::ReaderId, const device::CardReading &reading) {
        QTextStream(stdout) << reading.card.name << ' ' << reading.card.number << Qt::endl;
        QCoreApplication::exit(0);
    });
    QObject::connect(&readers, &device::ReaderManager::stateChanged, qApp, [](device::ReaderId, const device::ReaderState &state) {
        if (state.diagnosis.failure)
            QTextStream(stderr) << domain::failureText(*state.diagnosis.failure) << ' ' << state.diagnosis.detail << Qt::endl;
    });
    if (const auto added = readers.addReader(uri); !added)
        return complain(added.error().detail);
    QTimer::singleShot(patience, qApp, [] { QCoreApplication::exit(exitFailed); });
    return QCoreApplication::exec();
}

int wantNow()
{
    update::ServiceLink link(update::serviceStatusFile(), update::serviceAddress());
    QTimer again;
    again.setSingleShot(true);
    again.callOnTimeout(&link, [&link, &again] {
        link.say(update::DeskWord::Now, [&again](bool yes) { yes ? QCoreApplication::exit(0) : again.start(betweenWords); });
    });
    again.start(0ms);
    QTimer::singleShot(patience, qApp, [] { QCoreApplication::exit(exitFailed); });
    return QCoreApplication::exec();
}

/** What each thread has of its own; looks at its words when it is destroyed. */
struct OfThread {
    Q_DISABLE_COPY_MOVE(OfThread)
    OfThread() = default;
    ~OfThread() { *whole = word == written; }

    static constexpr quint64 written = 0x0123456789abcdef;
    volatile quint64 word = written;
    inline static bool *whole = nullptr;
};

int endThread()
{
    bool whole = false;
    OfThread::whole = &whole;
    std::thread([] {
        static thread_local const OfThread own;
        Q_UNUSED(own)
    }).join();
    return whole ? 0 : complain(u"what the thread had was gone before it was destroyed"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if ((words.size() == 5 && words.at(1) == "put"_L1) || (words.size() == 4 && words.at(1) == "get"_L1))
        return useVault(words);
    if (words.size() == 3 && words.at(1) == "read"_L1)
        return readCard(words.at(2));
    if (words.size() == 2 && words.at(1) == "now"_L1)
        return wantNow();
    if (words.size() == 2 && words.at(1) == "service"_L1)
        return update::isServiceInstalled() ? 0 : exitFailed;
    if (words.size() == 2 && words.at(1) == "thread"_L1)
        return endThread();
    complain(u"put FILE KEY WORD, get FILE KEY, read URI, now, service or thread"_s);
    return exitBadArguments;
}
