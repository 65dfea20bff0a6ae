"""C. Attendance sheet: لائحة حضور / feuille de présence; blank, pre-filled, or clean copy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import partial

from db.codes import AttendanceState, Civility
from desktop_app.documents.blocks import (
    Cell,
    Column,
    Fields,
    Leader,
    Notice,
    Paper,
    Paragraph,
    Table,
    Title,
)
from desktop_app.documents.letterhead import header, present
from desktop_app.documents.options import PaperOptions, SheetVariant
from desktop_app.documents.phrases import (
    Languages,
    all_women,
    bare_day,
    body_in_cell,
    civil_name,
    each,
    function_beside_body,
    gender_of,
    inner,
    named_place,
    one_line,
    quoted,
    theme,
    whos,
)
from desktop_app.documents.roll import attended, lines
from desktop_app.services.institution_data import Institution
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import Attendance, Session
from desktop_app.wording import counted, dates, prepositions, session_types, vocabulary
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

_NOON, _AFTER_LUNCH = time(12), time(14)
_SIGNED_ROW = 9.6
_PAGE_OF_BLANK_ROWS = 40
_NUMBER_BY_HAND = 16.0
_FOLDED = str.maketrans("أإآةى", "اااهي")


def build(
    session: Session, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    """Make the sheet, one a day to be signed; two signatures or contacts turn it to landscape."""
    if options.variant is SheetVariant.PREFILLED and len(session.days) > 1:
        sheets = tuple(
            _of_day(_build(replace(session, days=(day,)), institution, languages, options), day)
            for day in session.days
        )
        return replace(sheets[0], blocks=(), sections=sheets)
    return _build(session, institution, languages, options)


def _of_day(sheet: Paper, day: date) -> Paper:
    """Tell the blocks of one day's sheet from those of the others."""
    named = tuple(replace(block, name=f"{block.name}.{day}") for block in sheet.blocks)
    return replace(sheet, blocks=named)


