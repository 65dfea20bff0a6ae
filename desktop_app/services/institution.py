"""The centre that issues the papers: its names, header, numbers and habits, as settings."""

from datetime import date
from io import BytesIO

import msgspec
from sqlalchemy import select

from db import models
from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services.calendar_settings import CalendarDraft, get_calendar
from desktop_app.services.directory import Directory
from desktop_app.services.drafts import InstitutionDraft
from desktop_app.services.institution_data import Institution
from desktop_app.services.people import person_on
from desktop_app.services.records import by_uid, content_of, keep_setting, kept_setting
from desktop_app.services.references import checked_pattern
from desktop_app.services.validation import checked

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
_SETTINGS = "institution"
_HEADER = "institution.header_picture"
_EMBLEM = "institution.emblem"


def get_settings(reading: Reading) -> InstitutionDraft:
    """Give the settings as they were typed; what was never set has its default."""
    return msgspec.convert(kept_setting(reading, _SETTINGS) or {}, InstitutionDraft)


def get_institution(reading: Reading, on: date) -> Institution:
    """Give the centre as its papers show it on a day.

    Args:
        reading: where to read.
        on: the day of the signatory's function.
    """
    return institution_of(reading, get_settings(reading), get_calendar(reading), on)


def institution_of(
    reading: Reading, settings: InstitutionDraft, calendar: CalendarDraft, on: date
) -> Institution:
    """Give the centre as its papers would show it under other settings than those kept.

    Args:
        reading: where its pictures and its signatory are read.
        settings: of the centre.
        calendar: its Hijri corrections.
        on: the day of the signatory's function.
    """
    signatory = settings.signatory and by_uid(reading, models.Person, settings.signatory)
    return Institution(
        name=settings.name.bilingual(),
        academy=settings.academy.bilingual(),
        header_ar=settings.header_ar,
        header_fr=settings.header_fr,
        header_mode=settings.header_mode,
        header_picture=header_picture(reading),
        emblem=emblem(reading),
        city=settings.city.bilingual(),
        email=settings.email,
        phone=settings.phone,
        numbering=settings.numbering,
        reference_pattern=settings.reference_pattern,
        service_code=settings.service_code,
        hours_in_words=settings.hours_in_words,
        hijri_date=settings.hijri_date,
        hijri=calendar.working().hijri,
        blank_date=settings.blank_date,
        lateness_shown=settings.lateness_shown,
        phone_on_sheet=settings.phone_on_sheet,
        blank_lines=settings.blank_lines,
        data_notice=settings.data_notice,
        notice_text=settings.notice_text.bilingual(),
        cndp_number=settings.cndp_number,
        signatory=person_on(signatory, on) if signatory else None,
    )


def set_institution(
    work: UnitOfWork, draft: InstitutionDraft, directory: Directory | None = None
) -> None:
    """Keep the settings of the centre.

    Args:
        work: the unit of work.
        draft: all of them.
        directory: where the key of the signatory is looked up, beside the uids on file.

    Raises:
        FieldError: a setting is refused.
    """
    draft = checked(draft, InstitutionDraft)
    checked_pattern(draft.reference_pattern)
    if draft.signatory is not None:
        person_id = (directory or Directory(work)).person(draft.signatory, ("signatory",))
        person = work.db.get_one(models.Person, person_id)
        draft = msgspec.structs.replace(draft, signatory=person.uid)
    keep_setting(work, _SETTINGS, msgspec.to_builtins(draft))


def header_picture(reading: Reading) -> bytes:
    """Give the office's own header picture; empty where there is none."""
    return _picture(reading, _HEADER)


def emblem(reading: Reading) -> bytes:
    """Give the small picture of a bilingual header; empty where there is none."""
    return _picture(reading, _EMBLEM)


def set_header_picture(work: UnitOfWork, picture: bytes) -> None:
    """Keep the office's own header picture; empty takes it away.

    Raises:
        UserError: it is no PNG or JPEG picture that can be read.
    """
    _set_picture(work, _HEADER, picture)


def set_emblem(work: UnitOfWork, picture: bytes) -> None:
    """Keep the small picture of a bilingual header; empty takes it away.

    Raises:
        UserError: it is no PNG or JPEG picture that can be read.
    """
    _set_picture(work, _EMBLEM, picture)


def _set_picture(work: UnitOfWork, key: str, picture: bytes) -> None:
    if not picture:
        keep_setting(work, key, "")
        return
    content = content_of(work, picture, _media_type(picture))
    work.db.add(content)
    keep_setting(work, key, content.sha256)


def too_large() -> UserError:
    """Say that a picture is larger than a head needs."""
    return UserError(
        "The picture was not taken: it is larger than {most} MB or {pixels} million points; save"
        " it smaller and choose it again. The header stays as it was.",
        most=MOST_BYTES // 1024**2,
        pixels=MOST_PIXELS // 10**6,
    )


def _media_type(picture: bytes) -> str:
    from PIL import Image  # loaded when a picture is chosen, not before

    if len(picture) > MOST_BYTES:
        raise too_large()
    problem = UserError(
        "The picture was not taken: it is no PNG or JPEG file that can be read; choose another. The"
        " header stays as it was."
    )
    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MOST_PIXELS:
                raise too_large()
            image.load()
            return f"image/{str(image.format).lower()}"
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise problem from error


def _picture(reading: Reading, key: str) -> bytes:
    fingerprint = kept_setting(reading, key)
    if not fingerprint:
        return b""
    query = select(models.Content.data).where(models.Content.sha256 == fingerprint)
    return reading.db.scalars(query).one()
