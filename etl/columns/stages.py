"""Which stage of an edition a heading (or a cell) names: by its name, its quota, or a word for its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.columns.dates import read_day
from etl.columns.plain import normalise

IN_BRACKETS = re.compile(r"\s*[(\[](?P<day>[^()\[\]]*\d[^()\[\]]*)[)\]]")
AT_THE_END = re.compile(r"[\s:,-]+(?P<day>\d{1,2}[\s/.-](?:\d{1,2}|[^\W\d_]{3,})[\s/.-]\d{4})$")
QUOTA = re.compile(
    r"\b(?:top|nominasi|nominator|finalis)\s?(?P<top>\d{1,3})\b|\b(?P<best>\d{1,3})\s?(?:besar|terbaik|nominator|finalis)\b"
)
# Words of a heading, in this order: the first that a text has tells the kinds it may mean, the likeliest first.
KIND_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"administra(?:si|tif)|berkas", ("administrative",)),
    (r"presentasi|paparan|wawancara", ("presentation",)),
    (r"(?:verifikasi|validasi|tinjauan|kunjungan|observasi|penilaian) (?:ke )?lapangan|visitasi|observasi", ("field",)),
    (r"grand final|final|juara", ("final", "award")),
    (r"pemenang|penghargaan|penganugerahan", ("award", "final")),
    (r"identifikasi", ("identified",)),
    (r"klinik|coaching clinic", ("clinic",)),
    (r"revisi|perbaikan", ("revised",)),
    (r"penyusunan(?: proposal)?|draf(?:t)?", ("drafted",)),
    (r"pendaftaran|terdaftar|registrasi", ("registered", "submitted")),
    (r"pengajuan|pengiriman|penyerahan|diserahkan|masuk|submit", ("submitted", "registered")),
    (r"(?:seleksi|penilaian|evaluasi)(?: (?:proposal|substansi|akhir|awal))?", ("evaluation", "shortlist")),
    (r"verifikasi|verval", ("verified", "administrative")),
)  # fmt: skip
# What may stand around such a word in the heading of a stage; anything else makes it a heading of something else.
AROUND = re.compile(
    "seleksi|tahap|tahapan|hasil|lolos|lulus|status|nilai|skor|jumlah|total|yang|ke|i|ii|iii|dan|atau|proposal|inovasi|"
    "usulan|kelulusan|keterangan|besar|top|umum|opd|penjurian|lomba|peserta"
)
NO_RANKING_ABOVE = 6  # "Juara" may name the last cut if it leaves no more (three winners, three runners-up)


@dataclass(frozen=True)
class StageName:
    """What of a stage its headings are known by."""

    stage_id: str
    name: str
    order: int
    kind: str
    quota: int | None = None


def day_in(text: str) -> str | None:
    """The day told in a heading: "Top 30 (1/5/2021)" gives 2021-05-01."""
    for form in (IN_BRACKETS, AT_THE_END):
        found = form.search(text)
        day = read_day(found["day"], serial=False).value if found else None
        if day and len(day) == 10:
            return day
    return None


def without_day(text: str) -> str:
    """A heading without the day told in it."""
    if day_in(text) is None:
        return text
    for form in (IN_BRACKETS, AT_THE_END):
        text = form.sub(lambda found: "" if read_day(found["day"], serial=False).value else found[0], text)
    return text


def stage_of(plain: str, stages: Sequence[StageName]) -> StageName | None:
    """The stage a normalised text names, None where none or several fit equally."""
    same = [stage for stage in stages if plain in (normalise(stage.name), normalise(stage.stage_id))]
    if same:
        return same[0] if len(same) == 1 else None
    quota = quota_of(plain)
    if quota is not None:
        return _by_quota(quota, stages)
    return _by_kind(plain, stages)


def quota_of(plain: str) -> int | None:
    """How many a cut leaves: 50 in "50 besar presentasi" and in "top 50"."""
    found = QUOTA.search(plain)
    return int(found["top"] or found["best"]) if found else None


def kinds_of(plain: str) -> tuple[str, ...]:
    """The kinds of stage a normalised heading may mean, likeliest first; none where it speaks of something else."""
    for words, kinds in KIND_WORDS:
        rest, found = re.subn(rf"\b(?:{words})\b", " ", plain)
        if found:
            return kinds if all(_fits_a_stage(word) for word in rest.split()) else ()
    return ()


def _fits_a_stage(word: str) -> bool:
    return AROUND.fullmatch(word) is not None or any(re.fullmatch(words, word) for words, _ in KIND_WORDS)


def looks_like(plain: str) -> bool:
    """Whether a text is worded as a stage, whatever the edition: "top 50", "seleksi administrasi"."""
    found = QUOTA.search(plain)
    if found:
        rest = (plain[: found.start()] + plain[found.end() :]).split()
        return all(_fits_a_stage(word) for word in rest)
    return bool(kinds_of(plain))


def _by_quota(quota: int, stages: Sequence[StageName]) -> StageName | None:
    fitting = [stage for stage in stages if stage.quota == quota]
    cuts = [stage for stage in fitting if stage.kind == "shortlist"]
    return _only(cuts) or (_only(fitting) if not cuts else None)


def _by_kind(plain: str, stages: Sequence[StageName]) -> StageName | None:
    kinds = kinds_of(plain)
    for kind in kinds:
        fitting = [stage for stage in stages if stage.kind == kind]
        if fitting:
            return _only(fitting) or _closest(plain, fitting)
    last = max(stages, key=lambda stage: stage.order, default=None)
    small = last is not None and last.kind == "shortlist" and (last.quota or NO_RANKING_ABOVE + 1) <= NO_RANKING_ABOVE
    return last if small and "final" in kinds else None


def _closest(plain: str, stages: Sequence[StageName]) -> StageName | None:
    """The stage whose name shares most words with the text, if one does so more than the others."""
    words = set(plain.split())
    shared = [(len(words & set(normalise(stage.name).split())), stage) for stage in stages]
    best = max(number for number, _ in shared)
    return _only([stage for number, stage in shared if number == best])


def _only(stages: Sequence[StageName]) -> StageName | None:
    return stages[0] if len(stages) == 1 else None
