"""What the files in `content/` may hold: page front matter, the programme's own counts, the glossary."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sadar.records.fields import Key, Line, Number, Record, WebAddress
from sadar.records.shared import Words

CountKind = Literal["realised", "target", "total-planned"]


class FrontMatter(Record):
    """The head of a hand-written page."""

    title: Annotated[Line, Field(max_length=90)]
    description: Annotated[Line, Field(max_length=160)]
    label: Annotated[Line, Field(max_length=20)] | None = None  # its name in the navigation
    photo: Line | None = None  # a file that content/photos.yml tells of


class Count(Record):
    """A number of villages that the programme or the press stated for a year; `area` is absent for the country."""

    year: Annotated[int, Field(ge=2015, le=2100)]
    """Tahun yang dihitung / The year that is counted"""
    kind: CountKind
    """realised: tercapai; target: sasaran; total-planned: jumlah rencana sampai tahun itu /
    realised; target; total planned up to that year
    """
    villages: Number
    """Jumlah desa, tanpa pemisah ribuan / Number of villages, without thousands separator"""
    area: Line | None = None
    """Wilayahnya; kosong berarti seluruh Indonesia / The area; empty means the whole country"""
    publisher: Line
    """Media atau lembaga penerbit / The newspaper or organisation that published it"""
    source: WebAddress
    """Alamat web laporan itu / Web address of the report"""
    note: Words | None = None
    """Keterangan dalam dua bahasa / A note in both languages"""


class Contradiction(Record):
    """A statement on the programme that other sources contradict."""

    statement: Words
    """Pernyataan tentang program / The statement on the programme"""
    against: Words
    """Apa yang bertentangan dengannya / What contradicts it"""
    publisher: Line
    """Media atau lembaga penerbit / The newspaper or organisation that published it"""
    source: WebAddress
    """Alamat web laporan itu / Web address of the report"""


class CountsRecord(Record):
    """The programme's own published counts (`content/figures/counts.yml`)."""

    counts: tuple[Count, ...]
    """Jumlah desa yang diumumkan, satu baris setiap pernyataan /
    Published numbers of villages, one entry a statement
    """
    contradictions: tuple[Contradiction, ...] = ()
    """Pernyataan yang bertentangan dengan sumber lain / Statements that other sources contradict"""


class Term(Record):
    """A word of the programme, explained."""

    id: Key
    """Kunci istilah: huruf kecil, angka, dan tanda hubung / Key of the term: small letters, digits and hyphens"""
    term: Line
    """Istilahnya, dalam bahasa Indonesia / The term, in Indonesian"""
    also: tuple[Line, ...] = ()
    """Sebutan lain / Other names of it"""
    definition: Words
    """Artinya, dalam dua bahasa / What it means, in both languages"""


class GlossaryRecord(Record):
    """The glossary (`content/glossary.yml`)."""

    terms: tuple[Term, ...]
    """Semua istilah / All terms"""
