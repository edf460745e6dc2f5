"""Invented people, numbers and places of the third kept part. Rule authors do not read this file.

Surnames follow their rank (Zipf); given names are built as they are in the generations that consult a doctor, or taken
from the lists of one country, so that common and rare names come as often as they do among patients.
"""

from random import Random

from faker import Faker

from planted import identities as make
from planted.templates import words

# In order of frequency in mainland China; the weight of a rank is 1 / (rank + 3).
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷段龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊兰施洪季温俞章鲁"
    "葛伍申尤毕聂柴焦欧柳阮齐梅庄辛管祝左涂谷耿舒詹关苗费纪靳盛童凌项翁臧阎查窦倪甘卓骆滕柯池桂蓝冉褚娄戚岳屈房喻鲍游米"
    "卫安宁包裴牟麦景党迟占代"
)
# Alone before a title these may be read as another word (`向医生`, `时医生`, `管大夫`): no fair question.
NOT_ALONE = set(
    "向文武左成代任管关安宁常万方高项占查景党包白石金毛温池卓房米麦康齐易严洪季章纪费童谷梅兰盛迟于欧付牟辛"
)
COMPOUND = words("欧阳 欧阳 欧阳 上官 司马 诸葛 司徒 皇甫 慕容 尉迟 令狐 夏侯 公孙 东方")
FIRST_CHARS = {
    "older women": "秀桂淑玉凤爱春月素金翠荣惠菊彩",
    "older men": "建国志文德永福长振玉兴树庆金正学明宝",
    "women": "丽晓海红雪小艳春燕慧雅静文佳婷亚",
    "men": "建志伟海晓文俊永国立新少小明东振卫学",
    "young women": "佳雨梦思欣诗子雅嘉可语若梓怡一",
    "young men": "浩子宇俊嘉天文泽家博一梓明思皓",
}
SECOND_CHARS = {
    "older women": "英兰珍芳华梅云香琴荣芝珠娥花莲",
    "older men": "华明生林国祥山才贵义成发财田忠",
    "women": "霞萍丽娟红艳芳玲敏燕梅娜琴英洁",
    "men": "军强平辉峰涛波斌刚勇杰伟东林兵",
    "young women": "涵怡萱琪欣彤婷瑶妍洁雯悦钰颖宁",
    "young men": "轩宇豪杰涵泽然鹏辰睿博毅洋凡阳",
}
GIVEN_ONE = (
    "伟芳敏静丽强磊军洋勇艳杰涛超霞平刚辉玲斌丹萍鹏飞波凯梅琴雪晶莹倩健颖婷锋慧宇浩博琳燕红云俊兵帅旭亮洁毅佳楠璐"
)
MINORITY = words("""阿依古丽·买买提 古丽娜尔·艾合买提 艾尔肯·吐尔逊 迪丽努尔·阿布都热合曼 麦麦提·依明 次仁·央金
洛桑·扎西 旺姆 索朗次仁 乌云其木格 苏日娜 阿古达木 朝格吉勒图""")

