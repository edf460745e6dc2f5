from medtune.recipe.units import counted


def test_one_is_no_plural():
    assert [counted(number, "row") for number in (0, 1, 2000)] == ["0 rows", "1 row", "2,000 rows"]
    assert [counted(number, "epoch") for number in (0.5, 1.0, 2.0, 2.5)] == [
        "0.5 epochs",
        "1 epoch",
        "2 epochs",
        "2.5 epochs",
    ]
    assert counted(1, "repository", "repositories") == "1 repository"
    assert counted(3, "repository", "repositories") == "3 repositories"
