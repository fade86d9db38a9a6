"""`dilemme cases`: reads case files, asks the rules, says `ok` or what differs, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.cases import causes, dunning, money, months, settlement
from game.cases.kinds import NAME, Kind, Mistake, Record, all_known, fields_of, key_of, known, word_of
from game.cases.rule import Rule
from game.content.found import Place
from game.content.source import Fields, Items, Refused, Value, read, text_of
from game.model.content import Content

RULES: Mapping[str, Rule] = money.RULES | months.RULES | causes.RULES | dunning.RULES | settlement.RULES
PARTS = ("name", "source", "rule", "given", "when", "then")


@dataclass(frozen=True, slots=True)
class Result:
    """One case. `name` is empty and `place` exact when the file could not be read that far."""

    file: str
    place: Place
    name: str
    differences: tuple[str, ...] = ()
    mistake: str = ""

    @property
    def is_ok(self) -> bool:
        """Whether everything expected came."""
        return not self.differences and not self.mistake

    def __str__(self) -> str:
        if self.mistake:
            named = f"{self.name}: " if self.name else ""
            return f"{self.file}:{self.place.line}:{self.place.column}: {named}{self.mistake}"
        return f"{self.file}:{self.place.line}: {self.name}: {'; '.join(self.differences) or 'ok'}"


def run_cases(paths: Sequence[Path], content: Content) -> list[Result]:
    """Every case of these files, and of all YAML files in these folders, in order. OSError as of reading."""
    return [result for path in case_files(paths) for result in run_text(str(path), path.read_bytes(), content)]


def case_files(paths: Sequence[Path]) -> list[Path]:
    """The files themselves, folders opened. FileNotFoundError for a path that is nothing, or a folder without any."""
    files: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
        if not inside or not path.exists():
            raise FileNotFoundError(f"{path}: no case file here")
        files += inside
    return files


def run_text(file: str, data: bytes, content: Content) -> Iterator[Result]:
    """Every case of one file; a mistake of the author's is a result like any other."""
    try:
        value, doubles = read(text_of(data))
    except Refused as refused:
        yield Result(file, refused.found.place, "", mistake=refused.found.message)
        return
    for double in doubles:
        yield Result(file, double.place, "", mistake=double.message)
    if not isinstance(value, Items):
        yield Result(file, value.place, "", mistake="a list of cases is expected here: - name: …")
        return
    for case in value:
        yield _result(file, case, content)


def _result(file: str, case: Value, content: Content) -> Result:
    name = ""
    try:
        fields = fields_of(case)
        name = _name(fields)
        return Result(file, fields.place, name, tuple(_differences(fields, content)))
    except Mistake as mistake:
        return Result(file, mistake.place, name, mistake=mistake.message)


def _name(fields: Fields) -> str:
    all_known(fields, PARTS)
    for part in ("name", "rule", "then"):
        if part not in fields:
            raise Mistake(fields.place, f"'{part}' is missing here")
    return NAME.read(fields["name"])


def _differences(fields: Fields, content: Content) -> Iterator[str]:
    word = word_of(fields["rule"])
    known(word, RULES)
    rule = RULES[word]
    kinds: Mapping[str, Kind] = {**rule.needed, **rule.optional}
    given = Record(kinds, tuple(rule.needed)).read(_given(fields))
    wanted = Record(rule.then).read(fields["then"])
    if not wanted:
        raise Mistake(fields["then"].place, "nothing is expected here")
    try:
        said = rule.ask(given, content)
    except (ValueError, LookupError) as error:
        raise Mistake(_given(fields).place, str(error.args[0])) from error
    yield from Record(rule.then).differences("", wanted, said)


def _given(fields: Fields) -> Fields:
    """What is given; `when` may stand in it or beside it."""
    given = fields_of(fields["given"]) if "given" in fields else Fields(fields.place)
    if "when" not in fields:
        return given
    return Fields(given.place, {**given, key_of(fields, "when"): fields["when"]})


def main(paths: Sequence[Path], content: Content) -> int:
    """Print one line a case. 0 when all are ok, 1 when one is not, 2 when there is nothing to run."""
    try:
        results = run_cases(paths, content)
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    for result in results:
        print(result)
    return 0 if all(result.is_ok for result in results) else 1
