"""The mails that carry a paper, and those that ask after what was decided: subject and text.

A subject stays under 70 letters. A text says one fact a line; the paper attached carries the
formulas. A day to come bears its weekday, a day that names what is past does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from desktop_app.wording import dates, persons, session_types
from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.counted import counted
from desktop_app.wording.french import capital
from desktop_app.wording.persons import Civility
from desktop_app.wording.prepositions import a, bi, de, li
from desktop_app.wording.session_types import SessionType

Attested = Literal["attendance", "participation", "facilitation"]

LONGEST_SUBJECT: Final = 69
_RESPECTED: Final = {"m": "السادة المحترمون،", "f": "السيدات المحترمات،"}
_ATTESTED: Final = {
    "attendance": ("شهادة حضور", "حضوركم"),
    "participation": ("شهادة مشاركة في", "مشاركتكم"),
    "facilitation": ("شهادة تأطير", "تأطيركم"),
}
_PAPERS: Final = {
    "minutes": ("محضر {ar}", "le procès-verbal {fr}"),
    "report": ("تقرير حول {ar}", "le compte rendu {fr}"),
    "attendance-sheet": ("لائحة حضور {ar}", "la feuille de présence {fr}"),
}


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the sentences of a mail.

    Attributes:
        opening: of `opening`.
        signature: lines under the last formula.
    """

    language: PaperLanguage
    opening: str
    signature: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """The session that a mail is about.

    Attributes:
        theme: bare, without quotation marks.
        hour: with its preposition (على الساعة 9:30, *à 9 h 30*).
        place: with its preposition (بقاعة الاجتماعات, *à la salle de réunions*).
    """

    kind: SessionType
    days: tuple[date, ...] = ()
    theme: str = ""
    hour: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that was entrusted to the reader.

    Attributes:
        late: days since its due date, 0 when it is not late.
    """

    text: str
    due: date | None = None
    late: int = 0


def opening(civilities: Sequence[Civility], language: PaperLanguage, named: str = "") -> str:
    """Call those written to: السيدة رئيسة المركز المحترمة، السيدات والسادة المحترمون; *Madame,*.

    Args:
        civilities: of those written to; nobody known is a mixed company.
        language: of the mail.
        named: function (definite) or name of the one person written to, in Arabic.
    """
    if language == "fr":
        return persons.call(civilities)
    made_of = persons.composition(civilities)
    if len(civilities) != 1:
        return _RESPECTED.get(made_of, "السيدات والسادة المحترمون،")
    respected = {"m": " المحترم", "f": " المحترمة"}.get(made_of, "")
    return " ".join(filter(None, (persons.civil(civilities[0], "ar"), named))) + f"{respected}،"


def invitation(
    occasion: Occasion,
    frame: Frame,
    *,
    reply_by: date | None = None,
    programme: bool = True,
    binding: bool = False,
) -> Mail:
    """Invite to a session, or convoke.

    Args:
        occasion: the session.
        frame: around the sentences.
        reply_by: before which day to confirm; not asked for when None.
        programme: the letter attached holds the agenda.
        binding: a convocation.
    """
    kind = occasion.kind
    if frame.language == "ar":
        name = "استدعاء" if binding else "دعوة"
        to = "المشاركة في" if kind.verbs == "C" else "حضور"
        asked = f"المرجو منكم {to}" if binding else f"يسعدني دعوتكم {li(to)}"
        about = f" حول «{occasion.theme}»" if occasion.theme else ""
        when = dates.span(occasion.days, "ar")
        facts = (
            f"{asked} {kind.definite}{about}{_told(occasion, 'ar')}.",
            f"تجدون طيه ال{name}{' والبرنامج' if programme else ''}.",
            f"المرجو تأكيد الحضور قبل {dates.day(reply_by, 'ar')}." if reply_by else "",
        )
        return _mail(f"{name} {li(to)} {kind.indefinite} {when}", facts, frame)
    name = "convocation" if binding else "invitation"
    asked = "l’honneur de vous convoquer" if binding else "le plaisir de vous inviter"
    about = f" « {occasion.theme} »" if occasion.theme else ""
    article = "la " if binding else "l’"
    facts = (
        f"J’ai {asked} {a(session_types.le(kind))}{about}{_told(occasion, 'fr')}.",
        f"Vous trouverez ci-joint {article}{name}{' et le programme' if programme else ''}.",
        f"Merci de confirmer votre présence avant le {dates.day(reply_by, 'fr')}."
        if reply_by
        else "",
    )
    subject = f"{capital(name)} {a(session_types.un(kind))} {_of_day(occasion, 'fr')}"
    return _mail(subject, facts, frame)


def minutes(
    occasion: Occasion,
    frame: Frame,
    *,
    outcomes: int = 0,
    remarks_by: date | None = None,
    report: bool = False,
) -> Mail:
    """Send the minutes of a session, or its report.

    Args:
        occasion: the session.
        frame: around the sentences.
        outcomes: decisions and recommendations in it; not said when there are none.
        remarks_by: last day for remarks; not said when None.
        report: it is a report.
    """
    paper, subject = _paper("report" if report else "minutes", occasion, frame.language)
    if frame.language == "ar":
        facts = (
            f"يشرفني أن أوافيكم طيه {bi(paper)}، قصد الاطلاع واتخاذ المتعين.",
            f"عدد القرارات والتوصيات: {outcomes}." if outcomes else "",
            f"أجل إبداء الملاحظات: {dates.day(remarks_by, 'ar')}." if remarks_by else "",
            "وأشكركم على مشاركتكم.",
        )
    else:
        facts = (
            f"Veuillez trouver ci-joint {paper}, pour information et suite à donner.",
            f"Décisions et recommandations : {outcomes}." if outcomes else "",
            f"Observations à transmettre avant le {dates.day(remarks_by, 'fr')}."
            if remarks_by
            else "",
            "Je vous remercie de votre participation.",
        )
    return _mail(subject, facts, frame)


def attendance_sheet(occasion: Occasion, frame: Frame) -> Mail:
    """Send the attendance sheet of a session."""
    paper, subject = _paper("attendance-sheet", occasion, frame.language)
    found = "تجدون طيه" if frame.language == "ar" else "Veuillez trouver ci-joint"
    return _mail(subject, (f"{found} {paper}.",), frame)


def attestation(occasion: Occasion, frame: Frame, attested: Attested = "attendance") -> Mail:
    """Send somebody the attestation of what he did at a session."""
    if frame.language == "ar":
        named, yours = _ATTESTED[attested]
        subject = f"{named} {occasion.kind.definite} {_of_day(occasion, 'ar')}"
        return _mail(subject, (f"تجدون طيه شهادة {yours}.", "وشكرا على مساهمتكم."), frame)
    subject = f"Votre attestation : {session_types.le(occasion.kind)} {_of_day(occasion, 'fr')}"
    facts = ("Veuillez trouver ci-joint votre attestation.", "Merci pour votre contribution.")
    return _mail(subject, facts, frame)


def paper(title: str, frame: Frame) -> Mail:
    """Send a paper of no session: a follow-up table, a synthesis."""
    found = "تجدون طيه" if frame.language == "ar" else "Veuillez trouver ci-joint :"
    return _mail(title, (f"{found} {title}.",), frame)


def owner(occasion: Occasion, frame: Frame, duties: Sequence[Duty]) -> Mail:
    """Tell one who is in charge what of a session's outcomes is his."""
    of_day = _of_day(occasion, frame.language)
    items = tuple(f"– {duty.text}{_by(duty)}" for duty in duties)
    if frame.language == "ar":
        subject = f"ما يخصكم من قرارات {occasion.kind.definite} {of_day}"
        last = "المرجو إخباري بأي إكراه قد يعيق الإنجاز."
        return _mail(subject, ("فيما يلي ما أسند إليكم:", *items, last), frame)
    subject = f"Suites {session_types.du(occasion.kind)} {of_day} qui vous reviennent"
    last = "Merci de me signaler toute difficulté."
    return _mail(subject, ("Voici ce qui vous a été confié :", *items, last), frame)


