"""Words of the fifth kept part that fill a slot and name nobody. Rule authors do not read this file."""

from planted.templates import words

WORDS = {
    "drug_zh_5": words("""阿托伐他汀 瑞舒伐他汀 氨氯地平 硝苯地平控释片 非洛地平 缬沙坦 坎地沙坦 依那普利 卡托普利
美托洛尔 阿替洛尔 普萘洛尔 华法林 利伐沙班 阿司匹林肠溶片 地高辛 胺碘酮 吲达帕胺 沙库巴曲缬沙坦 格列美脲
阿卡波糖 达格列净 地特胰岛素 度拉糖肽 左甲状腺素钠 雷贝拉唑 泮托拉唑 铝碳酸镁 莫沙必利 胶体果胶铋 谷胱甘肽
水飞蓟宾 甘草酸二铵 拉米夫定 索磷布韦 柳氮磺胺吡啶 枯草杆菌二联活菌 开塞露 头孢克肟 头孢呋辛 头孢他啶
哌拉西林他唑巴坦 美罗培南 万古霉素 阿奇霉素 莫西沙星 呋喃妥因 磷霉素氨丁三醇 利福平 异烟肼 乙胺丁醇 吡嗪酰胺
伏立康唑 奥司他韦 利巴韦林 氯雷他定 地氯雷他定 布地奈德 异丙托溴铵 沙丁胺醇 氨茶碱 愈创甘油醚 甲氨蝶呤 羟氯喹
环磷酰胺 硫唑嘌呤 托法替布 塞来昔布 对乙酰氨基酚 吲哚美辛 秋水仙碱 非布司他 别嘌醇 阿仑膦酸钠 骨化三醇 乙哌立松
甲钴胺 苯妥英钠 托吡酯 美金刚 多奈哌齐 舍曲林 艾司西酞普兰 曲唑酮 丁螺环酮 氯硝西泮 地西泮 阿普唑仑 氟桂利嗪
倍他司汀 地屈孕酮 米索前列醇 溴隐亭 多沙唑嗪 度他雄胺 托特罗定 西地那非 吉非替尼 厄洛替尼 伊马替尼 替吉奥 奥沙利铂
曲妥珠单抗 高锰酸钾 莫匹罗星软膏 卤米松乳膏 他扎罗汀 维A酸乳膏"""),
    "patent_zh_5": words("""六味地黄丸 龙牡壮骨颗粒 连花清瘟胶囊 藿香正气水 复方丹参滴丸 速效救心丸 麝香保心丸
天麻钩藤颗粒 牛黄降压丸 松龄血脉康 银杏蜜环口服溶液 脑心舒口服液 安神补脑液 枣仁安神胶囊 人参归脾丸 八珍益母丸
乌鸡白凤丸 益母草膏 宫血宁胶囊 花红片 金刚藤胶囊 散结镇痛胶囊 乳核散结片 平消片 华蟾素片 参芪扶正注射液 胃苏颗粒
三九胃泰 气滞胃痛颗粒 健胃消食片 四磨汤口服液 枳术宽中胶囊 固本益肠片 补脾益肠丸 痔宁片 消痔灵 护肝片 茵栀黄颗粒
胆宁片 消炎利胆片 排石颗粒 肾石通颗粒 热淋清颗粒 黄葵胶囊 尿毒清颗粒 百令胶囊 金水宝 癃闭舒胶囊 桂附地黄丸
右归胶囊 五子衍宗丸 仙灵骨葆 藤黄健骨片 盘龙七片 腰痹通胶囊 痛风定胶囊 追风透骨丸 伸筋丹 风湿骨痛胶囊 麝香壮骨膏
正红花油 蒲地蓝消炎口服液 抗病毒口服液 清开灵颗粒 感冒清热颗粒 荆防颗粒 急支糖浆 强力枇杷露 肺力咳合剂 橘红丸
养阴清肺膏 金嗓子喉片 藏青果喉片 鼻渊舒口服液 千柏鼻炎片 耳聋左慈丸 障眼明片 湿毒清胶囊 皮肤病血毒丸 当归苦参丸
小儿柴桂退热颗粒 小儿化痰止咳颗粒 王氏保赤丸 醒脾养儿颗粒 健儿消食口服液"""),
    "herb_zh_5": words("""黄芪 党参 当归 白芍 甘草 柴胡 黄芩 黄连 黄柏 半夏 胆南星 竹茹 枇杷叶 苦杏仁 前胡 白前
麻黄 桂枝 细辛 藁本 蔓荆子 升麻 蝉蜕 淡竹叶 知母 天花粉 栀子 芦根 玄参 水牛角 紫草 银柴胡 青蒿 地骨皮 大黄
芒硝 火麻仁 郁李仁 防己 秦艽 威灵仙 木瓜 五加皮 海风藤 豨莶草 藿香 佩兰 砂仁 白豆蔻 草果 薏苡仁 茵陈 虎杖 通草
萆薢 滑石 瞿麦 萹蓄 山楂 神曲 麦芽 莱菔子 鸡内金 使君子 槟榔 乌梅 诃子 五味子 浮小麦 芡实 莲子 桑螵蛸 金樱子
蒲黄 茜草 艾炭 延胡索 姜黄 乳香 没药 泽兰 王不留行 土鳖虫 白果 苏子 礞石 珍珠母 磁石 柏子仁 夜交藤 灵芝 罗布麻
石斛 巴戟天 淫羊藿 仙茅 补骨脂 益智仁 锁阳 肉苁蓉 狗脊 骨碎补 紫河车 龟甲 何首乌藤 桑椹 黑芝麻 白薇 白茅根
韩信草 杜衡 田基黄 江南卷柏 毛冬青 路边青 金荞麦 马齿苋 马鞭草 水红花子 牛大力 万年青 常山 钟乳石"""),
    "formula_zh_5": words("""麻杏甘石汤 银翘散 桑菊饮 荆防败毒散 九味羌活汤 参苏饮 小承气汤 大承气汤 调胃承气汤 麻子仁丸
竹叶石膏汤 清营汤 犀角地黄汤 清瘟败毒饮 导赤散 泻白散 清胃散 玉女煎 芍药汤 青蒿鳖甲汤 黄芪建中汤 小建中汤 大建中汤
四逆汤 四逆散 参附汤 黄芪桂枝五物汤 防风汤 蠲痹汤 羌活胜湿汤 三仁汤 甘露消毒丹 茵陈蒿汤 八正散 石韦散 萆薢分清饮
实脾散 防己黄芪汤 五皮饮 藿香正气散 平胃散 保和汤 枳实导滞丸 越鞠丸 金铃子散 旋覆代赭汤 橘皮竹茹汤 丁香柿蒂汤
苏子降气汤 失笑散 丹参饮 桃核承气汤 大黄牡丹汤 复元活血汤 十灰散 槐花散 黄土汤 川芎茶调散 大秦艽汤 牵正散
地黄饮子 羚角钩藤汤 大定风珠 杏苏散 清燥救肺汤 增液汤 养阴清肺汤 清气化痰丸 小陷胸汤 贝母瓜蒌散 三子养亲汤
当归补血汤 泰山磐石散 左归丸 虎潜丸 四神丸 真人养脏汤 缩泉丸 固冲汤 牡蛎散 安神定志丸 交泰丸 寿胎丸 通窍活血汤"""),
    "eponym_zh_5": words("""帕金森综合征 阿尔茨海默症 亨廷顿病 多发性硬化 巴塞多氏病 桥本氏病 库欣综合征 阿狄森氏病
希恩综合征 爱德华综合征 帕套综合征 克兰费尔特综合征 杜氏肌营养不良 马方综合征 斯蒂克勒综合征 川崎综合征 舍格伦综合征
贝赫切特病 雷诺氏现象 成人斯蒂尔病 莱特尔综合征 高安动脉炎 伯格氏病 韦氏肉芽肿 莱姆关节炎 布氏杆菌病 军团菌肺炎
李斯特菌脑膜炎 科萨奇病毒感染 EB病毒感染 汉坦病毒肺综合征 克隆氏病 巴瑞特食管 贲门失弛缓症 佐林格-埃利森综合征
吉尔伯特氏综合征 杜宾-约翰逊综合征 柏-查综合征 肝豆状核变性 米里兹综合征 麦克尔憩室 希施斯普龙病 法乐氏四联症
艾森曼格综合征 预激综合征 长QT综合征 阿斯综合征 贝克囊肿形成 佩吉特骨病 迪皮特朗氏挛缩 德奎尔万腱鞘炎 莫顿氏神经瘤
奥斯古德病 勒格-佩尔特斯病 肖伊尔曼氏病 贝尔氏麻痹 拉姆齐·亨特综合征 美尼尔氏综合征 格林巴利综合征 兰伯特-伊顿综合征
阿诺德-基亚里畸形 伦诺克斯综合征 韦斯特综合征 抽动秽语综合征 安格曼综合征 普拉德-威利综合征 雷特氏综合征 泰-萨克斯病
戈谢氏病 法布雷病 庞培病 范科尼贫血 冯·希佩尔-林道病 冯雷克林豪森病 何杰金氏病 伯基特氏淋巴瘤 尤因肉瘤 卡波西氏肉瘤
威尔姆氏瘤 克鲁肯伯格瘤 鲍恩病 派杰氏病 海利-海利病 福克斯-福代斯病 阿舍曼综合征 迈耶-罗基坦斯基综合征 阿尔波特综合征
巴特氏综合征 利德尔综合征 康氏综合征 古德帕斯丘综合征 林奇综合征 李-佛美尼综合征 考登综合征 特发性震颤"""),
    "sign_zh_5": words("""莫菲氏征 麦氏点压痛 罗夫辛征 巴氏征 布氏征 克氏征 龙贝格征 霍夫曼氏征 拉塞格氏征 直腿抬高试验
四字试验 浮髌试验 抽屉试验 拉赫曼试验 麦氏征 汤普森试验 芬氏试验 蒂内尔氏征 费伦试验 艾伦试验 托马斯氏征 盖氏试验
奥托兰尼试验 巴洛试验 沃氏征 陶瑟征 卡伦征 格雷特纳征 布鲁津斯基氏征 林氏试验 韦氏试验 凯尔征 闭孔肌试验"""),
    "disease_zh_5": words("""高血压病 2型糖尿病 冠心病 心律失常 心肌缺血 扩张型心肌病 慢性支气管炎 哮喘 肺气肿 肺结节
肺栓塞 胸膜炎 胃溃疡 慢性胃炎 胃息肉 肠梗阻 溃疡性结肠炎 脂肪肝 肝囊肿 胆囊息肉 胆囊炎 慢性肾炎 肾结石 肾病综合征
尿路感染 贫血 白细胞减少 淋巴瘤 甲状腺结节 甲减 痛风 腰椎间盘突出症 骨性关节炎 腱鞘炎 骨折 强直性脊柱炎 系统性红斑狼疮
脑梗死 偏头痛 癫痫 帕金森病早期 抑郁症 失眠症 子宫肌瘤 盆腔炎 多囊卵巢综合征 阴道炎 乳腺增生 宫外孕 前列腺增生
鞘膜积液 肛裂 疝 湿疹 银屑病 带状疱疹 毛囊炎 白内障 青光眼 中耳炎 鼻窦炎 扁桃体炎 手足口病 水痘 幼儿急疹 肠套叠"""),
    "exam_zh_5": words("""胃镜 肠镜 增强CT 核磁 心脏彩超 血管造影 甲功五项 骨密度 肺功能 脑电图 肌电图 糖化血红蛋白
动态血压 碳13 同型半胱氨酸 宫腔镜 输卵管造影 羊水穿刺 染色体 过敏原 血气分析 尿动力 前列腺特异抗原 结核斑点试验"""),
    "icd_5": words("""I11.900 I21.401 I50.907 E10.900 E05.900 E78.500 K25.900 K35.800 K57.300 J12.900 J06.900 J98.414
N04.900 N40.X00 N80.001 M05.900 M10.900 M51.202 C16.900 C18.700 C50.900 C22.000 D50.900 D69.600 O34.200 P07.300 F32.900
G20.X00 G43.000 H25.900 H66.900 L50.900 L70.000 R07.400 S52.500 T14.100 Z34.900 B18.106 A15.000 A41.900"""),
    "drug_en_5": words("""losartan olmesartan telmisartan benazepril captopril quinapril metoprolol atenolol nadolol
labetalol nifedipine felodipine spironolactone bumetanide hydrochlorothiazide triamterene clonidine minoxidil
rosuvastatin simvastatin lovastatin niacin gemfibrozil rivaroxaban prasugrel heparin enoxaparin flecainide sotalol
glyburide repaglinide acarbose dapagliflozin dulaglutide tirzepatide insulin pantoprazole rabeprazole ranitidine
misoprostol dicyclomine hyoscyamine bisacodyl lactulose docusate azithromycin doxycycline cephalexin cefdinir
ceftriaxone ciprofloxacin moxifloxacin vancomycin linezolid nystatin griseofulvin itraconazole oseltamivir
ivermectin albendazole hydroxychloroquine montelukast albuterol ipratropium theophylline guaifenesin
pseudoephedrine diphenhydramine hydroxyzine betamethasone prednisolone hydrocortisone methotrexate mycophenolate
adalimumab etanercept infliximab rituximab naproxen indomethacin etodolac nabumetone tramadol morphine fentanyl
methadone naltrexone cyclobenzaprine methocarbamol baclofen tizanidine gabapentin phenytoin phenobarbital zonisamide
donepezil memantine escitalopram citalopram fluoxetine bupropion trazodone buspirone clonazepam alprazolam
haloperidol ziprasidone lurasidone clozapine methylphenidate atomoxetine estradiol medroxyprogesterone raloxifene
exemestane tamsulosin dutasteride solifenacin mirabegron sildenafil isotretinoin tretinoin mupirocin Advil Aleve
Motrin Excedrin Claritin Zyrtec Singulair Prilosec Nexium Crestor Plavix Eliquis Xarelto Trulicity Jardiance
Humira Enbrel Lexapro Prozac Wellbutrin Xanax Ativan Lyrica Flexeril Imitrex Botox Depo-Provera Clomid Lupron
Accutane Viagra Flomax"""),
    "herb_en_5": [
        *words("""peppermint fennel thyme oregano parsley dill cloves cardamom cumin ginkgo astragalus boswellia
bilberry cranberry dandelion marshmallow mullein passionflower skullcap hops rosehip aloe eucalyptus camphor
wintergreen catnip cinchona collagen creatine quercetin zinc magnesium probiotics flaxseed wheatgrass moringa-leaf
noni guarana damiana vitex schisandra reishi chaga shilajit triphala tulsi"""),
        "cod liver oil",
        "tea tree oil",
        "apple cider vinegar",
        "grapefruit seed extract",
        "red yeast rice",
        "olive leaf",
        "devil's claw",
        "cat's claw",
        "horse chestnut",
        "pau d'arco",
        "bachelor's button",
        "lady's slipper",
        "Epsom salts",
        "Friar's Balsam",
        "green tea",
        "stinging nettle",
        "sweet basil",
        "blessed thistle",
        "herb robert",
        "black-eyed Susan",
        "basil and rosemary tea",
        "ginger and lemon",
        "Bach flower drops",
    ],
    "eponym_en_5": [
        "Addison's disease",
        "Cushing's syndrome",
        "Graves' ophthalmopathy",
        "Hashimoto's encephalopathy",
        "de Quervain's thyroiditis",
        "Conn's syndrome",
        "Sheehan's syndrome",
        "Klinefelter's",
        "Turner's syndrome",
        "Down's syndrome",
        "Patau syndrome",
        "Marfan syndrome",
        "Ehlers-Danlos",
        "Loeys-Dietz syndrome",
        "Kawasaki disease",
        "Behçet's",
        "Sjogren's syndrome",
        "adult-onset Still's disease",
        "Takayasu's arteritis",
        "Henoch-Schonlein purpura",
        "Churg-Strauss syndrome",
        "Goodpasture's",
        "Alport's syndrome",
        "IgA nephropathy (Berger)",
        "Fanconi anemia",
        "von Willebrand disease",
        "Crohn disease",
        "Barrett esophagus",
        "Schatzki ring",
        "Zenker's diverticulum",
        "Boerhaave syndrome",
        "Gilbert's",
        "Wilson's disease",
        "Caroli disease",
        "Mirizzi syndrome",
        "Hirschsprung disease",
        "Fallot's tetralogy",
        "Eisenmenger syndrome",
        "Ebstein's anomaly",
        "Dressler syndrome",
        "WPW syndrome",
        "Parkinson's plus",
        "Parkinsonism",
        "Alzheimer's dementia",
        "Pick's disease",
        "Lewy body dementia",
        "Creutzfeldt-Jakob disease",
        "Friedreich's ataxia",
        "Erb's palsy",
        "Klumpke palsy",
        "Brown-Sequard syndrome",
        "Lambert-Eaton",
        "Miller Fisher syndrome",
        "Tolosa-Hunt syndrome",
        "Chiari malformation",
        "Meniere disease",
        "Tietze syndrome",
        "Sever's disease",
        "Kienböck's disease",
        "Baker's cyst",
        "Freiberg's disease",
        "Colles' fracture",
        "Jones fracture",
        "Hill-Sachs lesion",
        "Bankart tear",
        "Perthes disease",
        "Paget's disease of the nipple",
        "Merkel cell carcinoma",
        "Hodgkin's",
        "Waldenström's",
        "Krukenberg tumour",
        "Li-Fraumeni syndrome",
        "Cowden syndrome",
        "Gardner syndrome",
        "Gorlin syndrome",
        "Hailey-Hailey disease",
        "Grover's disease",
        "Sweet's syndrome",
        "Mondor's disease",
        "Fordyce spots",
        "Bartholin's cyst",
        "Peyronie's",
        "Fournier's gangrene",
        "Vincent's angina",
        "Ludwig's angina",
        "Lemierre's syndrome",
        "Hansen's disease",
        "Coxsackie virus",
        "Epstein-Barr virus",
        "Osler-Weber-Rendu",
        "Sturge-Weber",
        "Prader-Willi syndrome",
        "Angelman syndrome",
        "Tay-Sachs",
    ],
    "sign_en_5": [
        "Murphy's sign",
        "McBurney's point",
        "Psoas sign",
        "Cullen's sign",
        "Grey Turner sign",
        "Courvoisier sign",
        "Babinski's",
        "Hoffman's reflex",
        "Romberg's",
        "Lhermitte's sign",
        "Phalen's",
        "Tinel's",
        "Allen's test",
        "Hawkins-Kennedy test",
        "Neer's test",
        "Apley's test",
        "Thomas test",
        "Ober's test",
        "Patrick's test",
        "Ortolani's test",
        "Barlow maneuver",
        "Epley maneuver",
        "Weber test",
        "Schirmer's test",
        "Koplik's spots",
        "Auspitz sign",
        "Virchow's node",
        "Heberden's nodes",
        "Bouchard's nodes",
        "Janeway lesions",
    ],
    "disease_en_5": words("""gastritis reflux appendicitis pancreatitis hepatitis cirrhosis hemorrhoids colitis
bronchitis asthma emphysema sinusitis tonsillitis laryngitis hypertension angina cardiomyopathy pericarditis stroke
migraine neuropathy sciatica scoliosis bursitis tendonitis osteoporosis gout fibromyalgia lupus anemia leukemia
hypothyroidism diabetes obesity psoriasis acne shingles cellulitis scabies ringworm vitiligo glaucoma cataracts
conjunctivitis mononucleosis measles chickenpox prostatitis cystitis pyelonephritis depression anxiety insomnia
dementia autism"""),
}
