"""The structure tree: what each part of the pages is, in which language, in reading order.

ISO 32000-1, 14.7 and 14.8; ISO 14289-1 (PDF/UA).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.documents.typesetting import objects
from desktop_app.documents.typesetting.faces import Language

LOCALES: Mapping[Language, str] = {"ar": "ar-MA", "fr": "fr-MA"}

KINDS = frozenset({
    "Document", "Part", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Note",
    "Reference", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table",
    "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Figure", "Form",
})  # fmt: skip
# Attribute: owner, key in its dictionary, and whether the value is a name.
_ATTRIBUTES = {
    "scope": ("Table", "Scope", True),
    "column_span": ("Table", "ColSpan", False),
    "row_span": ("Table", "RowSpan", False),
    "numbering": ("List", "ListNumbering", True),
    "placement": ("Layout", "Placement", True),
    "bounds": ("Layout", "BBox", False),
}


class _Mark(NamedTuple):
    """A piece of marked content: its number on its page."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """A structure element; it may be drawn into on several pages.

    Attributes:
        language: when it differs from its parent's.
        attributes: `alternative` text of a figure, `title`, `scope` of a table head (Row,
            Column, Both), `column_span`, `row_span`, `numbering` of a list (Decimal…),
            `placement`, `bounds`.
        kids: elements and marked content, in reading order.
    """

    kind: str
    parent: "Element | None"
    language: Language | None
    attributes: dict[str, str]
    kids: "list[Element | _Mark]" = field(default_factory=list)


class StructureTree:
    """The elements of one file and the content marked as theirs."""

    def __init__(self) -> None:
        self.root = Element("Document", None, None, {})
        self._marked: list[list[Element]] = []

    def element(
        self,
        kind: str,
        parent: Element | None,
        language: Language | None,
        attributes: dict[str, str],
    ) -> Element:
        """Add an element after its parent's other kids.

        Raises:
            ValueError: for a kind or an attribute that is none.
        """
        if kind not in KINDS:
            raise ValueError(f"no structure type: {kind}")
        unknown = attributes.keys() - _ATTRIBUTES.keys() - {"alternative", "title"}
        if unknown:
            raise ValueError(f"no attribute of an element: {', '.join(sorted(unknown))}")
        parent = parent or self.root
        new = Element(kind, parent, language, attributes)
        parent.kids.append(new)
        return new

    def add_page(self) -> None:
        """Count the marked content of a new page from 0."""
        self._marked.append([])

    def mark(self, element: Element) -> int:
        """Number the next marked content of the last page, as the element's."""
        marked = self._marked[-1]
        element.kids.append(_Mark(len(self._marked) - 1, len(marked)))
        marked.append(element)
        return len(marked) - 1

    def write(self, into: objects.Objects, pages: list[int]) -> int:
        """Add the tree to the file; gives the number of its root.

        Args:
            into: the file's objects.
            pages: numbers of the page dictionaries, each with its index as StructParents.
        """
        root = into.reserve()
        numbers: dict[Element, int] = {}
        _number(self.root, into, numbers)
        for element, number in numbers.items():
            parent = root if element.parent is None else numbers[element.parent]
            into.put(number, _written(element, parent, numbers, pages))
        parents = [
            f"{index} {objects.array([numbers[element] for element in marked])}"
            for index, marked in enumerate(self._marked)
        ]
        parent_tree = into.add(f"<< /Nums [{' '.join(parents)}] >>")
        into.put(
            root,
            objects.dictionary(
                {
                    "Type": "/StructTreeRoot",
                    "K": objects.reference(numbers[self.root]),
                    "ParentTree": objects.reference(parent_tree),
                    "ParentTreeNextKey": len(pages),
                }
            ),
        )
        return root


def _number(element: Element, into: objects.Objects, numbers: dict[Element, int]) -> None:
    numbers[element] = into.reserve()
    for kid in element.kids:
        if isinstance(kid, Element):
            _number(kid, into, numbers)


def _written(
    element: Element, parent: int, numbers: Mapping[Element, int], pages: list[int]
) -> str:
    written = [f"<< /Type /StructElem /S /{element.kind} /P {parent} 0 R"]
    home = next((kid.page for kid in element.kids if isinstance(kid, _Mark)), None)
    if home is not None:
        written.append(f"/Pg {pages[home]} 0 R")
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{numbers[kid]} 0 R")
        elif kid.page == home:
            kids.append(str(kid.number))
        else:
            kids.append(f"<< /Type /MCR /Pg {pages[kid.page]} 0 R /MCID {kid.number} >>")
    if kids:
        written.append(f"/K [{' '.join(kids)}]")
    if element.language:
        written.append(f"/Lang ({LOCALES[element.language]})")
    if element.attributes:
        written += _written_attributes(element.attributes)
    return f"{' '.join(written)} >>"


def _written_attributes(attributes: Mapping[str, str]) -> Iterator[str]:
    if "alternative" in attributes:
        yield f"/Alt {objects.text(attributes['alternative'])}"
    if "title" in attributes:
        yield f"/T {objects.text(attributes['title'])}"
    owned = _attribute_objects(attributes)
    if owned:
        yield f"/A [{' '.join(owned)}]"


def _attribute_objects(attributes: Mapping[str, str]) -> list[str]:
    """One dictionary for each owner, as ISO 32000-1, 14.8.5 asks."""
    owners: dict[str, dict[str, object]] = {}
    for name, value in attributes.items():
        if name in _ATTRIBUTES:
            owner, key, is_name = _ATTRIBUTES[name]
            owners.setdefault(owner, {"O": f"/{owner}"})[key] = f"/{value}" if is_name else value
    return [objects.dictionary(entries) for entries in owners.values()]
