"""The journal of a session in words: what a table, a column and a value are called."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import Final

from db.codes import (
    AgendaOrigin,
    DeliveryMeans,
    DocumentKind,
    DocumentLanguage,
    OutputMeans,
    SessionRole,
)
from db.journal import Operation
from desktop_app.direction import ltr
from desktop_app.i18n import N_, Catalogue
from desktop_app.services.session_history import Change, Entry, Value
from desktop_app.ui.text import capitalised, short_day, text_for
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.gender import Gender
from desktop_app.wording.vocabulary import label

SUBJECTS: Final[Mapping[str, str]] = {
    "sessions": N_("The session"),
    "session_days": N_("Day of the session"),
    "session_people": N_("Facilitator or signatory"),
    "invitation_letters": N_("Invitation letter"),
    "agenda_items": N_("Agenda item"),
    "attendance": N_("Attendance"),
    "interventions": N_("What was said"),
    "intervention_speakers": N_("Speaker"),
    "outcomes": N_("Outcome"),
    "outcome_bodies": N_("Body in charge"),
    "issued_documents": N_("Issued paper"),
    "document_signatories": N_("Signature"),
    "deliveries": N_("Sending"),
    "outputs": N_("Print or file"),
    "attachments": N_("Attached file"),
    "replaced_wordings": N_("Wording of a paper"),
    "final_versions": N_("Final minutes, version"),
    "carried_outcomes": N_("Outcome followed up"),
}
MANY: Final[Mapping[str, str]] = {
    "session_days": N_("Days"),
    "session_people": N_("Facilitators and signatories"),
    "agenda_items": N_("Agenda"),
    "attendance": N_("Attendance"),
    "interventions": N_("Lines of the minutes"),
    "outcomes": N_("Outcomes"),
}
"""Tables whose records come many at a time, and are then counted."""
FIELDS: Final[Mapping[str, str]] = {
    "type_code": N_("Type"),
    "state": N_("State"),
    "since": N_("On"),
    "reason": N_("Reason"),
    "theme": N_("Subject"),
    "purpose": N_("Purpose"),
    "objectives": N_("Objectives"),
    "framework": N_("Framework"),
    "start_time": N_("Start"),
    "end_time": N_("End"),
    "hijri": N_("Hijri date"),
    "mode": N_("Mode"),
    "room": N_("Room"),
    "site": N_("Place"),
    "platform": N_("Platform"),
    "organiser_id": N_("Organiser"),
    "chair_id": N_("Chair"),
    "on_behalf_of_id": N_("On behalf of"),
    "rapporteur_id": N_("Rapporteur"),
    "opened_with_quran": N_("Opened with the Quran"),
    "opened_with_anthem": N_("Opened with the anthem"),
    "agenda_exhausted": N_("Agenda exhausted"),
    "conclusions": N_("Conclusions"),
    "other_business": N_("Other business"),
    "enclosures": N_("Enclosures"),
    "copies": N_("Copies"),
    "reference": N_("Number"),
    "registry_reference": N_("Registry number"),
    "registry_date": N_("Registry date"),
    "minutes_dated": N_("Date of the minutes"),
    "day": N_("Day"),
    "person_id": N_("Person"),
    "role": N_("Role"),
    "dated": N_("Date"),
    "binding": N_("Convocation"),
    "addressees": N_("Addressees"),
    "under": N_("Through"),
    "references": N_("References"),
    "agenda_enclosed": N_("Agenda enclosed"),
    "reply_by": N_("Reply by"),
    "title": N_("Title"),
    "presenter_id": N_("Presenter"),
    "planned_minutes": N_("Minutes planned"),
    "at": N_("Written at"),
    "invited": N_("Invited"),
    "answer": N_("Answer"),
    "represented_by_id": N_("Represented by"),
    "late": N_("Came late"),
    "left_early": N_("Left early"),
    "agenda_item_id": N_("Agenda item"),
    "kind": N_("Kind"),
    "summary": N_("What was said"),
    "appeal": N_("Appeal"),
    "intervention_id": N_("What was said"),
    "text": N_("Text"),
    "owner_person_id": N_("In charge"),
    "owner_text": N_("In charge, as printed"),
    "partners": N_("Partners"),
    "due": N_("Due date"),
    "ongoing": N_("Ongoing"),
    "priority": N_("Priority"),
    "percent": N_("Progress"),
    "remarks": N_("Remarks"),
    "review_on": N_("To look at again on"),
    "outcome_id": N_("Outcome"),
    "body_id": N_("Body"),
    "version": N_("Version"),
    "language": N_("Language"),
    "file_name": N_("File"),
    "issued_at": N_("Issued at"),
    "content_id": "SHA-256",
    "document_id": N_("Paper"),
    "signed_on": N_("Signed on"),
    "recipient": N_("Recipient"),
    "address": N_("Address"),
    "means": N_("By"),
    "sent_at": N_("Sent at"),
    "confirmed_at": N_("Confirmed at"),
    "target": N_("Printer or file"),
    "made_at": N_("Made at"),
    "description": N_("Description"),
    "added_at": N_("Added at"),
    "block": N_("Block"),
    "number": N_("Version"),
    "finalised_at": N_("Finalised at"),
    "series_id": N_("Series"),
    "minutes_state": N_("State of the minutes"),
    "minutes_version": N_("Final version"),
    "minutes_final": N_("Minutes are final"),
    "reopening": N_("Reason for reopening"),
    "origin": N_("Comes from"),
    "of_session_id": N_("Session"),
    "carried_from_id": N_("Item of an earlier session"),
    "subject": N_("About"),
    "digest": N_("Fingerprint of its words"),
}
"""Columns by their names without the language that some end in."""

CODES: Final[Mapping[Enum, str]] = {
    DocumentKind.MINUTES: N_("Minutes"),
    DocumentKind.REPORT: N_("Short report"),
    DocumentKind.ATTENDANCE_SHEET: N_("Attendance sheet"),
    DocumentKind.INVITATION: N_("Invitation"),
    DocumentKind.ATTESTATION: N_("Attestation"),
    DocumentKind.FOLLOW_UPS: N_("Follow-up table"),
    DocumentKind.EXTRACT: N_("Extract of the minutes"),
    DocumentKind.ACTIONS: N_("Sheet of actions"),
    DocumentKind.CHANGES: N_("What changed between versions"),
    DocumentKind.ATTESTATION_REGISTER: N_("Register of attestations"),
    DocumentKind.COVER_SHEET: N_("Cover sheet"),
    DocumentKind.SYNTHESIS: N_("Summary report"),
    DocumentKind.DIRECTOR_PAGE: N_("The director’s page"),
    DocumentLanguage.ARABIC: N_("Arabic"),
    DocumentLanguage.FRENCH: N_("French"),
    DocumentLanguage.BOTH: N_("Bilingual"),
    DeliveryMeans.EMAIL: N_("E-mail"),
    DeliveryMeans.HAND: N_("By hand"),
    DeliveryMeans.POST: N_("By post"),
    DeliveryMeans.REGISTRY: N_("Registry desk"),
    DeliveryMeans.OTHER: N_("Other means"),
    OutputMeans.PRINTER: N_("Printed"),
    OutputMeans.FILE: N_("Saved as a file"),
    AgendaOrigin.TYPED: N_("Typed"),
    AgendaOrigin.APPROVAL: N_("Approval of the minutes"),
    AgendaOrigin.FOLLOW_UP: N_("Follow-up of outcomes"),
    AgendaOrigin.CARRIED: N_("Carried over"),
    SessionRole.FACILITATOR: N_("Facilitator"),
    SessionRole.SIGNATORY: N_("Signatory"),
}
"""Codes that no list of the vocabulary names."""

_FILE_NAME: Final = re.compile(r"\.\w{2,4}$")
_DONE: Final = {
    Operation.ADDED: N_("Added"),
    Operation.CHANGED: N_("Changed"),
    Operation.REMOVED: N_("Removed"),
}


class Telling:
    """Writes entries in the window's language.

    Args:
        say: gives the words of the window.
        gender, french_gender: of the session's type, with which its states agree.
    """

    def __init__(self, say: Catalogue, gender: Gender, french_gender: Gender) -> None:
        self.say = say
        self._gender = french_gender if say.language == "fr" else gender

    def head(self, entry: Entry) -> str:
        """Say what happened to what, and to which one (``Added: decision – …``)."""
        subject, *name = [self.value(part) for part in entry.name] or [""]
        if entry.subject != "outcomes":  # these are called by their kind
            name = [subject, *name] if subject else name
            subject = self.say(SUBJECTS[entry.subject])
        head = self._done(entry.operation, subject)
        return f"{head} – {' · '.join(name)}" if name else head

    def count(self, subject: str, operation: Operation, n: int) -> str:
        """Say how many records were added or removed at once."""
        what = self.say(MANY[subject])
        return self.say("{what} ({n})", what=self._done(operation, what), n=n)

    def field(self, change: Change) -> str:
        """Name what changed, with its language where it is kept in two."""
        name = self.say(FIELDS[change.field])
        if change.language:
            language = self.say("Arabic") if change.language == "ar" else self.say("French")
            return self.say("{what} ({language})", what=name, language=language)
        return name

    def value(self, value: Value) -> str:
        """Write a value; empty for none."""
        language = self.say.language
        match value:
            case bool():
                written = self.say("yes") if value else self.say("no")
            case Enum():
                written = self._code(value)
            case Bilingual():
                written = capitalised(text_for(value, language))
            case tuple():
                written = "; ".join(text_for(each, language) for each in value)
            case datetime():
                at = value.astimezone()
                written = f"{short_day(at.date(), language)} {ltr(f'{at:%H:%M}')}"
            case date():
                written = short_day(value, language)
            case time():
                written = ltr(f"{value:%H:%M}")
            case _:
                written = ltr(str(value)) if _FILE_NAME.search(str(value)) else str(value)
        return written

    def _done(self, operation: Operation, what: str) -> str:
        return self.say("{done}: {what}", done=self.say(_DONE[operation]), what=what)

    def _code(self, code: Enum) -> str:
        if code in CODES:
            return self.say(CODES[code])
        try:
            return label(code, self.say.language, self._gender)  # type: ignore[arg-type]  # all are StrEnum
        except KeyError:
            return str(code.value)
