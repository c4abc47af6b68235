// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <httpserver/httpserver.h>
#include <mutex>
#include <vector>

namespace yichuang::testing {

/**
 * The server's counterpart in tests. Answers by path: /echo the body, /park keeps the Responder until release(), /hold keeps
 * the worker itself until release(), /throw throws, /drop lets the Responder go, /big as many bytes as the query says, anything else "ok".
 */
class ParkingLot
{
public:
    [[nodiscard]] httpserver::Handler handler();

    [[nodiscard]] int parked() const;
    [[nodiscard]] int held() const;
    [[nodiscard]] int gone() const;
    /** The last request that came. */
    [[nodiscard]] httpserver::Request last() const;
    /** Answers all parked with "released" and lets /hold go on. */
    void release();
    /** Lets the parked Responders go without an answer. */
    void forget();

private:
    void handle(const httpserver::Request &request, const httpserver::Responder &responder);
    void park(const httpserver::Responder &responder);
    void hold();

    mutable std::mutex m_mutex;
    std::condition_variable m_go;
    std::vector<httpserver::Responder> m_parked;
    httpserver::Request m_last;
    bool m_released = false;
    int m_held = 0;
    int m_gone = 0;
};

} // namespace yichuang::testing
