"""Invented people, numbers and places of the fourth kept part. Rule authors do not read this file.

Chinese surnames are drawn by about their share of the people, given names whole from the fashions of six generations;
English names by where the writers of such forums live, each country's lists in order of frequency.
"""

import re
from random import Random

from faker import Faker

from planted import identities as make
from planted.templates import words

# A surname and its share, in hundredths of a percent, roughly as the yearly reports on names give it.
SHARES = {
    717: "王",
    700: "李",
    674: "张",
    510: "刘",
    461: "陈",
    322: "杨",
    245: "黄",
    229: "赵",
    203: "吴周",
    144: "徐孙",
    126: "马朱胡",
    115: "林郭何",
    103: "高罗",
    86: "郑梁谢宋",
    68: "唐许邓韩冯",
    58: "曹彭曾肖田",
    50: "董潘袁蔡蒋余",
    44: "于杜叶程魏苏吕丁",
    36: "任卢姚沈钟姜崔谭陆",
    30: "范汪廖石金韦贾夏付方邹",
    24: "熊白孟秦邱侯江尹薛闫段雷",
    18: "龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常",
    12: "汤康易乔赖文樊兰施洪季温俞章鲁葛伍申尤毕聂柴焦欧柳阮齐梅庄",
    6: "辛管祝左涂谷耿舒詹关苗费纪靳盛童凌项翁臧阎查窦倪甘卓骆滕柯池桂蓝冉褚娄戚岳屈房喻鲍游米卫裴牟麦景党迟",
    2: "宁包占代全佟郎商单解洛宫花车应仲卜訾宗初仇苟隋穆晏奚逄亓仝蔺冼佘昝郄缪阚揣禚班鞠雍栾",
}
# Before a title these are read as another word as well (`关医生` at a counter, `应主任`): no fair question alone.
NOT_ALONE = set(
    "祝向文武左代任管关宁常万方高项占查景党包白石金毛温房米麦康齐易严章纪费童谷梅兰盛迟于付牟辛全商单解花车应仲初班洛宫江"
)
TWO_CHARACTERS = words("欧阳 欧阳 欧阳 欧阳 上官 司马 诸葛 司徒 皇甫 夏侯 慕容 令狐 端木 尉迟 公孙")
MARRIED = words("张李 陈林 王杨 刘何 李郭 黄叶 周许 赵孙 吴郑 杨唐")
GIVEN = {
    "before 1955": words("""秀兰 玉珍 桂英 淑珍 桂珍 秀芝 素芝 凤兰 翠英 玉芬 兰英 菊花 金娣 阿妹 惠珍 月英 彩云
梅英 宝珠 银花 德胜 福山 长贵 金宝 树德 广才 兆祥 炳坤 永昌 明山 洪福 德才 玉堂 清泉 万福 占奎 鸿儒 庆余 根宝
阿根 大年 祖荫"""),
    "1955 to 1967": words("""建华 建平 建民 和平 跃进 援朝 国强 国平 国栋 保国 胜利 解放 新华 卫国 光明 立本
兴华 志远 玉林 树森 玉华 淑芬 淑兰 淑琴 丽华 秀琴 秀云 桂荣 美玲 美珍 亚芹 爱珍 爱华 惠敏 秋兰 雪琴 翠萍 凤霞
桂香 素珍"""),
    "1968 to 1980": words("""卫红 向阳 红卫 永红 红旗 军民 学军 拥军 志勇 志伟 海波 海军 建伟 建新 永军 文斌
俊峰 永刚 晓东 晓明 红霞 红艳 丽萍 丽霞 艳霞 艳丽 海霞 春梅 春霞 晓红 晓霞 小玲 小敏 冬梅 秋红 玉梅 雅丽 爱玲
志红 云霞"""),
    "1981 to 1995": words("""志鹏 文博 文涛 振宇 振华 俊杰 少波 晓宇 晓龙 海龙 海洋 小龙 成龙 世杰 建波 立国
永强 伟伟 亮亮 家豪 丹丹 娜娜 莎莎 圆圆 婷婷 晶晶 媛媛 倩倩 燕燕 晓丽 晓琳 雅琪 雪梅 雪莹 思思 静静 佳丽 丽媛
文静 海英 春燕 巧玲 金玲"""),
    "1996 to 2009": words("""子豪 子轩 俊豪 浩宇 宇航 天宇 天翔 泽宇 志豪 文轩 嘉豪 嘉伟 子健 俊熙 明轩 鑫磊
旭东 家乐 博文 晨阳 雨欣 雨涵 梦琪 梦婷 诗雨 佳怡 佳慧 欣悦 欣妍 紫涵 静怡 思雨 思琪 雅婷 慧敏 颖欣 美琪 心怡
晓彤 嘉琳 芷晴"""),
    "since 2010": words("""沐辰 奕辰 宇泽 浩轩 子睿 铭泽 梓睿 亦辰 景行 皓轩 承宇 昊然 星辰 煜城 瑾瑜 一鸣 知行
宥廷 书睿 梓涵 梓彤 若汐 语桐 艺涵 苡沫 芷若 书瑶 妙涵 清妍 可欣 思睿 念初 沐瑶 诗琪 依诺 慕晴 雨萌 汐玥 糯米
安然"""),
}
GIVEN_ONE = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛超明霞平刚辉玲桂丹萍鹏华飞鑫波斌宇浩凯健俊帆雪帅慧旭宁婷林欣龙楠雷倩莹丹琳璐妍菲薇颖琪"
    "瑞博晨阳峰亮坤洁瑶蕊珊茜岩铭晗昕骏炜鸣翔恒越尧珂淼"
)
PET_NAMES = words(
    "豆包 小米粒 嘟嘟 果果 嘻嘻 元宝 小石头 小核桃 悠悠 甜甜 七七 大宝贝 小葡萄 毛豆 暖暖 笑笑 朵拉 小汤圆"
)
OTHER_NATIONS = words("""阿不都热合曼·吐尔逊 祖丽皮亚·阿卜力孜 热孜万古丽·麦麦提 艾力·亚森 吐尔洪·买买提
帕丽扎提·努尔兰 阿依努尔 叶尔兰·别克 古丽米热 多吉才旦 卓玛央宗 格桑德吉 仁青卓玛 扎西顿珠 白玛曲珍 丹增罗布
洛桑旦增 乌日娜 娜仁托娅 萨仁高娃 格根塔娜 宝力道 那日苏 朴美善 朴成哲 金顺姬 阿比木呷 吉克阿依 沙马日古 马哈麦
岩温 玉香 召罕嫩 和丽香""")

