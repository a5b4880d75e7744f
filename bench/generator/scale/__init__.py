"""The sizes of the benchmark: many governments with the shapes of the sample, drawn in arrays."""

from pathlib import Path

import numpy as np

from bench.generator.scale import frame, local, upper
from bench.generator.scale.shape import SHAPES, Shape, local_edition
from bench.generator.scale.sink import Sink
from bench.generator.tables import Tables, write_card

__all__ = ["SHAPES", "Shape", "generate"]


def generate(folder: Path, shape: Shape, seed: int) -> dict[str, int]:
    """Write the tables of `shape` into `folder`; returns rows per table."""
    tables = Tables()
    frame.build(tables, shape)
    sent = {year: upper.Sent() for year in shape.years}
    closing = {year: local.closing_of(year) for year in shape.years}
    with Sink(folder) as sink:
        for index in range(shape.governments):
            for drawn in local.draw(np.random.default_rng([seed, index]), shape):
                local.write(sink, index, drawn, closing[drawn.year], local_edition(index, drawn.year))
                sent[drawn.year].add(index, drawn, shape.upper_entries)
        for year in shape.years:
            upper.hold(sink, tables, shape, year, sent[year], seed)
    write_card(folder, f"Data buatan ({shape.size}) untuk pengukuran; bukan data nyata", seed, shape.size)
    return tables.write(folder) | dict(sink.counts)
