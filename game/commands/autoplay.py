"""`dilemme autoplay`: a whole game by a policy. The JSON is a contract: docs and other tools read it."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from game.commands.loading import demand_household, playable_content
from game.commands.wrong import FOUND, Wrong
from game.engine import play, policies, posting, record
from game.model.game import Row, Settings
from game.model.ledger import Transaction
from game.model.state import State
from game.session.lines import game_lines

KEPT = tuple(field.name for field in fields(Row) if field.name not in ("month", "said", "news"))


def run(options: Namespace) -> int:
    """Play and print; 0 however the household fares."""
    content = playable_content(options)
    demand_household(content, options.household)
    state = play.new_game(content, options.household, options.seed, options.months, Settings())
    while not play.ended(state):
        state = play.answer(state, policies.choose(state, options.policy))
    if options.save:
        _save(state, options.save)
    if options.json:
        print(json.dumps(summary(state, options.policy)))
    else:
        print("\n".join(lines(state)))
    return 0


def summary(state: State, policy: str) -> dict[str, object]:
    """The game as the object that `--json` prints: cents, months counted from 1."""
    game = record.record(state)
    return {
        "content": game.content,
        "household": game.household,
        "seed": game.seed,
        "months": game.months,
        "policy": policy,
        "shocks": [{"month": month + 1, "id": shock} for month, shock in game.schedule],
        "answers": [{"month": a.month + 1, "question": a.question, "option": a.option} for a in game.answers],
        "transactions": [_transaction(moved) for moved in posting.transactions(state)],
        "rows": [_row(row) for row in state.rows],
        "end": {"stage": state.rows[-1].stage if state.rows else "stable", "reason": state.over},
        "digest": game.digests[-1] if game.digests else "",
    }


def lines(state: State) -> Iterator[str]:
    """One line a month, amounts in euros."""
    for row in state.rows:
        amounts = f"account {_euros(row.account)}  savings {_euros(row.savings)}  debt {_euros(row.debt)}"
        yield f"month {row.month + 1:>2}  {row.stage:<13}  {amounts}"
    yield f"end: {state.over}"


def _row(row: Row) -> dict[str, object]:
    return {"month": row.month + 1, **{name: getattr(row, name) for name in KEPT}}


def _transaction(moved: Transaction) -> dict[str, object]:
    return {
        "month": moved.month + 1,
        "cause": {"kind": moved.cause.kind, "id": moved.cause.id},
        "postings": [{"account": posting.account, "cents": posting.cents} for posting in moved.postings],
    }


def _euros(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02}".rjust(10)


def _save(state: State, path: Path) -> None:
    try:
        path.write_bytes(b"".join(game_lines(record.record(state), state.rows)))
    except OSError as error:
        raise Wrong(f"--save {path}: {error.strerror}", FOUND) from error