MOBILES = words("""130 131 132 133 134 135 136 137 138 139 145 147 149 150 151 152 153 155 156 157 158 159 162
165 167 170 171 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 193 195 196 197 198 199""")
NICKS = words("""wuyue qingfeng mufeng xiaomi zimo yueliang chenxi aiwojia xiaotudou xixihaha lanse forever cool
jiejie maomao tudou pingguo haibian buyu fengzi laozhang guniang nvhai memory sky cat panda honey""")
AREAS = words("""广东省深圳市龙岗区 广东省惠州市惠城区 广东省湛江市赤坎区 浙江省杭州市萧山区 浙江省嘉兴市南湖区
浙江省金华市婺城区 浙江省绍兴市越城区 江苏省苏州市姑苏区 江苏省南通市崇川区 江苏省常州市武进区
江苏省连云港市海州区 山东省济南市历城区 山东省青岛市黄岛区 山东省淄博市张店区 山东省济宁市任城区
河南省郑州市中原区 河南省新乡市红旗区 河南省开封市龙亭区 河南省商丘市梁园区 河北省邯郸市丛台区
河北省沧州市运河区 河北省廊坊市广阳区 湖北省武汉市武昌区 湖北省荆州市沙市区 湖北省十堰市茅箭区
湖南省株洲市天元区 湖南省郴州市北湖区 四川省成都市金牛区 四川省宜宾市翠屏区 四川省泸州市江阳区
安徽省合肥市包河区 安徽省蚌埠市蚌山区 福建省漳州市芗城区 福建省莆田市荔城区 江西省南昌市西湖区
辽宁省大连市甘井子区 辽宁省抚顺市新抚区 吉林省吉林市船营区 黑龙江省哈尔滨市南岗区 黑龙江省齐齐哈尔市龙沙区
山西省大同市平城区 山西省长治市潞州区 陕西省西安市碑林区 陕西省汉中市汉台区 甘肃省天水市秦州区
云南省昆明市五华区 贵州省遵义市汇川区 广西南宁市西乡塘区 广西桂林市七星区 内蒙古赤峰市红山区 宁夏银川市兴庆区
青海省西宁市城东区 新疆昌吉市 北京市通州区 北京市大兴区 上海市松江区 上海市杨浦区 天津市滨海新区 天津市红桥区
重庆市沙坪坝区 重庆市永川区""")
ROADS = words("""和兴路 长安街 劳动路 向阳路 前进大街 创业路 朝阳北路 兴业路 龙华路 嘉陵江路 黄山路 太行路
珠江东路 泰山大街 延安西路 江滨路 永安街 仁爱路 体育路 火炬大道 芙蓉中路 迎春街 南环路 西三环 师范路 文昌巷
老城根街 春晖路 聚贤街""")
ESTATES = words("""融创御园 龙湖天街 华润二十四城 中南世纪城 世茂滨江 雅居乐花园 首创漫香郡 金科廊桥水乡 富力城
招商雍华府 奥园 鑫苑名家 建业森林半岛 阳光壹佰 桃花源小区 军干所 机床厂宿舍 粮食局家属楼 电厂生活区 祥和里 祥瑞苑
新世界家园 永利小区 翡翠湾""")
COUNTY_PLACES = words("""河南省上蔡县 河南省淮滨县 安徽省霍邱县 安徽省利辛县 湖南省新化县 湖南省洞口县
四川省安岳县 四川省宣汉县 山东省郓城县 山东省沂水县 江苏省睢宁县 江苏省滨海县 河北省大名县 河北省献县
湖北省罗田县 湖北省天门市 广西博白县 广东省陆丰市 贵州省织金县 云南省会泽县 江西省宁都县 陕西省洋县 甘肃省镇原县
福建省上杭县 浙江省平阳县 辽宁省绥中县 吉林省农安县 黑龙江省依安县 山西省临县 重庆市云阳县""")
TOWNSHIPS = words("""太平镇 双龙镇 三官庙镇 大桥乡 洪山镇 龙泉镇 白塔镇 金鸡镇 古城镇 高桥镇 玉皇庙镇 花园乡
沙河乡 盐井镇 望江街道 文峰街道 城南街道 水口镇 五里乡""")
HAMLETS = words("""刘家坝村 后王村 小李庄 孙家洼村 黄土坡村 十里铺村 张湾村 上河村 大坪村 竹园村 西头村 牛角塘村
石门村 东风村 红旗村 徐楼村 何家垸 老屋组村 周庄村 新庄子村 岭脚村 下洋村""")
CITIES = words("""北京 上海 天津 重庆 杭州 南京 无锡 常州 嘉兴 绍兴 金华 台州 扬州 泰州 淮安 连云港 淄博 潍坊
烟台 济宁 泰安 聊城 开封 安阳 新乡 许昌 信阳 周口 邯郸 保定 沧州 廊坊 荆州 黄石 十堰 孝感 株洲 湘潭 常德 郴州
永州 宜宾 泸州 达州 乐山 蚌埠 阜阳 六安 厦门 漳州 莆田 赣州 上饶 宜春 吉林 齐齐哈尔 牡丹江 抚顺 丹东 大同 长治
咸阳 汉中 天水 曲靖 遵义 桂林 玉林 湛江 惠州 佛山 东莞 珠海 茂名 呼和浩特 包头 西宁 乌鲁木齐 三亚""")

