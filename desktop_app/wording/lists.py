"""Items joined into one phrase."""

from collections.abc import Iterable

from desktop_app.wording.bilingual import PaperLanguage


def join(items: Iterable[str], language: PaperLanguage) -> str:
    """Join items with commas and a last و or *et*; with semicolons when one holds a comma.

    Empty items are left out.
    """
    kept = [item for item in items if item]
    comma, semicolon, last = ("،", "؛ ", " و") if language == "ar" else (",", " ; ", " et ")
    if len(kept) > 1 and any(comma in item for item in kept):
        return semicolon.join(kept)
    return last.join(filter(None, (f"{comma} ".join(kept[:-1]), *kept[-1:])))
