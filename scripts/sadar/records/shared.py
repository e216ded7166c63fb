"""What several records hold: words in two languages, sources, officials, notes, who looked last."""

from __future__ import annotations

from typing import Literal

from sadar.records.fields import Date, Day, Key, Line, Record, Text, WebAddress

Qualifier = Literal["about", "at-least", "at-most"]
NoteKind = Literal["contradiction", "date", "name", "context"]


class Words(Record):
    """The same words in both languages."""

    id: Text
    """Dalam bahasa Indonesia / In Indonesian"""
    en: Text
    """Dalam bahasa Inggris, dengan isi yang sama / In English, saying the same"""


class Source(Record):
    """A public report that a fact rests on."""

    publisher: Line
    """Media atau lembaga penerbit / The newspaper or organisation that published it"""
    title: Line | None = None
    """Judul laporan, seperti tercetak / Title of the report as printed"""
    url: WebAddress
    """Alamat web laporan itu / Web address of the report"""
    published: Date | None = None
    """Tanggal terbit: 2018-09-18, 2018-09, atau 2018 / Date of publication: 2018-09-18, 2018-09 or 2018"""


class Official(Record):
    """A person in office, named for the office held at the time."""

    name: Line
    """Nama pejabat / Name of the official"""
    role: Line
    """Jabatannya saat itu / The office held at the time"""
    organisation: Line
    """Lembaganya / The organisation"""


class Note(Record):
    """What a reader should know: a contradiction between sources, a doubtful date, a spelling, the circumstances."""

    kind: NoteKind
    """contradiction: sumber berbeda; date: soal tanggal; name: soal nama; context: keterangan /
    contradiction: sources differ; date: about a date; name: about a name; context: circumstances
    """
    id: Text
    """Keterangan dalam bahasa Indonesia / The note in Indonesian"""
    en: Text
    """Keterangan dalam bahasa Inggris, dengan isi yang sama / The note in English, saying the same"""
    sources: tuple[Key, ...] = ()
    """Kunci sumber keterangan ini / Keys of the sources of this note"""


class Checked(Record):
    """Who looked at the record last (a role, never a private person) and when."""

    by: Line
    """Siapa yang memeriksa: peran, bukan nama orang / Who checked it: a role, not a person"""
    date: Day
    """Harinya, tanggal lengkap: 2026-11-23 / The day, in full: 2026-11-23"""
