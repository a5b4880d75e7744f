"""Command line of the generator."""

import argparse
import time
from pathlib import Path

from bench.generator import DEFAULT_SEED, SIZES, sample, scale


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.generator", description="Write generated input tables.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the tables; files of the same name go")
    parser.add_argument("--size", choices=SIZES, default="sample", help="default: sample")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help=f"default: {DEFAULT_SEED}")
    return parser.parse_args()


def main() -> None:
    options = parse()
    started = time.perf_counter()
    if options.size == "sample":
        counts = sample.generate(options.out, options.seed)
    else:
        counts = scale.generate(options.out, scale.SHAPES[options.size], options.seed)
    for table, rows in sorted(counts.items()):
        print(f"{table:20}{rows:>12,}")
    print(f"{options.out}: {sum(counts.values()):,} rows in {time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
