// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <QFile>
#include <QScreen>
#include <QTimer>
#include <store/storeopener.h>
#include <vault/ephemeralkeyprovider.h>
#include <vault/keychainkeyprovider.h>

namespace yichuang::app {

using namespace Qt::StringLiterals;
using domain::FailureCode;

namespace {

constexpr int longestToPaintMs = 500;
constexpr QSize designedSize(1440, 900);
constexpr int titleBar = 40;

} // namespace

Program::Program(DesktopOptions options, ui::Prompter *prompter)
    : m_options(std::move(options))
    , m_prompter(prompter)
{
}

Program::~Program()
{
    close();
}

void Program::close()
{
    // Top down: the window first, the desks' flows before store and client, the exchange of the demo last.
    m_window.reset();
    if (m_updates)
        m_updates->closeDesk();
    m_diagnostics.reset();
    m_readerDesk.reset();
    m_sync.reset();
    m_cases.reset();
    m_counter.reset();
    m_signIn.reset();
    // A store that was just being opened is closed before the folder of a demo goes: the flow that waits for it lets it go.
    m_opening.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::FutureCallOut);
    m_readers.reset();
    m_session.reset();
    m_client.reset();
}

QString Program::profile() const
{
    return m_demo ? m_demo->profile() : profileFolder(m_options);
}

domain::Result<void> Program::startDemo()
{
    m_demo = std::make_unique<DemoWorld>(m_options, m_clock);
    if (const auto started = m_demo->start(); !started)
        return started;
    m_keys = std::make_shared<vault::EphemeralKeyProvider>(m_demo->profile());
    if (m_options.readers.isEmpty())
        m_options.readers = {m_demo->readerUri()};
    return {};
}

domain::Result<void> Program::makeClient()
{
    auto endpoint = remote::Endpoint::fromText(m_demo ? m_demo->url() : m_options.exchangeUrl);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    const std::pair<QString, QByteArray *> files[] = {{m_options.authorityFile, &endpoint->authoritiesPem},
                                                      {m_options.certificateFile, &endpoint->certificatePem},
                                                      {m_options.keyFile, &endpoint->keyPem}};
    for (const auto &[path, bytes] : files) {
        if (path.isEmpty())
            continue;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return domain::failure(FailureCode::ArgumentInvalid, path + u" cannot be read"_s);
        *bytes = file.readAll();
    }
    m_endpoint = *endpoint;
    m_client = std::make_unique<remote::ExchangeClient>(m_endpoint, m_clock);
    return {};
}

void Program::makeReaders()
{
    device::ReaderManager::Options options;
    if (m_demo)
        options.demo = [world = m_demo.get()] { return world->makeReaderDevice(); };
    options.photoDecoderPath = m_options.photoDecoder;
    m_readers = std::make_unique<device::ReaderManager>(options);
}

desk::StoreDoor Program::makeDoor()
{
    desk::StoreDoor door;
    door.open = [this] {
        store::OpenOptions options;
        options.profileFolder = profile();
        options.keys = m_keys;
        options.throwAway = m_demo != nullptr;
        options.owner = m_opening.get();
        return store::openStore(options, m_clock);
    };
    door.setAside = [this] { return store::setStoreAside(profile()); };
    return door;
}

void Program::makeDesks()
{
    m_opening = std::make_unique<QObject>();
    m_session = std::make_unique<desk::DeskSession>(m_clock, *m_client, sync::SyncEngine::Options());
    // First of all who hear of the store: nothing is written to it yet.
    if (m_updates)
        connect(m_session.get(), &desk::DeskSession::storeOpened, m_updates.get(), &Updates::onStoreOpened);
    m_signIn = std::make_unique<desk::LiveSignInDesk>(*m_session, makeDoor(), desk::OfflineEntryPolicy{m_options.offlineEntryDays, {}});
    m_counter = std::make_unique<desk::LiveCounterDesk>(*m_session);
    m_cases = std::make_unique<desk::LiveCaseDesk>(*m_session);
    m_sync = std::make_unique<desk::LiveSyncDesk>(*m_session);
    // Its cards lie on the virtual reader alone.
    const bool hasTray = m_demo && m_options.readers.contains(m_demo->readerUri());
    m_readerDesk = std::make_unique<desk::LiveReaderDesk>(*m_readers, *m_session, hasTray ? m_demo->tray() : nullptr);
    const Diagnostics::Watched watched{*m_signIn, *m_readerDesk, *m_sync, [this] { return m_session->tryStore(); }, settingsPart(m_options)};
    m_diagnostics = std::make_unique<Diagnostics>(watched, m_clock, m_endpoint.url.toString(QUrl::RemoveUserInfo));
    connect(m_readers.get(), &device::ReaderManager::cardRead, m_counter.get(),
            [this](device::ReaderId reader, const device::CardReading &reading) { m_counter->takeCard(reading, reader); });
    connect(m_readers.get(), &device::ReaderManager::cardRemoved, m_counter.get(), [this](device::ReaderId reader) { m_counter->cardTaken(reader); });
}

