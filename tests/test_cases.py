"""`dilemme cases`: the game's own cases hold, and the runner says so when one does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cases.run import RULES, Result, case_files, main, run_cases, run_text
from game.content.load import load
from game.model.content import Content

HERE = Path(__file__).parent
CASES = HERE / "cases"


@pytest.fixture(scope="module")
def content() -> Content:
    """The game's own content; its mistakes are another test's business."""
    return load(HERE.parent / "scenarios")[0]


def results(text: str, content: Content) -> list[Result]:
    return list(run_text("cases.yaml", text.encode(), content))


def one(text: str, content: Content) -> str:
    """The only line that a file of one case gives."""
    (result,) = results(text, content)
    return str(result)


def test_all_cases_of_the_game_hold(content: Content):
    assert [str(result) for result in run_cases([CASES], content) if not result.is_ok] == []


def test_every_rule_has_a_case_and_every_case_its_source():
    texts = [path.read_text("utf-8") for path in case_files([CASES])]
    for name in RULES:
        assert any(f"rule: {name}\n" in text for text in texts), name
    for text in texts:
        assert text.count("- name: ") == text.count("\n  source: ") == text.count("\n  rule: ")


# rule, what is given, one wrong expectation, what the runner says
WRONG = [
    (
        "loan",
        "{principal: 100.00, rate_per_year: 0, months: 3}",
        "{last_instalment: 33.33}",
        "last_instalment: expected 33.33, got 33.34",
    ),
    (
        "loan",
        "{principal: 100.00, rate_per_year: 0, months: 3}",
        "{balance_after: {2: 33.33}}",
        "balance_after.2: expected 33.33, got 33.34",
    ),
    (
        "loan",
        "{principal: 100.00, rate_per_year: 0, months: 3}",
        "{balance_after: {4: 0.00}}",
        "balance_after.4: expected 0.00, got nothing",
    ),
    (
        "card",
        "{balance: 1000, rate_per_year: 18, minimum_percent: 3, minimum_amount: 25, pay: minimum}",
        "{months: 58, total_interest: 491.95}",
        "months: expected 58, got 59; total_interest: expected 491.95, got 491.94",
    ),
    (
        "card",
        "{balance: 1000, rate_per_year: 18, minimum_percent: 3, minimum_amount: 25, pay: 15}",
        "{months: 80}",
        "months: expected 80, got never",
    ),
    (
        "overdraft",
        "{balance: 2300, rate_per_year: 8, limit: 2000, days: 365}",
        "{fee: 0.00}",
        "fee: expected 0.00, got 10.00",
    ),
    ("net_pay", "{gross: 2771.33, tax_class: 1, year: 2026}", "{net: 2418.52}", "net: expected 2418.52, got 2418.51"),
    ("garnishment", "{net: 3000}", "{attachable: 754.99}", "attachable: expected 754.99, got 755.00"),
    (
        "vote",
        "{claims: {a: 1, b: 1, c: 1}, votes: {a: yes, b: no, c: no}}",
        "{accepted: true, heads_percent: 33.4}",
        "accepted: expected true, got false; heads_percent: expected 33.4, got 33.3",
    ),
    (
        "quantities",
        "{opening_debt: 0, rows: [{income: 10, essentials: 20}]}",
        "{gap: [10.01], label: [none], tipping_month: 1, spiral_months: [1]}",
        "gap: expected [10.01], got [10.00]; label: expected [none], got [gap]; "
        "tipping_month: expected 1, got none; spiral_months: expected [1], got []",
    ),
    (
        "escape",
        "{debt: 5000, rate_per_year: 12, margin: 88.27}",
        "{months: 85, never: true}",
        "months: expected 85, got 84; never: expected true, got false",
    ),
    (
        "margin_needed",
        "{debt: 5000, rate_per_year: 12, months: 84}",
        "{margin: 88.26}",
        "margin: expected 88.26, got 88.27",
    ),
    (
        "stage_line",
        "{raw: [stable, spiral, stable]}",
        "{shown: [stable, spiral, stable]}",
        "shown: expected [stable, spiral, stable], got [stable, spiral, spiral]",
    ),
    (
        "treadmill",
        "{months: [{interest: 30, paid: 40, balance: 900, times: 18}]}",
        "{months: []}",
        "months: expected [], got [18]",
    ),
    (
        "attribution",
        '{causes: [job], values: {"": 1, job: 3}}',
        "{shares: {job: 2.01, rain: 0}}",
        "shares.job: expected 2.01, got 2.00; shares.rain: expected 0.00, got nothing",
    ),
    (
        "trace",
        "{rate_per_year: 12, flows: [{borrow: 100, cause: car}, {interest}, {pay: 1}]}",
        "{owed_by_cause: {car: {principal: 99.00}}, coins: {interest: 9}}",
        "owed_by_cause.car.principal: expected 99.00, got 100.00; coins.interest: expected 9, got 10",
    ),
    (
        "settlement",
        "{debts: {bank: 100.00}, when: [{on: 2026-01-31, event: contact_sics}, {on: 2026-02-01, event: petition}]}",
        "{state: out, after: {2026-01-31: out}, refused: too_late, survives: [shop], "
        "rows: [D13, D50], not_rows: [D13]}",
        "state: expected out, got advice; after.2026-01-31: expected out, got advice; "
        "refused: expected too_late, got order_of_phases; survives: expected [shop], got [bank]; "
        "rows: expected [D50] too, got [D01, D02, D13]; not_rows: [D13] should not be there",
    ),
    (
        "settlement",
        "{start: 2026-01-31, debts: {bank: 100.00}}",
        "{enforceable: [], suspended: [interest], owed: {bank: 99.99}, deadline: {phase1_limit: 2026-07-31}}",
        "enforceable: expected nothing, got [enforcement, garnishment, seizure, assignment, interest, "
        "maintenance_arrears, maintenance, violence_damages, eviction]; suspended: expected [interest] too, got []; "
        "owed.bank: expected 99.99, got 100.00; deadline.phase1_limit: expected 2026-07-31, got nothing",
    ),
    (
        "dunning",
        "{creditor: telecom, amount: 112, when: 2}",
        "{steps: [reminder], fees: 8.00, owed: 127.99}",
        "steps: expected [reminder], got [reminder, warning]; fees: expected 8.00, got 16.00; "
        "owed: expected 127.99, got 128.00",
    ),
]


@pytest.mark.parametrize(("rule", "given", "then", "said"), WRONG, ids=[f"{row[0]}-{i}" for i, row in enumerate(WRONG)])
def test_a_planted_wrong_expectation_is_found(rule: str, given: str, then: str, said: str, content: Content):
    text = f"- name: Planted\n  rule: {rule}\n  given: {given}\n  then: {then}\n"
    assert one(text, content) == f"cases.yaml:1: Planted: {said}"
    assert {row[0] for row in WRONG} == set(RULES)


NET = "rule: garnishment, given: {net: 3000}, then: {attachable: 755}"
MISTAKES = [
    (
        "- name: Typo\n  rule: garnishmnt\n  given: {net: 1}\n  then: {attachable: 0}\n",
        "cases.yaml:2:9: Typo: unknown word 'garnishmnt', did you mean 'garnishment'?",
    ),
    (
        "- name: Typo\n  rule: garnishment\n  given: {nett: 1}\n  then: {attachable: 0}\n",
        "cases.yaml:3:11: Typo: unknown word 'nett', did you mean 'net'?",
    ),
    (
        "- name: Typo\n  rule: garnishment\n  given: {net: 1}\n  then: {taken: 0}\n",
        "cases.yaml:4:10: Typo: unknown word 'taken', possible: attachable",
    ),
    (
        "- name: Typo\n  rules: garnishment\n  given: {net: 1}\n  then: {attachable: 0}\n",
        "cases.yaml:2:3: unknown word 'rules', did you mean 'rule'?",
    ),
    (
        "- name: Empty\n  rule: garnishment\n  given: {}\n  then: {attachable: 0}\n",
        "cases.yaml:3:10: Empty: 'net' is missing here",
    ),
    (
        "- name: Empty\n  rule: garnishment\n  given: {net: 1}\n  then: {}\n",
        "cases.yaml:4:9: Empty: nothing is expected here",
    ),
    ("- name: Empty\n  rule: garnishment\n  given: {net: 1}\n", "cases.yaml:1:3: 'then' is missing here"),
    (
        "- name: Comma\n  rule: garnishment\n  given: {net: '1,5'}\n  then: {attachable: 0}\n",
        "cases.yaml:3:16: Comma: '1,5' is not an amount in euros",
    ),
    (
        "- name: Cents\n  rule: garnishment\n  given: {net: 1.005}\n  then: {attachable: 0}\n",
        "cases.yaml:3:16: Cents: 1.005 has more than two digits after the point, an amount has two at most",
    ),
    (
        "- name: Class\n  rule: net_pay\n  given: {gross: 1, tax_class: 3, year: 2026}\n  then: {net: 1}\n",
        "cases.yaml:3:32: Class: '3' is not possible here: 1, 1a, 2",
    ),
    (
        "- name: Long ago\n  rule: net_pay\n  given: {gross: 1, tax_class: 1, year: 1990}\n  then: {net: 1}\n",
        "has no value before",
    ),
    (
        "- name: Vote\n  rule: vote\n  given: {claims: {a: 1}, votes: {b: yes}}\n  then: {accepted: true}\n",
        "cases.yaml:3:10: Vote: no claim of: b",
    ),
    (
        "- name: Who\n  rule: dunning\n  given: {creditor: nobody, amount: 1, when: 1}\n  then: {fees: 0}\n",
        "cases.yaml:3:10: Who: unknown creditor 'nobody', possible: ",
    ),
    (
        "- name: When\n  rule: dunning\n  given: {creditor: shop, amount: 1}\n  then: {fees: 0}\n",
        "cases.yaml:3:10: When: 'when' is missing: months unpaid, or a list of events",
    ),
    (
        "- name: Sets\n  rule: attribution\n  given: {causes: [a, b], values: {'': 1, a: 2}}\n  then: {shares: {}}\n",
        "cases.yaml:3:10: Sets: 2 causes need 4 values, here are 2",
    ),
    (
        "- name: Flow\n  rule: trace\n  given: {flows: [{borrow: 1}]}\n  then: {coins: {fees: 0}}\n",
        "cases.yaml:3:10: Flow: each flow is one of {borrow, cause}, {interest}, {fee}, {pay}",
    ),
    (
        "- name: Day\n  rule: settlement\n  given: {start: 2026-02-30}\n  then: {state: out}\n",
        "cases.yaml:3:18: Day: '2026-02-30' is no day like 2026-03-31",
    ),
    (
        "- name: Back\n  rule: settlement\n  given: {start: 2026-02-03}\n"
        "  when: [{on: 2026-02-02, event: wait}]\n  then: {state: out}\n",
        "cases.yaml:3:10: Back: 2026-02-02 is before 2026-02-03: time does not run back",
    ),
    (
        "- name: Who\n  rule: settlement\n  given: {debts: {bank: 1}}\n"
        "  when: [{on: 2026-02-02, event: plan_proposed, cancel: {shop: 1}}]\n  then: {state: out}\n",
        "cases.yaml:3:10: Who: no claim of: shop",
    ),
    (
        "- name: What\n  rule: settlement\n  given: {}\n"
        "  when: [{on: 2026-02-02, event: petitions}]\n  then: {state: out}\n",
        "cases.yaml:4:34: What: unknown word 'petitions', did you mean 'petition'?",
    ),
    ("name: No list\n", "cases.yaml:1:1: a list of cases is expected here: - name: …"),
    ("- name: [a\n", "cases.yaml:"),
    ("- just words\n", "cases.yaml:1:3: names with values are expected here: {name: value}"),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES, ids=range(len(MISTAKES)))
def test_a_mistake_in_a_case_names_its_place(text: str, said: str, content: Content):
    line = one(text, content)
    assert said in line, line
    assert not any(result.is_ok for result in results(text, content))


def test_one_mistake_leaves_the_other_cases_alone(content: Content):
    text = f"- {{name: A, {NET}}}\n- {{name: B, rule: x, then: {{}}}}\n- {{name: C, {NET}}}\n"
    lines = [str(result) for result in results(text, content)]
    assert lines[0] == "cases.yaml:1: A: ok"
    assert lines[1].startswith("cases.yaml:2:19: B: unknown word 'x'")
    assert lines[2] == "cases.yaml:3: C: ok"


def test_a_word_written_twice_is_a_mistake(content: Content):
    lines = results(f"- {{name: A, name: B, {NET}}}\n", content)
    assert [line.is_ok for line in lines] == [False, True]


def test_when_may_stand_beside_what_is_given(content: Content):
    head, then = "- name: A\n  rule: dunning\n  given: ", "  then: {fees: 8, owed: 218}\n"
    inside = head + "{creditor: bank, amount: 210.00, when: 1}\n" + then
    beside = head + "{creditor: bank, amount: 210.00}\n  when: 1\n" + then
    assert [one(text, content) for text in (inside, beside)] == ["cases.yaml:1: A: ok"] * 2


def test_a_percentage_is_compared_with_the_digits_that_were_written(content: Content):
    for wanted in ("67", "66.7", "66.67", "66.667"):
        given = "{claims: {a: 1, b: 1, c: 1}, votes: {a: yes, b: yes, c: no}}"
        text = f"- name: A\n  rule: vote\n  given: {given}\n  then: {{heads_percent: {wanted}}}\n"
        assert one(text, content) == "cases.yaml:1: A: ok"


def test_exit_codes_and_lines(tmp_path: Path, content: Content, capsys: pytest.CaptureFixture[str]):
    good, bad = tmp_path / "a_good.yaml", tmp_path / "b_bad.yaml"
    good.write_text(f"- {{name: Good, {NET}}}\n")
    bad.write_text("- {name: Bad, rule: garnishment, given: {net: 3000}, then: {attachable: 1}}\n")
    assert main([good], content) == 0
    assert capsys.readouterr().out == f"{good}:1: Good: ok\n"
    assert main([good, bad], content) == 1
    assert main([tmp_path], content) == 1
    assert capsys.readouterr().out.count(f"{bad}:1: Bad: attachable: expected 1.00, got 755.00\n") == 2


def test_a_path_that_is_nothing_is_wrong_use(tmp_path: Path, content: Content, capsys: pytest.CaptureFixture[str]):
    assert main([tmp_path / "nothing.yaml"], content) == 2
    assert main([tmp_path], content) == 2, "a folder without a case file"
    assert capsys.readouterr().out == ""
