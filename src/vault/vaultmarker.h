// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <domain/error.h>
#include <optional>

namespace yichuang::vault {

/**
 * The small file beside a store ("<store>.marker") that says a store existed here and which keys it may have, so that
 * a vanished or emptied store is not taken for a new one and a wrong key is told from damage. It holds no secret.
 */
struct VaultMarker {
    /** SecureKey::keyId of the key in use, and during a rotation of the next one. */
    QStringList keyIds;
    /** The store has had its tables in its own file: one without them is damaged, not new. */
    bool filled = false;
    /** Somebody at work met a damaged page: the next opening is to read every page before anybody works with it. */
    bool damageMet = false;

    friend bool operator==(const VaultMarker &, const VaultMarker &) = default;
};

[[nodiscard]] QString markerPath(const QString &file);
/** Nothing when there is no marker; a marker without key ids when it cannot be read or understood. */
[[nodiscard]] std::optional<VaultMarker> readMarker(const QString &file);
/** Replaces the marker atomically; VaultNotWritable when it cannot. */
[[nodiscard]] domain::Result<void> writeMarker(const QString &file, const VaultMarker &marker);

} // namespace yichuang::vault
