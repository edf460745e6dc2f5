"""English sentences around a name, fifth kept part. Rule authors do not read this file."""

NAMES = {
    "patient_name": """Hello, I am {patient_name}, {19-82} years old, non-smoker
Hi, I'm {patient_name:given} and I've had headaches for {2-11} months
my name's {patient_name:given}, long time lurker here
hey doc, {patient_name:given} again
hi its {patient_name:given} from yesterday
This is {patient_name}, I saw you on {date}
Name: {patient_name:form}⏎Sex: F⏎Age: {18-94}
Patient: {patient_name:form}⏎Procedure: hernia repair
Patient name {patient_name:form}, admitted {date}
PATIENT NAME: {patient_name:form}
Pt: {patient_name:form}, bed {1-40}
Re: {patient_name:form}⏎Thank you for referring this patient
RE {patient_name}, DOB {birth_date}
Regarding your patient {patient_name}, seen {date}
Thank you for seeing {patient_name}, who has {word:disease_en_5}
I saw {patient_name} today with her husband
I met with {patient_name} and discussed surgery
We admitted {patient_name} overnight for observation
Mr. {patient_name:last} reports less pain since the injection
Mrs {patient_name:last} is doing well after her hip replacement
Ms {patient_name:last} was last reviewed {2-9} months ago
Mr {patient_name} attended alone
Miss {patient_name} is a {18-40} year old student
Mr. {patient_name:last} denies chest pain
Dear Mr. {patient_name:last}, we have received your samples
Dear Ms. {patient_name:last}, please fast for {8-12} hours
Dear Mrs {patient_name}, thank you for your patience
Dear {patient_name:given}, I understand your concern
Hi {patient_name:given}, good to hear the fever is gone
Hello {patient_name:given}, this sounds like {word:disease_en_5} to me
Thanks for writing, {patient_name:given}
Sorry you are going through this, {patient_name:given}
Good luck {patient_name:given}, keep us posted
{patient_name:given}, please stop the {word:drug_en_5} and call your doctor
My husband, {patient_name}, collapsed at work
my husband {patient_name:given} snores terribly
my wife {patient_name:given} is {8-38} wks along and spotting
My son {patient_name:given}, aged {2-15}, has a rash on his trunk
our daughter {patient_name:given} won't eat solids
my daughter's name is {patient_name} and she is {3-16}
my mother {patient_name} is {65-95} and forgetful
My dad {patient_name:given} had a bypass in {1998-2022}
my brother {patient_name:given} has it too
Grandma {patient_name:given} fell in the shower
my uncle, {patient_name}, died of {word:disease_en_5}
my fiance {patient_name:given} thinks I should get a scan
asking on behalf of {patient_name}, my neighbor
my best friend {patient_name:given} had the same surgery
my coworker {patient_name:given} swears by {word:drug_en_5}
Wife ({patient_name}) at bedside
Daughter {patient_name} updated by phone
Mother, {patient_name}, gave consent
Next of kin: {patient_name}, husband, {phone}
Emergency contact {patient_name}
Caregiver: {patient_name}
Guardian name: {patient_name}
Phone note: {patient_name} called, still coughing
Caller {patient_name} asks for a refill of {word:drug_en_5}
LM for {patient_name} to call back
{patient_name} cancelled for {date}
{patient_name} is due for a colonoscopy
{patient_name} was brought in by ambulance after a fall
{patient_name} underwent an uneventful cholecystectomy
{patient_name}, a {24-88}-year-old retired teacher, presented with jaundice
{patient_name}'s biopsy came back benign
Lab results for {patient_name}
Refill request for {patient_name}, {word:drug_en_5} {5-40} mg
Bill to: {patient_name}
Insured: {patient_name:form}, relationship self
Subscriber name: {patient_name}
Witness: {patient_name}
Signed, {patient_name} (mother)
Sincerely,⏎{patient_name}⏎a grateful patient
Thank you,⏎{patient_name}
Cheers, {patient_name:given}
Thanks so much doc - {patient_name:given}
xx {patient_name:given}
Best wishes⏎{patient_name:given}
Respected sir, my name is {patient_name}, {20-70} yrs male
myself {patient_name:given} from Hyderabad
I, {patient_name}, authorize the release of my records
Baby {patient_name:last}, born at {32-41} weeks
Infant of {patient_name}, Apgars {6-8} and {8-9}
The twins, {patient_name:given} and {patient_name:given}, both have it
My name is {patient_name}. I live with my sister
They mixed me up with another patient called {patient_name}
You can call me {patient_name:given}
{patient_name:form} - seen in triage {date}""",
    "doctor_name": """Dr. {doctor_name:last} started me on {word:drug_en_5} last month
I see Dr. {doctor_name} every {2-12} weeks
My cardiologist, Dr. {doctor_name}, wants a stress test
my pcp dr. {doctor_name:last} says it's nothing
my rheumatologist is dr {doctor_name}
Dr {doctor_name:last} told me to lose weight
Hello Dr. {doctor_name:last}, hope you are well
Hi Dr {doctor_name:given}, just one more question
Dear Dr. {doctor_name}, thank you for your reply
Dear Dr {doctor_name:last}⏎I would be grateful for your opinion
Dear Prof {doctor_name:last}, please find my scans
Good morning doctor {doctor_name:last}
hey dr {doctor_name:last} quick update
Thank you Dr. {doctor_name:last}, that helps a lot
ok thanks a ton dr {doctor_name}!
Hello, I'm Dr. {doctor_name}, happy to help
Hi, this is Dr. {doctor_name} and I have read your query
I am Dr {doctor_name:last}, one of the emergency doctors
Hope I answered your question. Regards, Dr. {doctor_name}
Best regards,⏎Dr {doctor_name}⏎Consultant Cardiologist
Wishing you good health, Dr. {doctor_name:last}
Hope this helps. Dr. {doctor_name}, General Physician
{doctor_name}, MD, FACC
{doctor_name}, M.D., Department of Surgery
{doctor_name}, DO, family medicine
{doctor_name}, RN, reviewed discharge instructions
{doctor_name}, NP, saw the patient first
{doctor_name}, PA-C
Attending physician: {doctor_name}, MD⏎Service: Medicine B
Attending: Dr. {doctor_name:last}
Surgeon: {doctor_name}, MD⏎Anesthesia: {doctor_name}, MD
Surgeon Mr {doctor_name:last}, assistant {doctor_name}
First assistant: {doctor_name}
Anesthesiologist: Dr. {doctor_name}, general with LMA
Referring physician: {doctor_name}⏎Indication: cough
Referring provider: Dr. {doctor_name}, {date}
Ordering provider: {doctor_name}, MD
Radiologist: {doctor_name}
Pathologist: {doctor_name}, MD
Primary care provider: {doctor_name}, last visit {date}
Registered GP: Dr {doctor_name:last}
Named nurse: {doctor_name}
Under the care of Dr. {doctor_name}
Under Mr {doctor_name}, orthopaedics
Admitted under Dr {doctor_name:last}
Seen in clinic by Dr {doctor_name:last}'s registrar
Reviewed with Dr. {doctor_name}, who agrees
Discussed with Dr {doctor_name:last} over the phone
Paged Dr. {doctor_name:last} at {1-12}:{10-59}
Dr. {doctor_name:last} aware
Telephone order from Dr. {doctor_name}
Seen and examined with Dr. {doctor_name:last}
Electronically signed: {doctor_name}, MD {date}
Transcribed for Dr. {doctor_name}
Verified by {doctor_name}, MD
Report by Dr {doctor_name}
copied to Dr {doctor_name}, GP
cc {doctor_name}, MD
Please follow up with Dr. {doctor_name} in {2-8} weeks
You have an appointment with Dr. {doctor_name:last} on {date}
Can I switch from Dr. {doctor_name:last} to you
Does anyone know Dr. {doctor_name}? Is he good
I had my surgery with Dr. {doctor_name} in {2008-2023}
Second opinion from Dr. {doctor_name:last} next week
Professor {doctor_name} did my transplant
Prof. {doctor_name} leads the clinic
Sister {doctor_name:last} on the ward was kind
Nurse {doctor_name:given} changed the dressing
nurse {doctor_name:last} had trouble finding a vein
My midwife {doctor_name:given} said to wait
my physical therapist {doctor_name} showed me stretches
my counselor {doctor_name:given} moved away
the health visitor, {doctor_name}, weighed the baby
Social worker: {doctor_name}, LCSW
Dietitian {doctor_name} gave me a meal plan
pharmacist {doctor_name:given} said not to mix them
Dr. {doctor_name:last}'s office never called back
Dr {doctor_name}'s letter arrived today
the dentist, Dr. {doctor_name:last}, pulled it
Dr. {doctor_name:last} and the nurse {doctor_name:given} were wonderful
Appointment: {date} with {doctor_name}, MD
Doctor {doctor_name:last} asked me to repeat the labs
Your question was answered by Dr. {doctor_name}
Dr. {doctor_name}, psychiatrist, replies
my obgyn dr {doctor_name:last} is out till monday""",
}
