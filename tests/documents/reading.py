"""Reads papers as a user does: by the text of their blocks."""

from collections.abc import Iterator

from desktop_app.documents import papers
from desktop_app.documents.blocks import AnyBlock, Paper
from desktop_app.documents.papers import PaperOptions
from desktop_app.services.institution_data import Institution
from desktop_app.services.session_data import Session
from desktop_app.wording.bilingual import PaperLanguage
from tests.documents.samples import INSTITUTION


def blocks(paper: Paper) -> Iterator[AnyBlock]:
    """Give every block, those of sections included."""
    yield from paper.blocks
    for section in paper.sections:
        yield from blocks(section)


def names(paper: Paper) -> list[str]:
    return [block.name for block in blocks(paper)]


def block(paper: Paper, name: str) -> AnyBlock:
    """Give the block of a name, whoever's paper it stands in."""
    every = list(blocks(paper))
    exact = [one for one in every if one.name == name]
    return (exact or [one for one in every if one.name.startswith(f"{name}.")])[0]


def text(paper: Paper, name: str, language: PaperLanguage | None = None) -> str:
    return papers.wording(block(paper, name), language or paper.languages[0])


def whole(paper: Paper) -> str:
    """Give everything that a paper says, in all its languages."""
    return "\n".join(
        papers.wording(one, language) for one in blocks(paper) for language in paper.languages
    )


def made(
    kind: str,
    session: Session,
    languages: tuple[PaperLanguage, ...] = ("ar",),
    institution: Institution = INSTITUTION,
    **options: object,
) -> Paper:
    """Make a paper for the sample centre."""
    return papers.build(
        kind,
        session,
        institution,
        languages,
        PaperOptions(**options),  # type: ignore[arg-type]  # fields by name
    )
