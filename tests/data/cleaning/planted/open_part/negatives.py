"""Texts that look like identities and name nobody, open part: rules may be developed on them.

By language and topic, one template a line (slots: `planted.templates`). An identity rule leaves every one as it is.
"""

NEGATIVES = {
    ("zh", "laboratory values"): """白细胞{3.1-18.9}×10⁹/L，血小板{100-400}×10⁹/L，红细胞{3.1-5.9}×10¹²/L
肌酐{44-180}μmol/L，尿素{2.1-9.9}mmol/L，尿酸{200-600}μmol/L
病毒载量{1.10-9.90}e{3-9}拷贝/ml，HBV-DNA {1.10-9.90}E+0{3-8}
白细胞总数1{3-9}{#7}00/L，偏高
谷丙转氨酶{20-400}U/L(0-40)，谷草{20-400}U/L(0-40)
TSH {0.10-9.90}mIU/L FT3 {2.10-6.80}pmol/L FT4 {9.10-22.80}pmol/L
总胆红素{5.1-40.9}，直接{1.1-9.9}，间接{3.1-30.9}
血糖 {4.1-6.9} {7.1-13.9} {7.1-12.9} {5.1-9.9}，分别是空腹、1h、2h、3h
钠{130-148} 钾{3.1-5.8} 氯{95-110} 钙{2.01-2.70}
βHCG从{1000-2000}到{2001-4000}再到{4001-9000}，翻倍正常吗
尿常规：白细胞{100-500}/ul，红细胞{10-300}/ul，比重1.0{10-30}
CEA {0.5-9.9} ng/mL，CA125 {5.0-80.9} U/mL，CA19-9 {2.0-60.9} U/mL
甲胎蛋白＜{1-9}.{10-99}，癌胚抗原{0.50-4.90}
血沉{5-90}mm/h，C反应蛋白{1.0-90.9}mg/L，ASO<{25-200}
①血红蛋白{80-160}g/L ②红细胞压积{30-50}% ③MCV {70-100}fl""",
    ("zh", "doses"): """{word:drug_zh}{0.1-0.9}g×{12-48}片×{1-3}盒
{word:drug_zh}每次{1-3}片，每日{2-3}次，连服{5-15}天
{word:drug_zh}{5-500}mg bid po，{word:drug_zh}{5-100}mg qd
5%葡萄糖{100-500}ml+{word:drug_zh}{0.5-3.0}g静滴
体重{8-30}kg，按{5-40}mg/kg算，一天{100-900}mg对吗
早{4-20}u 中{4-20}u 晚{4-20}u 睡前{8-24}u
{word:drug_zh}吃到{date}，换成{word:drug_zh}
退烧药吃了{2-9}ml，隔{4-6}小时又吃{2-9}ml
雾化{1-3}支/次，{2-3}次/日，10-14天一疗程""",
    ("zh", "approval numbers"): """国药准字H{#8}的{word:drug_zh}能吃吗
包装上写国药准字Z{#8}
盒子上是国药准字S{#8}，批号{#8}
进口药品注册证号H{#8}
医药产品注册证号HC{#8}
国药准字J{#8}和H{#8}一样吗
国械注准2019314{#4}
粤妆{#8}是药吗
国食健字G{#8}，不是药""",
    ("zh", "codes"): """诊断编码E11.{100-999}，{word:disease_zh}
ICD-10：K{20-95}.{100-999}
诊断：J{10-99}.{0-9}、I{10-99}.{0-9}
DRG分组GB{10-39}{1-5}
病理：Ki-67（{5-90}%+），ER（-），PR（{10-90}%）
HLA-B27阳性，rs{#7}是什么意思
基因检测c.{100-4000}G>A，p.Val{100-700}Glu杂合
核型46,XX,t(9;22)(q34;q11)
G{1-4}P{0-2}，LOA，S+{0-3}""",
    ("zh", "batch and trace numbers"): """产品批号{#8}，有效期至202{4-8}1{0-2}
批号：{#6}A{1-9}
生产日期202{0-4}0{1-9}1{0-9}，批号{#7}
药品追溯码8{#19}
条形码690{#10}扫不出来
疫苗批号{#9}，打完发烧
批号2023{#4}-{1-9}的奶粉""",
    ("zh", "blood pressure and rates"): """血压{110-190}/{60-110}/{60-99}，三个数都是什么
早上{120-170}/{70-100}，中午{120-170}/{70-100}，晚上{120-170}/{70-100}
心率{60-130}-{131-160}次/分
心率序列 {60-99} {60-99} {100-130} {60-99} {100-140}
高压{130-190}低压{70-110}脉搏{55-110}
13-15-18-20-{21-29}，这是手抖量表每周的分数""",
    ("zh", "days and weeks"): """末次月经{date}，今天孕{5-39}周+{1-6}天
{date}初诊，{date}复诊
孕{10-39}+{1-6}周，预产期202{4-6}年{1-12}月{1-28}日
{date}做的手术，{date}拆线
宝宝出生{2-90}天，体重{2500-5200}g
孩子出生时{2000-4500}克，足月
月经周期{26-35}天，{date}来的
20{10-22}年查出{word:disease_zh}，到现在没发作
出生后{1-9}个月发现的
{date}打的第{1-3}针疫苗""",
    ("zh", "words with surnames"): """{word:disease_zh}和{word:disease_zh}有关系吗
{word:drug_zh}和{word:drug_zh}能一起吃吗，间隔{1-6}小时
于是我停了{word:drug_zh}{2-9}天
有什么好方法治{word:disease_zh}
王氏连朴饮喝了{3-14}副
马应龙和{word:drug_zh}哪个好
何时可以停{word:drug_zh}
白带发黄，{word:drug_zh}用了{3-9}天
患者{word:disease_zh}{2-20}年
病人高热{38.5-40.5}度
患儿黄染{3-12}天
患者方便时空腹抽血，{2-5}天出结果
唐筛1/{270-2000}，要做无创吗
张口受限{2-9}个月，张嘴{10-30}mm
孙子{3-12}岁，常年鼻炎
金匮肾气丸吃了{5-30}天，温水送服
高烧{38.6-40.9}，史无前例地难受
用白酒擦身体{1-4}次可以吗
余毒未清，牛奶要忌吗，已经{3-9}天""",
    ("zh", "titles without names"): """医生您好，我{18-80}岁，{word:disease_zh}{2-20}年
谢谢医生，{word:drug_zh}我吃{2-9}天再看
主任医师和副主任医师差{10-90}块钱，有区别吗
去看了牙科医生，说要{2-6}次
周三医生出诊吗，上次周一主任不在，等了{2-9}小时
和医生商量了{2-5}次
向医生请教，{word:drug_zh}一天{1-4}片
门诊医生让我{2-9}天后来
专家主任都说不用手术，再观察{3-12}个月
老师傅按摩了{2-9}次
护士扎了{2-5}针
金牌医生说的{word:drug_zh}对吗
于医生而言这是小病，我愁了{2-9}天
高年资医生和住院医生说法不同，吃{1-4}片还是{1-4}片
于是医生开了{word:drug_zh}
找大夫看过{2-6}次
连医生都说{word:disease_zh}难治
全科主任看过，吃{word:drug_zh}就行""",
    ("zh", "cues without identities"): """我叫了救护车，等了{10-60}分钟
我叫不醒他，睡了{10-20}小时
我叫孩子别挠，挠了{2-9}天
我是敏感肌，用{word:drug_zh}行吗
我是{word:disease_zh}患者，{20-80}岁
需要带身份证吗，带了{2-5}张片子
电话多少，我打了{2-5}次没人接
姓名要填真名吗，填错{1-3}次了
住院号在哪里看，住了{2-20}天
微信公众号里说{word:drug_zh}伤肾
在微信上看到吃姜好，吃了{3-20}天
QQ群里说{word:disease_zh}能自愈
扣扣子的时候手抖{2-9}个月
QT间期{350-480}ms，QTc {380-500}ms
加VC{100-500}mg可以吗
一种名叫黄芩的药，吃了{2-9}付
网上说的网址打不开，等{2-9}分钟
家住五楼没电梯，腿疼{2-9}年
银行卡里不够{1000-9000}元，可以分次交吗
拨打120等了{10-50}分钟
地址栏空着，报告{2-7}天能寄吗
出生日期不记得，大概{60-90}岁""",
    ("zh", "papers and links to nothing"): """参考文献：中华内科杂志，20{10-23}，{30-62}({1-12}):{100-999}-{1000-1500}
指南20{10-23}版第{2-9}条
PMID {#8}那篇文章说{word:drug_zh}有效
p<0.0{1-5}，n={100-9999}
临床试验NCT0{#7}还招人吗
GB {#5}-20{10-20}标准的口罩""",
    ("en", "laboratory values"): """WBC {3.1-18.9} x10^9/L, platelets {100-450} x10^9/L
creatinine {0.5-2.9} mg/dL, BUN {7-40}, eGFR {30-110}
viral load {1.10-9.90}e{3-8} copies/mL
TSH {0.10-9.90} FT4 {0.80-1.90} FT3 {2.10-4.40}
fasting {80-130}, 1 hr {140-220}, 2 hr {110-190}
LDL {90-190} HDL {30-80} TG {90-400}
beta hCG {1000-2000}, then {2001-4000}, then {4001-9000}
ALT {20-300} AST {20-300} ALP {40-300} GGT {10-300}
PSA {0.5-9.9} ng/mL on {date}
platelets {100-400},000 and RBC {3.10-5.90} million""",
    ("en", "doses"): """{word:drug_en} {5-500} mg twice daily for {5-14} days
{word:drug_en} {5-50} mg @ bedtime
take {1-3} tabs q{4-8}h prn, max {4-8}/day
{word:drug_en} {10-90} mg p.o. b.i.d. and {word:drug_en} {5-40} mg q.d.
{500-1000} ml of saline over {2-8} hrs
weighs {8-30} kg so {10-15} mg/kg is {100-400} mg""",
    ("en", "codes and numbers"): """ICD-10 E11.{10-99} and I{10-99}.{0-9}
NDC 0{100-999}-{1000-9999}-{10-99} for {word:drug_en}
Lot {#6}A exp 0{1-9}/202{5-8}
CAS {50-99}-{10-99}-{1-9} is what the label says
UPC {#12} on the {word:drug_en} box
CPT {#5} was billed twice
grade {1-3}, stage T{1-4}N{0-3}M0, Ki-67 {5-90}%""",
    ("en", "days and weeks"): """LMP {date}, {5-39} weeks {1-6} days
due date {date}, G{1-4}P{0-3}
born at {28-41} weeks weighing {2000-4500} g
surgery on {date}, stitches out on {date}
first seen {date}, again {date}
my son was born {2-9} weeks early
diagnosed in 20{10-23} with {word:disease_en}""",
    ("en", "eponyms and words"): """{word:disease_en} runs in my family, {2-6} cases
is {word:disease_en} curable, I take {word:drug_en} {5-50} mg
Dr. Brown bottle leaks, baby takes {60-180} ml
St. John's wort with {word:drug_en} {5-50} mg
the doctor said {word:disease_en}, second doctor said {word:disease_en}
Dear Doctor, I am {18-80} and have {word:disease_en}
Hello doctor, {word:drug_en} {5-50} mg makes me dizzy
I am worried about {word:disease_en} for {2-9} months
I'm Type {1-2} diabetic, A1c {5.5-11.9}
positive Murphy's sign, stone {4-20} mm
Foley catheter changed every {2-6} weeks
Apgar {5-9} and {8-10}
May I take {word:drug_en} {5-50} mg
MR angiography and MS plaques, {2-9} lesions""",
    ("en", "cues without identities"): """my name is not on the list, waited {2-9} hours
what is your phone number, I called {2-9} times
do I need my SSN for a {word:drug_en} refill
please address the pain first, it is {4-10}/10
the email never came, {2-9} days now
call 911 if it lasts over {5-30} minutes
my address has changed, {2-9} months ago
patient is {18-90} years old with {word:disease_en}
date of birth was wrong on the form {2-4} times""",
    ("en", "blood pressure and rates"): """BP {110-190}/{60-110}, HR {55-130}, SpO2 {88-100}%
{120-160}-{80-99}-{60-99} is what the cuff shows
readings {120-170}/{70-100}, {120-170}/{70-100}, {120-170}/{70-100}
pulse {60-99} {100-130} {60-99} {100-140} over {2-9} mins""",
}
