"""What is known of the paper that is chosen: state, number, who signs, who gets it, choices."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.codes import DocumentKind, OutputMeans
from desktop_app.documents.blocks import Paper, Signatures
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.rendering import Rendered
from desktop_app.i18n import N_
from desktop_app.services.drafts import LONGEST_LINE
from desktop_app.services.recipients import GroupCode, RecipientGroup
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.batch import people_of
from desktop_app.ui.papers.kinds import Offer
from desktop_app.ui.papers.preview import TOOLS_HEIGHT
from desktop_app.ui.papers.registry import Registry
from desktop_app.ui.papers.states import chip_of, state_of
from desktop_app.ui.text import capitalised, short_day, text_for
from desktop_app.ui.theme import CARD_PADDING, ICON, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import ChipLabel
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.labels import label
from desktop_app.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from desktop_app.services.paper_data import IssuedPaper
    from desktop_app.services.session_data import Session

WIDTH: Final = 272
_SHOWN_OUTPUTS: Final = 3
_NUMBERED_TOGETHER: Final = frozenset({DocumentKind.MINUTES, DocumentKind.REPORT})
_GROUPS: Final = {
    GroupCode.INVITED: N_("Those invited ({n})"),
    GroupCode.PRESENT: N_("Those present ({n})"),
    GroupCode.ABSENT: N_("Those absent ({n})"),
    GroupCode.DIRECTORATES: N_("Provincial directorates ({n})"),
    GroupCode.OWNERS: N_("Those in charge ({n})"),
    GroupCode.PERSON: N_("The person concerned"),
}


class Details(QFrame):
    """The pane at the end side; in a small window it takes the place of the list.

    Args:
        give_number: gives the next number.
        each: saves one file for each person.
        following: the acts that may come next, shown one at a time as the filled button.
        beside: the acts that stand under it, each while it is offered.

    Attributes:
        number_typed: emitted with the number that was typed.
        chosen: emitted when other options of the paper were chosen.
    """

    number_typed = Signal(str)
    chosen = Signal()

    def __init__(
        self,
        desk: Desk,
        give_number: Act,
        each: Act,
        following: Sequence[Act],
        beside: Sequence[Act] = (),
    ) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._offer: Offer | None = None
        self._shown: tuple[object, ...] = ()
        self._people: tuple[tuple[int, str], ...] = ()
        self.title = label("card-title")
        self.state = ChipLabel(desk, chip_of(None, DocumentKind.MINUTES, desk.language))
        self.number = LineEdit(desk, latin=True)
        self.number.setMaxLength(LONGEST_LINE)
        self.number_field = Field(
            desk, N_("Number"), self.number, N_("Leave empty if the registry numbers it")
        )
        self.variants = Choice(desk, self._variants)
        self.variant_field = Field(desk, N_("Variant"), self.variants)
        self.person = Choice(desk, self._persons)
        self.person_field = Field(desk, N_("For whom"), self.person)
        self._give_number = Button(desk, give_number, kind="bare")
        self._each = Button(desk, each)
        self._following = [Button(desk, act, kind="filled") for act in following]
        self._beside = [Button(desk, act) for act in beside]
        self.registry = Registry(desk)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(2)
        self._lay_out()
        self.number.committed.connect(self.number_typed)
        self.variants.chosen.connect(lambda _: self.chosen.emit())
        self.person.chosen.connect(lambda _: self.chosen.emit())
        desk.dressed.connect(self.dress)

    @property
    def options(self) -> PaperOptions:
        """What is chosen for the paper."""
        if self._offer is None or not self._offer.variants:
            return PaperOptions()
        chosen = self._offer.variants.get(str(self.variants.value), PaperOptions())
        person = self.person.value
        return replace(chosen, people=(person,)) if isinstance(person, int) else chosen

    def show_offer(self, offer: Offer) -> None:
        """Show what can be chosen for a paper; the usual is chosen."""
        self._offer = offer
        self._people = ()
        self.variants.dress()
        self.variants.choose(next(iter(offer.variants), None))
        self.variant_field.setVisible(len(offer.variants) > 1)
        self.person.dress()
        self.person.choose("")
        self.number_field.setVisible(offer.numbered)
        self.registry.setVisible(offer.kind is DocumentKind.MINUTES)
        self.person_field.setVisible(offer.by_person)
        self.dress()

    def show_paper(
        self,
        session: "Session",
        issued: "Sequence[IssuedPaper]",
        groups: Sequence[RecipientGroup],
        rendered: Rendered | None,
    ) -> None:
        """Show what is known of the paper that is chosen."""
        offer = self._offer
        if offer is None:
            return
        language = self._desk.language
        self.state.show_chip(chip_of(state_of(offer.kind, session, issued), offer.kind, language))
        letter = offer.kind is DocumentKind.INVITATION
        self.number.show_text(session.invitation.reference if letter else session.reference)
        frozen = session.minutes_final and offer.kind in _NUMBERED_TOGETHER
        self.number_field.set_read_only(session.reference if frozen else None)
        self.registry.show_session(session)
        self._show_persons(rendered)
        paper = rendered.paper if rendered and rendered.kind is offer.kind else None
        parts = (
            (N_("Signature"), "pen-nib", self._signatories(paper)),
            (N_("Recipients"), "", self._recipients(groups)),
            (N_("Enclosures"), "paperclip", self._enclosures(session)),
            (N_("Issued copies"), "", self._outputs(issued)),
        )
        if parts != self._shown:
            self._shown = parts
            self._fill(parts)

    def offer_next(self, act: Act | None, *, each: bool) -> None:
        """Show what comes next as the filled button, and whether each person can have a file."""
        for button in self._following:
            button.setVisible(button.act is act)
        for button in self._beside:
            button.setVisible(button.act.isEnabled())
        self._each.setVisible(each)
        self._give_number.setVisible(self._give_number.act.isEnabled())

    def dress(self) -> None:
        """Take the words anew."""
        self._head.setFixedHeight(scaled(TOOLS_HEIGHT))
        if self._offer is not None:
            self.title.setText(self._desk.say(self._offer.message))
            self.variants.setAccessibleName(self._desk.say("Variant"))
        self._shown = ()

    def leave(self) -> None:
        """Keep what was typed."""
        self.number.commit()
        self.registry.commit()

    def _variants(self) -> list[tuple[str, str]]:
        offer = self._offer
        return [(one, self._desk.say(one)) for one in offer.variants] if offer else []

    def _persons(self) -> list[tuple[int | str, str]]:
        return [("", self._desk.say("Everybody")), *self._people]

    def _show_persons(self, rendered: Rendered | None) -> None:
        offer = self._offer
        if offer is None or rendered is None or not offer.by_person or rendered.kind != offer.kind:
            return
        material = rendered.material
        everybody = replace(material, options=replace(material.options, people=()))
        language = self._desk.language
        people = tuple((one.id, text_for(one.name, language)) for one in people_of(everybody))
        if people != self._people:
            self._people = people
            self.person.dress()
            if self.person.value is None:
                self.person.choose("")

    def _signatories(self, paper: Paper | None) -> tuple[str, ...]:
        if paper is None:
            return ()
        part = paper.sections[0] if paper.sections else paper
        blocks = [block for block in part.blocks if isinstance(block, Signatures)]
        language = paper.languages[0]
        return tuple(
            " – ".join(filter(None, (one.function.get(language), one.name.get(language))))
            for block in blocks
            for one in block.signatures
        )

    def _recipients(self, groups: Sequence[RecipientGroup]) -> tuple[str, ...]:
        attested = self._offer is not None and self._offer.kind is DocumentKind.ATTESTATION
        return tuple(
            self._desk.say(_GROUPS[group.code], n=len(group.recipients))
            for group in groups
            if group.code is GroupCode.PRESENT or not attested
        )

    def _enclosures(self, session: "Session") -> tuple[str, ...]:
        offer = self._offer
        if offer is None or offer.kind not in {DocumentKind.MINUTES, DocumentKind.INVITATION}:
            return ()
        letter = offer.kind is DocumentKind.INVITATION
        listed = session.invitation.enclosures if letter else session.enclosures
        return tuple(capitalised(text_for(one, self._desk.language)) for one in listed)

    def _outputs(self, issued: "Sequence[IssuedPaper]") -> tuple[str, ...]:
        """Tell the last versions of this paper, and what became of each."""
        offer, say, language = self._offer, self._desk.say, self._desk.language
        told: list[str] = []
        for paper in issued:
            if offer is None or paper.kind is not offer.kind:
                continue
            day = short_day(paper.issued_at.astimezone().date(), language)
            n = paper.minutes_version
            words = say("Version {n}, {day}", n=paper.version if n is None else n, day=day)
            draft = n is None and paper.kind is DocumentKind.MINUTES
            told.append(say("{what} (draft)", what=words) if draft else words)
            told += [
                say("printed on {printer}: {n}", printer=one.target, n=one.copies)
                if one.means is OutputMeans.PRINTER
                else say("saved: {file}", file=one.target)
                for one in paper.outputs
            ]
            told += [say("signed copy: {file}", file=one.file_name) for one in paper.signed_copies]
        return tuple(told[: 2 * _SHOWN_OUTPUTS])

    def _fill(self, parts: tuple[tuple[str, str, tuple[str, ...]], ...]) -> None:
        _empty(self._lists)
        for message, icon, lines in parts:
            if not lines:
                continue
            head = label("strong")
            head.setText(self._desk.say(message))
            self._lists.addWidget(head)
            if message == "Recipients":
                self._lists.addWidget(self._tags(lines))
            for line in lines if message != "Recipients" else ():
                self._lists.addWidget(self._line(icon, line))
            self._lists.addSpacing(8)

    def _line(self, icon: str, text: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if icon:
            sign = QLabel()
            sign.setPixmap(self._desk.icons.pixmap(icon, self._desk.tokens.text2))
            sign.setFixedWidth(ICON)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = label("" if icon else "context", wrap=True)
        words.setObjectName("recorded")
        words.setText(text)
        row.addWidget(words, 1)
        return made

    def _tags(self, texts: Sequence[str]) -> QWidget:
        made = QWidget()
        flow = Flow()
        made.setLayout(flow)
        for text in texts:
            tag = label("tag")
            tag.setText(text)
            flow.addWidget(tag)
        return made

    def _lay_out(self) -> None:
        self._head = QFrame()
        self._head.setProperty("kind", "card-header")
        row = QHBoxLayout(self._head)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.state)
        inside = QWidget()
        inside.setProperty("kind", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        column.setSpacing(6)
        column.addWidget(self.number_field)
        column.addWidget(self._give_number, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.registry)
        column.addWidget(self.variant_field)
        column.addWidget(self.person_field)
        column.addLayout(self._lists)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.setProperty("kind", "plain")
        foot = QVBoxLayout()
        foot.setContentsMargins(CARD_PADDING, 8, CARD_PADDING, CARD_PADDING)
        foot.setSpacing(8)
        for button in (self._each, *self._beside, *self._following):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            foot.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self._head)
        outer.addWidget(area, 1)
        outer.addLayout(foot)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
