"""What `nation.py` measured, as a Markdown table with the ratios that matter."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from measuring import Cost

ENGINES = {"mkdocs": "plain MkDocs", "hugo": "Hugo", "zensical": "Zensical (its own theme)"}


@dataclass(frozen=True, slots=True)
class Told:
    """One size: the costs of every step and engine, the mean bytes of a village's page by engine, what is missing.

    `both` is whether our site holds two languages; the other engines make one.
    """

    villages: int
    rounds: int
    costs: dict[str, list[Cost]]
    pages: Mapping[str, float]
    missing: tuple[str, ...]
    skipped: tuple[str, ...]
    both: bool


def as_markdown(told: Told) -> str:
    """The table, and below it what its numbers mean."""
    return "\n".join([*_table(told), "", *(f"- {line}" for line in _lines(told)), ""])


def _table(told: Told) -> Iterator[str]:
    yield f"| {told.villages:,} villages, median of {told.rounds} | seconds | user+sys | peak MB | files | site MB |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, costs in told.costs.items():
        cost = _median(costs)
        numbers = (f"{cost.seconds:.2f}", f"{cost.busy:.2f}", f"{cost.megabytes:.0f}")
        label = f"{ENGINES[name]}, cold" if name in ENGINES else f"ours, {name}"
        label += "" if len(costs) == told.rounds else f" ({len(costs)} round)"
        yield f"| {label} | {' | '.join(numbers)} | {cost.files:,} | {cost.bytes / 1e6:.1f} |"


def _median(costs: Sequence[Cost]) -> Cost:
    def middle(name: str) -> float:
        return statistics.median(getattr(cost, name) for cost in costs)

    return Cost(middle("seconds"), middle("busy"), middle("megabytes"), int(middle("files")), int(middle("bytes")))


def _lines(told: Told) -> Iterator[str]:
    ours = _median(told.costs["cold"])
    for name, costs in told.costs.items():
        if name in ENGINES:
            other = _median(costs)
            pair, over, under = (
                ("ours / Hugo", ours, other) if name == "hugo" else (f"{ENGINES[name]} / ours", other, ours)
            )
            ratios = f"{over.seconds / under.seconds:.2f} on the clock, {over.busy / under.busy:.2f} of the processors"
            yield f"{pair}, cold: {ratios}"
    weights = (
        f"{ENGINES.get(name, name)} {size:,.0f}{_off(size, told.pages['ours'])}" for name, size in told.pages.items()
    )
    yield f"A village's page, mean bytes: {', '.join(weights)}."
    yield "Ours makes search, pictures, open data and the finder, too; the others only turn the same pages to HTML."
    if told.both:
        yield "Ours holds two languages here, the others one."
    if told.missing:
        yield f"Not installed, so not measured: {', '.join(told.missing)}."
    if told.skipped:
        yield f"Left out as asked: {', '.join(told.skipped)}."


def growth(told: Sequence[Told]) -> str:
    """How the time of our cold build grows from each size to the next."""
    seconds = [_median(each.costs["cold"]).seconds for each in told]
    steps = (
        f"- From {first.villages:,} to {then.villages:,} villages ({then.villages / first.villages:.2f} x): "
        f"{after / before:.2f} x the time, cold.\n"
        for first, then, before, after in zip(told, told[1:], seconds, seconds[1:], strict=False)
    )
    return "".join(steps)


def _off(size: float, ours: float) -> str:
    return "" if size == ours else f" ({100 * (size / ours - 1):+.1f} %)"
