"""The seed's workshop, typed in by the window alone, is the workshop of its file."""

import json
import re
from collections.abc import Callable
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from db.engine import create_store
from db.journal import entries
from db.unit_of_work import Reading
from desktop_app import ui
from desktop_app.services.bodies import list_bodies
from desktop_app.services.drafts import SessionDraft
from desktop_app.services.recording import record_session
from desktop_app.services.sessions import get_session
from tests.ui.conftest import Open
from tests.ui.hands import Hands

SEED: dict[str, Any] = json.loads(
    resources.files("resources").joinpath("sample/workshop.json").read_text("utf-8")
)
NAMES = {one["key"]: one["name"]["ar"] for one in (*SEED["people"], *SEED["bodies"])}
CIVILITIES = {"mr": "Mr", "mrs": "Ms"}
KINDS = {
    "ministry": "Ministry",
    "academy": "Academy",
    "centre": "Centre",
    "directorate": "Provincial",
}


def shown(day: str) -> str:
    """A day as one types it."""
    return f"{date.fromisoformat(day):%d/%m/%Y}"


def type_bodies(hands: Hands) -> None:
    hands.at("bodies")
    hands.press("Ctrl+4", "Ctrl+PgDown")
    for body in SEED["bodies"]:
        hands.press("Ctrl+4", "Ctrl+N")
        hands.fill("Name in Arabic", body["name"]["ar"])
        hands.fill("Name in French", body["name"]["fr"])
        hands.choose("Kind", KINDS[body["kind"]])
        hands.press("Return")
        hands.fill_pair("Short name", body["short_name"])
        if "town" in body:
            hands.fill_pair("Town", body["town"])
            hands.fill("E-mail address", body["email"])
        if "parent" in body:
            hands.name("Part of", [NAMES[body["parent"]]])


def type_people(hands: Hands) -> None:
    hands.at("people")
    hands.press("Ctrl+4", "Ctrl+PgUp")
    for person in SEED["people"]:
        hands.press("Ctrl+4", "Ctrl+N")
        hands.fill("Name in Arabic", person["name"]["ar"])
        hands.fill("Name in French", person["name"]["fr"])
        hands.choose("Civility", CIVILITIES[person["civility"]])
        hands.press("Return")
        hands.fill_pair("Function", person["function"]["title"])
        hands.tick("One person alone holds it", ticked=person["function"]["unique"])
        hands.name("Body", [NAMES[person["body"]]])
        hands.fill("E-mail address", person["email"])
        hands.rest()


def begin_session(hands: Hands) -> None:
    hands.at("sessions")
    hands.press("Ctrl+2", "Ctrl+N")
    hands.fill("Subject", SEED["theme"]["ar"])
    hands.choose("Type", "Workshop")
    hands.fill("Date", shown(SEED["days"][0]))
    hands.press("Return")


def fill_form(hands: Hands) -> None:
    hands.at("prepare: form")
    hands.fill_pair("Subject", SEED["theme"])
    hands.fill("From", SEED["start"])
    hands.fill("To", SEED["end"])
    hands.fill_pair("Site", SEED["place"]["site"])
    hands.name("Chair", [NAMES[SEED["chair"]]])
    hands.fill_pair("Framework", SEED["framework"])
    hands.press("F7")
    hands.fill_pair("Purpose", SEED["purpose"])
    for nth, objective in enumerate(SEED["objectives"]):
        hands.fill_pair("Objectives", objective, nth)
    hands.name("Rapporteur", [NAMES[SEED["rapporteur"]]])
    hands.name("Facilitators", [NAMES[one] for one in SEED["facilitators"]])
    hands.name("Signatories", [NAMES[one] for one in SEED["signatories"]])
    letter = SEED["invitation"]
    hands.fill("Date", shown(letter["dated"]), -1)
    hands.fill("Reply by", shown(letter["reply_by"]))
    hands.fill_pair("Addressees", letter["addressees"])
    hands.fill_pair("Through", letter["under"])


def type_agenda(hands: Hands) -> None:
    hands.at("prepare: agenda")
    for item in SEED["agenda"]:
        hands.press("F3")
        hands.write(f"{item['title']['ar']} /{item['planned_minutes']}")
        hands.press("Return")
    hands.go_to("Agenda")
    hands.press("Home")
    for item in SEED["agenda"]:
        hands.press("F2")
        hands.fill("Title in French", item["title"]["fr"])
        if "presenter" in item:
            hands.name("Presenter", [NAMES[item["presenter"]]])
        hands.go_to("Minutes planned")
        hands.press("Return", "Down")


def invite(hands: Hands) -> None:
    hands.at("prepare: invitees")
    invited = [one for one in SEED["attendance"] if one.get("invited", True)]
    hands.name("Invite", [NAMES[one["person"]] for one in invited])
    hands.go_to("Invitees")
    for one in invited:
        hands.row(NAMES[one["person"]])
        hands.press({"yes": "1", "no": "2"}[one["answer"]])


def take_attendance(hands: Hands) -> None:
    hands.at("attendance")
    hands.press("Ctrl+PgDown")
    for one in SEED["attendance"]:
        if not one.get("invited", True):
            continue
        hands.row(NAMES[one["person"]])
        if one["state"] == "present":
            hands.press("Space")
        else:
            hands.press("3")
            hands.write(NAMES[one["represented_by"]])
            hands.press("Return")
    substitutes = {one.get("represented_by") for one in SEED["attendance"]}
    for one in SEED["attendance"]:
        if not one.get("invited", True) and one["person"] not in substitutes:
            hands.press("Insert")
            hands.write(NAMES[one["person"]])
            hands.press("Down", "Return")


