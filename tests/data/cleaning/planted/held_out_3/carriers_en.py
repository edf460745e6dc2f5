"""English sentences around an identity, third kept part: forum questions and replies, telephone notes, letters and
forms. Rules are judged on them; rule authors do not read this file. Same layout as `planted.open_part.carriers_en`.
"""

CLAUSES = {
    "phone": """Please ring me on {phone}, I am not good with computers
Contact no. {phone}
my no is {phone} pls call
Phone (home): {phone}
Patient's phone: {phone}
You may call our office at {phone} to set up a visit
If it gets worse overnight call {phone} and ask for the doctor on call
The best number for me is {phone}
I am on {phone} all day if you need more details
Next of kin: {patient_name}, {phone}
my husband's cell is {phone} in case I don't pick up
I tried {phone} three times and nobody answered
Fax: {phone}
Text me the appointment time at {phone}
WhatsApp me on {phone} any time after six
Telephone {phone}, option 2 for the nurse
the pharmacy can be reached at {phone}
kindly give me a missed call on {phone} and I will call back
Emergency contact {phone}
Thanks, you can get hold of me on {phone}""",
    "ssn": """Social Security Number: {ssn}
SSN {ssn}
My SSN is {ssn} and my disability case is still pending
patient social: {ssn}
for the Medicare form my social security no. is {ssn}
Name {patient_name}, SS# {ssn}
SSN: {ssn}⏎DOB: {birth_date}
they have my social security number wrong, it should be {ssn}
here is my social for the insurance check: {ssn}
Employee SSN: {ssn}, employer: self
my husband's SSN is {ssn}, the plan is in his name
Applicant {patient_name}, SSN {ssn}, disability claim
soc. sec. number {ssn} on the intake form
the hospital asked for my SSN, {ssn}, before the surgery""",
    "email": """My email address is {email}
kindly mail me the prescription at {email}
Please reply to {email} as I can't log in here
E-mail: {email}
you can forward the MRI pictures to {email}
send me your rates at {email}
I will be happy to look at the scans, send them to {email}
I've already written to {email} but nobody got back to me
Questions about billing go to {email}
email me on {email} please
Contact: {email}
my wife's email id is {email}
Email: {email}⏎Phone: {phone}
you may reach our team through {email}
I sent the lab report from {email}
cc the results to {email}""",
    "url": """I posted photos of the rash here: {url}
here is a video of the tremor {url}
Website: {url:site}
you can book online at {url:site}
I read on {url:site} that it is harmless, is that right
see the report at {url}
Please find the images at {url}
my lab results are on {url}
More about me and my practice at {url:site}
This is the link to the x-ray: {url}
pics of the mole: {url}
I've put the ECG on {url} if you want to see it
Follow my page {url:site} for diet tips
Our office website is {url:site}
found this article {url}, should I believe it""",
    "bank_card": """My card number is {bank_card}
Card no: {bank_card}, exp 0{1-9}/{26-30}
please refund the consultation fee to {bank_card}
I was charged twice on card {bank_card}
Visa {bank_card} is the one I paid with
Credit card on file: {bank_card}
the copay went through on my debit card, {bank_card}
you can charge card {bank_card} for the follow up
my Mastercard {bank_card} was declined on your site
Payment method: card {bank_card}
HSA card number {bank_card}
I paid with {bank_card}, kindly confirm
the card ending was wrong, the full number is {bank_card}""",
    "record_number": """MRN {record_number}, outpatient
Medical record number: {record_number}
My patient ID is {record_number}
Hospital No: {record_number}
Chart #{record_number}
Account number {record_number}
Insurance ID: {record_number}, group plan
Member ID {record_number}
Accession number: {record_number}
my file number at the clinic is {record_number}
Your ref: {record_number}
UHID {record_number}, OPD
Policy no. {record_number}
Lab ID {record_number}, collected {date}
Specimen no: {record_number}, received {date}
Claim number {record_number} was denied
Case no. {record_number}""",
    "birth_date": """DOB {birth_date}, no known allergies
Date of birth: {birth_date}⏎Marital status: married
I was born {birth_date}
my birthday is {birth_date}, if that helps
D.O.B: {birth_date}⏎Sex: M
born {birth_date}, so I qualify for the screening
my baby was born {birth_date:child} at {34-41} weeks
{patient_name}, DOB {birth_date}, was seen today
(dob {birth_date})
Birth date {birth_date}, female
my son's date of birth is {birth_date:child}
{patient_name} (born {birth_date})
They have my date of birth down as {birth_date} which is correct""",
    "address": """I live at {address} with my two kids
Address: {address}⏎Occupation: teacher
Please post the letter to {address}
my mailing address is {address}
Ship the medicine to {address}
Our clinic is located at {address}
We moved to {address} last spring
Patient's address: {address}⏎Phone: {phone}
Home address {address}
Send the hard copies to {address}
the ambulance picked her up from {address}
{patient_name}⏎{address}⏎{date}
can a nurse come out to {address}
My parents live at {address} and need home oxygen
Billing address: {address}
Residence: {address}, lives alone""",
    "patient_name": """My name is {patient_name} and I am {18-79} years old
Hi, I'm {patient_name:first}, {18-70}, female
Hi doctor, this is {patient_name}
Patient: {patient_name:form}
Patient name: {patient_name:form}
Name: {patient_name}⏎Age: {2-88}⏎Sex: F
Re: {patient_name:form}
RE: {patient_name}, DOB {birth_date}
Dear Mr. {patient_name:surname}, I have gone through your query
Dear Mrs {patient_name:surname}, thank you for attending the clinic
Dear Ms. {patient_name:surname}
Hello {patient_name:first}, thanks for writing to us
Hi {patient_name:first}, I understand your concern
Dear {patient_name:first}, welcome to the forum
I am writing about my mother, {patient_name}
my son {patient_name:first} is {2-12} years old and weighs {11-40} kg
my daughter {patient_name:first} has had a fever since {date}
My wife {patient_name:first} is {6-38} weeks pregnant
my dad, {patient_name}, had a stent put in
Mr. {patient_name:surname} is a {40-88}-year-old man with chest pain
Mrs. {patient_name:surname} was admitted on {date}
Ms {patient_name:surname} reports no fever
Thank you, {patient_name}
Best regards, {patient_name}
thanks so much⏎{patient_name}
Sincerely,⏎{patient_name}
I spoke with {patient_name} by phone today
{patient_name} is a {25-90}-year-old right-handed woman
I reviewed this {30-85} year old gentleman, Mr {patient_name}, today
Discharge summary for {patient_name:form}
Next of kin: {patient_name} (wife)
Emergency contact is my sister {patient_name}
Referred patient: {patient_name}
The prescription is under the name {patient_name}
the appointment is for {patient_name}
it should be under {patient_name}, that is my married name
Hello sir, myself {patient_name} from Delhi
I am {patient_name}, {19-60} years male
This letter certifies that {patient_name} was under my care
Seen with his mother, {patient_name}
Informed consent signed by {patient_name}
My brother {patient_name:first} took an overdose of {word:drug_en_3}
{patient_name:first} is doing better after the surgery
Hi {patient_name:first}. Yes, it can be caused by {word:disease_en_3}
Mr and Mrs {patient_name:surname} came for genetic counselling
Call back: {patient_name} re test results
Insured: {patient_name}
Please help my grandmother {patient_name}, she is {75-95}
Mother's name: {patient_name}
Baby {patient_name:surname} was born at {35-41} weeks
Name of patient - {patient_name:form}
Signed: {patient_name} (patient)
my partner {patient_name:first} snores and stops breathing
Pt {patient_name} here for follow up
Thank you for referring {patient_name}, who I saw on {date}
We lost our little {patient_name:first} last year to {word:disease_en_3}
My cousin {patient_name} takes {word:drug_en_3} for it
Good morning, {patient_name:first} here again
I'm {patient_name:first} from Texas
cc: {patient_name}
Dear Dr {doctor_name:surname},⏎Re: {patient_name:form}, DOB {birth_date}⏎{address}⏎Thank you for this referral""",
    "doctor_name": """I saw Dr. {doctor_name:surname} last week
Dr {doctor_name:surname} said it was nothing to worry about
my doctor, Dr. {doctor_name}, wants me to start {word:drug_en_3}
Dear Dr. {doctor_name:surname}
Thank you Dr. {doctor_name:surname} for your quick reply
Regards, Dr. {doctor_name}
Hi, I am Dr. {doctor_name}. I have read your question
Hello, I'm Dr {doctor_name:first} and I will be glad to help
Attending physician: {doctor_name}, MD
Surgeon: {doctor_name}
Referring physician: Dr. {doctor_name}
{doctor_name}, MD, Family Medicine
{doctor_name}, M.D., Department of Neurology
Primary care provider: {doctor_name}
PCP: {doctor_name}
my cardiologist Dr {doctor_name} did the angiogram
Electronically signed: {doctor_name}, MD, {date}
Dictated by: {doctor_name}
the surgeon, Mr {doctor_name}, FRCS, has offered an arthroscopy
Professor {doctor_name:surname} suggested a second biopsy
nurse {doctor_name} took my blood
{doctor_name}, RN
{doctor_name}, NP, adjusted the dose
Seen by Dr. {doctor_name} in the ER
I have an appointment with Dr. {doctor_name} on {date}
Is Dr. {doctor_name:surname} still at the same practice
my dentist Dr {doctor_name:surname} pulled the wrong tooth
I was a patient of Dr. {doctor_name} until he retired
Hope this helps. Dr. {doctor_name:surname}
Wishing you good health, Dr {doctor_name}
Consultant: Dr {doctor_name}
Under the care of Dr. {doctor_name:surname} and Dr. {doctor_name:surname}
Anesthesiologist: Dr. {doctor_name}
Reported by Dr {doctor_name}, radiologist
my GP, Dr {doctor_name:surname}, keeps saying it is stress
Yours sincerely⏎Dr {doctor_name}⏎Consultant Gastroenterologist
Doctor {doctor_name:surname} told me to stop the {word:drug_en_3}
Physician assistant {doctor_name} removed the stitches
Ordering provider: {doctor_name}
Thanks for your answer Dr {doctor_name:first}
the midwife, {doctor_name}, could not find the heartbeat
Therapist: {doctor_name}, LCSW
Answered by Dr. {doctor_name}
Discussed with Dr. {doctor_name:surname} (cardiology)
I would ask Dr. {doctor_name} at the pain clinic
Dr. {doctor_name:surname}'s office has not called me back""",
    "hospital": """I had the operation at {hospital}
I was admitted to {hospital} on {date}
The doctors at {hospital} could not find anything
transferred from {hospital}
My scan was done in {hospital}
{hospital}, Department of Radiology
You can come to {hospital} for an endoscopy
he was born at {hospital}
{hospital} discharged me after {2-9} days
I work at {hospital} as a porter
Referred by {hospital}
I consult at {hospital} on weekdays
my primary hospital is {hospital}
{hospital}⏎Discharge summary⏎Admitted: {date}
we drove to {hospital} in the middle of the night
My mother is in ICU at {hospital} since {date}
the ER at {hospital} gave me {word:drug_en_3}
I got a second opinion from {hospital}
they want to send him to {hospital} for the bypass""",
}

