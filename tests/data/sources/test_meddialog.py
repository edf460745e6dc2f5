"""One invented consultation for every layout of MedDialog, in the years' own forms."""

import gzip
import tracemalloc

import pytest

from medtune.data.records import Record, Rejected, Turn
from medtune.data.sources.meddialog import LONGEST, read


def write(tmp_path, text, name="2020.txt", encoding="utf-8"):
    file = tmp_path / name
    file.write_bytes(text.encode(encoding))
    return str(file)


def read_one(tmp_path, text, task="triage", **options):
    (record,) = read(write(tmp_path, text, **options), task)
    return record


LAYOUT_2020 = """id=4
https://www.example.org/4.htm

Doctor faculty
江南市第三医院  骨科  

Description
疾病： 
膝盖疼
病情描述： 
下楼梯时膝盖疼，已经两周。
蹲下去更疼。
希望获得的帮助： 
要不要拍片子
怀孕情况： 未怀孕
患病多久： 一月内
已就诊医院及科室： 江南市社区门诊 全科
用药情况： 布洛芬
过敏史： 青霉素（2020-03-27填写）
既往病史： 无（2020-03-27填写）

Dialogue
医生：
你好，膝盖肿了吗？
医生：
走路时疼不疼？
病人：
不肿，
走平路不疼。
医生：
先拍个片子。

Diagnosis and suggestions
病情摘要及初步印象：
膝关节炎？
总结建议：
少爬楼，拍片复查。


"""


def test_2020(tmp_path):
    record = read_one(tmp_path, LAYOUT_2020)
    assert record == Record(
        id="meddialog:2020.txt:4",
        source="meddialog",
        language="zh",
        task="triage",
        turns=[
            Turn("doctor", "你好，膝盖肿了吗？"),
            Turn("doctor", "走路时疼不疼？"),
            Turn("patient", "不肿，\n走平路不疼。"),
            Turn("doctor", "先拍个片子。"),
        ],
        description="下楼梯时膝盖疼，已经两周。\n蹲下去更疼。",
        disease="膝盖疼",
        department="骨科",
        reply="你好，膝盖肿了吗？\n走路时疼不疼？",
        group="meddialog:2020.txt:4",
        meta={
            "url": "https://www.example.org/4.htm",
            "hospital": "江南市第三医院",
            "help_wanted": "要不要拍片子",
            "pregnancy": "未怀孕",
            "duration": "一月内",
            "visited": "江南市社区门诊 全科",
            "medication": "布洛芬",
            "allergies": "青霉素",
            "history": "无",
            "diagnosis_summary": "膝关节炎？",
            "advice": "少爬楼，拍片复查。",
        },
    )


def test_2018_values_on_the_label_line_without_faculty(tmp_path):
    text = (
        "id=9\nhttps://www.example.org/9.htm\n\nDescription\n疾病： 口腔溃疡\n"
        "病情描述： 嘴里起泡五天\n希望获得的帮助： 用什么药\n\n"
        "Dialogue\n病人：\n还流口水\n医生：\n多喝水\n\n\n"
    )
    record = read_one(tmp_path, text, name="2018.txt")
    assert (record.department, record.disease, record.description) == (None, "口腔溃疡", "嘴里起泡五天")
    assert record.reply == "多喝水"
    assert "hospital" not in record.meta


def test_2013_values_on_the_label_line(tmp_path):
    text = (
        "id=1\nhttps://www.example.org/1.htm\n\nDoctor faculty\n河东医院 眼科\n\n"
        "Description\n疾病： 眼干\n病情描述： 看屏幕久了眼睛干涩\n患病时长： 两年\n想得到怎样的帮助： 买哪种眼药水\n\n"
        "Dialogue\n医生：\n先查泪液\n"
    )
    record = read_one(tmp_path, text, name="2013.txt")
    assert (record.department, record.disease, record.description) == ("眼科", "眼干", "看屏幕久了眼睛干涩")
    assert record.meta["duration"] == "两年"
    assert record.meta["help_wanted"] == "买哪种眼药水"


def test_2012_blank_lines_inside_the_description(tmp_path):
    text = (
        "id=7\nhttps://www.example.org/7.htm\n\nDoctor faculty\n河东医院 皮肤科\n\nDescription\n疾病：\n湿疹\n\n"
        "病情描述（发病时间、主要症状、就诊医院等）：\n小腿起疹子\n\n晚上痒得厉害\n\n治疗情况：\n擦过药膏\n病史：\n父亲也有想得到怎样的帮助：怎么止痒\n\n"
        "Dialogue\n医生：\n别用热水洗\n"
    )
    record = read_one(tmp_path, text, name="2012.txt")
    assert record.disease == "湿疹"
    assert record.description == "小腿起疹子\n晚上痒得厉害"
    assert record.meta["treatment"] == "擦过药膏"
    assert record.meta["history"] == "父亲也有"
    assert record.meta["help_wanted"] == "怎么止痒"