MOBILES = words("""130 131 132 133 134 135 136 137 138 139 150 151 152 153 155 156 157 158 159 166 173 175 176
177 178 180 181 182 183 184 185 186 187 188 189 191 195 198 199""")
NICKS = words("""xiaoyu mama lulu tiantian xingfu fish star rainbow coco lily kitty cherry yangyang laowang
xiaolin kaixin nuannuan dudu feifei moon""")
PROVINCES = words("""广东省广州市天河区 广东省东莞市 广东省中山市 浙江省宁波市海曙区 浙江省温州市鹿城区
浙江省台州市椒江区 江苏省无锡市滨湖区 江苏省盐城市亭湖区 江苏省淮安市 山东省临沂市兰山区 山东省潍坊市奎文区
山东省烟台市芝罘区 河南省南阳市宛城区 河南省洛阳市涧西区 河南省驻马店市 河北省石家庄市长安区 河北省唐山市路北区
湖北省宜昌市西陵区 湖北省襄阳市樊城区 湖南省衡阳市蒸湘区 湖南省常德市武陵区 四川省绵阳市涪城区 四川省南充市顺庆区
安徽省芜湖市镜湖区 安徽省安庆市 福建省福州市仓山区 福建省泉州市丰泽区 江西省九江市浔阳区 辽宁省沈阳市和平区
辽宁省鞍山市铁东区 吉林省长春市朝阳区 黑龙江省大庆市萨尔图区 山西省太原市小店区 陕西省宝鸡市渭滨区
甘肃省兰州市城关区 云南省曲靖市麒麟区 贵州省贵阳市云岩区 广西柳州市鱼峰区 内蒙古呼和浩特市赛罕区
新疆乌鲁木齐市天山区 海南省海口市龙华区 北京市西城区 北京市昌平区 上海市徐汇区 上海市宝山区 天津市和平区
重庆市江北区 重庆市万州区""")
ROADS = words("""人民路 中山路 建设路 解放大道 和平路 新华路 文化路 北京路 南京路 黄河路 长江路 工业大道 朝阳街
兴隆街 学院路 健康路 西湖路 金沙江路 振兴路 光华街 红旗大街 平安大街 二环东路 滨江大道 万寿路 东风路 站前路""")
ESTATES = words("""万科城 恒大绿洲 保利花园 碧桂园 绿地世纪城 金地花园 阳光新城 盛世华庭 御景花园 滨江花园
中央公馆 香榭丽舍 锦绣江南 银河小区 梅园小区 教师新村 化工厂家属院 棉纺厂宿舍 幸福家园 天和苑""")
COUNTIES = words("""河南省固始县 安徽省临泉县 湖南省桃源县 四川省仁寿县 山东省莒县 江苏省沭阳县 河北省定州市
湖北省监利县 广西平南县 贵州省威宁县 云南省镇雄县 江西省余干县 陕西省蒲城县 甘肃省会宁县 福建省安溪县 浙江省苍南县""")
TOWNS = words("城郊乡 大河镇 张店镇 柳河镇 永安镇 青山镇 马庄乡 桥头镇 新店镇 龙门镇 西关街道 南湖街道 东城街道 沙河镇")
VILLAGES = words("王家庄 李庄村 大柳村 西街村 前程村 团结村 石桥村 东沟村 小营村 陈家湾 新建村 胜利村 杨家坪村 周家坝")
CITIES = words("""广州 深圳 宁波 温州 苏州 无锡 徐州 济南 青岛 临沂 郑州 洛阳 南阳 石家庄 唐山 武汉 宜昌 长沙
衡阳 成都 绵阳 合肥 安庆 福州 泉州 南昌 九江 沈阳 大连 长春 哈尔滨 太原 西安 兰州 昆明 贵阳 南宁 柳州 海口 银川 赤峰
运城 商丘 菏泽 襄阳 岳阳""")