# Where a writer comes from: how often, given names, surnames, each from common to rare.
ORIGINS = {
    "United States": (
        44,
        words("""Michael Mary James Jennifer John Linda Robert Patricia David Lisa William Susan Christopher
Karen Matthew Jessica Daniel Sarah Joseph Ashley Mark Barbara Steven Nancy Paul Sandra Andrew Betty Joshua
Margaret Kenneth Kimberly Timothy Emily Jeffrey Donna Scott Michelle Gregory Carol Frank Amanda Raymond Dorothy
Patrick Melissa Jack Deborah Dennis Rebecca Jerry Laura Tyler Cynthia Jose Amy Adam Kathleen Henry Angela Nathan
Shirley Douglas Brenda Peter Pamela Zachary Nicole Kyle Katherine Walter Christine Ethan Samantha Jeremy Janet
Keith Catherine Roger Virginia Terry Diane Sean Julie Austin Joyce Carl Victoria Dylan Kelly Jordan Lauren Bryan
Christina Billy Joan Bruce Evelyn Gabriel Judith Logan Megan Albert Cheryl Willie Andrea Bob Hannah Mike
Jacqueline Debbie Kathy Becky Tammy Tina Wanda Misty"""),
        words("""Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson
Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams
Nelson Baker Hall Campbell Mitchell Carter Roberts Turner Phillips Parker Evans Edwards Collins Stewart Morris
Murphy Cook Rogers Morgan Peterson Cooper Reed Bailey Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks
Bennett Gray James Hughes Price Myers Long Foster Sanders Ross Powell Sullivan Russell Jenkins Perry Butler
Barnes Fisher Henderson Coleman Simmons Patterson Jordan Reynolds Hamilton Graham Wallace Cole West Hayes Bryant
Gibson Ellis Stevens Murray Ford Marshall Owens McDonald Kennedy Wells Dixon Burns Hunter Henry Freeman Webb
Tucker Hicks Crawford Boyd Mason Kelley Warren Porter Gordon Shaw Rice Hunt Black Palmer Nichols Grant Ferguson
Rose Stone Hawkins Dunn Perkins Hudson Spencer Gardner Payne Pierce Berry Arnold Wagner Willis Watkins Olson
Carroll Duncan Snyder Hart Cunningham Bradley Lane Andrews Harper Fox Riley Armstrong Carpenter Weaver Greene
Lawrence Elliott Franklin Lawson Fields Schmidt Carr Wheeler Chapman Oliver Montgomery Schroeder Kowalczyk
Hoffmann"""),
    ),
    "Britain and Ireland": (
        18,
        words("""David John Susan Margaret Peter Sarah Paul Karen Andrew Julie Christine Ian Helen Alan Emma
Brian Jacqueline Colin Amanda Graham Tracy Kevin Jane Barry Deborah Martin Alison Keith Sharon Stuart Joanne
Derek Janice Roy Maureen Geoffrey Sheila Dennis Pauline Leonard Eileen Ronald Hilary Simon Rachel Darren Nicola
Craig Kerry Lee Stacey Jamie Gemma Callum Chloe Liam Ellie Connor Molly Declan Orla Fergus Catriona Angus Morag
Dylan Cerys"""),
        words("""Smith Jones Taylor Williams Brown Davies Evans Wilson Thomas Roberts Johnson Lewis Walker
Robinson Wood Thompson White Watson Jackson Wright Green Harris Cooper King Lee Martin Clarke James Morgan
Hughes Edwards Hill Moore Clark Harrison Scott Young Morris Hall Ward Turner Carter Phillips Mitchell Patel
Adams Campbell Anderson Allen Cook Bailey Parker Miller Davis Murphy Price Bell Baker Griffiths Kelly Simpson
Marshall Collins Bennett Cox Richardson Fox Gray Rose Chapman Hunt Robertson Shaw Reynolds Lloyd Ellis Richards
Russell Wilkinson Khan Graham Stewart Reid Murray Powell Palmer Holmes Rogers Stevens Walsh Hunter Thomson
Matthews Ross Owen Mason Knight Kennedy Butler Saunders Doherty Gallagher Duffy Hennessy MacLeod McKenzie
Sutherland Bevan Probert Ogden Entwistle"""),
    ),
    "India": (
        13,
        words("""Raj Vinod Ravi Mahesh Dinesh Mukesh Santosh Ajay Vivek Sachin Rohit Nikhil Varun Abhishek
Siddharth Srinivas Venkatesh Murali Senthil Balaji Arjun Karan Lakshmi Sunita Anjali Sneha Preeti Jyoti Deepika
Radhika Vandana Archana Kalpana Padma Revathi Meenakshi Seema Shalini Nandini Manpreet Simran Zoya Irfan"""),
        words("""Kumar Singh Sharma Patel Gupta Shah Verma Jain Reddy Rao Nair Mehta Agarwal Joshi Das Mishra
Chaudhary Roy Pillai Iyer Srivastava Malhotra Arora Bhatia Banerjee Mukherjee Shetty Hegde Kulkarni Deshmukh
Gowda Rathore Solanki Trivedi Dubey Tripathi Grover Sethi Gill Sidhu Dhillon Fernandes Dsouza Varghese
Venkataraman Raghavan Siddiqui"""),
    ),
    "Hispanic": (
        10,
        words("""Maria Jose Juan Carlos Luis Ana Jorge Francisco Rosa Antonio Carmen Manuel Jesus Alejandro
Yolanda Raul Silvia Roberto Adriana Hector Marisol Sergio Leticia Oscar Esperanza Ruben Monica Armando Lorena
Camila Mateo Santiago Valentina Xiomara Joaquin Ignacio"""),
        words("""Garcia Martinez Rodriguez Lopez Hernandez Gonzalez Perez Sanchez Ramirez Torres Rivera Gomez
Diaz Reyes Morales Cruz Ortiz Gutierrez Castillo Chavez Ramos Moreno Alvarez Mendoza Ruiz Vasquez Fernandez
Medina Guzman Herrera Aguilar Vargas Castro Soto Delgado Contreras Rojas Espinoza Salazar Figueroa Zamora
Villarreal Orozco"""),
    ),
    "Arab world, Turkey, Iran, Pakistan": (
        6,
        words("""Mohammed Ahmed Fatima Ali Omar Aisha Hassan Mariam Youssef Layla Khaled Salma Mustafa Hana
Karim Yasmin Samir Dina Walid Rana Bassam Samira Mehmet Elif Reza Shirin Farah Imran Shazia Adnan Rukhsana"""),
        words("""Ali Ahmed Khan Hassan Hussein Ibrahim Mahmoud Said Salem Saleh Farah Nasr Mansour Haddad Khoury
Al-Sayed Al-Masri El-Amin Bakr Sharif Qureshi Siddiqui Bhatti Cheema Yilmaz Demir Hosseini Karimi"""),
    ),
    "Africa": (
        4,
        words("""Chinedu Ngozi Oluwaseun Folake Kwame Ama Yaw Esi Amina Fatou Mandla Lerato Zanele Wambui
Njoroge Nyambura Abebe Hiwot Tariro Farai Emmanuel Patience Peace Gift"""),
        words("""Okafor Adeyemi Okoro Ibrahim Bello Obi Mensah Osei Appiah Diallo Traore Ndiaye Zulu Khumalo
Mahlangu Mwangi Njoroge Ochieng Wafula Kebede Bekele Chikwanha Mutasa Banda Phiri"""),
    ),
    "East and South-East Asia": (
        5,
        words("""Ming Hong Xin Yi Jun Fang Mei Amy Vivian Jason Raymond Eun-ji Hyun-woo Sung-min Takashi Naoko
Hiroko Akira Thi Anh Duc Bich Rizal Dewi Putri Maricar Jhun Analyn"""),
        words("""Chen Wang Li Zhang Liu Huang Lin Wu Yang Zhou Kim Park Lee Choi Jung Tanaka Sato Watanabe Ito
Nguyen Tran Pham Vo Dang Tan Lim Goh Cheung Leung Kwok Santoso Wijaya Cruz Reyes Bautista Manalo Magsaysay"""),
    ),
}
TOWNS = words("""Franklin Clinton Greenville Fairview Salem Georgetown Ashland Burlington Oxford Milton Newport
Jackson Dayton Lexington Auburn Chester Winchester Dover Hudson Lancaster Manchester Riverside Lincoln Kingston
Medford Bedford Reading Derby Exeter Sheffield Swansea Aberdeen Leicester Preston Nagpur Mysore Jaipur Kochi
Perth Halifax Galway""")
STREETS = words("""Maple Birch Willow Chestnut Sycamore Hickory Lincoln Madison Franklin Church School Mill Lake
Hill Sunset Forest Lakeview Prospect Spruce Cherry Dogwood Adams Monroe Clark College Station Victoria Albert
Orchard Mulberry""")


