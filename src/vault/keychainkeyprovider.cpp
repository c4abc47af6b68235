// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include <vault/keychainkeyprovider.h>

#include "keychaincall.h"

#include <QPromise>

using namespace Qt::StringLiterals;

namespace yichuang::vault {

namespace {

using Done = std::function<void(KeyAnswer)>;
using Found = std::function<void(KeyHandle)>;

/** The entries of one profile, and the steps that calls are made of; a step that fails ends the call through `done`. */
struct Entries {
    QObject *owner = nullptr;
    std::chrono::milliseconds patience{0};
    QString profile;

    KeychainCall::Request at(const QString &name) const
    {
        return {owner, u"yichuang"_s, profile + u'/' + name, patience};
    }
    KeychainCall::Request current() const { return at(u"key"_s); }
    KeychainCall::Request pending() const { return at(u"key-pending"_s); }
    KeychainCall::Request probe() const { return at(u"probe"_s); }
};

KeyAnswer answerFor(const KeychainReply &reply)
{
    return {reply.state, reply.key, nullptr, reply.detail};
}

/** Reads an entry that a promise of the keychain vouches for: null for proven absence. */
void readSurely(const Entries &entries, const KeychainCall::Request &entry, const Found &then, const Done &done)
{
    KeychainCall::read(entry, [entries, entry, then, done](const KeychainReply &first) {
        if (first.state == KeyState::Found)
            return then(first.key);
        if (first.state != KeyState::Absent)
            return done(answerFor(first));
        KeychainCall::write(entries.probe(), SecureKey::generate(), [entries, entry, then, done](const KeychainReply &probe) {
            if (probe.state != KeyState::Found)
                return done(answerFor(probe));
            KeychainCall::read(entry, [entries, then, done](const KeychainReply &second) {
                if (second.state != KeyState::Found && second.state != KeyState::Absent)
                    return done(answerFor(second));
                KeychainCall::erase(entries.probe(), [then, key = second.key](const KeychainReply &) { then(key); });
            });
        });
    });
}

/** Writes a key and reads it back; only what the keychain returns counts as stored. */
void writeSurely(const KeychainCall::Request &entry, const KeyHandle &key, const Found &then, const Done &done)
{
    if (!key || !key->isValid())
        return done({KeyState::Unavailable, nullptr, nullptr, u"no memory for a key"_s});
    KeychainCall::write(entry, *key, [entry, key, then, done](const KeychainReply &written) {
        if (written.state != KeyState::Found)
            return done(answerFor(written));
        KeychainCall::read(entry, [key, then, done](const KeychainReply &back) {
            if (back.state != KeyState::Found || !back.key->sameAs(*key))
                return done({KeyState::Unavailable, nullptr, nullptr, u"the keychain did not keep the key"_s});
            then(key);
        });
    });
}

void answerBoth(const KeyHandle &current, const KeyHandle &pending, const Done &done)
{
    if (!current && !pending)
        return done({KeyState::Absent, nullptr, nullptr, u"no entry in the keychain"_s});
    // Only a promotion cut short leaves a pending key alone; it is then the one in use.
    done({KeyState::Found, current ? current : pending, current ? pending : nullptr, {}});
}

void loadBoth(const Entries &entries, const Done &done)
{
    readSurely(entries, entries.current(), [entries, done](const KeyHandle &current) {
        KeychainCall::read(entries.pending(), [current, done](const KeychainReply &reply) {
            if (reply.state != KeyState::Found && reply.state != KeyState::Absent)
                return done(answerFor(reply));
            answerBoth(current, reply.key, done);
        });
    }, done);
}

/** Turns a chain of steps into a future; the steps must call `Done` exactly once, or be dropped with the owner. */
template<typename Start>
QFuture<KeyAnswer> asFuture(Start start)
{
    auto promise = std::make_shared<QPromise<KeyAnswer>>();
    promise->start();
    QFuture<KeyAnswer> future = promise->future();
    start(Done([promise](KeyAnswer answer) {
        promise->addResult(std::move(answer));
        promise->finish();
    }));
    return future;
}

} // namespace

KeychainKeyProvider::KeychainKeyProvider(QObject *parent) : QObject(parent) {}

void KeychainKeyProvider::setPatience(std::chrono::milliseconds patience)
{
    m_patience = patience;
}

QFuture<KeyAnswer> KeychainKeyProvider::load(const QString &profileId)
{
    const Entries entries{this, m_patience, profileId};
    return asFuture([&entries](const Done &done) { loadBoth(entries, done); });
}

QFuture<KeyAnswer> KeychainKeyProvider::create(const QString &profileId)
{
    const Entries entries{this, m_patience, profileId};
    return asFuture([&entries](const Done &done) {
        loadBoth(entries, [entries, done](const KeyAnswer &existing) {
            if (existing.state != KeyState::Absent)
                return done(existing);
            writeSurely(entries.current(), newKeyHandle(), [done](const KeyHandle &key) { answerBoth(key, nullptr, done); },
                        done);
        });
    });
}

QFuture<KeyAnswer> KeychainKeyProvider::createPending(const QString &profileId)
{
    const Entries entries{this, m_patience, profileId};
    return asFuture([&entries](const Done &done) {
        loadBoth(entries, [entries, done](const KeyAnswer &existing) {
            // A pending key left over may already be the one in the file: it must not be overwritten.
            if (existing.state != KeyState::Found || existing.pending)
                return done(existing);
            writeSurely(entries.pending(), newKeyHandle(), [current = existing.current, done](const KeyHandle &pending) {
                answerBoth(current, pending, done);
            }, done);
        });
    });
}

QFuture<KeyAnswer> KeychainKeyProvider::promotePending(const QString &profileId)
{
    const Entries entries{this, m_patience, profileId};
    return asFuture([&entries](const Done &done) {
        readSurely(entries, entries.pending(), [entries, done](const KeyHandle &pending) {
            if (!pending)
                return done({KeyState::Absent, nullptr, nullptr, u"no pending key"_s});
            // The pending entry goes last: at every moment one entry holds the key of the file.
            writeSurely(entries.current(), pending, [entries, done](const KeyHandle &current) {
                KeychainCall::erase(entries.pending(), [current, done](const KeychainReply &erased) {
                    if (erased.state != KeyState::Found && erased.state != KeyState::Absent)
                        return done(answerFor(erased));
                    answerBoth(current, nullptr, done);
                });
            }, done);
        }, done);
    });
}

QFuture<KeyAnswer> KeychainKeyProvider::remove(const QString &profileId)
{
    const Entries entries{this, m_patience, profileId};
    return asFuture([&entries](const Done &done) {
        KeychainCall::erase(entries.pending(), [entries, done](const KeychainReply &first) {
            if (first.state != KeyState::Found && first.state != KeyState::Absent)
                return done(answerFor(first));
            KeychainCall::erase(entries.current(), [done](const KeychainReply &second) {
                const bool gone = second.state == KeyState::Found || second.state == KeyState::Absent;
                done(gone ? KeyAnswer{KeyState::Absent, nullptr, nullptr, {}} : answerFor(second));
            });
        });
    });
}

} // namespace yichuang::vault
