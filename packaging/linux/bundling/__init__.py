# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Puts the desktop together with everything it needs on a Linux of any age; used by the scripts of packaging/linux."""