def ranked(rng: Random, names: list[str]) -> str:
    """One of a list in order of frequency: the first are drawn more often."""
    return rng.choices(names, [1 / (place + 12) for place in range(len(names))])[0]


def surname(rng: Random, alone: bool = False) -> str:
    """A surname of one character, drawn by its share."""
    share = [(name, weight) for weight, group in SHARES.items() for name in group if not (alone and name in NOT_ALONE)]
    return rng.choices([name for name, _ in share], [weight for _, weight in share])[0]


def given(rng: Random, generations: list[str] | None = None) -> str:
    """A given name of two characters of one generation."""
    return rng.choice(GIVEN[rng.choice(generations or list(GIVEN))])


def registered(rng: Random) -> str:
    """Surname and given name as registers hold them: one given name in six has one character."""
    return surname(rng) + (rng.choice(GIVEN_ONE) if rng.random() < 1 / 6 else given(rng))


def of_four(rng: Random) -> str:
    """A name of four characters, or of three: a surname of two characters, or those of both parents."""
    if rng.random() < 0.5:
        return rng.choice(TWO_CHARACTERS) + (given(rng) if rng.random() < 0.7 else rng.choice(GIVEN_ONE))
    return rng.choice(MARRIED) + given(rng, ["1996 to 2009", "since 2010"])


