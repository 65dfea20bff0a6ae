"""The dates of live notes, typed on the page in each language of the window."""

import pytest

from db.codes import OutcomeKind
from desktop_app.i18n import Language
from desktop_app.ui.text import long_day
from tests.ui.session.minutes.typed import TODAY, Written
from tests.wording.test_note_dates import CASES

assert TODAY.isoformat() == "2026-05-20"


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_forty_cases_give_their_chips(page: Written, language: Language) -> None:
    page.desk.set_language(language)
    page.type("إعداد اللائحة")
    page.editor.set_kind(OutcomeKind.ACTION)
    none = page.chips()
    wrong = []
    for note, expected in CASES:
        page.type(f" {note}")
        due, chips = page.line().due, page.chips()
        said = "none" if due is None else due.isoformat().removeprefix("2026-")
        shown = none if due is None else [long_day(due, language)]
        if (said, chips) != (expected, shown):
            wrong.append((note, said, chips))
        page.press("Enter", "Up", "End")
        if due is not None and (page.texts[0], page.line().due) != ("إعداد اللائحة", due):
            wrong.append((note, page.texts[0], page.chips()))
        for _ in range(4):
            page.undo()
            if page.texts == ["إعداد اللائحة"]:
                break
    assert wrong == []
    assert page.texts == ["إعداد اللائحة"]
