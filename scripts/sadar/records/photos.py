"""What a record may say of the photos in the folder `photos/` beside it."""

from __future__ import annotations

from typing import Literal

from sadar.records.fields import Date, Line, Record
from sadar.records.shared import Words


class Consent(Record):
    """Why the people in a photo may be shown."""

    kind: Literal["nobody", "given", "guardians", "officials"]
    """nobody: tidak ada orang yang dapat dikenali; given: setiap orang yang dapat dikenali setuju; guardians: ada anak,
    dan orang tua atau walinya setuju, begitu juga orang lain; officials: hanya pejabat dalam acara umum /
    nobody can be recognised; everyone who can be recognised agreed; there are children, and their parents or guardians
    agreed, as did everyone else; only officials at a public event
    """
    note: Line
    """Siapa yang setuju, kapan, dan di mana buktinya disimpan; atau mengapa tidak perlu. Tanpa nama warga /
    Who agreed, when, and where the proof is kept; or why none is needed. No names of private persons
    """


class PhotoRecord(Record):
    """A photo or a drawing beside the record, with what readers must know of it."""

    file: Line
    """Nama berkasnya di folder photos/ di samping catatan ini /
    Name of its file in the folder photos/ beside this record
    """
    kind: Literal["photo", "drawing", "synthetic"] = "photo"
    """photo: foto (jika kosong); drawing: gambar; synthetic: tampak seperti foto, tetapi buatan mesin /
    photo (if left empty); drawing; synthetic looks like a photo but was made by a machine
    """
    caption: Words
    """Keterangan di bawah foto / What stands below the photo"""
    alt: Words
    """Apa yang terlihat, untuk orang yang tidak dapat melihatnya / What can be seen, for those who cannot see it"""
    credit: Line
    """Pembuatnya: lembaga atau pembuat foto yang mengizinkan / Who made it and permits its use"""
    date: Date
    """Tanggal dibuat: 2018-09-18, 2018-09, 2018, atau unknown / Date it was made"""
    consent: Consent
    """Persetujuan orang di dalamnya / The consent of the people in it"""


class PhotosRecord(Record):
    """The photos and drawings of hand-written pages (`content/photos.yml`)."""

    photos: tuple[PhotoRecord, ...]
    """Semua gambar di folder content/photos/ / All pictures in the folder content/photos/"""
