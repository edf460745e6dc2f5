"""English texts that look like identities and name nobody, third kept part. Rule authors do not read this file
(layout: `planted.open_part.negatives`).
"""

NEGATIVES = {
    ("en", "blood and urine results"): """WBC {3.1-18.9}, hemoglobin {8.1-15.9}, platelets {90-450}
AST {20-300}, ALT {20-300}, alk phos {40-300}, total bili {0.3-8.9}
TSH {0.1-12.9}, free T4 {0.4-2.4}, TPO antibodies {10-900}
HbA1c {5.2-12.9}%, fasting {90-260}, after lunch {140-320}
my ferritin is {4-400} and vitamin D {8-60}
total cholesterol {150-320}, HDL {30-80}, LDL {80-210}, triglycerides {70-500}
creatinine {0.6-4.9}, BUN {8-60}, eGFR {20-110}
beta hCG was {100-900} and two days later {1000-2900}
hep C viral load {#7} IU/mL
CA 125 {10-900}, CEA {0.5-60.9}, AFP {1-300}
Na {128-146}, K {2.9-5.6}, Cl {95-108}, CO2 {18-30}
ESR {5-110}, CRP {1-190}, ANA 1:{80-1280}
sperm count {#8} per ml, motility {10-70}%
INR {1.0-4.9}, PT {10-30} sec
PSA went from {0.5-4.9} to {5.1-19.9}
lipase {20-900} U/L, amylase {20-400}""",
    ("en", "doses and prescriptions"): """{word:drug_en_3} {5-100} mg once daily for {5-30} days
Tab {word:drug_en_3} {20-500} mg BD x {3-14} days
Rx: {word:drug_en_3} {10-500}mg, disp #{20-90}, refills {1-5}
started {word:drug_en_3} {25-50} mg, then went up to {75-150} mg
prednisone {40-60} mg tapered over {6-21} days
Lantus {8-40} units at night and Humalog {4-14} before meals
{word:drug_en_3} with {word:drug_en_3}, is it safe
NDC {#5}-{#4}-{10-99}
lot {#6}, expires 0{1-9}/20{25-29}
children's Motrin {2-9} ml every 6 hours
Cap {word:drug_en_3} {20-60} 1-0-1 before food
Inj. {word:drug_en_3} {40-80} mg IV stat
0.5 ml of vaccine, lot no. {#4}A{1-9}
warfarin {2-7} mg Mon/Wed/Fri, {1-6} mg other days
drops 1-1-1 in the right eye for {5-21} days
I took {2-9} tablets of {word:drug_en_3} by mistake""",
    ("en", "codes, genes and references"): """ICD-10 {word:icd}
Diagnosis: {word:disease_en_3} ({word:icd})
CPT {90000-99499}, billed twice
BRCA2 c.{#4}delT, variant of uncertain significance
EGFR L858R, PD-L1 {1-90}%
karyotype 46,XX,t(9;22)(q34;q11.2)
HLA-B27 positive
PMID: {#8}
J Clin Oncol 20{10-23};{28-41}:{1000-3900}
N Engl J Med. 20{10-23};{362-388}({1-26}):{100-2400}
doi:10.1001/jama.20{10-23}.{#4}
NCT0{#7} is still recruiting
BMJ 20{10-23};{340-380}:b{#4}
MTHFR C677T, homozygous
pT{1-3}N{0-2}M0, grade {1-3}
ER {10-95}%, PR {5-95}%, HER2 1+, Ki-67 {5-60}%
rs{#7}, CC genotype
factor V Leiden heterozygous
Cochrane Database Syst Rev 20{10-23};({1-12}):CD00{#4}
model number {#5}, firmware {1-9}.{0-9}.{0-9}""",
    ("en", "dates, ages and waiting"): """I am {18-79}, 5'{2-11}" and {110-290} lbs
last period {date}, cycle {26-35} days
knee surgery on {date}, staples removed on {date}
{date}: first dose, {date}: second dose
she is {3-11} months old and weighs {5-11} kg
due date {date}, I am {8-39} weeks and {1-6} days
{2-9} years ago I had {word:disease_en_3}
started on {date}, stopped on {date}
{20-79}/F with fever for {2-9} days
{20-79} yo M, c/o cough x {2-9} weeks
Date of visit: {date}
Date of admission: {date}, date of discharge: {date}
my results came back on {date}
waited {2-9} hours in the ER, seen at {1-11}:{10-59} pm
reviewed {date}, next review in {2-12} months
Appt {date} at {8-11}:{10-50}
chemo on {date}, then every {2-4} weeks""",
    ("en", "eponyms and words like names"): """Is Parkinson's inherited
Hodgkin's or non-Hodgkin's, which is worse
I was told it's {word:disease_en_3}
Crohn's runs in the family
they did a Whipple and took the gallbladder out
Foley catheter out after {2-9} days
Romberg negative, Babinski down going
Murphy's sign positive
Tinel and Phalen both positive
Bell's palsy on the left side, face still drooping
a Baker's cyst behind the knee
Colles fracture in a cast for {4-8} weeks
Mohs surgery on my nose
Hashimoto's, so my levels bounce around
Braxton Hicks or real contractions
Graves' disease treated with iodine
Pap smear showed LSIL
the Heimlich maneuver saved him
Epley maneuver did help the vertigo
Kegel exercises three times a day
St John's wort with {word:drug_en_3}
Down syndrome screening came back 1 in {100-2000}
Cushing's was ruled out
Apgar {7-9} and {9-10}
May I take it with milk
Will it hurt, and can I drive after
Bartholin's gland swollen again
Tourette's or just a habit
Lou Gehrig's disease scares me
Gram stain negative
Rose petals gave me a rash
Grave pain in my neck since Sunday
Hope that helps and good luck
Achilles tendon sore in the morning
Eustachian tube blocked
Gardnerella and candida on the swab
Holter for 24 hours, nothing
Wells score {1-6}, Glasgow {13-15}""",
    ("en", "titles and cues without a value"): """Dear doctor, please help
Dr. please tell me what to do
my doctor said to wait
the nurse practitioner was very kind
I saw a specialist and two GPs
Dear Sir or Madam
Thanks doc
Hi doc, quick question
Dear patient, thank you for your query
Is the doctor in on Fridays
What is your name and age
I don't want to give my name
Should I call or email the office
My phone died so I missed the call
What number do I call for results
They never asked for my date of birth
I lost my insurance card
Do you need my medical record number
The address on the bill is wrong
name withheld
No email needed
Sincerely, a worried mom
Regards, a tired husband
Thanks, worried sick in the midwest
Patient is a pleasant {30-88}-year-old woman
Referring physician: none
Next of kin: daughter
Emergency contact: husband
SSN not on file
Patient denies chest pain
Mr. and Mrs. were both tested
The surgeon, the anesthesiologist and the resident all came
Signed consent is in the chart
Professor told us in class that it is rare""",
    ("en", "imaging, devices and scores"): """MRI L4-L5 disc bulge {2-8} mm, L5-S1 normal
CT: {3-15} x {3-12} mm nodule, series {2-6} image {20-300}
EF {30-70}%, LA {3.1-5.4} cm
EKG: HR {50-120}, PR {120-220}, QTc {380-500}
T-score -{1.0-3.9} at the hip
AHI {5-60}, CPAP {6-16} cm H2O
FEV1 {40-95}% predicted, FEV1/FVC {50-79}
BP {110-175}/{60-105}, pulse {55-120}, SpO2 {88-99}%
OD -{1.25-8.75} -{0.25-2.75} x {10-180}
follicle {12-24} mm, lining {5-14} mm
BI-RADS {3-4}, TI-RADS {3-5}
my PHQ-9 was {5-27} and GAD-7 {5-21}
MMSE {12-29}/30
Gleason {3-4}+{3-5}
hearing {20-80} dB right, {20-80} dB left
a {2.5-4.0} x {12-38} mm stent in the LAD
pacemaker interrogated, battery {2-9} years
fetal heart rate {120-160}, NT {1.0-2.9} mm
kidney stone {3-19} mm, {200-1200} HU
room {100-499}, bed {1-4}
ABI 0.{40-95}""",
    ("en", "money, places and public lines"): """It cost me ${200-9000} out of pocket
the bill was ${#4}.{10-99}
Call 911 if you faint
I rang 111 and they said to wait
call 988 if you feel unsafe
I live in a small town in Texas
I am from India, {20-60}, working abroad
my local hospital has no neurologist
the walk-in clinic sent me to the ER
a university hospital would be better
went to urgent care twice
there is no clinic near us
our family doctor retired
I moved from Florida to Ohio last year
we are in Bangalore at the moment
flight of {5-15} hours, calf swollen
{#4} calories, {100-200} g protein
copay {20-90}, deductible {#4}
the VA covers it
I work {40-80} hours in a warehouse
the county health department closed
traveled to Mexico and got diarrhea
on the 3rd floor, no elevator
10,000 steps and {50-90} bpm at rest""",
}
