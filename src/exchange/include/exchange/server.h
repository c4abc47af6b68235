// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <domain/uuid7.h>
#include <wire/apisession.h>

#include <functional>
#include <memory>

namespace yichuang::exchange {

/** The people of the demo: made only when there is a secret for them. */
struct DemoOptions {
    int citizens = 0;        ///< at most 1 000 000; 0: no city
    quint64 seed = 1;
    QString secret;          ///< password of every demo account; empty: no accounts
};

struct Options {
    QString address = QStringLiteral("127.0.0.1"); ///< plain HTTP only on loopback, and only for demo data
    quint16 port = 0;        ///< 0: any free one
    QString dataFolder;      ///< holds exchange.db; made when absent
    QString certificateFile; ///< PEM; turns TLS on
    QString keyFile;
    QString clientCaFile;    ///< clients must then show a certificate of this authority
    double requestsPerSecond = 100; ///< per address; 0: no limit
    double burst = 400;
    qint64 maxBody = 8 << 20;///< bytes
    int workers = 4;
    int acceptanceMs = 60'000; ///< how often parts are looked for that nobody answered in time
    int drainMs = 5000;      ///< how long stop() waits for answers under way
    DemoOptions demo;
    /** One line per answer, without personal data; called on an I/O thread. */
    std::function<void(const QByteArray &)> accessLog;
    const domain::Clock *clock = nullptr; ///< null: the machine's; otherwise must outlive the server
    quint32 passwordMemoryKiB = 19456;    ///< cost of Argon2id; tests lower it
};

/**
 * The reference back office in one object, for its own program and inside the demo desktop. Lives on one thread; its
 * answers are given by its own threads, so it needs no event loop.
 */
class Server
{
public:
    explicit Server(Options options);
    /** Stops if still running. */
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    /**
     * Opens database and catalogue, makes the demo city if asked for, listens. One server at a time for a folder. Without
     * TLS only with demo options or on a database that the demo filled: else HTTP-009. Errors SVC-013, HTTP, CAT, APP codes.
     */
    [[nodiscard]] domain::Result<void> start();
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] bool isSecure() const;
    /** "http://127.0.0.1:40123" */
    [[nodiscard]] QString url() const;
    /** Answers what has begun, ends every thread; nothing that was answered is lost. */
    void stop();

    // Administration, without listening.
    /** Opens the database only; start() does it too. */
    [[nodiscard]] domain::Result<void> open();
    /** Adds an operator account or changes the one with that login. APP-001 for a department that the catalogue does not have. */
    [[nodiscard]] domain::Result<void> putOperator(const QString &login, const QString &password, const wire::Operator &person);
    /** Brings a catalogue folder into force and returns its version. CAT: the detail names every finding, a line each. */
    [[nodiscard]] domain::Result<qint64> importCatalogue(const QString &folder);
    /** Copies the database, which another process may be serving from, to a file. APP-003, SVC-013. */
    [[nodiscard]] domain::Result<void> backUp(const QString &file) const;
    /**
     * Puts a backup in the database's place and answers where the one before went, empty when there was none. APP-003 for
     * a file that is no sound backup or of a newer program; SVC-013, also while an exchange is running on the folder.
     */
    [[nodiscard]] domain::Result<QString> restore(const QString &file) const;
    /**
     * The copy made before a migration that a program of the version before goes on with, for restore(). APP-003 where this
     * program can work with the database as it is, or there is no such copy.
     */
    [[nodiscard]] domain::Result<QString> copyToGoBackTo() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yichuang::exchange
