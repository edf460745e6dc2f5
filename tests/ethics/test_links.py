import pytest

from medtune.ethics.links import add_rater, link, new_link, withdraw
from medtune.ethics.rows import NewRater
from medtune.ethics.store import Locked


def test_a_new_link_ends_the_old_one(study_and_tokens):
    study, tokens = study_and_tokens
    token = new_link(study, "Ann")
    assert study.rater_by_token(tokens.raters["Ann"]) is None
    assert study.rater_by_token(token).name == "Ann"
    admin = new_link(study, None)
    assert study.admin_by_token(admin)
    assert not study.admin_by_token(tokens.admin)
    assert link("https://study.example.org/", token) == f"https://study.example.org/r/{token}"
    with pytest.raises(ValueError, match="no rater 'Bob'; there are Ann, 李"):
        new_link(study, "Bob")


def test_a_withdrawn_link_opens_nothing_and_the_scores_stay(study_and_tokens):
    study, tokens = study_and_tokens
    study.save_score(1, study.positions(1)[0].item_id, "user_guidance", 1)
    withdraw(study, "Ann")
    assert study.rater_by_token(tokens.raters["Ann"]) is None
    assert len(study.scores(even_unlocked=True)) == 1
    assert study.rater_by_token(new_link(study, "Ann")).name == "Ann"


def test_a_rater_joins_with_all_items_in_an_order_of_their_own(study):
    token = add_rater(study, NewRater("Cy", "zh"))
    rater = study.rater_by_token(token)
    places = [place.item_id for place in study.positions(rater.id)]
    assert sorted(places) == sorted(item.id for item in study.items())
    assert places != [place.item_id for place in study.positions(1)]
    with pytest.raises(ValueError, match="a rater 'Cy' already"):
        add_rater(study, NewRater("Cy"))
    study.lock()
    with pytest.raises(Locked):
        add_rater(study, NewRater("Di"))
    assert [line[2] for line in study.audit()][-2:] == ["add rater", "lock"]
