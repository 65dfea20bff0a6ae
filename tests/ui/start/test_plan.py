"""What the first start fills in, and what it leaves to the user."""

from db.codes import Civility
from desktop_app.services.drafts import Label
from desktop_app.services.presets_data import Level
from desktop_app.ui.start.plan import Plan


def test_an_academy_fills_names_towns_and_directorates_in() -> None:
    plan = Plan()
    plan.choose_academy("05")
    made = plan.set_up()
    assert made.academy.ar == "الأكاديمية الجهوية للتربية والتكوين لجهة بني ملال خنيفرة"
    assert made.city == made.academy_town == Label("بني ملال", "Béni Mellal")
    assert len(made.directorates) == 5
    assert made.centre.ar == "المركز الجهوي لمنظومة الإعلام"
    assert made.title.fr == "le chef du centre régional du système d’information"


def test_what_was_typed_stays_and_what_was_not_follows() -> None:
    plan = Plan()
    plan.choose_academy("05")
    plan.put("city.fr", "Beni-Mellal")
    plan.put("centre.fr", "le centre d’essai")
    plan.choose_civility(Civility.MRS)
    plan.choose_academy("06")
    made = plan.set_up()
    assert made.city == Label("الدار البيضاء", "Beni-Mellal")
    assert made.title == Label("رئيسة المركز الجهوي لمنظومة الإعلام", "la cheffe du centre d’essai")
    assert len(made.directorates) == 16


def test_a_provincial_centre_has_its_directorate_and_no_other() -> None:
    plan = Plan()
    plan.choose_academy("05")
    plan.choose_level(Level.PROVINCIAL)
    assert plan.set_up().city == Label()
    plan.choose_own("05.081")
    made = plan.set_up()
    assert made.directorate == Label(
        "المديرية الإقليمية بأزيلال", "la direction provinciale d’Azilal"
    )
    assert made.city == made.directorate_town == Label("أزيلال", "Azilal")
    assert made.directorates == ()
    assert made.centre.fr == "le centre provincial du système d’information"
    plan.choose_level(Level.REGIONAL)
    assert plan.set_up().directorate == Label()
    assert plan.set_up().city.fr == "Béni Mellal"
    plan.choose_academy("07")
    assert plan.own is None


def test_directorates_are_left_out_taken_in_and_added() -> None:
    plan = Plan()
    plan.choose_academy("12")
    first, second = plan.places
    plan.turn(first)
    plan.turn(second)
    plan.turn(second)
    added = plan.add_place(Label("المدينة", "La Ville"))
    assert plan.set_up().directorates == (second, added)


def test_without_an_academy_nothing_is_filled_in_but_the_centre() -> None:
    plan = Plan()
    plan.choose_academy("05")
    plan.choose_academy("")
    made = plan.set_up()
    assert (made.academy, made.academy_town, made.city, made.directorates) == (
        Label(),
        Label(),
        Label(),
        (),
    )
    assert made.centre.fr == "le centre régional du système d’information"
    plan.put("centre.fr", "   ")
    assert plan.set_up().centre.fr == ""
