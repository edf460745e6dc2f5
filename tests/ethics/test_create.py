import pytest

from medtune.data.records import Prediction
from medtune.ethics.create import Choices, create_study, parse_rater
from medtune.ethics.power import Design, questions_for
from medtune.ethics.rows import NewRater
from medtune.ethics.store import Study
from medtune.evaluation.inference.predictions import write_predictions

ROWS = 30
WHO = ("tuned=a program|程序", "rival-1=a program|程序", "doctor=a doctor|医生")


@pytest.fixture
def files(tmp_path):
    """Predictions of two systems to questions in two languages; some name themselves, one is empty, one not asked."""
    paths = []
    for system in ("tuned", "rival-1"):
        rows = []
        for number in range(ROWS):
            zh = number % 3 == 0
            question = (
                f"第{number}天，膝盖疼，看哪个科的doctor？" if zh else f"My knee hurts, day {number}. Which doctor?"
            )
            reply = f"我是人工智能助手，请休息{number}天。" if zh else f"Rest {number} days. I am Rival 1."
            rows.append(
                Prediction(
                    f"made:up:{number}",
                    system,
                    "zh" if zh else "en",
                    "question-answer",
                    question,
                    "请休息。" if zh else "Hello, Welcome to Chat Doctor forum. Rest, and see a doctor.",
                    {("tuned", 4): "", ("tuned", 5): None}.get((system, number), reply),
                    department=("orthopaedics", "surgery")[number % 2],
                )
            )
        paths.append(tmp_path / system)
        paths[-1].mkdir()
        write_predictions(paths[-1] / "predictions.parquet", rows)
    return paths


def create(tmp_path, files, **choices):
    given = {"predictions": files, "raters": ["Ann:en", "李:zh", "Bo"], "items": 9, "reference": "doctor"} | choices
    return create_study(tmp_path / "knees.study", Choices(**given))


def test_a_study_of_two_systems_and_the_true_replies(tmp_path, files):
    created = create(tmp_path, files, who=WHO, items=29)
    study = created.study
    items = study.items()
    answers = [item for item in items if item.kind == "item"]
    assert len(answers) == 29 * 3
    assert {item.row_id for item in answers} == {f"made:up:{n}" for n in range(ROWS)} - {"made:up:5"}
    assert "1 of 30 rows are left out" in "\n".join(created.notes)
    repeats = [item for item in items if item.kind == "repeat"]
    by_id = {item.id: item for item in items}
    assert len(repeats) == 9
    for repeat in repeats:
        original = by_id[repeat.repeat_of]
        assert (repeat.answer, repeat.system, repeat.row_id) == (original.answer, original.system, original.row_id)
    empty = [item for item in answers if item.row_id == "made:up:4" and item.system == "tuned"]
    assert [item.answer for item in empty] == ["(no answer)"]
    truth = next(item for item in answers if item.system == "doctor" and item.language == "en")
    assert truth.answer == "Hello, Rest, and see a doctor."
    assert [rater.language for rater in study.raters()] == ["en", "zh", "en"]
    assert {(label.en, label.zh) for label in study.labels()} == {("a program", "程序"), ("a doctor", "医生")}
    assert study.options.ask_who_wrote
    study.close()


def test_no_answer_names_a_system_and_no_id_tells_one(tmp_path, files):
    study = create(tmp_path, files).study
    for rater in study.raters():
        shown = repr([study.item_for(rater.id, place.position) for place in study.positions(rater.id)]).lower()
        assert not [word for word in ("tuned", "rival", "chat doctor", "人工智能", "made:up", "gold") if word in shown]
    ids = [item.id for item in study.items()]
    assert all(len(item) == 32 and int(item, 16) >= 0 for item in ids)
    # An order in the file, by row or system, would be a hint.
    systems = [item.system for item in sorted(study.items(), key=lambda item: item.id)]
    assert systems != sorted(systems)
    study.close()


def test_the_same_seed_samples_the_same_questions(tmp_path, files):
    chosen = []
    for place, seed in enumerate((3, 3, 4)):
        (tmp_path / str(place)).mkdir()
        study = create(tmp_path / str(place), files, seed=seed).study
        chosen.append(({item.row_id for item in study.items()}, {item.id for item in study.items()}))
        study.close()
    assert chosen[0][0] == chosen[1][0] != chosen[2][0]
    assert not chosen[0][1] & chosen[1][1]


