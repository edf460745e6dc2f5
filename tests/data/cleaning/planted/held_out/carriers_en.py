"""English sentences around an identity, kept apart: rules are judged on them. Rule authors do not read this file."""

CLAUSES = {
    "phone": """ring me on {phone} after six
My husband's cell is {phone}, he is always near it
WhatsApp {phone}
give us a bell on {phone}
ph# {phone}
contact no {phone}
Best number to get me: {phone}
if it gets worse should I dial {phone} or wait
landline {phone} / mobile {phone}
voicemail at {phone}
K {3.1-5.9}, Na {130-145}, call {phone}, Cl {95-110}
the pharmacy called from {phone}⏎
T: {phone}
emergency contact → {phone}
phone/fax {phone}""",
    "ssn": """they asked for my social, it's {ssn}
SS# {ssn}
Social: {ssn}
tax ID (SSN) {ssn}
the form has {ssn} as the social security no
ssn={ssn}""",
    "email": """drop me a line: {email}
my mail id is {email}
gmail - {email}
cc {email} please
e mail {email}⏎
I can be contacted via {email}
Attn: {email}
Could you forward the slides? {email}""",
    "url": """photos here -> {url}
pls open {url} and scroll down
I keep a blog on it, {url}, with dates
portal: {url}
whole story at {url}
<{url}>""",
    "bank_card": """my Mastercard ending is on file, full no. {bank_card}
debit card {bank_card} was charged twice
CC# {bank_card}
charge it to {bank_card}""",
    "record_number": """hospital no. {record_number}
my file is under {record_number} (MRN)
Chart # {record_number}
Case number {record_number}
accession no {record_number}
NHS number {record_number}
UHID {record_number}
hosp ID: {record_number}
account number {record_number} on the discharge sheet
OPD no. {record_number}
Pt ID {record_number}
member ID {record_number}""",
    "birth_date": """birthday: {birth_date}
my birthday is {birth_date}
his birthdate is {birth_date}
B: {birth_date} (date of birth)
date of birth ({birth_date})
the baby arrived on {birth_date}, born by c-section
D.O.B - {birth_date}
Born: {birth_date} Sex: M
she was born {birth_date}
birth day {birth_date}""",
    "address": """the ambulance should come to {address}
my place is {address}
Residence: {address}
deliver to {address}
currently residing at {address}
we have lived in {address} since the flood
send the kit over to {address}
Addr. {address}
I'm staying at {address} with my aunt""",
    "patient_name": """Yours sincerely,⏎{patient_name}
Pt: {patient_name}
my son {patient_name} fell off his bike
my wife {patient_name} has lupus
{patient_name} here, writing about my knee
— {patient_name}
Re: {patient_name}
call me {patient_name}
I go by {patient_name}
they call me {patient_name}
Full name: {patient_name}
name - {patient_name}, age - {18-80}
Best wishes⏎{patient_name}
asking on behalf of {patient_name}
Miss {patient_name:surname} is allergic to penicillin
Mr {patient_name} was discharged
Signed, {patient_name}
the name's {patient_name}
Master {patient_name:surname}, {3-12} years
Sir {patient_name}""",
    "doctor_name": """Dr.{doctor_name:surname} gave me the script
DR {doctor_name:surname} SAID WAIT
Drs. {doctor_name:surname} and {doctor_name:surname} both looked
nurse {doctor_name:surname} took the blood
seen by {doctor_name}, MBBS
{doctor_name}, M.D.
consultant Mr {doctor_name:surname}
my GP, doctor {doctor_name}, retired
Dr. {doctor_name:surname}'s office never rang
signed by {doctor_name}, DO
Attending: {doctor_name}
surgeon {doctor_name} did the bypass
dear doctor {doctor_name:surname}
thx dr. {doctor_name:surname}
Nurse Practitioner {doctor_name}
Provider: {doctor_name}
physician assistant {doctor_name}
Hi Doc {doctor_name:surname}
— Dr. {doctor_name}""",
    "hospital": """was rushed to {hospital} by my neighbour
{hospital} discharge summary attached
the people at {hospital} were kind
second opinion from {hospital}""",
}

NEUTRAL = """been wheezing since {date}
ferritin came back {5-25} ng/mL
eGFR {30-88}, creatinine {0.9-2.9}
my stomach burns after coffee
baby is {2-11} months, not gaining
temp {37.6-39.9} C overnight
could it be {word:disease_en}
switched from {word:drug_en} to half the dose
swollen glands, no sore throat
the biopsy is next week
{2-6} puffs as needed
LDL {100-190} mg/dL
no family history
I'd see an ophthalmologist soon
a short course of steroids may help
sleep is poor
it burns when I pee
PSA {2.1-9.9}
stitches come out on day {7-14}
the numbness moves around
apply it thinly twice daily
I can't keep food down
please avoid alcohol with this
Many thanks"""
