"""Texts that look like identities and name nobody, kept apart: rules are judged on them. Rule authors do not read
this file (layout: `planted.open_part.negatives`).
"""

NEGATIVES = {
    ("zh", "laboratory values"): """PLT 1{3-9}{10-99}00000000/L是不是太低，WBC 1{3-9}{100-999}000000/L
淋巴细胞绝对值{0.80-4.90}*10^9/L，单核{0.10-0.90}*10^9/L
D-二聚体{0.10-5.90}mg/L FEU，纤维蛋白原{1.50-5.90}
糖化{5.1-12.9}%，C肽{0.50-4.90}，胰岛素{2.1-29.9}μIU/ml
AMH {0.10-9.90}，FSH {3.10-30.90}，LH {2.10-20.90}，E2 {20-300}
精子浓度{1-90}×10⁶/ml，前向{5-60}%
病毒复制{1.10-9.90}×10^{3-8}copies/mL
CD4 {100-900}个/μl，CD8 {100-900}，比值{0.30-2.90}
心肌酶CK {30-900} CK-MB {5-90} LDH {100-600} 肌钙0.0{1-9}
骨密度T值-{1.1-3.9}，Z值-{0.5-2.5}
pH 7.{20-50}，PO₂ {50-110}mmHg，PCO₂ {20-60}mmHg，BE -{1.0-9.9}
138{0-9}{10-99}个细胞/μL里多核占{20-80}%
血氨{10-90}，乳酸{1.0-9.9}，渗透压{270-310}mOsm/kg
１．白蛋白{25-50}g/L　２．球蛋白{20-40}g/L""",
    ("zh", "doses"): """阿司匹林100mg*{10-90}#，{word:drug_zh}{5-50}mg*{7-28}#
熟地{10-30}g 白术{6-15}g 黄芪{15-60}g 甘草{3-9}g 白芍{6-15}g 陈皮{3-9}g
柴胡{6-12}、黄芩{6-12}、党参{9-15}、葛根{9-30}、石膏{15-60}先煎
激素从{30-60}mg减到{5-25}mg，每周减{1-5}mg
利多卡因{2-10}ml＋曲安奈德{10-40}mg关节腔注射
{word:drug_zh}滴眼，{3-6}次/日，1滴/次
头孢{0.125-0.750}g/包，每次{0.5-2.0}包
化疗：顺铂{40-140}mg d1-{1-3}，依托泊苷{80-170}mg d1-{3-5}
{word:drug_zh}首剂{200-600}mg，之后{100-300}mg q12h""",
    ("zh", "approval numbers"): """批准文号：国药准字Ｈ{#8}
“国药准字B{#8}”查不到
国药准字（{2010-2023}）第{#6}号
沪械备{#8}号的敷料
国械进2021{#7}
卫食健字({2000-2005})第{#4}号
苏卫消证字(20{10-22})第320{#3}-{#4}号
注册证编号：国械注进2017{#7}，型号SC-{100-999}
农药登记证PD{#8}，误服{2-9}ml""",
    ("zh", "codes"): """主诊断 I{10-99}.{100-999}x00{1-9}
手术编码 {10-99}.{1000-9900}
肿瘤形态学编码M8{100-999}/3
TNM：cT{1-4}N{0-3}M0，IIIA期，Gleason {3-5}+{3-5}
LOINC {1000-9999}-{1-9}
BRCA1 NM_007294.{1-4}:c.{1000-5000}delA
CYP2C19*{1-3}/*{1-3}中间代谢型
CAS号{50-999}-{10-99}-{1-9}的试剂溅眼里了
视力{4.0-5.3}，散光-{0.25-3.75}×{10-180}""",
    ("zh", "batch and trace numbers"): """电子监管码 8{#3} {#4} {#4} {#4} {#4}
UDI：(01)0690{#10}(17)2{5-8}0{1-9}0{1-9}(10){#5}
奶粉罐底喷码{#10}，喝完拉稀
试剂盒LOT 2{#10}
生产批号：{#6}{1-9}B
支架序列号SN{#9}
保质期至20260{1-9}1{0-9}，批号20240{1-9}1{0-9}""",
    (
        "zh",
        "blood pressure and rates",
    ): """动态血压白天均值{120-160}/{70-99}，夜间{100-150}/{60-90}，24h {110-150}/{60-95}
胎心{120-160}、{120-160}、{120-160}，宫缩{10-90}
骑车心率138-14{0-9}-15{0-9}-16{0-9}
呼吸{12-40}次 体温{36.1-40.2} 脉搏{60-140} 血氧{85-100}
肺功能FEV1 {1.10-3.90} FVC {1.50-4.90} FEV1/FVC {45-90}
电测听 {10-30} {20-40} {30-60} {40-80} {50-90}dB""",
    ("zh", "days and weeks"): """{date}胚胎移植，{date}验血
早产儿，胎龄{28-36}周，纠正月龄{1-9}个月
NT {0.8-2.9}mm（{date}，孕1{1-3}周）
疗程自{date}至{date}
上环{date}，取环{date}
停经{40-90}天，{date}验孕两道杠
二〇二三年做过阑尾手术，{2-9}厘米疤
头七天{38.1-39.9}度，后{2-9}天正常
{date}~{date}住院，共{5-29}天
出生史：G2P1，{36-41}周剖宫产，{2400-4400}克""",
    ("zh", "words with surnames"): """李子过敏{2-9}年，吃了嘴肿
梅核气和{word:disease_zh}怎么区分
林旦乳膏抹了{2-9}天
罗氏芬过敏，换了{word:drug_zh}
安氏Ⅱ类，矫正要{12-36}个月
苏打水洗{2-9}天，白膜少了
贾第鞭毛虫查了{2-4}次
施万细胞瘤{10-40}mm
钱串子爬手上，肿了{2-9}天
雷火灸做了{3-12}次
患者左下肢{2-9}处瘀斑
患者常感乏力{2-9}个月
病人安静时心率{60-99}
病人江米吃多了，胀{2-9}天
患者：高血压{2-20}年；姓名处空白
秦艽{6-12}g，何首乌{6-15}g，杜仲{6-15}g
孔源性视网膜脱离{2-9}天
毛细血管扩张，激光{2-6}次
本人有{word:disease_zh}{2-20}年
本人女，{20-70}岁，白带多
康柏西普打了{2-6}针
史密斯骨折打石膏{3-8}周
范可尼综合征查尿{2-5}次
柳氮磺吡啶{0.25-1.00}g""",
    ("zh", "titles without names"): """找了个老中医开了{3-14}副
哪位主任周末坐诊，等了{2-9}周
让医生看一下片子，{2-9}张
实习医生和带教老师讨论了{10-50}分钟
经医生同意停{word:drug_zh}{2-9}天
平时医生太忙，只说{2-5}句
当时医生说{2-9}天能好
那医生的意思是吃{word:drug_zh}？
值班大夫给开了{word:drug_zh}
美容院老师做了{2-9}次
村医生打了{2-5}针
家庭医生签约{1-3}年
心理医生聊了{2-9}次
健康管理师和营养师建议{1200-2000}大卡
从医生那里拿了{2-9}盒
若主任有空请看，{2-9}天内都行
同事是医生，说{word:drug_zh}没用
女医生男医生都行，挂{2-9}号""",
    ("zh", "cues without identities"): """我叫外卖吃坏了，拉{3-9}次
您叫我停{word:drug_zh}，停{2-9}天了
我是孕妇，{6-39}周
我是上夜班的，{2-9}年了
本人身份证丢了，{2-9}天能补住院手续吗
微信转账交了{100-900}元
QQ糖吃多了牙疼{2-9}天
VX-770和VX-809是治囊性纤维化的吗，{150-250}mg
心电图V1-V{3-6}导联ST段抬高0.{1-5}mV
加V领颈托{2-9}周
企鹅走路姿势，髋疼{2-9}个月
手机放床头{30-60}cm有辐射吗
电话里听不清，讲了{2-9}分钟
床号{1-60}，等手术{2-9}天
住院号写错了能改吗，错{1-2}位
邮箱收不到报告，等{2-9}天
地址写省里就行？药寄{2-9}天
这药叫{word:drug_zh}，一盒{10-90}元
病名叫{word:disease_zh}
卡号忘了，能用社保卡吗，等{2-9}个人
生日蛋糕吃多了，血糖{8.1-16.9}
出生缺氧{2-9}分钟，现在{2-9}岁
卫星灶{2-9}mm是什么意思
绿泡泡一样的痰{2-9}天
扣我{10-90}元挂号费
12320和120都打了{2-5}遍""",
    ("zh", "papers and links to nothing"): """doi:10.{1000-9999}/j.cjim.20{10-23}.0{1-9}.{100-999}
ISBN 978-7-117-{10000-99999}-{0-9}那本内科学
ChiCTR{#10}招募吗
Lancet 20{10-23};{370-402}:{1000-2000}-{10-99}
专利号ZL20{10-20}1{#7}.{1-9}的枕头
见《伤寒论》第{10-390}条
HR=0.{50-99}（95%CI 0.{30-49}-0.{50-99}），N={1000-9999}""",
    ("en", "laboratory values"): """hs-CRP {0.5-9.9}, ESR {5-90}, ANA 1:{80-640}
Na {130-148}/K {3.1-5.8}/Cl {95-110}/HCO3 {18-30}
INR {1.1-4.9} on {2-9} mg {word:drug_en}
ABG 7.{20-50}/{30-60}/{60-100}/{18-30}
vitamin D {8-60} ng/mL, B12 {150-900} pg/mL
sperm {5-90} million/mL, motility {10-70}%
ferritin {5-900}, TIBC {250-450}, sat {5-60}%
WBC 1{3-9},{100-999},000,000 per L
AMH {0.10-6.90}, FSH {3.1-30.9}, CD138+ {10-90}%
555-{560-620} nm light for {5-20} min""",
    ("en", "doses"): """{word:drug_en} {5-500}mg#30 refill {1-5}
sliding scale {2-4}-{5-8}-{9-12} units, {word:drug_en} held
{0.1-0.9} mL s.c. q.wk. x{4-12}
{word:drug_en} 1/2 tab a.m., {1-2} tab p.m., {5-20} mg each
carboplatin AUC {4-6} + paclitaxel {135-200} mg/m2 q{2-4}w""",
    ("en", "codes and numbers"): """HCPCS J{1000-9999}, modifier {20-99}
ISBN 978-0-{100-999}-{10000-99999}-{0-9}
doi:10.1056/NEJMoa{#7}
PMID: {#8}, NCT0{#7}
SNOMED {#8}, LOINC {1000-9999}-{0-9}
serial no. of the CPAP mask SN{#9}
UDI (01)0{#13}(17)26{#4}
BRAF p.Val600Glu, NM_004333.{1-6}, rs{#8}
ANDA 0{#5}, NDC {#5}-{100-999}-{10-99}
model HEM-{#4}, FCC ID {#6}""",
    ("en", "days and weeks"): """embryo transfer {date}, beta {date}
EDD by scan {date}
born by c-section at {36-41}w{0-6}d, {5-9} lb {1-15} oz
vaccine dose 1 {date}, dose 2 {date}
symptom diary: {date} pain {2-9}/10
preemie born {6-12} weeks early, NICU {2-9} weeks
cycle day {2-28}, last bleed {date}""",
    ("en", "eponyms and words"): """Colles fracture, {3-8} weeks in a cast
Young-Burgess type, Salter-Harris {1-5}
Heimlich maneuver {2-5} times
Robert Jones bandage for {2-6} weeks
Down syndrome risk 1 in {100-2000}
Baker's cyst {10-50} mm
Dr. Scholl's insoles for {2-9} months
Dr Pepper {2-6} cans a day
doctor visits every {2-6} weeks
I'm Rh negative, {6-38} weeks
I am Black and tan badly, use SPF {15-50}
Will {word:drug_en} help, {5-50} mg
Mark the mole, it grew {2-9} mm
Grace period, {2-9} days without {word:drug_en}
Wilms tumor, Ewing sarcoma, {2-9} cm
Epley maneuver {2-6} times
Dear Doc, baby is {2-11} months
Miller Fisher variant, {2-9} weeks of weakness""",
    ("en", "cues without identities"): """call me crazy but {word:drug_en} {5-50} mg works
my number one worry is {word:disease_en}, {2-9} years
I go by weight, {8-30} kg
card number was declined {2-4} times
the patient portal link is dead, {2-9} days
name of the drug is {word:drug_en}, {5-50} mg
they call me anxious, {2-9} panic attacks a week
chart says {word:disease_en}, page {2-9}
born in the summer of 20{10-20}, {2-9} ear infections
email or phone, either, within {2-9} days
I live at high altitude, {1500-3500} m
nurse on call said {2-9} hours
seen by a PA and an MD, {2-6} visits
my social life suffers, {2-9} months""",
    ("en", "blood pressure and rates"): """orthostatics {120-150}/{70-90} lying, {90-119}/{50-69} standing
peak flow {200-300}-{301-400}-{401-500}
audiogram {10-30} {20-40} {30-60} {40-90} dB
FEV1 {1.10-3.90} L, FVC {1.50-4.90} L, {45-90}%
RR {12-40}, T {36.1-40.2}, SpO2 {85-100} on {1-6} L""",
}
