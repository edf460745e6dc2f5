import pytest

from medtune.data.cleaning.anonymize import anonymize


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Hello raymond! That sounds like a sprain.", "Hello [person1]! That sounds like a sprain."),
        ("Many thanks for the quick reply,\nKeith", "Many thanks for the quick reply,\n[person1]"),
        ("My therapist Samuel suggested a diary", "My therapist [person1] suggested a diary"),
        ("my little girl priya has a rash", "my little girl [person1] has a rash"),
        ("my father-in-law Molly Walker has a cough", "my father-in-law [person1] has a cough"),
        ("I go by Becky.", "I go by [person1]."),
    ],
)
def test_a_first_name_is_masked_where_somebody_is_greeted_or_spoken_of(text, masked):
    assert anonymize(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for your help. My son has a fever",
        "my doctor suggested Allegra",
        "my wife will need surgery",
        "Hello doctor, I have pain",
        "mild MR. Symptoms started in May",
        "registered at ClinicalTrials.gov",
        "UPC 019022692777 on the bottle",
    ],
)
def test_other_words_there_are_no_names(text):
    assert anonymize(text).text == text
