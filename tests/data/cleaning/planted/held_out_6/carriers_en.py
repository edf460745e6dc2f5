"""English sentences around an identity, sixth kept part: forum posts and answers, referral mails, discharge notes,
telephone notes and chat. Rules are judged on them; rule authors do not read this file. Same layout as
`planted.open_part.carriers_en`.
"""

from planted.held_out_6.carriers_en_names import NAMES

CLAUSES = {
    "phone": """Phone number: {phone}
Phone {phone} (home)
my phone is {phone}
you can text or call {phone}
Please call me back on {phone}
If it gets worse call our office at {phone}
call {phone} and ask for the charge nurse
Tel. {phone}, please let it ring
Tel no: {phone}⏎Allergies: penicillin
Mobile: {phone}, evenings only
my mobile number is {phone}
Cell: {phone}⏎OK to leave message
Home phone {phone}, work phone {phone}
Work: {phone}
Daytime number {phone}
Best number to reach you? Mine is {phone}
I can be reached at {phone} any time
Reach me on {phone}
Contact number: {phone} (daughter)
Emergency contact: {patient_name}, {phone}
Husband's number {phone}
His daughter's mobile is {phone}
Fax number {phone}
fax it to {phone} please
F: {phone}
Pharmacy phone: {phone}, closes at {5-9}
Patient called from {phone}
Returned call to {phone}, line busy
To reschedule, dial {phone}
For appointments: {phone}
WhatsApp: {phone}
Pls ring {phone}, i work nights
New number since the move: {phone}""",
    "ssn": """SSN: {ssn}⏎Preferred language: Spanish
SSN {ssn}, verified at check-in
my ssn is {ssn}
My social is {ssn}
Social Security Number: {ssn} (copy of card attached)
Social security no. {ssn}
Soc Sec #: {ssn}
SS number {ssn}
SSN# {ssn}⏎Race: declined
{patient_name}, SSN {ssn}, self pay
Name: {patient_name}⏎SSN: {ssn}
Patient's social security number is {ssn}
Guarantor SSN: {ssn}
Spouse SSN {ssn}, spouse employed
Subscriber's SSN: {ssn}
For disability I need my SSN {ssn} on the letter
The VA form has my social security number {ssn}
Taxpayer ID / SSN: {ssn}
DOB {birth_date}, SSN {ssn}, veteran
they look you up by social, mine is {ssn}
SSN of the deceased: {ssn}
Applicant's SSN {ssn}
Social Security # {ssn}⏎Sex: F
Mother's SSN: {ssn}
Workers comp claim, SSN {ssn}
The bill lists my full SSN ({ssn})
SSN on file: {ssn}""",
    "email": """Email: {email}, checks daily
email me at {email}
My email is {email} if that is easier
my email address is {email}, please send the diet sheet
E-mail address: {email}⏎Newsletter: no
Please send the report to {email}
You can write to me at {email}
Send it over to {email} thanks
Contact me: {email}
I emailed the photos from {email}
Forward records to {email}
Correspondence to {email}
Corresponding author: {doctor_name}, {email}
Mail: {email}
Patient email {email}
Patient prefers email ({email})
reply off list to {email}
If you want the article, {email}
for appointments please email {email}
Clinic secretary's email: {email}
please cc {email} on this
Sent results to {email} per request
You may reach my assistant at {email}
invoice to {email}
My wife's email is {email}
pm me or {email}
login is {email} but I lost the password
Scan and email to {email} by Friday""",
    "url": """Here is the picture: {url}
pics here {url}
Link: {url} (large file)
I uploaded my x-rays to {url}
MRI report: {url}
Please look at {url} and tell me
See photos at {url}
video of her gait: {url}
the rash looks like this {url}
{url} that's my mole
Album: {url}
You can download the scan from {url}
here's the link again {url}
My blood work is posted at {url}
Lab results at {url}
my profile {url}
follow my recovery on {url}
I put the ultrasound images here: {url}
Our website: {url:page}
Visit our page {url:page}
more about me at {url:page}
Book online at {url:page}
Web: {url:page}
Please fill in the form on {url:page}
Website {url:page}⏎Open Mon to Fri
ECG strip {url}
before and after photos, {url}""",
    "bank_card": """Card number: {bank_card}, autopay on
Credit card number {bank_card}
my card number is {bank_card}
Visa {bank_card}
Paying by Visa, the full number is {bank_card}
Please charge my card {bank_card}
Charge to {bank_card}, exp {1-12}/{26-30}
Debit card {bank_card}
MasterCard: {bank_card}
CC# {bank_card}, zip on file
Card on file: {bank_card}, update if expired
You can bill my credit card, {bank_card}
Refund to card {bank_card}
Payment: card {bank_card}, {patient_name}
HSA card {bank_card}
Deposit paid by card {bank_card}
I paid the copay with {bank_card}, was it processed
Card no. {bank_card}, approved
card # {bank_card} was declined
Name on card: {patient_name}⏎Number: {bank_card}
They charged {bank_card} twice
Payment method: credit card {bank_card}
Credit card: {bank_card}⏎Amount: ${#3}
Took payment over the phone, card {bank_card}
My bank card {bank_card} expired
Prepaid card {bank_card}
Discover/Visa no {bank_card}""",
    "record_number": """MRN: {record_number} Loc: {2-9} West
MRN {record_number}, telemetry
MRN# {record_number}⏎Service: ENT
Medical Record Number: {record_number}
Medical record no. {record_number}
Med rec # {record_number}
Patient ID {record_number}
Patient ID number: {record_number}
Patient number {record_number}
Pt ID: {record_number}
Hospital no: {record_number}
Hosp. No. {record_number}, clinic letter
Chart number: {record_number}
Chart no. {record_number}
Record number {record_number}
Account #: {record_number}
Account no {record_number}, final notice
Visit number: {record_number}
Encounter: {record_number}
Accession: {record_number}, left breast
Accession no. {record_number}
Lab number {record_number}
Case no. {record_number}⏎Specimen: skin
Specimen ID: {record_number}
Order number {record_number}, {date}
My patient number is {record_number}
my MRN is {record_number}, can you see the scan
NHS number: {record_number:nhs}
NHS no {record_number:nhs}
Member ID {record_number:insurer}
Member number: {record_number:insurer}
Insurance ID: {record_number:insurer}
Policy no. {record_number:insurer}
Subscriber ID: {record_number:insurer}
Health insurance member ID is {record_number:insurer}
Claim #: {record_number}
IP No. {record_number}, {patient_name}""",
    "birth_date": """DOB: {birth_date} Sex: F
DOB {birth_date}, right-hand dominant
D.O.B: {birth_date}
Date of Birth: {birth_date}
Date of birth {birth_date}, female
date of birth is {birth_date}
my dob is {birth_date} if you need it
my birthday is {birth_date} so i just turned
I was born {birth_date}, two months early
I was born on {birth_date}, so menopause is near
Born: {birth_date}
born on {birth_date} at home
{patient_name}, DOB {birth_date}
{patient_name} (DOB: {birth_date})
{patient_name}, born {birth_date}
Her date of birth is {birth_date}
His birthdate: {birth_date}
He was born on {birth_date}
Husband DOB {birth_date}
DOB {birth_date}⏎Age: {18-90}
My daughter was born on {birth_date:child}
our baby was born {birth_date:child} by c-section
Baby's date of birth: {birth_date:child}
Child's DOB: {birth_date:child}
Delivered {birth_date:child}, baby's birthday, all well
Birth Date: {birth_date}⏎Gender: M
Patient's birthday {birth_date} confirmed
d/o/b {birth_date}
Mother, born {birth_date}, alive and well""",
    "address": """Address: {address} (gate code at desk)
Address {address}
my address is {address} for the sample kit
Home address {address}, ground floor
Home: {address}, wheelchair ramp
I live at {address}, can a nurse come out
We live at {address}, two flights up
She lives at {address} with her son
Lives alone at {address}
Street address: {address}
Mailing address {address}
Please mail it to {address}
send the forms to {address}
Ship to: {address}
Deliver oxygen to {address}
Patient's address: {address}
Patient's new address is {address}
Residing at {address}
{patient_name}, {address}
Send ambulance to {address}
We see patients at {address}
Office address: {address}
my practice is at {address}
Discharge address: {address}
Permanent address {address}, temporary stay with kin
Billing address: {address}, same as home
Nursing home at {address}
Next of kin lives at {address}
Come to {address} for the blood draw""",
    "hospital": """I drove myself to {hospital} at midnight
They kept me in {hospital} from {date}
Admitted at {hospital}
Hospital: {hospital}, Unit: maternity
Hospital name: {hospital}
Referred from {hospital}
transferred from {hospital} to {hospital}
Transferred to {hospital} for angiography
He had surgery at {hospital} in {2005-2023}
I had my baby at {hospital}
She was seen at {hospital} for {word:disease_en_6}
They did a CT at {hospital}
Scan done at {hospital} on {date}
Records from {hospital} reviewed
I am a nurse at {hospital}
I work in the lab at {hospital}
{hospital} sent me home with painkillers
the doctors at {hospital} found {word:disease_en_6}
Discharged from {hospital} with {word:drug_en_6}
Follow up at {hospital} in {1-6} weeks
{hospital}⏎Emergency Department Record
{hospital}, Department of Surgery
Location: {hospital}
Is {hospital} any good for knees
i'm booked in at {hospital} for {date}
I am being treated in {hospital}
Biopsy performed at {hospital}
waiting list at {hospital} is {3-18} months
My mum is in {hospital} with {word:disease_en_6}
Consultant at {hospital}""",
    **NAMES,
}

