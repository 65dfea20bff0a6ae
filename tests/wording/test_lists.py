"""Section 4, shared fields: lists."""

import pytest

from desktop_app.wording.lists import join


@pytest.mark.parametrize(
    ("items", "arabic", "french"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "", "B"], "A وB", "A et B"),
        (["A", "B", "5"], "A، B و5", "A, B et 5"),
    ],
)
def test_commas(items: list[str], arabic: str, french: str) -> None:
    assert join(items, "ar") == arabic
    assert join(items, "fr") == french


def test_semicolons_when_an_item_holds_a_comma() -> None:
    assert join(["السيد س، تقني", "السيد ع"], "ar") == "السيد س، تقني؛ السيد ع"
    assert join(["M. A, technicien", "M. B"], "fr") == "M. A, technicien ; M. B"
    assert join(["M. A, technicien"], "fr") == "M. A, technicien"
