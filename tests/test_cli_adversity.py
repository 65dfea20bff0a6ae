"""The command line in a bad world: odd texts and pictures, no room, broken off, killed."""

import io
import json
import os
import random
import shutil
import signal
import struct
import subprocess
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from db.check import check
from db.engine import create_store, open_store
from desktop_app import cli
from desktop_app.services import sample
from desktop_app.services.recording import record_session
from tests.documents.readers import pdfium_text, poppler_text
from tests.services.drafts import draft, session

ROOT = Path(__file__).parents[1]
WORKSHOP = ROOT / "resources" / "sample" / "workshop.json"
PAPERS = ("minutes", "report", "attendance-sheet", "invitation", "attestation")
PAPER_LANGUAGES = ("ar", "fr", "both")
not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="signals are other things")


def run(*words: object) -> int:
    return cli.main([str(word) for word in words])


@pytest.fixture(scope="session")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample centre, closed; only to be read."""
    file = tmp_path_factory.mktemp("adversity") / "centre.mahdar"
    with create_store(file) as store, store.write("sample.fill") as work:
        sample.fill(work)
    return file


# --- texts -------------------------------------------------------------------------------------


def _hostile(text: str) -> dict[str, Any]:
    """Give a session that says one text wherever a paper says something."""
    both = {"ar": f"نص {text}", "fr": text}
    people = [
        {"key": f"p{n}", "name": both, "function": {"title": both}, "body": "centre"}
        for n in range(4)
    ]
    return session(
        theme=both,
        purpose=both,
        objectives=[both],
        framework=both,
        place={"room": both, "site": both},
        state="held",
        chair="p0",
        rapporteur="p1",
        organiser="centre",
        signatories=["p0", "p1"],
        invitation={"reference": text, "addressees": both, "under": both, "enclosures": [both]},
        conclusions=[both],
        other_business=both,
        enclosures=[both],
        copies=[both],
        bodies=[{"key": "centre", "kind": "centre", "name": both, "short_name": both}],
        people=people,
        agenda=[{"title": both, "presenter": "p2"}],
        attendance=[
            {"person": "p0", "state": "present"},
            {"person": "p1", "state": "represented", "represented_by": "p2"},
            {"person": "p3", "state": "excused"},
        ],
        interventions=[
            {"kind": "presentation", "speakers": ["p0"], "title": both, "summary": both},
            {"kind": "comment", "speakers": ["p2"], "summary": both},
            {"kind": "note", "summary": both, "agenda_item": 1},
        ],
        outcomes=[
            {"kind": "decision", "text": both, "owner_text": both, "remarks": both},
            {"kind": "recommendation", "text": both, "owner_person": "p1"},
        ],
    )


@pytest.mark.parametrize(
    "markup",
    ["<b", "a & b <c@d.ma>", "<img src=/etc/passwd>", "&lt;i&amp;i", "</para><br/>", "%s {0} {x}"],
)
def test_markup_stands_on_every_paper_as_it_was_typed(markup: str, tmp_path: Path) -> None:
    tag = "Qz7"
    file, database, out = tmp_path / "s.json", tmp_path / "c.mahdar", tmp_path / "p.pdf"
    file.write_text(json.dumps(_hostile(f"{tag} {markup}")), encoding="utf-8")
    assert run("record", file, "--database", database) == 0
    turned = str.maketrans(">}", "<{")  # a bracket in Arabic is drawn, and read, as its mirror
    wanted = Counter(sign for sign in markup.translate(turned) if sign in "<&@;{%")
    for paper in PAPERS:
        for language in PAPER_LANGUAGES:
            words = ("--database", database, "--language", language, "--output", out)
            assert run("render", paper, *words) == 0
            read = poppler_text(out.read_bytes())
            times = read.count(tag)
            assert times >= 3
            found = Counter(read.translate(turned))
            assert all(found[sign] >= times * count for sign, count in wanted.items())


ODD = (
    "😀👩‍👩‍👧🇲🇦 ⵜⴰⵎⴰⵣⵉⵖⵜ עברית 漢字 हिन्दी 𝔘 \U0010ffff \ue000 \u200d\u2028x\u0300\u0301 ﷽ "
    "\u202eabc\u202c \u2067x\u2069 \u202e a\u00adb \u0600 \ufffc \x00\x07"
)


@pytest.mark.parametrize("text", [ODD, "ا" * 290, "W" * 290], ids=["odd", "long", "wide"])
def test_every_text_that_is_recorded_can_be_printed(text: str, tmp_path: Path) -> None:
    file, database, out = tmp_path / "s.json", tmp_path / "c.mahdar", tmp_path / "p.pdf"
    file.write_text(json.dumps(_hostile(text)), encoding="utf-8")
    assert run("record", file, "--database", database) == 0
    for paper in PAPERS:
        assert run("render", paper, "--database", database, "--output", out) == 0
        if text is ODD:
            read = pdfium_text(out.read_bytes())  # poppler turns Tifinagh round
            assert "ⵜⴰⵎⴰⵣⵉⵖⵜ" in read
            assert "漢字" in read


def test_a_thousand_attend_and_fields_are_as_long_as_they_may_be(tmp_path: Path) -> None:
    people = [{"key": f"p{n}", "name": {"fr": f"Participant {n}"}} for n in range(1000)]
    held = draft(
        people=people,
        state="held",
        attendance=[{"person": f"p{n}", "state": "present"} for n in range(1000)],
        other_business={"ar": "ا" * 20_000, "fr": "mot " * 4_999},
        outcomes=[{"kind": "decision", "text": {"ar": "كلمة " * 3_999, "fr": "x" * 20_000}}],
    )
    database, out = tmp_path / "c.mahdar", tmp_path / "p.pdf"
    with create_store(database) as store, store.write("sessions.record") as work:
        record_session(work, held)
    assert (
        run("render", "minutes", "--database", database, "--language", "both", "--output", out) == 0
    )
    read = poppler_text(out.read_bytes())
    assert read.count("Participant") >= 1000
    assert "".join(read.split()).count("x") >= 20_000
    assert read.count("mot") >= 4_999


# --- pictures ----------------------------------------------------------------------------------


def _file(image: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def _bomb() -> bytes:
    """Give a PNG of a few bytes that says it has 60,000 by 60,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    data = zlib.compress(bytes(1_000_000))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


