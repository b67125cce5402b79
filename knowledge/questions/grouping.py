"""Questions put to groups as they come in, by average linkage: two groups are one where their questions are
alike on average.

That average follows from the sums of their vectors, so what has been grouped is not read again: new questions
are held against groups, and a hundred thousand questions cost no more than their groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

ALIKE = 0.38
"""Mean likeness from which on two groups are one. Measured by `python -m benchmarks.questions`: lower,
different questions meet; higher, the same one is listed several times."""
_LOOKED_AT = 20
"""Groups about other goods that may be nearer than the right one."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group as it is kept. `total` is the sum of its `count` questions' vectors, `about` the SKU that they
    name. One that is not `open` (answered or dismissed) takes new questions in, and no other group."""

    id: int
    total: Vectors
    count: int
    about: str | None = None
    open: bool = True


@dataclass(slots=True)
class Grouped:
    """A group that got something: new questions by their number, and the ids of groups that went into it.
    `id` is None for a new one."""

    id: int | None
    total: Vectors
    count: int
    about: str | None
    open: bool
    questions: list[int] = field(default_factory=list)
    took_in: list[int] = field(default_factory=list)


def grouped(
    vectors: Vectors, abouts: Sequence[str | None], groups: Sequence[Group], least: float = ALIKE
) -> list[Grouped]:
    """Put each row of `vectors` to a group. Questions that name different SKUs never meet."""
    return list(_Grouping(vectors, abouts, groups, least).run())


class _Grouping:
    def __init__(
        self, vectors: Vectors, abouts: Sequence[str | None], groups: Sequence[Group], least: float
    ) -> None:
        import numpy as np

        self._least = least
        self._all = [
            Grouped(group.id, group.total, group.count, group.about, group.open) for group in groups
        ] + [
            Grouped(None, row, 1, about, True, [number])
            for number, (row, about) in enumerate(zip(vectors, abouts, strict=True))
        ]
        size = vectors.shape[1]
        self._means = np.zeros((len(self._all), size), np.float32)
        for number, each in enumerate(self._all):
            self._means[number] = each.total / each.count
        self._gone = np.zeros(len(self._all), bool)
        self._active = {number: self._nearest(number) for number in range(len(groups), len(self._all))}

    def run(self) -> Iterator[Grouped]:
        """Joins the two nearest until none are near enough."""
        while self._active:
            first = max(self._active, key=lambda number: self._active[number][0])
            likeness, second = self._active[first]
            if likeness < self._least:
                break
            self._join(first, second)
        for number in self._active:
            yield self._all[number]

    def _join(self, first: int, second: int) -> None:
        one, other = self._all[first], self._all[second]
        # What is kept already keeps its number; of two, what was decided, then the older one.
        if (one.id is None, one.open, one.id or 0) > (other.id is None, other.open, other.id or 0):
            first, second, one, other = second, first, other, one
        one.total = one.total + other.total
        one.count += other.count
        one.about = one.about or other.about
        one.questions += other.questions
        one.took_in += [*other.took_in, *([other.id] if other.id is not None else [])]
        self._gone[second] = True
        self._means[first] = one.total / one.count
        self._active.pop(second, None)
        self._active[first] = self._nearest(first)
        for number, (_, near) in self._active.items():
            if near in (first, second) and number != first:
                self._active[number] = self._nearest(number)

    def _nearest(self, number: int) -> tuple[float, int]:
        """(likeness, group) of the nearest that it may be joined with; likeness -1 where there is none."""
        import numpy as np

        near = self._means @ self._means[number]
        near[self._gone] = -1.0
        near[number] = -1.0
        most = min(_LOOKED_AT, len(near))
        top = np.argpartition(-near, most - 1)[:most]
        for other in sorted(top, key=lambda each: -near[each]):
            if self._may_meet(self._all[number], self._all[other]):
                return float(near[other]), int(other)
        return -1.0, number

    def _may_meet(self, one: Grouped, other: Grouped) -> bool:
        if one.about and other.about and one.about != other.about:
            return False
        return one.id is None or other.id is None or (one.open and other.open)