def mobile(rng: Random) -> str:
    """Eleven digits."""
    return rng.choice(MOBILES) + f"{rng.randrange(10**8):08d}"


def account(rng: Random) -> str:
    """An account: a nickname or the pinyin of a name, with figures that mean something to its owner."""
    born = make.birthday(rng)
    name = rng.choice(make.PINYIN)
    letters = "".join(rng.choice("abcdefghjklmnpqrstwxyz") for _ in range(2))
    base = rng.choice((rng.choice(NICKS), name + letters, letters + name, name + rng.choice(NICKS)))
    tail = rng.choice((born.strftime("%y%m"), str(born.year), born.strftime("%m%d"), "520", "168", "1314", "007"))
    return base + rng.choice(("", "", "", "_", "-")) + tail


def person_en(rng: Random, fake: Faker) -> tuple[str, str]:
    """Given name and surname of one country; two in five Americans are Faker's, which follow the census."""
    origin = rng.choices(list(ORIGINS), [share for share, *_ in ORIGINS.values()])[0]
    if origin == "United States" and rng.random() < 0.4:
        return fake.first_name(), fake.last_name()
    _, first, last = ORIGINS[origin]
    return ranked(rng, first), ranked(rng, last)


def joined_surnames(rng: Random) -> tuple[str, str]:
    """A given name and a double surname."""
    origin = rng.choice(("United States", "Britain and Ireland", "Hispanic", "Hispanic"))
    _, first, last = ORIGINS[origin]
    return ranked(rng, first), (" " if origin == "Hispanic" and rng.random() < 0.5 else "-").join(rng.sample(last, 2))