def test_2011_value_below_its_label(tmp_path):
    text = (
        "id=3\nhttps://www.example.org/3.htm\n\nDoctor faculty\n河东医院 儿科\n\nDescription\n疾病：\n夜啼\n"
        "病情描述（发病时间、主要症状、就诊医院等）：\n孩子八个月，半夜哭\n曾经治疗情况和效果：\n没看过\n想得到怎样的帮助：\n\n\n"
        "Dialogue\n医生：\n白天睡多久？\n"
    )
    record = read_one(tmp_path, text, name="2011.txt", encoding="gb2312")
    assert (record.disease, record.description) == ("夜啼", "孩子八个月，半夜哭")
    assert record.meta["treatment"] == "没看过"
    assert "help_wanted" not in record.meta


@pytest.mark.parametrize(
    "form",
    [
        "疾病：耳鸣 内容：病情描述（发病时间、主要症状、就诊医院等）：耳朵响半年"
        "曾经治疗情况和效果：吃过维生素想得到怎样的帮助:能不能治好",
        "疾病：耳鸣 内容：病情描述（发病时间）：耳朵响半年曾经治疗情况和效果:吃过维生素想获得的帮助：能不能治好",
        "疾病：耳鸣 内容:耳朵响半年曾经治疗情况和效果：吃过维生素想得到怎样的帮助：能不能治好化验、检查结果：",
        "疾病：耳鸣病情描述（发病时间）：耳朵响半年曾经治疗情况和效果：吃过维生素想得到怎样的帮助：能不能治好",
    ],
)
def test_2010_labels_run_together(tmp_path, form):
    text = f"id=2\n\nDoctor faculty\n河东医院 耳鼻喉科\n\nDescription\n{form}\n\nDialogue\n医生：\n要查听力\n"
    record = read_one(tmp_path, text, name="2010.txt", encoding="gb18030")
    assert (record.disease, record.description) == ("耳鸣", "耳朵响半年")
    assert record.meta["treatment"] == "吃过维生素"
    assert record.meta["help_wanted"] == "能不能治好"
    assert "examination" not in record.meta


def test_2010_laboratory_results(tmp_path):
    text = "id=2\n\nDescription\n疾病：贫血 内容：头晕化验、检查结果：血红蛋白90\n\nDialogue\n医生：\n补铁\n"
    assert read_one(tmp_path, text).meta["examination"] == "血红蛋白90"


def test_english(tmp_path):
    text = (
        "id=1\nhttps://www.example.org/1\n\nDescription\nQ. My knee clicks when I climb stairs. Why?\n\n"
        "Dialogue\nPatient:\nHi doctor,\nit clicks.\nNo pain.\nDoctor:\nHello. Clicking without pain\nis harmless.\n\n"
    )
    record = read_one(tmp_path, text)
    assert record.language == "en"
    assert record.description == "Q. My knee clicks when I climb stairs. Why?"
    assert record.turns == [
        Turn("patient", "Hi doctor,\nit clicks.\nNo pain."),
        Turn("doctor", "Hello. Clicking without pain\nis harmless."),
    ]


def test_dialogue_goes_on_after_the_diagnosis(tmp_path):
    text = LAYOUT_2020.rstrip() + "\n\nDialogue\n病人：\n片子拍好了\n医生：\n没有骨折\n"
    record = read_one(tmp_path, text)
    assert [turn.text for turn in record.turns[-2:]] == ["片子拍好了", "没有骨折"]
    assert record.meta["advice"] == "少爬楼，拍片复查。"


def test_no_dialogue_and_only_the_patient(tmp_path):
    head = "id=1\n\nDescription\n疾病： 脚麻\n病情描述： 左脚麻三天\n"
    alone = read_one(tmp_path, head)
    assert (alone.turns, alone.reply) == ([], None)
    patient = read_one(tmp_path, head + "\nDialogue\n病人：\n有人吗\n")
    assert (patient.turns, patient.reply) == ([Turn("patient", "有人吗")], None)


