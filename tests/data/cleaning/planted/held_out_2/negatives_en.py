"""English texts that look like identities and name nobody, second kept part. Rule authors do not read this file
(layout: `planted.open_part.negatives`).
"""

NEGATIVES = {
    ("en", "laboratory values"): """CBC: WBC {3.1-18.9}, Hgb {8.1-15.9}, Plt {80-400}
AST {20-300}, ALT {20-300}, ALP {40-400}, bilirubin {0.3-9.9}
my TSH went from {0.1-9.9} to {0.1-9.9}, free T4 {0.5-2.5}
beta hCG {100-900}, then {1000-3000}, then {4000-90000}
hepatitis B DNA {#8} IU/mL
HbA1c {5.1-12.9} %, fasting {90-260} mg/dL
urine culture >100,000 CFU/mL E. coli
testosterone {200-900} ng/dL, prolactin {3-90}
lipid panel {150-300}-{30-70}-{80-200}-{50-400}
NT-proBNP {#5} pg/mL, troponin 0.0{1-9}
ANA 1:{80-1280} speckled, anti-dsDNA {10-300}
glucose {70-99} {100-180} {100-180} {80-140}
CA-125 {10-900} U/mL, CEA {1.1-90.9}
MCV {65-110}, RDW {11.1-19.9}, retic {0.5-4.9} %""",
    ("en", "doses"): """{word:drug_en} {5-500} mg twice a day for {5-14} days
amox-clav {500-875}/125 mg q{8-12}h
Lantus {10-40} units at bedtime, Humalog {4-12} with meals
levothyroxine {25-88} to {100-150} mcg
{word:drug_en} {10-40} mg po qd #{30-90} RF {1-5}
prednisone {40-60}-{20-30}-{5-10} taper over {6-21} days
{2-10} mL every {4-8} hours, {5-25} kg
one {word:drug_en} {5-50} mg and half a {word:drug_en} {5-50} mg
heparin {5000-7500} U sc q{8-12}h
vit D {1000-5000} IU, calcium {500-1200} mg
{word:drug_en} patch {12-100} mcg/h every {48-72} h
0.{1-9}% cream, {2-4} times daily""",
    ("en", "codes and numbers"): """ICD-10 {word:icd}, second code {word:icd}
ICD-9 {250-799}.{10-99}
CPT {90000-99499} was denied
NDC {#5}-{#4}-{10-99} on the bottle
lot {#6}{1-9}A, exp {2025-2029}-0{1-9}
trial NCT0{#7}
ISRCTN{#8} and EudraCT 20{10-22}-00{#4}-{10-99}
EGFR p.L858R, exon 19 del, VAF {1.1-60.9} %
HLA-DRB1*{10-15}:0{1-9}
karyotype 46,XX,t(9;22)(q34;q{10-12})
rs{#7} G/A, CYP2D6 *{1-4}/*{5-41}
doi:10.{1000-9999}/j.jacc.20{10-23}.0{1-9}.{100-999}
the pacemaker is model A{2-3}DR{10-99}
FDA 510(k) K{#6}
Rx label says {#3} of {#3} pages
UPC 0 {#5} {#5} {0-9}""",
    ("en", "visits and courses"): """symptoms began {date} and ended {date}
LMP {date}, EDD {date}
surgery on {date}, stitches out {date}
MRI {date} compared with {date}: stable
first dose {date}, second dose {date}
admitted {date}, discharged {date}
diagnosed in {2001-2012}, relapsed in {2013-2022}
appointment is on {date} at {1-12}:{10-59} pm
positive test {date}, negative {date}
next refill due {date}
period {date} to {date}, spotting since
24-hour Holter started {date}""",
    ("en", "eponyms and lay words"): """Could it be Cushing's or Addison's, cortisol {3-30}
Baker cyst, Morton neuroma, {5-40} mm
Sjogren and Raynaud overlap for {2-9} years
Tylenol and Benadryl at night, {25-50} mg
Lyme titer 1:{64-512}
positive Murphy sign, {2-9} days of pain
McBurney point tenderness, WBC {11-19}
Babinski negative, {2-9} weeks
Down syndrome screening 1 in {200-2000}
Osgood-Schlatter, age {10-15}
Wegener's or Churg-Strauss, ANCA 1:{40-640}
Charley horse every night for {2-9} weeks
jock itch, cream for {2-6} weeks
Hope this helps, repeat TSH in {4-8} weeks
May I stop {word:drug_en} after {2-9} days
April showers give me allergies, {word:drug_en} {5-50} mg
Rose oil burned my skin for {2-9} days
Rusty colored sputum {2-9} days
Iris and pupil hurt for {2-9} days
Faith in {word:drug_en} gone after {2-9} weeks
Grant me one question about {word:drug_en} {5-50} mg
Bill came to {100-900} dollars
Apgar {6-8} and {8-10}
Foley stays in {2-9} days
Hickman line, {2-9} months
Mallory-Weiss tear, {2-5} units of blood
Virginia creeper rash, {2-9} days
St. John's wort {300-900} mg with {word:drug_en}""",
    ("en", "titles and cues without identities"): """Hello doctor, I have had a cough for {2-9} weeks
Hi Dr, thanks, {2-9} more questions
Dear Doctor, my BP is {120-170}/{70-100}
the doctor said wait {2-9} weeks
My doctor at the clinic gave {word:drug_en} {5-50} mg
Doctor on duty told me {2-9} hours
nurse practitioner gave me {word:drug_en}
I am concerned, {2-9} episodes a day
I am diabetic for {2-20} years
I am Rh positive, {6-38} weeks
I am Asian, {20-70} years old, BMI {18-35}
My name for it is brain fog, {2-9} months
name brand or generic {word:drug_en} {5-50} mg
phone screens hurt my eyes after {2-9} hours
my email gets no answer for {2-9} days
address the root cause first, {2-9} months now
born premature at {26-36} weeks, {900-2500} g
date of birth control start was unclear, {2-9} months
insurance card expired, {2-9} weeks
This is normal at {2-9} weeks
patient is stable, day {2-9}
Patient reports {2-9}/10 pain
my son is {2-15} and my daughter is {2-15}
Mr. and Mrs. both got tested, {2-9} days
Regards and thanks, will write in {2-9} days
call 911 if pain is over {7-10}/10
dial 111 or wait {2-9} hours
record your pressure {2-4} times a day
Dr said no, PA said yes, {2-9} pills left
local hospital found a {5-40} mm cyst
the children's hospital has a {2-9} month wait""",
    ("en", "devices, guidelines and series"): """2017 ACC/AHA cutoffs {130-140}/{80-90}
GINA 20{18-23} step {1-5}, {word:drug_en}
GOLD 20{17-23} group B, FEV1 {30-80} %
NEJM 20{10-23};{360-389}:{1000-2000}-{10-99}
JAMA. 20{10-22};{300-330}({1-24}):{100-2900}
OR {1.10-4.90} (95% CI {0.50-1.00}-{5.10-9.90}), p=0.0{10-49}
CPAP {4-10}-{11-20} cmH2O, AHI {5-60}
Omron BP{#4} reads {120-170}/{70-100}
pacemaker DDDR {50-70}-{120-130}
3T MRI, slice {1.0-5.0} mm, b {800-1000}
lens +{15-25}.5 D, axial {21.10-27.90} mm
GCS {3-15}, NIHSS {1-30}
PHQ-9 {5-27}, GAD-7 {5-21}
{36.1-37.5} at 8, {37.6-38.9} at 14, {38.0-39.9} at 20
weights {50-90}, {50-90}, {50-90} kg
L4-L5 bulge {2-6} mm, L5-S1 {2-6} mm
OD -{1-9}.25 x {10-180}, OS -{1-9}.50 x {10-180}
stent {2.5-4.0} x {12-38} mm""",
}
