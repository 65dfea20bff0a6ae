"""One file for each person: attestations and invitations made, kept as issued and saved."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from db.codes import DocumentKind
from db.failures import explained_file
from db.unit_of_work import Store, UnitOfWork
from desktop_app.documents.attestation import recipients as attested
from desktop_app.documents.attesting import attest
from desktop_app.documents.invitation import recipients as invited
from desktop_app.documents.rendering import Material, Rendered, as_issued, gather, issue, make
from desktop_app.exchange.writing import write_whole
from desktop_app.services.outputs import record_saved
from desktop_app.services.people_data import Person
from desktop_app.ui.papers.preview import Wanted


def people_of(material: Material) -> tuple[Person, ...]:
    """Give those who get a paper of their own."""
    of = attested if material.kind is DocumentKind.ATTESTATION else invited
    return of(material.session, material.institution, material.options)


def save_each(
    store: Store,
    wanted: Wanted,
    people: Sequence[Person],
    folder: Path,
    saved: Callable[[Path], object],
) -> None:
    """Make, keep and save the paper of each person; each is whole or not there at all.

    Args:
        store: the record.
        wanted: which paper.
        people: for whom.
        folder: where the files go; none that is there is written over.
        saved: called after each with its file; may raise to end the work.

    Raises:
        UserError: a paper cannot be made or saved; those before it stay.
    """
    for person in people:
        written: Path | None = None
        try:
            with store.write("papers.save_each") as work:
                document_id, rendered = _make(work, wanted, person)
                file = free_place(folder, rendered.file_name, rendered.pdf)
                record_saved(work, document_id, file.name)
                written = None if file.exists() else file
                write_whole(file, rendered.pdf)
        except BaseException:
            if written is not None:
                written.unlink(missing_ok=True)
            raise
        saved(file)


def _make(work: UnitOfWork, wanted: Wanted, person: Person) -> tuple[int, Rendered]:
    if wanted.kind is DocumentKind.ATTESTATION:
        session_id = gather(work, wanted.kind, wanted.about, wanted.options).session.id
        given = attest(work, session_id, person.id, wanted.languages, wanted.options)
        return given.document_id, given.rendered
    options = replace(wanted.options, people=(person.id,), each=True)
    plain = make(gather(work, wanted.kind, wanted.about, options), wanted.languages)
    rendered = as_issued(work, plain)
    return issue(work, rendered), rendered


def free_place(folder: Path, name: str, data: bytes) -> Path:
    """Give a name that no other file has, or that of the very same file.

    Raises:
        UserError: the folder may not be looked into, or its name is too long.
    """
    stem, dot, ending = name.rpartition(".")
    file, number = folder / name, 1
    with explained_file(str(folder)):
        while file.exists() and not (file.is_file() and file.read_bytes() == data):
            number += 1
            file = folder / f"{stem}-{number}{dot}{ending}"
    return file
