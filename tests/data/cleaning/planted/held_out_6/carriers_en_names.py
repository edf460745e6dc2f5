"""English sentences around a name, sixth kept part. Rule authors do not read this file."""

NAMES = {
    "patient_name": """Patient Name: {patient_name:form}⏎Room: {100-500}
Name: {patient_name:form}⏎DOB: {birth_date}
Name {patient_name}, age {18-90}, sex F
NAME: {patient_name:form}⏎AGE: {18-90}
Patient: {patient_name}⏎Date of visit: {date}
Pt name: {patient_name}
Pt {patient_name} c/o chest tightness
Re: {patient_name}, follow up of {word:disease_en_6}
RE: {patient_name:form}⏎Dear Colleague
Re {patient_name} ({birth_date})
My name is {patient_name} and I'm {18-80}
My name is {patient_name:given}, I live alone
Hi, my name is {patient_name:given}
my name is {patient_name:chat} im {15-60} yrs old
hi im {patient_name:chat} and i need some help
hey its {patient_name:chat} again, still no better
i'm {patient_name:chat}, {18-50} m
I am {patient_name}, {20-75}/female
I'm {patient_name:given}, mother of {2-4}
This is {patient_name}, calling about a lump
Hello, {patient_name} here, we spoke on {date}
It's {patient_name:given}'s mom, he is still vomiting
I am writing on behalf of {patient_name}
I'm writing about my mother, {patient_name}
My wife {patient_name} has had {word:disease_en_6} for years
My husband {patient_name:given} snores and stops breathing
my daughter {patient_name:given} is {2-16} and has a cough
My son's name is {patient_name:given}
our little boy {patient_name:given} swallowed a coin
My brother {patient_name} was diagnosed with {word:disease_en_6}
My sister {patient_name:given} had the same thing
My father, {patient_name}, age {55-90}, fell twice
my mum {patient_name:given} is on {word:drug_en_6}
my boyfriend {patient_name:chat} wont see a doctor
My baby girl {patient_name:given} is {2-11} months
Grandson {patient_name:given} has it too
My partner {patient_name} and I are trying to conceive
My friend {patient_name:given} told me to post here
Aunt {patient_name:given} passed away from it
Mr. {patient_name:last} is a {40-90}-year-old man with {word:disease_en_6}
Mrs. {patient_name:last} was admitted with shortness of breath
Ms. {patient_name:last} returns for follow-up
Mr {patient_name:last} came in with his daughter
Mrs {patient_name} telephoned this morning
Miss {patient_name:last} tolerated the procedure well
Mr. {patient_name} was seen in clinic on {date}
Dear Mr. {patient_name:last},⏎Your test results are normal
Dear Mrs {patient_name:last}, your appointment has been moved
Dear Ms {patient_name}, please bring your medications
Dear {patient_name:given}, thank you for your question
Dear {patient_name},⏎We tried to reach you
Hi {patient_name:given}, please don't worry
Hello {patient_name:given}, welcome to the forum
hi {patient_name:chat}, how long have you had this
Thank you {patient_name:given} for the details
Thanks {patient_name:given}, keep me updated
Take care, {patient_name:given}
{patient_name:given}, you should see someone soon
Get well soon {patient_name:given}!
Best,⏎{patient_name}
Kind regards⏎{patient_name}
Kind thoughts, {patient_name}
Many thanks, {patient_name:given}
thx, {patient_name:chat}
Yours faithfully,⏎{patient_name}⏎(patient's wife)
Sincerely, {patient_name}, a longtime patient
Thank you for referring {patient_name} to our clinic
Thank you for asking us to review {patient_name}
I had the pleasure of seeing {patient_name} today
I reviewed {patient_name} in clinic on {date}
I examined {patient_name} together with her sister
{patient_name} is a {20-90} year old woman with {word:disease_en_6}
{patient_name} is a {1-17}-year-old boy who presents with fever
{patient_name}, {20-88} y/o male, here for refill
{patient_name} was discharged on {date}
{patient_name} called and asked for {word:drug_en_6}
Spoke with {patient_name}'s daughter by phone
Spoke to {patient_name}, verbalized understanding
Called {patient_name}, no answer
Left voicemail for {patient_name}
Emergency contact: {patient_name} (spouse)
Next of kin {patient_name}, son
Parent/guardian: {patient_name}
Consent signed by {patient_name} on {date}
Patient signature: {patient_name}, {date}
History given by her son, {patient_name}
Accompanied by wife {patient_name}
Responsible party: {patient_name}
Policyholder: {patient_name:form}
Insured name {patient_name}
Appointment for {patient_name} on {date}
Specimen from {patient_name}, drawn {date}
Prescription for {patient_name}: {word:drug_en_6}
Mother's name: {patient_name}, G{2-4}P{1-3}
Child's name: {patient_name:form}
Certified that {patient_name} is under my treatment
The patient in bed {1-30}, {patient_name:last}, needs fluids
Baby boy {patient_name:last} was born at {34-41} weeks
{patient_name} and her husband {patient_name} attended together
Respected doctor, myself {patient_name} from a small town
Hello sir, I am {patient_name:given}, {18-45} years""",
    "doctor_name": """Dr. {doctor_name} saw me last week
My doctor, Dr. {doctor_name}, says it is {word:disease_en_6}
Dr {doctor_name:last} put me on {word:drug_en_6}
dr {doctor_name:chat} said its nothing
my gp dr {doctor_name:chat} wont refer me
i saw dr. {doctor_name:chat} on {date}
Dr. {doctor_name:last} ordered an MRI
Dr. {doctor_name}'s office never called back
Dr {doctor_name:last}'s secretary gave me the date
Hello Dr. {doctor_name:last}
Hi Dr. {doctor_name:last}, I have a question about {word:drug_en_6}
Dear Dr. {doctor_name:last},⏎Thank you for seeing this lady
Dear Dr {doctor_name}⏎Re: change of medication
Dear Doctor {doctor_name:last}, I hope you can help
Dear Professor {doctor_name:last}
Good evening Dr {doctor_name:last}
Hi Doctor {doctor_name:last}
Thank you, Dr. {doctor_name:last}
thanks dr {doctor_name:chat}
Thanks so much Doctor {doctor_name:last} for your time
Hello, I am Dr. {doctor_name} and I will answer your question
Hi, I'm Dr {doctor_name:last}, on call tonight
This is Dr. {doctor_name} from radiology
My name is Dr. {doctor_name}
Hi there, Dr. {doctor_name:given} here
You can call me Dr. {doctor_name:given}
Kindest regards,⏎Dr. {doctor_name}
Regards, Dr {doctor_name:last}
Best wishes, Dr. {doctor_name}⏎Family Physician
Take good care of yourself. Dr {doctor_name}
Hope that helps, Dr. {doctor_name:last}
Warm regards, Dr. {doctor_name}, dermatologist
Yours sincerely⏎Dr {doctor_name}⏎Registrar in Paediatrics
Sincerely,⏎{doctor_name}, MD
Thanks,⏎{doctor_name}, RN
{doctor_name}, M.D.⏎Board certified
{doctor_name}, MD, {date}
{doctor_name}, DO⏎Internal Medicine
{doctor_name}, NP
{doctor_name}, PA-C, assisting
{doctor_name} RN, triage
{doctor_name} MBBS MRCP
{doctor_name}, MD, PhD
Attending: {doctor_name}, MD⏎Unit: {2-9} East
Attending physician: {doctor_name}
Attending Dr. {doctor_name:last} present throughout
Surgeon: {doctor_name}⏎Drains: {1-3}
Surgeon: Dr. {doctor_name:last}⏎Blood loss: {20-400} ml
Assistant: {doctor_name}, PA
Anesthesia: Dr. {doctor_name}
Anaesthetist Dr {doctor_name:last}
Consultant: Dr {doctor_name}, Care of the Elderly
Consultant: Mr {doctor_name:last}
Referring doctor: Dr. {doctor_name}
Referred by Dr {doctor_name}
Referred by Dr. {doctor_name:last} for {word:disease_en_6}
PCP: {doctor_name}, last seen {date}
PCP: Dr. {doctor_name:last}
PCP is Dr. {doctor_name}
GP: Dr {doctor_name}, Health Centre
Ordered by: {doctor_name}, MD
Ordering physician: {doctor_name}
Interpreted by: {doctor_name}, MD
Read by Dr. {doctor_name}
Reported by: Dr {doctor_name:last}
Dictated by: {doctor_name}, not read
Dictated by Dr. {doctor_name:last} on {date}
Signed: {doctor_name}, MD
Electronically signed by {doctor_name} MD on {date}
Reviewed by: {doctor_name}
Pharmacist: {doctor_name}
Nurse: {doctor_name}, RN, night shift
Charge nurse: {doctor_name}
Nurse {doctor_name:last} took my vitals
Nurse {doctor_name:given} was lovely
Sister {doctor_name:last} changed my dressing
Midwife: {doctor_name}
My midwife {doctor_name:given} isn't worried
Physiotherapist {doctor_name} gave me exercises
my therapist {doctor_name} suggested {word:drug_en_6}
I see a neurologist, Dr. {doctor_name}
My surgeon Dr. {doctor_name:last} retired
my OB, Dr. {doctor_name:last}, is on leave
Prof. {doctor_name} reviewed the biopsy
Professor {doctor_name:last} agrees with surgery
Discussed with Dr. {doctor_name:last}, plan CT
Discussed the case with {doctor_name}, MD
D/w Dr {doctor_name:last} (cardiology)
Paged Dr. {doctor_name}
Called Dr. {doctor_name:last}, awaiting reply
Per Dr. {doctor_name:last}, hold {word:drug_en_6}
Seen by Dr {doctor_name} in A&E
Seen by {doctor_name}, NP, {date}
Admitted under the care of Dr {doctor_name}
Follow up with Dr. {doctor_name:last} in {1-8} weeks
Appointment with Dr. {doctor_name} on {date}
Operation performed by Dr. {doctor_name}
I was operated on by Dr. {doctor_name:last}
Has anyone been treated by Dr {doctor_name}
I would ask for Dr. {doctor_name:last}, she is great
cc: Dr. {doctor_name}, cardiology
cc Dr {doctor_name:last}, GP
Copy to: {doctor_name}, MD
Drs. {doctor_name:last} and {doctor_name:last} both agreed""",
}
