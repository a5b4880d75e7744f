"""The frame around every page: pages found by their place, language, scope bar, marks for sample data."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

import metrics
import texts
from ui import own, scope, theme, view
from ui.cells import bare
from ui.listings import Listings
from ui.markup import tag
from ui.scope import Home
from ui.view import View

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "rapat": ("ringkasan", "usulan", "target", "tahapan", "peringkat"),
    "kepatuhan": ("kepatuhan", "surat", "profil"),
    "perencanaan": ("proyeksi", "arsip", "banding"),
    "data": ("impor", "mutu", "metode"),
}
_LOG = logging.getLogger(__name__)
_ORDER = [page for pages in SECTIONS.values() for page in pages]


@dataclass(frozen=True)
class Pages:
    """The pages by name in their order, and the one the bare address opens (the first page once more)."""

    named: Mapping[str, st.Page]
    root: st.Page

    def link_target(self, name: str, current: st.Page) -> st.Page:
        """The page behind a link: at the bare address the first page is the one that is open."""
        return self.root if current is self.root and name == next(iter(self.named)) else self.named[name]

    def name(self, current: st.Page) -> str:
        """The name of the page that is open."""
        return next((name for name, page in self.named.items() if page is current), next(iter(self.named)))


def discover(folder: Path, lang: str) -> Pages:
    """Pages from `<folder>/<section>/<name>.py`: the file's name is the address.

    The bare address opens the first page too, as a page of its own: Streamlit serves a default page at the root only,
    and a redirect would trap the back button.
    """
    files = sorted(folder.glob("*/*.py"), key=lambda file: (_place(file.stem), file.stem))
    named = {f.stem: st.Page(f, title=_tab(f.stem, lang), url_path=f.stem) for f in files}
    first = files[0]
    root = st.Page(first, title=_tab(first.stem, lang), url_path="beranda", default=True, visibility="hidden")
    return Pages(named, root)


def draw(pages: Pages, current: st.Page, warehouse: metrics.Warehouse, known: Listings, home: Home) -> View:
    """Everything above the page: styles, navigation, scope bar, notices. Leaves the view for the page."""
    choice, notices = scope.parse(st.query_params.to_dict(), known, home)
    name, asked = pages.name(current), st.query_params.to_dict()
    address = scope.query(choice) | own.carried(asked, name)
    if not notices and asked != address:
        st.query_params.from_dict(address)
    seen = view.build(choice, known, warehouse)
    view.keep(seen)
    styles(choice.lang, seen.large)
    bars = _Bars(seen, home, name)
    bars.navigation(pages, current)
    bars.context() if seen.large else bars.choices()
    if notices:
        lines = (tag("div", _notice(seen, found)) for found in notices)
        st.html(tag("div", *lines, class_="pi-notice", role="status"))
    if seen.is_sample:
        st.html(tag("div", seen.t("sample.banner", government=bare(seen.place)), class_="pi-sample", role="note"))
    return seen


def styles(lang: str, large: bool = False) -> None:
    """The kit's styles, and the document's language (Streamlit always serves `en`)."""
    st.html(f"<style>{theme.stylesheet(theme.mode(), large)}</style>")
    st.html(f"<script>document.documentElement.lang={lang!r}</script>", unsafe_allow_javascript=True)


def missing_warehouse(error: metrics.NoWarehouse, lang: str) -> None:
    """The page shown before anything has been built: what to run."""
    styles(lang)
    key = f"metrics.warehouse.{error.code}"
    message = texts.t(key, lang, **error.params) if texts.has(key, lang) else error.code
    st.html(
        tag(
            "div",
            tag("h1", texts.t("app.missing_warehouse", lang)),
            tag("p", texts.t("app.missing_warehouse_why", lang)),
            tag("p", texts.t("app.missing_warehouse_do", lang)),
            tag("pre", "make run"),
            tag("pre", "python -m etl build"),
            tag("p", texts.t("app.missing_warehouse_detail", lang, message=message)),
            class_="pi-empty",
            role="alert",
        )
    )


def no_contest(lang: str) -> None:
    """The page shown where the data hold no contest at all: there is nothing to choose, let alone to show."""
    styles(lang)
    words = [tag("h1", texts.t("app.no_contest", lang)), tag("p", texts.t("app.no_contest_do", lang))]
    st.html(tag("div", *words, tag("pre", "python -m etl build"), class_="pi-empty", role="alert"))


def failed(error: Exception) -> bool:
    """What a reader sees when a page fails: the fact and what to do, in their language. The log has the rest."""
    _LOG.error("a page failed", exc_info=error)
    lang = in_language(st.query_params.to_dict())
    words = [tag("b", texts.t("app.failed", lang)), tag("p", texts.t("app.failed_do", lang))]
    st.html(tag("div", *words, class_="pi-empty", role="alert"))
    return True


class _Bars:
    """The two strips above a page, for one view."""

    def __init__(self, seen: View, home: Home, page: str) -> None:
        self.seen, self.home, self.page, self.t = seen, home, page, seen.t

    def navigation(self, pages: Pages, current: st.Page) -> None:
        """The pages as links that carry the scope, then the switches.

        Streamlit's own menu drops the address's parameters on a page change; links with `query_params` keep them, and
        can be copied and opened in a new tab.
        """
        address = scope.query(self.seen.choice)
        with st.container(horizontal=True, key="pi-nav", vertical_alignment="center", gap="xsmall"):
            st.html(tag("div", self.t("app.name"), class_="pi-brand"), width="content")
            for name in pages.named:
                target = pages.link_target(name, current)
                st.page_link(target, label=self.t(f"page.{name}.title"), query_params=address)
            with st.container(horizontal=True, key="pi-switches", width="content", gap="small"):
                self._switches()

    def context(self) -> None:
        """For a projector, in place of the choices: what is shown, in one line."""
        st.html(
            tag("div", f"{self.seen.place} · {self.seen.edition_name(self.seen.choice.edition)}", class_="pi-context")
        )

    def choices(self) -> None:
        """The scope: government, contest, edition in view, the rest behind one button."""
        choice, known = self.seen.choice, self.seen.known
        government = choice.government or scope.EVERYWHERE
        with st.container(horizontal=True, key="pi-scope", vertical_alignment="bottom", gap="small"):
            self._select("government", (*known.governments, scope.EVERYWHERE), government, self._government, 300)
            self._select(
                "competition", known.contests(choice.government), choice.competition, self.seen.short_name, 330
            )
            editions = known.editions_of(choice.government, choice.competition)
            self._select("edition", editions[::-1], choice.edition or "", self._edition, 120)
            with st.popover(self._filter_label(), type="tertiary"):
                self._filters()
            self._sample()

    def _filters(self) -> None:
        choice, known = self.seen.choice, self.seen.known
        years = [str(y) for y in known.years(choice.government, choice.competition)]
        span = choice.years or ("", "")
        every = self.t("scope.all_years")
        for key, value in (("from", span[0]), ("to", span[1])):
            self._select(key, ("", *years), str(value), lambda y: y or every, label=True)
        agencies = known.agencies.get(choice.government, {})
        names = {str(key): str(row["name"]) for key, row in agencies.items()} | {"": self.t("scope.all_agencies")}
        self._select("agency", ("", *agencies), choice.agency or "", lambda a: names[a], label=True)
        kinds = list(dict.fromkeys(str(row["kind"]) for row in agencies.values()))
        st.session_state["pi-kinds"] = list(choice.kinds)
        st.multiselect(
            self.t("scope.kinds"),
            kinds,
            key="pi-kinds",
            on_change=self._put_kinds,
            format_func=lambda kind: self.t(f"agency_kind.{kind}"),
            placeholder=self.t("scope.all_kinds"),
        )

    def _switches(self) -> None:
        if self.seen.large:
            self._button("mode", "", self.t("mode.normal"))
        else:
            self._button("mode", scope.PRESENTATION, self.t("mode.present"), help=self.t("mode.present_help"))
        other = next(lang for lang in texts.LANGUAGES if lang != self.seen.lang)
        self._button("lang", other, self.t("lang.switch"), help=self.t("lang.switch_help"))

    def _sample(self) -> None:
        known = self.seen.known
        sample, home = known.sample(), known.name(self.home.government)
        if self.seen.is_sample and home:
            self._button("government", self.home.government, self.t("sample.back", government=home))
        elif sample:
            self._button("government", sample, self.t("sample.open"))

    def _select(
        self, key: str, options: tuple[str, ...], value: str, words: Callable[[str], str], width: int | None = None,
        label: bool = False,
    ) -> None:  # fmt: skip
        st.session_state[f"pi-{key}"] = value
        st.selectbox(
            self.t(f"scope.{key}"),
            options,
            key=f"pi-{key}",
            format_func=words,
            on_change=self._put_selected,
            args=(key,),
            label_visibility="visible" if label else "collapsed",
            width=width or "stretch",
        )

    def _button(self, key: str, value: str, label: str, help: str | None = None) -> None:
        st.button(label, key=f"pi-set-{key}", on_click=self._put, args=(key, value), type="tertiary", help=help)

    def _put_selected(self, key: str) -> None:
        self._put(key, st.session_state[f"pi-{key}"] or "")

    def _put_kinds(self) -> None:
        self._put("kinds", ",".join(st.session_state["pi-kinds"]))

    def _put(self, key: str, value: str) -> None:
        new = scope.change(self.seen.choice, self.seen.known, self.home, key, value)
        st.query_params.from_dict(scope.query(new) | own.after(st.query_params.to_dict(), self.page, key))

    def _government(self, government: str) -> str:
        name = self.seen.known.name(government)
        if name is None:
            return self.t("scope.all_governments")
        return f"{bare(name)} · {self.t('sample.mark')}" if self.seen.known.is_sample(government) else name

    def _edition(self, edition: str) -> str:
        row = self.seen.known.editions.get(edition)
        return str(int(row["year"])) if row else texts.MISSING

    def _filter_label(self) -> str:
        choice = self.seen.choice
        active = [choice.years is not None, choice.agency is not None, bool(choice.kinds)]
        return self.t("scope.more") + (f" ({sum(active)})" if any(active) else "")


def _notice(seen: View, found: scope.Notice) -> str:
    what, shown = seen.t(f"scope.{found.what}").lower(), _shown(seen, found)
    if found.nearest is None:
        return seen.t("notice.unknown_value_plain", value=found.value, what=what, shown=shown)
    return seen.t("notice.unknown_value", value=found.value, what=what, nearest=found.nearest, shown=shown)


def _shown(seen: View, found: scope.Notice) -> str:
    names: Mapping[str, Callable[[], str]] = {
        "government": lambda: seen.place,
        "competition": lambda: str(seen.competition["name"]),
        "edition": lambda: seen.edition_name(found.shown),
        "agency": lambda: seen.t("scope.all_agencies"),
        "kinds": lambda: ", ".join(seen.t(f"agency_kind.{k}") for k in seen.choice.kinds) or seen.t("scope.all_kinds"),
        "mode": lambda: seen.t("mode.usual"),
    }
    return names[found.what]() if found.what in names else found.shown or texts.MISSING


def _tab(name: str, lang: str) -> str:
    return f"{texts.t(f'page.{name}.title', lang)} · {texts.t('app.name', lang)}"


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def in_language(query: Mapping[str, str]) -> str:
    """The language an address asks for, before anything else is known."""
    return query.get("lang", "") if query.get("lang") in texts.LANGUAGES else texts.DEFAULT
