"""The words that come from the page itself: page numbers, labels of the number, list marks."""

from desktop_app.wording.bilingual import Bilingual, PaperLanguage

HEADER = Bilingual("ترويسة الإدارة", "En-tête de l’administration")
EMBLEM = Bilingual("شعار الإدارة", "Emblème de l’administration")
NUMBER = Bilingual("رقم:", "N°")
SIGNATURE_HEADS = (
    Bilingual("ر.ت", "N°"),
    Bilingual("الاسم والصفة", "Nom et qualité"),
    Bilingual("التوقيع", "Signature"),
)


def page_count(page: int, pages: int, language: PaperLanguage) -> str:
    """Write ``الصفحة 1 من 3`` or ``Page 1 sur 3``."""
    if language == "ar":
        return f"الصفحة {page} من {pages}"
    return f"Page {page} sur {pages}"
