"""Batches on workers that may be lost: redone, halved, and their results in order.

A batch that was under way when its worker was lost is done again. One that ends two workers is
halved, and each half that ends one again, until a single item is left; an item that ends two
workers by itself is given up with a reason. So is one that takes too long.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field, replace
from typing import Generic

from actors.engines.base import EngineError, Handed, Workers, batches, name_batch
from actors.types import Item, Lost, Result

__all__ = ["ENDED", "in_order"]

ENDED = (
    "a worker process ended before its work was done: the system may have killed it "
    "for want of memory (use fewer workers), or the script that started it lacks "
    "`if __name__ == '__main__':`; what was done is kept, run the same command again"
)
_KILLS = (
    "ended the process that read it, twice; for want of memory, or by a fault of a library: "
    "split it into parts"
)
_OVER_TIME = "took more than {:g} s to read: split it into parts, or allow more with --seconds"

_TRIES = 2
"""How often a batch, and at last a single item, may end its worker."""
_LOOK = 30.0
"""Seconds after which workers are asked again how many there are."""
_AHEAD = 3
"""How many times what is under way may be done already while the first of it takes long."""
_IN_A_ROW = 30
"""Workers lost one after another, with nothing done in between: then it isn't the items."""


@dataclass(frozen=True, slots=True)
class _Task(Generic[Item]):
    """Items beside each other, the first of them by its place among all; and what befell them.

    ``halved`` tells that a larger batch with these items ended its workers.
    """

    first: int
    items: Sequence[Item]
    tries: int = 0
    halved: bool = False


@dataclass(slots=True)
class _UnderWay(Generic[Item]):
    """A task that a worker has, since when, and whether it was stopped for taking too long."""

    task: _Task[Item]
    since: float = field(default_factory=time.monotonic)
    stopped: bool = False


def in_order(
    workers: Workers,
    work: Callable[[Sequence[Item]], list[Result]],
    items: Iterable[Item],
    *,
    batch: int,
    lost: Lost[Item, Result] | None = None,
    seconds: float = 0,
) -> Iterator[Result]:
    """The results of all items, in their order, whatever becomes of the workers.

    Args:
        workers: where the work is done
        work: a function of a batch
        items: taken only as fast as the workers need them
        batch: how many items a worker gets at once
        lost: gives the result of an item that ends its worker, or takes too long
        seconds: what a batch may take before it is done again item by item; 0: no limit

    Raises:
        EngineError: an item ended its workers and ``lost`` is not given, or no worker holds out
        Exception: what ``work`` raised, with a note on the items it worked on
    """
    line = _Line(workers, work, batches(items, batch), lost, seconds)
    while line.go_on():
        yield from line.ready()


def _error(future: Handed) -> BaseException | None:
    """What a future failed of; a cancelled one of that."""
    try:
        return future.exception()
    except CancelledError as error:
        return error