def _build(
    session: Session, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    blank = options.variant is SheetVariant.BLANK
    clean = options.variant is SheetVariant.CLEAN
    contacts = institution.phone_on_sheet and not clean
    half_days = _half_days(session, options)
    name = sheet_name(session, languages, blank=blank)
    by_hand = options.closed_by_hand if options.closed_by_hand is not None else not clean
    responsible = options.signatory or institution.signatory
    return Paper(
        kind="attendance-sheet",
        languages=languages,
        title=_file_title(session, languages[0], blank=blank),
        running_head=_with_day(session, name, languages, blank=blank),
        footer=_footer(session, name, languages, blank=blank),
        landscape=not clean and (half_days > 1 or contacts),
        blocks=present(
            header(institution, languages),
            title(session, languages, blank=blank),
            _blank_fields(languages) if blank else facts(session, languages),
            sheet(session, institution, languages, options),
            closing(session, languages, responsible, by_hand=by_hand),
            notice(institution, languages) if institution.data_notice else None,
        ),
    )


def _half_days(session: Session, options: PaperOptions) -> int:
    """Count the signatures of a day: as chosen, or two when it goes on well after noon."""
    if options.half_days is not None:
        return options.half_days
    if options.variant is not SheetVariant.PREFILLED or not (session.start and session.end):
        return 1
    return 1 + (session.start < _NOON and session.end > _AFTER_LUNCH)


def sheet_name(session: Session, languages: Languages, *, blank: bool) -> Bilingual:
    """Give the title: لائحة حضور ورشة العمل, *Feuille de présence de l’atelier de travail*."""
    if blank:
        return each(languages, Bilingual("لائحة الحضور", "Feuille de présence").get)
    kind = session.type
    words = Bilingual(
        f"لائحة حضور {kind.definite}", f"Feuille de présence {session_types.du(kind)}"
    )
    return each(languages, words.get)


def title(session: Session, languages: Languages, *, blank: bool) -> Title:
    """Set the title with the theme under it; a blank sheet leaves the theme to the hand."""
    words = sheet_name(session, languages, blank=blank)
    if blank:
        return Title(name="title", title=words)
    return Title(name="title", title=words, subject=each(languages, partial(_about, session)))


def _about(session: Session, language: PaperLanguage) -> str:
    words = theme(session, language)
    return quoted(session.theme.best("fr"), "fr") if words and language == "fr" else words


def _file_title(session: Session, language: PaperLanguage, *, blank: bool) -> str:
    name = sheet_name(session, (language,), blank=blank).get(language)
    about = "" if blank else _about(session, language)
    return (" " if language == "ar" else " : ").join(filter(None, (name, about)))


def _with_day(session: Session, name: Bilingual, languages: Languages, *, blank: bool) -> Bilingual:
    days = () if blank else session.days[-1:]
    return each(
        languages, lambda one: " – ".join([name.get(one), *(bare_day(day, one) for day in days)])
    )


def _footer(session: Session, name: Bilingual, languages: Languages, *, blank: bool) -> Bilingual:
    if blank:
        by_hand = Bilingual("نموذج للتعبئة اليدوية", "modèle à remplir à la main")
        return each(languages, lambda one: f"{name.get(one)} – {by_hand.get(one)}")
    number = session.registry_reference or session.reference
    if not number:
        return _with_day(session, name, languages, blank=False)
    kind = session.type
    words = Bilingual(
        f"المرجع: {kind.indefinite} رقم {number} – لائحة الحضور",
        f"Réf. : {kind.french} n° {number} – feuille de présence",
    )
    return each(languages, words.get)


_PLACE = Bilingual("المكان:", "Lieu :")
_DATE = Bilingual("التاريخ:", "Date :")
_HOURS = Bilingual("التوقيت:", "Horaire :")
_THEME = Bilingual("الموضوع:", "Thème :")


def _blank_fields(languages: Languages) -> Fields:
    rows = ((_THEME,), (_PLACE, _DATE, _HOURS))
    return Fields(
        name="facts",
        rows=tuple(tuple(Leader(each(languages, label.get)) for label in row) for row in rows),
    )


def facts(session: Session, languages: Languages) -> Fields | None:
    """Say where and when the session meets and who leads it; what is not known is left out."""
    texts: tuple[tuple[Bilingual, Bilingual], ...] = (
        (_PLACE, each(languages, lambda one: named_place(session, one))),
        (_DATE, each(languages, lambda one: _on_days(session, one))),
        (_HOURS, each(languages, lambda one: dates.hours(session.start, session.end, one))),
        (_led_by(session), each(languages, lambda one: whos(session.facilitators, one))),
    )
    kept = tuple(Leader(each(languages, label.get), text) for label, text in texts if text)
    return Fields(name="facts", rows=(kept,)) if kept else None


def _on_days(session: Session, language: PaperLanguage) -> str:
    if len(session.days) == 1:
        return dates.day(session.days[0], language)
    return dates.span(session.days, language)


def _led_by(session: Session) -> Bilingual:
    leaders = session.facilitators
    if len(leaders) > 1:
        return Bilingual("المؤطرات:" if all_women(leaders) else "المؤطرون:", "Animation :")
    return Bilingual("المؤطرة:" if all_women(leaders) else "المؤطر:", "Animation :")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the sheet: its width in portrait and in landscape."""

    head: Bilingual
    portrait: float
    landscape: float
    one_line: bool = False


_NUMBER = _Column(Bilingual("ر.ت", "N°"), 10, 10, one_line=True)
_NAME = _Column(Bilingual("الاسم الكامل", "Nom et prénom"), 48, 48)
_FUNCTION = _Column(Bilingual("الصفة / المهمة", "Qualité"), 42, 82)
_BODY = _Column(Bilingual("مقر العمل", "Lieu d’affectation"), 35, 55)
_PHONE = _Column(Bilingual("الهاتف", "Téléphone"), 28, 28, one_line=True)
_EMAIL = _Column(Bilingual("البريد الإلكتروني", "Courriel"), 44, 44)
_SIGNATURE = _Column(Bilingual("التوقيع", "Émargement"), 30, 36)
_MORNING = _Column(Bilingual("التوقيع صباحا", "Émargement matin"), 36, 36)
_AFTERNOON = _Column(Bilingual("التوقيع بعد الزوال", "Émargement après-midi"), 36, 36)
_STATE = _Column(Bilingual("الحضور", "Présence"), 30, 36)


def sheet(
    session: Session, institution: Institution, languages: Languages, options: PaperOptions
) -> Table | None:
    """Set the rows to be signed, or, in a clean copy, what was recorded."""
    clean = options.variant is SheetVariant.CLEAN
    contacts = institution.phone_on_sheet and not clean
    blank = options.variant is SheetVariant.BLANK
    half_days = _half_days(session, options)
    ends = (_MORNING, _AFTERNOON) if half_days > 1 else (_SIGNATURE,)
    chosen = (
        *(_NUMBER, _NAME, _FUNCTION, _BODY),
        *((_PHONE, _EMAIL) if contacts else ()),
        *((_STATE,) if clean else ends),
    )
    landscape = not clean and (half_days > 1 or contacts)
    rows = () if blank else tuple(_rows(session, languages, chosen))
    if clean and not rows:
        return None
    columns = tuple(
        Column(
            each(languages, one.head.get),
            one.landscape if landscape else one.portrait,
            align="center" if one.one_line else "start",
            one_line=one.one_line,
        )
        for one in chosen
    )
    fill = _PAGE_OF_BLANK_ROWS if blank or not rows else institution.blank_lines
    return Table(
        name="sheet",
        columns=columns,
        rows=rows,
        row_height=0 if clean else _SIGNED_ROW,
        fill_page=0 if clean else fill,
    )


def _rows(
    session: Session, languages: Languages, columns: Sequence[_Column]
) -> list[tuple[Cell, ...]]:
    by_id = {line.person.id: line.person for line in session.attendance}
    return [
        tuple(
            Cell(each(languages, partial(_cell, number, line, column, by_id))) for column in columns
        )
        for number, line in enumerate(in_order(lines(session)), start=1)
    ]


def _cell(
    number: int,
    line: Attendance,
    column: _Column,
    by_id: dict[int, Person],
    language: PaperLanguage,
) -> str:
    person = line.person
    if column is _STATE:
        return _state(line, by_id, language)
    if column is _BODY:
        return body_in_cell(person, language)
    texts = {
        _NUMBER: str(number),
        _NAME: civil_name(person, language),
        _FUNCTION: function_beside_body(person, language),
        _PHONE: one_line(person.phone),
        _EMAIL: one_line(person.email),
    }
    return texts.get(column, "")


def in_order(record: Sequence[Attendance]) -> list[Attendance]:
    """Sort the lines by body, in the order in which bodies first come, then by name.

    Those whom nobody invited follow as they came, so that a sheet in hand keeps its numbers.
    """
    bodies: dict[int, int] = {}
    for line in record:
        bodies.setdefault(_body_id(line), len(bodies))
    invited = sorted(
        (line for line in record if line.invited),
        key=lambda line: (
            bodies[_body_id(line)],
            line.person.name.best("ar").translate(_FOLDED).casefold(),
        ),
    )
    return [*invited, *(line for line in record if not line.invited)]


def _body_id(line: Attendance) -> int:
    return line.person.body.id if line.person.body else 0


# Where the gender is not known a noun says the state, for no paper carries «حاضر(ة)».
_NEUTRAL = {
    AttendanceState.NOT_RECORDED: Bilingual(),
    AttendanceState.PRESENT: Bilingual("حضور", "Présence"),
    AttendanceState.REMOTE: Bilingual("حضور عن بعد", "Présence à distance"),
    AttendanceState.REPRESENTED: Bilingual("انتداب", "Représentation"),
    AttendanceState.EXCUSED: Bilingual("غياب بعذر", "Absence excusée"),
    AttendanceState.ABSENT: Bilingual("غياب", "Absence"),
}


def _state(line: Attendance, by_id: dict[int, Person], language: PaperLanguage) -> str:
    neutral = _NEUTRAL[line.state].get(language)
    substitute = None
    if line.state is AttendanceState.REPRESENTED:
        substitute = by_id.get(line.represented_by_id or 0)
    name = civil_name(substitute, language) if substitute else ""
    if line.person.civility is Civility.UNKNOWN or not neutral:
        return (": " if language == "ar" else " : ").join(filter(None, (neutral, name)))
    if name:
        return vocabulary.represented_by(name, language, gender_of(line.person))
    return vocabulary.label(line.state, language, gender_of(line.person))


def closing(
    session: Session, languages: Languages, responsible: Person | None, *, by_hand: bool
) -> Fields | Paragraph | None:
    """Close the list on a number: to be written by hand and signed, or counted in words."""
    if by_hand:
        number = Bilingual(
            "حصرت هذه اللائحة في عدد:", "La présente liste est arrêtée au nombre de :"
        )
        fields = (
            Leader(each(languages, number.get), width=_NUMBER_BY_HAND),
            Leader(each(languages, _signed_by(responsible).get)),
        )
        return Fields(name="closing", rows=(fields,))
    there = attended(session)
    if not there:
        return None
    noun = "participant_f" if all_women(there) else "participant"
    ar = f"حصرت هذه اللائحة في {counted.in_words(noun, len(there), 'ar')}."
    fr = f"La présente liste est arrêtée à {counted.in_words(noun, len(there), 'fr')}."
    return Paragraph(name="closing", text=each(languages, Bilingual(ar, fr).get), align="start")


def _signed_by(responsible: Person | None) -> Bilingual:
    if responsible is None or responsible.civility is Civility.UNKNOWN:
        return Bilingual("التوقيع:", "Signature :")
    if gender_of(responsible) == "f":
        return Bilingual("توقيع المسؤولة:", "Signature de la responsable :")
    return Bilingual("توقيع المسؤول:", "Signature du responsable :")


def notice(institution: Institution, languages: Languages) -> Notice:
    """Tell those on the list what their data serve, and their rights (law 09-08)."""

    def say(language: PaperLanguage) -> str:
        if typed := institution.notice_text.get(language):
            return typed
        who = inner(institution.academy, language) or inner(institution.name, language)
        number = institution.cndp_number
        if language == "ar":
            mail = f" عبر البريد الإلكتروني {institution.email}" if institution.email else ""
            declared = f" رقم التصريح لدى اللجنة الوطنية: {number}." if number else ""
            return (
                f"تُستعمل المعطيات المضمنة بهذه اللائحة من طرف {who} قصد توثيق أشغال اللقاء وتتبع "
                "توصياته فقط، ولا تُسلَّم إلا للمصالح المعنية. وطبقا للقانون رقم 09.08 يمكنكم الولوج "
                f"إلى معطياتكم وطلب تصحيحها أو التعرض على معالجتها{mail}.{declared}"
            )
        declared = f" Déclaration CNDP n° {number}." if number else ""
        return (
            f"Les données de cette liste sont utilisées par {who} aux seules fins de documenter la "
            "rencontre et d’en suivre les recommandations ; elles ne sont communiquées qu’aux "
            "services concernés. Conformément à la loi n° 09-08, vous disposez d’un droit d’accès, "
            f"de rectification et d’opposition auprès {prepositions.de(institution.email or who)}."
            f"{declared}"
        )

    lead = Bilingual("بيان حماية المعطيات.", "Protection des données.")
    return Notice(name="notice", lead=each(languages, lead.get), text=each(languages, say))
