"""Every module in `beats/` is a kind of beat, every one in `checks/` a check; none is listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType

from game.scenario import beats, checks
from game.scenario.model import Beat


@cache
def kinds() -> Mapping[str, type[Beat]]:
    """Every kind of beat by the key that it is written with."""
    found = (kind for module in _modules(beats) for kind in _defined(module))
    return MappingProxyType({kind.KIND: kind for kind in found})


@cache
def scenario_checks() -> tuple[ModuleType, ...]:
    """The modules in `checks/`. Each yields diagnostics from `check(case)`, or from
    `check_texts(case, texts)`, which gets every text that players read, found once for all checks.

    `NEEDS` names the fields without which a check would find what is not there: when something of
    one of them could not be read, the check waits.
    """
    return tuple(_modules(checks))


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for module in sorted(iter_modules(package.__path__), key=lambda module: module.name):
        yield import_module(package.__name__ + "." + module.name)


def _defined(module: ModuleType) -> Iterator[type[Beat]]:
    for thing in vars(module).values():
        if not isinstance(thing, type) or thing.__module__ != module.__name__:
            continue
        if issubclass(thing, Beat) and thing.KIND:
            yield thing
