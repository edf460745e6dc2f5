"""Words of the fourth kept part that fill a slot and name nobody. Rule authors do not read this file."""

from planted.templates import words

WORDS = {
    "drug_zh_4": words("""辛伐他汀 普伐他汀 匹伐他汀 依折麦布 非诺贝特 氯沙坦钾 厄贝沙坦 替米沙坦 培哚普利
贝那普利 比索洛尔 卡维地洛 地尔硫卓 单硝酸异山梨酯 硝酸甘油 氯吡格雷 替格瑞洛 达比加群 呋塞米 托拉塞米 螺内酯
氢氯噻嗪 格列齐特 瑞格列奈 西格列汀 利拉鲁肽 司美格鲁肽 甘精胰岛素 门冬胰岛素 恩格列净 吡格列酮 埃索美拉唑
兰索拉唑 艾普拉唑 法莫替丁 多潘立酮 伊托必利 枸橼酸铋钾 瑞巴派特 熊去氧胆酸 多烯磷脂酰胆碱 恩替卡韦 替诺福韦
美沙拉嗪 蒙脱石散 双歧杆菌三联活菌 乳果糖 聚乙二醇 阿莫西林克拉维酸钾 头孢地尼 头孢丙烯 头孢曲松 克拉霉素
多西环素 米诺环素 甲硝唑 奥硝唑 氟康唑 伊曲康唑 特比萘芬 阿昔洛韦 伐昔洛韦 更昔洛韦 西替利嗪 依巴斯汀 酮替芬
氨溴索 乙酰半胱氨酸 右美沙芬 福多司坦 茶碱缓释片 噻托溴铵 沙美特罗替卡松 地塞米松 甲泼尼龙 泼尼松 环孢素
他克莫司 吗替麦考酚酯 来氟米特 柳氮磺吡啶 艾拉莫德 依托考昔 美洛昔康 双氯芬酸钠 洛索洛芬钠 曲马多 普瑞巴林
加巴喷丁 卡马西平 奥卡西平 丙戊酸钠 左乙拉西坦 拉莫三嗪 多巴丝肼 普拉克索 盐酸苯海索 氟哌噻吨美利曲辛 帕罗西汀
氟西汀 度洛西汀 文拉法辛 米氮平 喹硫平 奥氮平 利培酮 碳酸锂 劳拉西泮 右佐匹克隆 唑吡坦 甲巯咪唑 丙硫氧嘧啶
来曲唑 克罗米芬 戊酸雌二醇 炔雌醇环丙孕酮 米非司酮 他莫昔芬 阿那曲唑 坦索罗辛 非那雄胺 索利那新 他达拉非
奥希替尼 安罗替尼 卡培他滨 贝伐珠单抗 帕博利珠单抗 索拉非尼"""),
    "patent_zh_4": words("""安宫牛黄丸 牛黄上清丸 六神丸 知柏地黄丸 杞菊地黄丸 金匮肾气丸 补中益气丸 香砂养胃丸
参苓白术散 保和丸 逍遥散 加味逍遥丸 天王补心丹 柏子养心片 朱砂安神丸 乌灵胶囊 百乐眠胶囊 养血清脑颗粒 通心络胶囊
稳心颗粒 血府逐瘀胶囊 银杏叶片 丹参片 脑心通胶囊 华佗再造丸 大活络丸 小金丸 西黄丸 平消胶囊 桂枝茯苓丸
少腹逐瘀颗粒 定坤丹 益母草颗粒 艾附暖宫丸 妇科千金片 康妇炎胶囊 红花逍遥片 乳癖消片 夏枯草膏 银翘解毒片
双黄连口服液 板蓝根颗粒 小柴胡颗粒 防风通圣丸 玉屏风颗粒 桑菊感冒片 通宣理肺丸 川贝枇杷膏 养阴清肺丸
苏黄止咳胶囊 麻仁润肠丸 槐角丸 地榆槐角丸 马应龙痔疮栓 肠炎宁片 元胡止痛片 三金片 尿感宁颗粒 前列舒通胶囊
金锁固精丸 锁阳固精丸 龟龄集 壮骨关节丸 颈复康颗粒 骨刺片 云南红药 跌打丸 七厘散 独一味胶囊 白癜风胶囊
润燥止痒胶囊 防风颗粒 石斛夜光颗粒 明目地黄丸 黄氏响声丸 鼻炎康片 辛芩颗粒 片仔癀 雷公藤多苷片 白芍总苷胶囊
正清风痛宁 尪痹片 舒筋活血片 万通筋骨片 王老吉凉茶 丁桂儿脐贴膏 小儿豉翘清热颗粒 小儿肺热咳喘口服液
马来酸曲美布汀"""),
    "herb_zh_4": words("""白术 苍术 茯苓 猪苓 泽泻 陈皮 青皮 枳壳 枳实 厚朴 木香 香附 乌药 川芎 丹参 桃仁 红花
赤芍 牡丹皮 生地黄 熟地黄 山药 山茱萸 枸杞子 菟丝子 女贞子 墨旱莲 杜仲 牛膝 续断 桑寄生 独活 羌活 防风 荆芥 薄荷
桑叶 菊花 连翘 牛蒡子 板蓝根 大青叶 蒲公英 紫花地丁 鱼腥草 败酱草 白花蛇舌草 半枝莲 夏枯草 浙贝母 川贝母 瓜蒌
桔梗 杏仁 紫菀 款冬花 百部 桑白皮 葶苈子 麦冬 天冬 沙参 玉竹 百合 西洋参 太子参 人参 炙甘草 大枣 生姜 干姜 附子
肉桂 吴茱萸 小茴香 艾叶 阿胶 鸡血藤 酸枣仁 远志 石菖蒲 合欢皮 龙骨 牡蛎 天麻 钩藤 石决明 全蝎 蜈蚣 地龙 僵蚕
水蛭 三七 白及 仙鹤草 地榆 侧柏叶 黄精 何首乌 白芷 苏叶 苏木 葛根 马勃 马钱子 石膏 石韦 安息香 金钱草 余甘子
郁金 莪术 三棱 鳖甲 胡芦巴 胡椒 高良姜 车前子 路路通 穿山龙 徐长卿 刘寄奴"""),
    "formula_zh_4": words("""四君子汤 四物汤 八珍汤 六君子汤 归脾汤 补阳还五汤 血府逐瘀汤 膈下逐瘀汤 小柴胡汤
大柴胡汤 柴胡疏肝散 半夏泻心汤 半夏厚朴汤 温胆汤 黄连温胆汤 二陈汤 苓桂术甘汤 真武汤 五苓散 猪苓汤 桂枝汤 麻黄汤
小青龙汤 麻杏石甘汤 葛根芩连汤 白虎汤 承气汤 理中汤 附子理中汤 吴茱萸汤 当归四逆汤 当归芍药散 温经汤 胶艾汤
生化汤 完带汤 易黄汤 定喘汤 止嗽散 沙参麦冬汤 百合固金汤 六味地黄汤 左归饮 右归丸 肾气丸 一贯煎 酸枣仁汤
甘麦大枣汤 天麻钩藤饮 镇肝熄风汤 独活寄生汤 桃红四物汤 身痛逐瘀汤 消风散 龙胆泻肝汤 黄连解毒汤 普济消毒饮
仙方活命饮 阳和汤 托里消毒散 白头翁汤 痛泻要方 参苓白术汤 升阳益胃汤 补中益气汤 玉屏风散 生脉散 炙甘草汤 乌梅汤"""),
    "physician_zh_4": words("""张仲景 李时珍 孙思邈 华佗 扁鹊 叶天士 王清任 李东垣 朱丹溪 傅青主 张景岳 吴鞠通
张锡纯 钱乙 皇甫谧 葛洪 陈修园 郑钦安 张从正 刘完素 薛生白 陶弘景 王叔和 巢元方"""),
    "eponym_zh_4": words("""帕金森病 阿尔茨海默病 亨廷顿舞蹈症 格雷夫斯病 桥本甲状腺炎 库欣病 艾迪生病
席汉综合征 卡尔曼综合征 特纳综合征 克氏综合征 马凡综合征 埃勒斯-当洛综合征 唐氏综合征 爱德华氏综合征 川崎病
白塞病 干燥综合征 雷诺综合征 斯蒂尔病 赖特综合征 韦格纳肉芽肿 查格斯病 莱姆病 布鲁氏菌病 李斯特菌病 汉坦病毒感染
柯萨奇病毒感染 克罗恩病 巴雷特食管 惠普尔病 吉尔伯特综合征 布加综合征 威尔逊病 梅克尔憩室
先天性巨结肠（赫什朋病） 法洛四联症 布鲁加达综合征 预激综合征（WPW） 冈上肌撕裂 贝克囊肿 佩吉特病 佩罗尼氏病
迪皮特朗挛缩 桥脑梗死 贝尔面瘫 亨特综合征 梅尼埃病 吉兰-巴雷综合征 雷特综合征 图雷特综合征 阿斯伯格综合征
尼曼-匹克病 戈谢病 法布里病 庞贝病 霍奇金淋巴瘤 伯基特淋巴瘤 尤文肉瘤 卡波西肉瘤 维尔姆斯瘤 鲍温病 莫顿神经瘤
舒尔曼病 波伊茨-耶格综合征 费尔蒂综合征 高雪氏病 范可尼综合征 巴特综合征 古德帕斯彻综合征 奥尔波特综合征 沃纳综合征
史蒂文斯-约翰逊综合征 康恩综合征 马尔尼菲篮状菌感染"""),
    "sign_zh_4": words("""墨菲征 巴宾斯基征 霍夫曼征 克尼格征 布鲁津斯基征 罗姆伯格征 拉塞格征 麦克伯尼点压痛
托马斯征 特伦德伦堡试验 芬克尔斯坦试验 蒂内尔征 法伦试验 格拉斯哥评分 霍曼斯征 奥斯勒结节 库瓦西耶征 林纳试验
韦伯试验 特鲁索征 施墨尔结节 沃斯特克征 科普利克斑 尼氏征"""),
    "disease_zh_4": words("""高血压病3级 糖尿病肾病 不稳定型心绞痛 心房颤动 心功能不全 慢性阻塞性肺疾病急性加重
社区获得性肺炎 支气管扩张 间质性肺病 反流性食管炎 萎缩性胃炎 十二指肠球部溃疡 肠易激综合征 慢性乙型肝炎
肝硬化失代偿期 胆总管结石 急性胰腺炎 IgA肾病 慢性肾脏病 缺铁性贫血 血小板减少症 甲状腺乳头状癌 甲亢 骨质疏松
颈椎病 膝关节半月板损伤 肩周炎 股骨头坏死 类风湿性关节炎 脑出血后遗症 面神经炎 三叉神经痛 眩晕症 焦虑状态
睡眠障碍 子宫腺肌症 卵巢囊肿 宫颈上皮内瘤变 乳腺纤维腺瘤 先兆流产 慢性前列腺炎 输尿管结石 痔疮 腹股沟疝
下肢静脉曲张 荨麻疹 特应性皮炎 痤疮 带状疱疹后神经痛 支原体肺炎 腺样体肥大 分泌性中耳炎 过敏性紫癜 疝气
早产儿视网膜病变 小儿厌食 抽动症"""),
    "icd_4": words("""I25.103 I48.900 I63.902 E11.201 E04.101 K29.501 K80.201 J18.900 J44.101 N18.003 N20.100
M17.900 M48.061 C34.101 C73.X00 D25.900 O14.100 P59.900 F41.101 G40.909 H40.200 L20.900 R42.X00 S82.201 Z51.103
B02.901 A09.0"""),
    "drug_en_4": words("""enalapril ramipril valsartan irbesartan candesartan bisoprolol carvedilol diltiazem
verapamil furosemide torsemide chlorthalidone hydralazine isosorbide nitroglycerin clopidogrel ticagrelor
apixaban dabigatran digoxin amiodarone pravastatin ezetimibe fenofibrate glipizide glimepiride sitagliptin
empagliflozin semaglutide liraglutide pioglitazone famotidine esomeprazole lansoprazole sucralfate ondansetron
metoclopramide loperamide mesalamine budesonide penicillin clarithromycin levofloxacin nitrofurantoin
trimethoprim metronidazole clindamycin minocycline fluconazole terbinafine acyclovir valacyclovir fexofenadine
loratadine cetirizine fluticasone tiotropium salmeterol benzonatate dexamethasone methylprednisolone
cyclosporine tacrolimus azathioprine leflunomide sulfasalazine celecoxib meloxicam diclofenac ketorolac
oxycodone hydrocodone buprenorphine pregabalin topiramate lamotrigine levetiracetam carbamazepine valproate
carbidopa ropinirole sumatriptan rizatriptan propranolol nortriptyline amitriptyline mirtazapine venlafaxine
duloxetine paroxetine quetiapine olanzapine aripiprazole risperidone lithium lorazepam diazepam temazepam
zolpidem methimazole liothyronine letrozole clomiphene progesterone tamoxifen anastrozole finasteride oxybutynin
tadalafil allopurinol colchicine alendronate Abilify Adderall Allegra Ambien Bactrim Benicar Celebrex Cialis
Cipro Cymbalta Depakote Diovan Effexor Entresto Farxiga Januvia Keflex Klonopin Lamictal Lantus Levaquin Lipitor
Lovenox Mirena Mucinex Neurontin Norco Ozempic Paxil Pepcid Percocet Protonix Remeron Seroquel Sudafed Topamax
Toradol Valium Ventolin Vyvanse Zantac Zofran"""),
    "herb_en_4": [
        *words("""turmeric ginseng ashwagandha echinacea chamomile valerian melatonin biotin elderberry
goldenseal feverfew spirulina chlorella psyllium senna licorice fenugreek saffron rhodiola kava kratom yarrow
comfrey arnica calendula lavender rosemary sage basil ginger cinnamon garlic nettle burdock sorrel angelica
hawthorn maca moringa neem amla berberine"""),
        "St. John's wort",
        "black cohosh",
        "saw palmetto",
        "milk thistle",
        "evening primrose oil",
        "witch hazel",
        "red clover",
        "holy basil",
        "gotu kola",
        "slippery elm",
        "lemon balm",
        "Queen Anne's lace",
        "dong quai",
        "fish oil",
        "Jamaica dogwood",
        "sweet William",
        "lily of the valley",
        "Solomon's seal",
        "lady's mantle",
        "Manuka honey",
    ],
    "eponym_en_4": [
        "Graves' disease",
        "Hashimoto's disease",
        "Cushing's disease",
        "Addison's crisis",
        "Sheehan syndrome",
        "Kallmann syndrome",
        "Turner syndrome",
        "Klinefelter syndrome",
        "Down syndrome",
        "Edwards syndrome",
        "Marfan's",
        "Ehlers-Danlos syndrome",
        "Kawasaki syndrome",
        "Behcet's disease",
        "Sjögren's",
        "Raynaud's",
        "Still's disease",
        "Reiter's syndrome",
        "Wegener's",
        "Takayasu arteritis",
        "Buerger's disease",
        "Goodpasture syndrome",
        "Alport syndrome",
        "Berger's disease",
        "Wilms tumor",
        "Crohn's colitis",
        "Barrett's oesophagus",
        "Whipple's disease",
        "Gilbert's syndrome",
        "Budd-Chiari syndrome",
        "Wilson disease",
        "Meckel's diverticulum",
        "Hirschsprung's disease",
        "Mallory-Weiss tear",
        "Zollinger-Ellison syndrome",
        "tetralogy of Fallot",
        "Brugada syndrome",
        "Wolff-Parkinson-White",
        "Prinzmetal's angina",
        "Takotsubo cardiomyopathy",
        "Parkinson's disease",
        "Alzheimer's",
        "Huntington's chorea",
        "Lou Gehrig's disease",
        "Charcot-Marie-Tooth",
        "Guillain-Barre",
        "Bell palsy",
        "Ramsay Hunt syndrome",
        "Tourette syndrome",
        "Asperger's",
        "Rett syndrome",
        "Lennox-Gastaut",
        "Arnold-Chiari malformation",
        "Horner's syndrome",
        "Ménière's disease",
        "Morton's neuroma",
        "Dupuytren's",
        "Osgood-Schlatter",
        "Scheuermann's disease",
        "Legg-Calve-Perthes",
        "Paget disease of bone",
        "Ewing's sarcoma",
        "Kaposi sarcoma",
        "Burkitt lymphoma",
        "Hodgkin disease",
        "Bowen's disease",
        "Fox-Fordyce disease",
        "Stevens-Johnson syndrome",
        "Peyronie disease",
        "Asherman's syndrome",
        "Meigs syndrome",
        "Lynch syndrome",
        "Peutz-Jeghers",
        "Gaucher disease",
        "Fabry disease",
        "Pompe disease",
        "Lyme",
        "Chagas disease",
    ],
    "sign_en_4": [
        "Murphy sign",
        "McBurney's point tenderness",
        "Rovsing's sign",
        "Kernig's sign",
        "Brudzinski's sign",
        "Babinski sign",
        "Hoffmann's sign",
        "Romberg test",
        "Lasegue's sign",
        "Tinel's sign",
        "Phalen's test",
        "Finkelstein's test",
        "Lachman test",
        "McMurray's test",
        "Thompson test",
        "Trendelenburg sign",
        "Homans' sign",
        "Chvostek's sign",
        "Trousseau's sign",
        "Nikolsky sign",
        "Rinne and Weber",
        "Dix-Hallpike",
        "Spurling's test",
        "Allen test",
    ],
    "disease_en_4": [
        "atrial fibrillation",
        "congestive heart failure",
        "COPD",
        "pneumonia",
        "a pulmonary embolism",
        "GERD",
        "diverticulitis",
        "ulcerative colitis",
        "fatty liver",
        "gallstones",
        "chronic kidney disease",
        "iron deficiency",
        "an overactive thyroid",
        "prediabetes",
        "osteoarthritis",
        "rheumatoid arthritis",
        "spinal stenosis",
        "a rotator cuff tear",
        "carpal tunnel",
        "vertigo",
        "trigeminal neuralgia",
        "epilepsy",
        "panic disorder",
        "ADHD",
        "endometriosis",
        "PCOS",
        "fibroids",
        "preeclampsia",
        "an enlarged prostate",
        "a urinary tract infection",
        "eczema",
        "rosacea",
        "hives",
        "sleep apnea",
        "tinnitus",
        "macular degeneration",
        "croup",
        "an ear infection",
        "RSV",
    ],
}
