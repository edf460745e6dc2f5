import pytest

from medtune.ethics.links import add_rater, admin_by_token, link, new_link, rater_by_token, withdraw
from medtune.ethics.rows import NewRater
from medtune.ethics.store import Locked


def test_tokens_open_their_own_pages_only(study_and_tokens):
    study, tokens = study_and_tokens
    assert [rater_by_token(study, token).name for token in tokens.raters.values()] == ["Ann", "李"]
    assert admin_by_token(study, tokens.admin)
    for wrong in ("", "x", tokens.admin, tokens.raters["Ann"][:-1], "é\ud800"):
        assert rater_by_token(study, wrong) is None
    assert not admin_by_token(study, tokens.raters["Ann"])


def test_a_new_link_ends_the_old_one(study_and_tokens):
    study, tokens = study_and_tokens
    token = new_link(study, "Ann")
    assert rater_by_token(study, tokens.raters["Ann"]) is None
    assert rater_by_token(study, token).name == "Ann"
    admin = new_link(study, None)
    assert admin_by_token(study, admin)
    assert not admin_by_token(study, tokens.admin)
    assert link("https://study.example.org/", token) == f"https://study.example.org/r/{token}"
    with pytest.raises(ValueError, match="no rater 'Bob'; there are Ann, 李"):
        new_link(study, "Bob")


def test_a_withdrawn_link_opens_nothing_and_the_scores_stay(study_and_tokens):
    study, tokens = study_and_tokens
    study.save_score(1, study.positions(1)[0].item_id, "user_guidance", 1)
    withdraw(study, "Ann")
    assert rater_by_token(study, tokens.raters["Ann"]) is None
    assert len(study.scores(even_unlocked=True)) == 1
    assert rater_by_token(study, new_link(study, "Ann")).name == "Ann"


def test_a_rater_joins_with_all_items_in_an_order_of_their_own(study):
    token = add_rater(study, NewRater("Cy", "zh"))
    rater = rater_by_token(study, token)
    places = [place.item_id for place in study.positions(rater.id)]
    assert sorted(places) == sorted(item.id for item in study.items())
    assert places != [place.item_id for place in study.positions(1)]
    with pytest.raises(ValueError, match="a rater 'Cy' already"):
        add_rater(study, NewRater("Cy"))
    study.lock()
    with pytest.raises(Locked):
        add_rater(study, NewRater("Di"))
    assert [line[2] for line in study.audit()][-2:] == ["add rater", "lock"]
