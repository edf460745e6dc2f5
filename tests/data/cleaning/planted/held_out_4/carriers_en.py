"""English sentences around an identity, fourth kept part: forum posts and answers, telephone notes, clinic letters and
discharge summaries. Rules are judged on them; rule authors do not read this file. Same layout as
`planted.open_part.carriers_en`.
"""

from planted.held_out_4.carriers_en_names import NAMES

CLAUSES = {
    "phone": """Call me back at {phone}, I get off work at {3-6}
my number's {phone}
Cell: {phone}, ok to leave message
Home phone {phone}
Tel. {phone}, evenings only
Ph: {phone} (after {4-8} pm)
Pt's daughter can be reached at {phone}
Pharmacy phone: {phone}
Caller: {patient_name}, callback {phone}
Please leave a voicemail on {phone}
If you have any questions, please call the clinic at {phone}
For appointments, dial {phone}
is {phone} the right number for your nurse line?
someone called me from {phone} about my biopsy
Contact number for the carer is {phone}
you can whatsapp me, {phone}
I lost my voice so please text {phone} instead
fax the records to {phone}
Mobile: {phone}⏎Preferred contact: text
work number {phone}, ask for the front desk
mom's landline is {phone}
Secretary: {phone}
Direct line {phone}, Monday to Friday
Patient called from {phone} with questions about the dose
my new number is {phone}, the old one is disconnected
Should you develop a fever, call us on {phone}
reach me anytime {phone}
{patient_name}, {phone}, left a message about the referral""",
    "ssn": """my ssn is {ssn}, can you see my records
SS number: {ssn}
SSN on file {ssn}
Social Security No. {ssn}, retired
Social Security # {ssn}, Medicare part B
for billing, my social security number is {ssn}
Patient {patient_name}, SSN {ssn}, requests records
I gave them my social, {ssn}, and now I am worried
DOB {birth_date}, SSN {ssn}
the last form had a typo, the SSN is {ssn}
Subscriber SSN: {ssn}
Guarantor: self⏎SSN: {ssn}
Dad's social security number is {ssn}, he is a veteran
SSN {ssn}; VA claim pending
workers comp wants my social security number ({ssn})
Medicaid application, SSN {ssn}
her social security number is {ssn} and she is on disability
S.S.N. {ssn} (copy of card attached)
Spouse SSN {ssn}
I think my social security number {ssn} was entered wrong
Please verify SSN: {ssn}
Release of information⏎Name: {patient_name}⏎SSN: {ssn}
the lab wanted my SSN so I wrote {ssn}
ss# {ssn} if that is what you need
life insurance exam, SSN {ssn}""",
    "email": """Email me at {email} please
my e-mail is {email}
Can you send the diet plan to {email}?
I emailed the photos from {email} yesterday
Email address: {email}
For records requests write to {email}
drop me a line at {email} if you went through the same
{email} is the best way to get hold of me
Send copies of the MRI report to {email}
cc {email}
my daughter handles this, her email is {email}
I would be happy to discuss by mail, {email}
portal login is {email} but it says wrong password
Secretary's email: {email}
Please confirm by email to {email}
E: {email}
invoice to {email} thanks
I signed up with {email}
Contact email {email}
you'll find me under {email}
Scheduling: {email}
pls mail the report at {email}
if anyone has the same symptoms message me, {email}
Patient prefers contact by email ({email})
write to us at {email} for a second opinion""",
    "url": """photo of the bite is here {url}
Here's a link to the pictures: {url}
my scan images: {url}
can someone look at {url} and tell me if it is infected
I uploaded the EKG strip, {url}
video of the seizure at {url}
Visit our website {url:site} for directions
For more about this procedure see {url:site}
I keep a blog about my recovery at {url:site}
Results are posted on {url}
does this look like ringworm? {url}
our practice page is {url:site}
Patient shared images at {url}
you may register through {url:site}
Book a telehealth visit at {url:site}
the whole folder is on {url}
this is what my stool looks like sorry {url}
Before and after pics {url}
Please complete the forms at {url:site} before your visit
MRI disc uploaded, {url}
link to my tongue photo {url}
Read my answers at {url:site}
we have a support group, {url:site}
here is the xray of my foot {url}
See {url:site} for our hours""",
    "bank_card": """my card {bank_card} was charged twice
Card number {bank_card}, name as on file
Visa ending wrong, should be {bank_card}
Please put the copay on {bank_card}
credit card {bank_card}, exp {1-12}/{26-29}
I would like the refund on my Visa {bank_card}
Card on file: {bank_card}
Mastercard {bank_card}
debit card no. {bank_card}
use my FSA card, {bank_card}
I paid the consultation with card number {bank_card}
the pharmacy kept my card info ({bank_card})
Payment by card {bank_card}, {date}
your billing office took {bank_card} over the phone
HSA card {bank_card} got declined
My husband's credit card is {bank_card}
charge it to {bank_card} please
Amount due ${20-900}, card {bank_card}
why was {bank_card} billed again this month
I cancelled the subscription but {bank_card} was still charged
new card number: {bank_card}
bank card {bank_card} expired, do I need to update
Discover card {bank_card}
please remove card {bank_card} from my account
Premium debited from card {bank_card}""",
    "record_number": """MRN: {record_number}⏎Service: Orthopedics
Medical Record #: {record_number}, Bldg {1-9}
Patient ID {record_number}, room {100-499}
my chart number there is {record_number}, please look
Hospital number {record_number}, bay {1-8}
NHS No: {record_number}
NHS number {record_number}, Ward {1-30}
Acct #: {record_number}
Visit number {record_number}
Insurance member ID is {record_number}, PPO
policy number {record_number}, family plan
Claim # {record_number}
Medicare number {record_number}
Medicaid ID: {record_number}
Encounter #{record_number}
Accession # {record_number}
Our ref: {record_number}
Unit number: {record_number}
CHI number {record_number}
Pathology no. {record_number}
Registration number {record_number}, OPD {1-20}
Case number {record_number}, adjuster not assigned
IP No. {record_number}, ward {1-9}
Lab no: {record_number}
they gave me file no {record_number}
Prescription number {record_number}
Name: {patient_name:form}⏎MRN: {record_number}⏎Sex: M""",
    "birth_date": """DOB: {birth_date}⏎Sex: female
Date of Birth {birth_date}, Gender Female
D.O.B. {birth_date}
born on {birth_date}
my dob is {birth_date}
Birthdate: {birth_date}, left handed
I was born on {birth_date} so do I need the shingles vaccine
{patient_name}, d.o.b. {birth_date}
Re: {patient_name}, born {birth_date}
Patient's date of birth: {birth_date}
My twins were born {birth_date:young} by C-section
son was born {birth_date:young}, {3-9} lbs {1-15} oz
daughter DOB {birth_date:young}
birth date {birth_date}, postmenopausal
(D.O.B. {birth_date}, male)
DOB {birth_date}  Age {20-90}  Sex F
My birthday is {birth_date}, same as my twin
Mother's date of birth {birth_date}
husband's date of birth is {birth_date}
date of birth given as {birth_date} by the caller
Verified name and date of birth ({birth_date})
my birth date is {birth_date} if you need to look me up
baby born {birth_date:young}, failed hearing test
Newborn: DOB {birth_date:young}
The policy says my date of birth is {birth_date}""",
    "address": """Address: {address}⏎Marital status: widowed
Home address: {address}⏎Phone: {phone}
my address is {address}
I still live at {address} with my mother
Mail it to {address} please
Send the brace to {address}
lives alone at {address}
{patient_name:form}⏎{address}
{address} is where I am staying now
We are located at {address}, second floor
Clinic address: {address}
the visiting nurse should come to {address}
Deliver meds to {address}
she fell at home, {address}
moved to {address} in {2010-2023}
Address on file is {address}, please update
residing at {address}
shipping address {address}
Patient was picked up by EMS at {address}
please post my sick note to {address}
Employer address: {address}
I used to live at {address} next to a gas station
mold in our house at {address}, all of us cough
Oxygen supply to {address}
our new office is at {address}
Permanent address {address}""",
    "hospital": """I went to {hospital} and waited {2-9} hours
seen at {hospital} on {date}
{hospital} ER sent me home with {word:drug_en_4}
my surgery is at {hospital}
She is a patient at {hospital}
Discharged from {hospital}
Admitted to {hospital}: {date}
records from {hospital} were requested
the doctors at {hospital} are baffled
{hospital}⏎Department of Pathology
{hospital} - Outpatient Clinic
Transferred to {hospital} for higher level of care
I gave birth at {hospital}
he was air lifted to {hospital}
Dr. {doctor_name}, {hospital}
I volunteer at {hospital}
has anyone had this done at {hospital}
My mammogram was at {hospital}
they referred me to {hospital}
Facility: {hospital}
Location: {hospital}, {2-9}th floor
Please come to {hospital} for the infusion
my dad died at {hospital} last winter
{hospital} lost my blood sample
work as a nurse's aide at {hospital}
bill from {hospital} for ${#4}
scheduled for a colonoscopy at {hospital}""",
} | NAMES

