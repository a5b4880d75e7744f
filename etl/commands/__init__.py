"""The commands of `python -m etl`: one module each, in the order of COMMANDS.

A module offers HELP, `arguments(parser)` and `run(given) -> exit code`."""

COMMANDS = ("build", "check", "import", "batches", "withdraw", "template")