NEUTRAL = """I have had a dull ache in my side since {date}
No one in my family has had this
It hurts when I swallow
The cough keeps me up at night
I feel dizzy when I stand up
I've been taking {word:drug_en_6} {5-40} mg daily
Could this be {word:disease_en_6}
Is that something to worry about
What tests should I ask for
BP {105-165}/{65-100}, pulse {58-110}
Lungs clear, heart regular
The abdomen is soft and not tender
Try warm compresses for a few days
I would get that checked in person
You can take it with or without food
My stools have been loose for {2-9} days
I gained {5-30} pounds on it
I quit smoking {2-12} years ago
The lump is about the size of a pea
It itches like crazy
No nausea, no chills
Blood tests came back normal
I'm on my second course of antibiotics
The fever broke this morning
Denies tobacco and alcohol
Will recheck labs in {2-8} weeks
She stopped eating solids {2-5} days ago
My knee clicks on stairs
I would not stop {word:drug_en_6} suddenly
Drink plenty of fluids and rest
I'm terrified of needles
There is some swelling but no redness
Sleep is poor, mood is low
Return if symptoms worsen
We are hoping for some answers
He has a history of {word:disease_en_6}
Is it okay to exercise
My cycle is usually {26-34} days
That dose is on the low side
Sorry for the long message
Weight {110-240} lb
Ears look fine, throat a bit red"""
