"""The forms in which private matters are written in Indonesia: numbers, addresses, dates of birth.

Every form is matched whatever the size of its letters. A group `n` marks the number, where words stand around it.
"""

from __future__ import annotations

import re

_GAP = r"[ \t\u00a0.\-]"
_NEAR = r"[^\d;]{0,40}?"
_MONTH = (
    r"(?:jan(?:uar[iy])?|feb(?:ruar[iy])?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|agu(?:stus|s)?|ags?t?|"
    r"aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cs](?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = "|".join((
    rf"{_DAY}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{2,4}}\b",
    rf"{_DAY}[-/\s]?(?:of\s)?{_MONTH}(?:[-/,\s]+\d{{4}}\b)?",
    r"\d{4}[-/]\d{1,2}[-/]\d{1,2}\b",
    rf"\b{_MONTH}\s+{_DAY}\b(?:,?\s+\d{{4}}\b)?",
    rf"\b{_MONTH}\s+\d{{4}}\b",
))  # fmt: skip
# "RT 3 RW 6" is a place; "12 RT 3 RW" counts.
_RT = r"\brt\b\.?\s*[:.]?\s*0*[1-9]\d{0,2}\b(?!\W+(?:dan |and )?rw\b(?!\W*\d))"
_RW = r"\brw\b\.?\s*[:.]?\s*0*[1-9]\d{0,2}\b(?!\W+(?:dan |and )?rt\b(?!\W*\d))"
_STREET = r"\b(?:jl|jln|jalan|gg|gang|perum(?:ahan)?|kompleks?|dusun|dsn|lingkungan|lingk|blok)\b\.?"
_HOUSE = r"\b(?:no|nomor|blok)\b\.?\s*\w?\d+"

EMAIL = (
    r"(?<![\w.+-])[\w.+-]{1,64}@(?!\dx\.)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.[a-z]{2,}\b",
    r"(?<![\w.+-])[\w.+-]{1,64}\s?[(\[]\s?(?:at|@)\s?[)\]]\s?\w+(?:\.|\s?[(\[]\s?(?:dot|titik|\.)\s?[)\]]\s?)[a-z]{2,}",
)
BANK = (
    rf"\brek(?:ening\w*|\.|\b){_NEAR}(?P<n>\d(?:{_GAP}?\d){{6,17}})",
    rf"\b(?:bri|bni|bca|btn|bsi|mandiri|bank \w+)\b[ :\-(a-z.]{{0,25}}(?P<n>\d(?:{_GAP}?\d){{8,17}})",
    rf"(?P<n>\d(?:{_GAP}?\d){{7,17}})\W{{1,4}}(?:a\.\s?n\.|a/n|an\.|atas nama)\s+\w",
    rf"\b(?:a\.\s?n\.|a/n|an\.|atas nama)\s{_NEAR}(?P<n>\d(?:{_GAP}?\d){{7,17}})",
)
IDENTITY = (
    r"\b(?:nik|n\.i\.k\.|no\.? ?kk|nomor kk|kartu keluarga|ktp|kpj|(?:no\.?|nomor) (?:ke)?peserta(?:an)?|npwp|paspor|"
    rf"passport)\b{_NEAR}(?P<n>\d(?:{_GAP}?\d){{7,17}})",
    rf"(?<![\d.,])\d(?:{_GAP}?\d){{15}}(?!\d|[.,]\d)",
    r"\b\d\d\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}\b",
)
PHONE = (
    r"(?:wa\.me/|tel:|[?&]phone=)\+?\d[\d-]{6,}",
    rf"(?<!\d)(?<!\d[.,/:])(?:\(?(?:\+|00)?62\)?{_GAP}?\(?0?\)?|\(?0)8[1-9]\d{{1,2}}\)?"
    rf"{_GAP}?\d{{2,4}}{_GAP}?\d{{2,5}}(?:{_GAP}\d{{1,4}})?(?!\d)",
    r"(?<!\d)08(?:[ .-]\d\d){4,5}(?!\d)",
    rf"(?<!\d)\+62{_GAP}?\(?0?[2-9](?:[ .\-()]{{0,2}}\d){{6,11}}(?!\d)",
    rf"\(0[2-9]\d{{1,2}}\){_GAP}?\d{{2,4}}(?:{_GAP}?\d{{2,4}}){{1,2}}(?!\d)",
    # A letter's number ("Nomor 050-123456") has the same form.
    r"(?<!\d)(?<!\d[.,/:-])(?<!nomor )(?<!no\. )0[2-9]\d{1,2}[ -](?:\d{6,8}|\d{3,4}[ -]\d{3,4})(?!\d|[-/]\d)",
    r"\b(?:telp|telepon|tlp|phone|hp|wa|whatsapp|hubungi|call|faks?|fax)\b\.?[^\d;]{0,25}?"
    r"(?P<n>0\d(?:[ .\-/()]{0,2}\d){6,12})(?!\d)",
)
HOUSE = (
    rf"{_RT}\s*[/,;.-]?\s*{_RW}",
    r"\brt\.?\s*/\s*rw\.?\s*[:.]?\s*\d{1,3}\s*[/-]\s*\d{1,3}\b",
    r"\brt\b\.?\s*\d{1,3}\s*/\s*\d{1,3}\b",
    rf"{_STREET}[^;]{{0,60}}?(?:{_RT}|{_RW})",
    rf"{_HOUSE}[^;.]{{0,15}}?(?:{_RT}|{_RW})",
    rf"(?:{_RT}|{_RW})[^;.]{{0,30}}?{_HOUSE}",
    rf"\b(?:tinggal di|berdomisili di|rumah(?:nya)? (?:\w+ ){{0,3}}di|lives at|home at)\s[^;]{{0,60}}?{_HOUSE}",
)
BIRTH = (
    rf"\b(?:lahir|kelahiran|ttl|t\.t\.l\.|born|date of birth|birth ?date|dob)\b(?:[^;.]|\.(?!\s)){{0,50}}?(?:{_DATE})",
)

# In the order of what is told where two forms fit the same digits.
FORMS = tuple(
    (rule, re.compile(form, re.IGNORECASE))
    for rule, forms in (
        ("email-address", EMAIL),
        ("bank-account", BANK),
        ("identity-number", IDENTITY),
        ("phone-number", PHONE),
        ("house-address", HOUSE),
        ("birth-date", BIRTH),
    )
    for form in forms
)
