"""The government that a first visit opens."""

from datetime import UTC, datetime

from ui.forms.kit import Form, Tables
from ui.forms.rows import Cells


def draw(form: Form) -> None:
    """The form."""
    view = form.view
    now = [str(each) for each in view.listing("home", government=None)["government_id"]]
    names = view.known.governments
    government = form.choose("government", list(names), lambda g: str(names[g]["name"]), required=True,
                             value=view.choice.government or None)  # fmt: skip
    if government in now:
        form.error(form.t("already"))

    def make() -> Tables:
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        chosen: Cells = {"government_id": government, "key": "home", "value": moment}
        return {"settings": [chosen]}

    form.finish(lambda: form.t("said", government=names[government]["name"]), make, government=government,
                places={"government_id": "government"})  # fmt: skip
