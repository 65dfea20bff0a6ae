from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.readers import pdfa_findings
from tests.documents.typesetting.papers_for_tests import A4, document


def _file(**changes: object) -> bytes:
    pdf = document(**changes)
    pdf.add_page(*A4)
    return pdf.finish()


def _told(data: bytes) -> dict[str, str]:
    """What Info and XMP both say."""
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_metadata() as xmp:
        info = {key: str(value) for key, value in pdf.trailer.Info.items()}
        assert info["/Title"] == xmp["dc:title"]
        assert [info["/Author"]] == xmp["dc:creator"] if "/Author" in info else True
        assert info.get("/Subject") == xmp.get("dc:description")
        assert info["/Producer"] == xmp["pdf:Producer"]
        assert info["/Creator"] == xmp["xmp:CreatorTool"]
        assert ("/Author" in info) == ("dc:creator" in xmp)
        day = info["/CreationDate"]
        assert info["/ModDate"] == day
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"]
        assert xmp["xmp:CreateDate"] == f"{day[2:6]}-{day[6:8]}-{day[8:10]}T00:00:00Z"
        return info


def test_title_author_and_day_are_those_of_the_record() -> None:
    told = _told(
        _file(
            title="محضر اجتماع 14/26",
            author="المركز الإقليمي <ب&ج>",
            subject="Suivi & « Wi-Fi »",
            created=date(2019, 3, 12),
        )
    )
    assert told["/Title"] == "محضر اجتماع 14/26"
    assert told["/Author"] == "المركز الإقليمي <ب&ج>"
    assert told["/Subject"] == "Suivi & « Wi-Fi »"
    assert told["/CreationDate"] == "D:20190312000000Z"


def test_what_is_not_known_is_not_told() -> None:
    told = _told(_file(author="", subject=""))
    assert not {"/Author", "/Subject", "/Keywords"} & told.keys()


def test_the_file_claims_an_archive_that_can_be_read_aloud() -> None:
    with pikepdf.open(BytesIO(_file())) as pdf, pdf.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "U")
        assert xmp["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert xmp["dc:language"] == {"ar-MA"}
        assert "/Filter" not in pdf.Root.Metadata


@given(title=st.text(st.characters(), min_size=1, max_size=20))
def test_no_title_breaks_the_file(title: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    data = _file(title=title, subject=title)
    _told(data)
    assert pdfa_findings(data, tmp_path_factory.getbasetemp()) == []


def test_days_long_ago_keep_four_figures(tmp_path: Path) -> None:
    data = _file(created=date(987, 1, 2))
    assert _told(data)["/CreationDate"] == "D:09870102000000Z"
    assert pdfa_findings(data, tmp_path) == []
