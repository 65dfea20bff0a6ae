"""Make the presets of academies: `python -m tests.presets`.

Takes names and codes of regions, provinces and prefectures from `tests/data/communes` and writes
`resources/presets/academies.json`. What is changed on the way, and every fact that the census
does not hold, stands in the tables below; where each comes from, in `resources/presets/README.md`.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCE = Path(__file__).parent / "data" / "communes"
TARGET = ROOT / "resources" / "presets" / "academies.json"

CASABLANCA = "06.141"
"""Has no directorate of its own: each of its eight prefectures of arrondissements has one."""

SEATS = {
    "01": ("طنجة", "Tanger"),
    "02": ("وجدة", "Oujda"),
    "03": ("فاس", "Fès"),
    "04": ("الرباط", "Rabat"),
    "05": ("بني ملال", "Béni Mellal"),
    "06": ("الدار البيضاء", "Casablanca"),
    "07": ("مراكش", "Marrakech"),
    "08": ("الرشيدية", "Errachidia"),
    "09": ("أكادير", "Agadir"),
    "10": ("كلميم", "Guelmim"),
    "11": ("العيون", "Laâyoune"),
    "12": ("الداخلة", "Dakhla"),
}
"""Towns where the academies sit."""

TOWNS = {
    "01.511": ("طنجة", "Tanger"),
    "01.573": ("المضيق", "M’diq"),
    "01.227": ("أنجرة", "Anjra"),
    "02.411": ("وجدة", "Oujda"),
    "02.251": ("بوعرفة", "Bouarfa"),
    "03.131": ("ميسور", "Missour"),
    "04.501": ("تمارة", "Témara"),
    "07.041": ("تحناوت", "Tahannaout"),
    "07.427": ("ابن جرير", "Ben Guerir"),
    "09.001": ("أكادير", "Agadir"),
    "09.273": ("إنزكان", "Inezgane"),
    "09.163": ("بيوكرى", "Biougra"),
    "10.071": ("آسا", "Assa"),
    "12.391": ("الداخلة", "Dakhla"),
}
"""Chief towns that the province is not named after, by the province's code."""

TO_CHECK = frozenset({"01", "01.227", "03.591", "06.355", "06.385", "12.066"})
"""Academies and directorates whose town no source at hand confirms."""

FRENCH = {
    "Oriental": "l’Oriental",
    "Al-Fida-Mers-Sultan": "Al Fida-Mers Sultan",
    "Aïn-Sebaâ-Hay Mohammadi": "Aïn Sebaâ-Hay Mohammadi",
    "Hay-Hassani": "Hay Hassani",
    "Aïn-Chock": "Aïn Chock",
    "El Kelâa Des-Sraghna": "El Kelâa des Sraghna",
}
"""An article that belongs to a name, and hyphens within one name, not between two."""


def rows(name: str) -> Iterator[dict[str, str]]:
    """Read a table of the source."""
    with (SOURCE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def name(row: dict[str, str]) -> dict[str, str]:
    """Give the names as papers write them: no hyphen in Arabic, a true apostrophe in French."""
    french = FRENCH.get(row["name_fr"], row["name_fr"])
    return {"ar": row["name_ar"].replace("-", " "), "fr": french.replace("'", "’")}


def place(row: dict[str, str], town: tuple[str, str] | None) -> dict[str, object]:
    """Give what is known of a region or a province."""
    made: dict[str, object] = {"code": row["code"], "name": name(row)}
    if town:
        made["town"] = dict(zip(("ar", "fr"), town, strict=True))
    if row["code"] in TO_CHECK:
        made["town_to_check"] = True
    return made


def town_of(row: dict[str, str]) -> tuple[str, str] | None:
    """Name the chief town of a province, unless it has the province's name."""
    if row["code"].startswith(f"{CASABLANCA}."):
        return SEATS["06"]
    return TOWNS.get(row["code"])


def presets() -> str:
    """Write all academies with their directorates, a line each."""
    directorates: dict[str, list[str]] = {}
    for row in rows("provinces"):
        if row["code"] != CASABLANCA:
            line = json.dumps(place(row, town_of(row)), ensure_ascii=False)
            directorates.setdefault(row["region_code"], []).append(line)
    academies = []
    for row in rows("regions"):
        head = json.dumps(place(row, SEATS[row["code"]]), ensure_ascii=False)[:-1]
        lines = ",\n   ".join(directorates[row["code"]])
        academies.append(f' {head}, "directorates": [\n   {lines}\n ]}}')
    return "[\n{}\n]\n".format(",\n".join(academies))


if __name__ == "__main__":
    TARGET.write_text(presets(), encoding="utf-8")
