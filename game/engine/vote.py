"""The creditors' vote on a plan or a moratorium: two tests, heads and amounts, over admitted claims."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from game.model.units import Cents

KINDS = ("plan", "moratorium")
VOTES = ("yes", "no", "silent")


@dataclass(frozen=True, slots=True)
class Vote:
    """A counted vote: creditors and cents that say yes, out of all."""

    accepted: bool
    heads_yes: int
    heads: int
    amount_yes: Cents
    amount: Cents


def count_vote(
    claims: Mapping[str, Cents],
    votes: Mapping[str, str],
    *,
    kind: str,
    not_informed: Collection[str],
    heads_share: int,
    amount_share: int,
) -> Vote:
    """Whether `heads_share` and `amount_share` (basis points) are both reached.

    Silence is consent to a plan, but not to a moratorium and not from a creditor who was not
    informed. Without any claim nothing is accepted. ValueError for a vote of somebody without a claim.
    """
    if strangers := [name for name in (*votes, *not_informed) if name not in claims]:
        raise ValueError(f"no claim of: {', '.join(strangers)}")
    consents = [name for name in claims if _says_yes(votes.get(name, "silent"), kind, name in not_informed)]
    heads, amount = len(claims), sum(claims.values())
    amount_yes = sum(claims[name] for name in consents)
    enough = 10_000 * len(consents) >= heads_share * heads and 10_000 * amount_yes >= amount_share * amount
    return Vote(heads > 0 and enough, len(consents), heads, amount_yes, amount)


def _says_yes(vote: str, kind: str, not_informed: bool) -> bool:
    return vote == "yes" or (vote == "silent" and kind == "plan" and not not_informed)
