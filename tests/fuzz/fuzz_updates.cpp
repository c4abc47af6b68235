// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
// The first byte chooses: a list of releases and what it means for a desk, a signature file, a file of keys, a trial and a desktop's
// word, an administrator's file.
#include <update/administratorfile.h>
#include <update/deskword.h>
#include <update/offer.h>
#include <update/signature.h>
#include <update/trial.h>
#include <wire/updatemanifestjson.h>

#include <cstdlib>

using namespace yichuang;
using namespace yichuang::update;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

Situation desk()
{
    Situation here;
    here.version = QStringLiteral("0.1.0");
    here.kind = QStringLiteral("appimage");
    here.architecture = QStringLiteral("x86_64");
    here.storeSchema = 3;
    here.channel = QStringLiteral("stable");
    here.installationId = "desk";
    here.now = QDateTime::fromMSecsSinceEpoch(1'795'400'000'000, Qt::UTC);
    return here;
}

void list(QByteArrayView bytes)
{
    const auto read = wire::updateManifestFromJson(bytes);
    if (!read)
        return;
    const auto offer = chooseOffer(*read, {}, desk());
    if (!offer || !*offer)
        return;
    // Whatever is offered is newer, and leads to no other folder.
    require(versionFrom((*offer)->version) > versionFrom(desk().version));
    require(!(*offer)->file.name.contains(u'/') && !(*offer)->file.name.startsWith(u'.'));
    require((*offer)->file.sha256.size() == 64 && (*offer)->file.size > 0);
}

void signature(QByteArrayView bytes)
{
    // Built without a library that could verify: nothing may be taken for genuine.
    require(!verifySignature("a list", bytes, {TrustedKey{"0123456789abcdef", QByteArray(32, 'k')}}));
}

void keys(QByteArrayView bytes)
{
    const auto read = trustedKeys(bytes);
    if (!read)
        return;
    for (const TrustedKey &key : *read)
        require(key.bytes.size() == 32 && key.id.size() == 16);
}

void trial(QByteArrayView bytes)
{
    const auto read = trialFrom(bytes);
    if (read)
        require(trialFrom(toBytes(*read)) == read);
    const auto word = deskWordFrom(bytes);
    if (word)
        require(bytes == toBytes(*word));
}

void administrator(QByteArrayView bytes)
{
    const auto read = administratorValues(bytes.toByteArray());
    if (!read)
        return;
    for (auto one = read->cbegin(); one != read->cend(); ++one)
        require(!one.key().isEmpty() && !one.key().contains(u'\n') && !one->contains(u'\n'));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    constexpr void (*parsers[])(QByteArrayView) = {&list, &signature, &keys, &trial, &administrator};
    parsers[data[0] % std::size(parsers)](QByteArrayView(data + 1, qsizetype(size - 1)));
    return 0;
}