def late(frame: Frame, duties: Sequence[Duty]) -> Mail:
    """Remind one who is in charge of what is late."""
    items = tuple(f"– {duty.text}{_since(duty, frame.language)}" for duty in duties)
    if frame.language == "ar":
        facts = (
            "لم نتوصل بعد بما يفيد إنجاز ما يلي:",
            *items,
            "المرجو موافاتنا بحالة الإنجاز أو اقتراح أجل جديد.",
            "شاكرين لكم تعاونكم.",
        )
        return _mail(f"تذكير بما تأخر عن الأجل ({len(duties)})", facts, frame)
    facts = (
        "Sauf erreur, nous n’avons pas reçu de nouvelles de ce qui suit :",
        *items,
        "Merci de nous indiquer où vous en êtes ou de proposer une nouvelle échéance.",
    )
    return _mail(f"Rappel : {counted('element', len(duties), 'fr')} en retard", facts, frame)


def shortened(subject: str) -> str:
    """Bring a subject on one line of less than 70 letters, cut between words."""
    line = " ".join(subject.split())
    if len(line) <= LONGEST_SUBJECT:
        return line
    whole, space, _ = line[:LONGEST_SUBJECT].rpartition(" ")
    return f"{whole.rstrip('،,:;؛ ')}…" if space else f"{line[: LONGEST_SUBJECT - 1]}…"


