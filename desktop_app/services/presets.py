"""The first start: a centre set up in an empty record."""

from db.codes import BodyKind
from db.errors import UserError
from db.unit_of_work import UnitOfWork
from desktop_app.services import institution, phrases
from desktop_app.services.directory import Directory
from desktop_app.services.drafts import BodyDraft, FunctionDraft, Label, PersonDraft
from desktop_app.services.presets_data import Level, SetUp, settings
from desktop_app.services.validation import checked, require
from desktop_app.wording import centre


def set_up(work: UnitOfWork, draft: SetUp) -> None:
    """Record a centre with the bodies around it and who heads it, in an empty record.

    Raises:
        FieldError: something is refused; nothing is recorded then.
    """
    draft = checked(draft, SetUp)
    require(draft.centre.bilingual(), ("centre",), UserError("a centre needs a name."))
    require(
        draft.level is Level.REGIONAL or draft.directorate.bilingual(),
        ("directorate",),
        UserError("a provincial centre needs its directorate."),
    )
    directory = Directory(work)
    directory.add_bodies(_bodies(draft))
    if draft.head.bilingual():
        directory.add_people((_head(draft),))
    institution.set_institution(work, settings(draft), directory)
    phrases.restore_shipped(work)


def _bodies(draft: SetUp) -> list[BodyDraft]:
    above = None
    made = []
    if draft.academy.bilingual():
        above = "academy"
        made.append(
            BodyDraft(
                kind=BodyKind.ACADEMY,
                key=above,
                name=draft.academy,
                short_name=Label("الأكاديمية الجهوية", "AREF"),
                town=draft.academy_town,
            )
        )
    for number, place in enumerate(draft.directorates):
        name = centre.directorate_name(place.name.bilingual())
        key = f"directorate-{number}"
        made.append(_directorate(Label(name.ar, name.fr), place.seat, key, above))
    if draft.level is Level.PROVINCIAL:
        made.append(_directorate(draft.directorate, draft.directorate_town, "own", above))
        above = "own"
    made.append(
        BodyDraft(
            kind=BodyKind.CENTRE,
            key="centre",
            name=draft.centre,
            town=draft.city,
            email=draft.email,
            parent=above,
        )
    )
    return made


def _directorate(name: Label, town: Label, key: str, academy: str | None) -> BodyDraft:
    short = centre.directorate_short_name(name.bilingual())
    return BodyDraft(
        kind=BodyKind.DIRECTORATE,
        key=key,
        name=name,
        short_name=Label(short.ar, short.fr),
        town=town,
        parent=academy,
    )


def _head(draft: SetUp) -> PersonDraft:
    made = centre.head_title(draft.centre.bilingual(), draft.civility)
    return PersonDraft(
        key="head",
        name=draft.head,
        civility=draft.civility,
        function=FunctionDraft(
            title=draft.title if draft.title.bilingual() else Label(made.ar, made.fr),
            unique=True,
            code="head",
        ),
        body="centre",
    )