def write_minutes(hands: Hands) -> None:
    hands.at("minutes")
    hands.press("Ctrl+PgDown", *["Shift+F9"] * len(SEED["agenda"]))
    at = 0
    for said in SEED["interventions"]:
        wanted = said.get("agenda_item", 0)
        hands.press(*["F9"] * (wanted - at))
        at = wanted
        hands.write(said["summary"]["ar"])
        hands.press("Ctrl+E")
        hands.click(said["kind"].capitalize())
        if "speakers" in said:
            hands.name("Speakers", [NAMES[one] for one in said["speakers"]])
        if "title" in said:
            hands.fill_pair("Title", said["title"])
        hands.fill_pair("Words of the line", said["summary"])
        if "appeal" in said:
            hands.fill_pair("What was called for", said["appeal"])
        hands.press("Ctrl+Return")


def type_outcomes(hands: Hands) -> None:
    hands.at("outcomes")
    hands.press("Ctrl+PgDown")
    kinds = {"decision": "F2", "recommendation": "F3", "action": "F5"}
    for outcome in SEED["outcomes"]:
        hands.go_to("New outcome")
        hands.press(kinds[outcome["kind"]])
        hands.write(outcome["text"]["ar"])
        hands.press("Return")
        hands.fill_pair("Text", outcome["text"])
        owners = [*outcome.get("owner_bodies", ()), outcome.get("owner_person")]
        hands.name("In charge", [NAMES[one] for one in owners if one])
        for words in outcome.get("owner_text", {}).values():
            hands.write(words)
            hands.press("Up", "Return")
        hands.tick("Ongoing", ticked=outcome["ongoing"])
        if "agenda_item" in outcome:
            hands.choose("Agenda item", f"{outcome['agenda_item']}.")
        if "partners" in outcome:
            hands.fill_pair("Partners", outcome["partners"])
        hands.rest()


def close(hands: Hands) -> None:
    hands.at("closing")
    hands.press("Ctrl+PgUp", "F12")
    for name, field in (("Enclosures", "enclosures"), ("Copies to", "copies")):
        lines = SEED[field]
        hands.fill_pair(name, {one: "\n".join(line[one] for line in lines) for one in ("ar", "fr")})
    hands.press("Ctrl+Return")


def sign(hands: Hands) -> None:
    hands.at("steps")
    hands.press("Ctrl+T")
    hands.choose("Step", "Minutes signed")
    hands.press("Return")


DAY = (
    *(type_bodies, type_people, begin_session, fill_form, type_agenda, invite),
    *(take_attendance, write_minutes, type_outcomes, close, sign),
)


def use_cases_of_the_window() -> set[str]:
    """The names under which screens write, as their code has them."""
    sources = Path(ui.__file__).parent.rglob("*.py")
    return {
        name
        for one in sources
        for name in re.findall(r'"([a-z_]+\.[a-z_]+)"', one.read_text("utf-8"))
    }


def plain(reading: Reading, session_id: int) -> dict[str, Any]:
    """A session as the record gives it, without what only tells where and when it was written."""
    bodies = {body.id: body.name.ar for body in list_bodies(reading, date.max)}
    session = get_session(reading, session_id)
    people = {line.person.id: line.person.name.ar for line in session.attendance}
    items = {item.id: item.position for item in session.agenda}
    outcomes = {outcome.id: outcome.position for outcome in session.outcomes}
    kept: dict[str, dict[int, Any]] = {
        "parent_id": bodies,
        "represented_by_id": people,
        "agenda_item_id": items,
    }
    kept["outcome_id"] = outcomes
    typed_at = {"id", "uid", "at", "since", "code"}  # the vocabulary knows titles that are typed

    def without(value: Any) -> Any:  # noqa: ANN401 - as JSON is
        if isinstance(value, list | tuple):
            return [without(one) for one in value]
        if not isinstance(value, dict):
            return value
        return {
            name: kept[name].get(one) if name in kept else without(one)
            for name, one in value.items()
            if name not in typed_at
        }

    found: dict[str, Any] = without(msgspec.to_builtins(session))
    for at, line in enumerate(found["interventions"], 1):
        line["position"] = at  # they are kept with room between them
    return found


def test_the_workshop_typed_in_is_the_workshop_read(
    open_window: Open,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    typed = tmp_path / "typed.mahdar"
    create_store(typed).close()
    hands = Hands(open_window(typed, "en"))
    for do in DAY:
        do(hands)
        hands.rest()
    store = hands.window.desk.store
    assert store is not None
    with store.read() as reading:
        found = plain(reading, 1)
        assert {entry.use_case for entry in entries(reading)} <= use_cases_of_the_window()
    with create_store(tmp_path / "read.mahdar") as other:
        with other.write("test") as work:
            key = record_session(work, msgspec.convert(SEED, SessionDraft))
        with other.read() as reading:
            wanted = plain(reading, key)
    assert found == wanted
    record_property("workshop", hands.counts)
    print("keys and clicks of the workshop:", hands.counts)  # noqa: T201 - for the one who runs it
