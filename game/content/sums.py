"""A sum of money as an author writes it: euros, or a figure of the law."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from game.content.fields import Money, ParameterName, SignedMoney, one_of, wrong
from game.content.shape import Shape
from game.model.effects import Amount


def exactly_one(shape: Any, *names: str) -> None:
    """Mistake: either-or, unless exactly one of the fields is there."""
    given = [name for name in names if getattr(shape, name) is not None]
    if len(given) != 1:
        said = "has both " + " and ".join(given) if given else "has none of " + ", ".join(names)
        raise wrong("either-or", said, f"write one of: {', '.join(names)}")


class Sum(Shape):
    """Euros, or a figure of the law times something counted."""

    short: ClassVar[str] = "amount"
    amount: Money | None = Field(None, description="euros")
    parameter: ParameterName | None = Field(None, description="a figure of scenarios/law")
    times: Annotated[str, one_of("children", "members", "adults")] | None = Field(None, description="counted how often")

    @model_validator(mode="after")
    def _one(self) -> Sum:
        exactly_one(self, "amount", "parameter")
        return self

    def noun(self) -> Amount:
        """Cents, or the parameter's name."""
        return Amount(self.amount or 0, self.parameter or "", self.times or "")


class SignedSum(Sum):
    """Euros, negative when saved, or a figure of the law."""

    amount: SignedMoney | None = Field(None, description="euros, negative: saved")
