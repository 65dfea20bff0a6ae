"""Who has the floor, and phrases worded for him."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.documents.phrases import gender_of, subject_of
from desktop_app.services.people import list_people
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.editor import MinutesEditor
from desktop_app.ui.session.minutes.speaker import SpeakerField, Speaking, likely_speakers
from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.phrase_bank import filled

if TYPE_CHECKING:
    from db.unit_of_work import Store
    from desktop_app.services.people_data import Person
    from desktop_app.services.phrases import Phrase
    from desktop_app.services.session_data import Session


class Speech(QObject):
    """Takes what is chosen in the field of the speaker to the page.

    Attributes:
        speakers: whoever has the floor.
    """

    def __init__(
        self, desk: Desk, editor: MinutesEditor, field: SpeakerField, today: Callable[[], date]
    ) -> None:
        super().__init__(editor)
        self._desk = desk
        self._editor = editor
        self._field = field
        self._today = today
        self._session: Session | None = None
        self._item_id: int | None = None
        self.speakers: tuple[Person, ...] = ()
        field.spoke.connect(self._take)

    def show_session(self, session: "Session", item_id: int | None) -> None:
        """Offer those who may speak about a point; another session has nobody on the floor."""
        if self._session is None or self._session.id != session.id:
            self._name(())
            self._editor.set_speaker(None)
        self._session, self._item_id = session, item_id
        self._field.show_likely(likely_speakers(session, item_id))

    def worded(self, phrase: "Phrase", language: PaperLanguage) -> str:
        """Give a phrase as whoever speaks now would be named in it."""
        people = self.speakers
        return filled(
            phrase.text.get(language),
            language,
            subject_of(people, language) if people else "",
            gender_of(people[0]) if people else "m",
            several=len(people) > 1,
        )

    def _take(self, speaking: Speaking) -> None:
        person_id = speaking.person_id
        self._editor.setFocus()
        self._editor.set_speaker(person_id)
        if person_id is None:
            self._name(())
            return
        if speaking.kind is not None:
            self._editor.set_spoken(speaking.kind, (person_id,))
        likely = likely_speakers(self._session, self._item_id) if self._session else ()
        known = {person.id: person for person in likely}
        if person_id in known:
            self._name((known[person_id],))
        else:
            self._read(person_id)

    def _read(self, person_id: int) -> None:
        """Somebody else on file: how he is named is read."""
        store, session = self._desk.store, self._session
        if store is not None and session is not None:
            day = session.days[-1] if session.days else self._today()
            self._desk.runner.run(lambda _: _person(store, person_id, day), self._name)

    def _name(self, people: "tuple[Person, ...]") -> None:
        self.speakers = people
        self._field.show_speaker(people[0] if people else None)


def _person(store: "Store", person_id: int, day: date) -> "tuple[Person, ...]":
    with store.read() as reading:
        return tuple(one for one in list_people(reading, day) if one.id == person_id)
