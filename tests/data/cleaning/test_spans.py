from medtune.data.cleaning.quality import Options, Quality
from medtune.data.cleaning.spans import lower, searchable
from medtune.data.records import Record


def test_lower_case_keeps_the_length():
    assert lower("Dr. SMITH") == "dr. smith"
    # In lower case this letter is two characters; the others are still found.
    assert lower("İzmir, Dr. SMITH") == "İzmir, dr. smith"
    assert searchable("ＣＴ检查") == "ct检查"


def test_a_letter_that_lower_case_lengthens_hides_no_product_name():
    record = Record("1", "s", "en", "question-answer", description="I flew to İzmir.", reply="İ asked CHATDOCTOR.")
    assert Quality(Options())(record) == "answer overwritten by a product's name"
