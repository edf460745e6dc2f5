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


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Myself Priyanka from Pune, I have acidity", "Myself [person1] from Pune, I have acidity"),
        ("hi its brenda from last week", "hi its [person1] from last week"),
        ("Linda, your labs look fine", "[person1], your labs look fine"),
        ("Thanks for explaining everything, Derek.", "Thanks for explaining everything, [person1]."),
        ("my twins Noah and Emma both have it", "my twins [person1] and [person2] both have it"),
        ("my husband Mark thinks it is gout", "my husband [person1] thinks it is gout"),
        ("my coworker Jianhong swears by it", "my coworker [person1] swears by it"),
        ("Sister Mehta on the ward helped", "Sister [person1] on the ward helped"),
        ("Baby Nguyen, born at 34 weeks", "Baby [patient1], born at 34 weeks"),
        ("I live at Flat no 12, Rose Court, Pune 411001", "I live at [address]"),
        ("ask for Denise at reception", "ask for [person1] at reception"),
    ],
)
def test_people_who_are_spoken_to_or_of_in_other_ways_are_masked(text, masked):
    assert anonymize(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "Patient: Boxing Day I had pain",
        "Patient: Tylenol Arthritis, then nothing",
        "does sweet basil lower blood pressure",
        "my baby tylenol dose",
        "Honestly, I am scared",
        "my sister may be pregnant",
        "the nurse line, 9 to 5",
        "born with jaundice in the winter",
    ],
)
def test_things_in_their_places_stay(text):
    assert anonymize(text).text == text