NEUTRAL = """Hello doctor, for the past {2-9} weeks I have had burning in my stomach that gets worse after meals
I am a {18-79} year old female, {49-69} inches tall, {50-110} kg
I have been on {word:drug_en_3} {5-100} mg for about {2-11} months
Hi, thank you for your query. I have gone through all the details
It seems to be {word:disease_en_3}, but only an examination can tell
My blood pressure runs around {130-165}/{80-99} in the morning
Is this something I should worry about or can it wait
I don't smoke, and I drink maybe two beers a week
The pain is on the right side and it comes and goes
Do not worry, this is usually benign and goes away without treatment
I would suggest a blood test and an ultrasound of the abdomen
I got my period {3-12} days late and the test was negative
he has had a cough since {date} and it keeps him up at night
They did an EKG and it came back normal
Take it with food and drink plenty of water
No known drug allergies
Past history of {word:disease_en_3}, otherwise well
My knee clicks every time I climb stairs
Hope I have answered your query, let me know if I can assist you further
I am really scared, please answer as soon as you can
Temperature {97-103}.{0-9}, throat is sore, glands are swollen
her platelets dropped to {40-140} after the second cycle
We have tried steroids and physio without much benefit
On examination the chest was clear and the abdomen soft
For more information consult a dermatologist online
I've had {word:disease_en_3} since I was a teenager
Please advise what to do next
The lump is about {1-4} cm, soft, and moves when I push it
he takes {word:drug_en_3} and {word:drug_en_3} every night
I went to the emergency room twice and they sent me home both times
My periods have been irregular since I stopped the pill
Kindly upload the reports so that I can guide you better
I feel dizzy when I stand up quickly
Follow up in {2-12} weeks or sooner if needed
Can I take {word:drug_en_3} together with {word:drug_en_3}
the wound looks clean, some swelling but no pus"""
