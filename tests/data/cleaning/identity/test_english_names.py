import pytest

from medtune.data.cleaning.anonymize import anonymize
from medtune.data.cleaning.identity.name_lexicon import first_names, plain, surnames


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("please forward this to Emily Watson", "please forward this to [person1]"),
        ("Peter Webster's test came back", "[person1]'s test came back"),
        ("Karina de la Cruz called", "[person1] called"),
        ("José Núñez, Mary O'Neill and Ann Smith-Jones", "[person1], [person2] and [person3]"),
        ("T. Hernandez signed, J.K. Wilson too", "[person1] signed, [person2] too"),
        ("I go by LAURA GORDON", "I go by [person1]"),
        ("my son michael jackson has a cold", "my son [person1] has a cold"),
        ("CLINE, Donna was seen", "[person1] was seen"),
        ("Drs. Jenkins and Miller agreed", "Drs. [doctor1] and [doctor2] agreed"),
        ("thx dr. smith, nurse gonzalez helped", "thx dr. [doctor1], nurse [doctor2] helped"),
        ("DR WHITE SAID WAIT", "DR [doctor1] SAID WAIT"),
        ("all the best\n— Jessica", "all the best\n— [person1]"),
        (
            "my husband Siobhan snores, my friend, Kayla, too",
            "my husband [patient1] snores, my friend, [patient2], too",
        ),
        ("Farhan is 11 months old", "[person1] is 11 months old"),
        ("Fiona Rahman Jr. and Lindqvist, Vikram", "[person1] and [person2]"),
        ("Mr. petrossian is 55, Dr. kulkarni's plan", "Mr. [person1] is 55, Dr. [doctor1]'s plan"),
        ("Hi Harpreet. Our little Kwame has had a fever", "Hi [patient1]. Our little [patient2] has had a fever"),
        ("Yusuf is taking iron, Aoife's cough is better", "[person1] is taking iron, [person2]'s cough is better"),
        ("Speech therapist: Chinedu Okoro", "Speech therapist: [doctor1]"),
        ("heather cole, rn; Wulan Sihombing, DOB 3 May 1980", "[doctor1], rn; [patient1], DOB [birth]"),
        ("Baby Foster was born early, Dr. min-ji park (ENT)", "Baby [patient1] was born early, Dr. [doctor1] (ENT)"),
        ("Samantha here, writing again", "[person1] here, writing again"),
    ],
)
def test_names_are_masked_in_whatever_form(text, masked):
    assert anonymize(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "Down Syndrome, Crohn Disease, Robert Jones bandage, Miller Fisher variant",
        "Will Tylenol help? May Day. Grace Period. Rocky Mountain spotted fever",
        "Dr Pepper twice a day, the doctor said so, doctor back from leave, sir please help",
        "I am Black and tan badly; they call me anxious",
        "an insect named Neotriba, 20 ms long, Santa Cruz Biotechnology, Dr. ordered and waited",
        "Patient:\nJ Clin Oncol 2014;41:1677. Ann Surg 2001. Tab Ecosprin 75 mg, Braxton Hicks contractions",
        "Yasmin is a pill, Charlotte has good hospitals, Monte Carlo, Max Planck, little Tylenol, baby Aspirin",
        "Aloe Vera gel, Candida Albicans, Thomas Jefferson University",
    ],
)
def test_words_that_are_names_elsewhere_stay(text):
    assert anonymize(text).text == text


def test_the_lexicon_knows_names_and_leaves_words_out():
    assert {"emily", "rahul", "jose"} <= first_names()
    assert {"webster", "hernandez", "krishnamurthy"} <= surnames()
    assert not {"will", "may", "the", "pain"} & (first_names() | surnames())
    assert plain("O'Néill-Łukasik") == "oneill-lukasik"
