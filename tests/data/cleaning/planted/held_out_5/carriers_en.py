"""English sentences around an identity, fifth kept part: forum posts and answers, referral letters, discharge notes,
telephone notes and short messages. Rules are judged on them; rule authors do not read this file. Same layout as
`planted.open_part.carriers_en`.
"""

from planted.held_out_5.carriers_en_names import NAMES

CLAUSES = {
    "phone": """My phone number is {phone} and I am home all day
You can call me at {phone} after {3-8}
please call {phone} asap
Phone: {phone}⏎Language: English
Tel: {phone} (mornings)
Mobile {phone}, text is fine
Cell phone {phone}
Contact: {phone} (wife)
Emergency contact phone: {phone}
Our office number is {phone}
Call our nurse line at {phone} if the fever returns
The clinic can be reached at {phone}
Ring me on {phone}
ring the ward on {phone} before coming
Fax: {phone}, attention records
Please fax the results to {phone}
whatsapp {phone}
my whatsapp no is {phone}
text me {phone} pls
Number to call back: {phone}
missed call from {phone}, was that you
Pharmacy: corner drugstore, {phone}
I changed my number to {phone}
home {phone}, work ask for me
Left message at {phone}
Daughter's cell is {phone}
pager {phone}
Contact no. {phone} (brother)
T: {phone}, extension on request
{patient_name} can be reached on {phone}
Patient's phone {phone} goes to voicemail
Here is my number again: {phone}""",
    "ssn": """My SSN is {ssn}
SSN: {ssn}⏎Employer: retired
Social security number: {ssn}
SS# {ssn}, widowed
my social is {ssn}
Patient SSN {ssn}, DOB {birth_date}
social security no {ssn} for the disability form
They asked for my social security number, it's {ssn}
SSN {ssn}⏎Marital status: single
{patient_name}, SSN {ssn}
Name {patient_name}⏎Social Security Number {ssn}
husband's SSN is {ssn}
my late father's social security number was {ssn}
Soc. Sec. No.: {ssn}
ssn# {ssn}
Please look me up by SSN, {ssn}
I faxed the form with my SSN ({ssn}) on it
Insured's SSN: {ssn}
Beneficiary social security number {ssn}
Medicare asked for the SSN {ssn}
Employee SSN: {ssn}, injury at work {date}
Social Security: {ssn}
child's SSN {ssn}
Policy holder SSN {ssn}
the hospital has the wrong SSN, mine is {ssn}
verify the last line: SSN {ssn}""",
    "email": """My email is {email} if you need more detail
Please email me at {email}
email: {email} (checked daily)
E-mail: {email}⏎Preferred: email
You can reach me by email: {email}
send the report to {email}
I have sent the scans from {email}
Could you forward it to {email}? Thanks
contact me on {email}
kindly revert to my mail id {email}
mail id: {email}
pls send diet chart to {email}
for appointments write to {email}
Any questions, write {email}
our office email is {email}
I can't log in with {email}
my wife's email {email}
cc to {email} please
records request received from {email}
Patient portal username {email}
Email address on file: {email}
Reply to: {email}
write me privately at {email}
please use {email}, not the old one
share your reports at {email}
For an online consult mail {email}
{patient_name}, {email}""",
    "url": """Here is the picture {url}
pics: {url}
I posted the x-ray at {url}
My MRI images are at {url}
link to my bloodwork {url}
see the video {url}, it shows the tremor
Photo of the rash: {url}
can you open {url} on your side
uploaded here {url}
more about me at {url}
read my story on {url}
our clinic website is {url:site}
Visit {url:site}
book online at {url:site}
For directions go to {url:site}
Forms can be downloaded from {url:site}
what do you think of {url}
this is my scan {url} please advise
CT slices {url}
sound clip of the cough {url}
You will find my practice at {url:site}
webpage {url:site}
the swelling looks like this {url}
here's my fundraiser {url}
Results viewer: {url}
opening hours are on {url:site}""",
    "bank_card": """My credit card number is {bank_card}
Card number: {bank_card}
card no {bank_card}
please charge {bank_card}
Paid with Visa {bank_card}
Credit card {bank_card} on file
refund to card {bank_card}
debit card {bank_card} was declined
Payment method: {bank_card}, expires {1-12}/{27-31}
charge the copay to my card, {bank_card}
my HSA card number {bank_card}
they billed {bank_card} twice
Mastercard number {bank_card}
the card {bank_card} belongs to my husband
Use card {bank_card} for the deposit
Name on card {patient_name}, number {bank_card}
Billing card {bank_card}
the card I used was {bank_card}
FSA card {bank_card}
Cardholder: {patient_name}⏎Card: {bank_card}
new card is {bank_card}, the old one was stolen
receipt shows card {bank_card}
credit card no. {bank_card} valid thru {1-12}/{26-30}
I gave the receptionist my card number {bank_card}
Invoice paid, card {bank_card}
please update my card to {bank_card}""",
    "record_number": """MRN: {record_number}⏎Unit: telemetry
MRN {record_number}, {patient_name}
Medical record number {record_number}
my medical record number is {record_number}
Hospital number: {record_number}
Hospital No {record_number}, ward {1-20}
Chart # {record_number}, first visit
chart number {record_number}
Patient ID: {record_number}, sample hemolyzed
patient id {record_number}
Unit number {record_number}
Account number: {record_number}
Acct # {record_number}, balance due
Accession number {record_number}
Accession #: {record_number}
Specimen number {record_number}
NHS No. {record_number:nhs}
Case number {record_number}, still open
File no. {record_number}
Encounter ID {record_number}
Member ID: {record_number:plan}
Insurance ID {record_number:plan}
Medicare number {record_number:plan}
Policy number: {record_number:plan}
Subscriber ID {record_number:plan}, group plan
health card number {record_number:plan}
My insurance member number is {record_number:plan}
Claim number {record_number}, denied {date}
Rec no: {record_number}⏎{patient_name:form}
You can look me up under MRN {record_number}
reg no {record_number}, opd
UHID {record_number}, general OPD
Study ID: {record_number}""",
    "birth_date": """DOB: {birth_date}⏎Weight: {48-120} kg
Date of birth: {birth_date}⏎Occupation: welder
D.O.B. {birth_date}, right handed
my date of birth is {birth_date}
I was born on {birth_date} in a breech position
born {birth_date}, nonsmoker
DOB {birth_date}⏎Sex: M
my birthday is {birth_date} so I get Medicare soon
My son was born {birth_date:child}
baby born on {birth_date:child} by c-section
her date of birth is {birth_date}
{patient_name} (DOB {birth_date})
{patient_name}, born {birth_date}, was seen today
Birth date: {birth_date}
Birthdate {birth_date}
d.o.b {birth_date}
The twins were born on {birth_date:child}
our little one was born {birth_date:child} and weighs {3-9} kg
I confirmed the date of birth, {birth_date}
Patient DOB {birth_date}, allergies: none
my dob {birth_date} for the portal
Mom was born on {birth_date} so she is getting on
Birthday: {birth_date}
dob - {birth_date}
Wife's date of birth {birth_date}
born in the village on {birth_date}""",
    "address": """My address is {address}
Address: {address}⏎Tenant since {1995-2022}
Home address: {address}, no stairs
I live at {address} with two cats
we live at {address}, third floor
Please mail the records to {address}
mail it to {address}
Mailing address: {address}
Ship the monitor to {address}
send an ambulance to {address}
Residence: {address} (assisted living)
Patient resides at {address}
Our new office is at {address}
The clinic moved to {address}
located at {address}, parking behind
Billing address {address}
my mom lives alone at {address}
Home visit requested: {address}
deliver the meds to {address}
{patient_name}⏎{address}
Discharged home to {address}
Current address {address}
I moved to {address} last year
Care home: {address}
address for the prescription is {address}
postal address: {address}
I am staying with my son at {address}""",
    "hospital": """I went to {hospital} last night
I was treated at {hospital} for {word:disease_en_5}
He was admitted to {hospital} on {date}
transferred to {hospital}
the ER at {hospital} sent me home with {word:drug_en_5}
Facility: {hospital}, inpatient
Hospital: {hospital}⏎Ward: surgical
{hospital}⏎Discharge Summary
{hospital} Emergency Department
she delivered at {hospital}
the doctors at {hospital} said {word:disease_en_5}
MRI done at {hospital}
referred to {hospital} for surgery
I had my gallbladder out at {hospital}
is {hospital} any good for this
Do you work at {hospital}
seen at {hospital} and again at {hospital}
records from {hospital} requested
my sister is a nurse at {hospital}
follow up at {hospital} outpatient clinic
waiting for a bed at {hospital}
he passed away at {hospital}
Taken by EMS to {hospital}
bloods from {hospital} show a low count
my appointment at {hospital} is {date}
I work as a porter at {hospital}
second opinion at {hospital}
Dictated at {hospital}""",
} | NAMES