# Given names and surnames by where people come from, and how often such people write to an English forum.
PEOPLE = {
    "United States": (
        30,
        words("""James Robert John Michael David William Mary Patricia Jennifer Linda Elizabeth Barbara Susan
Jessica Sarah Karen Lisa Nancy Ashley Kimberly Emily Donna Michelle Amanda Melissa Stephanie Brian Kevin Jason Ryan
Jacob Eric Brandon Tyler Aaron Adam Nathan Zachary Kyle Megan Rachel Heather Nicole Amber Brittany Danielle Crystal
Tiffany"""),
        words("""Smith Johnson Williams Brown Jones Davis Miller Wilson Anderson Thomas Taylor Moore Jackson
Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson
Baker Hall Campbell Mitchell Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook
Rogers Morgan Peterson Cooper Reed Bailey Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray Hughes
Price Myers Long Foster Sanders Ross Powell Sullivan Russell Jenkins Perry Butler Barnes Fisher Henderson Coleman
Simmons Patterson"""),
    ),
    "Britain and Ireland": (
        14,
        words("""Oliver George Harry Jack Charlie Alfie Stephen Andrew Ian Graham Neil Gary Alan Lynne Claire
Emma Gemma Laura Lucy Hayley Joanne Tracey Louise Kirsty Eilidh Rhys Gwen Aoife Niamh Sean Ciaran Margaret Jean
Doreen"""),
        words("""Davies Hughes Wood Walker Robinson Bell Shaw Palmer Webb Holmes Mason Knight Barker Bradley Fox
Hunt Lloyd Rees Griffiths Pritchard Macdonald Fraser Sinclair O'Brien O'Neill Byrne McCarthy Kavanagh Whitehead
Atkinson"""),
    ),
    "India": (
        24,
        words("""Amit Rahul Sandeep Manoj Suresh Ramesh Vijay Anil Sunil Arun Prakash Rakesh Karthik Naveen
Harish Praveen Priya Pooja Neha Kavita Swati Ritu Shweta Divya Anita Rekha Meena Geeta Lata Asha Shruti Nisha Ankit
Mohit Gaurav Nitin Deepak Ashok Ganesh Aditya Mohammed Ayesha Harpreet Gurpreet"""),
        words("""Sharma Verma Gupta Singh Kumar Patel Shah Mehta Reddy Rao Iyer Menon Joshi Desai Patil Jain
Agarwal Mishra Pandey Tiwari Chauhan Yadav Das Ghosh Chatterjee Sen Bose Naidu Prasad Krishnan Subramanian Kaur Khan
Ansari Thakur Saxena Kapoor Chopra Bhatt Kulkarni"""),
    ),
    "Hispanic": (
        9,
        words("""Jose Juan Luis Miguel Jorge Pedro Ana Carmen Rosa Guadalupe Veronica Gabriela Alejandra Daniela
Sofia Isabel Ricardo Fernando Eduardo Javier"""),
        words("""Garcia Rodriguez Martinez Hernandez Lopez Gonzalez Perez Sanchez Ramirez Torres Flores Rivera
Gomez Diaz Cruz Morales Ortiz Gutierrez Chavez Ramos Ruiz Mendoza Vargas Jimenez Romero"""),
    ),
    "Arabic and Pakistan": (
        8,
        words("""Ahmed Mohamed Ali Hassan Ibrahim Khalid Bilal Usman Hamza Tariq Sana Zainab Maryam Amina Noor
Huda Rania Saira Nadia Kamran Asif Faisal"""),
        words("""Khan Malik Sheikh Chaudhry Butt Mirza Iqbal Akhtar Javed Raza Hashmi Saleh Mansour Haddad
Nasser Abbas Karim Suleiman Abdullah Mahmood Rashid Aziz"""),
    ),
    "Africa": (
        5,
        words("""Emeka Chidi Ifeoma Adaeze Tunde Bola Funmi Kofi Akosua Abena Thabo Sipho Nomsa Wanjiru Kamau
Achieng Tendai Grace Blessing Samuel"""),
        words("""Okonkwo Eze Nwosu Adebayo Ogunleye Balogun Owusu Boateng Asante Dlamini Nkosi Moyo Ndlovu Kamau
Otieno Kariuki Mutua Tesfaye"""),
    ),
    "East Asia": (
        6,
        words("""Wei Ling Xiao Yan Hui Jing Kevin Grace Jenny Soo-jin Min-ho Ji-young Kenji Yuki Haruka Linh
Huong Thao Somchai Siti Nurul"""),
        words("Wang Li Zhang Chen Liu Lin Wong Chan Lam Ng Tan Park Lee Yamamoto Sato Suzuki Nguyen Le Hoang Ismail"),
    ),
    "Europe and Philippines": (
        4,
        words("""Anna Agnieszka Tomasz Marek Olga Dmitri Irina Ioana Andrei Giulia Marco Klaus Ingrid Lars Sven
Maricel Rowena Jerome Jocelyn Arnel"""),
        words("""Nowak Wisniewska Ivanov Popescu Ionescu Bianchi Schmidt Weber Jensen Nilsson Hansen Santos
Villanueva Mercado Aquino Pascual Petrova Horvat"""),
    ),
}
TOWNS_EN = words("""Springfield Portland Columbus Austin Denver Phoenix Charlotte Omaha Tampa Richmond Bristol
Leeds Nottingham Cardiff Glasgow Norwich Pune Chennai Hyderabad Lucknow Bangalore Indore Brisbane Toronto Cork
Albany Toledo Madison Raleigh Tucson""")
ROADS_EN = words("""Oak Elm Cedar Pine Main Park Washington Highland Jefferson Walnut Meadow Ridge High King
Queen Windsor Manor Spring River Grove""")


def surname(rng: Random, alone: bool = False) -> str:
    """A surname of one character, drawn by its rank."""
    ranked = [(name, 1 / (rank + 4)) for rank, name in enumerate(SURNAMES) if not (alone and name in NOT_ALONE)]
    return rng.choices([name for name, _ in ranked], [weight for _, weight in ranked])[0]