class _Line(Generic[Item, Result]):
    """Tasks from the items that come in to the results that go out."""

    def __init__(
        self,
        workers: Workers,
        work: Callable[[Sequence[Item]], list[Result]],
        source: Iterator[list[Item]],
        lost: Lost[Item, Result] | None,
        seconds: float,
    ) -> None:
        self.workers, self.work, self.source = workers, work, source
        self.lost, self.seconds = lost, seconds
        self.again: deque[_Task[Item]] = deque()
        self.under_way: dict[Future[list[Result]], _UnderWay[Item]] = {}
        self.done: dict[int, tuple[int, list[Result] | BaseException]] = {}
        self.taken = self.given = self.in_a_row = 0

    def go_on(self) -> bool:
        """Hand out what there is room for and wait for something to be done; False at the end."""
        self._hand_out(ahead=_AHEAD)
        if not self.under_way:
            return False
        done, _ = wait(self.under_way, timeout=self._next_limit(), return_when=FIRST_COMPLETED)
        for future in done:
            self._take(self.under_way.pop(future), future)
        self._stop_late()
        return True

    def ready(self) -> Iterator[Result]:
        """The results that are next in order."""
        while self.given in self.done:
            size, results = self.done.pop(self.given)
            if isinstance(results, BaseException):
                raise results
            self.given += size
            yield from results
            self._hand_out()

    def _hand_out(self, ahead: int = 1) -> None:
        """Give the workers all that they have room for; `ahead` times that may wait or be done."""
        while len(self.under_way) < self.workers.room() and (task := self._next(ahead)):
            future = self.workers.submit(self.work, task.items)
            self.under_way[future] = _UnderWay(task)

    def _next(self, ahead: int) -> _Task[Item] | None:
        """What to do next: first what has to be done again, by itself where that tells more."""
        if any(self._alone(one.task) for one in self.under_way.values()):
            return None
        if self.again:
            waits = self.under_way and self._alone(self.again[0])
            return None if waits else self.again.popleft()
        if len(self.under_way) + len(self.done) >= ahead * self.workers.room():
            return None  # the first of them takes long: what comes after it has to wait
        return self._new()

    def _alone(self, task: _Task[Item]) -> bool:
        """Whether nothing else may be under way, so that it is known what ended a worker."""
        return not self.workers.told_apart and (task.halved or task.tries >= _TRIES)

    def _new(self) -> _Task[Item] | None:
        items = next(self.source, None)
        if items is None:
            return None
        task = _Task(self.taken, items)
        self.taken += len(items)
        return task

    def _take(self, had: _UnderWay[Item], future: Future[list[Result]]) -> None:
        task, error = had.task, _error(future)
        if error is None:
            self.in_a_row = 0
            self.done[task.first] = (len(task.items), future.result())
            return
        guilty = had.stopped or self.workers.culprit(future, error)
        if guilty is None:
            name_batch(error, task.first, len(task.items))
            self.done[task.first] = (len(task.items), error)
        elif had.stopped:
            self._late(task)
        else:
            self._redo(replace(task, tries=task.tries + guilty))
            self._endure(guilty, error)

    def _endure(self, guilty: bool, error: BaseException) -> None:
        self.in_a_row += guilty
        if self.in_a_row >= _IN_A_ROW:
            raise EngineError(ENDED) from error

    def _redo(self, task: _Task[Item]) -> None:
        """Do a task again, whole or in halves; give up what ended its workers by itself."""
        if len(task.items) == 1 and task.tries >= _TRIES + (self._alone(task) and not task.halved):
            self._give_up(task, _KILLS)
        elif len(task.items) > 1 and task.tries >= (1 if task.halved else _TRIES):
            middle = len(task.items) // 2
            self._split(task, [task.items[:middle], task.items[middle:]])
        else:
            self.again.appendleft(task)

    def _late(self, task: _Task[Item]) -> None:
        if len(task.items) == 1:
            self._give_up(task, _OVER_TIME.format(self.seconds))
        else:
            self._split(task, [[item] for item in task.items])

    def _split(self, task: _Task[Item], parts: Sequence[Sequence[Item]]) -> None:
        first, tasks = task.first, list[_Task[Item]]()
        for part in parts:
            tasks.append(_Task(first, part, halved=True))
            first += len(part)
        self.again.extendleft(reversed(tasks))

    def _give_up(self, task: _Task[Item], reason: str) -> None:
        if self.lost is None:
            raise EngineError(ENDED if reason is _KILLS else f"an item {reason}")
        self.done[task.first] = (1, [self.lost(task.items[0], reason)])

    def _next_limit(self) -> float:
        """Seconds to wait for something to be done before looking whether all is well."""
        if not self.seconds:
            return _LOOK
        begun = min(map(self._begun, self.under_way), default=0.0)
        return min(_LOOK, max(0.05, begun + self.seconds - time.monotonic()))

    def _stop_late(self) -> None:
        now = time.monotonic()
        for future, had in self.under_way.items():
            if self.seconds and not had.stopped and now - self._begun(future) > self.seconds:
                had.stopped = self.workers.stop(future)

    def _begun(self, future: Future[list[Result]]) -> float:
        """When a worker took a batch up, as far as that is known: when it was handed out."""
        return max(self.under_way[future].since, self.workers.free_since(future))