NEUTRAL = """I've had this cough for about {2-9} weeks and it is worse at night
I'm {18-79}, female, {110-230} lbs, otherwise healthy
has anyone else had this with {word:drug_en_4}?
I was diagnosed with {word:disease_en_4} in {2005-2023}
Thank you for using our service, I understand your concern
It could be {word:disease_en_4}, but I would need to examine you
taking {word:drug_en_4} {5-80} mg in the morning
my stomach hurts right after I eat
BP today {110-165}/{65-99}
No fever, no chills, no weight loss
Should I go to the ER or wait until Monday
The lump hasn't changed in size
any advice appreciated
Assessment: {word:disease_en_4}, stable
Plan: continue {word:drug_en_4}, recheck labs in {2-12} weeks
sorry for the long post
Past medical history significant for {word:disease_en_4}
Allergies: penicillin, rash
I can't sleep and my heart races
he is pulling at his ear and won't eat
Vital signs stable, afebrile
you should avoid spicy food and eat small meals
I had an MRI and they said it was fine
Rest, ice and elevation should help
my period is {3-14} days late
She denies chest pain or shortness of breath
It burns every time I pass water
I hope I could clear that up
I stopped {word:drug_en_4} two days ago and feel dizzy
left knee swollen, can't bend it
is it safe while breastfeeding
The incision is clean, dry and intact
I quit smoking {2-9} months ago
we have tried everything and nothing helps
Symptoms started on {date}
Discharge condition: good
Please upload a clear photograph of the area
my feet tingle at night"""
