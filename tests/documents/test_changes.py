"""The paper that tells what changed between two versions of the minutes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import create_store
from db.unit_of_work import Store
from desktop_app.documents import changes, finalising
from desktop_app.documents.blocks import Paper, Paragraph, Table
from desktop_app.documents.rendering import issue, render
from desktop_app.documents.scope import Scope
from desktop_app.services import final_minutes, session_edits
from desktop_app.services.minutes_changes import BlockChange
from desktop_app.services.papers import list_issued
from desktop_app.wording.bilingual import PaperLanguage
from tests.documents.reading import block
from tests.services.test_use_cases import finalised, kept

BOTH: tuple[PaperLanguage, ...] = ("ar", "fr")


@pytest.fixture
def reopened(tmp_path: Path) -> Iterator[Store]:
    """Minutes that were re-opened, and changed in French alone."""
    with create_store(tmp_path / "centre.mahdar") as store:
        with store.write("prepare") as work:
            kept(work)
            finalised(work)
        with store.write("reopen") as work:
            final_minutes.reopen(work, 1, "خطأ في الموضوع")
        with store.write("edit") as work:
            session_edits.edit_fields(work, 1, {("theme", "fr"): "Données fiables"})
        yield store


def paper(store: Store, scope: Scope, languages: tuple[PaperLanguage, ...]) -> Paper:
    with store.read() as reading:
        return render(reading, "changes", scope, languages).paper


def test_it_says_what_was_and_what_became_of_it_and_why(reopened: Store) -> None:
    made = paper(reopened, Scope(session_id=1), BOTH)
    why = block(made, "why")
    assert isinstance(why, Paragraph)
    assert why.text.fr == "خطأ في الموضوع"
    french = block(made, "table.fr")
    assert isinstance(french, Table)
    assert french.columns[2].head.fr == "Après (projet)"
    first = [cell.text.fr for cell in french.rows[0]]
    assert first == [
        "Titre",
        "Procès-verbal de la réunion\nObjet : « Qualité des données »",
        "Procès-verbal de la réunion\nObjet : « Données fiables »",
    ]
    arabic = block(made, "table.ar")
    assert isinstance(arabic, Paragraph)
    assert arabic.text.ar == "لم يتغير شيء في النص."
    assert made.title == "بيان التغييرات في المحضر – من النسخة 1 إلى المسودة الحالية"


def test_two_final_versions_are_compared_and_the_paper_is_kept(reopened: Store) -> None:
    with reopened.write("finalise") as work:
        finalising.finalise(work, 1, ("fr",))
    scope = changes.scope_of(1, (1, 2))
    with reopened.write("issue") as work:
        issue(work, render(work, "changes", scope, ("fr",)))
    with reopened.read() as reading:
        kept_paper = list_issued(reading, 1)[0]
        assert (kept_paper.kind, kept_paper.subject) == ("changes", "versions:1-2")
        compared = changes.compared(reading, 1, (1, 2))
    assert compared.on is not None
    made = paper(reopened, scope, ("fr",))
    table = block(made, "table")
    assert isinstance(table, Table)
    assert table.columns[2].head.fr == "Après (version 2)"
    assert made.title == "État des modifications du procès-verbal – de la version 1 à la version 2"


def test_without_a_reason_none_is_told(tmp_path: Path) -> None:
    with create_store(tmp_path / "centre.mahdar") as store:
        with store.write("prepare") as work:
            kept(work)
            finalised(work)
        made = paper(store, changes.scope_of(1, (1, 1)), ("ar",))
    assert [one.name for one in made.blocks] == ["header", "title", "table"]


def test_each_part_has_a_name() -> None:
    def name(block_name: str, head: str = "") -> str:
        return changes.part_of(BlockChange(block_name, head, "", "x"), "fr")

    assert name("outcomes.table", "VI. Décisions") == "VI. Décisions"
    assert name("opening") == "Ouverture"
    assert name("unheard.of") == "Autre partie"