def _mail(subject: str, facts: Sequence[str], frame: Frame) -> Mail:
    ar = frame.language == "ar"
    greeting = "تحية طيبة وبعد،" if ar else ""
    last = "وتفضلوا بقبول خالص التقدير." if ar else "Cordialement,"
    parts = (
        (frame.opening, greeting),
        tuple(facts),
        (last,),
        frame.signature,
    )
    text = "\n\n".join("\n".join(filter(None, part)) for part in parts if any(part))
    return Mail(shortened(subject), text)


def _paper(code: str, occasion: Occasion, language: PaperLanguage) -> tuple[str, str]:
    """Name a paper inside a sentence, and as a subject with its day."""
    ar, fr = _PAPERS[code]
    of_day = _of_day(occasion, language)
    if language == "ar":
        paper = ar.format(ar=occasion.kind.definite)
        return paper, f"{paper} {of_day}"
    paper = fr.format(fr=session_types.du(occasion.kind))
    return paper, f"{capital(paper.split(' ', 1)[1])} {of_day}"


def _told(occasion: Occasion, language: PaperLanguage) -> str:
    """Say when and where a session will be: ، يوم … على الساعة …، بقاعة …; an hour of one day."""
    when = dates.span(occasion.days, language)
    if len(occasion.days) == 1 and occasion.hour:
        when = f"{when} {occasion.hour}"
    comma = "، " if language == "ar" else ", "
    return "".join(comma + part for part in (when, occasion.place) if part)


def _of_day(occasion: Occasion, language: PaperLanguage) -> str:
    """Tell a session by its day: ليوم 22 أبريل 2026, للفترة من … إلى …; *du 22 avril 2026*."""
    words = dates.span(occasion.days, language, weekday=False)
    if language == "ar":
        return f"للفترة {words}" if words.startswith("من ") else li(words)
    return words if words.startswith("du ") else de(words)


def _by(duty: Duty) -> str:
    return f" – {dates.cell(duty.due)}" if duty.due else ""


def _since(duty: Duty, language: PaperLanguage) -> str:
    if duty.due is None:
        return ""
    if language == "ar":
        return f" – الأجل {dates.cell(duty.due)}، {dates.delay(duty.late, 'ar')}"
    return f" – échéance {dates.cell(duty.due)}, {dates.delay(duty.late, 'fr')}"
