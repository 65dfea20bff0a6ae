"""The sentence that says who attended, and the lines on those who did not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from db.codes import AttendanceState
from desktop_app.wording import gender as words
from desktop_app.wording import numbers
from desktop_app.wording.bilingual import PaperLanguage
from desktop_app.wording.counted import Case, counted
from desktop_app.wording.gender import Gender
from desktop_app.wording.lists import join
from desktop_app.wording.prepositions import a
from desktop_app.wording.session_types import SessionType, du, le, work
from desktop_app.wording.vocabulary import Label, Language, label

FEWEST_INVITED = 3


@dataclass(frozen=True, slots=True)
class AttendanceCounts:
    """How many came; over several days, those present at least once.

    Attributes:
        invited: those invited.
        present: of those, in the room or at a distance, a substitute counted for the one replaced.
        remote: of those present, at a distance.
        walk_ins: came without an invitation, on top of those present.
        unrecorded: invited whose attendance is not recorded yet; nothing is said while there are.
        invited_women, present_women, remote_women, walk_in_women: how many of each are women; the
            feminine is used when all are.
    """

    invited: int
    present: int
    remote: int = 0
    walk_ins: int = 0
    unrecorded: int = 0
    invited_women: int = 0
    present_women: int = 0
    remote_women: int = 0
    walk_in_women: int = 0


def sentence(
    kind: SessionType, counts: AttendanceCounts, language: PaperLanguage, *, day: int | None = None
) -> str:
    """Say how many attended.

    Args:
        kind: of the session.
        counts: see `AttendanceCounts`.
        language: of the paper.
        day: the number of the one day counted, when each day of several is told.

    Returns:
        Empty when fewer than three were invited (labels serve) or somebody is not recorded yet.
    """
    if counts.unrecorded or counts.invited < FEWEST_INVITED:
        return ""
    return _arabic(kind, counts, day) if language == "ar" else _french(kind, counts, day)


def _arabic(kind: SessionType, counts: AttendanceCounts, day: int | None) -> str:
    when = f"خلال اليوم {numbers.ordinal(day, 'm', 'ar')}، " if day else ""
    women = counts.invited_women == counts.invited
    invited = "المدعوات" if women else "المدعوين"
    if not counts.present:
        text = f"لم يحضر {work(kind)} أي من {invited}"
        if counts.walk_ins:
            came = "حضره" if kind.verbs == "C" and kind.gender == "m" else "حضرها"
            text += f"، و{came} {_walk_ins(counts, 'plain')}"
        return f"{when}{text}."
    if counts.present == counts.invited:
        verb = words.past("حضر", "f" if women else "m")
        them = "هن" if women else "هم"
        text = f"{verb} {work(kind)} جميع {invited}، وعدد{them} {counts.invited}"
    else:
        only_women = counts.present_women == counts.present
        verb = words.past("حضر", "f" if only_women else "m")
        came = _participants(counts.present, counts.present_women)
        text = f"{verb} {work(kind)} {came} من أصل {counts.invited}"
    text += _remote_ar(kind, counts)
    if counts.walk_ins:
        text += f"، إضافة إلى {_walk_ins(counts, 'gen')}"
    return f"{when}{text}."


def _remote_ar(kind: SessionType, counts: AttendanceCounts) -> str:
    if kind.remote or not counts.remote:
        return ""
    if counts.remote == counts.present:
        return "، وذلك عن بعد" if counts.present > 1 else ""
    among = "منهن" if counts.present_women == counts.present else "منهم"
    return f"، {among} {_participants(counts.remote, counts.remote_women)} عن بعد"


def _walk_ins(counts: AttendanceCounts, case: Case) -> str:
    women = counts.walk_in_women == counts.walk_ins
    came = _participants(counts.walk_ins, counts.walk_in_women, case)
    return f"{came} من غير {'المدعوات' if women else 'المدعوين'}"


def _participants(
    number: int, women: int, case: Case = "plain", language: PaperLanguage = "ar"
) -> str:
    return counted("participant_f" if women == number else "participant", number, language, case)


def _french(kind: SessionType, counts: AttendanceCounts, day: int | None) -> str:
    when = f"Le {numbers.ordinal(day, 'm', 'fr')} jour, " if day else ""
    part = f"part {a(le(kind))}" if kind.verbs == "C" else f"part aux travaux {du(kind)}"
    women = counts.invited_women == counts.invited
    invited = "invitées" if women else "invités"
    if not counts.present:
        none = "aucune" if women else "aucun"
        text = f"{none} des {counts.invited} {invited} ne prend {part}"
        if counts.walk_ins:
            verb = "prend" if counts.walk_ins == 1 else "prennent"
            text += f" ; {_uninvited(counts.walk_ins)} y {verb} part"
    else:
        if counts.present == counts.invited:
            everyone = "toutes les" if women else "tous les"
            text = f"{everyone} {invited} ({counts.invited}) prennent {part}"
        else:
            came = _participants(counts.present, counts.present_women, language="fr")
            verb = "prend" if counts.present == 1 else "prennent"
            text = f"{came} sur {counts.invited} {verb} {part}"
        text += _remote_fr(kind, counts)
        if counts.walk_ins:
            text += f", ainsi que {_uninvited(counts.walk_ins)}"
    return f"{when}{text if when else text[0].upper() + text[1:]}."


def _remote_fr(kind: SessionType, counts: AttendanceCounts) -> str:
    if kind.remote or not counts.remote:
        return ""
    if counts.remote == counts.present:
        return ", à distance" if counts.present > 1 else ""
    return f", dont {counts.remote} à distance"


def _uninvited(number: int) -> str:
    return f"{counted('person', number, 'fr')} non {'invitée' if number == 1 else 'invitées'}"


@dataclass(frozen=True, slots=True)
class Absences:
    """Those whom the lines after the sentence name, each as `persons.who` names them.

    Attributes:
        represented: pairs of the substitute and the one replaced, who is named nowhere else.
        late, left_early: given only when the centre prints them.
    """

    excused: Sequence[str] = ()
    absent: Sequence[str] = ()
    represented: Sequence[tuple[str, str]] = ()
    late: Sequence[str] = ()
    left_early: Sequence[str] = ()


def lines(absences: Absences, language: PaperLanguage) -> tuple[str, ...]:
    """Write one line for each label that has someone; no reason is ever given."""
    arabic = language == "ar"
    instead = tuple(
        f"{came}، نيابة عن {missing}" if arabic else f"{came}, pour {missing}"
        for came, missing in absences.represented
    )
    labelled = (
        ("الغياب بعذر", "Absences excusées", absences.excused),
        ("الغياب", "Absences", absences.absent),
        ("الانتداب", "Représentation", instead),
        ("الالتحاق بعد انطلاق الأشغال", "Arrivées après l’ouverture", absences.late),
        ("المغادرة قبل نهاية الأشغال", "Départs avant la fin", absences.left_early),
    )
    return tuple(
        f"{ar}: {join(names, 'ar')}." if arabic else f"{fr} : {join(names, 'fr')}."
        for ar, fr, names in labelled
        if names
    )


_SHORT: Final = {
    AttendanceState.REMOTE: Label("عن بعد", "À distance", "Remote"),
    AttendanceState.EXCUSED: Label(
        *("بعذر", "Excusé(e)", "Excused"), fr_m="Excusé", fr_f="Excusée"
    ),
}


def short_label(state: AttendanceState, language: Language, gender: Gender | None = None) -> str:
    """Name a state beside the others, in as few words as tell it from them."""
    if state in _SHORT:
        return _SHORT[state].get(language, gender)
    return label(state, language, gender)
