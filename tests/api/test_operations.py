"""Whoever keeps the service running sees whether it lives, whether it is ready, and its figures."""

from __future__ import annotations

import re

import httpx
from pydantic import SecretStr

from bot.api.health import fonts
from bot.desk.context import Desk
from bot.documents import NoFont
from storage import gauges
from storage.live import writing
from tests.api.conftest import Office
from tests.web_app import WebApp


def figure(text: str, name: str, **labels: str) -> float:
    """The value of one series."""
    wanted = ",".join(f'{key}="{value}"' for key, value in sorted(labels.items()))
    found = re.search(rf"^{name}{re.escape('{' + wanted + '}') if wanted else ''} (\S+)$", text, re.MULTILINE)
    assert found, f"{name} {labels}"
    return float(found[1])


def test_a_process_that_answers_is_alive(front_desk: Office) -> None:
    assert front_desk.nobody.get("/healthz").status_code == 200


def test_with_all_its_parts_the_service_is_ready(office: Office) -> None:
    office.app.until(lambda: office.nobody.get("/readyz").status_code == 200, "the worker says that it lives")
    answer = office.nobody.get("/readyz").json()
    assert answer["status"] == "ready"
    assert {each["state"] for each in answer["checks"]} == {"ok"}


def test_without_a_worker_it_is_not_ready_and_says_what_to_do(front_desk: Office) -> None:
    answer = front_desk.nobody.get("/readyz")
    assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")
    worker = next(each for each in answer.json()["checks"] if each["name"] == "worker")
    assert worker["state"] == "bad"
    assert "SUPERCARGO_ROLE=worker" in worker["advice"]


def test_quotations_that_could_not_be_set_are_told_before_a_buyer_opens_one(front_desk: Office) -> None:
    def none() -> tuple[str, ...]:
        raise NoFont("no font found")

    told = {each["name"]: each for each in front_desk.nobody.get("/readyz").json()["checks"]}
    assert (told["fonts"]["state"], "FiraGO" in told["fonts"]["found"]) == ("ok", True)
    nothing, no_japanese = fonts(none), fonts(can_be_set=lambda language: language != "ja")
    assert (nothing.state, no_japanese.state) == ("bad", "warn")
    assert "pip install" in nothing.advice
    assert "none for ja" in no_japanese.found


def test_prometheus_reads_what_was_asked_stored_and_waits(front_desk: Office) -> None:
    front_desk.talk("Hello there", "Are you there?")
    front_desk.sales.get("/api/conversations/1")
    front_desk.sales.get("/api/conversations/7777")
    front_desk.sales.get("/secret-path-of-alice")
    text = front_desk.nobody.get("/metrics").text
    route = "/api/conversations/{conversation_id}"
    for status in ("200", "404"):
        labels = {"method": "GET", "route": route, "status": status}
        assert figure(text, "supercargo_http_requests_total", **labels) == 1
    assert figure(text, "supercargo_messages_stored_total") == 2
    assert figure(text, "supercargo_waiting_conversations") == 1
    assert figure(text, "supercargo_jobs", task="draft_reply", state="todo") == 1
    assert figure(text, "supercargo_listen_reconnects_total") == 0
    assert figure(text, "process_resident_memory_bytes") > 1e6
    assert "alice" not in text.lower()


def test_a_worker_that_has_ended_is_no_longer_among_the_figures(front_desk: Office) -> None:
    def tell(name: str, held: int) -> None:
        async def telling(desk: Desk) -> None:
            async with writing(desk.engine) as connection:
                await gauges.tell_worker(connection, name, held)

        front_desk.app.run(telling)

    for name, held in (("one:7", 100), ("two:7", 200), ("one:7", 300)):
        tell(name, held)
    with front_desk.app.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE workers SET told_at = now() - interval '40 seconds' WHERE name = 'two:7'"
        )
    text = front_desk.nobody.get("/metrics").text
    assert figure(text, "supercargo_worker_resident_memory_bytes", worker="one:7") == 300
    assert "two:7" not in text
    with front_desk.app.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE workers SET told_at = now() - interval '2 hours'")
    tell("three:7", 100)
    assert [row.name for row in front_desk.app.rows("SELECT name FROM workers")] == ["three:7"]


def test_figures_are_for_this_machine_and_for_admins(front_desk: Office) -> None:
    def status(client: httpx.Client, **headers: str) -> int:
        return client.get("/metrics", headers=headers).status_code

    assert status(front_desk.nobody) == 200
    assert status(front_desk.nobody, **{"X-Forwarded-For": "203.0.113.9"}) == 401
    assert status(front_desk.nobody, Forwarded="for=203.0.113.9") == 401
    assert status(front_desk.sales) == 403
    assert status(front_desk.admin, **{"X-Forwarded-For": "203.0.113.9"}) == 200


def test_with_a_token_of_their_own_figures_take_a_token(web_app: WebApp) -> None:
    token = SecretStr("let me see")
    web_app.settings = web_app.settings.model_copy(update={"metrics_token": token})
    web_app.start(worker=False)
    with web_app.client() as nobody, web_app.client("let me see") as prometheus, web_app.client("x") as other:
        assert nobody.get("/metrics").status_code == 401
        assert prometheus.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 200
        assert other.get("/metrics").status_code == 401
