"""English texts that look like identities and name nobody, fifth kept part. Rule authors do not read this file
(layout: `planted.open_part.negatives`).
"""

NEGATIVES = {
    ("en", "results of tests"): """WBC {2.1-24.9}, hemoglobin {6.9-17.9}, platelets {20-600}
my ALT is {20-900} and AST is {20-900}
fasting glucose {60-320} mg/dL, A1c {4.9-13.9}
creatinine {0.5-8.9}, BUN {6-120}, eGFR {8-120}
Na {118-152}, K {2.6-6.9}, Cl {88-115}, CO2 {12-34}
TSH {0.01-99.99}, free T4 {0.3-4.9}
total cholesterol {120-380}, triglycerides {40-900}
HCG level {#5}, progesterone {2-40}
PSA rose from {0.5-4.0} to {4.1-40.9}
troponin {0.01-20.00} at {1-12}:{10-59} and again later
BNP {#4} pg/mL
ferritin {3-1500}, iron saturation {5-60}%
vitamin B12 {#3} pg/mL, folate {2-24}
CRP {0.1-190.9}, ESR {2-130}
INR {0.9-7.9}, PT {10-60} seconds
D-dimer {#4} ng/mL
ANA 1:{#3} homogeneous, RF {5-300}
CA-125 {5-2400}
HIV viral load {#5} copies/mL, CD4 {50-1200}
hepatitis B DNA {#7} IU/mL
sperm count {5-200} million per mL
urinalysis: pH {5-8}, specific gravity 1.0{10-30}
lipase {#4} U/L
bilirubin {0.3-24.9} on day {2-6}
ABG pH 7.{10-55}, pCO2 {20-90}, pO2 {40-99}
BP log {100-190}/{60-110}, {100-190}/{60-110}, {100-190}/{60-110}
estradiol {20-400}, FSH {2-90}, prolactin {3-200}
culture grew >{#6} CFU/mL E. coli
peak flow {150-600}, sats {84-99}%""",
    ("en", "doses and product numbers"): """{word:drug_en_5} {5-500} mg twice daily
take {1-3} tablets of {word:drug_en_5} every {4-12} hours
{word:drug_en_5} {10-80} mg qhs, dispense {30-90}, refills {1-5}
{word:drug_en_5} {2-40} mg IV q{6-12}h
weaned off {word:drug_en_5} over {2-9} weeks
changed from {word:drug_en_5} {5-50} to {word:drug_en_5} {5-50}
inhaler {1-4} puffs prn
{4-15} ml of the children's syrup every {4-8} hours
lantus {8-60} units at bedtime
{word:drug_en_5} cream {1-5}% bid x {7-21} days
missed {2-5} doses of {word:drug_en_5}
label says NDC {#5}-{#4}-{10-99}
NDC number {#4}-{#4}-{10-99} on the label
Lot # {#6}, expires {date}
Lot EW0{#5}, Moderna, right arm
vaccine lot {#4}A, dose {1-3}
UPC {#12}
GTIN 00{#12}
model number {#5} nebulizer
part no. {#7}, CPAP mask
serial on the pump box reads {#3}-X
Rx only, NDA 0{#5}
DIN 0{#7}, sold in Canada
PL {#5}/{#4} is printed on the pack
cleared by the FDA under K{#6}
cisplatin {50-100} mg/m2 day 1, q{21-28} days
{#3} mcg of folic acid
saline {250-1000} mL over {1-8} h
morphine {2-10} mg, titrated
vitamin D {#5} IU weekly
{word:drug_en_5} XR {25-300} mg, {1-2} capsules in the morning""",
    ("en", "codes, genes and papers"): """ICD code {word:icd_5} on my bill
diagnosis code {word:icd_5}
billed {word:icd_5}, denied
CPT code {99201-99499} with modifier {22-59}
HCPCS G{#4}
SNOMED CT {#9}
LOINC {#4}-{1-9}
BRAF V600E mutated
EGFR T790M, exon {18-21}
BRCA2 c.{#4}del, VUS
TP53 R{#3}H
MTHFR C677T homozygous
factor V Leiden, one copy
CYP2D6 *4/*{5-10}
karyotype 45,X in {10-60}% of cells
HLA-B*{27-58}:0{1-9}
rs{#8} TT genotype
Lancet 20{10-24};{375-403}:{100-2300}-{10-99}
N Engl J Med. 20{10-24};{362-390}({1-26}):{100-2600}
BMJ 20{10-24};{340-384}:b{#4}
abstract only, PMID: {#8}
PMCID: PMC{#7}
doi:10.1001/jama.20{10-24}.{#4}
ISBN 0-{#3}-{#5}-{1-9}
ISRCTN{#8}
has anybody joined trial NCT0{#7}
Cochrane review CD0{#5}
stage pT{1-4} N{0-3} M{0-1}, grade {1-3}
Gleason {3-4}+{3-5}={6-9}
CIN {1-3}, HPV {16-68} positive
n={#4}, OR {0.2-4.9}, P=.0{1-49}
NICE guideline NG{10-240}
Ki67 {3-90}%, ER positive, HER2 {0-3}+
Kaplan-Meier survival at {24-60} months
Cox model, hazard ratio {0.3-2.9}
Mann-Whitney test, p = 0.0{10-49}""",
    ("en", "eponyms"): """I was told I have {word:eponym_en_5}
is {word:eponym_en_5} hereditary
my biopsy was suspicious for {word:eponym_en_5}
how is {word:eponym_en_5} treated?
{word:eponym_en_5} or {word:eponym_en_5}?
could {word:drug_en_5} cause {word:eponym_en_5}
the symptoms fit {word:eponym_en_5}
{word:eponym_en_5} since childhood
Known case of {word:eponym_en_5}
PMH: {word:eponym_en_5}, {word:disease_en_5}
Assessment: {word:eponym_en_5}
my cousin has {word:eponym_en_5}
please tell me about {word:eponym_en_5}
{word:eponym_en_5} has been excluded
Rule out {word:eponym_en_5}
surgery for {word:eponym_en_5} went well
pregnant with {word:eponym_en_5}
{word:eponym_en_5} in remission
I read about {word:eponym_en_5} and panicked
{word:eponym_en_5} specialist needed
{word:sign_en_5} positive
{word:sign_en_5} negative bilaterally
{word:sign_en_5} and {word:sign_en_5} were normal
what does a positive {word:sign_en_5} mean
{word:sign_en_5} could not be assessed
they did the {word:sign_en_5} on me
a mild form of {word:eponym_en_5}
{word:eponym_en_5} with {word:disease_en_5}
living with {word:eponym_en_5} is hard
new treatment for {word:eponym_en_5}
Doppler of the leg, Foley in place
Kegel exercises {2-5} times a day
Heimlich maneuver saved him
Pap smear and a Coombs test
Holter for {24-72} hours
Apgar {6-9} at one minute
the Glasgow scale was {6-15}
her Bishop score is {4-10}
a Cesarean and a Foley catheter
Achilles tendon rupture""",
    ("en", "drugs, herbs and products"): """is {word:drug_en_5} safe with {word:drug_en_5}
{word:drug_en_5} made me dizzy
allergic to {word:drug_en_5}
{word:drug_en_5} stopped working
how long until {word:drug_en_5} kicks in
{word:drug_en_5} withdrawal
generic {word:drug_en_5} vs brand
can I drink on {word:drug_en_5}
took {word:drug_en_5} by mistake
Meds: {word:drug_en_5}, {word:drug_en_5}, {word:drug_en_5}
Allergies: {word:drug_en_5} (hives)
I take {word:herb_en_5} every morning
does {word:herb_en_5} lower blood pressure
{word:herb_en_5} and {word:herb_en_5} tea
stop {word:herb_en_5} before surgery
{word:herb_en_5} interacts with {word:drug_en_5}
tried {word:herb_en_5}, no luck
{word:herb_en_5} gave me heartburn
Johnson's baby shampoo burned his eyes
I use Dr. Scholl's insoles
a can of Dr Pepper a day
Burt's Bees lip balm rash
Tylenol PM, Advil PM, nothing helps
Vicks VapoRub under the nose
Neosporin and a Band-Aid
Gerber or Enfamil for a newborn
Old Spice deodorant gave me a rash
Estee Lauder cream and hives
Philips Avent bottle
Baker's yeast allergy""",
    ("en", "imaging, anatomy and scores"): """MRI: L{3-5}-S1 disc bulge of {2-9} mm
{3-18} mm nodule in the right upper lobe
CT abdomen with {80-120} ml contrast
liver lesion {10-60} x {10-60} mm
ejection fraction {20-70} percent
EKG: sinus rhythm, rate {48-130}, QTc {380-520}
gallbladder wall {2-9} mm, stone {3-20} mm
ovarian cyst {2-9}.{1-9} cm
endometrial stripe {4-18} mm
fetal heart rate {110-175}, CRL {4-70} mm
BPD {40-98} mm, AFI {6-24}
thyroid nodule TI-RADS {2-5}
BI-RADS {2-4}, dense breasts
DEXA T score -{1-3}.{1-9}
stent {2-4}.{10-90} x {12-38} mm to the LAD
circle of Willis is normal
islets of Langerhans, loop of Henle
bundle of His, Purkinje fibers
Bowman's capsule and Glisson's capsule
the sphincter of Oddi
pouch of Douglas fluid
Eustachian tube dysfunction
Fallopian tube, left, dilated
Broca and Wernicke areas
Adam's apple looks bigger
crown of tooth {10-32} cracked
GCS {3-15}, pupils {2-5} mm
NIHSS {1-30}, Rankin {1-5}
PHQ-9 {3-27}, GAD-7 {2-21}
MMSE {10-30}/30
Mallampati {1-4}, ASA {1-4}
Wells score {1-9}, CHADS {1-6}
pain {2-10}/10, worse on stairs
Hounsfield {10-90} units
visual acuity 20/{20-200}
K-wire fixation, {2-4} screws
Salter-Harris II fracture
Schmorl's node at T{6-12}
Hartmann's procedure and Whipple last year
Roux-en-Y bypass""",
    ("en", "times, places and public lines"): """call 911 if your lips turn blue
ring 999 or 111 if it gets worse
dial 988 if you feel suicidal
my appointment is {date} at {1-12}:{10-59}
symptoms since {date}
due date {date}, LMP {date}
carpal tunnel op {date}, stitches out {date}
waited {2-9} hours in the ER
room {100-900}, bed {1-4}
Ward {1-20}, bay {1-6}
parking is {3-15} dollars a day
copay {10-75} dollars, bill was ${#4}
balance ${#3}.{10-99}
insurance paid {50-90} percent
I live in a small town, no specialists
we moved from the coast to the mountains
born and raised in the south
back from a trip to Kenya, fever
traveled to India {2-9} weeks ago
I live in Florida and it is humid
visiting my folks in Ohio
the local hospital has no MRI
urgent care gave me {word:drug_en_5}
a walk-in clinic near the mall
the teaching hospital is {40-200} miles away
the VA takes forever
the county health department called
third floor, turn left after the lifts
bus number {2-90} stops outside
open 9 to 5, closed weekends
age {18-80}, height 5'{2-11}, weight {100-280}
I am {150-190} cm and {45-120} kg
married {2-40} years, {1-4} kids
the year 20{10-23} was the worst
page {10-300} of the handbook
channel {2-40}, the doctor show
serving size {20-90} g, {100-400} calories
ran a marathon in {3-5}:{10-59}
ZIP code on the label was blurred
flight of {6-14} hours, swollen ankles""",
    ("en", "titles, kin and everyday words like names"): """my doctor won't listen
ask your doctor or pharmacist
the nurse practitioner was kind
the on-call doctor said to wait
Dear doctor, I am at my wits' end
Dear sir or madam, I need advice
Hi all, first time poster
Hello doctor, thank you in advance
Thanks, a worried mom
Regards, a concerned parent
Patient denies fever
Patient name withheld on request
no name given by the caller
please leave your name and number at the desk
I lost my insurance card and forgot my MRN
no email, no smartphone
what is my date of birth doing on the label
the website is down
Attending physician on vacation
Consulting physician to follow
Surgeon was running late
my mother-in-law has gout
my aunt and uncle are diabetic
grandpa had a stroke at {50-85}
hubby snores, dd has croup
my boss thinks I fake it
the coach benched him
frank blood in the stool
a frank discussion about weight
the bill came to ${#3}
I will call in may or june
hope this helps, good luck
she has a strawberry mark on her chest
pat the skin dry
grace period of {10-30} days
foods rich in iron
drew blood from the left arm
a chase after the right diagnosis
sue the hospital? no
rose colored urine
olive oil in the ear
ginger ale and crackers
a penny got stuck in her throat
robin's egg blue spots
art therapy and music
dean of the nursing school
a ray of hope
april showers, pollen everywhere
I was in the summer sun too long
dawn is when it aches the most
an iris exam and a fern test
pearly white bumps, brown discharge
long, hard lump, black stool
young and healthy until now
wood dust in my eyes at work
price of the test went up
ward round at eight
stone passed last night
cook it well, no raw fish
baker's itch, hunter by hobby
Christmas Day and Good Friday on call
good old common sense
once in a blue moon""",
}