def plain_en(name: str) -> str:
    """A name as it stands in an address: small letters only."""
    return "".join(char for char in name.lower() if char.isalpha())


def account_en(rng: Random, fake: Faker) -> str:
    """The local part of a mail address: mostly a name, else a hobby and a number."""
    first, last = map(plain_en, person_en(rng, fake))
    hobby = rng.choice(words("soccermom gardengal truckerdad catlady runner gamer nurse chef harleyguy bookworm"))
    year = make.birthday(rng).year
    return rng.choice(
        (
            f"{first}{last}",
            f"{first}.{last}{year % 100:02d}",
            f"{last}.{first}",
            f"{first[0]}.{last}",
            f"{first}{year}",
            f"{hobby}{rng.randrange(10, 999)}",
            f"{last}family{rng.randrange(2, 9)}",
        )
    )


def token(rng: Random, length: int) -> str:
    """Letters and digits of a shared link."""
    return "".join(rng.choice("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(length))


def door(rng: Random) -> str:
    """Building, entrance and door, as a parcel needs them."""
    building, entrance, floor, flat = (rng.randrange(1, end) for end in (46, 5, 28, 5))
    return rng.choice(
        (
            f"{building}号楼{entrance}单元{floor}0{flat}室",
            f"{building}栋{floor}0{flat}室",
            f"{building}幢{entrance}单元{floor}0{flat}",
            f"{building}座{floor}楼{'ABCDE'[flat]}",
            f"{building}#{floor}0{flat}",
        )
    )


def house(rng: Random) -> str:
    """A road with its house number."""
    return f"{rng.choice(ROADS)}{rng.randrange(1, 600)}号"


def county(rng: Random) -> str:
    """A county without its province."""
    return re.sub("^(?:广西|重庆市|.+?省)", "", rng.choice(COUNTY_PLACES))


def hamlet(rng: Random) -> str:
    """A township and a hamlet of it."""
    return rng.choice(TOWNSHIPS) + rng.choice(HAMLETS)


def street_en(rng: Random) -> str:
    """House number and road."""
    kind = ranked(rng, words("Street Road Avenue Drive St Lane Rd Ave Court Way Circle Place Blvd Ct Terrace Parkway"))
    return f"{rng.randrange(2, 12000)} {rng.choice(('', '', '', 'N ', 'East '))}{rng.choice(STREETS)} {kind}"


def code(rng: Random, letters: int, count: int) -> str:
    """Capitals, then digits."""
    return "".join(rng.choice("ABCDEFGHJKLMNPRSTUW") for _ in range(letters)) + make.digits(rng, count)