def test_empty_fields_and_empty_turns(tmp_path):
    text = (
        "id=1\n\nDescription\n疾病： \n未填写\n病情描述： 牙龈出血\n希望获得的帮助：\n\n过敏史： \n\n"
        "Dialogue\n病人：\n真情寄语：\n\n\n医生：\n\n病人：\n真情寄语： 谢谢您\n医生：\n洗牙\n"
    )
    record = read_one(tmp_path, text)
    assert record.disease is None
    assert record.meta == {}
    assert record.turns == [Turn("patient", "真情寄语： 谢谢您"), Turn("doctor", "洗牙")]


def test_description_falls_back_on_the_patients_first_words(tmp_path):
    text = "id=1\n\nDialogue\n病人：\n手抖\n病人：\n一个月了\n医生：\n喝咖啡吗\n"
    assert read_one(tmp_path, text).description == "手抖\n一个月了"


def test_a_salutation_is_no_speaker(tmp_path):
    text = "id=1\n\nDescription\n病情描述： 打嗝\n\nDialogue\n病人：\n医生：您好，我打嗝不停\n医生：\n多久了\n"
    record = read_one(tmp_path, text)
    assert record.turns == [Turn("patient", "医生：您好，我打嗝不停"), Turn("doctor", "多久了")]


def test_speakers_on_the_line_of_their_words(tmp_path):
    text = "id=1\n\nDescription\n病情描述： 打嗝\n\nDialogue\n病人：还在打嗝\n医生：憋气试试\n"
    assert read_one(tmp_path, text).turns == [Turn("patient", "还在打嗝"), Turn("doctor", "憋气试试")]


@pytest.mark.parametrize("blank", ["\u3000\u3000", "\xa0", "\t "])
def test_lines_indented_with_blanks_of_any_width(tmp_path, blank):
    text = LAYOUT_2020.replace("\n", f"\n{blank}").replace(f"{blank}id=", "id=")
    assert read_one(tmp_path, text) == read_one(tmp_path, LAYOUT_2020)


def test_a_file_joined_from_files_with_byte_order_marks(tmp_path):
    marked = "\ufeff" + LAYOUT_2020
    records = list(read(write(tmp_path, marked + marked.replace("id=4", "id=5"))))
    assert [record.id for record in records] == ["meddialog:2020.txt:4", "meddialog:2020.txt:5"]
    assert records[0].turns == records[1].turns


def test_short_labels_inside_the_patients_text_are_text(tmp_path):
    text = "id=1\n\nDescription\n病情描述： 化验单写着疾病：待查，病史：不详\n希望获得的帮助： 看看\n"
    assert read_one(tmp_path, text).description == "化验单写着疾病：待查，病史：不详"


def test_form_that_the_export_puts_into_the_dialogue(tmp_path):
    text = (
        "id=1\n\nDescription\n疾病： 咽痛\n\nDialogue\n病人：\n口干\n"
        "病情描述： 嗓子疼四天\n过敏史： 花粉（2020-03-01填写）\n\n"
        "Dialogue\n病人：\n【手术】：阑尾切除（2019-05-02填写）\n医生：\n张嘴看看\n"
    )
    record = read_one(tmp_path, text)
    assert (record.disease, record.description) == ("咽痛；口干", "嗓子疼四天")
    assert record.meta["allergies"] == "花粉\n【手术】：阑尾切除"
    assert record.turns == [Turn("doctor", "张嘴看看")]


def test_first_message_below_the_form_is_the_doctors(tmp_path):
    form = "id=1\n\nDescription\n病情描述： 腰酸\n既往病史： 无（2020-03-01填写）\n{}\n\nDialogue\n病人：\n坐着更酸\n"
    record = read_one(tmp_path, form.format("坐着酸还是站着酸？： "))
    assert record.turns == [Turn("doctor", "坐着酸还是站着酸？"), Turn("patient", "坐着更酸")]
    assert (record.reply, record.meta["history"]) == ("坐着酸还是站着酸？", "无")
    notice = read_one(tmp_path, form.format("医生给患者打电话患者未接听： "))
    assert (notice.reply, notice.meta["note"]) == (None, "医生给患者打电话患者未接听")


def test_prescription_card_is_no_utterance(tmp_path):
    text = (
        "id=1\n\nDescription\n病情描述： 鼻塞\n\nDialogue\n医生：\n给你开药了\n疾病诊断： 鼻炎\n药品： 生理海水\n\n"
        "Dialogue\n病人：\n收到\n"
    )
    record = read_one(tmp_path, text)
    assert [turn.text for turn in record.turns] == ["给你开药了", "收到"]
    assert record.meta["prescription"] == "疾病诊断： 鼻炎\n药品： 生理海水"