PLAIN = Image.new("RGB", (300, 60), (20, 120, 60))
TURNED = Image.Exif()
TURNED[0x0112] = 6  # orientation: held upright
PALETTE = Image.new("P", (300, 60), 0)
PALETTE.putpalette([200, 30, 30, 255, 255, 255])


@pytest.mark.parametrize(
    ("picture", "size", "colour"),
    [
        (_file(PLAIN, "PNG"), (300, 60), (20, 120, 60)),
        (_file(PLAIN.convert("CMYK"), "JPEG"), (300, 60), (20, 120, 60)),
        (_file(Image.new("I;16", (300, 60), 0x8000), "PNG"), (300, 60), (128, 128, 128)),
        (_file(PALETTE, "PNG", transparency=0), (300, 60), (255, 255, 255)),
        (_file(PLAIN, "JPEG", exif=TURNED), (60, 300), (20, 120, 60)),
    ],
    ids=["PNG", "CMYK JPEG", "16 bits", "transparent palette", "turned"],
)
def test_a_picture_of_any_kind_is_the_header_of_a_paper(
    picture: bytes,
    size: tuple[int, int],
    colour: tuple[int, int, int],
    centre: Path,
    tmp_path: Path,
) -> None:
    file, out = tmp_path / "header", tmp_path / "p.pdf"
    file.write_bytes(picture)
    assert run("render", "report", "--database", centre, "--header", file, "--output", out) == 0
    assert "المملكة المغربية" not in poppler_text(out.read_bytes())
    with pikepdf.open(out) as pdf:
        (shown,) = pdf.pages[0].get_images().values()
        assert isinstance(shown, pikepdf.Stream)
        drawn = pikepdf.PdfImage(shown).as_pil_image().convert("RGB")
    assert drawn.size == size
    middle = drawn.getpixel((size[0] // 2, size[1] // 2))
    assert isinstance(middle, tuple)
    assert all(abs(one - other) <= 3 for one, other in zip(middle, colour, strict=True))


def test_the_kind_of_header_is_chosen_for_one_paper(centre: Path, tmp_path: Path) -> None:
    said = {}
    for header in ("text", "bilingual"):
        out = tmp_path / f"{header}.pdf"
        words = ("--database", centre, "--header", header, "--output", out)
        assert run("render", "minutes", *words) == 0
        said[header] = "Royaume" in poppler_text(out.read_bytes())
    assert said == {"text": False, "bilingual": True}


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize(
    "picture",
    [
        b"",
        b"no picture",
        _file(PLAIN, "GIF"),
        _file(PLAIN, "JPEG")[:400],
        _bomb(),
        b"\x89PNG\r\n\x1a\n" + bytes(20_000_000),
    ],
    ids=["empty", "text", "GIF", "truncated", "bomb", "large"],
)
def test_a_picture_that_is_none_is_refused_in_a_sentence(
    picture: bytes,
    language: str,
    centre: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file, out = tmp_path / "header.png", tmp_path / "p.pdf"
    file.write_bytes(picture)
    words = ("--database", centre, "--header", file, "--output", out)
    assert run("--language", language, "render", "minutes", *words) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert not out.exists()


# --- processes ---------------------------------------------------------------------------------


def _command(*words: object) -> list[str]:
    return [sys.executable, str(ROOT / "main.py"), *map(str, words)]


@not_on_windows
@pytest.mark.parametrize(
    ("words", "recorded"),
    [(("list", "people"), 0), (("record", WORKSHOP), 1)],
)
def test_an_output_without_room_is_told(
    words: tuple[object, ...], recorded: int, centre: Path, tmp_path: Path
) -> None:
    database = Path(shutil.copy(centre, tmp_path / "centre.mahdar"))
    command = _command("--language", "fr", *words, "--database", database)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 2
        assert done.stderr.decode().count("\n") == 1
        assert "n’accepte plus rien" in done.stderr.decode()
        refused = subprocess.run(_command("list", "poems"), stderr=full, check=False)
        assert refused.returncode == 2
    with open_store(database, writing=False) as store, store.read() as reading:
        assert len(cli._rows("sessions", reading)) == 7 + recorded


def _limited(most: int) -> Callable[[], None]:
    def limit() -> None:
        import resource  # not on every system

        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return limit


@not_on_windows
@pytest.mark.parametrize("most", [10_000, 100_000])
@pytest.mark.parametrize("command", ["sample", "record", "render"])
def test_files_that_may_not_grow_leave_all_as_it_was(
    command: str, most: int, centre: Path, tmp_path: Path
) -> None:
    database = Path(shutil.copy(centre, tmp_path / "centre.mahdar"))
    words: dict[str, tuple[object, ...]] = {
        "sample": (tmp_path / "new.mahdar",),
        "record": (WORKSHOP, "--database", database),
        "render": ("minutes", "--session", 1, "--database", centre, "--output", tmp_path / "m.pdf"),
    }
    done = subprocess.run(
        _command("--language", "en", command, *words[command]),
        capture_output=True,
        check=False,
        preexec_fn=_limited(most),
    )
    said = done.stderr.decode()
    assert (done.returncode, said.count("\n")) == (2, 1) or done.returncode == 0
    assert done.returncode == 2 or command == "render"
    left = {file.name for file in tmp_path.iterdir()}
    assert left - {"m.pdf"} <= {f"centre.mahdar{end}" for end in ("", "-wal", "-shm", ".lock")}
    assert ("m.pdf" in left) == (done.returncode == 0)
    assert check(database) == ()


@not_on_windows
@pytest.mark.parametrize(
    ("how", "statuses"),
    [(signal.SIGINT, {0, 130, -signal.SIGINT}), (signal.SIGKILL, {0, -signal.SIGKILL})],
)
def test_broken_off_at_any_moment_it_leaves_whole_records(
    how: signal.Signals, statuses: set[int], centre: Path, tmp_path: Path
) -> None:
    database = tmp_path / "centre.mahdar"
    moments = random.Random(8)  # noqa: S311 - nothing is kept secret by it
    for _ in range(5):
        shutil.copy(centre, database)
        with subprocess.Popen(
            _command("record", WORKSHOP, "--database", database),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as running:
            lock = database.with_name("centre.mahdar.lock")
            while running.poll() is None and not lock.exists():
                time.sleep(0.005)  # until it has opened the record
            time.sleep(moments.uniform(0, 0.2))
            running.send_signal(how)
            _, said = running.communicate()
        assert running.returncode in statuses
        assert said == b""
        assert check(database) == ()
        with open_store(database) as store, store.read() as reading:
            assert len(cli._rows("sessions", reading)) in {7, 8}
        for file in tmp_path.iterdir():
            file.unlink()


def test_what_breaking_off_became_in_a_library_is_still_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def plain(*_: object) -> None:
        raise KeyboardInterrupt

    def converted(*_: object) -> None:
        try:
            plain()
        except KeyboardInterrupt as error:
            raise ImportError("half loaded") from error

    for broken in (converted, plain):
        monkeypatch.setattr("db.check.check", broken)
        assert run("check", "--database", os.devnull) == 130
    assert capsys.readouterr().err == ""


@not_on_windows
def test_without_a_home_its_own_record_is_made_where_it_belongs(tmp_path: Path) -> None:
    home = tmp_path / "home"
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C"}
    recorded = subprocess.run(
        _command("record", WORKSHOP), env=environment, capture_output=True, check=False
    )
    assert (recorded.returncode, recorded.stdout, recorded.stderr) == (0, b"1\n", b"")
    assert list(home.rglob("mahdar.db"))
