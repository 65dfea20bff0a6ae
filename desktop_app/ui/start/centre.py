"""Third step: the centre, and who heads it and signs."""

from typing import Final

from db.codes import Civility
from desktop_app.i18n import N_
from desktop_app.ui.desk import Desk
from desktop_app.ui.start.plan import Plan
from desktop_app.ui.start.step import Beside, PlanStep
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import label

_CIVILITIES: Final = {
    Civility.UNKNOWN: N_("Not said"),
    Civility.MRS: N_("Mrs"),
    Civility.MR: N_("Mr"),
}


class CentreStep(PlanStep):
    """Asks for names; who signs can be said later."""

    title = N_("What is your centre called, and who signs?")
    sentence = N_("The head signs invitations and attestations, unless told otherwise.")

    def __init__(self, desk: Desk, plan: Plan) -> None:
        super().__init__(desk, plan)
        self.civility = Choice(desk, self._civilities)
        self.civility.chosen.connect(self._take_civility)
        self._head = label("card-title")
        in_sentences = N_("With its article: it stands in sentences too.")
        rows = (
            (
                self.text_field("centre.ar", N_("Name of the centre in Arabic")),
                self.text_field("centre.fr", N_("Name of the centre in French"), in_sentences),
            ),
            (
                self.text_field("city.ar", N_("City in Arabic")),
                self.text_field("city.fr", N_("City in French")),
            ),
            (
                self.text_field("head.ar", N_("Name in Arabic")),
                self.text_field("head.fr", N_("Name in French")),
                Field(desk, N_("Form of address"), self.civility),
            ),
            (
                self.text_field("title.ar", N_("Function in Arabic")),
                self.text_field("title.fr", N_("Function in French"), in_sentences),
            ),
        )
        for at, row in enumerate(rows):
            if at == 2:
                self.column.addWidget(self._head)
            self.column.addWidget(Beside(*row))
        self.column.addStretch(1)
        desk.dressed.connect(self._dress)
        self._dress()

    def may_go_on(self) -> bool:
        """A centre has a name, in one language at least."""
        if not self.plan.label("centre").bilingual():
            return self.refuse("centre.ar", N_("a centre needs a name."))
        return True

    def refresh(self) -> None:
        """Show the form of address too."""
        super().refresh()
        self.civility.choose(self.plan.civility)

    def _take_civility(self, civility: Civility) -> None:
        self.plan.choose_civility(civility)
        self.refresh()

    def _civilities(self) -> list[tuple[Civility, str]]:
        return [(each, self.desk.say(message)) for each, message in _CIVILITIES.items()]

    def _dress(self) -> None:
        self._head.setText(self.desk.say("Head of the centre"))
