"""What the files on contributions and benefits may hold: laws, sources, figures with their values in time."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from sadar.records.fields import Date, Day, Key, Line, Number, Record, WebAddress
from sadar.records.shared import Checked, Qualifier, Words

Programme = Literal["jkk", "jkm", "jht", "jp", "jkp"]
SEVERAL = "several"
Segment = Literal["bpu", "pu", "construction", "migrant", "village", "all", "all-but-migrant"]
FigureUnit = Literal[
    "rupiah", "rupiah-a-month", "rupiah-a-year", "percent", "months", "years", "working-days", "hours", "children",
    "times-wage", "text",
]  # fmt: skip

Payer = Literal["participant", "employer", "village", "government", "several"]
Certainty = Literal["two-plus", "one", "conflicting", "derived"]


class Law(Record):
    """A law or regulation, by the short name people use."""

    name: Line
    """Nama pendek peraturan: PP 44/2015 / Short name of the regulation"""
    title: Words
    """Judulnya dalam dua bahasa / Its title in both languages"""
    url: WebAddress | None = None
    """Alamat web naskah resminya, jika diketahui / Web address of the official text, if known"""


class LawsRecord(Record):
    """All laws that figures rest on (`content/laws.yml`)."""

    laws: dict[Key, Law]
    """Semua dasar hukum, masing-masing dengan kunci seperti pp-44-2015 / All laws, each below a short key"""


class FigureSource(Record):
    """A report that states a figure; `grade` says how near it stands to the law."""

    publisher: Line
    """Media atau lembaga penerbit / The newspaper or organisation that published it"""
    url: WebAddress | None = None
    """Alamat web laporan itu / Web address of the report"""
    published: Date | None = None
    """Tanggal terbit: 2026-02-04, 2026-02, atau 2026 / Date of publication: 2026-02-04, 2026-02 or 2026"""
    grade: Literal["regulation", "official", "secondary"]
    """regulation: naskah peraturan; official: lembaga resmi; secondary: lainnya / the law; official body; others"""


class FigureSourcesRecord(Record):
    """All sources of figures (`content/figure-sources.yml`)."""

    sources: dict[Key, FigureSource]
    """Semua sumber angka, masing-masing dengan kunci seperti s01 / All sources of figures, each below a short key"""


class LawCited(Record):
    """A law, and where the figure stands in it; editors may type the bare key of the law."""

    model_config = ConfigDict(json_schema_extra={"type": ["string", "object"], "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"})

    law: Key
    """Kunci peraturan dari content/laws.yml / Key of a law in content/laws.yml"""
    article: Line | None = None
    """Pasal atau lampirannya: Pasal 26 / The article or annex: Pasal 26"""

    @model_validator(mode="before")
    @classmethod
    def _bare_key(cls, given: Any) -> Any:
        return {"law": given} if isinstance(given, str) else given


class TimedValue(Record):
    """A value and the time it holds: `from` and `until` are the first and the last day."""

    value: Number | None = None
    """Angkanya, tanpa pemisah ribuan: 16800 / The number, without thousands separator: 16800"""
    value_to: Number | None = None
    """Batas atas, jika angkanya rentang / Upper end, if the figure is a range"""
    words: Words | None = None
    """Aturan dalam kata-kata, sebagai ganti value / A rule in words, in place of value"""
    valid_from: Annotated[Date | None, Field(alias="from")] = None
    """Hari pertama nilai ini berlaku: 2027-01-01 / The first day on which this value holds: 2027-01-01"""
    valid_until: Annotated[Day | None, Field(alias="until")] = None
    """Hari terakhirnya; kosong jika belum diketahui / The last day on which it holds; empty where not known"""
    laws: tuple[LawCited, ...] = ()
    """Dasar hukum nilai ini, jika lain dari dasar angka itu / The laws of this value, if other than the figure's"""

    @model_validator(mode="after")
    def _one_of_two(self) -> TimedValue:
        if (self.value is None) == (self.words is None):
            raise PydanticCustomError("value-or-words", "value-or-words")
        return self


