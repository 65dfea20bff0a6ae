"""User text made fit for paper: nothing invisible that disturbs, and the no-breaks of good type."""

import re
import unicodedata
from functools import lru_cache

from desktop_app.documents.typesetting.faces import Language

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
_ISOLATE = re.compile("[\u2066-\u2069\n]")

_PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0621-\u064a\u0660-\u066f،؛؟–—’“”…\n]*")
_LINE_END = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_DROPPED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b"
    "\u202a-\u202e\u2060-\u2065\u206a-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
    "|[" + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}"
                   for plane in range(1, 17)) + "]"
)  # fmt: skip
_JOINER = re.compile("(?<![\u0620-\u06ff])[\u200c\u200d]+(?![\u0620-\u06ff])")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_WORD_BULLETS = str.maketrans("\uf0b7\uf0a7\uf0d8\uf0fc\uf02d", "•▪➢✓–")
_PRESENTATION = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe76-\ufefc]")


@lru_cache(maxsize=1024)
def clean(text: str) -> str:
    r"""Drop what must not reach paper and compose what is left (NFC).

    Line ends of every kind become ``\n``, tabs and odd spaces a space. Dropped are control
    characters, unpaired surrogates, invisible signs, and every sign of direction that is not a
    plain mark or a closed isolate. Arabic presentation forms, as copied out of PDF files, become
    letters; private-use characters become the bullets that Word means, or U+FFFD.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _SPACE.sub(" ", _LINE_END.sub("\n", text))
    text = _DROPPED.sub("", text)
    text = _PRIVATE.sub("\ufffd", text.translate(_WORD_BULLETS))
    text = _PRESENTATION.sub(_letters, text)
    text = _balanced(_JOINER.sub("", text))
    return unicodedata.normalize("NFC", text)


def _letters(found: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFKC", found[0])
    return found[0] if " " in letters else letters


def _balanced(text: str) -> str:
    """Drop isolates that are not closed on their own line, and closings of nothing."""
    opened: list[int] = []
    lost: set[int] = set()
    for found in _ISOLATE.finditer(text):
        if found[0] == "\n":
            lost.update(opened)
            opened = []
        elif found[0] != PDI:
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            lost.add(found.start())
    lost.update(opened)
    if not lost:
        return text
    return "".join(char for place, char in enumerate(text) if place not in lost)


_NBSP, _NARROW = "\u00a0", "\u202f"
_LETTER = "[^\\W\\d_]"

# Both languages: a space that must not become the end of a line.
_BEFORE_SIGN = re.compile(" (?=[:;!?»)\\]%‰°€؛؟،٪])")
_AFTER_OPENING = re.compile("(?<=[«(\\[]) ")

_UNITS_FR = "h|min|s|DH|MAD|dirhams?|km|cm|mm|m|kg|Ko|Mo|Go|To|ans?|jours?|heures?|minutes?"
_MONTHS_FR = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_FRENCH = (
    (re.compile(f"(?<={_LETTER})'(?={_LETTER})"), "’"),
    (re.compile(" +(?=[;!?])"), _NARROW),
    (re.compile(" +(?=[:»%])|(?<=«) +"), _NBSP),
    (re.compile(f"(?<=[\\w»)])(?=[;!?]+(?:[ \n{_NBSP}{_NARROW}]|$))"), _NARROW),
    (re.compile(f"(?<=[\\w»)])(?=:(?:[ \n{_NBSP}{_NARROW}]|$))"), _NBSP),
    (re.compile(f"(?<=«)(?![ {_NBSP}{_NARROW}])|(?<![ «{_NBSP}{_NARROW}])(?=»)"), _NBSP),
    (re.compile("(?<=\\d) (?=\\d{3}(?!\\d))"), _NBSP),
    (re.compile("(?<!\\d)(?:\\+212|0\\d)(?: \\d{1,2}(?!\\d)){4,5}"), lambda m: _glue(m[0])),
    (re.compile(f"(?<=\\d) (?=(?:{_UNITS_FR})\\b)"), _NBSP),
    (re.compile(f"(\\d{_NBSP}?h) (?=\\d)"), f"\\1{_NBSP}"),
    (re.compile(f"(?<=\\d)((?:er)?) (?=(?:{_MONTHS_FR})\\b)"), f"\\1{_NBSP}"),
    (re.compile("(?<!\\w)([nN][°ºo]s?|M\\.|MM\\.|Mmes?|Mlles?|Dr|Pr|Me|art\\.|p\\.) (?=\\w)"),
     f"\\1{_NBSP}"),
)  # fmt: skip

_UNITS_AR = "درهما?|دراهم|كلم|كيلومترا?|مترا?|دقيقة|دقائق|ساعة|ساعات|هـ|م"
_MONTHS_AR = (
    "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر|محرم|صفر|ربيع|"
    "جمادى|رجب|شعبان|رمضان|شوال|ذي|ذو"
)
_ARABIC = (
    (re.compile(f"(?<=\\d) (?=(?:{_MONTHS_AR}|{_UNITS_AR})(?!\\w))"), _NBSP),
    (re.compile(
        "(?<!\\w)([وف]?(?:رقم|الساعة|[بلك]?(?:ال|ل)"
        "(?:سيدة?|آنسة|أستاذة?|دكتورة?|مهندسة?))) (?=\\w)"), f"\\1{_NBSP}"),
    (re.compile("(?<=بني) (?=ملال)|(?<=الفقيه) (?=بن)|(?<=الفقيه.بن) (?=صالح)"), _NBSP),
    (re.compile("(?<=ربيع) (?=الأول|الثاني|الآخر)|(?<=جمادى) (?=الأولى|الثانية|الآخرة)"
                "|(?<=ذي|ذو) (?=القعدة|الحجة)"), _NBSP),
)  # fmt: skip

# What reads from left to right inside Arabic although it begins with no letter.
_NOT_AFTER = "(?<![A-Za-zÀ-ɏ0-9.,:/@_-])"
_TOKEN = re.compile(
    f"{_NOT_AFTER}(?:"
    "[A-Za-z0-9][\\w.+-]*@[\\w.-]*\\w"  # e-mail
    "|(?:https?://|www\\.)[!-~]*[A-Za-z0-9/]"  # address
    "|\\+[0-9]{1,3}(?:[ \u00a0.-]?[0-9]+)*"  # +212 …
    "|0[0-9](?:[ \u00a0.-][0-9][0-9]){4}"  # 05 23 48 20 00
    "|[+−-]?[0-9]+(?:[.,][0-9]+)*[ \u00a0]?[%‰°€$]"  # 87,5%
    "|[0-9]{4} [–-] [0-9]{4}"  # 2018 – 2019
    "|[0-9]{1,2}[:.][0-9][0-9] ?[–-] ?[0-9]{1,2}[:.][0-9][0-9]"  # 9:30 – 12:00
    "|[0-9]+(?:[.,:/×+*–-][0-9]+)*[×+*–-][0-9]+(?:[.,:/×+*–-][0-9]+)*"  # 19-045, 2018-2019
    "|[−-][0-9]+(?:[.,][0-9]+)*"  # -5
    "|[A-Za-z][A-Za-z0-9]*[+#]+"  # C++
    ")(?![A-Za-zÀ-ɏ0-9])"
)
_LATIN_BEFORE = re.compile("[A-Za-zÀ-ɏ][\\w.’'-]*[ \u00a0]?$")
_ARABIC_DATE = re.compile("\\d{1,4}(?:/[\u0621-\u064a]+)+/\\d{1,4}")


def _glue(text: str) -> str:
    return text.replace(" ", _NBSP)


def _isolated(found: re.Match[str]) -> str:
    token = _glue(found[0])
    if not token[0].isalpha() and _LATIN_BEFORE.search(found.string, 0, found.start()):
        return token  # an isolate would tear it from the Latin word before it
    return f"{LRI}{token}{PDI}"


@lru_cache(maxsize=1024)
def typeset(text: str, language: Language) -> str:
    """Put in what good type asks for: no-break spaces, and isolates round what keeps its order.

    Args:
        text: as `clean` gives it.

    Returns:
        The same text where spaces have become U+00A0 or U+202F and ``'`` has become ``’``, with
        U+00A0, U+202F and isolates added; nothing else is changed.
    """
    if language == "fr":
        for rule, result in _FRENCH:
            text = rule.sub(result, text)
        text = _ARABIC_DATE.sub(f"{RLI}\\g<0>{PDI}", text)
    text = _AFTER_OPENING.sub(_NBSP, _BEFORE_SIGN.sub(_NBSP, text))
    if language == "ar":
        for rule, result in _ARABIC:
            text = rule.sub(result, text)
        text = _TOKEN.sub(_isolated, text)
    return text
