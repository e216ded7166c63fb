"""What a launch record (`launch.yml`) may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sadar.records.clock import Time
from sadar.records.fields import Date, Key, Line, Record, TimeZone, VillageAddress, Weekday
from sadar.records.photos import PhotoRecord
from sadar.records.shared import Checked, Note, Official, Source

LaunchKind = Literal["launch", "signing", "certification", "award"]
LaunchStatus = Literal["planned", "held", "postponed", "cancelled"]


class LaunchRecord(Record):
    """A ceremony of the programme: one can serve several villages, and a village can have several."""

    date: Date
    """Tanggal acara, setepat sumbernya: 2018-09-18, 2018-09, 2018, atau unknown /
    Date of the ceremony, as precise as its source
    """
    weekday_in_source: Weekday | None = None
    """Hari yang tertulis di sumber / The weekday that the source prints"""
    kind: LaunchKind
    """launch: peluncuran; signing: penandatanganan; certification: penetapan; award: penghargaan /
    The kind of ceremony
    """
    status: LaunchStatus
    """planned: direncanakan; held: terlaksana; postponed: ditunda, tanggalnya tetap rencana semula; cancelled:
    dibatalkan / planned; held; postponed, with the date first planned; cancelled
    """
    venue: Line | None = None
    """Tempat acara / Where it was held"""
    time: Time | None = None
    """Jam mulai, menurut jam setempat: "09:30" dengan tanda kutip /
    When it begins, by the clock there: "09:30" in quotation marks
    """
    time_zone: TimeZone
    """Zona waktu tempat acara / Time zone of the venue"""
    villages: Annotated[tuple[VillageAddress, ...], Field(min_length=1)]
    """Alamat desa, yaitu folder di bawah villages/, sedikitnya satu /
    Addresses of the villages: their folders below villages/, at least one
    """
    officials: tuple[Official, ...] = ()
    """Pejabat yang hadir atau disebut, dengan jabatannya saat itu /
    Officials present or named, with the office held at the time
    """
    parties: tuple[Line, ...] = ()
    """Lembaga yang membuat kesepakatan / Organisations that made the agreement"""
    notes: tuple[Note, ...] = ()
    """Hal lain yang perlu diketahui pembaca, misalnya sumber yang berbeda /
    What else a reader should know, such as sources that differ
    """
    photos: tuple[PhotoRecord, ...] = ()
    """Foto dan gambar di folder photos/ / Photos and drawings in the folder photos/"""
    sources: Annotated[dict[Key, Source], Field(min_length=1)]
    """Semua sumber catatan ini, masing-masing dengan kunci pendek seperti antara-kaltim /
    All sources of this record, each below a short key such as antara-kaltim
    """
    checked: Checked
    """Pemeriksaan terakhir / The last check"""