def test_languages_and_departments_keep_their_shares(tmp_path, files):
    created = create(tmp_path, files, items=12, stratify=("language", "department"))
    strata = [item.stratum for item in created.study.items() if item.kind == "item" and item.system == "doctor"]
    assert len(strata) == 12
    assert strata.count("zh · orthopaedics") == strata.count("zh · surgery") == 2
    assert "sampled by language and department: en · orthopaedics 4 of 10" in created.notes[2]
    created.study.close()


def test_the_difference_to_see_decides_the_number(tmp_path, files):
    created = create(tmp_path, files, items=None, difference=0.8, repeats=0)
    assert len(created.study.items()) == questions_for(Design(systems=3, raters=3), 0.8) * 3
    created.study.close()
    with pytest.raises(ValueError, match="items are asked for, but only 29 rows can be rated"):
        create_study(
            tmp_path / "other.study",
            Choices(predictions=files, raters=["Ann"], difference=0.1, reference="doctor"),
        )
    assert not (tmp_path / "other.study").exists()


def test_gold_items_are_masked_and_known_to_the_store_only(tmp_path, files):
    gold = tmp_path / "gold.csv"
    axes = "information_security,user_guidance"
    lines = [f"language,question,answer,{axes}", "en,Twenty pills?,ChatGPT says thirty.,0,0|1", "zh,感冒了,多喝水。,,2"]
    gold.write_text("\n".join(lines), encoding="gb18030")
    study = create(tmp_path, files, gold=gold).study
    items = {item.question: item for item in study.items() if item.kind == "gold"}
    assert items["Twenty pills?"].answer == "[…] says thirty."
    assert items["Twenty pills?"].expected == {"information_security": [0], "user_guidance": [0, 1]}
    assert items["感冒了"].expected == {"user_guidance": [2]}
    study.save_score(1, items["感冒了"].id, "user_guidance", 1)
    assert [score.expected for score in study.scores(even_unlocked=True)] == [(2,)]
    study.close()


def test_gold_items_that_are_wrong_are_told_at_once(tmp_path, files):
    lines = ["language,question,answer,information_security", "en,Q?,A.,", "fr,,A.,5", "en,Q?,A.,0,extra"]
    (tmp_path / "gold.csv").write_text("\n".join(lines))
    with pytest.raises(ValueError, match="row 1: no right score") as error:
        create(tmp_path, files, gold=tmp_path / "gold.csv")
    for part in (
        "row 2: no text in `question`",
        "`language` is 'fr'",
        "is '5'; 0, 1, 2",
        "row 3: wrong number of cells",
    ):
        assert part in str(error.value)


def test_choices_that_do_not_fit_are_told_at_once(tmp_path, files):
    with pytest.raises(ValueError, match="give --items, or") as error:
        create(
            tmp_path,
            files,
            difference=0.2,
            name="Tuned against the rest",
            stratify=["age"],
            show_reference=True,
            raters=["Ann", "Ann:zh", " :en"],
            who=["tuned=a|b", "nobody=x", "doctor="],
        )
    for part in (
        "--stratify age",
        "shown to raters and names tuned",
        "--show-reference",
        "two are called Ann",
        "a name is empty",
        "--who 'nobody=x'",
        "--who 'doctor='",
        "no label for rival-1, doctor",
    ):
        assert part in str(error.value), part
    assert not list(tmp_path.glob("*.study"))


def test_a_study_is_not_overwritten(tmp_path, files):
    create(tmp_path, files).study.close()
    before = (tmp_path / "knees.study").read_bytes()
    with pytest.raises(FileExistsError, match="never overwritten"):
        create(tmp_path, files)
    assert (tmp_path / "knees.study").read_bytes() == before


def test_names_of_raters_may_hold_a_colon():
    assert parse_rater("Dr. A: b", "en") == NewRater("Dr. A: b", "en")
    assert parse_rater("王芳:zh", "en") == NewRater("王芳", "zh")


def test_the_study_opens_again_with_what_it_was_made_of(tmp_path, files):
    create(tmp_path, files, end_on_unacceptable=True, repeat_gap=2, name="Knees?").study.close()
    with Study.open(tmp_path / "knees.study") as study:
        assert (study.name, study.options.end_on_unacceptable, study.options.repeat_gap) == ("Knees?", True, 2)
        assert study.systems() == ["doctor", "rival-1", "tuned"]