def given_two(rng: Random) -> str:
    """A given name of two characters, of one generation and one sex."""
    who = rng.choice(list(FIRST_CHARS))
    while True:
        first, second = rng.choice(FIRST_CHARS[who]), rng.choice(SECOND_CHARS[who])
        if first != second:
            return first + second


def full_name(rng: Random, given: int = 2) -> str:
    """Surname and a given name of one or two characters."""
    return surname(rng) + (given_two(rng) if given == 2 else rng.choice(GIVEN_ONE))


def mobile(rng: Random) -> str:
    """Eleven digits."""
    return rng.choice(MOBILES) + f"{rng.randrange(10**8):08d}"


def account(rng: Random) -> str:
    """An account as people choose it: pinyin or a nickname with a year, a day or a lucky number."""
    year = make.birthday(rng)
    initials = rng.choice("zwlcyhxsgjfmdtq") + "".join(
        rng.choice("abcdefghjlmqsxyz") for _ in range(rng.choice((1, 2)))
    )
    base = rng.choice(
        (rng.choice(NICKS), rng.choice(make.PINYIN) + rng.choice(make.PINYIN), initials, rng.choice(NICKS) + initials)
    )
    tail = rng.choice(
        (str(year.year), year.strftime("%m%d"), year.strftime("%y%m%d"), "888", "666", "521", make.digits(rng, 4))
    )
    return base + rng.choice(("", "", "_")) + tail


def person_en(rng: Random, fake: Faker) -> tuple[str, str]:
    """Given name and surname of one country; half of the Americans are Faker's."""
    origin = rng.choices(list(PEOPLE), [weight for weight, *_ in PEOPLE.values()])[0]
    if origin == "United States" and rng.random() < 0.5:
        return fake.first_name(), fake.last_name()
    _, first, last = PEOPLE[origin]
    return rng.choice(first), rng.choice(last)


def two_surnames(rng: Random) -> str:
    """A given name and two surnames of the same country, with a hyphen except in Spanish."""
    origin = rng.choice(("United States", "Britain and Ireland", "Hispanic"))
    _, first, last = PEOPLE[origin]
    return f"{rng.choice(first)} {(' ' if origin == 'Hispanic' else '-').join(rng.sample(last, 2))}"


def plain_en(name: str) -> str:
    """A name as it stands in an address: small letters only."""
    return "".join(char for char in name.lower() if char.isalpha())


def account_en(rng: Random, fake: Faker) -> str:
    """The local part of an address, from a name."""
    first, last = map(plain_en, person_en(rng, fake))
    year = make.birthday(rng).year
    return rng.choice(
        (
            f"{first}.{last}",
            f"{first}{last}{rng.randrange(1, 99)}",
            f"{first[0]}{last}",
            f"{first}_{year}",
            f"{last}{year}",
        )
    )


def token(rng: Random, length: int) -> str:
    """Letters and digits of a shared link."""
    return "".join(rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789") for _ in range(length))


def flat(rng: Random) -> str:
    """Building, entrance and door."""
    building, floor, door = rng.randrange(1, 32), rng.randrange(1, 30), rng.randrange(1, 5)
    return rng.choice(
        (
            f"{building}栋{floor}0{door}",
            f"{building}号楼{rng.randrange(1, 5)}单元{floor}0{door}",
            f"{building}栋{rng.randrange(1, 4)}单元{floor}0{door}室",
            f"{building}-{rng.randrange(1, 4)}-{floor}0{door}",
        )
    )


def road_and_number(rng: Random) -> str:
    """A road with its house number."""
    return f"{rng.choice(ROADS)}{rng.randrange(1, 400)}号"


def street_en(rng: Random) -> str:
    """House number and road."""
    kind = rng.choice(words("Street St Avenue Ave Road Rd Drive Dr Lane Court Blvd Way"))
    return f"{rng.randrange(3, 9900)} {rng.choice(ROADS_EN)} {kind}"


def letters_and_digits(rng: Random, letters: int, count: int) -> str:
    """A code: capitals, then digits."""
    return "".join(rng.choice("ABCDEFGHJKLMNPRSTW") for _ in range(letters)) + make.digits(rng, count)
