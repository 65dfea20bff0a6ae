"""The life of the minutes as the papers of a session show it: what can come next, and back."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from db.codes import DocumentKind, DocumentState
from desktop_app.documents.finalising import FinalMinutes, finalise
from desktop_app.i18n import N_
from desktop_app.services import final_minutes
from desktop_app.ui.acts import Act
from desktop_app.ui.desk import Desk
from desktop_app.ui.papers.finalise import FinaliseDialog, ask_to_reopen
from desktop_app.wording.bilingual import PaperLanguage

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork
    from desktop_app.services.session_data import Session

_NOT_MINUTES: Final = N_("Only minutes become final")
_NEXT: Final = {
    DocumentState.DRAFT: (DocumentState.TO_REVIEW, N_("Give to review"), "eye"),
    DocumentState.TO_REVIEW: (DocumentState.DRAFT, N_("Back to draft"), "pencil-simple"),
    DocumentState.TO_SIGN: (DocumentState.SIGNED, N_("Mark as signed"), "seal-check"),
    DocumentState.SIGNED: (DocumentState.SENT, N_("Mark as sent"), "paper-plane-tilt"),
}
_TOLD: Final = {
    DocumentState.DRAFT: N_("The minutes are a draft"),
    DocumentState.TO_REVIEW: N_("The minutes are to review"),
    DocumentState.SIGNED: N_("The minutes are signed"),
    DocumentState.SENT: N_("The minutes are sent"),
}


class MinutesLife(QObject):
    """Brings minutes from draft to sent, and back when they are re-opened.

    Args:
        settle: keeps what is being typed.

    Attributes:
        finalise_act, reopen_act: make them final, or open again.
        step_act: what comes next by hand.
        compare_act: shows what changed between versions.
        acts: all of them.
    """

    def __init__(self, desk: Desk, parent: QObject, settle: Callable[[], object]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settle = settle
        self._session: Session | None = None
        self._languages: tuple[PaperLanguage, ...] = ("ar",)
        self.finalise_act = Act(
            desk, N_("Finalise the minutes"), self._ask, icon="seal-check", key="F12"
        )
        self.step_act = Act(desk, N_("Give to review"), self._step, icon="eye", key="F7")
        self.compare_act = Act(
            desk, N_("Compare versions"), self._compare, icon="git-diff", key="F5"
        )
        self.reopen_act = Act(
            desk,
            N_("Re-open the minutes"),
            self._ask_why,
            icon="lock-simple-open",
            key="Shift+F12",
        )
        self.acts = (self.finalise_act, self.step_act, self.compare_act, self.reopen_act)
        self.show(None, DocumentKind.INVITATION, self._languages)

    @property
    def beside(self) -> tuple[Act, ...]:
        """What is offered beside what comes next."""
        return (self.step_act, self.compare_act, self.reopen_act)

    def show(
        self,
        session: "Session | None",
        kind: DocumentKind,
        languages: tuple[PaperLanguage, ...],
    ) -> None:
        """Offer what can be done with the minutes of a session, where they are what is in view."""
        minutes = session is not None and kind is DocumentKind.MINUTES
        self._session, self._languages = session if minutes else None, languages
        if session is None or not minutes:
            for act in self.acts:
                act.set_offered(offered=False, reason=_NOT_MINUTES)
            return
        final, version = session.minutes_final, session.minutes_version
        self.finalise_act.set_offered(not final, N_("They are final"))
        self.reopen_act.set_offered(final, N_("They are not final"))
        following = _NEXT.get(session.minutes_state)
        if following is not None:
            _, message, icon = following
            self.step_act.set_message(message, icon)
        self.step_act.set_offered(following is not None, N_("They are sent"))
        several = version > 1 or (version == 1 and not final)
        self.compare_act.set_offered(several, N_("There is one version alone"))

    def _ask(self) -> None:
        session = self._session
        if session is None:
            return
        self._settle()
        dialog = FinaliseDialog(self._desk, session)
        session_id, languages = session.id, self._languages

        def done(made: FinalMinutes) -> None:
            dialog.leave()
            say, number = self._desk.say, made.rendered.reference
            self._desk.tell(
                say("The minutes are final: {number}, version {n}", number=number, n=made.version)
                if number
                else say("The minutes are final: version {n}", n=made.version)
            )

        def fail(error: Exception) -> None:
            dialog.leave()
            self._desk.show_error(error)

        def end() -> None:
            self._desk.write(
                "finalising.finalise",
                lambda work: finalise(work, session_id, languages),
                done,
                fail,
                undoable=False,
            )

        dialog.wanted.connect(end)
        self._desk.ask(dialog)

    def _ask_why(self) -> None:
        if self._session is not None:
            ask_to_reopen(self._desk, self._session)

    def _step(self) -> None:
        session = self._session
        if session is None:
            return
        state, session_id = _NEXT[session.minutes_state][0], session.id
        today = date.today()  # noqa: DTZ011 - the user's own day

        def change(work: "UnitOfWork") -> None:
            final_minutes.set_state(work, session_id, state, today)

        self._desk.write("final_minutes.set_state", change, told=self._desk.say(_TOLD[state]))

    def _compare(self) -> None:
        session = self._session
        if session is not None:
            from desktop_app.ui.papers.versions import VersionsDialog  # when it is asked for

            self._desk.ask(VersionsDialog(self._desk, session))
