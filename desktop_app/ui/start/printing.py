"""Fourth step: the centre's address, and how its papers begin."""

from typing import Final

from desktop_app.i18n import N_
from desktop_app.services.drafts import InstitutionDraft
from desktop_app.services.institution_data import HeaderMode, Institution
from desktop_app.services.presets_data import settings
from desktop_app.services.validation import FieldError, checked
from desktop_app.ui.desk import Desk
from desktop_app.ui.start.plan import Plan
from desktop_app.ui.start.step import Beside, PlanStep
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.head_picture import HeadPicture

_MODES: Final = {
    HeaderMode.TEXT: N_("In the language of the paper"),
    HeaderMode.BILINGUAL: N_("In Arabic and French, side by side"),
}


class PrintingStep(PlanStep):
    """Asks how papers look, and shows it."""

    title = N_("How do your papers begin?")
    sentence = N_(
        "The picture follows what you choose. A header of your own, as a picture, and an emblem are"
        " added in Settings."
    )

    def __init__(self, desk: Desk, plan: Plan) -> None:
        super().__init__(desk, plan)
        self.mode = Choice(desk, self._modes)
        self.mode.chosen.connect(self._take_mode)
        self.picture = HeadPicture(desk)
        self.column.addWidget(
            Beside(
                Field(desk, N_("Header"), self.mode),
                self.text_field(
                    "email",
                    N_("E-mail of the centre"),
                    N_("Mail goes out through your own mail program."),
                    latin=True,
                ),
            )
        )
        self.column.addSpacing(12)
        self.column.addWidget(self.picture)
        self.column.addStretch(1)
        desk.dressed.connect(self._show_head)

    def may_go_on(self) -> bool:
        """An address may be left out, but not be wrong."""
        try:
            checked(InstitutionDraft(email=self.plan.texts["email"]), InstitutionDraft)
        except FieldError as error:
            return self.refuse("email", error.problem)
        return True

    def first_field(self) -> Choice:
        """The header."""
        return self.mode

    def refresh(self) -> None:
        """Show the header of what was said so far."""
        super().refresh()
        self.mode.choose(self.plan.header_mode)
        self._show_head()

    def _take_mode(self, mode: HeaderMode) -> None:
        self.plan.header_mode = mode
        self.refresh()

    def _show_head(self) -> None:
        if self.isVisible():
            draft = settings(self.plan.set_up())
            institution = Institution(
                name=draft.name.bilingual(),
                header_ar=draft.header_ar,
                header_fr=draft.header_fr,
                header_mode=draft.header_mode,
                city=draft.city.bilingual(),
            )
            self.picture.show_head(institution, ("fr",) if self.desk.language == "fr" else ("ar",))

    def _modes(self) -> list[tuple[HeaderMode, str]]:
        return [(mode, self.desk.say(message)) for mode, message in _MODES.items()]
