"""The types of session that the centre added to those that ship."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta
from sqlalchemy import func, select

from db import models
from db.errors import UserError
from db.models.base import new_uid
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import words
from desktop_app.services.drafts import Draft
from desktop_app.services.sessions import session_types
from desktop_app.services.validation import checked, require
from desktop_app.wording import session_types as grammar
from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.french import capital
from desktop_app.wording.session_types import SESSION_TYPES, SessionType

Form = Annotated[str, Meta(max_length=80)]
_FORMS = ("indefinite", "definite", "plural", "french", "french_plural")


class TypeDraft(Draft, frozen=True):
    """A type of session as it is typed, with the forms that `SessionType` explains."""

    indefinite: Form = ""
    definite: Form = ""
    plural: Form = ""
    gender: Literal["m", "f"] = "m"
    french: Form = ""
    french_plural: Form = ""
    french_gender: Literal["m", "f"] = "m"
    verbs: Literal["A", "B", "C"] = "A"
    training: bool = False
    remote: bool = False

    def kind(self, code: str = "") -> SessionType:
        """Give the type as sentences use it."""
        return SessionType(
            code=code,
            indefinite=self.indefinite,
            definite=self.definite,
            gender=self.gender,
            plural=self.plural,
            french=self.french,
            french_gender=self.french_gender,
            french_plural=self.french_plural,
            verbs=self.verbs,
            training=self.training,
            remote=self.remote,
        )


@dataclass(frozen=True, slots=True)
class ListedType:
    """A type in the list.

    Attributes:
        own: added by the centre; the others ship and stay as they are.
        sessions: how many are of this type.
    """

    kind: SessionType
    own: bool
    sessions: int


def list_types(reading: Reading) -> tuple[ListedType, ...]:
    """Give the types that ship, then those added, in the order in which they were."""
    used = Counter(reading.db.scalars(select(models.Session.type_code)))
    return tuple(
        ListedType(kind, own=code not in SESSION_TYPES, sessions=used[code])
        for code, kind in session_types(reading).items()
    )


def draft_of(kind: SessionType) -> TypeDraft:
    """Give a type as it is edited."""
    return TypeDraft(**{field: getattr(kind, field) for field in TypeDraft.__struct_fields__})


def add(work: UnitOfWork, draft: TypeDraft) -> str:
    """Add a type and give its code.

    Raises:
        FieldError: a form is missing or too long, or a type of this name is on file.
    """
    draft = _checked(work, draft, "")
    record = models.SessionType(code=new_uid())
    words.put(record, {field: getattr(draft, field) for field in draft.__struct_fields__})
    work.db.add(record)
    work.db.flush()
    return record.code


def edit(work: UnitOfWork, code: str, draft: TypeDraft) -> None:
    """Replace the forms of a type that was added; its sessions take them at once.

    Raises:
        UserError: there is no such type.
        FieldError: as for `add`.
    """
    record = _own(work, code)
    draft = _checked(work, draft, code)
    words.put(record, {field: getattr(draft, field) for field in draft.__struct_fields__})


def remove(work: UnitOfWork, code: str) -> None:
    """Take a type away that no session is of.

    Raises:
        UserError: there is no such type, or sessions are of it.
    """
    record = _own(work, code)
    query = select(func.count()).where(models.Session.type_code == code)
    if used := work.db.scalar(query):
        raise UserError(
            "This type was not deleted, because sessions are of it ({n}); give them another type"
            " first. Nothing was changed.",
            n=used,
        )
    work.db.delete(record)


def example(kind: SessionType, language: PaperLanguage) -> str:
    """Write with its forms what the minutes would say, so that a wrong one is seen."""
    if language == "ar":
        held = f"{grammar.held(kind, 'ar')} {kind.definite}"
        return f"{held} يوم الأربعاء، ثم {grammar.end(kind, 'ar')}."
    held = f"{capital(grammar.le(kind))} {grammar.held(kind, 'fr')} mercredi"
    return f"{held}, puis {grammar.end(kind, 'fr')}."


def _own(work: UnitOfWork, code: str) -> models.SessionType:
    query = select(models.SessionType).where(models.SessionType.code == code)
    record = work.db.scalars(query).one_or_none()
    if record is None:
        raise UserError(
            "This type was not changed, because it ships with the program or was deleted; add one"
            " of your own instead. Nothing was changed."
        )
    return record


def _checked(reading: Reading, draft: TypeDraft, code: str) -> TypeDraft:
    draft = checked(draft, TypeDraft)
    for field in _FORMS:
        require(
            getattr(draft, field), (field,), UserError("this form is printed in papers: type it.")
        )
    for other in session_types(reading).values():
        require(
            other.code == code or other.indefinite != draft.indefinite,
            ("indefinite",),
            UserError("a type of this name is on file already."),
        )
    return draft
