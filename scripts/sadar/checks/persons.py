"""Names of heirs and victims beside an amount of money, found by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_AMOUNT = re.compile(r"\bRp\s?\.?\s?\d|\bIDR\s?\d|\d\s(?:ribu|juta|miliar|million|billion|thousand)\b", re.IGNORECASE)
# "Putra" and "Putri" with a capital are first names, of officials too.
_WHO = (
    r"(?:(?i:ahli waris(?:nya)?|almarhum(?:ah)?|almh?\.|mendiang|korban|penerima (?:santunan|manfaat)|"
    r"(?:istri|suami)(?:nya)?|anak(?:nya)?|janda|heirs?|widow(?:er)?|victims?|the late|"
    r"wife|husband|daughter|beneficiary|recipient)|"
    r"putr[ai](?:nya)?|duda|ibu dari|ayah dari|son|child)"
)
_LINK = (
    r"(?i:(?:dari|of|bernama|named|atas nama|a\.n\.|yaitu|yakni|adalah|almarhum(?:ah)?|almh?\.|the late|is|was)\s+)*"
)
_TITLE = r"(?:(?:Bapak|Bpk\.?|Ibu|Pak|Bu|Sdri?\.?|Saudar[ai]|Tn\.?|Ny\.?|Mr\.?|Mrs\.?|Ms\.?|H\.|Hj\.)\s+)*"
_NAME = r"(?P<name>[A-Z][a-z'’]+|[A-Z]{3,}(?=\s[A-Z]{3,}))"
_AFTER = re.compile(rf"\b{_WHO}(?:,|:|\s\()?\s*(?<!\w){_LINK}{_TITLE}{_NAME}(?:\s[A-Z][a-z'’]+){{0,4}}")
_BEFORE = re.compile(
    rf"\b{_NAME}(?:\s[A-Z][a-z'’]+){{0,4}},?\s(?:\(|(?:selaku|sebagai|as)\s)(?:(?:an|a|the)\s)?{_WHO}\b"
)
# Words with a capital that follow such a word in reports and name no private person.
_NO_NAMES = frozenset(
    """
    peserta pekerja pegawai buruh perangkat petani nelayan anggota tenaga para penerima yang dan di ke dari atau rp
    bpjs jaminan program santunan kecelakaan kematian pensiun jkk jkm jht bpu desa kelurahan kampung gampong nagari
    dusun kabupaten kota provinsi kecamatan negara republik indonesia nusantara bangsa sekolah yatim piatu buah dalam
    covid gempa banjir tsunami longsor bencana kebakaran phk pemutusan kapal pesawat lion sriwijaya tragedi perusahaan
    presiden wakil menteri gubernur bupati wali walikota camat lurah kepala kades keuchik direktur ketua sekretaris
    jawa sumatera sumatra kalimantan sulawesi papua bali aceh maluku palu lombok kami mereka kita ini itu
    the in and who whose they members workers village regency regent governor minister mayor president head
    """.split()  # noqa: SIM905 (a quote a word would hide the words)
)


def named_beside_amount(text: str) -> Iterator[tuple[int, int]]:
    """Where an heir or a victim is called by name in a text that also tells an amount."""
    if not _AMOUNT.search(text):
        return
    end = 0
    for match in sorted((*_AFTER.finditer(text), *_BEFORE.finditer(text)), key=re.Match.start):
        if match.start() >= end and match["name"].casefold() not in _NO_NAMES:
            end = match.end()
            yield match.span()
