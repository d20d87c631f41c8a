"""`--against`, which takes as many names as a shell makes of `tapes/*.vtt`.

Typer gives an option one value each time it is named, or a fixed number. Here the words of the
command line come in, and go out with `--against` before each name that follows it.
"""

from __future__ import annotations

from typing import Any, Final

from typer.core import TyperCommand

AGAINST: Final = "--against"
CLAIMS: Final = "--claims"  # stands in for the draft


class Against(TyperCommand):
    """A command about one file, with `--against NAME…` before or after it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line, after `--against` is put before each of its names."""
        valued = {
            name
            for each in self.params
            if each.param_type_name == "option" and not getattr(each, "is_flag", False)
            for name in each.opts
        }
        return super().parse_args(ctx, each_named(args, valued))


def each_named(args: list[str], valued: set[str]) -> list[str]:
    """Put `--against` before each name that follows it.

    Where nothing else on the line is the file, the last of these names is it, as in
    `--against tape.vtt draft.md`.

    Args:
        valued: The options that take a value.
    """
    made: list[str] = []
    following: list[int] = []  # where in `made` the names stand that follow the first
    follows = is_there = False
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            made += [arg, *rest]
            is_there = True
        elif arg.startswith("-") and arg != "-":
            made.append(arg)
            name = arg.partition("=")[0]
            follows = name == AGAINST
            is_there |= name == CLAIMS
            if arg in valued:
                made += [value for value in [next(rest, None)] if value is not None]
        elif follows:
            following.append(len(made))
            made += [AGAINST, arg]
        else:
            made.append(arg)
            is_there = True
    if following and not is_there:
        del made[following[-1]]
    return made
