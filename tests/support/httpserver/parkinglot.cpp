// SPDX-FileCopyrightText: 2026 The Yichuang authors
// SPDX-License-Identifier: Apache-2.0
#include "parkinglot.h"

#include <stdexcept>

namespace yichuang::testing {

using namespace httpserver;

namespace {
Response text(const QByteArray &body)
{
    Response response;
    response.body = body;
    response.contentType = "text/plain";
    response.route = "/test";
    return response;
}
} // namespace

Handler ParkingLot::handler()
{
    return [this](const Request &request, const Responder &responder) { handle(request, responder); };
}

void ParkingLot::handle(const Request &request, const Responder &responder)
{
    {
        const std::lock_guard lock(m_mutex);
        m_last = request;
    }
    if (request.path == "/park") {
        park(responder);
    } else if (request.path == "/hold") {
        hold();
        responder.send(text("held"));
    } else if (request.path == "/throw") {
        throw std::runtime_error("thrown on purpose");
    } else if (request.path == "/big") {
        responder.send(text(QByteArray(request.query.toLongLong(), 'b')));
    } else if (request.path == "/echo") {
        responder.send(text(request.body));
    } else if (request.path != "/drop") {
        responder.send(text("ok"));
    }
}

void ParkingLot::park(const Responder &responder)
{
    responder.onGone([this] {
        const std::lock_guard lock(m_mutex);
        ++m_gone;
    });
    const std::lock_guard lock(m_mutex);
    m_parked.push_back(responder);
}

void ParkingLot::hold()
{
    std::unique_lock lock(m_mutex);
    ++m_held;
    m_go.wait(lock, [this] { return m_released; });
    --m_held;
}

int ParkingLot::parked() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_parked.size());
}

int ParkingLot::held() const
{
    const std::lock_guard lock(m_mutex);
    return m_held;
}

int ParkingLot::gone() const
{
    const std::lock_guard lock(m_mutex);
    return m_gone;
}

Request ParkingLot::last() const
{
    const std::lock_guard lock(m_mutex);
    return m_last;
}

void ParkingLot::release()
{
    std::vector<Responder> responders;
    {
        const std::lock_guard lock(m_mutex);
        m_released = true;
        responders.swap(m_parked);
    }
    m_go.notify_all();
    for (const Responder &responder : responders)
        responder.send(text("released"));
}

void ParkingLot::forget()
{
    std::vector<Responder> responders;
    const std::lock_guard lock(m_mutex);
    responders.swap(m_parked);
}

} // namespace yichuang::testing
