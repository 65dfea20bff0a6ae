"""H. Cover sheet: ورقة إرسال / bordereau d'envoi."""

from dataclasses import dataclass
from typing import Final

from db.unit_of_work import Reading
from desktop_app.documents.blocks import (
    AnyBlock,
    Cell,
    Column,
    Fields,
    Leader,
    Paper,
    Paragraph,
    Table,
    Title,
)
from desktop_app.documents.follow_up_table import TITLE as FOLLOW_UP
from desktop_app.documents.invitation import sender_line, signature
from desktop_app.documents.letterhead import footer, header, place_date, present, reference
from desktop_app.documents.minutes import paper_names
from desktop_app.documents.options import PaperOptions
from desktop_app.documents.phrases import (
    Languages,
    bare_day,
    each,
    one_line,
    quoted,
    same,
    theme,
    typed,
)
from desktop_app.documents.scope import Scope
from desktop_app.services import attestations
from desktop_app.services.institution_data import Institution
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.wording import counted, prepositions, session_types
from desktop_app.wording.bilingual import Bilingual, PaperLanguage

NAME: Final = Bilingual("ورقة إرسال", "bordereau d’envoi")
_TITLE: Final = Bilingual("ورقة إرسال", "Bordereau d’envoi")
_TO_ACT: Final = Bilingual("قصد الاطلاع واتخاذ المتعين", "Pour information et suite à donner")
_TO_KNOW: Final = Bilingual("للإخبار", "Pour information")
_TO_FOLLOW: Final = Bilingual("قصد اتخاذ المتعين", "Pour suite à donner")
_TO_HAND: Final = Bilingual("قصد التسليم للمعنيات والمعنيين", "Pour remise aux intéressés")
_HEADS: Final = (
    (Bilingual("ر.ت", "N°"), 13, "center"),
    (Bilingual("بيان الوثائق", "Désignation des pièces"), 84, "start"),
    (Bilingual("العدد", "Nombre"), 19, "center"),
    (Bilingual("ملاحظات", "Observations"), 49, "start"),
)
_RECEIPT_ROOM: Final = (18.0, 8.0)
"""Of one language, of two, whose labels take the rest."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A line of the sheet: what is sent, how many, what for."""

    words: Bilingual
    count: int = 1
    remark: Bilingual = Bilingual()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What is sent and to whom.

    Attributes:
        to: after إلى, as in ``السيد المدير الإقليمي``; a dotted line when empty.
        under: the hierarchy line, printed when not empty.
    """

    lines: tuple[Enclosed, ...]
    to: Bilingual = Bilingual()
    under: Bilingual = Bilingual()


def read(reading: Reading, scope: Scope, options: PaperOptions) -> Sending:  # noqa: ARG001 - as every reader
    """Take what is sent as it was said, or all the papers of the session.

    Raises:
        UserError: there is no such session.
    """
    if isinstance(scope.about, Sending) or scope.session_id is None:
        return scope.about or Sending(lines=())
    session = get_session(reading, scope.session_id)
    given = attestations.given(reading, scope.session_id)
    return Sending(lines=tuple(_lines(session, len(given))))


def _lines(session: Session, attested: int) -> list[Enclosed]:
    definite, du = session.type.definite, session_types.du(session.type)
    lines = [Enclosed(_minutes(session), remark=_TO_ACT)]
    if session.attendance:
        sheet = Bilingual(f"لائحة حضور {definite}", f"Feuille de présence {du}")
        lines.append(Enclosed(sheet, remark=_TO_KNOW))
    if session.outcomes:
        lines.append(Enclosed(FOLLOW_UP, remark=_TO_FOLLOW))
    if attested:
        words = Bilingual(
            counted.counted("attestation", attested, "ar"),
            counted.counted("attestation", attested, "fr"),
        )
        lines.append(Enclosed(words, attested, _TO_HAND))
    return lines


def _minutes(session: Session) -> Bilingual:
    """محضر ورشة العمل حول «…»، المنعقدة بتاريخ …; *Procès-verbal … sur le thème … du …*."""
    report = len(session.signatories) == 1
    names = paper_names(session, report=report)[1]
    kind, day = session.type, session.days[0] if session.days else None
    if report:  # one حول is enough
        ar = f"{names.ar} في موضوع {quoted(session.theme.best('ar'), 'ar')}"
    else:
        ar = f"محضر {kind.definite} {theme(session, 'ar')}"
    fr = f"{names.fr} {theme(session, 'fr')}"
    if day:
        ar = f"{ar}، {session_types.participle(kind, 'ar')} بتاريخ {bare_day(day, 'ar')}"
        fr = f"{fr}, {session_types.participle(kind, 'fr')} le {bare_day(day, 'fr')}"
    return Bilingual(ar, fr)


def build(
    sending: Sending, institution: Institution, languages: Languages, options: PaperOptions
) -> Paper:
    """Make the cover sheet, with the receipt at its foot."""
    sender = options.signatory or institution.signatory
    day = options.day
    head = each(languages, lambda one: f"{_TITLE.get(one)} – {bare_day(day, one)}")
    lead = languages[0]
    to = one_line(sending.to.best(lead))
    return Paper(
        kind="cover-sheet",
        languages=languages,
        title=" – ".join(filter(None, (_TITLE.get(lead), to))),
        running_head=head,
        footer=footer(NAME, options.reference, head, languages),
        blocks=present(
            header(institution, languages, place_date(institution, day, languages)),
            reference(institution, options.reference, day),
            Title(name="title", title=each(languages, _TITLE.get)),
            sender_line(sender, languages),
            _to(sending.to, languages),
            _under(sending.under, languages),
            _table(sending.lines, languages),
            signature(sender, languages),
            _receipt(languages),
        ),
    )


def _to(to: Bilingual, languages: Languages) -> AnyBlock:
    if not to:
        label = each(languages, Bilingual("إلى:", "À :").get)
        return Fields(name="to", rows=((Leader(label),),))

    def say(language: PaperLanguage) -> str:
        words = one_line(to.best(language))
        return f"إلى {words}" if language == "ar" else f"À {words}"

    return Paragraph(name="to", text=each(languages, say), role="subject", align="center")


def _under(under: Bilingual, languages: Languages) -> Paragraph | None:
    if not under:
        return None

    def say(language: PaperLanguage) -> str:
        words = one_line(under.best(language))
        if language == "ar":
            return f"تحت إشراف {words}"
        return f"Sous couvert {prepositions.de(words)}"

    return Paragraph(name="under", text=each(languages, say), align="center")


def _table(lines: tuple[Enclosed, ...], languages: Languages) -> Table:
    columns = tuple(
        Column(
            each(languages, head.get),
            width,
            align="start" if align == "start" else "center",
            one_line=align == "center",
        )
        for head, width, align in _HEADS
    )
    rows = tuple(
        (
            Cell(same(number, languages)),
            Cell(typed(line.words, languages)),
            Cell(same(f"{line.count:02}", languages)),
            Cell(typed(line.remark, languages)),
        )
        for number, line in enumerate(lines, 1)
    )
    count = sum(line.count for line in lines)
    alone = len(languages) == 1  # two languages in the larger type would take two pages
    total = (
        Cell(),
        Cell(each(languages, Bilingual("المجموع", "Total").get)),
        Cell(same(f"{count:02}", languages)),
        Cell(),
    )
    return Table(name="table", columns=columns, rows=(*rows, total), large=alone, total=True)


def _receipt(languages: Languages) -> Fields:
    """وصل بالتسلم: who received it, when, signature and stamp, to be filled by hand."""

    def label(ar: str, fr: str) -> Bilingual:
        return each(languages, Bilingual(ar, fr).get)

    back = label("(يرجع إلى المرسل بعد التوقيع)", "(à retourner à l’expéditeur après signature)")
    return Fields(
        name="receipt",
        rows=(
            (Leader(label("وصل بالتسلم", "Accusé de réception"), back),),
            (
                Leader(label("الاسم والصفة:", "Nom et qualité :")),
                Leader(label("التاريخ:", "Date :")),
            ),
            (Leader(Bilingual(), label("التوقيع والخاتم:", "Signature et cachet :")),),
        ),
        framed=True,
        room=_RECEIPT_ROOM[len(languages) - 1],
    )