def test_check_in_form_and_appointment(tmp_path):
    text = "id=1\n\nDescription\n预约医生： 某某\n\nDescription\n疾病： 落枕\n病情描述： 脖子转不动\n"
    record = read_one(tmp_path, text)
    assert (record.disease, record.description) == ("落枕", "脖子转不动")
    assert record.meta["visit"] == "预约医生：某某"


FOLLOW_UP = (
    "id=1\n\nDescription\n疾病： 荨麻疹\n病情描述： 起风团\n\nDialogue\n医生：\n吃过什么\n\n"
    "Description\n疾病： {}\n病情描述： 又起了\n\nDialogue\n医生：\n再吃一周药\n"
)


def test_follow_up_visit_goes_on_in_the_dialogue(tmp_path):
    record = read_one(tmp_path, FOLLOW_UP.format("荨麻疹"))
    assert record.description == "起风团"
    assert record.turns == [Turn("doctor", "吃过什么"), Turn("patient", "又起了"), Turn("doctor", "再吃一周药")]
    assert record.reply == "吃过什么"
    assert record.meta["other_forms"] == "疾病： 荨麻疹\n病情描述： 又起了"


def test_another_patient_under_the_same_id_is_set_aside(tmp_path):
    record = read_one(tmp_path, FOLLOW_UP.format("骨折"))
    assert record.turns == [Turn("doctor", "吃过什么")]
    assert "再吃一周药" in record.meta["other_consultations"]


def test_form_broken_off_by_a_further_heading(tmp_path):
    text = (
        "id=1\n\nDescription\n疾病： 鼻塞\n病情描述： 鼻子不通\n\nDescription\n夜里打鼾\n希望获得的帮助： 要手术吗\n\n"
        "Dialogue\n医生：\n做个鼻镜\n"
    )
    record = read_one(tmp_path, text)
    assert record.description == "鼻子不通\n夜里打鼾"
    assert record.meta == {"help_wanted": "要手术吗"}
    assert record.turns == [Turn("doctor", "做个鼻镜")]


def test_earlier_form_without_complaint_is_kept(tmp_path):
    text = "id=1\n\nDescription\n疾病名称： 旧伤\n\nDescription\n疾病： 腕痛\n病情描述： 手腕疼\n"
    record = read_one(tmp_path, text)
    assert (record.disease, record.meta["other_forms"]) == ("腕痛", "disease: 旧伤")


def test_reply_comes_after_the_description(tmp_path):
    text = (
        "id=1\n\nDescription\n报到来源： 门诊\n\nDialogue\n医生：\n欢迎报到\n\n"
        "Description\n病情描述： 失眠\n\nDialogue\n病人：\n三天没睡\n医生：\n喝茶吗\n"
    )
    assert read_one(tmp_path, text).reply == "喝茶吗"


def test_repeated_sections_count_once(tmp_path):
    body = LAYOUT_2020.split("\n", 1)[1]
    once, twice = read_one(tmp_path, LAYOUT_2020), read_one(tmp_path, f"id=4\n{body}{body}")
    assert (twice.turns, twice.reply) == (once.turns, once.reply)
    assert "other_forms" not in twice.meta


@pytest.mark.parametrize(
    ("faculty", "hospital", "department"),
    [
        ("某省某市人民医院  产科  ", "某省某市人民医院", "产科"),
        ("甲医院  全科  乙医院  儿科  ", "甲医院 全科 乙医院", "儿科"),
        ("产科", None, "产科"),
        ("某市人民医院", "某市人民医院", None),
        ("", None, None),
    ],
)
def test_faculty(tmp_path, faculty, hospital, department):
    record = read_one(tmp_path, f"id=1\n\nDoctor faculty\n{faculty}\n\nDescription\n病情描述： 孕吐\n")
    assert (record.meta.get("hospital"), record.department) == (hospital, department)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb2312", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encodings_and_line_ends(tmp_path, encoding, newline):
    text = LAYOUT_2020.replace("\n", newline)
    expected = read_one(tmp_path, LAYOUT_2020)
    assert read_one(tmp_path, text, encoding=encoding) == expected


def test_gzip_whatever_the_name(tmp_path):
    expected = read_one(tmp_path, LAYOUT_2020)
    for name in ("2020.txt", "2020.txt.gz"):
        file = tmp_path / name
        file.write_bytes(gzip.compress(LAYOUT_2020.encode("gb18030")))
        (record,) = read(str(file))
        assert record.turns == expected.turns
        file.unlink()


