"""English texts that look like identities and name nobody, fourth kept part. Rule authors do not read this file
(layout: `planted.open_part.negatives`).
"""

NEGATIVES = {
    ("en", "laboratory values"): """Hgb {7.1-15.9}, Hct {22-47}, MCV {70-105}
white count {3.1-21.9}, {50-92}% neutrophils
CMP normal except glucose {105-320} and ALT {45-400}
TSH {0.01-45.00}, total T3 {70-220}, TPO {10-900}
A1C went from {6-11}.{0-9} to {5-8}.{0-9}
sodium {121-149}, potassium {2.8-6.2}, bicarb {14-31}
creatinine {0.6-5.9} mg/dL, GFR {12-110}
LDL {70-240}, HDL {25-90}, trigs {60-800}
hCG {#4} on day {12-30}, {#5} a week later
troponin {0.01-9.90}, BNP {100-4900}
vitamin D {7-60} ng/mL, B12 {150-1200}
iron {10-180}, ferritin {3-700}, TIBC {200-500}
urine: protein {30-300}, RBC {0-50}/hpf
ANA 1:{40-2560} speckled
viral load {#6} copies, CD4 {100-900}
PSA {0.4-29.9}, free PSA {5-40}%
CEA {0.5-90.5}, CA 19-9 {5-2000}
FSH {3-80}, LH {2-60}, estradiol {10-400}
sed rate {5-120}, CRP {0.2-29.9}
INR {0.9-6.9} today
lipase {#3}, amylase {#3}
platelets fell from {150-350} to {20-90}
sperm count {10-90} million, {5-60}% motile
lactate {0.8-6.9}, pH 7.{10-49}
bilirubin {1.1-19.9} at {24-72} hours of life
testosterone {80-900}, SHBG {10-90}
AMH {0.1-9.9} ng/mL""",
    ("en", "doses and product numbers"): """{word:drug_en_4} {5-100} mg PO BID
{word:drug_en_4} {5-500} mg tab, take {1-2} at bedtime, #{30-90}, {1-5} refills
increase {word:drug_en_4} to {50-300} mg after {1-4} weeks
Sig: {1-2} tabs q{4-8}h prn pain
I take {word:drug_en_4} {5-80} in the am and {word:drug_en_4} {5-80} at night
NDC {#5}-{#3}-{10-90}
lot number {#4}K{10-99}, exp {date}
FDA recall, lot {#7}
{2-9} ml every {4-8} hours for a {20-40} lb child
insulin {10-60} units glargine, sliding scale {2-12}
heparin {#4} units SC
{word:drug_en_4} patch, {25-100} mcg/hr
medrol dose pack, {3-6} days
1 g ceftriaxone IV x {1-5}
UPC 0{#9}{10-99} on the bottle
Rx #30, no refills
tapering {word:drug_en_4} by {5-20} mg every {1-2} weeks
NS {500-1000} ml bolus then {75-150} ml/hr
carboplatin AUC {4-6}, paclitaxel {135-175} mg/m2
Flu shot lot {#3}XB{1-9}, left deltoid
took {2-8} {word:drug_en_4} by accident
{word:drug_en_4} {1-5}%, apply thin layer bid
catalog number {#6} on the box of test strips
model {#4}, pump rate {10-90}
eye drops qid x {5-14}d
510(k) K{#6}
oxygen {1-6} L by nasal cannula
ISBN 978{#9}{1-9}, the diet book
{word:drug_en_4} {10-40} mg daily, dispensed {date}""",
    ("en", "codes, genes and papers"): """the chart says ICD-10 {word:icd_4}, what is that
Dx {word:icd_4}, {word:disease_en_4}
billed under {word:icd_4} instead of {word:icd_4}
CPT {99202-99499}
HCPCS J{#4}
BRCA1 c.{#4}_{#4}del
EGFR exon {18-21}, TMB {2-30}
karyotype 47,XXY
CFTR delta F508, one copy
KRAS G12C, MSI-stable
JAK2 V617F negative
HER2 {1-3}+, Ki-67 {5-80}%
HLA-DQ2.5 positive
rs{#7} AG
COL3A1 variant, exon {2-50}
PMID {#8}
published in N Engl J Med, 20{10-23}; vol {362-389}, p {100-2500}
Lancet 20{10-23};{375-402}:{100-2300}
doi 10.1016/j.cell.20{10-23}.{10-12}.{#3}
JAMA Netw Open 20{18-23};{1-6}({1-12}):e{#6}
ClinicalTrials.gov NCT0{#7}
cohort of {#4}, HR {0.4-2.9}, p<0.0{1-5}
LOINC {#5}-{1-9}
SNOMED {#8}
stage II{1-3}, pT{1-4} pN{0-3}
ASA {1-4}, Mallampati {1-4}
Clinical guideline CG{100-190}
APOE e3/e4
DSM-5 {290-319}.{10-99}
FMR1 repeat of {55-200}""",
    ("en", "eponyms"): """I have {word:eponym_en_4}
diagnosed with {word:eponym_en_4} at {12-60}
could it be {word:eponym_en_4}?
{word:eponym_en_4} runs on my dad's side
is {word:eponym_en_4} the same as {word:eponym_en_4}
doctors suspect {word:eponym_en_4}
{word:eponym_en_4} was ruled out with a blood test
my niece has {word:eponym_en_4} and is doing well
living with {word:eponym_en_4} for {2-30} years
impression: {word:eponym_en_4}
History of {word:eponym_en_4} and {word:disease_en_4}
{word:sign_en_4} negative, {word:sign_en_4} negative
positive {word:sign_en_4} on the left
no {word:sign_en_4}
{word:sign_en_4} was equivocal
can {word:drug_en_4} make {word:eponym_en_4} worse
does {word:eponym_en_4} shorten life
support group for {word:eponym_en_4}
{word:eponym_en_4} flare since {date}
new treatment for {word:eponym_en_4}?
had a Whipple {2-9} months ago
Nissen fundoplication in {2005-2022}
the Foley came out on day {1-5}
Mohs for a {3-12} mm lesion
Kegels {2-5} times a day
Lachman and pivot shift both loose
Apgars {5-8} and {8-9}
Heimlich done at the restaurant
started with {word:eponym_en_4}, then came {word:disease_en_4}
he may have {word:eponym_en_4}, see attached notes
test for {word:eponym_en_4} costs ${100-900}""",
    ("en", "herbs and drug names"): """Can I mix {word:herb_en_4} with {word:drug_en_4}
{word:herb_en_4} tea every night, does it help
I stopped {word:drug_en_4} and started {word:herb_en_4}
{word:drug_en_4} or {word:drug_en_4}, which is safer
Is {word:drug_en_4} habit forming
allergic to {word:drug_en_4} and {word:drug_en_4}
Current meds: {word:drug_en_4}, {word:drug_en_4}, {word:herb_en_4}
{word:drug_en_4} gave me a dry mouth
weaning off {word:drug_en_4}
{word:herb_en_4} {100-900} mg from the health store
does {word:drug_en_4} cause weight gain
no relief from {word:drug_en_4}
hold {word:drug_en_4} before surgery
drank {word:herb_en_4} for a cold
switch {word:drug_en_4} for {word:drug_en_4}
generic {word:drug_en_4} does not work as well
pregnant and on {word:drug_en_4}
{word:herb_en_4} and liver damage
read that {word:herb_en_4} thins the blood
tolerating {word:drug_en_4} well
{word:drug_en_4} was recalled
took the last {word:drug_en_4} at {1-11} pm
{word:herb_en_4} capsules made me itch
rub {word:herb_en_4} oil on the knee
Medications on discharge: {word:drug_en_4}, {word:drug_en_4}
refill {word:drug_en_4} please
my dog ate {word:drug_en_4}
can't afford {word:drug_en_4}, ${50-900} a month
{word:herb_en_4} instead of {word:drug_en_4}?
avoid {word:herb_en_4} while nursing""",
    ("en", "imaging and scores"): """CT: {3-19} mm nodule, right lower lobe
L{3-4}-L5 bulge, {2-9} mm
MRI T2 hyperintensity {2-12} x {2-10} mm
Echo: EF {25-70}%, mild MR
EKG rate {48-130}, QTc {390-520}
T score -{1.0-4.0}, Z score -{0.3-2.9}
BI-RADS {2-4}
TI-RADS {3-5}, {8-40} mm
Bosniak {1-4}, {10-60} mm
AHI {6-90}, lowest sat {60-89}
GCS {6-15}
depression screen PHQ-9 = {4-27}, anxiety GAD-7 = {4-21}
NIHSS {1-25}
MoCA {10-30}, MMSE {10-30}
Wells {0-9}, Geneva {1-10}
CHADS-VASc {1-8}
Gleason {3-5}+{3-5}={6-9}
FVC {50-110}%, FEV1 {40-100}%
OD 20/{20-200}, OS 20/{20-200}
fetal heart {110-170}, BPD {60-95}
AFI {5-25} cm, {28-40}w{1-6}d
stent {2.50-4.00} x {12-38}
ASCVD risk {1-40}%
pain {3-10}/10, Oswestry {10-80}
calcium score {10-900}
stone {2-14} mm at the UVJ
thyroid {30-60} x {10-20} x {10-20} mm
SUV {2.1-19.9}, no mets
IOP {8-35} and {8-35}
Braden {8-22}, Morse {20-90}
Child-Pugh {5-12}, MELD {8-35}
contrast {50-130} ml, series {2-8}, image {10-300}""",
    ("en", "public lines, money and places"): """call 911
dial 999 if he turns blue
111 told me to wait
988 was kind to me
211 helped with rent
poison control asked what he ate
copay ${10-90}, deductible ${#4}
bill was ${#5}
charged ${#3} for a bandage
I live in rural Texas, nearest ER is {40-120} miles
from a village in India
moved here from Ohio
in London for work
we are in the Midwest
the VA denied it
the urgent care by my job
university hospital waiting list, {3-14} months
walk-in clinic gave me a shot
our hospital closed
small town doctor, no specialist
county clinic is free
the children's hospital is far
traveled to Mexico, then diarrhea for {3-12} days
{#4} steps a day, {1200-2400} calories
{2-9} kids, {1-3} dogs, one paycheck
waiting room full of sick people
ICU for {3-20} days
third floor, room with a view
Medicare won't pay
no hospital within {30-90} miles
back from Africa, fever {101-104}
school nurse called
lab {2-9} blocks away
the fire department came
insurance max ${#5}
the pharmacy on base""",
    ("en", "titles and cue words without a value"): """Doctor, please help me
Dear Dr, I have a cough
hello doctors
thanks doc, you rock
the nurse never called
my doctor is on leave
Dear Patient
To whom it may concern
my name is on the form already
Name:
what is your name please
DOB: unknown
SSN: refused
Address: homeless
Phone: none
no phone, no car
email bounced back
I don't have email
should I give my social security number
my card was declined
record number please?
chart not available
They lost my file
the surgeon was rude
resident on call
the attending agreed
my PCP retired
physician assistant saw me
wife says I snore
my mother has it too
baby's father is tall
Signed, confused in bed
Yours truly, a worried wife
Regards, a sleepless dad
Best wishes to all
Patient declined to give a name
next of kin: none listed
Emergency contact not given
Attending: see chart
Consultant: to be assigned
Date of birth on the wristband was wrong
call me crazy but it itches more at night
Mr. and Mrs. both smoke
sir, I am in pain
Madam, kindly advise
Prof said it will pass
I am patient but tired
hi it's me again, still sick
hope someone answers
phone appointment on {date}
will email the results soon""",
}
