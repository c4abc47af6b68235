# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""Clean systems to install into, a display to look at, and what is done there; used by test-installers."""
