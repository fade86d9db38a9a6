"""Sentences of the debrief: findings, stations and charts."""

from __future__ import annotations

MESSAGES: dict[str, str | tuple[str, str]] = {
    # one household twice: the end page
    "explain.twin.worse": "What nobody chose, with all that followed it, weighs: {amount}",
    "explain.twin.held": "A shock came. In the end the months stand no lower than without it.",
    "explain.twin.no_shock": "No shock came in these months.",
    "explain.twin.tipping": "{month_year}: from here on the household borrowed to pay its debts.",
    "explain.twin.first_unpaid": "{month_year}: a bill stayed open for the first time.",
    "explain.twin.adviser": "{month_year}: the household and the adviser talked for the first time.",
    "explain.twin.right": "{month_year}, something was claimed: {right}",
    "explain.twin.rights_open": (
        "One right stood open and was not asked for. The advice offices know it.",
        "{n} rights stood open and were not asked for. The advice offices know them.",
    ),
    "explain.twin.help": "The advice offices help in every month, free and confidential.",
    "explain.twin.lowest": "{month_year}, the lowest account of all months: {amount}",
    "explain.twin.joys": ("One small joy had its place.", "{n} small joys had their place."),
}
