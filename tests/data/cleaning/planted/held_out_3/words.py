"""Words of the third kept part that fill a slot and name nobody. Rule authors do not read this file."""

from planted.templates import words

WORDS = {
    "weekday_zh": words("一 二 三 四 五"),
    "drug_zh_3": words("""阿司匹林 阿托伐他汀 瑞舒伐他汀 氨氯地平 硝苯地平 缬沙坦 美托洛尔 格列美脲 阿卡波糖
达格列净 雷贝拉唑 泮托拉唑 莫沙必利 铝碳酸镁 头孢克肟 头孢呋辛 阿奇霉素 莫西沙星 奥司他韦 连花清瘟胶囊 蓝芩口服液
蒲地蓝消炎口服液 甘草片 羚羊角颗粒 复方丹参滴丸 速效救心丸 麝香保心丸 六味地黄丸 逍遥丸 归脾丸 乌鸡白凤丸 王氏保赤丸
季德胜蛇药片 藿香正气水 金水宝 孟鲁司特钠 布地奈德 沙丁胺醇 氯雷他定 甲钴胺 维生素B12 碳酸钙D3 阿仑膦酸钠 塞来昔布
秋水仙碱 非布司他 左甲状腺素钠 优思明 地屈孕酮 阿普唑仑 舍曲林 艾司西酞普兰 美金刚 多奈哌齐 伊马替尼 吉非替尼
曲妥珠单抗 甲氨蝶呤 羟氯喹 华法林 利伐沙班 云南白药气雾剂 柴胡颗粒 白芍 当归 何首乌 杜仲 石斛 党参 黄芪 王不留行
徐长卿 刘寄奴 马齿苋 黄柏 金银花"""),
    "disease_zh_3": words("""高血压 2型糖尿病 冠心病 慢性胃炎 胃食管反流病 肺结节 支气管哮喘 慢阻肺 脑梗塞
腰椎间盘突出 类风湿关节炎 痛风 甲状腺结节 桥本氏甲状腺炎 格雷夫斯病 乳腺增生 子宫肌瘤 多囊卵巢综合征 前列腺增生
肾结石 尿路感染 胆囊结石 脂肪肝 乙肝小三阳 胰腺炎 过敏性鼻炎 湿疹 银屑病 带状疱疹 白癜风 帕金森病 阿尔茨海默病 癫痫
偏头痛 抑郁症 霍奇金淋巴瘤 川崎病 干燥综合征 系统性红斑狼疮 强直性脊柱炎 克罗恩病 溃疡性结肠炎 手足口病 疱疹性咽峡炎
巴雷特食管 贝赫切特病 亨廷顿病 威尔逊病 吉兰-巴雷综合征 库欣综合征"""),
    "drug_en_3": words("""metoprolol losartan hydrochlorothiazide gabapentin pantoprazole simvastatin
rosuvastatin albuterol montelukast azithromycin ciprofloxacin doxycycline cephalexin naproxen tramadol
cyclobenzaprine citalopram escitalopram fluoxetine bupropion trazodone clonazepam Xanax Lexapro Wellbutrin Nexium
Prilosec Zyrtec Claritin Singulair Lyrica Eliquis Xarelto Plavix Humira methotrexate hydroxychloroquine
spironolactone tamsulosin Crocin Dolo Pan-D Augmentin"""),
    "disease_en_3": [
        "high blood pressure",
        "type 2 diabetes",
        "acid reflux",
        "IBS",
        "migraine",
        "anxiety",
        "hypothyroidism",
        "Hodgkin's lymphoma",
        "Parkinson's",
        "Alzheimer's disease",
        "Sjogren's syndrome",
        "Cushing's syndrome",
        "Addison's disease",
        "Marfan syndrome",
        "Kawasaki disease",
        "Wilson's disease",
        "Huntington's disease",
        "Peyronie's disease",
        "Baker's cyst",
        "Bartholin's cyst",
        "Osgood-Schlatter disease",
        "Dupuytren's contracture",
        "De Quervain's tenosynovitis",
        "Paget's disease",
        "Lyme disease",
        "fibromyalgia",
        "psoriasis",
        "kidney stones",
        "a herniated disc",
        "plantar fasciitis",
    ],
}
