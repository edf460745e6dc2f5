"""Words of the sixth kept part that fill a slot and name nobody. Rule authors do not read this file."""

from planted.templates import words

WORDS = {
    "drug_zh_6": words("""氯吡格雷 替格瑞洛 单硝酸异山梨酯 硝酸甘油 比索洛尔 卡维地洛 厄贝沙坦 氯沙坦钾 替米沙坦
贝那普利 培哚普利 左旋氨氯地平 乐卡地平 呋塞米 螺内酯 托拉塞米 伊伐布雷定 普罗帕酮 辛伐他汀 匹伐他汀 依折麦布 非诺贝特
伏格列波糖 瑞格列奈 格列齐特缓释片 恩格列净 西格列汀 利拉鲁肽 司美格鲁肽 门冬胰岛素 丙硫氧嘧啶 甲巯咪唑 优甲乐
艾司奥美拉唑 兰索拉唑 法莫替丁 多潘立酮 伊托必利 硫糖铝 枸橼酸铋钾 熊去氧胆酸 多烯磷脂酰胆碱 恩替卡韦 替诺福韦
美沙拉嗪 双歧杆菌三联活菌 蒙脱石散 聚乙二醇 乳果糖 阿莫西林克拉维酸钾 头孢地尼 头孢曲松 头孢丙烯 克拉霉素 多西环素
米诺环素 甲硝唑 替硝唑 奥硝唑 氟康唑 伊曲康唑 特比萘芬 阿昔洛韦 伐昔洛韦 玛巴洛沙韦 西替利嗪 左西替利嗪 依巴斯汀
酮替芬 氨溴索 乙酰半胱氨酸 桉柠蒎 右美沙芬 福多司坦 噻托溴铵 丙酸氟替卡松 泼尼松 甲泼尼龙 地塞米松 来氟米特
吗替麦考酚酯 他克莫司 阿达木单抗 双氯芬酸钠 洛索洛芬 依托考昔 美洛昔康 氨基葡萄糖 碳酸钙D3 骨化三醇软胶囊 唑来膦酸
地舒单抗 卡马西平 奥卡西平 丙戊酸钠 左乙拉西坦 拉莫三嗪 加巴喷丁 普瑞巴林 多巴丝肼 普拉克索 帕罗西汀 氟西汀 文拉法辛
度洛西汀 米氮平 奥氮平 喹硫平 利培酮 阿立哌唑 佐匹克隆 右佐匹克隆 劳拉西泮 氟哌噻吨美利曲辛 胞磷胆碱 依达拉奉 尼麦角林
坦索罗辛 非那雄胺 索利那新 他达拉非 来曲唑 他莫昔芬 卡培他滨 顺铂 紫杉醇 奥希替尼 安罗替尼 信迪利单抗 地诺孕素 优思明
戊酸雌二醇 缩宫素 氯化钾缓释片 叶酸 维生素B6 利多卡因 他卡西醇 夫西地酸乳膏 糠酸莫米松"""),
    "patent_zh_6": words("""安宫牛黄丸 华佗再造丸 通心络胶囊 稳心颗粒 参松养心胶囊 血府逐瘀胶囊 银丹心脑通
血塞通软胶囊 养血清脑颗粒 天舒胶囊 全天麻胶囊 脑络通 百乐眠胶囊 乌灵胶囊 甜梦口服液 天王补心丸 归脾丸 人参健脾丸
补中益气丸 附子理中丸 香砂养胃丸 气滞胃痛片 荆花胃康 摩罗丹 保和丸 大山楂丸 香砂六君丸 逍遥丸 加味逍遥丸 丹栀逍遥丸
柴胡舒肝丸 护肝宁 复方鳖甲软肝片 大黄利胆胶囊 麻仁丸 麻仁润肠丸 肛泰 荣昌肛泰 桂枝茯苓丸 妇科千金片 康妇炎胶囊
抗宫炎片 定坤丹 少腹逐瘀颗粒 坤泰胶囊 妇炎康 保妇康栓 知柏地黄丸 杞菊地黄丸 金匮肾气丸 左归丸胶囊 锁阳固精丸 前列康
普乐安片 热淋清 三金片 银花泌炎灵片 肾炎康复片 尿感宁 壮骨关节丸 独活寄生丸 小活络丸 大活络丸 舒筋活血片 活血止痛胶囊
三七伤药片 跌打丸 云南红药 天和追风膏 活络油 板蓝根冲剂 双黄连口服液 小柴胡颗粒 感冒灵颗粒 防风通圣丸 银翘解毒丸
桑菊感冒片 通宣理肺丸 川贝枇杷膏 蛇胆川贝液 复方甘草片 苏黄止咳胶囊 百合固金丸 玉屏风颗粒 辛夷鼻炎丸 鼻炎康片
西瓜霜含片 黄氏响声丸 明目地黄丸 石斛明目丸 消风止痒颗粒 润燥止痒胶囊 小儿豉翘清热颗粒 小儿肺热咳喘口服液 小儿七星茶
启脾丸 肥儿丸 龙虎人丹 季德胜蛇药片 片仔癀 白药膏"""),
    "herb_zh_6": words("""人参 西洋参 太子参 白术 苍术 茯苓 山药 大枣 熟地黄 生地黄 川芎 赤芍 丹参 红花 桃仁 牛膝
益母草 鸡血藤 三棱 莪术 金银花 连翘 板蓝根 大青叶 蒲公英 紫花地丁 鱼腥草 败酱草 白花蛇舌草 土茯苓 苦参 白鲜皮 龙胆草
夏枯草 决明子 菊花 桑叶 薄荷 牛蒡子 葛根 防风 荆芥 羌活 独活 白芷 苍耳子 辛夷 生姜 紫苏叶 香薷 附子 干姜 肉桂 吴茱萸
花椒 小茴香 高良姜 丁香 陈皮 青皮 枳实 枳壳 木香 香附 乌药 佛手 厚朴花 川楝子 薤白 石菖蒲 远志 酸枣仁 龙骨 牡蛎 合欢皮
朱砂 琥珀 天麻 钩藤 羚羊角 石决明 代赭石 地龙 全蝎 蜈蚣 僵蚕 杜仲 续断 桑寄生 菟丝子 沙苑子 枸杞子 女贞子 墨旱莲 黄精
玉竹 麦冬 天冬 百合 北沙参 南沙参 鳖甲 阿胶 鹿茸 冬虫夏草 蛤蚧 沙棘 车前子 泽泻 猪苓 金钱草 海金沙 石韦 川贝母 浙贝母
瓜蒌 桔梗 紫菀 款冬花 百部 桑白皮 葶苈子 白芥子 海藻 昆布 三七 白及 仙鹤草 地榆 槐花 侧柏叶 罗汉果 胖大海 马钱子
雷公藤 徐长卿 刘寄奴 千里光 何首乌 白头翁 杜仲叶 伸筋草 透骨草 路路通 凤尾草 谷精草 密蒙花 青葙子 石榴皮 覆盆子 山茱萸
五倍子"""),
    "formula_zh_6": words("""桂枝汤 麻黄汤 小青龙汤 大青龙汤 葛根芩连汤 小柴胡汤 大柴胡汤 白虎汤 竹叶柳蒡汤 升降散
逍遥散 柴胡疏肝散 痛泻要方 半夏泻心汤 生姜泻心汤 黄连解毒汤 普济消毒饮 仙方活命饮 五味消毒饮 龙胆泻肝汤 左金丸
黄连温胆汤 温胆汤 二陈汤 六君子汤 四君子汤 香砂六君子汤 参苓白术散 补中益气汤 生脉散 玉屏风散 四物汤 桃红四物汤 八珍汤
十全大补汤 归脾汤 炙甘草汤 六味地黄汤 知柏地黄汤 肾气丸 右归饮 左归饮 一贯煎 酸枣仁汤 天王补心丹 朱砂安神丸 甘麦大枣汤
百合地黄汤 血府逐瘀汤 膈下逐瘀汤 身痛逐瘀汤 补阳还五汤 温经汤 生化汤 少腹逐瘀汤 桂枝茯苓方 完带汤 易黄汤 固经丸 真武汤
五苓散 猪苓汤 苓桂术甘汤 理中汤 附子理中汤 吴茱萸汤 当归四逆汤 独活寄生汤 乌头汤 桂枝芍药知母汤 镇肝熄风汤 天麻钩藤饮
半夏白术天麻汤 止嗽散 射干麻黄汤 定喘汤 苇茎汤 百合固金汤 沙参麦冬汤 麦门冬汤 消风散 玉真散 阳和汤 乌梅丸 健脾丸
枳术丸 四妙丸 二妙散 济川煎 增液承气汤 黄龙汤 达原饮"""),
    "eponym_zh_6": words("""帕金森叠加综合征 阿尔茨海默病 威尔逊病 亨廷顿舞蹈症 吉兰-巴雷综合征 贝尔面瘫 亨特综合征
梅尼埃综合征 霍纳综合征 图雷特综合征 雷特综合征 伦诺克斯综合征 道格拉斯陷凹积液 桥本脑病 桥本甲亢 格雷夫斯病 普卢默病
艾迪生病 库欣病 康恩综合征 席汉综合征 特纳综合征 克氏综合征 唐氏儿 唐氏筛查 马凡氏综合征 埃勒斯-当洛综合征
杜兴肌营养不良 庞贝病 戈谢病 法布里病 尼曼匹克病 泰萨二氏病 川崎氏病 干燥综合征 白塞氏综合征 雷诺综合征 大动脉炎
韦格纳肉芽肿 查格施特劳斯综合征 过敏性紫癜 史蒂文斯-约翰逊综合征 斯蒂尔病 赖特综合征 莱姆病 布鲁氏菌病 李斯特菌感染
汉坦病毒感染 柯萨奇病毒 埃可病毒 沙门氏菌肠炎 克雷伯菌肺炎 克罗恩氏病 巴雷特食管 卓艾综合征 吉尔伯特综合征 布加综合征
米里齐综合征 梅克尔憩室 赫什朋病 法洛四联症 艾森门格综合征 马德龙畸形 沃夫-帕金森-怀特综合征 布鲁加达综合征
阿-斯综合征 贝克囊肿 佩吉特病 杜普伊特伦挛缩 德奎尔万病 莫顿神经瘤 奥斯古德-施拉特病 佩特兹病 舒尔曼病 科利斯骨折
史密斯骨折 霍奇金淋巴瘤 伯基特淋巴瘤 卡波西肉瘤 尤文肉瘤 维尔姆斯瘤 施万细胞瘤病 鲍恩病 库鲁病 范科尼贫血 戴蒙德贫血
冯维勒布兰德病 亚历山大病 卡瓦格病 林道综合征 阿斯伯格综合征 孟乔森综合征 科萨科夫综合征 韦尼克脑病 夏科关节
李弗劳梅尼综合征 林奇综合征 安德森病 罗阿丝虫病"""),
    "sign_zh_6": words("""巴宾斯基征 墨菲征 麦氏点压痛 霍夫曼征 克氏征 布氏征 奥本海姆征 罗姆伯格征 拉塞格征 托马斯征
芬克斯坦试验 提内尔征 法伦试验 拉赫曼试验 麦克马瑞试验 霍曼斯征 卡伦征 格雷特纳征 罗夫辛征 查多克征 戈登征 阿迪瞳孔
罗氏线 林纳试验 韦伯试验 艾伦试验"""),
    "disease_zh_6": words("""腰椎间盘突出 颈椎病 慢性胃炎 胃溃疡 反流性食管炎 肠易激综合征 脂肪肝 胆结石 肾结石
前列腺增生 子宫肌瘤 多囊卵巢 甲状腺结节 乳腺增生 冠心病 心律不齐 早搏 房颤 脑梗塞 偏头痛 失眠 焦虑症 抑郁症 带状疱疹
湿疹 银屑病 痤疮 荨麻疹 过敏性鼻炎 鼻窦炎 中耳炎 扁桃体炎 支气管炎 肺炎 哮喘 肺结节 肺气肿 痛风 类风湿 强直性脊柱炎
骨质疏松 肩周炎 腱鞘炎 滑膜炎 痔疮 肛裂 糖尿病 高血脂 甲亢 甲减 贫血 白癜风 青光眼 白内障 近视 斜视 牙周炎 口腔溃疡
手足口病 疝气 包皮过长 早泄 盆腔炎 宫颈炎 阴道炎 巧囊"""),
    "exam_zh_6": words("""胃镜 肠镜 心电图 动态心电图 彩超 B超 胸片 胸部CT 增强CT 核磁 脑电图 肌电图 骨密度 肺功能
心脏彩超 造影 活检 穿刺 碳13 钼靶 宫腔镜 喉镜 支气管镜 眼底照相"""),
    "icd_6": words("""I25.103 I48.900 I63.900 I10.x05 E11.900 E05.900 E03.900 E78.500 J18.900 J44.100 J45.900 K29.500
K25.900 K35.800 K80.200 K76.000 N18.900 N20.000 N39.000 N83.200 D25.900 M54.500 M17.900 M32.900 M06.900 C34.900
C73.x00 C20.x00 C53.900 D64.900 O80.900 P59.900 F41.100 G40.900 G47.000 H40.900 H10.900 L30.900 R50.900 S82.100
Z51.100 A09.901"""),
    "icd_en_6": words("""I10 E11.9 E78.5 J06.9 J18.9 J45.909 K21.9 K57.30 N39.0 N20.0 M54.50 M17.11 M79.7 F41.1 F33.1
G43.709 G47.33 L20.9 L70.0 R07.9 R51.9 S93.401A S83.511A Z00.00 Z23 O09.90 C50.911 C61 D50.9 H52.4 B34.9
T78.40XA"""),
    "drug_en_6": words("""losartan valsartan enalapril ramipril captopril metoprolol carvedilol bisoprolol propranolol
diltiazem verapamil nitroglycerin furosemide torsemide chlorthalidone hydralazine digoxin amiodarone pravastatin
ezetimibe fenofibrate clopidogrel apixaban dabigatran glipizide glimepiride pioglitazone sitagliptin empagliflozin
semaglutide liraglutide glargine lispro famotidine esomeprazole lansoprazole sucralfate ondansetron metoclopramide
loperamide senna mesalamine sulfasalazine amoxicillin-clavulanate penicillin cefuroxime cefazolin clindamycin
clarithromycin levofloxacin nitrofurantoin metronidazole trimethoprim fluconazole terbinafine acyclovir valacyclovir
mebendazole isoniazid rifampin ethambutol fluticasone budesonide salmeterol tiotropium cetirizine loratadine
fexofenadine benzonatate dextromethorphan prednisone dexamethasone azathioprine leflunomide tacrolimus colchicine
allopurinol febuxostat ibuprofen diclofenac celecoxib meloxicam ketorolac acetaminophen codeine oxycodone hydrocodone
buprenorphine carisoprodol pregabalin topiramate lamotrigine levetiracetam carbamazepine valproate ropinirole
carbidopa sumatriptan rizatriptan paroxetine venlafaxine duloxetine mirtazapine amitriptyline nortriptyline lithium
quetiapine olanzapine risperidone aripiprazole lorazepam diazepam zolpidem melatonin tadalafil finasteride oxybutynin
letrozole anastrozole tamoxifen progesterone clomiphene levonorgestrel alendronate denosumab calcitriol clobetasol
ketoconazole permethrin Lipitor Norvasc Cozaar Diovan Toprol Januvia Lantus Humalog Ozempic Farxiga Pepcid Zantac
Protonix Zofran Reglan Bactrim Cipro Keflex Macrobid Diflucan Valtrex Tamiflu Symbicort Spiriva Allegra Sudafed
Mucinex Celebrex Mobic Ultram Vicodin Percocet Neurontin Topamax Lamictal Keppra Depakote Celexa Paxil Effexor
Cymbalta Remeron Elavil Abilify Seroquel Zyprexa Klonopin Ambien Lunesta Cialis Propecia Mirena Yaz Fosamax Prolia
Kenalog Lamisil Rogaine"""),
    "herb_en_6": words("""ginseng ginkgo echinacea turmeric ashwagandha valerian chamomile peppermint lavender
fenugreek elderberry milk-thistle saw-palmetto black-cohosh goldenseal licorice garlic nettle calendula arnica comfrey
feverfew boswellia bacopa kava rhodiola astragalus dong-quai senna-leaf psyllium slippery-elm hawthorn horsetail
yarrow burdock sage thyme rosemary oregano basil fennel cardamom clove cinnamon mustard rooibos hibiscus spirulina
chlorella neem amla brahmi gotu-kola berberine glucosamine chondroitin biotin melatonin-gummies fish-oil lemon-balm
tea-tree witch-hazel aloe-juice maca tribulus yohimbe red-clover wild-yam evening-primrose bee-pollen
cascara"""),
    "eponym_en_6": [
        *(
            "Addison's disease",
            "Alport syndrome",
            "Alzheimer's disease",
            "Angelman syndrome",
            "Asperger's",
            "Baker's cyst",
        ),
        *("Barlow's disease", "Behcet's disease", "Berger's disease", "Blount's disease", "Bornholm disease"),
        *("Bowen's disease", "Brugada syndrome", "Budd-Chiari syndrome", "Buerger's disease", "Burkitt lymphoma"),
        *("Caroli disease", "Castleman disease", "Charcot foot", "Chagas disease", "Churg-Strauss syndrome"),
        *("Conn's syndrome", "Coats' disease", "Colles' fracture", "Costello syndrome", "Cowden syndrome"),
        *("Cushing's syndrome", "Dandy-Walker malformation", "De Quervain's tenosynovitis", "Dercum's disease"),
        *("Down syndrome", "Dravet syndrome", "Dressler's syndrome", "Duchenne muscular dystrophy"),
        *(
            "Dupuytren's contracture",
            "Ehlers-Danlos syndrome",
            "Edwards syndrome",
            "Epstein-Barr virus",
            "Ewing's sarcoma",
        ),
        *("Fabry disease", "Fanconi anemia", "Felty's syndrome", "Fournier's gangrene", "Friedreich's ataxia"),
        *(
            "Gaucher disease",
            "Gilbert's syndrome",
            "Goodpasture syndrome",
            "Grover's disease",
            "Guillain-Barre syndrome",
        ),
        *("Hand-Schuller disease", "Hansen's disease", "Hirschsprung's disease", "Horner's syndrome"),
        *("Hunter syndrome", "Huntington's disease", "Jones fracture", "Kaposi's sarcoma", "Kawasaki disease"),
        *("Kienbock's disease", "Klinefelter syndrome", "Korsakoff syndrome", "Legg-Calve-Perthes disease"),
        *("Lewy body dementia", "Lou Gehrig's disease", "Ludwig's angina", "Lynch syndrome", "Lyme disease"),
        *("Mallory-Weiss tear", "Marfan syndrome", "May-Thurner syndrome", "McArdle disease", "Meckel's diverticulum"),
        *("Merkel cell carcinoma", "Mirizzi syndrome", "Mondor's disease", "Morton's neuroma", "Munchausen syndrome"),
        *(
            "Osgood-Schlatter disease",
            "Osler-Weber-Rendu syndrome",
            "Paget's disease",
            "Pancoast tumor",
            "Perthes disease",
        ),
        *("Peyronie's disease", "Plummer-Vinson syndrome", "Pompe disease", "Pott's disease", "Prader-Willi syndrome"),
        *("Ramsay Hunt syndrome", "Reiter's syndrome", "Rett syndrome", "Reye's syndrome", "Scheuermann's disease"),
        *(
            "Sever's disease",
            "Sheehan's syndrome",
            "Sjogren's syndrome",
            "Stargardt disease",
            "Stevens-Johnson syndrome",
        ),
        *("Still's disease", "Sturge-Weber syndrome", "Takayasu arteritis", "Tay-Sachs disease", "Tietze syndrome"),
        *(
            "Tourette syndrome",
            "Turner syndrome",
            "Usher syndrome",
            "Von Willebrand disease",
            "Wegener's granulomatosis",
        ),
        *("Wernicke's encephalopathy", "Whipple's disease", "Williams syndrome", "Wilms tumor", "Wilson's disease"),
        *("Wolff-Parkinson-White syndrome", "Zollinger-Ellison syndrome"),
    ],
    "sign_en_6": [
        *("Babinski sign", "Murphy's sign", "McBurney's point", "Homans' sign", "Hoffmann's sign", "Kernig's sign"),
        *("Brudzinski's sign", "Phalen's test", "Tinel's sign", "Finkelstein test", "Lachman test", "McMurray's test"),
        *("Spurling's test", "Hawkins test", "Neer's sign", "Thomas test", "Thompson test", "Romberg's test"),
        *("Rovsing's sign", "Cullen's sign", "Grey Turner's sign", "Trousseau sign", "Chvostek's sign", "Weber test"),
        *("Rinne test", "Allen test", "Schober test", "Janeway lesions", "Osler nodes", "Roth spots"),
    ],
    "disease_en_6": words("""pneumonia COPD sinusitis strep hypertension angina arrhythmia heart-failure stroke
migraine epilepsy vertigo sciatica arthritis bursitis gout lupus psoriasis eczema acne rosacea shingles hives anemia
diabetes hypothyroidism GERD gastritis diverticulitis colitis hemorrhoids hepatitis gallstones pancreatitis
appendicitis kidney-stones cystitis prostatitis endometriosis fibroids PCOS preeclampsia mastitis osteopenia
tendinitis plantar-fasciitis glaucoma cataract conjunctivitis tinnitus depression anxiety insomnia ADHD
autism"""),
}