def test_each_file_of_a_folder_in_its_own_encoding(tmp_path):
    for year, encoding in (("2011", "gb18030"), ("2019", "utf-8-sig"), ("2020", "utf-8")):
        write(tmp_path, LAYOUT_2020, f"{year}.txt", encoding)
    records = list(read(str(tmp_path)))
    assert [record.id for record in records] == [f"meddialog:{year}.txt:4" for year in ("2011", "2019", "2020")]
    assert {record.description for record in records} == {"下楼梯时膝盖疼，已经两周。\n蹲下去更疼。"}


def test_ids_are_unique(tmp_path):
    blocks = "".join(f"id={number}\n\nDescription\n病情描述： 咳\n\n" for number in (1, 2, 2, 5, 4, 5, 6))
    ids = [record.id.removeprefix("meddialog:2020.txt:") for record in read(write(tmp_path, blocks))]
    assert ids == ["1", "2", "2@3", "5", "4@5", "5@6", "6"]


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        (b"id=1\n\n\n", ["empty consultation"]),
        ("id=1\n随便写的\n".encode(), ["no section heading"]),
        ("id=1\n\nDoctor faculty\n甲医院 产科\n\nDescription\n\n".encode(), ["no description and no dialogue"]),
        ("目录\nid=1\n\n".encode(), ["text before the first id", "empty consultation"]),
        ("没有编号的文件".encode(), ["text before the first id"]),
        (
            "id=1\n\nDescription\n病情描述： 咳".encode() + b"\xff\xfe\n" + "咳咳咳咳咳咳咳咳\n".encode(),
            ["undecodable bytes"],
        ),
        (b"\xef\xbb\xbf\n\n", []),
        (b"", []),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_text(tmp_path, text, reasons):
    file = tmp_path / "2020.txt"
    file.write_bytes(text)
    rejected = list(read(str(file)))
    assert all(isinstance(piece, Rejected) for piece in rejected)
    assert [piece.reason for piece in rejected] == reasons


def test_endless_text_is_cut_and_reading_goes_on(tmp_path):
    text = "id=1\n" + "咳" * (LONGEST // 3 + 10_000_000) + "\n" + LAYOUT_2020
    pieces = list(read(write(tmp_path, text)))
    assert {piece.reason for piece in pieces[:-1]} == {"longer than 8 MiB"}
    assert sum(piece.text.count("咳") for piece in pieces[:-1]) >= LONGEST // 3 + 10_000_000 - 2 * len(pieces)
    assert pieces[-1].department == "骨科"
    assert len({piece.id for piece in pieces}) == len(pieces)


def test_memory_does_not_grow_with_the_file(tmp_path):
    def peak(repeats):
        file = write(tmp_path, "".join(LAYOUT_2020.replace("id=4", f"id={i}") for i in range(repeats)))
        tracemalloc.start()
        assert sum(1 for _ in read(file)) == repeats
        memory = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return memory

    small, large = peak(1_500), peak(7_500)  # 1.2 and 6 MB
    assert large < 1.5 * small
    assert large < 8_000_000


WHOLE = """id=1

Description
疾病： 湿疹
病情描述： 手背起疹，很痒。
希望获得的帮助： 怎么治

Dialogue
医生：
多久了？
病人：
两周。
医生：
先别碰洗洁精。
"""


def test_whole_dialogues_begin_with_the_complaint(tmp_path):
    record = read_one(tmp_path, WHOLE, task="dialogue")
    assert record.task == "dialogue"
    assert record.turns == [
        Turn("patient", "手背起疹，很痒。"),
        Turn("doctor", "多久了？"),
        Turn("patient", "两周。"),
        Turn("doctor", "先别碰洗洁精。"),
    ]
    assert (record.description, record.reply) == ("手背起疹，很痒。", "多久了？")
    exchange = read_one(tmp_path, WHOLE, task="question-answer")
    assert (exchange.task, exchange.description, exchange.reply) == ("question-answer", "手背起疹，很痒。", "多久了？")
    assert exchange.turns == record.turns[1:]


def test_whole_dialogues_say_the_complaint_once(tmp_path):
    spoken = WHOLE.replace("Dialogue\n", "Dialogue\n病人：\n手背起疹，很痒。\n")
    assert len(read_one(tmp_path, spoken, task="dialogue").turns) == 4
    without_form = spoken.replace("病情描述： 手背起疹，很痒。\n", "")
    assert len(read_one(tmp_path, without_form, task="dialogue").turns) == 4
