"""The figures as open data: a row for each value, for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields

from sadar.pages.figure_kinds import FigureOnDay, ValueTold

# A spreadsheet reckons a cell that begins with one of these.
_FORMULA_SIGNS = set("=+-@\t\r")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One value of a figure: every field that the public gets, and nothing else."""

    id: str
    programmes: str
    segment: str
    name_id: str
    name_en: str
    unit: str
    value: str
    value_to: str
    words_id: str
    words_en: str
    valid_from: str
    valid_until: str
    laws: str
    certainty: str
    official_text: str


def as_csv(figures: tuple[FigureOnDay, ...]) -> str:
    """With a byte order mark, and no cell that a spreadsheet would reckon as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(field.name for field in fields(FigureRow))
    for row in _rows(figures):
        writer.writerow(f"'{cell}" if cell[:1] in _FORMULA_SIGNS else cell for cell in asdict(row).values())
    return "\ufeff" + text.getvalue()


def as_json(figures: tuple[FigureOnDay, ...]) -> str:
    """One object with the list `figures`."""
    rows = [asdict(row) for row in _rows(figures)]
    return json.dumps({"figures": rows}, ensure_ascii=False, indent=1) + "\n"


def _rows(figures: tuple[FigureOnDay, ...]) -> Iterator[FigureRow]:
    for each in figures:
        for told in each.timeline:
            yield _row(each, told)


def _row(on_day: FigureOnDay, told: ValueTold) -> FigureRow:
    figure, value = on_day.figure, told.value
    return FigureRow(
        id=figure.id,
        programmes=" ".join(figure.programmes),
        segment=figure.segment,
        name_id=figure.name.id,
        name_en=figure.name.en,
        unit=figure.unit,
        value="" if value.value is None else str(value.value),
        value_to="" if value.value_to is None else str(value.value_to),
        words_id=value.words.id if value.words else "",
        words_en=value.words.en if value.words else "",
        valid_from=str(value.valid_from or ""),
        valid_until=str(value.valid_until or ""),
        laws="; ".join(f"{law.law.name} {law.article or ''}".strip() for law in told.laws),
        certainty=figure.certainty,
        official_text="unchecked" if on_day.unchecked else "",
    )
