# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Compiles for Windows what the desktop is linked with: pinned sources in, one folder for each library out."""
