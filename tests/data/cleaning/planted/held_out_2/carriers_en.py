"""English sentences around an identity, second kept part: consultations as they are mostly written, few of them made to
be hard. Rules are judged on them; rule authors do not read this file. Same layout as `planted.open_part.carriers_en`.
"""

CLAUSES = {
    "phone": """Please call me at {phone} if the results are abnormal
My phone number is {phone} and I am home most afternoons
you can reach my daughter on {phone} because I don't hear well
I left a message yesterday, my number is {phone}
Mobile: {phone}
Is {phone} still the number of the clinic
My cell phone is {phone}, texting is fine too
Tel: {phone}
Kindly contact me on {phone} for a video consultation
the nurse line, {phone}, kept me on hold
fax the lab order to {phone}
For an appointment please contact my office at {phone}
my WhatsApp number is {phone}
Could someone phone me back on {phone} before Friday
Contact number: {phone}""",
    "ssn": """The social security number you asked for is {ssn}
Name: {patient_name}, DOB: {birth_date}, SSN: {ssn}
SSN: {ssn}, Phone: {phone}
My full social security number is {ssn}, I need it on the form
the insurance form wants my SSN which is {ssn}
Social Security No. {ssn}
I was told to give you the patient's social security number, {ssn}
his SSN is {ssn} if you need it for the disability papers""",
    "email": """My email is {email} if you want to see the scans
Email: {email}
You can email me at {email}
please send the diet chart to {email}
I have mailed the reports to {email}, did you get them
E-mail address: {email}
I don't check this site often so write to {email} instead
the lab will send it to {email} as a PDF
reply to {email} please
My husband handles this for me, his email is {email}""",
    "url": """I have uploaded the X-ray here: {url}
You can see pictures of the rash at {url}
here is the link to my MRI {url}
I read on {url} that this is dangerous
my profile is {url}
Please book a follow up through {url}
The video of his seizure is at {url}
Link: {url}
More about me and my illness: {url}""",
    "bank_card": """Credit card: {bank_card}, name on card {patient_name}
I paid with card number {bank_card} and was charged twice
please refund the consultation fee to my card {bank_card}
my credit card number is {bank_card}
the copay went on {bank_card}
Card no. {bank_card}""",
    "record_number": """My medical record number there is {record_number}
MRN: {record_number}⏎Patient: {patient_name}
Patient: {patient_name}, MRN: {record_number}, admitted {date}
The lab report has accession number {record_number} on it
hospital number {record_number}
MRN {record_number}, admitted on {date}
I am registered there, patient number {record_number}
policy number {record_number}
my chart number is {record_number} if you can look it up
Specimen no: {record_number}
Medical record #{record_number}
insurance member ID is {record_number}""",
    "birth_date": """My date of birth is {birth_date}, so I am older than the chart says
Name: {patient_name}, DOB: {birth_date}
DOB: {birth_date}, Sex: F
Date of birth: {birth_date}
She was born on {birth_date} at full term
DOB {birth_date}, female
our son was born on {birth_date} by emergency section
The patient, born {birth_date}, has had fever for {2-9} days
my baby's birthday is {birth_date} so is she due for shots
his date of birth is {birth_date} and weight {60-110} kg""",
    "address": """I live at {address} with my two children
Address: {address}⏎Phone: {phone}
please mail the prescription to {address}
Is there a specialist near {address}
My mother lives alone at {address} and fell last night
Home address: {address}
we moved to {address} last spring and the cough began
the pharmacy should deliver it to {address}
mailing address is {address}""",
    "patient_name": """Hello, my name is {patient_name} and I am a {18-80} year old teacher
Patient Name: {patient_name}⏎Age: {18-80}⏎Sex: M
Thanks in advance,⏎{patient_name}⏎{phone}
Name: {patient_name}, Email: {email}
I am {patient_name}, {18-80} year old female
This is {patient_name}, I wrote to you last week about my thyroid
Regards,⏎{patient_name}
Kind regards, {patient_name}
Thank you for your time. {patient_name}
Hello {patient_name}, thank you for your query
Dear {patient_name},⏎Your scans and tests are in front of me
Hi {patient_name:first}, welcome back
Dear {patient_name:first}, your symptoms suggest {word:disease_en}
Hello Mr. {patient_name:surname}, I understand your concern
Dear Mrs. {patient_name:surname}, please do not worry
Ms. {patient_name:surname} was seen in clinic on {date}
Mr. {patient_name:surname} is a {30-85}-year-old man with {word:disease_en}
my daughter {patient_name:first} is {2-15} years old and has a fever
My son {patient_name:first} has been vomiting since last night
my husband {patient_name:first} snores and stops breathing
my mother, {patient_name}, had a stroke in {2001-2020}
my father {patient_name} is {60-90} and on {word:drug_en}
I am writing for my wife {patient_name}
Baby {patient_name:first} weighs {5-12} kg now
My friend {patient_name:first} told me to stop {word:drug_en}
The results belong to {patient_name}
patient's name is {patient_name}
it's {patient_name:first} again, the cough came back
Emergency contact: {patient_name} (brother)
{patient_name}, {18-80}/F, complains of joint pain
{patient_name} is a {20-80} year old woman with {word:disease_en}
Sincerely, {patient_name}
Cheers, {patient_name:first}
{patient_name:first} is {2-11} months old and not crawling yet
Consent signed by {patient_name}""",
    "doctor_name": """Regards,⏎Dr. {doctor_name}⏎{hospital}
Thank you for the referral.⏎{doctor_name}, MD
Dr. {doctor_name:surname} told me it is {word:disease_en}
Dear Dr. {doctor_name:surname}, thank you for your answer
Hello Dr. {doctor_name}
Hi Dr. {doctor_name:surname}, I have a question about {word:drug_en}
my cardiologist, Dr. {doctor_name}, wants a stent
My family doctor is Dr. {doctor_name}
I saw Dr. {doctor_name:surname} at the clinic on {date}
Thank you Dr {doctor_name:surname}
I am Dr. {doctor_name} and I will answer your question
Hello, this is Dr. {doctor_name:surname}. I have read your question
Take care. Dr {doctor_name}
Dr {doctor_name}, Consultant Physician
Doctor {doctor_name:surname} put me on {word:drug_en}
The surgeon, Mr. {doctor_name}, said it healed well
Referring physician: {doctor_name}
Attending physician: Dr. {doctor_name}
Professor {doctor_name:surname} thinks I need a biopsy
Nurse {doctor_name:surname} called me with the potassium result
my therapist {doctor_name} suggested yoga
Dr. {doctor_name:first} is my pediatrician
should I go back to Dr. {doctor_name:surname} or see someone else
both Dr. {doctor_name:surname} and Dr. {doctor_name:surname} ruled out cancer
Electronically signed by {doctor_name}, MD on {date}
reported by: Dr. {doctor_name}
I would agree with Dr. {doctor_name:surname}'s plan""",
    "hospital": """I had the surgery at {hospital} two years ago
She was admitted to {hospital} on {date}
the ER at {hospital} sent me home
My scan was done at {hospital}
I work as a nurse in {hospital}
Hospital: {hospital}
I was referred to {hospital} for a sleep study""",
}

NEUTRAL = """Hello doctor, I have had a dull pain in my left side for about {2-9} weeks
I am taking {word:drug_en} every morning
My blood pressure was {110-160}/{65-99} at the pharmacy
I had a blood test on {date} and everything was normal
Could it be anything serious
I do not smoke and I drink only on weekends
My weight is {50-110} kg and my height is {150-190} cm
The pain gets worse after eating
I have a history of {word:disease_en}
I was diagnosed with {word:disease_en} last year
My last period was on {date}
She has had loose stools {3-8} times a day
Hi, thanks for writing to us
I have gone through your query and understand your concern
This looks like {word:disease_en}, but an examination is needed
I would suggest an ultrasound of the abdomen
You can take {word:drug_en} for {3-10} days after food
Drink plenty of fluids and take rest
Hope this answers your question
Get back to me if it does not improve in {3-10} days
No need for antibiotics at this stage
TSH is {0.5-9.9} and hemoglobin {8.1-15.9}
I am worried because my aunt had breast cancer
The swelling has gone down but it still hurts to walk
I can't sleep because of the itching
My knee clicks when I climb stairs
I am allergic to sulfa drugs
It started after a cold
Can I still breastfeed
Thank you in advance"""
