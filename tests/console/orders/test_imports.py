"""Exports in the console: shown first, corrected, taken in; what is refused is a file to mend."""

from __future__ import annotations

import csv
import io
import re

from tests.console.conftest import Office
from tests.console.orders.test_orders import selling, state, upload

__all__ = ["selling"]


def test_an_export_is_shown_first_corrected_and_taken_in(selling: Office) -> None:
    boris, mei = selling.colleague("Boris"), selling.colleague("Mei", "manager")
    assert upload(boris).status_code == 403
    tried = upload(mei)
    assert tried.status_code == 200
    assert state(selling) == "quoted"
    assert "Over the sea" in tried.text
    (confirm,) = re.findall(r'action="/console(/orders/import/[^"]+/confirm)"', tried.text)
    form = dict(re.findall(r'<input type="hidden" name="(heading:\d+)" value="([^"]+)">', tried.text))
    form |= {"means:Over the sea": "shipped"}
    again = mei.post(confirm.replace("confirm", "again"), by_script=False, **form)
    assert again.status_code == 200
    assert state(selling, "Q-2026-0002") == "quoted"
    done = mei.post(confirm, by_script=False, **form)
    assert "orders.csv was taken in" in done.text
    assert (state(selling), state(selling, "Q-2026-0002")) == ("shipped", "shipped")
    assert selling.app.rows("SELECT count(*) AS n FROM uploads")[0].n == 0
    assert mei.post(confirm, by_script=False, **form).status_code == 409
    assert '"2"' not in upload(mei).text  # what was said of the status is known by now
    assert "Nothing" not in done.text


def test_what_would_be_refused_is_a_file_to_mend(selling: Office) -> None:
    mei = selling.colleague("Mei", "manager")
    number = re.search(r"/orders/import/(orders-[0-9a-f]+)/refused.csv", upload(mei).text)
    assert number is not None
    told = mei.post(f"/orders/import/{number[1]}/refused.csv")
    assert told.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(told.text.removeprefix("\ufeff"))))
    assert [row[:3] for row in rows] == [["line", "column", "value"], ["3", "Order Status", "Over the sea"]]


def test_an_export_that_cannot_be_read_says_why(selling: Office) -> None:
    mei = selling.colleague("Mei", "manager")
    answer = upload(mei, "Order ID,Status,Payment date\nA1,Paid,03/04/2026\n")
    assert answer.status_code == 422
    assert "3 April" in answer.text
    assert upload(mei, "").status_code == 422
    assert mei.post("/orders/import", by_script=False).status_code == 422
    assert upload(mei, "x" * (21 * 2**20)).status_code == 413
