"""A draft is read back by a strict reader as it was written, whatever was typed into it."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.errors import UserError
from desktop_app.mail.draft import (
    LARGEST,
    Attachment,
    Draft,
    address_line,
    as_eml,
    body_text,
    check,
    file_name,
    header_text,
    is_address,
)

SUBJECT = "محضر ورشة العمل ليوم 20 ماي 2026: مستجدات منظومة مسار قبل نهاية السنة"
NAME = "محضر-ورشة-عمل-مستجدات-منظومة-مسار-قبل-نهاية-السنة-الدراسية-2026-05-20.pdf"
TEXT = "السيدات والسادة المحترمون،\nتحية طيبة وبعد،\n\nMASSAR منظومة\n\nنادية الوردي"
PDF = b"%PDF-1.7\r\n\x00\xff" * 300
DRAFT = Draft(
    tuple(f"user{n}@directorate-of-somewhere.example.org" for n in range(30)),
    SUBJECT,
    TEXT,
    (
        Attachment(NAME, PDF),
        Attachment("feuille de présence.pdf", b"%PDF"),
        Attachment("محضر-موقع.jpeg", b"\xff\xd8\xff", "image/jpeg"),
    ),
)


def read(data: bytes) -> EmailMessage:
    """Read a mail as strictly as Python does, headers included."""
    message = message_from_bytes(data, policy=policy.strict)
    for part in message.walk():
        assert not part.defects
        for header in part.values():
            assert not header.defects
    return message


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_everything_survives() -> None:
    message = read(as_eml(DRAFT))
    assert message["Subject"] == SUBJECT
    assert message["X-Unsent"] == "1"
    assert [one.addr_spec for one in message["Bcc"].addresses] == list(DRAFT.recipients)
    assert text_of(message) == body_text(TEXT) + "\n"
    parts = list(message.iter_attachments())
    names = [NAME, "feuille-de-présence.pdf", "محضر-موقع.jpeg"]
    assert [part.get_filename() for part in parts] == names
    types = ["application/pdf", "application/pdf", "image/jpeg"]
    assert [part.get_content_type() for part in parts] == types
    assert [part.get_content() for part in parts] == [PDF, b"%PDF", b"\xff\xd8\xff"]


def test_the_program_that_sends_says_who_when_and_which() -> None:
    message = read(as_eml(DRAFT))
    assert {"From", "To", "Cc", "Date", "Message-ID"}.isdisjoint(message.keys())


def test_it_is_plain_ascii_with_the_lines_of_mail() -> None:
    data = as_eml(DRAFT)
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 998


def test_an_arabic_file_name_stands_whole_on_one_line_beside_a_plain_one() -> None:
    lines = as_eml(DRAFT).split(b"\r\n")
    (named, _) = (line for line in lines if b"%D9%85%D8%AD%D8%B6%D8%B1" in line)
    assert named.startswith(b"Content-Disposition: attachment; filename*=utf-8''")
    assert b'Content-Type: application/pdf; name="2026-05-20.pdf"' in lines
    assert b'Content-Type: application/pdf; name="feuille-de-presence.pdf"' in lines


WORDS = st.lists(st.text("محضرلقاءتنسيقي", min_size=1, max_size=9), max_size=20).map(" ".join)
ANY = st.text(max_size=200) | WORDS
HEADERS = {"X-Unsent", "Bcc", "Subject", "MIME-Version", "Content-Type"}


@example(subject="محضر الاجتماع التنسيقي ليوم 15 أكتوبر 2025", text="", name="")
@given(subject=ANY, text=ANY, name=ANY)
def test_nothing_that_is_typed_makes_a_header(subject: str, text: str, name: str) -> None:
    draft = Draft(("a@example.org",), subject, text, (Attachment(name, PDF),))
    message = read(as_eml(draft))
    assert set(message.keys()) == HEADERS
    assert message["Subject"] == header_text(subject)
    assert text_of(message) == body_text(text) + "\n"
    (part,) = message.iter_attachments()
    assert part.get_filename() == file_name(name)
    assert part.get_content() == PDF


@pytest.mark.parametrize(
    "text",
    [
        "محضر\r\nBcc: other@example.org",
        "a\nBcc: other@example.org",
        "a\u2028Bcc: other@example.org",
        "a\x85\x0bBcc: other@example.org",
        "=?utf-8?q?a=0D=0ABcc:_other=40example.org?=",
    ],
)
def test_a_line_break_in_a_topic_starts_no_header(text: str) -> None:
    data = as_eml(Draft(("a@example.org",), text, "", (Attachment(f"{text}.pdf", b""),)))
    message = read(data)
    assert set(message.keys()) == HEADERS
    assert message["Bcc"] == "a@example.org"
    assert "\n" not in message["Subject"]
    assert "\r" not in message["Subject"]


@given(address=st.text(max_size=60) | st.from_regex(r"[^@\s]{1,20}@[^@\s]{1,20}"))
def test_an_address_is_read_back_or_refused(address: str) -> None:
    draft = Draft((address, "b@example.org"), "x", "")
    if not is_address(address):
        with pytest.raises(UserError, match="no e-mail address"):
            as_eml(draft)
        return
    parsed = read(as_eml(draft))["Bcc"].addresses
    assert [one.addr_spec for one in parsed] == [address, "b@example.org"]


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("n.ouardi@taalim.ma", True),
        ("first+list@sub.example.org", True),
        ("o'hara_x@example.org", True),
        ("n.ouardi", False),
        ("a@b@example.org", False),
        ("a..b@example.org", False),
        (".a@example.org", False),
        ("a@-example.org", False),
        ("a@example..org", False),
        ("a@example.org\r\nSubject: x", False),
        ("a@example.org, b@example.org", False),
        ("Name <a@example.org>", False),
        ("نادية@example.org", False),
        (f"{'a' * 250}@example.org", False),
        ("", False),
    ],
)
def test_what_an_address_is(address: str, *, good: bool) -> None:
    assert is_address(address) is good


def test_more_than_mail_takes_is_refused() -> None:
    half = Attachment("a.pdf", bytes(LARGEST // 2))
    check(Draft(("a@example.org",), "", "", (half, half)))
    with pytest.raises(UserError, match="mail takes") as refused:
        as_eml(Draft(("a@example.org",), "", "", (half, half, Attachment("b.pdf", b"x"))))
    assert refused.value.values == {"size": 21, "limit": 20}


def test_an_arabic_text_begins_every_line_at_the_right() -> None:
    assert body_text("تحية\n\nMASSAR منظومة\n15/06 الأجل\n2026 report\n– 12") == (
        "تحية\n\n\u200fMASSAR منظومة\n15/06 الأجل\n\u200f2026 report\n\u200f– 12"
    )
    assert body_text("Bonjour,\nمنظومة\n12") == "Bonjour,\nمنظومة\n12"
    assert body_text("12") == "12"


def test_half_a_letter_becomes_a_sign_of_doubt() -> None:
    assert header_text("a\ud800b") == "a\ufffdb"
    assert header_text("\ud83d\ude00") == "😀"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("محضَر 1.pdf", "محضَر-1.pdf"),
        ('a/b\\c:d"e.pdf', "a-b-c-d-e.pdf"),
        ("..pdf", "document.pdf"),
        ("", "document.pdf"),
        ("no ending", "document.noending"),
    ],
)
def test_a_file_is_named_by_signs_that_every_system_takes(name: str, kept: str) -> None:
    assert file_name(name) == kept


def test_addresses_for_the_browser() -> None:
    assert address_line(["a@example.org", "b@example.org"]) == "a@example.org; b@example.org"
