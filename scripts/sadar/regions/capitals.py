"""Where the provinces' capitals lie, to a tenth of a degree: their well-known positions, which only place a bubble."""

from __future__ import annotations

from typing import NamedTuple


class Position(NamedTuple):
    """In decimal degrees (WGS 84)."""

    latitude: float
    longitude: float


CAPITALS = {
    "11": Position(5.5, 95.3),  # Banda Aceh
    "12": Position(3.6, 98.7),  # Medan
    "13": Position(-0.9, 100.4),  # Padang
    "14": Position(0.5, 101.4),  # Pekanbaru
    "15": Position(-1.6, 103.6),  # Jambi
    "16": Position(-3.0, 104.8),  # Palembang
    "17": Position(-3.8, 102.3),  # Bengkulu
    "18": Position(-5.4, 105.3),  # Bandar Lampung
    "19": Position(-2.1, 106.1),  # Pangkalpinang
    "21": Position(0.9, 104.5),  # Tanjungpinang
    "31": Position(-6.2, 106.8),  # Jakarta
    "32": Position(-6.9, 107.6),  # Bandung
    "33": Position(-7.0, 110.4),  # Semarang
    "34": Position(-7.8, 110.4),  # Yogyakarta
    "35": Position(-7.3, 112.8),  # Surabaya
    "36": Position(-6.1, 106.2),  # Serang
    "51": Position(-8.7, 115.2),  # Denpasar
    "52": Position(-8.6, 116.1),  # Mataram
    "53": Position(-10.2, 123.6),  # Kupang
    "61": Position(0.0, 109.3),  # Pontianak
    "62": Position(-2.2, 113.9),  # Palangka Raya
    "63": Position(-3.4, 114.8),  # Banjarbaru
    "64": Position(-0.5, 117.2),  # Samarinda
    "65": Position(2.8, 117.4),  # Tanjung Selor
    "71": Position(1.5, 124.8),  # Manado
    "72": Position(-0.9, 119.9),  # Palu
    "73": Position(-5.1, 119.4),  # Makassar
    "74": Position(-4.0, 122.5),  # Kendari
    "75": Position(0.5, 123.1),  # Gorontalo
    "76": Position(-2.7, 118.9),  # Mamuju
    "81": Position(-3.7, 128.2),  # Ambon
    "82": Position(0.7, 127.6),  # Sofifi
    "91": Position(-2.5, 140.7),  # Jayapura
    "92": Position(-0.9, 134.1),  # Manokwari
    "93": Position(-8.5, 140.4),  # Merauke
    "94": Position(-3.4, 135.5),  # Nabire
    "95": Position(-4.1, 138.9),  # Wamena
    "96": Position(-0.9, 131.3),  # Sorong
}
