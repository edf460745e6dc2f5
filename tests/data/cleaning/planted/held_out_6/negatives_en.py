"""English texts that look like identities and name nobody, sixth kept part. Rule authors do not read this file
(layout: `planted.open_part.negatives`).
"""

NEGATIVES = {
    ("en", "results of tests"): """WBC {3-24}.{1-9}, Hgb {7-17}.{1-9}, plt {40-480}
sodium {118-152}, potassium {2.6-6.4}, chloride {88-115}
BUN {6-90}, creatinine {0.5-9.9}, GFR {8-120}
AST {10-900}, ALT {10-900}, alk phos {40-700}
glucose {55-480} mg/dL, A1c {4.9-14.9}
TSH {0.01-89.90}, free T4 {0.3-4.9}
LDL {40-260}, HDL {22-95}, triglycerides {#3}
PSA went from {1-4}.{1-9} to {5-40}.{1-9}
hcg {#5} on {date}, {#6} two days later
ferritin {#3}, iron sat {4-60}%
vitamin D {8-70} ng/mL, B12 {#4}
BNP {#4}, troponin 0.{10-99}
INR {1-6}.{1-9}, goal 2 to 3
ESR {2-120}, CRP {#3}
ANA 1:{#3} speckled
viral load {#6} copies
CD4 count {#3}
urine culture {#6} CFU E. coli
ABG 7.{10-55}/{20-80}/{40-110}
lipase {#4}, amylase {#3}
uric acid {3-13}.{1-9}
CA-125 {#4}, CEA {2-90}
FSH {2-99}, LH {1-60}, estradiol {#3}
sperm count {10-90} million, motility {5-70}%
peak flow {#3}, FEV1 {30-99}%
temp 101.{1-9}, HR {60-150}, RR {12-36}, sats {82-99}
BP {90-190}/{50-110} then {90-190}/{50-110}
CSF protein {#3}, glucose {20-90}
cortisol {1-50}, ACTH {5-300}
hemoglobin electrophoresis, Hb A2 {1-6}.{1-9}""",
    ("en", "doses and product numbers"): """{word:drug_en_6} {5-500} mg PO BID
{word:drug_en_6} {10-80}mg daily for {5-30} days
start {word:drug_en_6} {5-50} mg at bedtime
{word:drug_en_6} {1-4} tabs q{4-8}h prn
taper {word:drug_en_6} from {40-60} to {5-20} mg
{word:drug_en_6} plus {word:drug_en_6}, any interaction
switched from {word:drug_en_6} to {word:drug_en_6}
{word:drug_en_6} 0.{1-9} mL IM once
{word:drug_en_6} drip at {2-20} mcg/min
lispro {2-14} units with meals, glargine {8-50} units
Sig: {word:drug_en_6} one tab qhs, #{30-90}, refills {0-5}
{word:drug_en_6} XR {37-300} mg
allergic to {word:drug_en_6}
{word:drug_en_6} made me dizzy
off {word:drug_en_6} since {date}
vitamin C {500-2000} mg, zinc {10-50} mg
bottle says NDC {#5}-{#4}-{10-99}
Lot # {#6}, exp {date}
vaccine lot EW0{#3}, left deltoid
Catalog no. {#5}
model number {#4}, serial on the back
UPC 0{#11}
DIN 02{#6}
cleared by the FDA, 510(k) K{#6}
EPA Reg. No. {#4}-{10-99}
{3-9} mm x {10-40} mm stent, ref {#7}
lens implant +{15-28}.5 D
size {4-14} needle, 27 gauge
pill marked L{#3}, white oval
pill imprint {10-99} {10-99}, round
gave {word:drug_en_6} {20-200} mg IV push at {1-12}:{10-59}
NS bolus {500-2000} cc""",
    ("en", "codes, genes and papers"): """ICD-10 {word:icd_en_6}
coded as {word:icd_en_6}, {word:icd_en_6}
CPT {#5}, modifier {20-80}
billed under CPT {#5}
infusion billed as J{#4}
BRCA1 c.{#4}delG, pathogenic
EGFR exon 19 deletion
KRAS G12C, TP53 R{#3}H
BRAF V600E positive
HLA-B27 came back positive
MTHFR A1298C heterozygous
I carry factor V Leiden
CYP2D6 poor metabolizer
my APOE is e3/e4, should I worry
rs{#7} CT
46,XY karyotype
FMR1 repeat {20-60}
trisomy 18 risk 1 in {#4}
T2N1M0, stage IIIA
Gleason {3-5}+{3-5}
ER/PR positive, HER2 negative, Ki-67 {5-80}%
the paper is PMID {#8}
doi 10.{#4}/jama.20{10-24}.{#4}
NEJM 20{10-24};{360-390}:{#4}-{10-99}
Lancet {380-400}({#5}):{100-900}
ISBN 978-0-{#3}-{#5}-{1-9}
NCT0{#7}, phase {2-3}
JAMA study of {#5} women
Cochrane review, {10-40} trials
hazard ratio 0.{10-99}, p = 0.0{1-9}
Kaplan-Meier curves and a Cox model
Mann-Whitney U test
Framingham risk {2-30}%
Bradford Hill criteria
see Figure {2-9} and Table {1-6}
chapter {3-40}, page {#3} of the textbook
Watanabe et al., 20{10-23}
as shown by Peterson and colleagues (20{10-23})""",
    ("en", "eponyms"): """could it be {word:eponym_en_6}
diagnosed with {word:eponym_en_6} in 20{10-23}
family history of {word:eponym_en_6}
my son has {word:eponym_en_6}
ruled out {word:eponym_en_6}
{word:eponym_en_6} vs {word:eponym_en_6}
{word:eponym_en_6} and {word:disease_en_6}
is {word:eponym_en_6} hereditary
living with {word:eponym_en_6}
{word:eponym_en_6} support group
treatment of {word:eponym_en_6} with {word:drug_en_6}
Impression: {word:eponym_en_6}
Dx {word:eponym_en_6}
PMH: {word:eponym_en_6}, {word:disease_en_6}
I was told I have {word:eponym_en_6}
what is the life expectancy in {word:eponym_en_6}
the doctor mentioned {word:eponym_en_6}
late onset {word:eponym_en_6}
tested negative for {word:eponym_en_6}
{word:sign_en_6} negative
{word:sign_en_6} positive on the left
positive {word:sign_en_6}
{word:sign_en_6} and {word:sign_en_6} absent
no {word:sign_en_6}
do the {word:sign_en_6} at home
Cheyne-Stokes respiration
Kussmaul breathing
Bell's palsy on the right
Parkinson's for {2-20} years
Crohn's flare
Hodgkin's in remission
Hashimoto's and Graves' both
Barrett's found on endoscopy
Apgar {6-9} and {8-10}
Glasgow coma scale {3-15}
a Foley, a Swan-Ganz and a Hickman line
Kegel exercises
the Heimlich maneuver
Epley maneuver at home
Braxton Hicks contractions
Valsalva and Trendelenburg
Billroth II
Whipple procedure
Heller myotomy, Nissen wrap
Ross procedure, Fontan circulation
Wright stain, Gram stain
Pap smear abnormal""",
    ("en", "drugs, herbs and products"): """{word:herb_en_6} tea before bed
{word:herb_en_6} with {word:drug_en_6}, safe?
{word:herb_en_6} and {word:herb_en_6} capsules
tried {word:herb_en_6}, no relief
{word:herb_en_6} oil on the scalp
does {word:herb_en_6} raise blood pressure
{word:herb_en_6} {100-900} mg twice a day
is {word:herb_en_6} ok in pregnancy
{word:drug_en_6} side effects
{word:drug_en_6} or {word:drug_en_6} for sleep
generic {word:drug_en_6}
ran out of {word:drug_en_6}
{word:drug_en_6} coupon
stop {word:drug_en_6} before surgery
Benadryl cream, Cortaid
Johnson & Johnson shot
Moderna booster on {date}
Pfizer dose two
Bayer aspirin 81
Ben-Gay on the knee
Dr. Bronner's soap
St. John's wort with {word:drug_en_6}
Epsom salt bath
Miller Lite, two a night
Jack Daniels on weekends
Earl Grey upsets my stomach
Graham crackers only
Ben & Jerry's every night
Oscar Mayer hot dogs
Mrs. Dash instead of salt
Mr. Clean fumes made me cough
Gatorade and saltines
Clearblue positive, First Response faint
Accu-Chek and FreeStyle Libre
Huggies gave her a rash
Similac to Nutramigen
Head & Shoulders helped
Nicorette, Chantix failed""",
    ("en", "imaging, anatomy and scores"): """CT chest: {4-20} mm nodule RUL
MRI L4-L5 bulge, L5-S1 protrusion
C{3-6}-C7 stenosis
echo EF {20-70}%
ultrasound {6-40} weeks, FHR {110-170}
nuchal {1-4}.{1-9} mm
BPD {20-95} HC {100-340} FL {10-75}
fibroid {2-9} x {2-9} cm
kidney stone {3-15} mm
aorta {2-6}.{1-9} cm
LAD {30-99}% stenosis
EKG QTc {380-520}, PR {120-240}
T score -{1-4}.{1-9}
BI-RADS {2-5}
TI-RADS {2-5}
PI-RADS {2-5}
Lung-RADS {2-4}
ejection click, S3 gallop
McBurney tenderness
Hesselbach's triangle
Cooper's ligament
Scarpa's fascia
Peyer's patches
Langerhans cells
Schwann cells
Meckel's cave
Morison's pouch clear
circle of Willis aneurysm {3-12} mm
canal of Schlemm
crypts of Lieberkuhn
Cowper's gland
Gerdy's tubercle
Wernicke's area
Sims position
Fowler's position
pain {3-10} out of 10
MELD {6-40}
CHA2DS2-VASc {1-7}
Bishop score {3-10}
MoCA {10-30}/30
Beck depression {5-50}
Epworth {3-24}
GCS E{2-4}V{2-5}M{3-6}
vision 20/{20-200} left""",
    ("en", "times, places and public lines"): """appointment on {date} at {1-12}:{10-59}
surgery scheduled for {date}
LMP {date}, due {date}
symptoms began {date}
last seen {date}
labs from {date}
the pain started on {date}
hospitalized from {date} to {date}
flu shot {date}
since May of 20{10-23}
back in 19{80-99}
{7-9} am to {4-6} pm
call 911 if you can't breathe
call 999 in an emergency
NHS 111 told me to wait
dial 988 any time
poison control said ok
room {2-9}{10-99}, second floor
ward {2-20}, bed {1-30}
bay {1-6} by the window
exit {10-90}, then left
suite on the third floor
a small town in Texas
I live in California
from India, living in Canada
moved from New York to Florida
back from Mexico with diarrhea
we went to Thailand
the beach in North Carolina
nearest ER is {20-90} miles away
the local hospital
a big teaching hospital
my county clinic
the VA clinic
urgent care on Sunday
Christmas morning, new year's eve
Mother's Day weekend
cost me ${#4}
bill for ${#3}.{10-99}
copay {10-60} dollars
covered {50-90}%
I am {150-195} cm, {45-120} kg
{4-6} ft {1-11}, {100-280} lbs
{20-80} yo f
page {2-90} of {91-300}
flight of {5-15} hours""",
    ("en", "titles, kin and everyday words like names"): """hello doctor
dear doctor, please help
thanks doc
good morning sir
hi everyone, new here
dear all, any ideas
dr said its fine
my dr is on vacation
see your doctor
the on call doctor
ask your GP
the nurse called
the surgeon was late
attending to his needs
patient name not given
name withheld, female, {20-80}
patient states she is tired
patient reports pain
pt denies fever
pt alert and oriented
mother has {word:disease_en_6}
father died of {word:disease_en_6}
grandma has it too
my hubby thinks so
dh and dd both sick
son is {2-15}, healthy
sister in law is a nurse
my ex smoked
signed, confused
regards, worried mother
sincerely, a tired dad
yours truly
best wishes
I will turn {30-70} in May
Will my hair grow back
Will this leave a mark on my face
I hope this is the right forum
I lost all joy in cooking
We have faith in the team
He had a rich meal and then the cramps came
The skin went white, then brown
My stools are green since the iron pills
She is young for a hip replacement
How long does a hard lump take to go
The price of {word:drug_en_6} doubled
The bill from the lab is wrong
I carry wood and bricks for a living
I am a cook in a school
He works as a carpenter and lifts a lot
My job is in the field, hunting and fishing at weekends
I live on a hill, walking up is hard
A stone is stuck in the duct
The king size pill won't go down
The ward was short of staff
I had a long day and a short night
Does the gene skip a generation
Please page the team if the drain fills
We chase the fever with cold packs
I can bend and reach, no strength though
The nail turned black after I dropped a brick
She fell on the ice in the park
Cherry flavored syrup made him gag
Olive oil softens the wax
The rose bush scratched me and it got infected
Hazel nuts swell my lips
My iris looks cloudy in photos
A robin pecked at the dressing, I kid you not
August is the worst month for ragweed
April and June are fine
It burns like pepper
The baker gave me bread without gluten
Mason jars and home canning, botulism?
I ran {3-20} miles and my heel hurts
The major side effect is nausea
Let me be frank with you
Grace period on the premium is over
I have the patience of a saint by now
A dark ring under the eye
Art class keeps her calm
Too many hours in the bank's air conditioning
Summer heat and my legs swell
Winter itch every year
Sandy feeling in both eyes
I rub it, pat it dry and put cream on
My head is in a fog, not sharp
The pool lane was cold and my calf cramped
I was stung by a bee near the brook
The cliff walk gave me vertigo
Light as a feather, then heavy as lead
Under the weather, out of sorts
Back to square one
Fit as a fiddle until March""",
}
