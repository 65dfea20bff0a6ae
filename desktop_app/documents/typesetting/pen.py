"""Drawing with structure: tags described beforehand become elements when first drawn into."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Literal

from desktop_app.documents.typesetting.pdf import PdfDocument
from desktop_app.documents.typesetting.structure import Element


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A structure element to come: its kind, what it stands in, its language.

    Two tags are never the same, and one tag is one element, on however many pages it is drawn.
    Children stand in the order in which they are first drawn.
    """

    kind: str
    parent: "Tag | None" = None
    language: Literal["ar", "fr"] | None = None
    attributes: dict[str, str] = field(default_factory=dict)


class Pen:
    """Draws on a document's current page, making each tag's element at its first use."""

    def __init__(self, pdf: PdfDocument) -> None:
        self.pdf = pdf
        self._elements: dict[Tag, Element] = {}

    def element(self, tag: Tag) -> Element:
        """Give the tag's element, made now, after its parent, if it is new."""
        if tag not in self._elements:
            parent = None if tag.parent is None else self.element(tag.parent)
            self._elements[tag] = self.pdf.element(
                tag.kind, parent, language=tag.language, **tag.attributes
            )
        return self._elements[tag]

    def content(self, tag: Tag | None) -> AbstractContextManager[None]:
        """Draw what belongs to a tag; without one, what a reader of the text may leave out."""
        return self.pdf.artifact() if tag is None else self.pdf.content(self.element(tag))
