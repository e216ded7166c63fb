"""The lines of an estimate: for whom which figure counts, and times what; the calculator's script reads them, too.

A `#` in a figure's id stands for the group of risk, or for each slice of a contract's value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Who = Literal["farmer", "driver", "village", "employee", "builder", "project"]
Part = Literal["contribution", "condition", "accident", "disability", "death-at-work", "death", "layoff", "old-age"]

SLICES = ("1", "2", "3", "4", "5")
SELF_EMPLOYED: tuple[Who, ...] = ("farmer", "driver")
_FARMER: tuple[Who, ...] = ("farmer",)
_DRIVER: tuple[Who, ...] = ("driver",)
_VILLAGE: tuple[Who, ...] = ("village",)
_EMPLOYEE: tuple[Who, ...] = ("employee",)
_BUILDER: tuple[Who, ...] = ("builder",)
_PROJECT: tuple[Who, ...] = ("project",)
_PAID_WAGES: tuple[Who, ...] = ("village", "employee", "builder", "project")
_ALL: tuple[Who, ...] = (*SELF_EMPLOYED, *_PAID_WAGES)
_SAVERS: tuple[Who, ...] = (*SELF_EMPLOYED, "village", "employee")
_PENSIONERS: tuple[Who, ...] = ("village", "employee")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an estimate. All but `whos` and `part` are ids of figures.

    The figure counts times the base (`of_base`: rupiah a month) or the contract's value in slices (`slices`); else it
    stands for itself. `share`: the percentage of the result that is paid. `cap`: the highest base that counts.
    `floor`: the smallest result. `also`: a figure that states a condition.
    """

    whos: tuple[Who, ...]
    part: Part
    figure: str
    of_base: bool = False
    share: str = ""
    cap: str = ""
    floor: str = ""
    slices: str = ""
    also: str = ""

    @property
    def reckoned(self) -> bool:
        """Whether the amount is worked out, and not the figure's own value."""
        return self.of_base or bool(self.share or self.slices)


def _paid(whos: tuple[Who, ...], figure: str, share: str = "", cap: str = "") -> Line:
    return Line(whos, "contribution", figure, of_base=True, share=share, cap=cap)


_OTHER, _TRANSPORT, _CAP = "bpu-share-paid-other", "bpu-share-paid-transport", "jp-wage-cap"

LINES: tuple[Line, ...] = (
    _paid(_FARMER, "bpu-jkk-rate", share=_OTHER),
    _paid(_DRIVER, "bpu-jkk-rate", share=_TRANSPORT),
    Line(_FARMER, "contribution", "bpu-jkm-amount", share=_OTHER),
    Line(_DRIVER, "contribution", "bpu-jkm-amount", share=_TRANSPORT),
    _paid(SELF_EMPLOYED, "bpu-jht-rate"),
    _paid(_VILLAGE, "village-jht-rate-official"),
    _paid(_VILLAGE, "village-jp-rate-official", cap=_CAP),
    _paid(_EMPLOYEE, "pu-jht-rate-worker"),
    _paid(_EMPLOYEE, "pu-jp-rate-worker", cap=_CAP),
    _paid(_VILLAGE, "village-jkk-rate"),
    _paid(_VILLAGE, "village-jkm-rate"),
    _paid(_VILLAGE, "village-jht-rate-village"),
    _paid(_VILLAGE, "village-jp-rate-village", cap=_CAP),
    _paid(_EMPLOYEE, "pu-jkk-rate-#"),
    _paid(_EMPLOYEE, "pu-jkm-rate"),
    _paid(_EMPLOYEE, "pu-jht-rate-employer"),
    _paid(_EMPLOYEE, "pu-jp-rate-employer", cap=_CAP),
    _paid(_BUILDER, "jakon-jkk-wage-known"),
    _paid(_BUILDER, "jakon-jkm-wage-known"),
    Line(_PROJECT, "contribution", "construction-jkk-tier-#", slices="construction-slice-#"),
    Line(_PROJECT, "contribution", "construction-jkm-tier-#", slices="construction-slice-#"),
    Line(SELF_EMPLOYED, "condition", "bpu-arrears-grace"),
    Line(_ALL, "accident", "jkk-medical"),
    Line(_ALL, "accident", "jkk-stmb-first-12-months", of_base=True),
    Line(_ALL, "accident", "jkk-stmb-after-12-months", of_base=True),
    Line(_ALL, "accident", "jkk-report-first"),
    Line(_ALL, "disability", "jkk-disability-total", of_base=True),
    Line(_ALL, "disability", "jkk-periodic"),
    Line(_ALL, "disability", "jkk-scholarship"),
    Line(_ALL, "death-at-work", "jkk-death", of_base=True, floor="jkk-death-floor"),
    Line(_ALL, "death-at-work", "jkk-periodic"),
    Line(_ALL, "death-at-work", "jkk-funeral"),
    Line(_ALL, "death-at-work", "jkk-scholarship"),
    Line(SELF_EMPLOYED, "death", "jkm-total", also="jkm-bpu-full-after"),
    Line(SELF_EMPLOYED, "death", "jkm-bpu-under-3-months"),
    Line(_PAID_WAGES, "death", "jkm-total"),
    Line(_ALL, "death", "jkm-scholarship"),
    Line(_EMPLOYEE, "layoff", "jkp-cash-rate", of_base=True, cap="jkp-wage-cap"),
    Line(_EMPLOYEE, "layoff", "jkp-months-required"),
    Line(_SAVERS, "old-age", "jht-benefit"),
    Line(_SAVERS, "old-age", "jht-full-age"),
    Line(_PENSIONERS, "old-age", "jp-age"),
    Line(_PENSIONERS, "old-age", "jp-min-months-monthly"),
)


def figures_of(line: Line) -> tuple[str, ...]:
    """The ids of every figure that a line can use, its own first."""
    ids = (line.figure, line.share, line.cap, line.floor, line.also, line.slices)
    return tuple(name for each in ids if each for name in (_each(each) if "#" in each else (each,)))


def _each(figure: str) -> tuple[str, ...]:
    return tuple(figure.replace("#", number) for number in SLICES)
