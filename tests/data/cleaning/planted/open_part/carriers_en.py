"""English sentences around an identity, open part: rules may be developed on them.

Same layout as `planted.open_part.carriers_zh`.
"""

CLAUSES = {
    "phone": """My phone number is {phone}
You can reach me at {phone}
Call me at {phone} when the results are in
Phone: {phone}
cell {phone}
Tel. {phone}
mobile: {phone}
please text {phone}
{phone} is my work number
{phone}
I left a message from {phone} yesterday
My numbers are {phone} (home) and {phone} (cell)
BP {110-160}/{60-99}, phone {phone}, pulse {60-110}
(contact: {phone})
Fax the report to {phone}""",
    "ssn": """SSN: {ssn}
My social security number is {ssn}
SSN {ssn} for the insurance claim
Social Security # {ssn}
my SSN is {ssn}, is that enough to find my file
soc sec no. {ssn}""",
    "email": """My email is {email}
email: {email}
Please send the diet chart to {email}
E-mail me at {email}
You can write to {email} any time
{email}
I sent the X-ray to {email} last week
(email: {email})
reports mailed from {email}""",
    "url": """The scan is at {url}
See {url} for the pictures
link: {url}
I uploaded the report to {url}
my page is {url}
{url}
Pictures of the rash ({url})""",
    "bank_card": """card number {bank_card}
I paid the consult fee with {bank_card}
Credit card: {bank_card}
please refund to my card {bank_card}
my Visa is {bank_card}""",
    "record_number": """MRN {record_number}
MRN: {record_number}
My medical record number is {record_number}
Record no. {record_number}
Patient ID: {record_number}
my chart number is {record_number}
MRN#{record_number}, seen in the ER
medical record # {record_number}
Hb {8.1-15.9} g/dL, MRN {record_number}, WBC {4.1-15.9}""",
    "birth_date": """DOB: {birth_date}
DOB {birth_date}
I was born on {birth_date}
date of birth: {birth_date}
My date of birth is {birth_date}
born {birth_date}, female
My son was born on {birth_date} at full term
Birth date {birth_date}
d.o.b. {birth_date}""",
    "address": """I live at {address}
Address: {address}
my home address is {address}
Please ship the medicine to {address}
mailing address {address}
We moved to {address} and the mold is bad
Home: {address}""",
    "patient_name": """My name is {patient_name}
My name is {patient_name} and I am {18-80} years old
I am {patient_name}, {18-80} years old
Patient name: {patient_name}
Name: {patient_name}
Patient: {patient_name}
patient {patient_name} was seen for chest pain
This is {patient_name}
Hi, I'm {patient_name}
Mr. {patient_name:surname} has a cough
Mrs. {patient_name:surname}, your report is normal
Ms. {patient_name} came back for review
Dear Mr. {patient_name:surname}
Regards, {patient_name}
Thanks,⏎{patient_name}
my daughter's name is {patient_name}
Hello Mrs {patient_name:surname}""",
    "doctor_name": """Dr. {doctor_name:surname} told me to rest
Hello Dr. {doctor_name:surname}
Dr {doctor_name:surname} prescribed it
I saw Dr. {doctor_name} last month
Thank you Dr. {doctor_name:surname}
Doctor {doctor_name:surname} said it is benign
Hi Dr. {doctor_name}
my cardiologist, Dr. {doctor_name:surname}, disagrees
{doctor_name}, MD
Prof. {doctor_name:surname} did the operation
Professor {doctor_name} reviewed the slides
Dear Dr. {doctor_name:surname},
Dr. {doctor_name:surname#a} is away; Dr. {doctor_name:surname#a} will call
referred by Dr. {doctor_name}
Regards,⏎Dr. {doctor_name}""",
    "hospital": """I was treated at {hospital}
at {hospital} they found a stone
Admitted to {hospital} for {2-9} days
{hospital} did the MRI""",
}

NEUTRAL = """I have had a headache for {2-9} days
My blood pressure is {110-180}/{60-110}
The fever reached {100.1-104.5} F
Is this something to worry about
I take {word:drug_en} {5-50} mg twice a day
The ultrasound on {date} showed a {3-20} mm nodule
WBC was {4.1-18.9} x10^9/L
My son is {2-12} years old and has a rash
The pain gets worse at night
Please advise
He was diagnosed with {word:disease_en}
I am {6-38} weeks pregnant and spotting
Her sugar was {90-290} mg/dL fasting
Does it need surgery
You should drink plenty of water and rest
The MRI was clear
My knee swells after walking
TSH {0.5-9.9} mIU/L
I would suggest a repeat test in {2-6} weeks
There is no fracture on the X-ray
The cough is dry and keeps me awake
Let me know if the swelling returns
I stopped {word:drug_en} last week
Nothing helps
Thank you for your query"""
