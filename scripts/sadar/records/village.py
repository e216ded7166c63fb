"""What a village record (`village.yml`) may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sadar.records.fields import Date, Key, Line, Number, Record, Text, VillageCode, WebAddress
from sadar.records.photos import PhotoRecord
from sadar.records.shared import Checked, Note, Qualifier, Source, Words

Status = Literal["planned", "launched", "certified", "awarded", "ended"]
Kind = Literal["desa", "kelurahan", "kampung", "gampong", "nagari", "negeri", "pekon", "lembang", "desa adat"]
Unit = Literal[
    "people", "workers", "households", "villages", "percent", "rupiah", "companies", "employers", "organisations",
    "rt", "rw",
]  # fmt: skip
Scope = Literal["village", "regency", "province", "region"]
LaunchAddress = Annotated[str, Field(pattern=r"^(\d{4}|tanpa-tahun)/[a-z0-9]+(-[a-z0-9]+)*$", max_length=200)]


class Standing(Record):
    """One step of a village in the programme: since when, at which ceremony, and from whom it is known."""

    status: Status
    """planned: direncanakan; launched: diluncurkan; certified: ditetapkan; awarded: menerima penghargaan; ended:
    berakhir / planned; launched at a ceremony; certified by the programme; awarded a prize; ended
    """
    date: Date
    """Tanggal langkah ini, setepat sumbernya: 2018-09-18, 2018-09, 2018, atau unknown /
    Date of this step, as precise as its source
    """
    launch: LaunchAddress | None = None
    """Alamat acaranya, yaitu folder di bawah villages/launches/ /
    Address of the ceremony: its folder below villages/launches/
    """
    award: Words | None = None
    """Penghargaan yang diterima / The award received"""
    doubt: Words | None = None
    """Mengapa langkah ini belum pasti / Why this step is not certain"""
    sources: Annotated[tuple[Key, ...], Field(min_length=1)]
    """Kunci sumber langkah ini, sedikitnya satu / Keys of the sources of this step, at least one"""


class Figure(Record):
    """A number that a source states: its value, unit, the date it held and the source."""

    measure: Words
    """Apa yang dihitung / What is counted"""
    value: Number
    """Angkanya, tanpa pemisah ribuan: 1200 / The number, without thousands separator: 1200"""
    value_to: Number | None = None
    """Batas atas, jika sumber menyebut rentang / Upper end, if the source gives a range"""
    qualifier: Qualifier | None = None
    """about: sekitar; at-least: paling sedikit; at-most: paling banyak / about; at least; at most"""
    unit: Unit
    """people: orang; workers: pekerja; households: kepala keluarga; villages: desa; percent: persen;
    companies: perusahaan; employers: pemberi kerja; organisations: badan usaha; rt, rw: rukun tetangga, rukun warga /
    The unit; rt and rw are neighbourhood units
    """
    scope: Scope = "village"
    """Wilayah angka itu: desa (jika kosong), kabupaten atau kota, provinsi, wilayah lain /
    Area of the number: the village (if left empty), its regency, its province, another region
    """
    as_of: Date
    """Tanggal angka itu berlaku: 2019-08-15, 2019-08, 2019, atau unknown / Date at which the number held"""
    source: Key
    """Satu kunci sumber / One source key"""


class Quote(Record):
    """Words of an official, exactly as the source prints them, with a translation of our own."""

    speaker: Line
    """Nama pejabat yang berbicara / Name of the official who speaks"""
    role: Line | None = None
    """Jabatannya saat itu / The office held at the time"""
    organisation: Line | None = None
    """Lembaganya / The organisation"""
    text: Text
    """Kata-katanya, persis seperti di sumber, tanpa tanda kutip di luar /
    The words exactly as the source prints them, without outer quotation marks
    """
    translation: Text | None = None
    """Terjemahan bahasa Inggris, buatan kita sendiri / English translation of our own"""
    source: Key
    """Satu kunci sumber / One source key"""


class Coordinates(Record):
    """Where the village lies, in decimal degrees (WGS 84)."""

    latitude: Annotated[float, Field(ge=-11.5, le=6.5)]
    """Lintang dalam derajat desimal; lintang selatan bertanda minus: -0.5 /
    Latitude in decimal degrees; south is negative: -0.5
    """
    longitude: Annotated[float, Field(ge=94.5, le=141.5)]
    """Bujur dalam derajat desimal: 117.0 / Longitude in decimal degrees: 117.0"""
    source: WebAddress
    """Alamat web asal letak itu, bukan kunci / Web address that the position comes from, not a key"""


class VillageRecord(Record):
    """A village of the programme. Its folder is its address; the official code is a field that is checked."""

    name: Line
    """Nama resmi desa, tanpa kata "Desa" di depan / The official name, without "Desa" in front"""
    code: VillageCode | None = None
    """Kode resmi desa menurut Kemendagri: 64.02.03.2007 /
    Official village code of the Ministry of Home Affairs: 64.02.03.2007
    """
    code_unknown: Words | None = None
    """Mengapa kodenya belum diketahui; jangan bersama code / Why the code is not known; never together with code"""
    kind: Kind
    """Jenis desa / The kind of village"""
    also_known_as: tuple[Line, ...] = ()
    """Nama atau ejaan lain / Other names or spellings"""
    standing: Annotated[tuple[Standing, ...], Field(min_length=1)]
    """Langkah desa dalam program, yang terlama di atas / The steps of the village in the programme, oldest first"""
    figures: tuple[Figure, ...] = ()
    """Angka yang disebut sumber / Numbers that a source states"""
    parties: tuple[Line, ...] = ()
    """Lembaga yang terlibat / Organisations involved"""
    quotes: tuple[Quote, ...] = ()
    """Kutipan pejabat, persis seperti di sumber / Words of officials, exactly as the source prints them"""
    notes: tuple[Note, ...] = ()
    """Hal lain yang perlu diketahui pembaca, misalnya sumber yang berbeda /
    What else a reader should know, such as sources that differ
    """
    photos: tuple[PhotoRecord, ...] = ()
    """Foto dan gambar di folder photos/ / Photos and drawings in the folder photos/"""
    coordinates: Coordinates | None = None
    """Letak desa dalam derajat desimal (WGS 84) / Where the village lies, in decimal degrees (WGS 84)"""
    sources: Annotated[dict[Key, Source], Field(min_length=1)]
    """Semua sumber catatan ini, masing-masing dengan kunci pendek seperti antara-kaltim /
    All sources of this record, each below a short key such as antara-kaltim
    """
    checked: Checked
    """Pemeriksaan terakhir / The last check"""

    @model_validator(mode="after")
    def _code_or_why(self) -> VillageRecord:
        if (self.code is None) == (self.code_unknown is None):
            raise PydanticCustomError("code-or-why", "code-or-why")
        return self