void Program::signInToDemo()
{
    // Once, at start: who signs out in the demo finds the accounts on the terminal.
    auto once = std::make_shared<QMetaObject::Connection>();
    *once = connect(m_signIn.get(), &desk::SignInDesk::stateChanged, this, [this, once] {
        if (m_signIn->state() != desk::EntryState::SignedOut)
            return;
        disconnect(*once);
        m_signIn->signIn(u"clerk01"_s, m_demo->secret());
    });
}

bool Program::gaveWay()
{
    if (m_options.demo)
        return false;
    m_updates = std::make_unique<Updates>(m_options, profile(), m_clock);
    return m_updates->arrive();
}

void Program::whenHeard(const std::function<void()> &then)
{
    if (!m_updates || m_updates->isHeard())
        return then();
    connect(m_updates.get(), &Updates::heard, this, then, Qt::SingleShotConnection);
}

void Program::watchTrial()
{
    connect(m_signIn.get(), &desk::SignInDesk::stateChanged, m_updates.get(), [this] {
        if (m_signIn->state() == desk::EntryState::StoreFailed && m_signIn->error())
            m_updates->onStoreFailed(*m_signIn->error());
    });
}

domain::Result<void> Program::start()
{
    m_translator = std::make_unique<ui::Translator>();
    m_translator->setLanguage(m_options.language);
    if (m_options.demo) {
        if (const auto started = startDemo(); !started)
            return started;
    } else {
        m_keys = std::make_shared<vault::KeychainKeyProvider>();
    }
    if (const auto opened = open(); !opened)
        return opened;
    if (m_demo)
        signInToDemo();
    beginWhenPainted();
    if (m_updates)
        m_updates->begin();
    return {};
}

void Program::beginWhenPainted()
{
    // Keychain and store would share the ui thread and the processor with the first painting. A window that is never
    // painted, minimised from the start for example, begins as well.
    auto begun = std::make_shared<bool>(false);
    const auto begin = [this, begun] {
        if (!std::exchange(*begun, true))
            m_signIn->begin();
    };
    connect(m_window.get(), &ui::MainWindow::painted, m_signIn.get(), begin);
    QTimer::singleShot(longestToPaintMs, m_signIn.get(), begin);
}

void Program::showWindow()
{
    // The design's size where the screen has room for it and a title bar; else all there is, so that nothing stays off it.
    const QSize room = m_window->screen()->availableGeometry().size();
    m_window->resize(designedSize.boundedTo(room));
    if (room.width() > designedSize.width() && room.height() >= designedSize.height() + titleBar)
        m_window->show();
    else
        m_window->showMaximized();
}

domain::Result<void> Program::open()
{
    if (const auto made = makeClient(); !made)
        return made;
    makeReaders();
    makeDesks();
    desk::Desks desks{m_signIn.get(), m_counter.get(), m_cases.get(), m_sync.get(), m_readerDesk.get(), m_diagnostics.get()};
    if (m_updates) {
        watchTrial();
        desks.updates = m_updates->makeDesk({*m_counter, *m_readerDesk, *m_sync});
    }
    m_window = std::make_unique<ui::MainWindow>(desks, nullptr, m_translator.get(), m_prompter);
    showWindow();
    const QStringList uris = m_options.readers;
    for (const QString &uri : uris) {
        if (const auto added = m_readers->addReader(uri); !added)
            return tl::unexpected(added.error());
    }
    return {};
}

domain::Result<void> Program::restart(const std::function<void()> &meanwhile)
{
    close();
    if (meanwhile)
        meanwhile();
    if (const auto opened = open(); !opened)
        return opened;
    beginWhenPainted();
    return {};
}

} // namespace yichuang::app
