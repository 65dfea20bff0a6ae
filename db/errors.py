"""What goes wrong because of what a user did or owns."""


class UserError(Exception):
    """One plain sentence for the user: what did not happen, why, what to do, what is safe.

    The sentence is an English catalogue message with named places; whoever shows it translates
    it with `desktop_app.i18n`. `str()` gives it in English.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.values = values