class BenefitFigure(Record):
    """One figure on what protection costs or pays, with every value it had, has and will have."""

    id: Key
    """Nama angka, yang ditulis halaman sebagai [[nama]] / The figure's name, which pages write as [[name]]"""
    programmes: Annotated[tuple[Programme, ...], Field(min_length=1)]
    """Program yang dimaksud: jkk, jkm, jht, jp, jkp / The programmes it is about: jkk, jkm, jht, jp, jkp"""
    segment: Segment
    """bpu: mandiri; pu: penerima upah; construction: bangunan; migrant: migran; village: aparat desa; all: semua /
    self-employed; wage earners; construction; migrants; village staff; all; all but migrants
    """
    name: Words
    """Apa yang dihitung, tanpa angkanya / What the number is, without the number"""
    unit: FigureUnit
    """Satuannya: rupiah, sebulan, setahun, persen, lama, kali upah, atau text (kata-kata) /
    The unit: rupiah, a month, a year, percent, a time, times the wage, or text (words)
    """
    payer: Payer | None = None
    """Siapa yang membayar; several: beberapa pihak / Who pays; several: more than one of them"""
    values: Annotated[tuple[TimedValue, ...], Field(min_length=1)]
    """Semua nilai menurut waktu, yang terlama di atas, tanpa celah / All values, the oldest first, without a gap"""
    qualifier: Qualifier | None = None
    """about: sekitar; at-least: paling sedikit; at-most: paling banyak / about; at least; at most"""
    condition: Words | None = None
    """Syarat yang tampil di samping nilainya / The condition shown beside the value"""
    laws: tuple[LawCited, ...] = ()
    """Dasar hukumnya: kunci, atau law dengan article / Its laws: a key, or law with article"""
    sources: tuple[Key, ...] = ()
    """Kunci sumber dari content/figure-sources.yml / Keys of sources in content/figure-sources.yml"""
    certainty: Certainty
    """two-plus: dua sumber lebih; one: satu; conflicting: berbeda; derived: hitungan kami /
    two sources or more; one; they differ; our own arithmetic
    """
    conflict: Words | None = None
    """Apa yang berbeda di antara sumber / What the sources disagree on"""
    note: Words | None = None
    """Hal lain yang perlu diketahui pembaca / What else a reader should know"""
    official_text: Literal["unchecked"] | Checked | None = None
    """unchecked: belum dicocokkan dengan naskah resmi; sesudahnya: siapa dan kapan /
    unchecked: not yet compared with the official text; afterwards: by whom and when
    """
    checked: Checked
    """Pemeriksaan terakhir / The last check"""
    check_again_by: Day
    """Hari terakhir untuk memeriksanya lagi: 2027-05-31 / The day by which it is checked again: 2027-05-31"""

    @property
    def group(self) -> str:
        """The list it stands in: its programme's, or that of figures for several programmes."""
        return self.programmes[0] if len(self.programmes) == 1 else SEVERAL


class FiguresRecord(Record):
    """A file of figures (`content/figures/<group>.yml`)."""

    figures: tuple[BenefitFigure, ...]
    """Semua angka di berkas ini / All figures of this file"""


class IncomeRow(Record):
    """Incomes from `from` up to and including `to` count as the fixed `base` (rupiah a month)."""

    income_from: Annotated[Number, Field(alias="from")]
    """Penghasilan sebulan mulai dari, dalam rupiah: 1100000 / Monthly income from, in rupiah: 1100000"""
    income_to: Annotated[Number | None, Field(alias="to")] = None
    """Sampai dengan; kosong di baris terakhir / Up to and including; empty in the last row"""
    base: Number
    """Dasar tetap untuk iuran dan santunan / The fixed base of contributions and cash benefits"""


class IncomeTable(BenefitFigure):
    """The table that turns a self-employed worker's income into the base of contributions and benefits."""

    unit: FigureUnit = "text"
    """Selalu text, atau kosong / Always text, or empty"""
    values: tuple[TimedValue, ...] = ()
    """Kosong: isinya ada di rows / Empty: its content stands in rows"""
    rows: Annotated[tuple[IncomeRow, ...], Field(min_length=1)]
    """Baris tabel, penghasilan terkecil di atas / The rows of the table, the smallest income first"""
