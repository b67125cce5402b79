"""What a process of the web counts about itself, for Prometheus. No label ever holds anything of a buyer."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.process_collector import ProcessCollector

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Instruments:
    """One app's own registry: two apps in one process count apart."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry(auto_describe=True)
        ProcessCollector(registry=self.registry)
        self._requests = Counter(
            "supercargo_http_requests", "Requests answered, by the route's template.",
            ("route", "method", "status"), registry=self.registry,
        )  # fmt: skip
        self._seconds = Histogram(
            "supercargo_http_request_seconds", "How long answering took; open streams are not in it.",
            ("route", "method"), buckets=_BUCKETS, registry=self.registry,
        )  # fmt: skip

    def asked(self, route: str, method: str, status: int, seconds: float | None) -> None:
        """A request that was answered; `seconds` is None for a stream that stayed open."""
        self._requests.labels(route, method, str(status)).inc()
        if seconds is not None:
            self._seconds.labels(route, method).observe(seconds)
