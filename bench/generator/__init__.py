"""Seeded generator of input tables: the shipped sample and the sizes of the benchmark.

`python -m bench.generator --out DIR [--size sample|district|province|nation] [--seed N]`, run from the root of
the repository. The same size and seed give the same bytes. Everything it writes is invented and marked so.
"""

DEFAULT_SEED = 2014
SIZES = ("sample", "district", "province", "nation")
