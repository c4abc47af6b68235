// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "simprogram.h"

#include <cardsim/ptyendpoint.h>
#include <cardsim/tcpendpoint.h>

#include <QTextStream>

namespace yichuang::app {

using namespace Qt::StringLiterals;
using domain::Result;

namespace {
std::unique_ptr<cardsim::Endpoint> makeEndpoint(const SimOptions &options)
{
    if (!options.ptyLink.isEmpty())
        return std::make_unique<cardsim::PtyEndpoint>(options.ptyLink);
    return std::make_unique<cardsim::TcpEndpoint>(static_cast<quint16>(options.tcpPort));
}

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}
} // namespace

SimProgram::SimProgram(const SimOptions &options)
    : m_options(options)
    , m_simulator(makeEndpoint(options), options.pace)
{
    m_simulator.module().with([&options](cardsim::Module &module) { module.setThinkTime(options.thinkMs); });
    connect(&m_simulator, &cardsim::Simulator::unpluggedByFault, this, [] { say(u"unplugged by fault"_s); });
    connect(&m_input, &CommandInput::lineRead, this, &SimProgram::obey);
}

Result<void> SimProgram::start()
{
    if (!m_options.cardPath.isEmpty()) {
        if (const Result<QString> placed = place(cardsim::CardFile::load(m_options.cardPath)); !placed)
            return tl::unexpected<domain::Error>(placed.error());
    }
    Result<void> plugged = m_simulator.plug();
    if (!plugged)
        return plugged;
    m_input.start();
    say(u"ready "_s + m_simulator.readerUri());
    return {};
}

void SimProgram::obey(const QString &line)
{
    const QString verb = line.section(u' ', 0, 0);
    const QString rest = line.section(u' ', 1).trimmed();
    const Result<QString> done = perform(verb, rest);
    say(done ? u"ok "_s + *done : u"error %1 %2"_s.arg(domain::failureText(done.error().code), done.error().detail));
    if (done && verb == "quit"_L1)
        Q_EMIT quitRequested();
}

Result<QString> SimProgram::perform(const QString &verb, const QString &rest)
{
    if (verb == "place"_L1 && !rest.isEmpty())
        return place(rest.startsWith(u'{') ? cardsim::CardFile::fromJson(rest.toUtf8()) : cardsim::CardFile::load(rest));
    if (verb == "fault"_L1) {
        const Result<cardsim::Fault> fault = cardsim::Fault::parse(rest);
        if (!fault)
            return tl::unexpected<domain::Error>(fault.error());
        m_simulator.module().with([&fault](cardsim::Module &module) { module.inject(*fault); });
        return u"fault waits"_s;
    }
    if (rest.isEmpty() && verb == "remove"_L1) {
        m_simulator.module().with([](cardsim::Module &module) { module.remove(); });
        return u"removed"_s;
    }
    if (rest.isEmpty() && verb == "unplug"_L1) {
        m_simulator.unplug();
        return u"unplugged"_s;
    }
    if (rest.isEmpty() && verb == "plug"_L1)
        return m_simulator.plug().map([] { return u"plugged"_s; });
    if (rest.isEmpty() && verb == "quit"_L1)
        return u"bye"_s;
    return domain::failure(domain::FailureCode::ArgumentInvalid, u"commands: place FILE|JSON, remove, fault NAME [ARGUMENT] [at COMMAND], unplug, plug, quit"_s);
}

Result<QString> SimProgram::place(const Result<cardsim::CardFile> &card)
{
    if (!card)
        return tl::unexpected<domain::Error>(card.error());
    m_simulator.module().with([&card](cardsim::Module &module) { module.place(*card); });
    return u"placed"_s;
}

} // namespace yichuang::app
