# SPDX-FileCopyrightText: 2026 The Yichuang authors
# SPDX-License-Identifier: Apache-2.0
"""What an MSI is put through under Wine; used by packaging/windows/test-msi."""
