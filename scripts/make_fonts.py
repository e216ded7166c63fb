"""`python scripts/make_fonts.py` writes the fonts that the pictures for sharing are drawn with, and their notice.

The letters come from the npm package of Plus Jakarta Sans, fetched with `npm pack` or read from an unpacked
`--package` folder, and are cut down to Latin. The icons of the pages become a font of their own. Needs fonttools:
`uv run --no-project --with fonttools==4.68.0 python scripts/make_fonts.py`. A second run writes the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Transform
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.svgLib import SVGPath
from fontTools.ttLib import TTFont

PACKAGE = "@expo-google-fonts/plus-jakarta-sans"
VERSION = "0.4.2"
# File in the package: name here.
LETTERS = {
    "500Medium/PlusJakartaSans_500Medium.ttf": "medium.ttf",
    "800ExtraBold/PlusJakartaSans_800ExtraBold.ttf": "bold.ttf",
}
LICENCE = "LICENSE_FONT"
# Every letter of Latin-1 and Latin Extended-A, the dashes, quotation marks and the ellipsis.
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028)]
# Each icon of the pages stands at its place in this order from U+E000 on.
ICONS = ("planned", "launched", "certified", "awarded", "ended", "calendar")
_SADAR = Path(__file__).resolve().parent / "sadar"
FOLDER = _SADAR / "pictures" / "fonts"

_NOTICE = f"""\
<!-- Written by scripts/make_fonts.py. -->

# Where these fonts come from

`medium.ttf` and `bold.ttf` are Plus Jakarta Sans (weights 500 and 800) by Tokotype, copyright 2020 The Plus Jakarta
Sans Project Authors (<https://github.com/tokotype/PlusJakartaSans>), made available under the SIL Open Font License
1.1, which stands in `OFL.txt` beside this file. The MIT licence of this project's code does not apply to them.

- Source: the npm package [{PACKAGE}](https://www.npmjs.com/package/{PACKAGE}) {VERSION}.
- What was changed: only Latin letters, figures and punctuation were kept; hinting and layout tables were left out.

`icons.ttf` holds icons of `templates/icons/` as letters of a font: Material Design Icons by Pictogrammers, under the
Apache License 2.0.

To make all files again: `uv run --no-project --with fonttools==4.68.0 python scripts/make_fonts.py`.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the fonts and their notice; exit code 0 written, 2 with one sentence when that cannot be done."""
    parser = argparse.ArgumentParser(prog="make_fonts.py", description=__doc__)
    parser.add_argument("--package", type=Path, metavar="DIR", help=f"an unpacked {PACKAGE} {VERSION}, instead of npm")
    given: Path | None = parser.parse_args(arguments).package
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        try:
            package = given or fetched(Path(folder))
            for source, name in LETTERS.items():
                cut(package / source, FOLDER / name)
            shutil.copyfile(package / LICENCE, FOLDER / "OFL.txt")
        except OSError as fault:
            print(f"The fonts were not made: {fault}", file=sys.stderr)
            return 2
    draw_icons(FOLDER / "icons.ttf")
    (FOLDER / "NOTICE.md").write_text(_NOTICE, encoding="utf-8", newline="\n")
    return 0


def fetched(folder: Path) -> Path:
    """The package, unpacked below `folder`. OSError where npm or the registry is missing."""
    command = ["npm", "pack", f"{PACKAGE}@{VERSION}", "--silent", "--pack-destination", str(folder)]
    if shutil.which("npm") is None or subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:
        raise OSError(f"npm could not fetch {PACKAGE}@{VERSION}. Is Node.js installed, the registry reachable?")
    (archive,) = folder.glob("*.tgz")
    shutil.unpack_archive(archive, folder, format="gztar", filter="data")
    return folder / "package"


def cut(source: Path, target: Path) -> None:
    """A font with its Latin letters only. OSError where it cannot be read."""
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"], recalc_timestamp=False)
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG", "STAT", "meta"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LATIN)
    subsetter.subset(font)
    font.save(target)


def draw_icons(target: Path) -> None:
    """The icons, drawn on 24 × 24 with their origin at the top, as letters of 2400 units above the line."""
    names = [".notdef", *ICONS]
    glyphs = {".notdef": TTGlyphPen(None).glyph()}
    for name in ICONS:
        pen = TTGlyphPen(None)
        flipped = TransformPen(Cu2QuPen(pen, max_err=2), Transform(100, 0, 0, -100, 0, 2400))
        SVGPath(str(_SADAR / "templates" / "icons" / f"{name}.svg")).draw(flipped)
        glyphs[name] = pen.glyph()
    font = FontBuilder(2400, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({0xE000 + number: name for number, name in enumerate(ICONS)})
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics(dict.fromkeys(names, (2400, 0)))
    font.setupHorizontalHeader(ascent=2400, descent=0)
    font.setupNameTable({"familyName": "Sadar Icons", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.updateHead(created=0, modified=0)
    font.font.recalcTimestamp = False
    font.save(target)


if __name__ == "__main__":
    raise SystemExit(main())
