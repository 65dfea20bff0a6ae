"""What can be written on the command line; what it does is tried in test_cli."""

import pytest

from db.errors import UserError
from desktop_app.arguments import language_of_messages, one_of, parser
from desktop_app.i18n import catalogue

NAMES = ("window", "sample", "record", "list", "render", "check", "rebuild")
RUNS = {name: lambda *_: 0 for name in NAMES}


@pytest.mark.parametrize(
    "typed", [["--language", "fr"], ["check", "--language=fr"], ["render", "--language", "fr"]]
)
def test_the_language_is_found_wherever_it_stands(typed: list[str]) -> None:
    assert language_of_messages(typed) == "fr"


@pytest.mark.parametrize("name", [name for name in RUNS if name != "window"])
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser(catalogue("en"), RUNS).parse_args([name, "--help"])
    assert ended.value.code == 0
    assert "--database" in capsys.readouterr().out


def test_a_word_that_is_not_allowed_is_answered_with_those_that_are() -> None:
    with pytest.raises(UserError, match="write one of these: ar, fr"):
        one_of("de", ("ar", "fr"))
