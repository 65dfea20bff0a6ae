"""People: who is invited, attends, speaks, decides and signs."""

from dataclasses import dataclass

from db.codes import Civility
from desktop_app.services.bodies import Body
from desktop_app.wording.bilingual import Bilingual

__all__ = ["Civility", "Function", "Person"]


@dataclass(frozen=True, slots=True)
class Function:
    """What a person does in a body.

    Attributes:
        title: already in the person's gender. For a function held by one person in its body,
            definite in Arabic and with its article in French (``رئيسة المركز الجهوي``,
            ``la cheffe du centre régional``); for one held by many, indefinite in Arabic and
            without article in French (``مهندسة``, ``ingénieure``).
        unique: whether one person alone holds it in that body, who is then named by function.
        code: the entry of the vocabulary it comes from (`desktop_app.wording.functions`), or empty.
    """

    title: Bilingual = Bilingual()
    unique: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the function and the body held now.

    Attributes:
        name: full name in Arabic letters and in Latin letters, without civility.
    """

    id: int
    uid: str
    civility: Civility
    name: Bilingual
    function: Function = Function()
    body: Body | None = None
    email: str = ""
    phone: str = ""
