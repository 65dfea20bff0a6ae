"""The head of a centre's papers alone, as it is shown while it is being chosen."""

from datetime import date

from desktop_app.documents.blocks import Paper
from desktop_app.documents.letterhead import header, place_date
from desktop_app.documents.setting import SetPaper, set_paper
from desktop_app.services.institution_data import Institution
from desktop_app.wording.bilingual import Bilingual, PaperLanguage


def head(institution: Institution, languages: tuple[PaperLanguage, ...], day: date) -> SetPaper:
    """Set the head of a letter of a centre on a page of its own.

    Args:
        institution: the centre.
        languages: of the letter.
        day: on which it is dated.

    Raises:
        UserError: the picture of the header cannot be read.
    """
    written = place_date(institution, day, languages)
    paper = Paper(
        kind="specimen",
        languages=languages,
        title=institution.name.best(languages[0]),
        running_head=Bilingual(),
        footer=Bilingual(),
        blocks=(header(institution, languages, written),),
    )
    return set_paper(paper, author=paper.title, dated=day)