NEUTRAL = """I have had stomach cramps for {2-9} days
It gets worse when I lie down
No fever, no vomiting, just tired all the time
I am on {word:drug_en_5} {5-50} mg
Could it be {word:disease_en_5}
My blood pressure was {110-170} over {70-100}
What should I do next
I would recommend an ultrasound first
The pain comes and goes
She has lost {5-20} pounds since spring
I smoke about {2-20} a day
Vitals stable, afebrile
Any advice would be appreciated
I can't sleep on my left side
He has no known drug allergies
Physical exam was unremarkable
You should avoid spicy food for a while
Plan: repeat labs in {2-6} weeks
I also get numb fingers at night
It started after I changed jobs
My period is {5-20} days late
Please take it with food
I'm scared it is something serious
The swelling went down after ice
Symptoms began on {date}
There is no history of heart trouble
We tried {word:drug_en_5} without much success
Is it safe while breastfeeding
The rash itches mostly in the evening
Sounds viral, it should clear on its own
I had my tonsils out as a kid
Wound clean and dry
Can I drink alcohol with it
Appetite is poor but she drinks well
The cough is dry and worse after meals
Diagnosis: {word:disease_en_5}
Keep the leg raised as much as you can
Thanks for reading this long post
Temp {98-103}.{1-9} this morning
He was pain free at discharge"""
